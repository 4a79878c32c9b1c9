from pathlib import Path
from time import process_time

import pytest

from annotated_reader.bibliography import format_sources, styles
from annotated_reader.bibliography.styles import find_style
from tests.bibliography.conftest import FIXTURES, Sources

SMALL = (FIXTURES / "small.csl").read_text(encoding="utf-8")
SOURCES = """\
- {id: b, type: book, title: Beta, author: [{family: Waal, given: Ann}], issued: 2020}
- {id: a, type: book, title: Alpha, author: [{family: Waal, given: Ann}], issued: 2021}
"""


def _told(name: str, root: Path) -> str:
    style, problems = find_style(name, root)
    assert style is None
    [problem] = problems
    return str(problem)


def test_a_style_of_the_project(tmp_path: Path, sources_of: Sources) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/mine.csl").write_text(SMALL)
    found, problems = format_sources(sources_of(SOURCES), "styles/mine.csl", "en", tmp_path)
    assert problems == []
    assert [*found.formatted] == ["a", "b"]
    assert found.formatted["a"].short == "Ann Waal: 2021"
    # The second says its author, too: the page may put it first.
    assert [source.full for source in found.formatted.values()] == [
        "Ann Waal: Alpha!",
        "Ann Waal: Beta!",
    ]


def test_a_style_that_leaves_a_source_out_does_not_lose_it(
    tmp_path: Path, sources_of: Sources
) -> None:
    silent = SMALL.replace('variable="author" suffix=": "', 'variable="editor"')
    (tmp_path / "mine.csl").write_text(
        silent.replace('variable="title"', 'value=""').replace('suffix="!"', "")
    )
    found, _ = format_sources(sources_of(SOURCES), "mine.csl", "en", tmp_path)
    assert found.formatted["a"].full == "Waal, Ann. Alpha. 2021."


@pytest.mark.parametrize("style", ["ieee", "nature", "chicago-notes-bibliography"])
def test_numbers_and_footnotes_do_not_stand_in_notes(
    tmp_path: Path, sources_of: Sources, style: str
) -> None:
    found, problems = format_sources(sources_of(SOURCES), style, "en", tmp_path)
    assert problems == []
    assert found.formatted["a"].short == "Waal 2021"
    assert "Waal" in found.formatted["a"].full
    assert not found.formatted["a"].full.startswith(("1", "[1", "2", "[2"))


def test_a_style_in_the_order_of_citation_is_listed_by_author(
    tmp_path: Path, sources_of: Sources
) -> None:
    later = "- {id: c, type: book, title: Gamma, author: [{family: Abel, given: Ann}]}\n"
    found, _ = format_sources(sources_of(SOURCES + later), "ieee", "en", tmp_path)
    assert [*found.formatted] == ["c", "b", "a"]


def test_another_name_of_a_style_leads_to_it(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    info = f"<info><title>Other</title><id>other</id>{link}<updated/></info>"
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">'
    (tmp_path / "other.csl").write_text(f"{head}{info}</style>")
    assert find_style("other.csl", tmp_path) == find_style("apa", tmp_path)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("apaa", "apa"),
        ("mla", "modern-language-association"),
        ("MLA", "modern-language-association"),
    ],
)
def test_a_name_that_is_almost_right(tmp_path: Path, name: str, meant: str) -> None:
    told = f'citation_style: R603 there is no citation style "{name}". Did you mean "{meant}"?'
    assert _told(name, tmp_path) == told


def test_a_style_of_notes_alone_is_answered_with_its_bibliography(tmp_path: Path) -> None:
    told = _told("chicago-notes", tmp_path)
    assert told.endswith('Did you mean "chicago-notes-bibliography"?')


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("nlm-citation-sequence", "In: de Waal T, editor. Book."),
        ("american-medical-association", "In: de Waal T, ed. <em>Book</em>."),
        ("apa", "In T. de Waal (Ed.), <em>Book</em>."),
    ],
)
def test_editors_stand_before_what_they_are_called(
    tmp_path: Path, sources_of: Sources, style: str, shown: str
) -> None:
    editor = "{family: Waal, given: Thomas, non-dropping-particle: de}"
    names = f"author: [{{family: Aa}}], editor: [{editor}]"
    content = f"- {{id: a, type: chapter, title: T, container-title: Book, {names}}}\n"
    found, _ = format_sources(sources_of(content), style, "en", tmp_path)
    assert shown in found.formatted["a"].full


