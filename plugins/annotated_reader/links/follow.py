"""Asking for one address as a reader would: along redirects, and again if the server is busy."""

import ssl
import string
from dataclasses import dataclass, field
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from annotated_reader.links.pace import Pace
from annotated_reader.links.records import Outcome, Status
from annotated_reader.links.request import Answer, ask

MAX_REDIRECTS = 10
"""Redirects followed; browsers follow 20, and nobody needs more than a few."""

RETRIES = 2
"""How often a busy server is asked again."""

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
# A server that does not know HEAD answers it with an error of any kind, or not at all.
_FINAL = (429, Outcome.NO_HOST, Outcome.FORBIDDEN, Outcome.TLS, Outcome.TIMEOUT)


@dataclass(frozen=True, slots=True)
class Manner:
    """How links are checked; times in seconds."""

    timeout: float = 10
    """For one request, from the look-up of its host to the head of the answer."""
    interval: float = 1
    """Between two requests to a host."""
    longest_wait: float = 60
    """For a busy server, if it names a time; else a tenth of it."""
    workers: int = 8
    """Hosts that are asked at the same time."""
    allow_private: bool = False
    """Whether addresses of private networks are asked for, too."""
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def visit(url: str, manner: Manner, pace: Pace) -> tuple[Status, str]:
    """Return what became of an address, and the address that redirects led to.

    A redirect to anything but `http:` and `https:` is not followed.
    """
    at = urldefrag(url).url
    seen = {at}
    while True:
        answer = _look(at, manner, pace)
        if answer.status not in _REDIRECTS or not answer.location:
            return answer.status, at
        target = _target(at, answer.location)
        if target is None:
            return Outcome.FORBIDDEN, at
        if target in seen or len(seen) > MAX_REDIRECTS:
            return Outcome.LOOP, at
        seen.add(target)
        at = target


def _target(at: str, location: str) -> str | None:
    """Return where a redirect leads, None where nobody goes."""
    # A header is read as Latin-1, whatever it was.
    plain = quote(location.strip(), safe=string.punctuation, encoding="latin-1")
    try:
        target = urldefrag(urljoin(at, plain)).url
        parts = urlsplit(target)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return target if usable and "@" not in parts.netloc else None


def _look(url: str, manner: Manner, pace: Pace) -> Answer:
    """Return the answer to HEAD, or to GET where HEAD has none."""
    answer = _patiently("HEAD", url, manner, pace)
    if answer.status in _FINAL or (isinstance(answer.status, int) and answer.status < 400):
        return answer
    return _patiently("GET", url, manner, pace)


def _patiently(method: str, url: str, manner: Manner, pace: Pace) -> Answer:
    host = urlsplit(url).netloc
    for left in range(RETRIES, -1, -1):
        pace.wait(host)
        answer = ask(
            method,
            url,
            timeout=manner.timeout,
            allow_private=manner.allow_private,
            tls=manner.tls,
        )
        wait = _wait(answer, manner)
        if wait is None or pace.has_given_up(host):
            break
        if left:
            pace.hold(host, wait)
        else:
            pace.give_up(host)
    return answer


def _wait(answer: Answer, manner: Manner) -> float | None:
    """Return the seconds after which a busy server is asked again, None where it is not."""
    if answer.status not in _BUSY or (answer.status == 503 and answer.wait is None):
        return None
    wait = manner.longest_wait / 10 if answer.wait is None else answer.wait
    return wait if wait <= manner.longest_wait else None
