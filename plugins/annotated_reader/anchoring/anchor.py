"""Finding the place of one note. Never a guess: a place is certain, or there is none."""

from itertools import pairwise

from annotated_reader.anchoring.advice import elsewhere, not_found, several, unsure
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.occurrences import occurrences
from annotated_reader.anchoring.passages import Passages, Span
from annotated_reader.anchoring.scope import in_context, in_seed, scope_of
from annotated_reader.anchoring.target import Finding, Selector, State, Target
from annotated_reader.anchoring.word_edges import is_whole_words
from annotated_reader.text import Sentence

Anchored = tuple[Target, list[Finding]]

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
    scope = scope_of(passages, sentences, selector)
    places = occurrences(scope.find, quote)
    spans = in_seed(passages, scope, places)
    if not spans:
        return _LOST, [not_found(passages, sentences, selector, quote)]
    fitting = in_seed(passages, scope, in_context(scope, places, selector))
    in_place = _as_written(passages, fitting, selector.quote)
    if not in_place:
        return _LOST, [elsewhere(passages, scope, places, selector)]
    if len(in_place) > 1:
        return _AMBIGUOUS, [several(passages, in_place)]
    target = _exact(passages, in_place[0])
    return target, unsure(passages, selector, quote, target)


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


def _as_written(passages: Passages, spans: list[Span], quote: str) -> list[Span]:
    """Prefer the places that have the quote letter by letter, if there are any."""
    source = passages.document.source
    return [span for span in spans if source[slice(*span)] == quote] or spans
