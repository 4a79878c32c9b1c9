import time
from dataclasses import replace

from annotated_reader.links import Link, Outcome
from annotated_reader.links.check import check_links, is_offline
from annotated_reader.links.follow import Manner
from tests.links.conftest import Server

DAY = "2026-11-23"


def test_all_addresses_are_asked(server: Server, manner: Manner) -> None:
    paths = ("/ok", "/status/301?to=/ok", "/status/404", "/ok#part")
    addresses = {server.address(path): "" for path in paths}
    addresses[server.address("/ok", "b.test")] = "https://archive.org/b"
    told: list[int] = []
    found = check_links(addresses, DAY, manner, lambda: told.append(1))
    assert len(told) == 5
    assert found == {
        server.address("/ok"): Link(status=200, checked=DAY),
        server.address("/ok#part"): Link(status=200, checked=DAY),
        server.address("/status/301?to=/ok"): Link(
            status=200, checked=DAY, final=server.address("/ok")
        ),
        server.address("/status/404"): Link(status=404, checked=DAY),
        server.address("/ok", "b.test"): Link(
            status=200, checked=DAY, archive="https://archive.org/b"
        ),
    }


def test_a_host_is_asked_with_pauses(server: Server, manner: Manner) -> None:
    addresses = {server.address(f"/ok?{n}"): "" for n in range(4)}
    started = time.monotonic()
    check_links(addresses, DAY, replace(manner, interval=0.1), lambda: None)
    assert time.monotonic() - started >= 0.3
    assert len(server.asked) == 4


def test_slow_hosts_do_not_keep_others_waiting(server: Server, manner: Manner) -> None:
    hosts = [f"slow-{n}.test" for n in range(6)]
    addresses = {server.address("/hang", host): "" for host in hosts}
    addresses[server.address("/ok", "quick.test")] = ""
    started = time.monotonic()
    found = check_links(addresses, DAY, replace(manner, timeout=0.6), lambda: None)
    assert time.monotonic() - started < 6 * 0.6
    assert found[server.address("/ok", "quick.test")].is_reached
    assert [link.status for link in found.values()].count(Outcome.TIMEOUT) == 6


def test_nothing_to_ask(manner: Manner) -> None:
    assert check_links({}, DAY, manner, lambda: None) == {}
    assert not is_offline({})


def test_without_a_network_nothing_can_be_said(server: Server, manner: Manner) -> None:
    dead = ["http://nowhere.test/", "http://later.test/", "http://elsewhere.org/"]
    found = check_links(dict.fromkeys(dead, ""), DAY, manner, lambda: None)
    assert is_offline(found)
    found |= check_links({server.address("/status/500"): ""}, DAY, manner, lambda: None)
    assert not is_offline(found)


def test_what_tells_that_a_page_is_gone() -> None:
    gone = {
        status: Link(status=status, checked=DAY).is_gone
        for status in (200, 301, 401, 403, 404, 410, 429, 500, *Outcome)
    }
    assert [status for status, is_gone in gone.items() if is_gone] == [404, 410, Outcome.NO_HOST]
