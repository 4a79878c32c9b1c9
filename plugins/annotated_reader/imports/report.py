"""What a person is told of an import: each annotation by name, what became of it, and why."""

import json
from collections import Counter
from collections.abc import Iterator

from annotated_reader.anchoring import Candidate, Passages
from annotated_reader.edition import TextEdition
from annotated_reader.imports.records import NO_NOTE, Outcome, Result
from annotated_reader.imports.small_markdown import cleaned, one_line
from annotated_reader.notes.writing import fields_of, mapping_yaml, quoted

SHOWN = 3
"""Proposals told for each annotation without a place."""

_WIDTH = max(map(len, Outcome))


def report_lines(results: list[Result], passages: Passages) -> Iterator[str]:
    """Yield the report, line by line; the last one counts."""
    for result in results:
        yield f"{result.outcome:<{_WIDTH}} {result.incoming.name}: {one_line(result.reason, 300)}"
        for remark in result.remarks:
            yield f"{'':{_WIDTH}} note: {one_line(remark, 200)}"
        if not result.written and result.outcome not in NO_NOTE:
            yield from (f"{'':{_WIDTH}} {line}" for line in _proposals(result.candidates, passages))
    counts = Counter(result.outcome for result in results)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    yield f"{len(results)} annotations{': ' if told else ''}{told}."


def _proposals(candidates: tuple[Candidate, ...], passages: Passages) -> Iterator[str]:
    for candidate in candidates[:SHOWN]:
        words = passages.document.source[candidate.start : candidate.end]
        ids = [sentence.id for sentence in passages.sentences_of((candidate.start, candidate.end))]
        where = "–".join(dict.fromkeys((ids[0], ids[-1])))
        yield (
            f"perhaps {where} “{one_line(words)}”"
            f" (words {candidate.words:.0%}, surroundings {candidate.place:.0%})"
        )


def unplaced_yaml(results: list[Result], text: TextEdition, passages: Passages, file: str) -> str:
    """Return a file with everything that did not become a note, so that none of it is lost."""
    head = (
        f"# From {one_line(file, 100)} for {text.slug}: annotations that did not become notes.\n"
        "# No build reads this file. Give a note its place (`at:`, `quote:`) and move it to the\n"
        f"# annotations of {text.slug}, or leave it.\nunplaced:\n"
    )
    left = [r for r in results if not r.written and r.outcome not in NO_NOTE]
    return head + "".join("\n" + _entry(result, passages) for result in left)


def _entry(result: Result, passages: Passages) -> str:
    incoming = result.incoming
    values: dict[str, object] = {
        "annotation": incoming.name,
        "outcome": result.outcome.value,
        "reason": one_line(result.reason, 500),
    }
    if incoming.sought:
        clue = incoming.sought.clue
        values |= {"quote": clue.quote, "prefix": clue.prefix, "suffix": clue.suffix}
    values["proposals"] = list(_proposals(result.candidates, passages))
    values = {key: value for key, value in values.items() if value}
    lines = mapping_yaml(values, 2)
    if incoming.note:
        lines += f"  note:\n{mapping_yaml(fields_of(incoming.note), 4)}"
    else:
        shown = json.dumps(incoming.raw, ensure_ascii=False)
        lines += f"  original: {quoted(cleaned(shown))}\n"
    return f"- {lines[2:]}"
