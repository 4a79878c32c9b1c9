"""What the author of a note is told of its place: why there is none, and what would give it one."""

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.nearest import propose
from annotated_reader.anchoring.occurrences import MAX_PARTS, occurrences, parts_of
from annotated_reader.anchoring.passages import Passages, Span
from annotated_reader.anchoring.scope import WHITE, Scope, in_seed, preceded
from annotated_reader.anchoring.target import Finding, Selector, Target
from annotated_reader.text import Sentence

SURE_LENGTH = 24
"""A quote shorter than this, alone, occurs by chance elsewhere: of phrases of 8 to 25
characters 10 % were ambiguous in an unchanged book, of longer ones 0.5 %."""


def not_found(
    passages: Passages, sentences: list[Sentence], selector: Selector, quote: str
) -> Finding:
    """Return why a quote has no place, and the passage that may have been meant."""
    if len(parts_of(quote)) > MAX_PARTS:
        message = f"the quote leaves words out in more than {MAX_PARTS - 1} places."
        return Finding("R104", "quote", message, "Quote a passage, or make several notes.")
    where = f" in sentence {' and '.join(selector.sentences)}" if sentences else ""
    message = f"quote not found{where}."
    if sentences and (others := _sentence_ids(passages, _everywhere(passages, quote))):
        return Finding("R104", "quote", message, f"These words stand in {', '.join(others)}.")
    document = passages.document
    proposal = propose(document, sentences, quote) or propose(
        document, passages.votes.candidates(quote), quote
    )
    if proposal is None:
        return Finding("R104", "quote", message, "No passage of the text is like it.")
    place = (
        "" if sentences and proposal.sentence in selector.sentences else f" ({proposal.sentence})"
    )
    return Finding("R104", "quote", message, f'Did you mean "{proposal.words}"?{place}')


def _everywhere(passages: Passages, quote: str) -> list[Span]:
    return in_seed(passages, passages, occurrences(passages.find, quote))


def elsewhere(passages: Passages, scope: Scope, places: list[Span], selector: Selector) -> Finding:
    """Return why the places of a quote are none: what stands next to them."""
    before, spans = fold(selector.prefix), in_seed(passages, scope, places)
    so_far = any(preceded(scope.folded.text, place, before) for place in places)
    key = "suffix" if selector.suffix and so_far else "prefix"
    shown = "; ".join(_surroundings(passages, span) for span in spans[:4])
    message = "the quote stands in the text, but not where prefix and suffix say."
    return Finding("R106", key, message, f"It stands here: {shown}.")


def several(passages: Passages, spans: list[Span]) -> Finding:
    """Return why one of several places cannot be chosen, and how their author can."""
    ids = _sentence_ids(passages, spans)
    message = f"the quote stands {len(spans)} times, in {', '.join(ids[:8])}."
    shown = "; ".join(_surroundings(passages, span) for span in spans[:4])
    choice = "Add `prefix:` or `suffix:`" if len(ids) == 1 else f"Add `at: {ids[0]}` or `prefix:`"
    return Finding("R105", "quote", message, f"{choice}: {shown}.")


def _surroundings(passages: Passages, span: Span) -> str:
    source = passages.document.source
    before = fold(source[max(0, span[0] - WHITE) : span[0]])[-24:]
    after = fold(source[span[1] : span[1] + WHITE])[:24]
    return f"after “{before.partition(' ')[2] or before}”, before “{after.rpartition(' ')[0] or after}”"


def _sentence_ids(passages: Passages, spans: list[Span]) -> list[str]:
    touched = [[sentence.id for sentence in passages.sentences_of(span)] for span in spans]
    return list(dict.fromkeys("–".join(dict.fromkeys((ids[0], ids[-1]))) for ids in touched))


def unsure(passages: Passages, selector: Selector, quote: str, target: Target) -> list[Finding]:
    """Warn of a place that is certain today, and may not be when the text is edited."""
    if selector.sentences or selector.prefix or selector.suffix:
        return []
    hint = f"Add `at: {target.sentences[0]}`."
    if len(quote) < SURE_LENGTH:
        message = "a quote this short may come to stand twice when the text is edited."
        return [Finding("R107", "quote", message, hint)]
    if copy := passages.near_copies.of(quote, target.sentences):
        message = f"almost the same words stand in sentence {copy.id}."
        return [Finding("R113", "quote", message, hint)]
    return []
