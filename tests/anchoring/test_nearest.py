import pytest

from annotated_reader.anchoring import Passages
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.nearest import ALIKE, MAX_CANDIDATES, Proposal, propose
from tests.anchoring.conftest import make_document

TEXT = (
    "Protesters stormed parliament, beat the president and ransacked the office. "
    "The President of the Republic was not there. "
    "It is “not yet\u00a0known” what the reality will be."
)


def _propose(quote: str, *ids: str) -> Proposal | None:
    document = make_document(TEXT)
    sentences = [document.sentences[document.position[id_]] for id_ in ids]
    return propose(document, sentences or document.sentences, fold(quote))


@pytest.mark.parametrize(
    ("quote", "sentence", "words"),
    [
        ("beat the presidents", "s1", "beat the president"),
        ("stormed the parliament", "s1", "stormed parliament"),
        ("PRESIDENT of the republic", "s2", "President of the Republic"),
        ('"not yet know"', "s3", "“not yet known”"),
        ("reality wil", "s3", "reality will"),
    ],
)
def test_the_passage_that_was_meant(quote: str, sentence: str, words: str) -> None:
    proposal = _propose(quote)
    assert proposal is not None
    assert (proposal.sentence, proposal.words) == (sentence, words)
    assert ALIKE <= proposal.likeness <= 1


def test_a_proposal_is_made_of_whole_words() -> None:
    proposal = _propose("eat the presiden", "s1")
    assert proposal is not None
    assert proposal.words == "beat the president"


@pytest.mark.parametrize("quote", ["purple elephants dance", "xyzzy", "%%%%"])
def test_nothing_is_proposed_for_what_is_like_nothing(quote: str) -> None:
    assert _propose(quote) is None


def test_only_the_given_sentences_are_looked_at() -> None:
    assert _propose("beat the president and ransacked", "s3") is None


def test_no_sentences() -> None:
    assert propose(make_document(TEXT), [], "words") is None


def test_rare_words_choose_the_sentences() -> None:
    passages = Passages(make_document(TEXT))
    votes = passages.votes.candidates(fold("the parliament"))
    assert [sentence.id for sentence in votes] == ["s1", "s2", "s3"]
    assert passages.votes.candidates("elephants") == []


def test_few_sentences_are_compared_however_long_the_text_is() -> None:
    document = make_document("The whale came. " * 3000)
    passages = Passages(document)
    assert len(passages.votes.candidates("whale")) <= MAX_CANDIDATES
