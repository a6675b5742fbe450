"""Does anything stand in the store twice: an entry of a list, an address, an assertion?"""

from __future__ import annotations

from collections.abc import Hashable

from dalil.checks.references import references_of
from dalil.model.kinds import ONE
from dalil.model.records import Claim, Statement
from dalil.problems import Problems, phrase
from dalil.store import Store
from dalil.text.web_page import page_of

Path = tuple[str | int, ...]
BESIDE = {"id", "topic", "citations", "verified", "verify_by", "revisions", "retracted"}
"""Fields of a statement that are no part of what it says."""


def check(store: Store, problems: Problems) -> None:
    """Notes what is there twice, at the second of the two."""
    for kind, record_id, record in store.records():
        seen: set[tuple[Path, str]] = set()
        for path, _, target in references_of(record):
            # The boxes of a diagram are looked at where it is drawn.
            if isinstance(path[-1], int) and "rows" not in path:
                if (path[:-1], target) in seen:
                    problems.add("entry-twice", store.place(kind, record_id, *path), entry=target)
                seen.add((path[:-1], target))
        for code, names in getattr(record, "aliases", {}).items():
            for index, name in enumerate(names):
                if name in names[:index]:
                    place = store.place(kind, record_id, "aliases", code, index)
                    problems.add("entry-twice", place, entry=name)
    _check_addresses(store, problems)
    _check_assertions(store, problems)


def _check_addresses(store: Store, problems: Problems) -> None:
    known: dict[str, str] = {}
    for source in store.sources.values():
        address = page_of(source.url)
        if address in known:
            place = store.place("sources", source.id, "url")
            problems.add("address-twice", place, id=known[address])
        known.setdefault(address, source.id)


def _check_assertions(store: Store, problems: Problems) -> None:
    known: dict[Hashable, str] = {}
    for kind, assertion in store.standing():
        if isinstance(assertion, Claim) and assertion.superseded_by:
            continue  # It may well be worded as the one that took its place.
        says = _says(assertion)
        if says in known:
            place = store.place(kind, assertion.id, key=True)
            problems.add("said-twice", place, what=phrase(ONE[kind]), id=known[says])
        known.setdefault(says, assertion.id)


def _says(assertion: Claim | Statement) -> Hashable:
    """What an assertion says, apart from its sources."""
    if isinstance(assertion, Claim):
        values = tuple(sorted((name, value.model_dump_json()) for name, value in assertion.values.items()))
        return tuple(sorted(assertion.text.items())), values
    return assertion.model_dump_json(
        exclude={"id", "topic", "citations", "verified", "verify_by", "revisions", "retracted"}
    )
