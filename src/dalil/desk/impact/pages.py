"""Which pages and addresses differ between two states of a project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dalil.desk.impact.parts import Part
from dalil.desk.impact.snapshot import PageState, Snapshot


@dataclass(frozen=True)
class PageChange:
    """A page of one locale that reads otherwise than before."""

    address: str
    title: str
    parts: list[Part]
    """What differs on it."""


@dataclass(frozen=True)
class Addresses:
    """Addresses of one locale."""

    new: list[str]
    gone: list[str]
    moved: list[tuple[str, str]]
    """Former address and the one to which it leads now."""


Sides = tuple[PageState | None, PageState | None]


def pages(before: Snapshot, after: Snapshot, code: str) -> dict[str, Sides]:
    """Pages of one locale whose Markdown differs, by address."""
    old, new = before.pages.get(code, {}), after.pages.get(code, {})
    sides = {address: (old.get(address), new.get(address)) for address in dict.fromkeys([*new, *old])}
    return {address: side for address, side in sides.items() if side[0] != side[1]}


def page_changes(sides: dict[str, Sides]) -> Iterator[PageChange]:
    """What differs on each page that readers would see otherwise."""
    for address, (old, new) in sides.items():
        if new is None or new.redirect:
            continue
        parts = list(_differing(old.parts if old and not old.redirect else {}, new.parts))
        if parts:
            yield PageChange(address, new.title, parts)


def _differing(old: dict[Part, str], new: dict[Part, str]) -> Iterator[Part]:
    for part in dict.fromkeys([*new, *old]):
        if old.get(part, "") != new.get(part, ""):
            yield part


def addresses(before: Snapshot, after: Snapshot, code: str) -> Addresses:
    """The addresses of one locale that are new, gone or moved."""
    old, new = (
        {address for address, page in state.pages.get(code, {}).items() if not page.redirect}
        for state in (before, after)
    )
    leads = {address: page.redirect for address, page in after.pages.get(code, {}).items() if page.redirect}
    moved = {address: _follow(address, way) for address, way in leads.items() if address in old}
    return Addresses(sorted(new - old - set(moved.values())), sorted(old - new - set(moved)), sorted(moved.items()))


def _follow(address: str, way: str | None) -> str:
    """Where a relative way leads from an address."""
    parts = address.rstrip("/").split("/")
    for step in (way or "").rstrip("/").split("/"):
        if step == "..":
            parts.pop()
        elif step not in (".", ""):
            parts.append(step)
    return "/".join(parts) + "/"
