"""What a hand-written page can show of the edition, by the name that it calls it."""

from collections.abc import Callable, Sequence

from annotated_reader.edition import Address, TextEdition
from annotated_reader.pages.arcs import arc_diagram
from annotated_reader.pages.environment import render
from annotated_reader.pages.glossary import terms
from annotated_reader.pages.parts import divide
from annotated_reader.pages.pieces import order_diagram
from annotated_reader.pages.strip import signs
from annotated_reader.pages.timeline import rows, timelines
from annotated_reader.pages.view import View

Texts = Sequence[TextEdition]


def _counts(texts: Texts, view: View) -> str:
    """Return how much of each text has been checked, with what verdicts."""
    listed = [(text, divide(text)[0].path) for text in texts]
    return render("counts.html", view, texts=listed, vocabulary=view.edition.vocabulary)


def _strip(texts: Texts, view: View) -> str:
    """Return the picture of each text: a sign for each sentence, which leads to it."""
    return "".join(
        render("strip_block.html", view, strip=signs(text, _ids(text), view)) for text in texts
    )


def _arcs(texts: Texts, view: View) -> str:
    """Return the arcs between the sentences of each text that has any."""
    diagrams = [arc_diagram(text, _ids(text), view) for text in texts]
    return "".join(
        render("arcs_block.html", view, arcs=diagram, heading=False)
        for diagram in diagrams
        if diagram
    )


def _pieces(texts: Texts, view: View) -> str:
    """Return, for each text that was joined from pieces, what they are and in which order."""
    return "".join(
        render("pieces.html", view, text=text, diagram=order_diagram(text, view), address=Address)
        for text in texts
        if text.pieces
    )


def _chronology(texts: Texts, view: View) -> str:
    """Return the chronology of each text that has one: a picture and a table."""
    return "".join(
        render("chronology.html", view, text=text, rows=rows(text), lines=timelines(text))
        for text in texts
        if text.chronology.events
    )


def _glossary(texts: Texts, view: View) -> str:
    """Return the terms of all glosses in alphabetical order."""
    found = terms(texts)
    return render("glossary.html", view, terms=found, several=len(texts) > 1) if found else ""


def _ids(text: TextEdition) -> list[str]:
    return [sentence.id for sentence in text.document.sentences]


BLOCKS: dict[str, Callable[[Texts, View], str]] = {
    "counts": _counts,
    "strip": _strip,
    "arcs": _arcs,
    "pieces": _pieces,
    "chronology": _chronology,
    "glossary": _glossary,
}
"""Each takes the texts that it is about; what has nothing to show is empty."""
