"""How notes name sources without a style engine: by author and year, and no two alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from annotated_reader.bibliography.dates import year
from annotated_reader.bibliography.names import creators_of, family_name, listed
from annotated_reader.bibliography.rich_text import without_tags
from annotated_reader.notes import Source

MANY = 3
"""More authors than this become "et al." in the short form (Chicago Manual of Style, 17.15)."""
_FEW = 4
"""Words of a title that name its source."""


def short_forms(sources: Iterable[Source]) -> Mapping[str, str]:
    """Return short forms by the ids of their sources: "Miklasová 2020", no two alike.

    Works of one author and year are told apart by their titles: the bibliography of a
    style that cites by number or footnote has no letters behind its years.
    """
    found: dict[str, str] = {}
    waiting = list(sources)
    for form in _FORMS:
        alike: dict[str, list[Source]] = defaultdict(list)
        for source in waiting:
            alike[form(source)].append(source)
        found |= {source.id: words for words, of_form in alike.items() for source in of_form}
        waiting = [source for of_form in alike.values() if len(of_form) > 1 for source in of_form]
    return found


def short_form(source: Source) -> str:
    """Return author and year as they stand in a note: "Miklasová 2020"."""
    return f"{_names(source) or _title(source, _FEW)} {year(source)}"


def _with_title(source: Source, words: int | None) -> str:
    names = _names(source)
    title = _title(source, words)
    return f"{names} {year(source)}, {title}" if names else f"{title} {year(source)}"


_FORMS: tuple[Callable[[Source], str], ...] = (
    short_form,
    lambda source: _with_title(source, _FEW),
    lambda source: _with_title(source, None),
    lambda source: f"{short_form(source)} ({source.id})",
)


def _names(source: Source) -> str:
    """Return the names of authors, else of a publisher or a container, else nothing."""
    people = [family_name(person) for person in creators_of(source)]
    if not people:
        return source.text("publisher") or source.text("container-title")
    return f"{people[0]} et al." if len(people) > MANY else listed(people)


def _title(source: Source, words: int | None) -> str:
    """Return the first words of a title in quotation marks, or all of them."""
    short = source.text("title-short") if words else ""
    title = without_tags(short or source.text("title")).split()
    shown = title[:words]
    return f"“{' '.join(shown)}{' …' if len(shown) < len(title) else ''}”"
