"""`dalil impact`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.saying import Refusal, progress, words
from dalil.desk.impact.compare import Impact
from dalil.desk.impact.exchange import SIZE, NotTold, as_json, from_json
from dalil.desk.impact.history import Base, NoHistory
from dalil.desk.impact.markdown import LIMIT, Report
from dalil.desk.impact.phrases import LANGUAGES
from dalil.desk.impact.report import impact_of
from dalil.wording.formats import machine


@click.command("impact")
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@click.option("--in", "language", type=click.Choice(LANGUAGES), default="en", help="The language of the report.")
@click.option("--limit", type=click.IntRange(min=2000), default=None, help=f"Characters; {LIMIT} fit into a comment.")
@click.option("--with-code", is_flag=True, help="Make HEAD's pages by its own macros; only for one that you trust.")
@click.option(
    "--from", "file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Show what was saved as json."
)
@click.pass_obj
def command(
    options: tuple[Path, bool],
    base: str | None,
    head: str | None,
    form: str,
    language: str,
    limit: int | None,
    with_code: bool,
    file: Path | None,
) -> None:
    """Say what a change does to the site.

    Compares HEAD (a branch, tag or commit; the files as they are, unless given) with the point at which it left BASE:
    sentences before and after, citations, statuses, figures, pages and addresses. The pages of both are made by the
    macros and configuration of BASE: of HEAD nothing but data is looked at.
    """
    root, quiet = options
    if (base is None) == (file is None):
        raise click.UsageError(words("impact-of-what"))
    try:
        if file is not None:
            found, impact = _read(file)
        else:
            assert base is not None
            with progress(quiet) as step:
                found, impact = impact_of(root, base, head, step, with_code=with_code)
    except NoHistory as error:
        raise Refusal("history", reason=error.reason) from None
    if form == "json":
        click.echo(machine.as_json(as_json(found, impact)))
    else:
        click.echo(Report(impact, found, language).markdown(limit or sys.maxsize), nl=False)


def _read(file: Path) -> tuple[Base, Impact]:
    """What was saved by `--format json`, on whatever machine."""
    with file.open("rb") as opened:
        data = opened.read(SIZE + 1)
    try:
        return from_json(data)
    except NotTold as error:
        raise Refusal("impact-not-told", file=str(file), reason=str(error)) from None
