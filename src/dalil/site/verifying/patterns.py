"""Interface strings as rows of words and places, one for each way in which their choices may fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from pyicumessageformat import Parser

from dalil.site.verifying.runs import NUMBER, RUNS, Item, tokens

COUNTS = ("n", "number", "share")
"""What strings call a number that is handed to them as text, written by the locale."""
MOST = 200
"""Ways in which the choices of one string may fall; none has so many."""


def rows_of(text: str, arguments: Mapping[str, str]) -> Iterator[list[Item]]:
    """The rows of an interface string; `arguments` are the kinds of what it places, `integer` or `text`."""
    tree = Parser({"require_other": False, "loose_submessages": False}).parse(text)
    found = _branches(tree, arguments)
    for row in found[:MOST]:
        yield row
        # The words as they stand before a script fills them in are text as well.
        if any(isinstance(item, str) and item == "%" for item in row):
            yield list(_held(row))


def _branches(nodes: list[Any], arguments: Mapping[str, str]) -> list[list[Item]]:
    parts: list[list[list[Item]]] = []
    for node in nodes:
        if not isinstance(node, dict):
            parts.append([list(tokens(str(node)))])
        elif options := node.get("options"):
            branches = (option if isinstance(option, list) else [option] for option in options.values())
            parts.append([row for branch in branches for row in _branches(branch, arguments)])
        else:
            name = str(node.get("name"))
            number = node.get("hash") or arguments.get(name) == "integer" or name in COUNTS
            parts.append([[NUMBER if number else RUNS]])
    return [[item for part in parts_chosen for item in part] for parts_chosen in product(*parts)]


def _held(row: list[Item]) -> Iterator[Item]:
    """A row in which `%d` and `%s`, which a script of the page fills in, are places."""
    skip = False
    for item, after in zip(row, [*row[1:], ""], strict=True):
        if skip:
            skip = False
        elif item == "%" and after in ("d", "s"):
            yield NUMBER if after == "d" else RUNS
            skip = True
        else:
            yield item
