"""The same few works as Zotero exports them in each format."""

from pathlib import Path
from typing import Any

import pytest

from annotated_reader.imports.sources.bibtex import UNDERSTOOD, read_bibtex
from annotated_reader.imports.sources.bibtex_scan import MAX_FAULTS
from annotated_reader.imports.sources.convert import convert
from annotated_reader.imports.sources.csl_data import read_csl_json
from annotated_reader.imports.sources.records import Incoming, Raw
from annotated_reader.imports.sources.ris import read_ris
from annotated_reader.problems import Place, Problem
from tests.cases import Case, block_cases, lines_of
from tests.imports.sources.conftest import ZOTERO, merged, read_back, records

HERE = Place("x")


def _by_id(name: str) -> dict[str, Incoming]:
    return {item.wanted: item for item in records(ZOTERO / name)}


@pytest.mark.parametrize("name", ["zotero.bib", "zotero.ris", "zotero.json", "better.yaml"])
def test_an_article(name: str) -> None:
    article = records(ZOTERO / name)[0].fields
    title = "Peace without society? The Karabakh conflict and its negotiators"
    assert str(article["title"]).replace("<i>", "").replace("</i>", "") == title
    assert article["type"] == "article-journal"
    assert article["container-title"] == "Eurasian Geography and Economics"
    assert article["issued"] == "2020-07-03"
    assert article["page"] == "551-577"
    assert article["volume"] == "61"
    assert article["issue"] == "4"
    assert article["DOI"] == "10.1080/15387216.2020.1824013"
    assert article["language"] == "en"
    authors: Any = article["author"]
    assert authors[0] == {"family": "Toal", "given": "Gerard"}
    assert authors[-1] == {"literal": "International Crisis Group"}
    assert article.get("accessed", "2026-11-02") == "2026-11-02"


@pytest.mark.parametrize("name", ["zotero.bib", "zotero.ris", "zotero.json"])
def test_an_armenian_book(name: str) -> None:
    book = records(ZOTERO / name)[1].fields
    assert book["author"] == [{"family": "Հակոբյան", "given": "Թաթուլ"}]
    assert book["title"] == "Արցախյան պատերազմի պատմություն"
    assert (book["publisher"], book["publisher-place"]) == ("Լուսակն", "Երևան")
    assert (book["type"], book["issued"]) == ("book", "2010")
    assert str(book["language"])[:2] == "hy"


def test_capital_letters_of_bibtex_titles_stay() -> None:
    items = _by_id("zotero.bib")
    assert "Премьер-министра" in str(items["noauthor_zayavlenie_2020"].fields["title"])
    assert items["noauthor_zayavlenie_2020"].fields["language"] == "ru"
    title = "Ethnographic Map of Transcaucasia"
    assert items["military_department_map_1880"].fields["title"] == title


def test_bibtex_markup_is_undone() -> None:
    chapter = _by_id("zotero.bib")["broers_frozen_2015"].fields
    assert chapter["container-title"] == "Armenia, Azerbaijan & the Karabakh Question"
    assert chapter["title"] == "From “Frozen Conflict” to Enduring Rivalry"


def test_what_bibtex_has_and_we_have_not_is_named() -> None:
    assert _by_id("zotero.bib")["toal_peace_2020"].unsupported == ("file",)


def test_lines_of_entries() -> None:
    assert [item.line for item in records(ZOTERO / "zotero.bib")] == [2, 20, 29, 37, 49]
    assert [item.line for item in records(ZOTERO / "zotero.ris")] == [1, 27, 37, 47]
    assert [item.line for item in records(ZOTERO / "zotero.json")] == [2, 3, 4, 5, 6]
    assert [item.line for item in records(ZOTERO / "better.yaml")] == [3, 32, 41]


def test_ris_keeps_what_pandoc_would_lose() -> None:
    web = _by_id("zotero.ris")["kremlin-2020"].fields
    assert web["author"] == [{"literal": "Президент России"}]
    assert (web["type"], web["issued"]) == ("webpage", "2020-11-10")
    case = _by_id("zotero.ris")["legal_case-2015"].fields
    assert case["authority"] == "European Court of Human Rights"
    article = _by_id("zotero.ris")["toal-2020"]
    assert article.fields["accessed"] == "2026-11-02"
    assert article.fields["abstract"] == "First line of an abstract."
    assert article.fields["keyword"] == "Karabakh, peace"
    assert article.fields["ISSN"] == "1538-7216"
    assert article.unsupported == ("L1",)


def test_better_csl_yaml() -> None:
    items = _by_id("better.yaml")
    title = "Peace without <i>society</i>? The Karabakh conflict and its negotiators"
    assert items["toalpeacesociety2020"].fields["title"] == title
    assert items["maptranscaucasia1880"].fields["issued"] == "1880~"
    assert items["armenia2013"].fields["issued"] == "2013-05/2013-06"


