"""Serving notices folders of notes that were not there when it began, or were away."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from tests.plugin.conftest import configure
from tests.small_site import FILES, write_site

PATIENCE = 10
"""Seconds after which a build that was waited for is missed."""


class Serving:
    """A server that counts instead of building."""

    def __init__(self, root: Path) -> None:
        self.builds = 0
        config = configure(root, "serve")
        config = config.plugins.on_config(config)
        self.server = LiveReloadServer(
            self._build, "127.0.0.1", 0, str(root / "site"), polling_interval=0.05
        )
        self.server.build_delay = 0.02
        self.server.watch(config.docs_dir)
        config.plugins.on_serve(self.server, config=config, builder=self._build)
        for item in config.watch:
            self.server.watch(item)
        self.thread = threading.Thread(target=self.server.serve)
        self.thread.start()

    def _build(self) -> None:
        self.builds += 1

    def built(self, before: int) -> bool:
        """Say whether there is a build more than before, waiting for it."""
        end = time.monotonic() + PATIENCE
        while self.builds == before and time.monotonic() < end:
            time.sleep(0.02)
        return self.builds > before

    def settled(self) -> int:
        """Return how many builds there were once no more come."""
        count = -1
        while count != self.builds:
            count = self.builds
            time.sleep(0.5)
        return count


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    made = Serving(write_site(tmp_path, {n: None for n in FILES if n.startswith("annotations/")}))
    time.sleep(0.5)  # Until the observer has had its first look.
    yield made
    made.server.shutdown(wait=True)
    made.thread.join()


def test_a_folder_of_notes_that_comes_later_is_watched(serving: Serving, tmp_path: Path) -> None:
    write_site(tmp_path)
    assert serving.built(0)
    before = serving.settled()
    (tmp_path / "annotations/essay/more.yml").write_text("notes: []\n")
    assert serving.built(before)


def test_a_folder_that_was_away_is_watched_again(serving: Serving, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.rename(tmp_path / "elsewhere")
    assert serving.built(0)
    before = serving.settled()
    (tmp_path / "elsewhere").rename(seeds)
    assert serving.built(before)
    before = serving.settled()
    (seeds / "essay.txt").write_text("Other words.\n")
    assert serving.built(before)


def test_other_folders_beside_them_are_no_reason_to_build(serving: Serving, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file.txt").write_text("…")
    assert serving.settled() == 0
