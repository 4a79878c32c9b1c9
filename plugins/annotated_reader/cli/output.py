"""What every command needs that writes files for others: where to, and where the site will be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from annotated_reader.notes.links import refuse_link

out_option = click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; files of the same names are replaced.",
)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--out`, and the options that say what addresses pages will have."""
    for option in (
        click.option(
            "--directory-urls/--no-directory-urls",
            default=True,
            show_default=True,
            help="Whether the site serves a/b.md as a/b/ or as a/b.html.",
        ),
        click.option(
            "--site-url",
            default="",
            callback=_checked,
            help="Address of the site, by which notes are named; else by URNs.",
        ),
        out_option,
    ):
        command = option(command)
    return command


def _checked(context: click.Context, parameter: click.Parameter, address: str) -> str:
    del context, parameter
    if address and (why := refuse_link(address)):
        raise click.UsageError(f'The address "{address}" cannot be used: {why}.')
    return address
