"""`dalil review`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dalil.cli.saying import format_option, language, problems_said, teller, words
from dalil.problems import Problems, ProblemsFound
from dalil.text.near import nearest
from dalil.wording import detail_of, embedded
from dalil.wording.formats import machine

if TYPE_CHECKING:
    from dalil.translation.resting import Waiting


@click.command("review")
@format_option
@click.argument("keys", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Say of every text that it is right as it is.")
@click.option("--json", "as_json", is_flag=True, help="List what is due for programs.")
@click.option("--fail", is_flag=True, help="Exit with 1 if anything is due.")
@click.pass_obj
def command(options: tuple[Path, bool], keys: tuple[str, ...], everything: bool, as_json: bool, fail: bool) -> None:
    """List texts to be looked at; or, with KEYS, say that they are right as they are.

    A text is due when one of its languages has changed and the others may be behind, and when a value has moved that it
    rests on: a count, a sum, a list, a date. A key is the name of a text, such as claims/two-signed/text, or the start
    of several: claims/two-signed.
    """
    from dalil.checks.opening import Need, open_store
    from dalil.editing.changes import Changes
    from dalil.translation.agreed import FILE, read_agreements, with_agreements
    from dalil.translation.resting import waiting

    root, quiet = options
    tell = teller(quiet)
    with problems_said():
        store, problems = open_store(root, Need.SOUND), Problems()
        agreed = read_agreements(root, problems)
        if len(problems):
            raise ProblemsFound(problems)
    found = waiting(store, agreed)
    if keys or everything:
        wanted = [one.key for one in found if everything or _named(one.key, keys)]
        for key in keys:
            if not any(_named(one, [key]) for one in wanted):
                near = nearest(key, [one.key for one in found])
                said = words("review-near", key=key, nearest=near) if near else words("review-unknown", key=key)
                raise click.BadParameter(said, param_hint="KEYS")
        changes = Changes(root)
        changes.put(FILE, with_agreements(store, agreed, wanted))
        changes.write()
        tell(words("review-agreed", n=len(wanted), left=len(found) - len(wanted), file=FILE))
        return
    if as_json:
        click.echo(machine.as_json([_record(one) for one in found]))
    else:
        for one in found:
            for line in _said(one, store.written):
                click.echo(line)
        tell(words("review-due", n=len(found)) if found else words("review-none"))
    if fail and found:
        sys.exit(1)


def _record(one: Waiting) -> dict[str, Any]:
    moves = one.moved.moves if one.moved else ()
    return {
        "key": one.key,
        "changed": one.texts.changed if one.texts else [],
        "behind": one.texts.behind if one.texts else [],
        "moved": [asdict(move) for move in moves],
    }


def _said(one: Waiting, written: Sequence[str]) -> Iterator[str]:
    """Why a text is due, its words in each language, and what it rests on."""
    from dalil.translation.resting import said

    texts, moved = one.texts, one.moved
    if texts is not None:
        changed = words("review-changed", key=one.key, codes=tuple(texts.changed))
        yield changed if texts.changed else words("review-never", key=one.key)
    if moved is not None:
        yield words("review-never-asked" if moved.new else "review-moved", key=one.key)
    for code in written if one.text else ():
        yield f"    {code}: {_lines(one.text.get(code, ''))}"
    for move in moved.moves if moved else ():
        yield f"    {embedded(detail_of(said(move, new=moved is not None and moved.new), language()), language())}"


def _named(key: str, keys: tuple[str, ...] | list[str]) -> bool:
    return any(key == one or key.startswith(f"{one}/") for one in keys)


def _lines(text: str) -> str:
    """A text with its own lines, in which nothing commands the terminal or starts at its edge."""
    from dalil.wording.formats.inert import visible

    return "\n      ".join(visible(line) for line in text.splitlines())
