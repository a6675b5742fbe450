"""`dalil check`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import language, language_option, problems_said, teller
from dalil.project import check_project
from dalil.wording import detail_of, sentence


@click.command("check")
@language_option
@click.pass_obj
def command(options: tuple[Path, bool]) -> None:
    """Check the store, the pages and the macros; print every problem."""
    root, quiet = options
    with problems_said():
        checked = check_project(root)
    store = checked.store
    counted = {kind: len(store.of_kind(kind)) for kind in ("claims", "statements", "disputes", "sources")}
    locales = detail_of(tuple(store.locales), language())
    teller(quiet)(sentence("sound", language(), **counted, pages=checked.renderer.count(), locales=locales))
