"""What holds of sentences whatever is edited."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision import ChangeKind, Revision, revise
from annotated_reader.text import Document, cut
from tests.anchoring.conftest import make_revision
from tests.anchoring.strategies import APART, Sentences, case_of, edits
from tests.anchoring.strategies import listed as listed_document
from tests.text.documents import document_of
from tests.text.strategies import LANGUAGES, texts

FEWER = 60


def _whole(revision: Revision) -> None:
    """Each sentence is in one change, each id in use or retired, and nothing of the text is lost."""
    document = revision.document
    changes = revision.changes
    assert sorted(i for change in changes for i in change.old) == [*range(len(revision.listed))]
    assert sorted(j for change in changes for j in change.new) == [*range(len(document.sentences))]
    ids = [sentence.id for sentence in document.sentences]
    gone = [id_ for id_, _ in revision.retired]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(gone)
    assert {item.id for item in revision.listed} <= {*ids, *gone}
    assert "".join(document.pieces()) == document.source


def _fits(revision: Revision, *, language: str, markdown: bool) -> None:
    listed = listed_document(revision.document)
    if listed:
        source = revision.document.source
        document, problems = cut(source, language=language, markdown=markdown, listed=listed)
        assert problems == []
        assert document is not None
        assert document.sentences == revision.document.sentences


def _document(text: str, language: str, *, markdown: bool) -> Document:
    return document_of(text, language=language, markdown=markdown)


def _folded(document: Document) -> list[tuple[str, str]]:
    return [(sentence.id, fold(document.words(sentence))) for sentence in document.sentences]


@settings(max_examples=FEWER)
@given(texts(), texts(), LANGUAGES, st.booleans())
def test_any_text_may_become_any_other(
    before: str, after: str, language: str, markdown: bool
) -> None:
    old = listed_document(_document(before, language, markdown=markdown))
    revision = revise(after, old, language=language, markdown=markdown)
    _whole(revision)
    _fits(revision, language=language, markdown=markdown)


@settings(max_examples=FEWER)
@given(texts(), LANGUAGES, st.booleans())
def test_a_text_that_stays_stays_as_it_is(text: str, language: str, markdown: bool) -> None:
    document = _document(text, language, markdown=markdown)
    revision = revise(text, listed_document(document), language=language, markdown=markdown)
    # A character of no width between two sentences may go over to the other one.
    assert _folded(revision.document) == _folded(document)
    assert {change.kind for change in revision.changes} <= {ChangeKind.UNCHANGED}


@given(edits())
def test_what_becomes_of_a_few_sentences_is_told_of_all(edit: tuple[Sentences, Sentences]) -> None:
    revision = make_revision(case_of(*edit))
    _whole(revision)
    _fits(revision, language="en", markdown=False)


@settings(max_examples=FEWER)
@given(st.lists(st.one_of(st.just(""), texts()), min_size=7, max_size=7))
def test_a_sentence_that_stands_once_keeps_its_id_whatever_comes_around_it(
    around: list[str],
) -> None:
    listed = listed_document(document_of(" ".join(APART)))
    new = around[0] + "".join(
        f"\n\n{own}\n\n{more}" for own, more in zip(APART, around[1:], strict=True)
    )
    document = revise(new, listed, language="en", markdown=False).document
    words = {sentence.id: document.words(sentence) for sentence in document.sentences}
    assert [words.get(item.id) for item in listed] == APART


@given(st.permutations(APART), st.sets(st.sampled_from(APART), max_size=4))
def test_a_sentence_that_stands_once_keeps_its_id_wherever_it_moves(
    order: list[str], gone: set[str]
) -> None:
    listed = listed_document(document_of(" ".join(APART)))
    left = [words for words in order if words not in gone]
    document = revise(" ".join(left), listed, language="en", markdown=False).document
    ids = {item.words: item.id for item in listed}
    assert [sentence.id for sentence in document.sentences] == [ids[words] for words in left]
    assert document.retired == {ids[words] for words in gone}
