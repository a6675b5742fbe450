"""Texts as cells that no spreadsheet takes for a formula, and the way back to the very text.

After OWASP's “CSV Injection”: a cell whose text would start a formula begins with an apostrophe, which no spreadsheet
runs. What would look like such a cell gets one too, so that every program can take it off again.
"""

from __future__ import annotations

import re

STARTS = re.compile(r"[\s'\"\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212\t\r\n|%]")
"""What starts a formula or command in some spreadsheet, also as a full-width or small sign, and behind blanks or
quotation marks, which some programs cut away first."""
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
"""A plain number is none."""
MARK = "'"


def inert(text: str) -> str:
    """A text as a cell."""
    return MARK + text if _starts_a_formula(text) else text


def read(cell: str) -> str:
    """The text of a cell."""
    return cell[1:] if cell.startswith(MARK) and _starts_a_formula(cell[1:]) else cell


def _starts_a_formula(text: str) -> bool:
    return STARTS.match(text) is not None and not NUMBER.fullmatch(text)
