"""A hook of this site: HTML without the one fault that the theme leaves in it.

Material puts `autocomplete` on two checkboxes of every page. HTML does not allow it
there (the attribute belongs to fields that are typed into).
"""

from typing import Any

FAULTY = ' autocomplete="off">'


def on_post_page(output: str, **_: Any) -> str:
    """Return a page with valid checkboxes."""
    return _mended(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Return the page of missing pages with valid checkboxes."""
    return _mended(output_content) if template_name.endswith(".html") else output_content


def _mended(html: str) -> str:
    lines = html.split("\n")
    return "\n".join(
        line.replace(FAULTY, ">") if 'type="checkbox"' in line else line for line in lines
    )
