from pathlib import Path
from typing import Any

from annotated_reader.files import Folder
from annotated_reader.imports.sources import Merged, convert, merge, read_file
from annotated_reader.imports.sources.records import Incoming, Raw
from annotated_reader.notes import Source, read_sources

ZOTERO = Path(__file__).parents[2] / "cli" / "fixtures" / "sources"
"""What Zotero and Better BibTeX write, one file of each format."""


def records(path: Path) -> list[Incoming]:
    """Return the records of a file that can be read."""
    raws, _, problems = read_file(path)
    assert problems == []
    return [convert(raw) for raw in raws]


def record(**data: Any) -> Incoming:
    """Return a record; `_` in a name stands for a hyphen."""
    return convert(Raw({key.replace("_", "-"): value for key, value in data.items()}, 1))


def merged(incoming: list[Incoming], content: str = "", *, update: bool = False) -> Merged:
    """Merge records into the content of a `sources.yml`."""
    folder = Folder(Path("/p"), "annotations")
    done, problems = merge(incoming, content, Path("/p/sources.yml"), folder, update=update)
    assert done is not None, problems
    return done


def read_back(content: str, where: Path) -> dict[str, Source]:
    """Return the sources of a content that has no problems."""
    path = where / "sources.yml"
    path.write_bytes(content.encode("utf-8"))
    sources, problems = read_sources(path, Folder(where, "annotations"))
    assert sources is not None
    assert problems == []
    return sources
