"""`annotated-reader links`: do the addresses of the sources still answer?"""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import Project, read_library
from annotated_reader.links import FILE_NAME, Link, format_links, merge
from annotated_reader.problems import has_errors, printable


@click.command()
@click.option(
    "--timeout",
    default=10.0,
    show_default=True,
    type=click.FloatRange(0.1, 300),
    help="Seconds that a server has for its answer.",
)
@click.option(
    "--pause",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0, 300),
    help="Seconds between two requests to a server.",
)
@click.option(
    "--fail-on", type=click.Choice(["dead"]), help="End with 1 when an address is no longer there."
)
@click.option("--allow-private", is_flag=True, help="Ask servers of private networks, too.")
@project_options
def links(
    timeout: float,
    pause: float,
    fail_on: str | None,
    allow_private: bool,
    root: Path,
    seeds: str,
    annotations: str,
) -> None:
    """Ask for the address of every source and archived copy, and write annotations/links.json.

    This is the only command that uses the network. An address that does not answer now keeps
    the day on which it was last reached. Ends with 0 whatever the servers say.
    """
    project = open_project(root, seeds, annotations)
    found = _ask(project, timeout, pause, allow_private)
    dead = [address for address, link in found.items() if link.is_gone]
    sys.exit(1 if fail_on and dead else 0)


def _ask(project: Project, timeout: float, pause: float, allow_private: bool) -> Mapping[str, Link]:
    # Only here: no other command needs the network, or waits for its modules.
    from annotated_reader.links.addresses import addresses_of
    from annotated_reader.links.check import check_links, is_offline
    from annotated_reader.links.follow import Manner

    library, problems = read_library(project.annotations)
    show(problems)
    if has_errors(problems):
        sys.exit(1)
    addresses = addresses_of(library.sources.values())
    manner = Manner(timeout, pause, allow_private=allow_private)
    with _progress() as progress:
        task = progress.add_task("links", total=len(addresses))
        today = date.today().isoformat()
        found = check_links(addresses, today, manner, lambda: progress.advance(task))
    if is_offline(found):
        click.echo("No server answered: is there a network? Nothing was written.")
        return {}
    path = project.annotations.path / FILE_NAME
    merged = merge(library.links, found, addresses)
    write({path: format_links(merged)}, project.root)
    _report(merged)
    click.echo(f"{project.annotations.place(path)}: {len(merged)} addresses written.")
    return merged


def _progress() -> Progress:
    """Return a bar on standard error, which is not shown where nobody looks."""
    console = Console(stderr=True)
    columns = (TextColumn("Asking"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _report(found: Mapping[str, Link]) -> None:
    """Print every address that did not answer with its page, and how many did."""
    for address, link in sorted(found.items()):
        if not link.is_reached:
            last = f"; last reached {link.reached}" if link.reached else ""
            archive = f"; archived copy: {link.archive}" if link.archive else ""
            click.echo(printable(f"{address}: {link.status}{last}{archive}"))
    gone = sum(link.is_gone for link in found.values())
    reached = sum(link.is_reached for link in found.values())
    rest = len(found) - gone - reached
    click.echo(f"{reached} reached, {gone} gone, {rest} without an answer that tells.")
