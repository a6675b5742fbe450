"""Runs of characters of a file that are replaced, so that every other character stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalil.editing.layout import Scalar
from dalil.editing.writing import scalar


@dataclass(frozen=True)
class Edit:
    """A run of characters of a file that is replaced."""

    path: str
    start: int
    end: int
    new: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits that are in the order of the file and do not overlap."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def of_id(text: str, path: str, at: Scalar, old: str, new: str) -> Edit:
    """Replaces an id that is all of a key or value, and keeps the marks that it stands in."""
    if at.style:
        return Edit(path, at.start, at.end, text[at.start : at.end].replace(old, new, 1))
    return Edit(path, at.start, at.end, new if at.key else scalar(new, flow=True))
