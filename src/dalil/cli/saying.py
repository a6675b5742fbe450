"""What every command says in the same way: problems, progress, and the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from dalil.problems import ProblemsFound
from dalil.progress import Step, silent
from dalil.wording import say

STEPS = {
    "read": "Reading the project",
    "check": "Checking",
    "render": "Rendering pages",
    "site": "Making the site",
    "cards": "Drawing pictures",
    "compress": "Compressing",
    "verify": "Verifying pages",
}


@contextmanager
def problems_said() -> Iterator[None]:
    """Prints problems and ends with exit code 1 instead of a traceback."""
    try:
        yield
    except ProblemsFound as found:
        say_problems(found)
        sys.exit(1)


def say_problems(found: ProblemsFound) -> None:
    """Prints each problem, and their number to standard error."""
    for problem in found.problems:
        click.echo(say(problem))
    number = len(found.problems)
    click.echo(f"{number} problem{'' if number == 1 else 's'}.", err=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Step]:
    """A bar a step on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def step(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(STEPS.get(what, what), total=of)
            bars.update(tasks[what], completed=done, total=of)

        yield step


def teller(quiet: bool) -> Callable[[str], None]:
    """Says a line, or nothing when quiet."""
    return (lambda words: None) if quiet else click.echo
