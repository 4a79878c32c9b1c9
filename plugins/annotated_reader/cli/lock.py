"""`annotated-reader lock`: give the sentences of a text their ids for ever."""

import sys
from pathlib import Path

import click

from annotated_reader.cli.project import find_text, open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import Project, TextInput, find_texts, read_document
from annotated_reader.notes import read_text_record
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.problems import Problem, has_errors
from annotated_reader.text import format_sentence_list


@click.command()
@click.argument("texts", nargs=-1)
@project_options
def lock(texts: tuple[str, ...], root: Path, seeds: str, annotations: str) -> None:
    """Write annotations/TEXT/sentences.tsv for TEXTS, or for all that have none.

    Sentences end by the rules of the `language:` in text.yml, else of English. A list that
    is there is never changed: its ids are for ever. To split a text anew before there are
    notes, delete its list.
    """
    project = open_project(root, seeds, annotations)
    found, problems = find_texts(project)
    for text in [find_text(project, slug) for slug in texts] or found:
        problems += _lock(text, project)
    show(problems)
    sys.exit(1 if has_errors(problems) else 0)


def _lock(text: TextInput, project: Project) -> list[Problem]:
    name = project.annotations.place(text.sentences)
    record, problems = read_text_record(text.text, project.annotations)
    reading, found = read_document(text, project, record.language)
    problems += [problem for problem in found if problem.code != "R508"]
    if text.sentences.exists():
        if not problems:
            click.echo(f"{name}: unchanged, it fits the seed.")
    elif reading is not None and not has_errors(problems):
        write({text.sentences: format_sentence_list(reading.document)}, project.root)
        written = f"{name}: {len(reading.document.sentences)} sentences written, split as"
        click.echo(f"{written} {_language(text, project, record.language)}")
    return problems


def _language(text: TextInput, project: Project, language: str) -> str:
    """Return the language by whose rules sentences ended, and what to do if it is the wrong one."""
    file, _ = read_yaml(text.text, project.annotations) if text.text.exists() else (None, [])
    if file and "language" in file.data:
        return f'"{language}".'
    return (
        f"English ({language}). If the text is in another language, write `language:` into "
        f"{project.annotations.place(text.text)}, delete the list, and run this again."
    )
