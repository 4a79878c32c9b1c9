"""Finding the files of an edition: which seeds there are, and which files belong to each."""

import re
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.edition.file_names import find_unportable, is_device
from annotated_reader.edition.records import Project
from annotated_reader.evidence import FOLDER as EVIDENCE
from annotated_reader.files import Folder, refuse_link_to
from annotated_reader.links import FILE_NAME as LINKS_FILE
from annotated_reader.notes import CHRONOLOGY_FILE, PIECES_FILE, TEXT_FILE
from annotated_reader.notes.sources import FILE_NAME as SOURCES_FILE
from annotated_reader.notes.vocabulary import FILE_NAME as VERDICTS_FILE
from annotated_reader.problems import Place, Problem, did_you_mean
from annotated_reader.text import FILE_NAME as SENTENCES_FILE

SEED_ENDINGS = (".txt", ".md")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_INDEX = "index"
"""The list of texts is `texts/index.md`."""
_NUMBERED = re.compile(r"([^0-9]*)([0-9]*)")
_NOTES_ENDING = ".yml"
_LIKE_NOTES = (".yml", ".yaml")
"""Endings that YAML has elsewhere; here there is one, so that no file stands there twice."""
_NAMES = (TEXT_FILE, PIECES_FILE, CHRONOLOGY_FILE, SOURCES_FILE, VERDICTS_FILE)
_BESIDE_NOTES = (TEXT_FILE, PIECES_FILE, CHRONOLOGY_FILE)
_OTHER_NAMES = frozenset({SOURCES_FILE, VERDICTS_FILE, LINKS_FILE, EVIDENCE})


@dataclass(frozen=True, slots=True)
class TextInput:
    """The files of one text; those of its annotations may not exist."""

    slug: str
    seed: Path
    sentences: Path
    text: Path
    pieces: Path
    chronology: Path
    notes: tuple[Path, ...]


def find_texts(project: Project) -> tuple[list[TextInput], list[Problem]]:
    """Return the texts in the order of their slugs, `essay-2` before `essay-10`, with their files.

    Problems: R001 a missing folder, R002 a folder that is a symbolic link, R007 a name that
    not every computer can keep, R016 a file that nobody reads, R506 a folder of annotations
    without a seed, R507 a name that cannot be an address, R509 no seeds at all.
    """
    folders = (project.seeds, project.annotations)
    if linked := [folder for folder in folders if _is_linked(folder)]:
        return [], [refuse_link_to(Place(folder.name)) for folder in linked]
    seeds, problems = _seeds(project.seeds)
    texts = []
    for seed in seeds:
        text, unread = _text(seed, project.annotations)
        texts.append(text)
        problems += unread
    names = [path.stem for path in _visible(project.seeds.path) if _ending(path) in SEED_ENDINGS]
    orphans = _without_seed(project.annotations, names)
    # Where there is no seed at all, that is the one thing to mend.
    problems += [problem for problem in orphans if names or problem.code != "R506"]
    return texts, problems


def _is_linked(folder: Folder) -> bool:
    """Say whether a folder of the project, or one on the way to it, is a symbolic link."""
    steps = [part for part in Path(folder.name).parts if part not in ("..", "/")]
    return any(path.is_symlink() for path in [folder.path, *folder.path.parents][: len(steps)])


def _seeds(folder: Folder) -> tuple[list[Path], list[Problem]]:
    if not folder.path.is_dir():
        hint = "Make it, and put a text ending in .txt or .md there."
        return [], [Problem(Place(folder.name), "R001", "this folder does not exist.", hint)]
    by_slug: dict[str, Path] = {}
    problems = []
    twice: set[str] = set()
    for path in sorted(_visible(folder.path)):
        place = folder.place(path)
        if path.suffix not in SEED_ENDINGS:
            hint = "A seed ends in .txt or .md."
            if _ending(path) in SEED_ENDINGS:
                hint = f"Write its ending in small letters: {_ending(path)}."
            if _ending(path) != ".license":
                problems.append(_unread(path, place, hint))
        elif not _SLUG.fullmatch(path.stem):
            hint = (
                "Use small letters a to z, digits and hyphens: the name becomes the page's address."
            )
            problems.append(Problem(place, "R507", "this name cannot be an address.", hint))
        elif path.stem == _INDEX or is_device(path.stem):
            what = "the list of texts" if path.stem == _INDEX else "a device of Windows"
            message = f"this name is that of {what}."
            problems.append(Problem(place, "R507", message, "Choose another name."))
        elif path.stem in by_slug:
            message = f"{by_slug[path.stem].name} has the same name."
            problems.append(Problem(place, "R507", message, "Rename one of the two."))
            twice.add(path.stem)
        else:
            by_slug[path.stem] = path
    if not by_slug and not problems:
        hint = "Put a text ending in .txt or .md here."
        problems.append(Problem(Place(folder.name), "R509", "there are no seeds.", hint))
    seeds = [path for slug, path in by_slug.items() if slug not in twice]
    return sorted(seeds, key=lambda path: _natural(path.stem)), problems


def _natural(slug: str) -> list[tuple[str, int]]:
    """Return a key by which numbers within names count as numbers."""
    return [(word, int(number or 0)) for word, number in _NUMBERED.findall(slug)]


def _text(seed: Path, annotations: Folder) -> tuple[TextInput, list[Problem]]:
    folder = annotations.path / seed.stem
    notes, problems = _note_files(folder, annotations)
    text = TextInput(
        slug=seed.stem,
        seed=seed,
        sentences=folder / SENTENCES_FILE,
        text=folder / TEXT_FILE,
        pieces=folder / PIECES_FILE,
        chronology=folder / CHRONOLOGY_FILE,
        notes=tuple(notes),
    )
    return text, problems


def _note_files(folder: Path, annotations: Folder) -> tuple[list[Path], list[Problem]]:
    notes: list[Path] = []
    problems = list(find_unportable(_visible(folder), annotations))
    for path in sorted(_visible(folder)):
        if path.name in (*_BESIDE_NOTES, SENTENCES_FILE) or path.suffix == ".md":
            continue
        misnamed = path.stem in [Path(name).stem for name in _BESIDE_NOTES]
        if path.suffix == _NOTES_ENDING and not path.is_dir() and not misnamed:
            notes.append(path)
            continue
        hint = "Notes are in files ending in .yml."
        if _ending(path) in _LIKE_NOTES:
            hint = f'Did you mean "{path.stem}{_NOTES_ENDING}"?'
        problems.append(_unread(path, annotations.place(path), hint))
    return notes, problems


def _without_seed(annotations: Folder, slugs: list[str]) -> list[Problem]:
    problems = []
    for path in sorted(_visible(annotations.path)):
        place = annotations.place(path)
        if path.name in _OTHER_NAMES or path.name in slugs or path.suffix == ".md":
            continue
        if path.is_dir():
            message = f'there is no seed "{path.name}".'
            problems.append(Problem(place, "R506", message, did_you_mean(path.name, slugs)))
        else:
            problems.append(_unread(path, place, "Notes are in the folder of their text."))
    return problems


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if not path.name.startswith((".", "~"))]


def _unread(path: Path, place: Place, hint: str) -> Problem:
    """Return the R016 of a file; one that has the wrong ending is told the right one."""
    meant = [name for name in _NAMES if path.stem.rstrip("s") == Path(name).stem.rstrip("s")]
    what = "folder" if path.is_dir() else "file"
    hint = f'Did you mean "{meant[0]}"?' if meant and not path.is_dir() else hint
    return Problem(place, "R016", f"nobody reads this {what}.", hint)
