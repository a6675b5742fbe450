"""`dalil check`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import problems_said, teller
from dalil.project import check_project


@click.command("check")
@click.pass_obj
def command(options: tuple[Path, bool]) -> None:
    """Check the store, the pages and the macros; print every problem."""
    root, quiet = options
    with problems_said():
        checked = check_project(root)
    store = checked.store
    teller(quiet)(
        f"No problems: {len(store.claims)} claims, {len(store.statements)} statements, {len(store.disputes)} disputes, "
        f"{len(store.sources)} sources, {checked.renderer.count()} pages in {', '.join(store.locales)}."
    )
