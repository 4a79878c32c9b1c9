"""What is wrong with the input ends a build, and is shown by `serve`."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from tests.plugin.conftest import Build, configure, with_plugins
from tests.small_site import FILES, write_site

BROKEN = FILES["annotations/essay/notes.yml"].replace("quote: cats & dogs", "quote: cats & mice")


def test_an_error_ends_the_build_with_its_place(build_site: Build, messages: list[str]) -> None:
    with pytest.raises(Abort):
        build_site({"annotations/essay/notes.yml": BROKEN})
    message, end = messages
    assert end == "ERROR annotated-reader: 1 error in the input, see above."
    assert message.startswith("ERROR")
    assert "annotations/essay/notes.yml:4:10: R104 quote not found in sentence s2." in message
    assert 'Did you mean "cats & dogs"?' in message


def test_serving_shows_the_error_and_stays_up(build_site: Build, messages: list[str]) -> None:
    site = build_site({"annotations/essay/notes.yml": BROKEN}, command="serve")
    html = (site / "texts/essay/index.html").read_text()
    assert "Notes looking for their place" in html
    assert "It is about <em>cats</em> only." in html
    assert len(messages) == 1


def test_serving_recovers_when_the_error_is_mended(tmp_path: Path, messages: list[str]) -> None:
    write_site(tmp_path, {"annotations/essay/notes.yml": BROKEN})
    build(configure(tmp_path, "serve"))
    write_site(tmp_path)
    messages.clear()
    build(configure(tmp_path, "serve"))
    assert messages == []
    assert "looking for" not in (tmp_path / "site/texts/essay/index.html").read_text()


def test_serve_watches_seeds_and_annotations(tmp_path: Path) -> None:
    config = configure(write_site(tmp_path), "serve")
    config = config.plugins.on_config(config)
    watched = {Path(path).name for path in config.watch}
    assert {"seeds", "annotations"} <= watched


def test_a_page_that_exists_is_not_replaced(build_site: Build, messages: list[str]) -> None:
    with pytest.raises(Abort):
        build_site({"docs/claims.md": "# Mine\n"})
    assert "docs/claims.md: R601" in messages[0]


def _in_language(settings: str, theme: str = "") -> dict[str, str | None]:
    config = with_plugins(
        f"[annotated-reader: {settings}]", f"{{name: null, custom_dir: theme{theme}}}"
    )
    return {"mkdocs.yml": config}


def test_a_language_that_is_none_is_told(build_site: Build, messages: list[str]) -> None:
    build_site(_in_language("{language: german}"))
    (message,) = messages
    assert message.startswith(
        'WARNING annotated_reader: mkdocs.yml: R607 "german" is not a language tag (BCP 47)'
    )


def test_a_language_of_the_theme_without_words_is_told(
    build_site: Build, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        build_site(_in_language("{}", ", language: de"), strict=True)
    (told,) = [line for line in caplog.messages if " R608 " in line]
    assert told.endswith("There are words in: ar, az, en, fa, fr, hy, ru.")


@pytest.mark.parametrize("setting", ["seeds", "annotations", "citation_style"])
@pytest.mark.parametrize("name", ["a" * 5000, "a\0b.csl"], ids=["long", "zero"])
def test_a_name_that_no_file_can_have_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, setting: str, name: str
) -> None:
    name = f"{name}.csl" if setting == "citation_style" else name
    config = with_plugins(f"[{{annotated-reader: {{{setting}: {json.dumps(name)}}}}}]")
    with pytest.raises(Abort):
        build(configure(write_site(tmp_path, {"mkdocs.yml": config})))
    assert "R001" in caplog.text or "no folder can have the name" in caplog.text
