"""What the pictures of a state lack, and which of it a change brings about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dalil.checks import lacking
from dalil.problems import Problem, Problems
from dalil.reading.load import Loaded
from dalil.store import Store


@dataclass(frozen=True)
class Lack:
    """Something that the statements say and a picture does not show."""

    key: tuple[str, str]
    """Folder and id of the picture."""
    id: str
    """What it lacks: an entity, or a part of a sum."""
    write: str
    """The line that an editor would add; empty where none can be given."""


def lacks_of(loaded: Loaded, lines: Mapping[tuple[str, str], tuple[str, int]]) -> list[Lack]:
    """What the pictures of a state lack, as the check names it; nothing where a record cannot be read.

    `lines`: file and line of each record.
    """
    if loaded.site is None or any(loaded.broken.values()):
        return []
    problems = Problems()
    lacking.check(Store.of(loaded), problems)
    starts = {key: place for key, place in lines.items() if key[0] == "pictures"}
    return [
        Lack(_record_at(one, starts), str(one.details["id"]), str(one.details.get("line", "")))
        for one in problems.sorted()
    ]


def _record_at(problem: Problem, starts: Mapping[tuple[str, str], tuple[str, int]]) -> tuple[str, str]:
    """The picture in whose lines a problem stands."""
    at = problem.place
    before = [(line, key) for key, (path, line) in starts.items() if path == at.path and line <= at.line]
    return max(before)[1]


def new_lacks(before: list[Lack], after: list[Lack]) -> Iterator[Lack]:
    """What is lacking since the change."""
    known = {(one.key, one.id) for one in before}
    yield from (one for one in after if (one.key, one.id) not in known)
