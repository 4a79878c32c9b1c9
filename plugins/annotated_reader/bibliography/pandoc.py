"""Calling pandoc: in its sandbox, so that no content of ours makes it read a file or the network."""

import logging
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

TIME_LIMIT = 120
"""Seconds; a thousand cited sources take 13 (1,000 sources, Chicago author-date, pandoc 3.9)."""


class PandocError(Exception):
    """Pandoc is missing, took too long or refused its input; the message is for people."""


@cache
def pandoc_path() -> str:
    """Return the pandoc in use: a system one, or that of the package pypandoc_binary.

    Raises PandocError when there is none.
    """
    try:
        # Only here, so that a computer without it still builds a site.
        import pypandoc

        with _silent("pypandoc"):
            return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        named = os.environ.get("PYPANDOC_PANDOC", "")
        if named:
            raise PandocError(f'PYPANDOC_PANDOC names "{named}", which is no pandoc') from error
        raise PandocError("pandoc is missing: pip install pypandoc_binary") from error


@contextmanager
def _silent(name: str) -> Iterator[None]:
    """Keep a logger from telling what we tell ourselves."""
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


@cache
def pandoc_version() -> str:
    """Return the version, like "3.9"; raises PandocError when there is no pandoc."""
    return run_pandoc(["--version"], "").split("\n", 1)[0].partition(" ")[2]


def memory(megabytes: int) -> list[str]:
    """Return the arguments by which pandoc gets no more memory than this."""
    return ["+RTS", f"-M{megabytes}m", "-RTS"]


def run_pandoc(arguments: Sequence[str], text: str) -> str:
    """Return what pandoc makes of a text; raises PandocError with its message."""
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, no shell
            [pandoc_path(), "--sandbox", *arguments],
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PandocError(f"pandoc took longer than {TIME_LIMIT} seconds") from error
    except OSError as error:
        raise PandocError(f"pandoc cannot be run: {error.strerror}") from error
    if done.returncode != 0:
        raise PandocError(done.stderr.decode("utf-8", "replace").strip() or "pandoc failed")
    try:
        return done.stdout.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PandocError("pandoc answered with what is not UTF-8") from error
