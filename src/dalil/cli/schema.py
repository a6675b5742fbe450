"""`dalil schema`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.references import note_schemas
from dalil.cli.saying import problems_said, say_problems, teller
from dalil.problems import Problems, ProblemsFound
from dalil.schema.files import stale


@click.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Fail when anything is not up to date; write nothing.")
@click.pass_obj
def command(options: tuple[Path, bool], only_check: bool) -> None:
    """Write data/schema, by which editors' programs complete and explain, and name it in every file of the store."""
    root, quiet = options
    problems = Problems()
    with problems_said():
        if only_check:
            note_schemas(root, problems)
        found = {} if only_check else stale(root)
    if only_check:
        if len(problems):
            say_problems(ProblemsFound(problems))
            sys.exit(1)
        return
    for path, content in found.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
        teller(quiet)(f"Wrote {path}.")
    if not found:
        teller(quiet)("Everything is up to date.")
