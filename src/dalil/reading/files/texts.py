"""Plain texts and tables that a site gives out as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalil.problems import Place
from dalil.text.cleaning import place_of

FORMULA = ("=", "+", "-", "@")
"""How a cell starts that spreadsheets run (OWASP, “CSV Injection”)."""
CELLS = re.compile(r"[^,;\t|\n]+")
"""Whatever may be a cell, since each program parts the cells of a line by another character."""
FIGURE = re.compile(r"[+-]?[\d.,\s%]*|[+-]?[\d.]+[eE][+-]?\d+")


def formulas(name: str, text: str) -> Iterator[Place]:
    """Where a cell of a table starts that would be run as a formula; a figure may have a sign."""
    for match in CELLS.finditer(text):
        cell = match[0].strip("\"' ")
        if cell.startswith(FORMULA) and not FIGURE.fullmatch(cell):
            yield place_of(name, text, match.start())


def controls(name: str, text: str) -> Iterator[Place]:
    """Where a text first holds a character that is a command, not text."""
    found = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    if found:
        yield place_of(name, text, found.start())
