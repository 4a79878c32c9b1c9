"""Pandocs that do not work: a missing one, and programs that are none."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pypandoc
import pytest

from annotated_reader.bibliography import format_sources
from annotated_reader.bibliography.pandoc import (
    PandocError,
    pandoc_path,
    pandoc_version,
    run_pandoc,
)
from annotated_reader.bibliography.styles import DEFAULT_STYLE
from tests.bibliography.conftest import Sources

BOOK = "- {id: a, type: book, title: T}\n"
VERSION = 'case "$*" in *--version*) echo "pandoc 3.9"; exit 0;; esac\n'


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Forget what is remembered of the pandoc of this computer, and of those of the tests."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    pandoc_path.cache_clear()
    pandoc_version.cache_clear()
    pypandoc.clean_pandocpath_cache()


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 3", 'program", which is no pandoc'),
        (VERSION + "exit 3", "pandoc failed"),
        (VERSION + "echo no >&2; exit 3", "form. no"),
        (VERSION + "printf '\\377\\376'", "pandoc answered with what is not UTF-8"),
        (None, 'program", which is no pandoc'),
    ],
)
def test_a_program_that_is_no_pandoc(
    tmp_path: Path,
    sources_of: Sources,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    script: str | None,
    told: str,
) -> None:
    program = tmp_path / "program"
    if script:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PYPANDOC_PANDOC", str(program))
    found, [problem] = format_sources(sources_of(BOOK), DEFAULT_STYLE, "en", tmp_path)
    assert found.formatted["a"].full == "T. n.d."
    assert problem.code == "R604"
    assert problem.message.endswith(told)
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_gone_by_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "annotated_reader.bibliography.pandoc.pandoc_path", lambda: str(tmp_path / "none")
    )
    with pytest.raises(PandocError, match="pandoc cannot be run: No such file"):
        run_pandoc([], "")


def test_without_the_package(
    tmp_path: Path, sources_of: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.delenv("PYPANDOC_PANDOC", raising=False)
    _, [problem] = format_sources(sources_of(BOOK), DEFAULT_STYLE, "en", tmp_path)
    assert problem.message.endswith("pandoc is missing: pip install pypandoc_binary")
