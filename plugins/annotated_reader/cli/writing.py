"""How commands write files: what cannot be written ends them, and nothing has changed."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from annotated_reader.writing import write_files


def write(files: Mapping[Path, str], folder: Path) -> None:
    """Write files below a folder, all or none; without them the command ends with 2."""
    if why := write_files(files, folder):
        click.echo(f"{why} Nothing was changed.", err=True)
        sys.exit(2)
