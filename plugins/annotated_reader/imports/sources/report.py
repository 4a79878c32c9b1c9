"""What a person is told of an import of sources: each record, its line and what became of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from annotated_reader.imports.small_markdown import one_line
from annotated_reader.imports.sources.records import Outcome, Result


def report_lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield the report, line by line; the last one counts."""
    width = min(max((len(result.id) for result in results), default=0), 40)
    for result in results:
        where = f"line {result.incoming.line}"
        reason = one_line(result.reason, 300)
        yield f"{result.outcome:<9} {result.id:<{width}}  {where:<10} {reason}".rstrip()
        remarks = result.remarks if result.outcome is not Outcome.INVALID else ()
        yield from (f"{'':9} {one_line(remark, 300)}" for remark in remarks)
    yield from _unsupported(results)
    counts = Counter(result.outcome for result in results)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    noun = "record" if len(results) == 1 else "records"
    yield f"{len(results)} {noun}{': ' if told else ''}{told}."


def _unsupported(results: Sequence[Result]) -> Iterator[str]:
    """Yield what sources.yml has no place for, with how often it was there."""
    counts = Counter(name for result in results for name in result.incoming.unsupported)
    if counts:
        told = ", ".join(f"{one_line(name, 60)} ({counts[name]})" for name in sorted(counts))
        yield f"Not taken over, for sources.yml has no such fields: {told}."
