"""What the edition takes from sources, it takes from where the dossier read it."""

import re
from pathlib import Path
from typing import Any

import yaml

from annotated_reader.edition import Edition
from tests.edition_content.dossier import Dossier, plain

_URL = re.compile(r"https?://[^\s)\"'<>`]+")
SECOND = "moby-dick-standard-ebooks"
"""The source of the second text: not in the dossier, but in the corpus beside the repository."""
_FILE = Path(__file__).with_name("etymology.yml")
VERSIONS: dict[str, dict[str, Any]] = {
    version["id"]: version for version in yaml.safe_load(_FILE.read_text(encoding="utf-8"))
}
"""Other versions of the second text."""
BESIDE = {"rferl-checkpoint-2023": "asbarez-checkpoint-2023"}
"""Sources that the dossier names only in the entry of another."""
PAGES = ("index", "about-the-text", "chronology", "glossary", "principles")
"""The hand-written pages about the edition, not about the tool."""


def test_every_address_is_one_that_the_dossier_names(
    root: Path, dossier: Dossier, whole_book: str
) -> None:
    files = [*(root / "annotations").rglob("*.yml")]
    files += [root / f"site_src/{name}.md" for name in PAGES]
    found = {url.rstrip(".,;") for f in files for url in _URL.findall(f.read_text("utf-8"))}
    assert len(found) > 60
    found -= dossier.urls | {version["url"] for version in VERSIONS.values()}
    unknown = {url for url in found if url.partition("//")[2] not in whole_book}
    assert unknown == set()


def test_every_source_is_one_that_the_dossier_names(edition: Edition, dossier: Dossier) -> None:
    for id_, source in edition.sources.items():
        if id_ == SECOND or id_ in VERSIONS:
            continue
        entry = dossier.sources[BESIDE.get(id_, id_)]
        consulted = source.custom["consulted"]
        assert entry.status != "MEMORY", id_
        assert consulted.startswith("as quoted in ") == (entry.status == "CITED"), id_
        url, doi = source.text("URL"), source.text("DOI")
        # Two sources of one kind share an entry, with the second address shortened.
        assert not url or url in entry.urls, id_
        assert doi in entry.words, id_


def test_every_source_says_how_far_it_was_read(edition: Edition) -> None:
    known = (
        r"read in full|(opening|quoted) part read( in a copy)?|only descriptions read"
        r"|as quoted in [a-z0-9-]+"
    )
    for id_, source in edition.sources.items():
        assert re.fullmatch(known, source.custom["consulted"]), id_


def test_what_is_quoted_at_second_hand_names_its_source(edition: Edition) -> None:
    for id_, source in edition.sources.items():
        first, _, name = source.custom["consulted"].rpartition(" ")
        assert first != "as quoted in" or name in edition.sources, id_


def test_every_quotation_was_read(edition: Edition, dossier: Dossier, whole_book: str) -> None:
    quotations = [
        (use.citation.source.id, use.citation.quote)
        for uses in edition.uses.values()
        for use in uses
        if use.citation.quote
    ]
    assert len(quotations) > 20
    for source, quote in quotations:
        if source == SECOND:
            assert plain(quote) in whole_book, quote
        elif source in VERSIONS:
            assert quote in VERSIONS[source]["words"], quote
        else:
            assert "READ" in dossier.statuses(quote, source), f"{source}: {quote}"
