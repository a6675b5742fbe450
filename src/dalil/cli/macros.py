"""`dalil macros`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.references import MACROS, note_macros
from dalil.cli.saying import say_problems, teller, words
from dalil.problems import Problems, ProblemsFound
from dalil.render.reference import reference


@click.command("macros")
@click.option("--check", "only_check", is_flag=True, help="Fail when the reference is not up to date.")
@click.pass_obj
def command(options: tuple[Path, bool], only_check: bool) -> None:
    """Write macros/README.md, the reference of all macros."""
    root, quiet = options
    if only_check:
        problems = Problems()
        note_macros(root, problems)
        if len(problems):
            say_problems(ProblemsFound(problems))
            sys.exit(1)
        return
    path = root / MACROS
    path.write_text(reference(root / "macros"), encoding="utf-8")
    teller(quiet)(words("wrote", file=path.relative_to(root)))
