"""`dalil check`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import problems_said, teller
from dalil.project import check_project


@click.command("check")
@click.option("--base", default=None, help="Ask for a note of each claim that says something else than at this commit.")
@click.pass_obj
def command(options: tuple[Path, bool], base: str | None) -> None:
    """Check the store, the pages and the macros; print every problem."""
    root, quiet = options
    with problems_said():
        checked = check_project(root)
        if base is not None:
            _check_notes(root, base)
    store = checked.store
    teller(quiet)(
        f"No problems: {len(store.claims)} claims, {len(store.statements)} statements, {len(store.disputes)} disputes, "
        f"{len(store.sources)} sources, {checked.renderer.count()} pages in {', '.join(store.locales)}."
    )


def _check_notes(root: Path, base: str) -> None:
    from dalil.impact.history import NoHistory
    from dalil.impact.notes import check_notes
    from dalil.problems import Problems, ProblemsFound

    problems = Problems()
    try:
        check_notes(root, base, problems)
    except NoHistory as error:
        raise click.ClickException(str(error)) from None
    if len(problems):
        raise ProblemsFound(problems)
