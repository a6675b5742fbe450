"""Whether readers can find a page, find something under each of its headings, and read each sentence once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from dalil.problems import Place, Problems
from dalil.render.calls import Call
from dalil.render.macros import Macro
from dalil.render.naming import arguments
from dalil.render.skeletons import Skeleton
from dalil.store.settings import FILE, Settings, names_of

WAYS_ELSEWHERE = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
"""What a heading brings along: the same place in other languages, for browsers without scripts."""
HEADING = re.compile(r"\s*(#{1,6}) ")
SENTENCE = re.compile(r'<span class="claim"[^>]* data-claim="([^"]+)"')
"""A claim as macros write it."""
PRINTED = {"assertions", "disputes"}
"""Kinds of argument by which a page says itself what it prints."""


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


def repeated(written: Sequence[tuple[Call, str]], macros: Mapping[str, Macro]) -> Iterator[tuple[str, Call, Call]]:
    """Each claim that a page prints more than once, with the call that prints it first and one that does so again.

    What gathers the store's records by itself, a timeline say, is another view and may repeat what a paragraph says.
    """
    first: dict[str, Call] = {}
    for call, text in written:
        if not any(taken and taken.kind in PRINTED for _, taken in arguments(call, macros[call.macro])):
            continue
        for claim in SENTENCE.findall(text):
            if claim in first:
                yield claim, first[claim], call
            first.setdefault(claim, call)


def _is_bare(text: str) -> bool:
    """Whether a text is a heading, perhaps with a remark about its language, and nothing else."""
    rest = text.strip().partition("\n")[2]
    return not WAYS_ELSEWHERE.sub("", rest).strip()
