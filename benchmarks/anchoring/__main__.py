"""`python -m benchmarks.anchoring [TEXT …]`: how many notes land where they belong, edit by edit."""

import re
import sys
from collections import Counter
from pathlib import Path

from annotated_reader.text import Document, cut
from benchmarks.anchoring.edits import EDITS
from benchmarks.anchoring.measure import OUTCOMES, Outcome, run

ROOT = Path(__file__).parents[2]
BOOKS = sorted((ROOT / "../shared/corpus").glob("*/seed.md"))
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SHARE = 0.12
"""Share of the sentences that get a note, in each of the runs."""

EXCERPT = 100_000
"""Characters of the excerpts on which the best-score rule is run, too: it costs seconds a book."""


def _read(path: Path, length: int | None = None) -> Document:
    source = path.read_text(encoding="utf-8")[:length]
    document, _ = cut(source, language="en", markdown=path.suffix == ".md", listed=[])
    assert document is not None
    return document


def _sentences(document: Document) -> list[str]:
    """Return the sentences that end like one: headings and salutations are left out."""
    found = (" ".join(document.words(sentence).split()) for sentence in document.sentences)
    return [words for words in found if len(words.split()) > 5 and re.search("[.!?][”’]*$", words)]


def main(paths: list[Path]) -> int:
    """Run the benchmark on the named texts, or on the books, excerpts of them, and the seed."""
    chosen = [path.resolve() for path in paths or [*BOOKS, *SEEDS]]
    foreign = {path.resolve(): _sentences(_read(path)) for path in BOOKS or chosen}
    outcomes: list[Outcome] = []
    for path in chosen:
        others = [words for other, words in foreign.items() if other != path]
        texts = [_read(path)]
        if len(texts[0].source) > 2 * EXCERPT:
            texts.append(_read(path, EXCERPT))
        for document in texts:
            share = SHARE if len(document.sentences) > 100 else 0.8
            strangers = [sentence for words in others for sentence in words]
            outcomes += run(document, strangers, len(document.source), share)
    for way in dict.fromkeys(outcome.way for outcome in outcomes):
        for whole in (True, False):
            _table(way, [o for o in outcomes if o.way == way and o.whole is whole], whole)
    wrong = sum(o.outcome == "silently wrong" and o.way == "with memory" for o in outcomes)
    long = [o for o in outcomes if o.way == "without memory" and o.length >= 40 and not o.repeated]
    print(f"with memory: {wrong} silently wrong of {sum(o.way == 'with memory' for o in outcomes)}")
    silent = sum(o.outcome == "silently wrong" for o in long)
    print(
        f"without memory, 40 characters and more, no repeats: {silent} silently wrong of {len(long)}"
    )
    return 1 if wrong or silent else 0


def _table(way: str, outcomes: list[Outcome], whole: bool) -> None:
    print(f"\n{way}, notes on {'sentences' if whole else 'phrases of 2 to 4 words'} (%)")
    print(f"{'edit':<22}{'notes':>7}" + "".join(f"{name:>16}" for name in OUTCOMES))
    for edit in EDITS:
        counts = Counter(o.outcome for o in outcomes if o.edit == edit)
        total = counts.total()
        shares = (
            "".join(f"{100 * counts[name] / total:>16.2f}" for name in OUTCOMES) if total else ""
        )
        print(f"{edit:<22}{total:>7}{shares}")


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
