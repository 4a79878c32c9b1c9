"""`annotated-reader schema`: what editors complete and check by while one types."""

from pathlib import Path

import click

from annotated_reader.cli.output import out_option
from annotated_reader.cli.project import open_project, project_options
from annotated_reader.cli.writing import write
from annotated_reader.edition import build_edition
from annotated_reader.pages import schema_files


@click.command()
@out_option
@project_options
def schema(out: Path, root: Path, seeds: str, annotations: str) -> None:
    """Write JSON Schemas of all annotation files.

    They know the verdicts, reasons and sources of the project. A first line in a file of
    notes like `# yaml-language-server: $schema=../../schemas/notes.json` tells editors.
    """
    edition, _ = build_edition(open_project(root, seeds, annotations))
    files = {out / Path(asset.path).name: asset.content for asset in schema_files(edition)}
    write(files, out)
    for path in files:
        click.echo(f"{path}: written.")
