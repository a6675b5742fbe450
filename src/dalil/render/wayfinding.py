"""Whether readers can find a page, and find something under each of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from dalil.problems import Place, Problems
from dalil.render.calls import Call
from dalil.render.skeletons import Skeleton
from dalil.settings import FILE, Settings, names_of

WAYS_ELSEWHERE = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
"""What a heading brings along: the same place in other languages, for browsers without scripts."""
HEADING = re.compile(r"\s*(#{1,6}) ")


def check_ways(skeletons: Iterable[Skeleton], settings: Settings, problems: Problems) -> None:
    """Notes each page that no navigation leads to, unless the settings say so under `not_in_nav`."""
    if not settings.order:
        return
    for skeleton in skeletons:
        name = skeleton.path.removeprefix("docs/")
        if skeleton.each or not skeleton.address or set(names_of(Path(name))) & set(settings.order):
            continue
        if not any(fnmatch(name, pattern) for pattern in settings.outside):
            problems.add("page-unreachable", Place(skeleton.path), page=name, file=FILE)


def empty_sections(written: Sequence[tuple[Call, str]]) -> list[Call]:
    """The calls that write a heading with nothing below it, of all calls of a page and what each wrote."""
    found: list[Call] = []
    waiting: tuple[Call, int] | None = None
    for call, text in written:
        if not text.strip():
            continue
        heading = HEADING.match(text)
        if waiting and heading and len(heading[1]) <= waiting[1]:
            found.append(waiting[0])
        is_bare = heading is not None and _is_bare(text)
        waiting = (call, len(heading[1])) if heading and is_bare else None
    return [*found, waiting[0]] if waiting else found


def _is_bare(text: str) -> bool:
    """Whether a text is a heading, perhaps with a remark about its language, and nothing else."""
    rest = text.strip().partition("\n")[2]
    return not WAYS_ELSEWHERE.sub("", rest).strip()
