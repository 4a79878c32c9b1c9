"""`python -m tests.fuzz --minutes 10`: look for a file that makes the reader raise or hang.

With `--atheris` the search is guided by the code that a file reaches (pip install atheris).
What is found is written to a folder; the last line counts.
"""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from tests.fuzz.mutations import mutated
from tests.fuzz.project import PLACES, seeds, try_project


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--out", type=Path, default=Path(".fuzz"))
    parser.add_argument("--atheris", action="store_true")
    arguments = parser.parse_args()
    if arguments.atheris:
        return _guided(arguments.minutes)
    return _random(arguments.minutes, arguments.seed, arguments.out)


def _random(minutes: float, seed: int, out: Path) -> int:
    random, starts = Random(seed), list(seeds())
    others = [content for _, content in starts]
    tried, found = 0, 0
    end = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            place, content = random.choice(starts)
            content = mutated(random, content, others)
            tried += 1
            try:
                try_project(Path(folder) / "project", place, content)
            except Exception:
                found += 1
                out.mkdir(exist_ok=True)
                path = out / f"{seed}-{tried}-{Path(PLACES[place]).name}"
                path.write_bytes(content)
                print(f"{path}:\n{traceback.format_exc(limit=-4)}", flush=True)
    print(f"{tried} projects, {found} raised or hung (--seed {seed})")
    return 1 if found else 0


def _guided(minutes: float) -> int:
    import atheris

    atheris.instrument_all()
    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, (place, content) in enumerate(seeds()):
        (corpus / str(number)).write_bytes(bytes([place]) + content)

    def one(data: bytes) -> None:
        if data:
            try_project(folder / "project", data[0] % len(PLACES), data[1:])

    limit = f"-max_total_time={int(60 * minutes)}"
    atheris.Setup([sys.argv[0], limit, "-max_len=20000", str(corpus)], one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
