"""`annotated-reader schema`: what editors complete and check by while one types."""

from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options
from annotated_reader.edition import build_edition
from annotated_reader.pages import schema_files


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; files of the same names are replaced.",
)
@project_options
def schema(out: Path, root: Path, seeds: str, annotations: str) -> None:
    """Write JSON Schemas of all annotation files.

    They know the verdicts, reasons and sources of the project. A first line in a file of
    notes like `# yaml-language-server: $schema=../../schemas/notes.json` tells editors.
    """
    edition, _ = build_edition(open_project(root, seeds, annotations))
    for asset in schema_files(edition):
        path = out / Path(asset.path).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(asset.content, encoding="utf-8", newline="\n")
        click.echo(f"{path}: written.")