def test_what_does_not_fit_is_told() -> None:
    article, _, post, interview, invalid = records(ZOTERO / "zotero.json")
    assert article.remarks == (
        "its id “http://zotero.org/users/123/items/ABCD2345” became toal-2020",
    )
    assert post.remarks == (
        "left out: URL “javascript:alert(1)”, it must begin with https:// or http://",
        "left out: issued “the 1990s”, it is not a date like 2020-11-10",
    )
    assert post.unsupported == ("author.parse-names", "system_id")
    assert interview.remarks == ("it has no title: fill it in",)
    assert invalid.refused == "it does not hold keys and values"


@pytest.mark.parametrize("name", ["zotero.bib", "zotero.ris", "better.yaml"])
def test_the_result_passes_every_check(name: str, tmp_path: Path) -> None:
    items = records(ZOTERO / name)
    done = merged(items)
    assert len(read_back(done.content, tmp_path)) == len(items)
    again = merged(items, done.content)
    assert {result.outcome.value for result in again.results} == {"same"}
    assert not again.changed


_KINDS = "article book incollection misc online patent periodical report thesis".split()
_VALUES = {"month": "3", "date": "1999", "year": "1999", "origdate": "1999", "eventdate": "1999"}
_VALUES |= {
    "entrysubtype": "newspaper",
    "urldate": "1999-01-02",
    "urlyear": "1999",
    "doi": "10.1000/1",
    "url": "http://a.org",
}
_BESIDE = {
    "booktitleaddon": "booktitle={B}",
    "booksubtitle": "booktitle={B}",
    "maintitleaddon": "maintitle={M}",
    "issuesubtitle": "issuetitle={I}",
    "journalsubtitle": "journaltitle={J}",
    "mainsubtitle": "maintitle={M}",
    "month": "year={1999}",
}


def test_pandoc_reads_the_fields_of_bibtex() -> None:
    """Of every field said to be understood, something arrives in some type of entry."""
    entries = []
    for name in sorted(UNDERSTOOD - {"title"}):
        beside = f"title={{T}}, {_BESIDE.get(name, 'keywords={k}')}"
        value = f"{name}={{{_VALUES.get(name, 'Xx')}}}"
        for kind in _KINDS:
            entries += [f"@{kind}{{a, {beside}}}", f"@{kind}{{b, {beside}, {value}}}"]
    raws, problems = read_bibtex("\n".join(entries), HERE)
    assert problems == []
    arrived = set()
    for entry, one, other in zip(entries[1::2], raws[::2], raws[1::2], strict=True):
        if one.data | {"id": "b"} != other.data:
            arrived.add(entry.rsplit("=", 1)[0].rsplit(" ", 1)[1])
    assert arrived == UNDERSTOOD - {"title"}


@pytest.mark.parametrize("kind", ["xdata", "set"])
def test_entries_that_are_no_sources(kind: str) -> None:
    raws, _ = read_bibtex(f"@{kind}{{a, title={{A}}}}\n@book{{b, title={{B}}}}", HERE)
    assert [raw.data["id"] for raw in raws] == ["b"]


def test_two_entries_of_one_key_and_strings() -> None:
    text = '@string{p = {Press}}\n@book{a, title={A}, publisher=p}\n\n@book{a, title="B" # { b}}'
    raws, _ = read_bibtex(text, HERE)
    assert [(raw.data["title"], raw.line) for raw in raws] == [("A", 2), ("B b", 4)]
    assert raws[0].data["publisher"] == "Press"


def test_a_short_title_is_taken_over_but_not_made_up() -> None:
    text = "@book{a, title={A}, subtitle={B}}\n@book{b, title={A: B}, shorttitle={S}}\n@misc{c, title={C}}"
    raws, _ = read_bibtex(text, HERE)
    assert [raw.data.get("title-short") for raw in raws] == [None, "S", None]
    assert [raw.data["title"] for raw in raws] == ["A: B", "A: B", "C"]
    assert [raw.remarks for raw in raws] == [(), (), ()]


def test_items_of_the_zotero_api() -> None:
    raws, _ = read_csl_json('{"items": [{"id": "a", "type": "book"}]}', HERE)
    assert raws[0].data["id"] == "a"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_ris(newline: str) -> None:
    raws, problems = read_ris(newline.join(["TY  - BOOK", "TI  - A", "ER  - ", ""]), HERE)
    assert (raws[0].data, problems) == ({"type": "book", "title": "A"}, [])


def test_ris_tells_second_values_and_unknown_types() -> None:
    raws, _ = read_ris("TY  - FOO\nTI  - A\nTI  - B\nXX  - c\nTI  - A\nER  - \n", HERE)
    assert raws[0].unsupported == ("TI", "XX")
    assert raws[0].remarks == ("the type “FOO” became document",)


