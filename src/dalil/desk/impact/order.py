"""Which claims of a paragraph stand after another claim than before, so that what points back points elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dalil.render.macros import Macro
from dalil.render.naming import arguments
from dalil.render.skeletons import Skeleton

Paragraphs = dict[str, list[tuple[str, ...]]]
"""Page to the claims of each of its paragraphs, in order."""
NAMES = {"claims", "assertions"}
"""What an argument of a macro holds that puts claims into a paragraph."""


@dataclass(frozen=True)
class Follows:
    """A claim that stands after another than before."""

    id: str
    page: str
    before: str
    """The claim before it; empty where it began its paragraph."""
    after: str
    """The same of the newer state."""
    words: Mapping[str, str]
    """Locale to its sentence."""

    @property
    def key(self) -> tuple[str, str]:
        """Folder and id of its record."""
        return "claims", self.id


def paragraphs_of(skeletons: Iterable[Skeleton], macros: Mapping[str, Macro]) -> Paragraphs:
    """The paragraphs of a state's pages: what each call names together."""
    found: Paragraphs = {}
    for skeleton in skeletons:
        for call in skeleton.calls:
            given = arguments(call, macros[call.macro]) if call.macro in macros else ()
            ids = tuple(
                text for one, argument in given if argument is not None and argument.kind in NAMES for text in one.texts
            )
            if ids and not skeleton.each:
                found.setdefault(skeleton.page, []).append(ids)
    return found


def order_changes(
    before: Paragraphs, after: Paragraphs, former: Mapping[str, str], words: Mapping[str, Mapping[str, str]]
) -> Iterator[Follows]:
    """The claims of pages in both states that stand after another claim, or after none, where they did not.

    `former`: id of a claim today to its id before. `words`: id of a claim to its sentences.
    """
    for page, paragraphs in after.items():
        had, has = _before(before.get(page, [])), _before(paragraphs)
        for one, now in has.items():
            was = had.get(former.get(one, one))
            if was is not None and was != former.get(now, now) and one in words:
                yield Follows(one, page, was, now, words[one])


def _before(paragraphs: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Claim to the one before it, where the page has it first."""
    found: dict[str, str] = {}
    for ids in paragraphs:
        for number, one in enumerate(ids):
            found.setdefault(one, ids[number - 1] if number else "")
    return found
