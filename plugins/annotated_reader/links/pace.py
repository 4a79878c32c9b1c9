"""How fast a host is asked: one request after the other, with a pause, and slower if it asks for it."""

import time
from threading import Event, Lock


class Pace:
    """The moments at which each host may be asked next; shared by threads."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._free: dict[str, float] = {}
        self._tired: set[str] = set()
        self._lock = Lock()
        self.stopped = Event()
        """When set, nobody waits any more and nothing more is to be asked."""

    def wait(self, host: str) -> None:
        """Return when a host may be asked."""
        with self._lock:
            now = time.monotonic()
            moment = max(now, self._free.get(host, now))
            self._free[host] = moment + self._interval
        self.stopped.wait(moment - now)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds."""
        with self._lock:
            until = time.monotonic() + seconds
            self._free[host] = max(until, self._free.get(host, until))

    def give_up(self, host: str) -> None:
        """Remember that waiting does not help with a host."""
        with self._lock:
            self._tired.add(host)

    def has_given_up(self, host: str) -> bool:
        """Say whether waiting did not help with a host."""
        with self._lock:
            return host in self._tired
