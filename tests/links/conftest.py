"""A server for the tests of links, and a network in which every name ending in .test is its host."""

import socket
import ssl
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote

import pytest
import trustme

from annotated_reader.links.follow import Manner

NUMBERS = {"private.test": "127.0.0.2"}


class Server(ThreadingHTTPServer):
    """Remembers who asked for what."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.visits: Counter[str] = Counter()
        self.ended = Event()

    def address(self, path: str, host: str = "a.test", scheme: str = "http") -> str:
        """Return the address of a path."""
        return f"{scheme}://{host}:{self.server_port}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that have gone."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.agents.add(self.headers["User-Agent"])
        self.server.visits[self.path] += 1
        kind, _, rest = self.path.removeprefix("/").partition("/")
        name = kind.replace("-", "_").partition("?")[0]
        getattr(self, f"on_{name}", self.on_missing)(rest)

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass

    def answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def on_ok(self, rest: str) -> None:
        self.answer(200)

    def on_missing(self, rest: str) -> None:
        self.answer(404)

    def on_status(self, rest: str) -> None:
        status, _, target = rest.partition("?to=")
        if not status.isdecimal():
            self.answer(404)
        elif target:
            # As Latin-1 the bytes of UTF-8: what servers send.
            self.answer(int(status), Location=unquote(target).encode().decode("latin-1"))
        else:
            self.answer(int(status))

    def on_only_get(self, rest: str) -> None:
        self.answer(200 if self.command == "GET" else 405)

    def on_hangs_up_at_head(self, rest: str) -> None:
        if self.command == "GET":
            self.answer(200)
        else:
            self.close_connection = True

    def on_busy(self, rest: str) -> None:
        times, _, status = rest.partition("/")
        status, _, after = status.partition("?after=")
        if self.server.visits[self.path] <= int(times):
            self.answer(int(status), Retry_After=unquote(after) or "0")
        else:
            self.answer(200)

    def on_loop(self, rest: str) -> None:
        self.answer(301, Location="/loop/b" if rest == "a" else "/loop/a")

    def on_chain(self, rest: str) -> None:
        self.answer(302, Location=f"/chain/{int(rest) + 1}")

    def on_garbage(self, rest: str) -> None:
        self.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")
        self.close_connection = True

    def on_headers(self, rest: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-More: yes\r\n" * 1000)
        self.close_connection = True

    def on_hang(self, rest: str) -> None:
        self.server.ended.wait(5)
        self.close_connection = True

    def on_drip(self, rest: str) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"y" * 100:
            if self.server.ended.wait(0.05):
                break
            self.wfile.write(bytes([byte]))
        self.close_connection = True


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that end in .test are this machine, others do not exist."""

    def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        if host == "later.test":
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        if not host.endswith(".test") or host == "nowhere.test":
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        number = NUMBERS.get(host, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def _serve(server: Server) -> Iterator[Server]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.ended.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of plain HTTP."""
    yield from _serve(Server())


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Somebody who signs certificates, whom nobody trusts but the tests."""
    return trustme.CA()


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[Server]:
    """A server of HTTPS that has a certificate for a.test."""
    server = Server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("a.test").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    yield from _serve(server)


@pytest.fixture(scope="session")
def manner() -> Manner:
    """A manner in which nobody waits long, and which may ask this machine."""
    return Manner(timeout=20, interval=0, longest_wait=0.1, allow_private=True)
