"""The page of all flagged claims: what they are chosen by, and how much of each text is checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_reader.edition import Address, Note, TextEdition
from annotated_reader.notes.format import VerdictRecord
from annotated_reader.pages.addresses import CLAIM_REVIEW, CLAIMS, CLAIMS_CSV, CLAIMS_JSON
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Heading, Page
from annotated_reader.pages.view import View

_DAYS = ("newest", "oldest")

BADGE_FITS = 5
"""Per cent of a bar that a badge needs to stand in it on a narrow screen."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: the sentences with one verdict, or with none; in per cent of the bar."""

    verdict: VerdictRecord | None
    count: int
    start: float
    width: float

    @property
    def badge(self) -> str:
        """The sign that stands in the segment, where there is room for it."""
        return self.verdict.badge if self.verdict and self.width >= BADGE_FITS else ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that claims are chosen by: its name in the address of the page, its values."""

    name: str
    values: tuple[tuple[str, str], ...]
    """What the address says, and what readers see."""


@dataclass(frozen=True, slots=True)
class Around:
    """The sentences before and after those of a claim; empty at the ends of a text."""

    before: str
    after: str


def claims_page(view: View) -> Page:
    """Return the list of flagged claims, text by text in reading order."""
    texts = [(text, claims_of(text)) for text in view.edition.texts]
    found = facets(view, [note for _, claims in texts for note in claims])
    downloads = [("CSV", CLAIMS_CSV), ("JSON", CLAIMS_JSON)]
    if view.settings.claimreview:
        downloads.append(("ClaimReview (JSON-LD)", CLAIM_REVIEW))
    html = render(
        "claims.html",
        view,
        edition=view.edition,
        texts=texts,
        several=len(texts) > 1,
        facets=found,
        orders=_orders({facet.name for facet in found}),
        downloads=[(name, view.path(path)) for name, path in downloads],
        address=Address,
        segments=segments,
        unchecked_runs=unchecked_runs,
        around=around,
    )
    headings = tuple(Heading(2, text.title, f"claims-{text.slug}") for text, _ in texts)
    title, description = view.words("claims"), view.words("claims_description")
    # Each claim is found where it stands in its text.
    return Page(CLAIMS, title, description, html, headings, search=())


def _orders(facets: set[str]) -> list[str]:
    """Return the orders that a reader can choose; by reason or reviewer where there are some."""
    return ["text", "verdict", *(name for name in ("reason", "by") if name in facets), *_DAYS]


def claims_of(text: TextEdition) -> list[Note]:
    """Return the claims of a text that have a place, withdrawn ones too, in reading order."""
    return [note for note in text.notes if note.record.kind == "claim"]


def segments(text: TextEdition) -> list[Segment]:
    """Return the bar of a text: its sentences by verdict, then those that are not checked."""
    counts, verdicts = text.counts, dict[str, VerdictRecord]()
    # While a site is served, a note that is no claim may have a verdict (R206).
    for note in text.notes:
        if note.verdict:
            verdicts[note.verdict.id] = note.verdict
    parts = [(verdicts[id_], number) for id_, number in counts.checked_as.items() if number]
    shown: list[Segment] = []
    for verdict, number in (*parts, (None, len(text.unchecked))):
        start = shown[-1].start + shown[-1].width if shown else 0
        width = round(100 * number / counts.sentences, 3)
        shown.append(Segment(verdict, number, round(start, 3), width))
    return [segment for segment in shown if segment.count]


def unchecked_runs(text: TextEdition) -> list[tuple[str, str]]:
    """Return the first and the last of the sentences that stand together and are not checked."""
    runs: list[tuple[str, str]] = []
    position = text.document.position
    for id_ in text.unchecked:
        if runs and position[runs[-1][1]] + 1 == position[id_]:
            runs[-1] = runs[-1][0], id_
        else:
            runs.append((id_, id_))
    return runs


def around(text: TextEdition, note: Note) -> Around:
    """Return the neighbours of the sentences of a claim."""
    sentences, position = text.document.sentences, text.document.position
    first, last = (position[note.target.sentences[end]] for end in (0, -1))
    before = text.words(sentences[first - 1].id) if first else ""
    after = text.words(sentences[last + 1].id) if last + 1 < len(sentences) else ""
    return Around(before, after)


def facets(view: View, claims: Sequence[Note]) -> list[Facet]:
    """Return what the claims can be chosen by; what does not tell any two apart is left out."""
    words, edition = view.words, view.edition
    verdicts = {note.verdict.id for note in claims if note.verdict}
    reasons = {reason.id for note in claims for reason in note.reasons}
    people = sorted({name for note in claims for name in note.record.by})
    states = {note.record.status for note in claims}
    found = [
        Facet(
            "verdict",
            tuple(
                (v.id, words.verdict(v))
                for v in edition.vocabulary.verdicts.values()
                if v.id in verdicts
            ),
        ),
        Facet(
            "reason",
            tuple(
                (r.id, words.reason(r))
                for r in edition.vocabulary.reasons.values()
                if r.id in reasons
            ),
        ),
        Facet("text", tuple((t.slug, t.short_title) for t in edition.texts if claims_of(t))),
        Facet("by", tuple((name, name) for name in people)),
        Facet(
            "status",
            tuple((s, words(f"status_{s}")) for s in ("current", "withdrawn") if s in states),
        ),
    ]
    few = {"verdict": 2, "reason": 1, "text": 2, "by": 2, "status": 2}
    return [facet for facet in found if len(facet.values) >= few[facet.name]]
