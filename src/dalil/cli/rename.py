"""`dalil rename`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import problems_said, progress, teller, words
from dalil.editing.changes import project_problems
from dalil.editing.renaming import ALIASES, Renamed, prepare_rename
from dalil.model.kinds import ONE
from dalil.problems import Problems, ProblemsFound, phrase
from dalil.wording import Said


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
    tell(words("rename-done", kind=phrase(ONE[renamed.kind]), old=old, new=new, counted=_counted(renamed)))
    tell(words("rename-leads", old=old, new=new, file=ALIASES))
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
    click.echo(words("rename-would", counted=_counted(renamed)))


def _counted(renamed: Renamed) -> Said:
    files = len({edit.path for edit in renamed.edits})
    return words("rename-counted", places=len(renamed.edits), files=files)


def _moved(address: str, old: str, new: str) -> str:
    """What becomes of the record's address, in every locale."""
    if address.endswith(f"/{old}/"):
        now = f"{address.removesuffix(f'{old}/')}{new}/"
        return words("rename-moved", old=f"/{address}", new=f"/{now}")
    if address.endswith(f"#{old}"):
        return words("rename-anchor", old=f"/{address}", new=f"#{new}")
    return words("rename-stays", address=f"/{address}") if address else ""
