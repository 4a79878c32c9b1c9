"""The server and the network of the tests of links: no command reaches any other."""

from tests.links.conftest import network, server

__all__ = ["network", "server"]
