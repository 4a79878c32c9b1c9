"""Finding the place of one note. Never a guess: a place is certain, or there is none."""

from itertools import pairwise

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.nearest import propose
from annotated_reader.anchoring.occurrences import MAX_PARTS, occurrences, parts_of
from annotated_reader.anchoring.passages import Passages, Span, Stretch
from annotated_reader.anchoring.target import Finding, Selector, State, Target
from annotated_reader.anchoring.word_edges import is_whole_words
from annotated_reader.text import Sentence

SURE_LENGTH = 24
"""A quote shorter than this, alone, occurs by chance elsewhere: of phrases of 8 to 25
characters 10 % were ambiguous in an unchanged book, of longer ones 0.5 %."""

WHITE = 500
"""Characters looked at beyond twice the length of a prefix or suffix: white space folds away."""

Anchored = tuple[Target, list[Finding]]
Scope = Passages | Stretch

_LOST = Target(State.LOST)
_AMBIGUOUS = Target(State.AMBIGUOUS)


def anchor(passages: Passages, selector: Selector) -> Anchored:
    """Return the target of a note, and what its author must be told.

    Findings: R101 and R102 for sentences that are not there, R104 lost, R105
    ambiguous, R106 words in another place than prefix and suffix say, R107 a short
    quote without a sentence, R108 sentences that do not follow each other, R113 words
    that stand almost the same elsewhere.
    """
    sentences, findings = _named_sentences(passages, selector.sentences)
    if findings:
        return _LOST, findings
    if not selector.quote:
        return _whole(sentences), []
    if literal := _literally(passages, sentences, selector):
        return _exact(passages, literal), []
    quote = fold(selector.quote)
    if not quote:
        hint = "Copy words of the text."
        return _LOST, [Finding("R104", "quote", "the quote has no words.", hint)]
    scope = _scope(passages, sentences, selector)
    places = occurrences(scope.find, quote)
    spans = _in_seed(passages, scope, places)
    if not spans:
        return _LOST, [_not_found(passages, sentences, selector, quote)]
    fitting = _in_seed(passages, scope, _in_context(scope, places, selector))
    in_place = _as_written(passages, fitting, selector.quote)
    if not in_place:
        return _LOST, [_elsewhere(passages, scope, places, selector)]
    if len(in_place) > 1:
        return _AMBIGUOUS, [_several(passages, in_place)]
    target = _exact(passages, in_place[0])
    return target, _unsure(passages, selector, quote, target)


def _named_sentences(
    passages: Passages, ids: tuple[str, ...]
) -> tuple[list[Sentence], list[Finding]]:
    document = passages.document
    findings = []
    for id_ in ids:
        if id_ in document.retired:
            hint = "Its words are in sentences.tsv; choose the sentence that has them now."
            findings.append(Finding("R102", "at", f"the sentence {id_} is retired.", hint))
        elif id_ not in document.position:
            last = document.sentences[-1].id if document.sentences else "none"
            hint = f"The last sentence is {last}."
            findings.append(Finding("R101", "at", f"there is no sentence {id_}.", hint))
    if findings:
        return [], findings
    positions = [document.position[id_] for id_ in ids]
    if any(after - before != 1 for before, after in pairwise(positions)):
        hint = "Take one sentence, and name the others in `see:`."
        message = f"the sentences {', '.join(ids)} do not follow each other."
        return [], [Finding("R108", "at", message, hint)]
    return [document.sentences[position] for position in positions], []


def _whole(sentences: list[Sentence]) -> Target:
    ids = tuple(sentence.id for sentence in sentences)
    return Target(State.EXACT, sentences[0].start, sentences[-1].end, ids)


def _exact(passages: Passages, span: Span) -> Target:
    ids = tuple(sentence.id for sentence in passages.sentences_of(span))
    return Target(State.EXACT, *span, ids, quoted=True)