@pytest.mark.parametrize("name", ["../../styles/apa", "", "a/b", "."])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    assert "R603 there is no citation style" in _told(name, tmp_path)


def test_every_name_that_is_proposed_exists(tmp_path: Path) -> None:
    for name in styles._KNOWN_AS.values():
        assert find_style(name, tmp_path)[1] == []


def test_without_the_package_its_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(styles, "find_spec", lambda _: None)
    assert "pip install 'mkdocs-annotated-reader[styles]'" in _told("apa", tmp_path)
    assert find_style("chicago-author-date", tmp_path)[1] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("no XML", "mine.csl: R603 this is not XML: syntax error: line 1, column 0."),
        ("<style/>", "mine.csl: R603 this is not a citation style (CSL 1.0)."),
        (f"<!DOCTYPE style [<!ENTITY a 'b'>]>{SMALL}", "mine.csl: R603 a citation style must not declare entities."),
        (
            SMALL.partition("<bibliography")[0] + "</style>",
            "mine.csl: R603 this style has no bibliography, and so nothing for the page of sources. Choose another style.",
        ),
        (
            SMALL.replace('<text variable="title"', '<text macro="titel"').replace(
                "<bibliography", '<macro name="title"><text variable="title"/></macro><bibliography'
            ),
            'mine.csl: R603 this style uses the macro "titel", which it does not have. Did you mean "title"?',
        ),
        (None, "mine.csl: R001 cannot be read: No such file or directory."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_style(tmp_path: Path, content: str | None, told: str) -> None:
    if content is not None:
        (tmp_path / "mine.csl").write_text(content)
    assert _told("mine.csl", tmp_path) == told


def _macro(name: str, *used: str) -> str:
    return f'<macro name="{name}">{"".join(f"<text macro={u!r}/>" for u in used)}</macro>'


BOMB = "".join(_macro(f"m{n}", f"m{n + 1}", f"m{n + 1}") for n in range(40)) + _macro("m40")
HOSTILE = {
    "circle": (_macro("a", "b") + _macro("b", "a"), 'R603 the macro "'),
    "itself": (_macro("a", "a"), 'R603 the macro "a" of this style uses itself.'),
    "bomb": (
        BOMB + '<locale><terms><term name="x"><text macro="m0"/></term></terms></locale>',
        "R603 the macros of this style use each other too often.",
    ),
    "deep": (
        f"<macro name='a'>{'<group>' * 90_000}{'</group>' * 90_000}</macro>",
        "R004 is too large",
    ),
    "deeper than any": (
        f"<macro name='a'>{'<group>' * 50_000}{'</group>' * 50_000}</macro>",
        "R603 this style is nested more than 100 levels deep.",
    ),
    "many": (
        "".join(f'<macro name="{n}"><text macro="{n + 1}"/></macro>' for n in range(15_000)),
        'R603 this style uses the macro "15000", which it does not have.',
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_style_that_has_no_end(tmp_path: Path, case: str) -> None:
    part, expected = HOSTILE[case]
    (tmp_path / "mine.csl").write_text(SMALL.replace("<bibliography", f"{part}<bibliography"))
    start = process_time()
    told = _told("mine.csl", tmp_path)
    assert process_time() - start < 1
    assert told.startswith(f"mine.csl: {expected}")


@pytest.mark.parametrize("encoding", ["x-unknown", "utf-7", "utf-16", "shift_jis"])
def test_a_style_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    xml = SMALL.partition("?>")[2]
    (tmp_path / "mine.csl").write_text(f'<?xml version="1.0" encoding="{encoding}"?>{xml}')
    assert _told("mine.csl", tmp_path).startswith("mine.csl: R603 this is not XML: ")


@pytest.mark.parametrize("name", ["a\0b.csl", f"{'a' * 5000}.csl"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert "R001 cannot be read: " in _told(name, tmp_path)


@pytest.mark.parametrize("name", ["../mine.csl", "/etc/mine.csl", "linked.csl"])
def test_a_style_lies_in_the_project(tmp_path: Path, name: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "mine.csl").write_text(SMALL)
    (root / "linked.csl").symlink_to(tmp_path / "mine.csl")
    assert any(code in _told(name, root) for code in ("R002", "R603"))


def test_sources_of_a_bad_style_are_plain(tmp_path: Path, sources_of: Sources) -> None:
    found, [problem] = format_sources(sources_of(SOURCES), "apaa", "en", tmp_path)
    assert found.formatted["a"].full == "Waal, Ann. Alpha. 2021."
    assert problem.code == "R603"
