"""The door of the command line: one file for each command."""

import click

from annotated_reader import __version__
from annotated_reader.cli.check import check
from annotated_reader.cli.evidence import evidence
from annotated_reader.cli.explain import explain
from annotated_reader.cli.export import export
from annotated_reader.cli.import_ import import_
from annotated_reader.cli.links import links
from annotated_reader.cli.lock import lock
from annotated_reader.cli.new import new
from annotated_reader.cli.rebase import rebase
from annotated_reader.cli.render import render
from annotated_reader.cli.schema import schema
from annotated_reader.cli.sources import sources

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="annotated-reader")
def main() -> None:
    """Check, lock and rebase annotated texts, check links, exchange notes, render pages."""


for command in (check, explain, new, lock, rebase, evidence, links):
    main.add_command(command)
for command in (import_, export, sources, render, schema):
    main.add_command(command)
