"""The template engine: autoescaping always on, and a missing name is an error."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotated_reader.pages import citing, prose, view
from annotated_reader.pages.marking import split_at_marks

TEMPLATES = Path(__file__).with_name("templates")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "blocks": prose.blocks,
        "inline": prose.inline,
        "short_form": citing.short_form,
        "creators": citing.creators,
        "issued": citing.issued,
        "in_words": citing.in_words,
        "shorten": view.shorten,
    }
    environment.globals |= {
        "split_at_marks": split_at_marks,
        "kind_names": view.KIND_NAMES,
        "relation_names": view.RELATION_NAMES,
        "inverse_names": view.INVERSE_NAMES,
        "source_relation_names": view.SOURCE_RELATION_NAMES,
        "percent": view.percent,
        "summary": view.summary,
    }
    return environment


def render(template: str, **context: Any) -> str:
    """Return a filled template without blank lines, so that no Markdown parser ends it early."""
    html = _environment().get_template(template).render(context)
    return "".join(line + "\n" for line in html.split("\n") if line.strip())
