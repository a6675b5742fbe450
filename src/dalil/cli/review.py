"""`dalil review`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.saying import format_option, problems_said, teller, words
from dalil.formats import machine
from dalil.problems import Problems, ProblemsFound, nearest


@click.command("review")
@format_option
@click.argument("keys", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Say of every text that its languages agree.")
@click.option("--json", "as_json", is_flag=True, help="List what is due for programs.")
@click.option("--fail", is_flag=True, help="Exit with 1 if anything is due.")
@click.pass_obj
def command(options: tuple[Path, bool], keys: tuple[str, ...], everything: bool, as_json: bool, fail: bool) -> None:
    """List texts of which one language has changed and the others may be behind; or, with KEYS, say that they agree.

    A key is the name of a text, such as claims/two-signed/text, or the start of several: claims/two-signed.
    """
    from dalil.editing.changes import Changes
    from dalil.editing.desk import sound_store
    from dalil.translation.reviewing import FILE, due, read_agreements, with_agreements

    root, quiet = options
    tell = teller(quiet)
    with problems_said():
        store, problems = sound_store(root), Problems()
        agreed = read_agreements(root, problems)
        if len(problems):
            raise ProblemsFound(problems)
    waiting = due(store, agreed)
    if keys or everything:
        wanted = [one.unit.key for one in waiting if everything or _named(one.unit.key, keys)]
        for key in keys:
            if not any(_named(one, [key]) for one in wanted):
                near = nearest(key, [one.unit.key for one in waiting])
                said = words("review-near", key=key, nearest=near) if near else words("review-unknown", key=key)
                raise click.BadParameter(said, param_hint="KEYS")
        changes = Changes(root)
        changes.put(FILE, with_agreements(store, agreed, wanted))
        changes.write()
        tell(words("review-agreed", n=len(wanted), left=len(waiting) - len(wanted), file=FILE))
        return
    if as_json:
        found = [{"key": one.unit.key, "changed": one.changed, "behind": one.behind} for one in waiting]
        click.echo(machine.as_json(found))
    else:
        for one in waiting:
            key = one.unit.key
            changed = words("review-changed", key=key, codes=tuple(one.changed))
            click.echo(changed if one.changed else words("review-never", key=key))
            for code in store.written:
                click.echo(f"    {code}: {_lines(one.unit.text.get(code, ''))}")
        tell(words("review-due", n=len(waiting)) if waiting else words("review-none"))
    if fail and waiting:
        sys.exit(1)


def _named(key: str, keys: tuple[str, ...] | list[str]) -> bool:
    return any(key == one or key.startswith(f"{one}/") for one in keys)


def _lines(text: str) -> str:
    """A text with its own lines, in which nothing commands the terminal or starts at its edge."""
    from dalil.formats.inert import visible

    return "\n      ".join(visible(line) for line in text.splitlines())
