"""One request and the head of its answer: what is asked for is never read.

The standard library is enough, and lets us see an address before we connect to it: to
check a name first and connect by the name afterwards would let it change in between.
"""

import http.client
import socket
import ssl
import string
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Timer
from urllib.parse import quote, urlsplit

from annotated_reader import __version__
from annotated_reader.links.addresses import is_public
from annotated_reader.links.records import Outcome, Status

USER_AGENT = (
    f"annotated-reader/{__version__} (mkdocs-annotated-reader; checks the links of an edition)"
)

_NO_SUCH_NAME = {
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer, or what happened instead."""

    status: Status
    location: str = ""
    wait: float | None = None
    """Seconds after which the server wants to be asked again."""


class _NotPublicError(Exception):
    """All numbers of a host are those of a private network."""


def ask(
    method: str, url: str, *, timeout: float, allow_private: bool, tls: ssl.SSLContext
) -> Answer:
    """Return what a server answers to a request, within a time in seconds; never raises."""
    try:
        return _ask(method, url, time.monotonic() + timeout, allow_private, tls)
    except _NotPublicError:
        return Answer(Outcome.FORBIDDEN)
    except TimeoutError:
        return Answer(Outcome.TIMEOUT)
    except socket.gaierror as error:
        return Answer(Outcome.NO_HOST if error.errno in _NO_SUCH_NAME else Outcome.REFUSED)
    except ssl.SSLError:
        return Answer(Outcome.TLS)
    except OSError:
        return Answer(Outcome.REFUSED)
    except (http.client.HTTPException, ValueError):
        return Answer(Outcome.BROKEN)


def _ask(
    method: str, url: str, deadline: float, allow_private: bool, tls: ssl.SSLContext
) -> Answer:
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    bare = _connect(host, port, deadline, allow_private)
    try:
        sock = tls.wrap_socket(bare, server_hostname=host) if secure else bare
    except BaseException:
        bare.close()
        raise
    connection = http.client.HTTPConnection(host, port)
    connection.sock = sock
    with sock, _ended_at(deadline, sock):
        target = _encoded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        headers = {"Host": parts.netloc, "User-Agent": USER_AGENT, "Accept": "*/*"}
        for name, value in (headers | {"Connection": "close"}).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        location, wait = response.getheader("Location", ""), response.getheader("Retry-After", "")
        response.close()
        return Answer(response.status, location, _seconds(wait))


def _connect(host: str, port: int, deadline: float, allow_private: bool) -> socket.socket:
    """Return a connection to the first of the numbers of a host that answers."""
    numbers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [found for found in numbers if allow_private or is_public(str(found[4][0]))]
    if not allowed:
        raise _NotPublicError
    failure: OSError = TimeoutError()
    for family, kind, protocol, _, address in allowed:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(_left(deadline))
            sock.connect(address)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


def _left(deadline: float) -> float:
    """Return the seconds until a time; raises TimeoutError when it has come."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@contextmanager
def _ended_at(deadline: float, sock: socket.socket) -> Iterator[None]:
    """End a connection at a time: a server that sends a byte now and then never times out."""
    timer = Timer(_left(deadline), _end, [sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if time.monotonic() >= deadline:
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()


def _end(sock: socket.socket) -> None:
    with suppress(OSError):
        # Not that of a TLS socket, which takes its state away from the thread that reads.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _encoded(target: str) -> str:
    """Return a path with what is not ASCII in it percent-encoded, and nothing else changed."""
    return quote(target, safe=string.punctuation)


def _seconds(retry_after: str) -> float | None:
    """Return the seconds that `Retry-After` names, a number or a date (RFC 9110, 10.2.3)."""
    if retry_after.strip().isdecimal():
        return float(retry_after.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
