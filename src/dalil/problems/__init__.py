"""What can be wrong with an editor's work, and where. How it is said is in `wording`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


def printable(name: str) -> str:
    """A name of a file, in which what cannot be seen is written as an escape."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file: the path relative to the project, line and column (in code points) counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Phrase:
    """Words of ours within a problem, such as “a list”: each language says them in its own way (`wording.PHRASES`)."""

    key: str
    details: tuple[tuple[str, Detail], ...] = ()
    """What the phrase places, by name."""


Detail: TypeAlias = "str | Phrase | tuple[Detail, ...]"
"""A word that stands as it is (an id, a quotation), one that is ours to say, or several to be listed."""


def phrase(key: str, **details: object) -> Phrase:
    """A phrase with what it places."""
    return Phrase(key, tuple((name, _detail(value)) for name, value in details.items()))


def either(first: Phrase, *others: Phrase) -> Phrase:
    """One of several phrases: “an entity or an event”."""
    for other in others:
        first = phrase("or", first=first, second=other)
    return first


def both(first: Detail, *others: Detail) -> Detail:
    """All of some things: “one and another”."""
    for other in others:
        first = phrase("and", first=first, second=other)
    return first


def _detail(value: object) -> Detail:
    if isinstance(value, tuple | list):
        return tuple(_detail(item) for item in value)
    return value if isinstance(value, Phrase) else str(value)


@dataclass(frozen=True)
class Problem:
    """One fault: a code of `wording.WORDING`, its place, and the details that the wording names."""

    code: str
    place: Place
    details: Mapping[str, Detail] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """By file, line and column, then by code and details, so that a run always prints the same."""
        return (self.place, self.code, repr(sorted(self.details.items())))


class Problems:
    """Collects the problems of one run."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Problem] = {}
        self._paths: set[str] = set()

    def add(self, code: str, place: Place, /, **details: object) -> None:
        """Notes a problem; the same one noted twice counts once. A detail that is a list is said as one."""
        problem = Problem(code, place, {name: _detail(value) for name, value in details.items()})
        self.extend([problem])

    def extend(self, problems: Iterable[Problem]) -> None:
        """Notes problems that were found elsewhere."""
        for problem in problems:
            self._found.setdefault(problem.sort_key, problem)
            self._paths.add(problem.place.path)

    def speak_of(self, path: str) -> bool:
        """Whether any problem is in a file."""
        return path in self._paths

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> list[Problem]:
        """All problems in reading order."""
        return sorted(self._found.values(), key=lambda problem: problem.sort_key)


class ProblemsFound(Exception):
    """A build cannot go on; carries every problem that was found."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems.sorted()
        first = "; ".join(str(problem) for problem in self.problems[:3])
        super().__init__(f"{len(problems)} problems: {first}")
