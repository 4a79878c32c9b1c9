"""What is known of an address: one entry of `links.json`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from annotated_reader.notes.format import Day

Address = Annotated[str, Meta(max_length=2000, description="an address, 2,000 characters at most")]


class Outcome(StrEnum):
    """What happened where no server answered, or none that could be believed."""

    NO_HOST = "no such host"
    REFUSED = "no connection"
    TIMEOUT = "no answer in time"
    TLS = "certificate or encryption at fault"
    LOOP = "too many redirects"
    BROKEN = "an answer that is not HTTP"
    FORBIDDEN = "an address that is not asked"


Status = Annotated[int, Meta(ge=100, le=999)] | Outcome
"""What a server said (RFC 9110), or what happened instead."""

GONE = (404, 410, Outcome.NO_HOST)
"""What tells that a page is gone. A server that is busy, fails or asks who one is, a certificate
that has run out, and a loop of redirects, which may only want a cookie, tell nothing of the kind."""


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What became of an address when it was last asked for."""

    status: Status
    checked: Day
    """The day of the last check."""
    reached: Day | Literal[""] = ""
    """The last day on which it answered with its page; empty if it never did."""
    final: Address = ""
    """Where redirects led, if they led elsewhere."""
    archive: Address = ""
    """The archived copy that the bibliography names for it."""

    @property
    def is_reached(self) -> bool:
        """Whether the page was there when it was last asked for."""
        return isinstance(self.status, int) and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the page is no longer there, as far as a server can tell."""
        return self.status in GONE


Links = Mapping[str, Link]
"""What is known of the addresses of a bibliography, by address."""
