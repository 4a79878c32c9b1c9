"""What became of sentences and notes when the seed was edited: known from the old list, not guessed."""

from annotated_reader.anchoring.revision.carried import Carried
from annotated_reader.anchoring.revision.carry import Carrier
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.dating import dated
from annotated_reader.anchoring.revision.reasons import Doubts
from annotated_reader.anchoring.revision.revise import Revision, revise

__all__ = ["Carried", "Carrier", "Change", "ChangeKind", "Doubts", "Revision", "dated", "revise"]
