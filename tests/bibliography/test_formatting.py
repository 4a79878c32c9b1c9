from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from annotated_reader.bibliography import biblatex, engine, format_sources, formatting, pandoc
from annotated_reader.bibliography.cache import FOLDER, KEPT, cached
from annotated_reader.bibliography.pandoc import PandocError
from annotated_reader.bibliography.styles import DEFAULT_STYLE
from annotated_reader.notes import Source
from annotated_reader.problems import Severity
from tests.bibliography.conftest import FIXTURES, Sources, read

TWO = """\
- {id: b, type: book, title: Beta, author: [{family: Waal, given: Ann}], issued: 2020}
- {id: a, type: book, title: Alpha, author: [{family: Waal, given: Ann}], issued: 2021}
"""
REL = ' rel="nofollow noopener noreferrer external"'
Calls = list[list[str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The arguments of every call of pandoc that makes something."""
    found: Calls = []
    real = pandoc.run_pandoc

    def run(arguments: list[str], text: str) -> str:
        found.append(arguments)
        return real(arguments, text)

    monkeypatch.setattr(engine, "run_pandoc", run)
    monkeypatch.setattr(biblatex, "run_pandoc", run)
    return found


def _tree(html: str) -> Element:
    tree: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return tree


def test_one_call_of_the_style_engine_for_all_sources(
    sources_of: Sources, tmp_path: Path, calls: Calls
) -> None:
    bibliography, problems = format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    assert problems == []
    assert [formatted.short for formatted in bibliography.formatted.values()] == [
        "Waal 2020",
        "Waal 2021",
    ]
    assert bibliography.formatted["a"].full == "Waal, Ann. 2021. <em>Alpha</em>."
    assert "@book{a," in bibliography.biblatex
    assert sorted("--citeproc" in arguments for arguments in calls) == [False, True]


def test_unchanged_sources_need_no_call(sources_of: Sources, tmp_path: Path, calls: Calls) -> None:
    first = format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    calls.clear()
    assert format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path) == first
    assert calls == []


@pytest.mark.parametrize(
    ("content", "style", "language"),
    [
        (TWO.replace("Beta", "Gamma"), DEFAULT_STYLE, "en"),
        (TWO, "apa", "en"),
        (TWO, DEFAULT_STYLE, "fr"),
    ],
)
def test_a_change_needs_a_call(
    sources_of: Sources, tmp_path: Path, calls: Calls, content: str, style: str, language: str
) -> None:
    format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    calls.clear()
    format_sources(sources_of(content), style, language, tmp_path)
    assert [arguments for arguments in calls if "--citeproc" in arguments]


def test_another_pandoc_needs_a_call(
    sources_of: Sources, tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    calls.clear()
    monkeypatch.setattr(formatting, "pandoc_version", lambda: "99")
    format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    assert len(calls) == 2


def test_no_sources_need_no_pandoc(tmp_path: Path, calls: Calls) -> None:
    bibliography, problems = format_sources({}, DEFAULT_STYLE, "en", tmp_path)
    assert (dict(bibliography.formatted), problems, calls) == ({}, [], [])
    assert list(tmp_path.iterdir()) == []


def _missing(*_: object) -> str:
    raise PandocError("pandoc is missing: pip install pypandoc_binary")


@pytest.mark.parametrize("name", ["pandoc_version", "run_citeproc", "run_biblatex"])
def test_without_pandoc_the_sources_are_plain_and_a_warning_says_so(
    sources_of: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(formatting, name, _missing)
    bibliography, [problem] = format_sources(sources_of(TWO), DEFAULT_STYLE, "en", tmp_path)
    assert bibliography.formatted["a"].short == "Waal 2021"
    assert bibliography.formatted["a"].full == "Waal, Ann. Alpha. 2021."
    assert bibliography.biblatex == ""
    assert (problem.code, problem.severity) == ("R604", Severity.WARNING)
    assert str(problem.place) == "annotations/sources.yml"
    assert "pip install pypandoc_binary" in problem.message


def test_pandoc_that_refuses_its_input_is_told_in_its_words(
    sources_of: Sources, tmp_path: Path
) -> None:
    whole = (FIXTURES / "small.csl").read_text()
    (tmp_path / "broken.csl").write_text(whole.replace('text variable="title"', "texte"))
    _, [problem] = format_sources(sources_of(TWO), "broken.csl", "en", tmp_path)
    assert problem.code == "R604"
    assert 'unknown element "texte"' in problem.message


@pytest.mark.parametrize(
    ("family", "given"),
    [
        ("Հակոբյան", "Թաթուլ"),
        ("ჭავჭავაძე", "ილია"),
        ("प्रेमचंद", "मुंशी"),
        ("መንግስቱ", "ኃይለ"),
        ("Толстой", "Лев"),
    ],
)
def test_names_of_every_script_keep_their_space(
    sources_of: Sources, tmp_path: Path, family: str, given: str
) -> None:
    names = f"[{{family: Aa, given: Bb}}, {{family: {family}, given: {given}}}]"
    content = f"- {{id: x, type: book, title: T, author: {names}, issued: 2020}}\n"
    found = format_sources(sources_of(content), DEFAULT_STYLE, "en", tmp_path)[0].formatted["x"]
    assert found.short == f"Aa and {family} 2020"
    assert found.full.startswith(f"Aa, Bb, and {given} {family}. 2020.")


def test_joiners_that_belong_to_a_word_stay(sources_of: Sources, tmp_path: Path) -> None:
    """Persian and Hindi write with U+200C, which others take for their mark."""
    content = "- {id: x, type: book, title: می‌خواهم क्‌ष, author: [{family: می‌خواهم}]}\n"
    found = format_sources(sources_of(content), DEFAULT_STYLE, "en", tmp_path)[0].formatted["x"]
    assert "می‌خواهم" in found.short
    assert "می‌خواهم क्‌ष" in found.full


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2020-22", "Summer"),
        ("1880~", "[1880?]"),
        ("1880?", "[1880?]"),
        ("2013/2014", "2013–2014"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
    ],
)
def test_dates_are_printed(sources_of: Sources, tmp_path: Path, written: str, shown: str) -> None:
    content = f"- {{id: x, type: article-newspaper, title: T, issued: '{written}'}}\n"
    found = format_sources(sources_of(content), DEFAULT_STYLE, "en", tmp_path)[0].formatted["x"]
    assert shown in found.full


def test_the_language_of_the_site_is_that_of_the_terms(sources_of: Sources, tmp_path: Path) -> None:
    authors = "[{family: Aa, given: B}, {family: Cc, given: D}]"
    sources = sources_of(f"- {{id: x, type: book, title: T, author: {authors}, issued: 2020}}\n")
    shown = {
        language: format_sources(sources, DEFAULT_STYLE, language, tmp_path)[0].formatted["x"].short
        for language in ("en", "fr", "hy", "not a language")
    }
    assert shown == {
        "en": "Aa and Cc 2020",
        "fr": "Aa et Cc 2020",
        # Pandoc has no words in Armenian.
        "hy": "Aa and Cc 2020",
        "not a language": "Aa and Cc 2020",
    }


@pytest.mark.parametrize("style", [DEFAULT_STYLE, "apa", "modern-language-association", "nature"])
def test_evil_sources_are_inert(tmp_path: Path, style: str) -> None:
    sources = read(FIXTURES / "evil.yml")
    bibliography, problems = format_sources(sources, style, "en", tmp_path)
    assert problems == []
    assert bibliography.formatted.keys() == sources.keys()
    for formatted in bibliography.formatted.values():
        tree = _tree(f"{formatted.short}{formatted.full}")
        tags = {element.tag for element in tree.iter()} - {"DOCUMENT_FRAGMENT"}
        assert tags <= {"a", "em", "i", "b", "strong", "sub", "sup", "span"}
        names = {name for element in tree.iter() for name in element.attrib}
        assert names <= {"href", "rel", "class"}
        addresses = [a.get("href", "") for a in tree.iter("a")]
        assert all(a.startswith(("https://example.org/", "https://doi.org/")) for a in addresses)
        assert not list(_tree(formatted.short).iter("a"))


def test_other_peoples_evil_sources_are_inert(
    outside: Path, tmp_path: Path, read_lax: Callable[[Path], dict[str, Source]]
) -> None:
    sources = read_lax(outside / "fixtures/citations/evil.yaml")
    formatted = format_sources(sources, DEFAULT_STYLE, "en", tmp_path)[0].formatted["e1"]
    tags = {element.tag for element in _tree(formatted.full).iter()}
    assert tags <= {"DOCUMENT_FRAGMENT", "a", "em"}


def test_a_cache_that_was_tampered_with_is_inert(sources_of: Sources, tmp_path: Path) -> None:
    sources = sources_of(TWO)
    format_sources(sources, DEFAULT_STYLE, "en", tmp_path)
    [path] = (tmp_path / FOLDER).glob("*.html")
    evil = "<script>x</script><img onerror=x src=y><a href='https://user@evil.example/'>z</a>"
    path.write_text(path.read_text().replace("Alpha", evil))
    full = format_sources(sources, DEFAULT_STYLE, "en", tmp_path)[0].formatted["a"].full
    assert full == f"Waal, Ann. 2021. <em><a{REL}>z</a></em>."


@pytest.mark.parametrize("step", [".cache", FOLDER])
def test_a_cache_that_leads_elsewhere_is_not_used(
    tmp_path: Path, step: str, sources_of: Sources
) -> None:
    root, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / step).parent.mkdir(parents=True)
    (root / step).symlink_to(elsewhere)
    assert format_sources(sources_of(TWO), DEFAULT_STYLE, "en", root)[1] == []
    assert list(elsewhere.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("not a folder")
    assert cached(tmp_path, ".html", ["x"], lambda: "made") == "made"


def test_the_cache_keeps_itself_small_and_out_of_repositories(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        assert cached(tmp_path, ".html", [str(number)], lambda: "made") == "made"
    assert len(list((tmp_path / FOLDER).glob("*.html"))) == KEPT
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_circa_is_a_date_in_biblatex(sources_of: Sources, tmp_path: Path) -> None:
    sources = sources_of("- {id: x, type: book, title: T, issued: 1880~}\n")
    made = format_sources(sources, DEFAULT_STYLE, "en", tmp_path)[0].biblatex
    assert "date = {1880~}" in made


def test_a_doi_with_characters_of_html_is_a_link(sources_of: Sources, tmp_path: Path) -> None:
    content = "- {id: x, type: book, title: T, DOI: '10.1002/(SICI)1<2::A>3.0;2-O'}\n"
    sources = sources_of(content)
    full = format_sources(sources, DEFAULT_STYLE, "en", tmp_path)[0].formatted["x"].full
    assert f'<a href="{sources["x"].address}"' in full
    assert "%3C2::A%3E3" in sources["x"].address
