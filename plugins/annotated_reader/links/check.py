"""Asking for many addresses at once, but for those of one host one after the other."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from annotated_reader.links.follow import Manner, visit
from annotated_reader.links.pace import Pace
from annotated_reader.links.records import Link, Outcome

_NO_NETWORK = (Outcome.NO_HOST, Outcome.REFUSED, Outcome.TIMEOUT)


def check_links(
    addresses: Mapping[str, str], day: str, manner: Manner, tell: Callable[[], object]
) -> dict[str, Link]:
    """Return what became of each address, as of a day; `tell` is called after each.

    The addresses are given with those of their archived copies, as `addresses_of`
    returns them. Never raises for what servers do.
    """
    pace = Pace(manner.interval)
    found: dict[str, Link] = {}

    def of_host(urls: list[str]) -> None:
        """Visit the addresses of one host, one after the other, until somebody stops it."""
        for url in urls:
            if pace.stopped.is_set():
                return
            status, at = visit(url, manner, pace)
            final = at if at != url.partition("#")[0] and len(at) <= 2000 else ""
            found[url] = Link(status=status, checked=day, final=final, archive=addresses[url])
            tell()

    with ThreadPoolExecutor(manner.workers) as pool:
        try:
            for done in [pool.submit(of_host, urls) for urls in _by_host(addresses)]:
                done.result()
        except BaseException:
            pace.stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def _by_host(addresses: Mapping[str, str]) -> list[list[str]]:
    """Return the addresses by host, the hosts with most of them first: they take longest."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    return sorted(hosts.values(), key=len, reverse=True)


def is_offline(found: Mapping[str, Link]) -> bool:
    """Say whether no server answered at all: then the fault is with the network here."""
    return bool(found) and all(link.status in _NO_NETWORK for link in found.values())