def test_letters_by_their_commands() -> None:
    entry = (
        r"@book{k, author={{\DJ}uri{\'c}, \dj or{\dj}e and Sm{\'\i}{\dh}ur, {\TH}or "
        r"and Wa{\l}{\k e}sa, {\v S}{\ng}e}, title={{\textschwa}liyev \dag}, date={2001}}"
    )
    (raw,), problems = read_bibtex(entry, HERE)
    assert problems == []
    assert raw.data is not None
    names = [f"{name['given']} {name['family']}" for name in raw.data["author"]]
    assert names == ["đorđe Đurić", "Þor Smíður", "Šŋe Wałęsa"]
    assert str(raw.data["title"]).startswith("əliyev")


FAULTY = Path(__file__).parent / "fixtures" / "faulty"


@pytest.mark.parametrize("case", block_cases(FAULTY / "bibtex.txt"))
def test_faulty_entries_do_not_keep_others_out(case: Case) -> None:
    text, expected = case.parts
    assert _told(*read_bibtex(text, HERE)) == lines_of(expected.strip("\n"))


@pytest.mark.parametrize("case", block_cases(FAULTY / "ris.txt"))
def test_faulty_records_do_not_keep_others_out(case: Case) -> None:
    text, expected = case.parts
    assert _told(*read_ris(text, HERE)) == lines_of(expected.strip("\n"))


def _told(raws: list[Raw], problems: list[Problem]) -> list[str]:
    """Return line and title of each record, or why it was refused, and what is wrong at all."""
    found = [f"{raw.line}: {raw.refused or raw.data['title']}" for raw in raws]
    return [*found, *map(str, problems)]


def test_too_many_faults_are_no_bibtex() -> None:
    raws, problems = read_bibtex("@book{a, title={A}}\n" + "@book{b c}\n" * 30, HERE)
    assert raws == []
    assert [problem.place.line for problem in problems] == list(range(2, MAX_FAULTS + 3))


@pytest.mark.parametrize(
    ("field", "remark"),
    [
        ("date={199X}", "left out: issued “199X”, it is not a date like 2020-11-10"),
        ("year={in press}", "left out: issued “in press”, it is not a date like 2020-11-10"),
        ("date={1999-13-45}", "left out: issued “1999-13-45”, it is not a date like 2020-11-10"),
        ("urldate={soon}", "left out: accessed “soon”, it is not a date like 2020-11-10"),
        ("title={On $\\alpha$}", "the formula $\\alpha$ stays in TeX: write it in words or signs"),
    ],
)
def test_what_pandoc_would_leave_out_is_told(field: str, remark: str) -> None:
    (raw,), _ = read_bibtex(f"@book{{a, {field}}}", HERE)
    assert remark in convert(raw).remarks


def test_dates_that_pandoc_does_not_read() -> None:
    (raw,), _ = read_bibtex("@book{a, title={A}, date={ca. 1880}, urldate={5 May 2020}}", HERE)
    fields = convert(raw).fields
    assert (fields["issued"], fields["accessed"]) == ("1880~", "2020-05-05")


def test_small_formulas_are_raised_and_lowered() -> None:
    entry = r"@book{a, title={CO$_2$, $^{14}$C, $H_2O$ and $x^{-1}$ for \$5 or \$6}}"
    (raw,), _ = read_bibtex(entry, HERE)
    title = "CO<sub>2</sub>, <sup>14</sup>C, H<sub>2</sub>O and x<sup>-1</sup> for $5 or $6"
    assert convert(raw).fields["title"] == title


@pytest.mark.parametrize("value", [r"\url{https://a.org/x_y}", "https://a.org/x_y"])
def test_an_address_is_no_publisher(value: str) -> None:
    (raw,), _ = read_bibtex(f"@misc{{a, title={{A}}, howpublished={{{value}}}}}", HERE)
    fields = convert(raw).fields
    assert (fields["URL"], "publisher" in fields) == ("https://a.org/x_y", False)
    (raw,), _ = read_bibtex("@misc{a, title={A}, howpublished={Leaflet}}", HERE)
    assert convert(raw).fields["publisher"] == "Leaflet"


@pytest.mark.parametrize(
    ("given", "known", "told"),
    [(True, "true", ()), ("false", "false", ()), ("x", None, ("author.comma-suffix",))],
)
def test_a_comma_before_a_suffix(given: object, known: object, told: tuple[str, ...]) -> None:
    author = {"family": "King", "suffix": "Jr.", "comma-suffix": given}
    done = convert(Raw({"title": "T", "author": [author]}, 1))
    expected = author | {"comma-suffix": known} if known else author
    expected = {key: part for key, part in expected.items() if part != "x"}
    assert (done.fields["author"], done.unsupported) == ([expected], told)
