"""The file of a new note: its content from what was said of it."""

from annotated_reader.anchoring import Selector
from annotated_reader.cli.asking import Answers
from annotated_reader.cli.asking_sources import Cited
from annotated_reader.notes.writing import entry_yaml, mapping_yaml


def note_file(header: str, selector: Selector, answers: Answers) -> str:
    """Return the content of a file with one note, and with the sources that it brings."""
    cited = answers.get("sources") or Cited()
    lists = [f"{header}notes:\n\n{entry_yaml(_fields(selector, answers, cited))}"]
    entries = [f"- {mapping_yaml(dict(entry), 2)[2:]}" for entry in cited.brought]
    if entries:
        lists.append("references:\n\n" + "\n".join(entries))
    return "\n".join(lists)


def _fields(selector: Selector, answers: Answers, cited: Cited) -> dict[str, object]:
    at = list(selector.sentences)
    fields: dict[str, object] = {
        "at": at if len(at) > 1 else "".join(at),
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }
    for key, value in answers.items():
        fields[key] = list(value) if isinstance(value, tuple) else value
    return {**fields, "sources": [dict(use) for use in cited.uses]}
