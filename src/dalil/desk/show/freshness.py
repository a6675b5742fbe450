"""How fresh a record is: its last look-up, when it was verified, and how its translations stand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dalil.model.texts import key_of, texts_of
from dalil.store import Store
from dalil.store.freshness import KINDS, Verifications
from dalil.store.links import liveness
from dalil.translation.standing import Standing, State


@dataclass(frozen=True)
class Looked:
    """The last look at a source's address."""

    status: str
    """What came of it: found, moved, changed …"""
    on: datetime.date
    since: datetime.date
    """The day on which a look-up first came to this."""
    why: str
    """What was found, as the register has it: a code."""
    details: dict[str, str]
    """What the words for it place, by name."""
    archive: str
    """The address of a lasting copy, the record's own or one that a look-up found; empty where none is known."""


@dataclass(frozen=True)
class Freshness:
    """When a record was last verified, and when it must be again."""

    verified: datetime.date | None
    due: datetime.date | None
    """None for never."""
    rule: str
    """What set that day: `given`, or a rule such as `single-source`."""
    period: str


def looked_of(store: Store, kind: str, record_id: str) -> Looked | None:
    """The last look-up of a source's present address; None where there was none, or for another kind of record."""
    lookup = store.lookups.get(record_id) if kind == "sources" else None
    if lookup is None:
        return None
    archive = liveness(record_id, store).archive or ""
    return Looked(lookup.status, lookup.looked.first, lookup.since.first, lookup.why, dict(lookup.details), archive)


def freshness_of(store: Store, kind: str, record: Any) -> Freshness | None:
    """How fresh a record is; None for a kind that is not verified."""
    if kind not in KINDS:
        return None
    found = Verifications(store).of(record)
    return Freshness(found.on, found.by, found.rule, found.period)


def translations_of(standings: Mapping[str, Standing], kind: str, record: Any) -> dict[str, dict[str, State]]:
    """Field to translated locale to how its translation stands."""
    found: dict[str, dict[str, State]] = {}
    for path, _ in texts_of(record) if standings else ():
        key = key_of(kind, record.id, path)
        states = {code: one.states[key] for code, one in standings.items() if key in one.states}
        if states:  # A language has nothing to say of what none of its sentences ask for.
            found[".".join(map(str, path))] = states
    return found