def _literally(passages: Passages, sentences: list[Sentence], selector: Selector) -> Span | None:
    """Return where a quote stands letter by letter, and once, in its sentences.

    What folding would say too, at a hundredth of the cost: most quotes are like that.
    """
    if not sentences or selector.prefix or selector.suffix:
        return None
    source, quote, end = passages.document.source, selector.quote, sentences[-1].end
    start = source.find(quote, sentences[0].start, end)
    if start < 0 or source.find(quote, start + 1, end) >= 0:
        return None
    span = (start, start + len(quote))
    edges = source[max(0, start - 1) : start] + source[span[1] : span[1] + 1]
    plain = edges.isascii() and quote.strip() == quote
    return span if plain and is_whole_words(source, *span) and passages.is_text(span) else None


def _scope(passages: Passages, sentences: list[Sentence], selector: Selector) -> Scope:
    if not sentences:
        return passages
    # Folding shortens: twice the length and some, so that enough of it is left.
    around = [2 * len(side) + WHITE if side else 0 for side in (selector.prefix, selector.suffix)]
    return Stretch(passages.document, sentences[0].start, sentences[-1].end, *around)


def _in_seed(passages: Passages, scope: Scope, places: list[Span]) -> list[Span]:
    """Return places as offsets in the seed, without those between sentences: marks of headings."""
    return [span for span in map(scope.original, places) if passages.is_text(span)]


def _as_written(passages: Passages, spans: list[Span], quote: str) -> list[Span]:
    """Prefer the places that have the quote letter by letter, if there are any."""
    source = passages.document.source
    return [span for span in spans if source[slice(*span)] == quote] or spans


def _in_context(scope: Scope, places: list[Span], selector: Selector) -> list[Span]:
    before, after = fold(selector.prefix), fold(selector.suffix)
    if not before and not after:
        return places
    text = scope.folded.text
    return [p for p in places if _preceded(text, p, before) and _followed(text, p, after)]


def _preceded(text: str, place: Span, before: str) -> bool:
    return not before or _edge(text[max(0, place[0] - len(before) - 2) : place[0]]).endswith(before)


def _followed(text: str, place: Span, after: str) -> bool:
    return not after or _edge(text[place[1] : place[1] + len(after) + 2]).startswith(after)


def _edge(piece: str) -> str:
    """Return a piece of folded text as folding alone would give it: a hyphen at its end is a dash."""
    piece = piece.strip()
    return fold(piece) if piece.startswith("-") or piece.endswith("-") else piece


def _not_found(
    passages: Passages, sentences: list[Sentence], selector: Selector, quote: str
) -> Finding:
    if len(parts_of(quote)) > MAX_PARTS:
        message = f"the quote leaves words out in more than {MAX_PARTS - 1} places."
        return Finding("R104", "quote", message, "Quote a passage, or make several notes.")
    where = f" in sentence {' and '.join(selector.sentences)}" if sentences else ""
    message = f"quote not found{where}."
    if sentences and (elsewhere := _sentence_ids(passages, _everywhere(passages, quote))):
        return Finding("R104", "quote", message, f"These words stand in {', '.join(elsewhere)}.")
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
    return _in_seed(passages, passages, occurrences(passages.find, quote))


def _elsewhere(passages: Passages, scope: Scope, places: list[Span], selector: Selector) -> Finding:
    before, spans = fold(selector.prefix), _in_seed(passages, scope, places)
    preceded = any(_preceded(scope.folded.text, place, before) for place in places)
    key = "suffix" if selector.suffix and preceded else "prefix"
    shown = "; ".join(_surroundings(passages, span) for span in spans[:4])
    message = "the quote stands in the text, but not where prefix and suffix say."
    return Finding("R106", key, message, f"It stands here: {shown}.")


def _several(passages: Passages, spans: list[Span]) -> Finding:
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


def _unsure(passages: Passages, selector: Selector, quote: str, target: Target) -> list[Finding]:
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
