"""The template engine: autoescaping always on, and a missing name is an error."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotated_reader.bibliography import rich_text
from annotated_reader.pages import prose
from annotated_reader.pages.choices import KINDS
from annotated_reader.pages.marking import split_at_marks
from annotated_reader.pages.quoting import has_marks, within_marks
from annotated_reader.pages.view import View, percent, shorten

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
        "rich_text": rich_text,
        "has_marks": has_marks,
        "shorten": shorten,
        "within_marks": within_marks,
    }
    environment.globals |= {
        "split_at_marks": split_at_marks,
        "percent": percent,
        "kinds": KINDS,
    }
    return environment


def render(template: str, view: View, **context: Any) -> str:
    """Return a filled template without blank lines, so that no Markdown parser ends it early.

    In a template `t("key")` stands for words in the language of the page.
    """
    html = _environment().get_template(template).render(context, view=view, t=view.words)
    return "".join(line + "\n" for line in html.split("\n") if line.strip())
