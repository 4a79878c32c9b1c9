"""`annotated-reader explain`: what a code of the check means, and how to mend it."""

import click

from annotated_reader.problem_pages import markdown_of, problem_page
from annotated_reader.problems import CODES, did_you_mean


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what CODE, such as R104, means and how to mend it; without one, list them all."""
    if code is None:
        for known, (severity, title) in CODES.items():
            click.echo(f"{known}  {severity:<7}  {title}")
        return
    code = code.upper()
    if code not in CODES:
        hint = did_you_mean(code, CODES)
        raise click.UsageError(f'There is no code "{code}". {hint}'.strip())
    page = problem_page(code)
    click.echo(f"# {code}: {page.title} ({page.severity})\n\n{markdown_of(code)}", nl=False)
