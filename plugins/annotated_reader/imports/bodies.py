"""What the bodies of a W3C annotation say: words, tags, links."""

from typing import Any

from annotated_reader.imports.html_to_markdown import escape_markdown
from annotated_reader.imports.records import Content
from annotated_reader.imports.small_markdown import cleaned, one_line, to_note
from annotated_reader.imports.web_rules import as_list, types_of
from annotated_reader.notes.links import refuse_link

MAX_BODY = 20_000
"""Characters of a body that are looked at; a note has room for a quarter of them."""


def read_content(annotation: dict[str, Any]) -> tuple[Content, list[str]]:
    """Return what an annotation says, and remarks on what was left out."""
    remarks: list[str] = []
    words: list[str] = []
    tags: list[str] = []
    motivation = annotation.get("motivation")
    if isinstance(text := annotation.get("bodyValue"), str):
        words.append(to_note(text[:MAX_BODY]))
    for body in as_list(annotation.get("body")):
        chosen = _choose(body, remarks)
        if _is_tag(chosen, motivation):
            tags.append(one_line(chosen["value"], 100))
        elif said := _words(chosen, remarks):
            words.append(said)
    purposes = [*as_list(motivation), *_purposes(annotation)]
    content = Content(
        text="\n\n".join(words),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        by=tuple(names_of(annotation)),
        day=day_of(annotation),
        assesses="assessing" in purposes,
    )
    return content, remarks


def names_of(annotation: dict[str, Any]) -> list[str]:
    """Return the names of the creators; for one without a name, its address."""
    names = []
    for agent in as_list(annotation.get("creator")):
        if isinstance(agent, str):
            names.append(agent)
        elif isinstance(agent, dict):
            found = [agent.get(key) for key in ("name", "nickname", "id")]
            found = [part for value in found for part in as_list(value)[:1]]
            names += [part for part in found if isinstance(part, str)][:1]
    return names


def day_of(annotation: dict[str, Any]) -> str:
    """Return the day of the last change, like 2026-11-23, or an empty text."""
    for key in ("modified", "created"):
        value = annotation.get(key)
        if isinstance(value, str) and value[4:5] == "-" and value[:1].isdigit():
            return value[:10]
    return ""


def _purposes(annotation: dict[str, Any]) -> list[Any]:
    bodies = as_list(annotation.get("body"))
    return [
        part for body in bodies if isinstance(body, dict) for part in as_list(body.get("purpose"))
    ]


def _choose(body: Any, remarks: list[str]) -> Any:
    """Return a body or, of a Choice, the first item, which is its default."""
    while isinstance(body, dict) and "items" in body:
        items = as_list(body["items"])
        if len(items) > 1:
            remarks.append(f"the first of {len(items)} bodies was taken")
        body = items[0] if items else None
    return body


def _is_tag(body: Any, motivation: Any) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("value"), str):
        return False
    purpose = as_list(body.get("purpose")) or as_list(motivation)
    return "tagging" in purpose


def _words(body: Any, remarks: list[str]) -> str:
    if isinstance(body, str):
        return _link(body)
    if not isinstance(body, dict):
        return ""
    if isinstance(text := body.get("value"), str):
        format_ = next((f for f in as_list(body.get("format")) if isinstance(f, str)), "text/plain")
        if len(text) > MAX_BODY:
            remarks.append(f"of a body of {len(text):,} characters {MAX_BODY:,} were read")
        return to_note(text[:MAX_BODY], format_.partition(";")[0].strip().lower())
    source = body.get("source", body.get("id"))
    if isinstance(source, dict):
        source = source.get("id")
    if "SpecificResource" in types_of(body) and "selector" in body:
        remarks.append("not used: the selector of a body")
    return _link(source) if isinstance(source, str) else ""


def _link(address: str) -> str:
    address = cleaned(address)
    return f"<{address}>" if refuse_link(address) is None else escape_markdown(address)
