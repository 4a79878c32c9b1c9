"""What servers do, from the outside: one address at a time."""

import ssl
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import trustme

from annotated_reader.links import Outcome, request
from annotated_reader.links.follow import Manner, visit
from annotated_reader.links.pace import Pace
from tests.cases import yaml_cases
from tests.links.conftest import Server

VISITS = yaml_cases(Path(__file__).parent / "fixtures" / "visits.yml")


@pytest.mark.parametrize("case", VISITS)
def test_visits(case: dict[str, Any], server: Server, manner: Manner) -> None:
    manner = replace(manner, timeout=float(case.get("timeout", manner.timeout)))
    url = server.address(case["path"].replace(" ", "%20"))
    status, final = visit(url, manner, Pace(0))
    assert str(status) == case["status"]
    if "final" in case:
        assert final == server.address(case["final"])
    if "asked" in case:
        assert ", ".join(server.asked) == case["asked"]


@pytest.mark.parametrize(
    ("host", "outcome"),
    [
        ("nowhere.test", Outcome.NO_HOST),
        ("later.test", Outcome.REFUSED),
        ("a.test:1", Outcome.REFUSED),
    ],
)
def test_a_host_that_does_not_answer(host: str, outcome: Outcome, manner: Manner) -> None:
    assert visit(f"http://{host}/ok", manner, Pace(0))[0] == outcome


def test_an_anchor_is_not_sent(server: Server, manner: Manner) -> None:
    assert visit(server.address("/ok#here"), manner, Pace(0)) == (200, server.address("/ok"))
    assert server.asked == ["HEAD /ok"]


def test_servers_are_told_who_asks(server: Server, manner: Manner) -> None:
    visit(server.address("/ok"), manner, Pace(0))
    (agent,) = server.agents
    assert agent.startswith("annotated-reader/")
    assert "mkdocs-annotated-reader" in agent


def test_a_private_address_is_not_asked(server: Server, manner: Manner) -> None:
    manner = replace(manner, allow_private=False)
    assert visit(server.address("/ok"), manner, Pace(0))[0] == Outcome.FORBIDDEN
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(
    server: Server, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "is_public", lambda number: number == "127.0.0.1")
    manner = replace(manner, allow_private=False)
    target = server.address("/ok", "private.test")
    status, final = visit(server.address(f"/status/301?to={target}"), manner, Pace(0))
    assert (status, final) == (Outcome.FORBIDDEN, target)
    assert len(server.asked) == 1


def test_a_time_that_a_busy_server_names_is_kept(server: Server, manner: Manner) -> None:
    started = time.monotonic()
    manner = replace(manner, longest_wait=2)
    assert visit(server.address("/busy/1/429?after=1"), manner, Pace(0))[0] == 200
    assert time.monotonic() - started >= 1


def test_after_waiting_in_vain_a_host_is_not_waited_for(server: Server, manner: Manner) -> None:
    pace = Pace(0)
    assert visit(server.address("/busy/9/429"), manner, pace)[0] == 429
    server.asked.clear()
    assert visit(server.address("/busy/9/503"), manner, pace)[0] == 503
    assert server.asked == ["HEAD /busy/9/503", "GET /busy/9/503"]


def test_a_certificate_that_is_trusted(
    tls_server: Server, authority: trustme.CA, manner: Manner
) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    manner = replace(manner, tls=trusting)
    assert visit(tls_server.address("/ok", scheme="https"), manner, Pace(0))[0] == 200
    other = tls_server.address("/ok", "b.test", "https")
    assert visit(other, manner, Pace(0))[0] == Outcome.TLS
    drip = tls_server.address("/drip", scheme="https")
    assert visit(drip, replace(manner, timeout=0.5), Pace(0))[0] == Outcome.TIMEOUT


def test_a_certificate_that_nobody_signed(tls_server: Server, manner: Manner) -> None:
    address = tls_server.address("/ok", scheme="https")
    assert visit(address, manner, Pace(0))[0] == Outcome.TLS
    assert tls_server.asked == []


def test_https_where_there_is_none(server: Server, manner: Manner) -> None:
    assert visit(server.address("/ok", scheme="https"), manner, Pace(0))[0] == Outcome.TLS
