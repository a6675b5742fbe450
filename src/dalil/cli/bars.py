"""Tables with bars of how far languages are, on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dalil.cli.saying import language, words
from dalil.model.locales import Locale
from dalil.translation.standing import STATES, State
from dalil.translation.tally import Progress, Tally
from dalil.wording import Said

WIDTH = 16
WIDE = 100
"""Columns of a file or pipe, in which nothing is to be cut off."""
SIGNS: dict[State, tuple[str, str]] = {
    "done": ("█", "green"),
    "stale": ("▓", "yellow"),
    "proposed": ("▒", "cyan"),
    "missing": ("·", "dim"),
    "broken": ("x", "red"),
}
"""A sign as well as a colour for each state."""


def show(progress: Sequence[Progress]) -> None:
    """A table a language; one that is wholly done takes one line."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    for one in progress:
        table = Table(box=SIMPLE, title=_title(one.locale), title_justify="left")
        table.add_column(words("locale-texts"))
        table.add_column("", min_width=WIDTH)
        for name in ("%", *(words(f"state-{state}") for state in STATES)):
            table.add_column(name, justify="right")
        if one.all.percent < 100:
            for kind, tally in one.kinds.items():
                table.add_row(words(f"kind-{kind}"), *_cells(tally))
            table.add_section()
        table.add_row(words("locale-all"), *_cells(one.all))
        console.print(table)


def _title(code: str) -> str:
    return words("locale-title", language=Said(Locale(language()).language(code)), code=code)


def _cells(tally: Tally) -> list[Text | str]:
    return [_bar(tally), str(tally.percent), *(str(tally.counts[state]) for state in STATES)]


def _bar(tally: Tally) -> Text:
    """The states side by side, in the order of `STATES`; whatever there is of one shows by a sign at least."""
    widths = {state: -(-WIDTH * tally.counts[state] // max(tally.total, 1)) for state in STATES}
    while sum(widths.values()) > WIDTH:
        widest = max(widths, key=lambda state: widths[state])
        widths[widest] -= 1
    return Text.assemble(*((SIGNS[state][0] * width, SIGNS[state][1]) for state, width in widths.items()))
