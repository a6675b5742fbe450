"""`dalil macros`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.saying import say_problems, teller, words
from dalil.problems import Place, Problems, ProblemsFound
from dalil.render.reference import reference


@click.command("macros")
@click.option("--check", "only_check", is_flag=True, help="Fail when the reference is not up to date.")
@click.pass_obj
def command(options: tuple[Path, bool], only_check: bool) -> None:
    """Write macros/README.md, the reference of all macros."""
    root, quiet = options
    path = root / "macros" / "README.md"
    text = reference(root / "macros")
    if only_check:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            problems = Problems()
            problems.add("reference-stale", Place("macros/README.md"), command="dalil macros")
            say_problems(ProblemsFound(problems))
            sys.exit(1)
        return
    path.write_text(text, encoding="utf-8")
    teller(quiet)(words("wrote", file=path.relative_to(root)))
