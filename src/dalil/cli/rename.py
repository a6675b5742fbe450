"""`dalil rename`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import problems_said, progress, teller
from dalil.editing.changes import project_problems
from dalil.editing.renaming import ALIASES, Renamed, prepare_rename
from dalil.model.kinds import ONE
from dalil.problems import Problems, ProblemsFound


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show every line that would change; change nothing.")
@click.pass_obj
def command(options: tuple[Path, bool], old: str, new: str, dry_run: bool) -> None:
    """Rename an id everywhere, and let addresses with the old one lead to the new one."""
    root, quiet = options
    with problems_said():
        renamed = prepare_rename(root, old, new)
        if dry_run:
            _show(renamed, old, new)
            return
        with progress(quiet) as step:
            step("check", 0, 1)
            _refuse_new_problems(renamed)
            step("check", 1, 1)
        renamed.changes.write()
    tell = teller(quiet)
    tell(f"Renamed the {ONE[renamed.kind]} “{old}” to “{new}”: {_counted(renamed)}.")
    tell(f"“{old}” leads to “{new}” from now on ({ALIASES}).")
    if said := _moved(renamed.address, old, new):
        tell(said)


def _refuse_new_problems(renamed: Renamed) -> None:
    found = Problems()
    for problem in renamed.changes.new_problems(project_problems):
        found.add(problem.code, problem.place, **problem.details)
    if len(found):
        raise ProblemsFound(found)


def _show(renamed: Renamed, old: str, new: str) -> None:
    for place, before, after in renamed.lines():
        click.echo(f"{place}\n  - {before}\n  + {after}")
    click.echo(f"{ALIASES}\n  + {old}: {new}")
    click.echo(f"{_counted(renamed)} would change, and the alias would come. Nothing was written.")


def _counted(renamed: Renamed) -> str:
    places, files = len(renamed.edits), len({edit.path for edit in renamed.edits})
    return f"{places} place{'' if places == 1 else 's'} in {files} file{'' if files == 1 else 's'}"


def _moved(address: str, old: str, new: str) -> str:
    """What becomes of the record's address, in every locale."""
    if address.endswith(f"/{old}/"):
        now = f"{address.removesuffix(f'{old}/')}{new}/"
        return f"Readers who kept /{address} are sent on to /{now}; `make addresses` accepts the new address."
    if address.endswith(f"#{old}"):
        return f"Links to /{address} open the page at its top; those to #{new} lead to the record."
    return f"Its page keeps its address, /{address}: the name of its file in docs/ gives it." if address else ""
