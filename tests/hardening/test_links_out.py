"""MkDocs follows links among its own pages and in a theme, and would copy what they lead to."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from annotated_reader.links_out import links_out
from tests.plugin.conftest import configure
from tests.small_site import write_site

Make = Callable[[Path, Path], None]


def _by_way_of_another_folder(root: Path, secret: Path) -> None:
    (root / "other").mkdir()
    (root / "other/there").symlink_to(secret)
    (root / "docs/here").symlink_to("../other")


def _by_two_folders(root: Path, secret: Path) -> None:
    (root / "other/deep").mkdir(parents=True)
    (root / "more").mkdir()
    (root / "other/deep/more").symlink_to("../../more")
    (root / "more/there.txt").symlink_to(secret / "token.txt")
    (root / "docs/here").symlink_to("../other")


def _hidden(root: Path, secret: Path) -> None:
    (root / ".env").write_bytes((secret / "token.txt").read_bytes())
    (root / "docs/here.txt").symlink_to("../.env")


def _in_circles(root: Path, secret: Path) -> None:
    (root / "other").mkdir()
    (root / "other/back").symlink_to("../docs")
    (root / "docs/here").symlink_to("../other")


CASES: dict[str, tuple[Make, str]] = {
    "a file": (
        lambda root, secret: (root / "docs/here").symlink_to(secret / "token.txt"),
        "docs/here: R002",
    ),
    "a folder": (lambda root, secret: (root / "docs/here").symlink_to(secret), "docs/here: R002"),
    "the environment": (
        lambda root, _: (root / "docs/here").symlink_to("/proc/self/environ"),
        "docs/here: R002",
    ),
    "a hidden file": (_hidden, "docs/here.txt: R002"),
    "another folder": (_by_way_of_another_folder, "docs/here/there: R002"),
    "two folders": (_by_two_folders, "docs/here/deep/more/there.txt: R002"),
    "itself": (lambda root, _: (root / "docs/here").symlink_to("here"), "docs/here: R002"),
    "the folder that it is in": (
        lambda root, _: (root / "docs/here").symlink_to("."),
        "docs/here: R002",
    ),
    "the whole project": (
        lambda root, _: (root / "docs/here").symlink_to(".."),
        "docs/here: R002",
    ),
    "a circle": (_in_circles, "docs/here/back: R002"),
    "nothing": (lambda root, _: (root / "docs/here").symlink_to("gone"), "docs/here: R002"),
    "a pipe": (lambda root, _: os.mkfifo(root / "docs/here"), "docs/here: R001"),
    "a file of the theme": (
        lambda root, secret: (root / "theme/here.txt").symlink_to(secret / "token.txt"),
        "theme/here.txt: R002",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_a_target_is_published(
    case: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make, expected = CASES[case]
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "token.txt").write_text("abc", encoding="utf-8")
    root = write_site(tmp_path / "root")
    make(root, secret)
    with pytest.raises(Abort):
        build(configure(root))
    assert not list(root.glob("site/**/*"))
    told = [record.getMessage() for record in caplog.records if ": R00" in record.getMessage()]
    assert [expected in line for line in told] == [True]


def test_links_within_the_project_stay(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"README.md": "# Read me\n", "other/a.md": "# Another\n"})
    (root / "docs/readme.md").symlink_to("../README.md")
    (root / "docs/one").symlink_to("../other")
    (root / "docs/two").symlink_to("../other")
    # By this a well-known editor says that a file is being edited.
    (root / "docs/.#index.md").symlink_to("ann@host.123:456")
    build(configure(root))
    for name, words in {"readme": "Read me", "one/a": "Another", "two/a": "Another"}.items():
        assert words in (root / f"site/{name}/index.html").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_has_no_links(tmp_path: Path) -> None:
    assert links_out(tmp_path / "docs", tmp_path) == []
