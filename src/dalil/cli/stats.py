"""`dalil stats`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dalil.cli.saying import language, problems_said, words
from dalil.desk.stats import count
from dalil.project.whole import check_project
from dalil.wording import detail_of, listed
from dalil.wording.formats import machine


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(options: tuple[Path, bool], as_json: bool) -> None:
    """Count records, citations and coverage."""
    with problems_said():
        figures = count(check_project(options[0]))
    if as_json:
        click.echo(machine.as_json(figures))
        return
    table = Table(show_header=False, box=None)
    for name, figure in figures.items():
        table.add_row(words(f"stat-{name}"), _shown(name, figure))
    Console().print(table)


def _shown(name: str, figure: Any) -> str:
    if isinstance(figure, dict):
        named = {one: words(f"status-{one}") if name == "status" else one for one in figure}
        return listed([words("stat-figure", name=named[one], figure=figure[one]) for one in figure], language())
    return detail_of(tuple(figure), language()) if isinstance(figure, list) else str(figure)
