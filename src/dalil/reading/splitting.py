"""Commas that split what was meant as one value: within braces YAML takes `1,000` for a 1 and a field called 000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.reading.nodes import Node, Pairs

THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
DECIMAL = re.compile(r"([+-]?[\d.]*\d),(\d+)")


@dataclass(frozen=True)
class Split:
    """A value that YAML read as several entries."""

    at: tuple[int, int]
    """Line and column (from 0) of its first comma."""
    written: str
    write: str
    """How it is written so that it stays one."""


def without_splits(pairs: Pairs, lines: list[str]) -> tuple[list[tuple[Node, Node]], list[Split]]:
    """The entries of a mapping without those that a comma split off a value, and the values that it split."""
    kept: list[tuple[Node, Node]] = []
    splits: list[Split] = []
    parts: list[Node] = []
    for key, value in [*zip(pairs[::2], pairs[1::2], strict=True)]:
        if kept and _is_split_off(key, value, kept[-1][1], lines):
            parts.append(key)
            continue
        splits.extend(_split(kept, parts, lines))
        parts = []
        kept.append((key, value))
    splits.extend(_split(kept, parts, lines))
    return kept, splits


def _is_split_off(key: Node, value: Node, before: Node, lines: list[str]) -> bool:
    """Whether an entry is no more than a word, without a colon, after a value without quotation marks."""
    if not (value.empty and key.end and before.end and not before.empty and key.end[0] < len(lines)):
        return False
    return not lines[key.end[0]][key.end[1] :].lstrip().startswith(":")


def _split(kept: list[tuple[Node, Node]], parts: list[Node], lines: list[str]) -> Iterator[Split]:
    if not parts:
        return
    value = kept[-1][1]
    assert value.end is not None
    end = parts[-1].end
    assert end is not None
    line, column = value.at
    written = lines[line][column : end[1]] if end[0] == line else f"{value.content}, {parts[-1].content}"
    comma = lines[value.end[0]].find(",", value.end[1])
    at = (value.end[0], comma) if comma >= 0 else value.end
    yield Split(at, written, _one(written))


def _one(written: str) -> str:
    """A value with commas as YAML takes it for one."""
    bare = re.sub(r"\s", "", written)
    if THOUSANDS.fullmatch(bare):
        return bare.replace(",", "")
    if match := DECIMAL.fullmatch(bare):
        return f"{match[1].replace('.', '')}.{match[2]}"
    return '"' + written.replace("\\", "\\\\").replace('"', '\\"') + '"'
