"""What holds of notes whatever is edited."""

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import Selector, State, anchor
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision import Carrier, revise
from annotated_reader.text import ListedSentence
from tests.anchoring.conftest import make_revision
from tests.anchoring.strategies import APART, Sentences, case_of, edits, edits_of_words, selectors
from tests.anchoring.strategies import listed as listed_document
from tests.text.documents import document_of

PLACED = (State.EXACT, State.MOVED, State.EDITED)


def _judge(old: Sentences, new: Sentences, selector: Selector) -> None:
    carrier = Carrier(make_revision(case_of(old, new)))
    carried = carrier.carry(selector)
    there, _ = anchor(carrier.passages, carried.selector)
    place = carried.target
    if carried.state in PLACED:
        assert there.state is State.EXACT
        assert (there.start, there.end) == (place.start, place.end)
        assert there.sentences == place.sentences
        assert place.state is carried.state
    elif not carried.findings:
        # What had no place before may have one by chance now; it was told of.
        assert there.state is not State.EXACT
    if carried.state in (State.EXACT, State.MOVED):
        assert fold(carried.after) == fold(carried.before)


@given(st.data())
def test_a_note_leads_where_it_is_said_to_be_and_else_nowhere(data: st.DataObject) -> None:
    old, new = data.draw(edits())
    for _ in range(3):
        _judge(old, new, data.draw(selectors(old)))


@given(st.data())
def test_a_note_on_words_that_repeat_leads_where_it_is_said_to_be(data: st.DataObject) -> None:
    old, new = data.draw(edits_of_words())
    for _ in range(5):
        _judge(old, new, data.draw(selectors(old)))


@st.composite
def _notes_on(draw: st.DrawFn, item: ListedSentence) -> Selector:
    """A note on a whole sentence or on words of it, that may name the sentence."""
    words = item.words.removesuffix(".")
    quote = draw(st.sampled_from(["", words.split()[0], words]))
    return Selector((item.id,) if not quote or draw(st.booleans()) else (), quote)


@given(st.data())
def test_a_note_on_a_sentence_that_is_gone_is_placed_nowhere(data: st.DataObject) -> None:
    listed = listed_document(document_of(" ".join(APART)))
    gone = data.draw(st.sampled_from(listed))
    left = [words for words in APART if words != gone.words]
    more = st.lists(
        st.sampled_from(
            [*left, "Aardvarks came.", "All the Oxen, they said, slept through most of it."]
        ),
        max_size=3,
    )
    new = data.draw(st.permutations([*left, *data.draw(more)]))
    carrier = Carrier(revise(" ".join(new), listed, language="en", markdown=False))
    carried = carrier.carry(data.draw(_notes_on(gone)))
    assert carried.findings == ()
    assert carried.state in (State.LOST, State.AMBIGUOUS)
    assert anchor(carrier.passages, carried.selector)[0].sentences == ()
