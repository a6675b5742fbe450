"""`dalil stats`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dalil.cli.saying import problems_said
from dalil.project import check_project
from dalil.stats import count


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(options: tuple[Path, bool], as_json: bool) -> None:
    """Count records, citations and coverage."""
    with problems_said():
        figures = count(check_project(options[0]))
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
        return
    table = Table(show_header=False, box=None)
    for name, figure in figures.items():
        table.add_row(name.replace("_", " "), _shown(figure))
    Console().print(table)


def _shown(figure: Any) -> str:
    if isinstance(figure, dict):
        return ", ".join(f"{name} {number}" for name, number in figure.items())
    return ", ".join(figure) if isinstance(figure, list) else str(figure)
