import json
import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli import main
from tests.links.conftest import Server
from tests.small_site import write_site

TODAY = date.today().isoformat()


def _run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "-C", str(root)], catch_exceptions=False)


def _links(root: Path, *options: str) -> Result:
    return _run(root, "links", "--allow-private", "--timeout", "20", "--pause", "0", *options)


def _site(root: Path, *addresses: str, archive: str = "", known: Any = None) -> Path:
    custom = f", custom: {{archive-url: '{archive}'}}" if archive else ""
    items = [
        f"- {{id: s{n}, type: book, title: T{n}, URL: '{url}'{custom}}}\n"
        for n, url in enumerate(addresses)
    ]
    files = {
        "annotations/sources.yml": "references:\n" + "".join(items),
        "annotations/essay/notes.yml": "notes:\n- {at: s1, kind: gloss, lead: First.}\n",
        "annotations/links.json": json.dumps(known) if known else None,
    }
    return write_site(root, files)


def _written(root: Path) -> Any:
    return json.loads((root / "annotations/links.json").read_text(encoding="utf-8"))


def test_every_address_is_written(tmp_path: Path, server: Server) -> None:
    ok, moved, gone = (server.address(p) for p in ("/ok", "/status/301?to=/ok", "/status/410"))
    root = _site(tmp_path, ok, moved, gone)
    done = _links(root)
    assert done.exit_code == 0
    assert done.stdout == (
        f"{gone}: 410\n"
        "2 reached, 1 gone, 0 without an answer that tells.\n"
        "annotations/links.json: 3 addresses written.\n"
    )
    assert done.stderr == ""
    assert _written(root) == {
        ok: {"status": 200, "checked": TODAY, "reached": TODAY},
        moved: {"status": 200, "checked": TODAY, "reached": TODAY, "final": ok},
        gone: {"status": 410, "checked": TODAY},
    }
    # Git sees no other file, and the build reads what was written.
    assert sorted(path.name for path in (root / "annotations").iterdir()) == [
        "essay",
        "links.json",
        "sources.yml",
    ]
    assert _run(root, "check").exit_code == 0


def test_what_is_written_can_be_read_by_others(tmp_path: Path, server: Server) -> None:
    before = os.umask(0o022)
    root = _site(tmp_path, server.address("/ok"))
    _links(root)
    os.umask(before)
    assert (root / "annotations/links.json").stat().st_mode & 0o777 == 0o644


def test_what_fails_keeps_its_day_and_names_its_copy(tmp_path: Path, server: Server) -> None:
    url, archive = server.address("/status/404"), server.address("/ok")
    known = {
        url: {"status": 200, "checked": "2026-01-02", "reached": "2026-01-02"},
        "https://example.com/no-longer-cited": {"status": 200, "checked": "2026-01-02"},
    }
    root = _site(tmp_path, url, archive=archive, known=known)
    assert f"{url}: 404; last reached 2026-01-02; archived copy: {archive}\n" in _links(root).stdout
    assert _written(root) == {
        archive: {"status": 200, "checked": TODAY, "reached": TODAY},
        url: {"status": 404, "checked": TODAY, "reached": "2026-01-02", "archive": archive},
    }


def test_dead_links_fail_the_command_only_if_asked(tmp_path: Path, server: Server) -> None:
    root = _site(tmp_path, server.address("/ok"), server.address("/status/404"))
    assert _links(root).exit_code == 0
    assert _links(root, "--fail-on", "dead").exit_code == 1
    root = _site(tmp_path, server.address("/ok"), server.address("/status/500"))
    assert _links(root, "--fail-on", "dead").exit_code == 0


def test_without_a_network_nothing_is_written(tmp_path: Path) -> None:
    url = "http://nowhere.test/"
    known = {url: {"status": 200, "checked": "2026-01-02", "reached": "2026-01-02"}}
    root = _site(tmp_path, url, "http://later.test/", known=known)
    done = _links(root, "--fail-on", "dead")
    assert (done.exit_code, _written(root)) == (0, known)
    assert done.stdout == "No server answered: is there a network? Nothing was written.\n"


def test_private_addresses_need_an_option(tmp_path: Path, server: Server) -> None:
    url = server.address("/ok")
    root = _site(tmp_path, url)
    assert _run(root, "links").exit_code == 0
    assert _written(root) == {url: {"status": "an address that is not asked", "checked": TODAY}}
    assert server.asked == []


def test_with_a_fault_in_the_sources_nothing_is_asked(tmp_path: Path, server: Server) -> None:
    root = _site(tmp_path, server.address("/ok"), "javascript:alert(1)")
    done = _links(root)
    assert done.exit_code == 1
    assert "R209" in done.stderr
    assert server.asked == []


def test_a_broken_file_is_not_replaced(tmp_path: Path, server: Server) -> None:
    root = _site(tmp_path, server.address("/ok"))
    (root / "annotations/links.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert _links(root).exit_code == 1
    assert (root / "annotations/links.json").read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


def test_no_other_command_uses_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("the network was used")

    root = _site(tmp_path, "https://example.com/", archive="https://example.org/")
    for name in ("socket", "getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    with pytest.raises(AssertionError, match="the network was used"):
        socket.socket()
    assert _run(root, "check").exit_code == 0
    assert _run(root, "render", "--out", str(tmp_path / "out")).exit_code == 0


def test_what_asks_is_only_loaded_to_ask() -> None:
    code = (
        "import sys, annotated_reader.cli;"
        "print([n for n in sys.modules if n.startswith('annotated_reader.links.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['annotated_reader.links.records', 'annotated_reader.links.file']\n"
