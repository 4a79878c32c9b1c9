"""The one pure function at the centre: folders in, an Edition and problems out."""

from collections.abc import Mapping

from annotated_reader.anchoring import Passages, Selector, State, Target, anchor
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.records import Edition, Project
from annotated_reader.edition.resolve import Draft, resolve
from annotated_reader.notes import (
    NoteEntry,
    Source,
    Vocabulary,
    check_note,
    read_notes,
    read_sources,
    read_text_record,
    read_vocabulary,
)
from annotated_reader.notes.sources import FILE_NAME as SOURCES_FILE
from annotated_reader.notes.vocabulary import FILE_NAME as VERDICTS_FILE
from annotated_reader.problems import Problem
from annotated_reader.text import Document, ListedSentence, cut, read_seed, read_sentence_list


def build_edition(project: Project) -> tuple[Edition, list[Problem]]:
    """Return the edition of a project and every problem found on the way, in order of place.

    Problems: all codes but R6. With errors the edition lacks what they are about.
    """
    texts, problems = find_texts(project)
    annotations = project.annotations
    vocabulary, found = read_vocabulary(annotations.path / VERDICTS_FILE, annotations)
    problems += found
    sources: dict[str, Source] = {}
    if (path := annotations.path / SOURCES_FILE).exists() or path.is_symlink():
        sources, found = read_sources(path, annotations)
        problems += found
    drafts = []
    for text in texts:
        draft, found = _draft(text, project, vocabulary, sources)
        problems += found
        drafts += [draft] if draft else []
    edition, found = resolve(drafts, vocabulary, sources)
    problems += found
    problems += [
        Problem(sources[id_].place, "R306", f'no note cites the source "{id_}".')
        for id_, uses in edition.uses.items()
        if not uses
    ]
    return edition, sorted(set(problems))


def _draft(
    text: TextInput, project: Project, vocabulary: Vocabulary, sources: Mapping[str, Source]
) -> tuple[Draft | None, list[Problem]]:
    record, problems = read_text_record(text.text, project.annotations)
    document, found = read_document(text, project, record.language)
    problems += found
    if document is None:
        return None, problems
    entries, found = read_notes(list(text.notes), project.annotations)
    problems += found
    passages = Passages(document)
    anchored = []
    for entry in entries:
        problems += check_note(entry, vocabulary, sources)
        target, found = _anchor(passages, entry)
        problems += found
        anchored.append((entry, target))
    files = tuple(project.annotations.place(path) for path in text.notes)
    return Draft(text.slug, record, document, files, tuple(anchored)), problems


def read_document(
    text: TextInput, project: Project, language: str
) -> tuple[Document | None, list[Problem]]:
    """Return the document of a text, its sentences as `sentences.tsv` has them.

    Problems: those of `read_seed`, `read_sentence_list` and `cut`, R508 without a list.
    """
    source, problems = read_seed(text.seed, project.seeds)
    if source is None:
        return None, problems
    listed: list[ListedSentence] = []
    found: list[Problem] = []
    if text.sentences.exists() or text.sentences.is_symlink():
        listed, found = read_sentence_list(text.sentences, project.annotations)
    elif text.notes:
        place = project.annotations.place(text.sentences)
        hint = "Run `annotated-reader lock` and commit the file."
        found = [Problem(place, "R508", "sentence ids are not kept without this file.", hint)]
    problems += found
    markdown = text.seed.suffix == ".md"
    document, found = cut(source, language=language, markdown=markdown, listed=listed)
    return document, problems + found


def _anchor(passages: Passages, entry: NoteEntry) -> tuple[Target, list[Problem]]:
    note = entry.record
    if not note.sentences and not note.quote:
        # R103 has been reported; what is left is a note that looks for its place.
        return Target(State.LOST), []
    selector = Selector(note.sentences, note.quote, note.prefix, note.suffix)
    target, findings = anchor(passages, selector)
    return target, [Problem(entry.place(f.key), f.code, f.message, f.hint) for f in findings]
