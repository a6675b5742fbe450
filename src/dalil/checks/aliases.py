"""Does every former id lead to a record, by a way that ends, and is it no longer the id of one?"""

from __future__ import annotations

from dalil.model.kinds import RECORD_KINDS
from dalil.problems import Problems, phrase
from dalil.store import Store
from dalil.text.near import nearest


def check(store: Store, problems: Problems) -> None:
    """Notes aliases that run in a circle, lead nowhere, or hide a record."""
    kinds = [kind for kind in RECORD_KINDS if kind != "interface"]
    for former in store.loaded.earliest:
        if former not in store.aliases and not any(store.has(kind, former) for kind in kinds):
            problems.add("alias-circle", store.place("aliases", former), id=former)
    for former in store.aliases:
        place = store.place("aliases", former)
        current = store.current(former)
        if current is None:
            problems.add("alias-circle", place, id=former)
        elif not any(store.has(kind, current) for kind in kinds):
            known = (record_id for kind in kinds for record_id in store.of_kind(kind))
            problems.add("unknown-reference", place, what=phrase("record"), id=current, nearest=nearest(current, known))
        if kind := next((kind for kind in kinds if store.has(kind, former)), None):
            first = store.place(kind, former, key=True)
            problems.add("duplicate-id", store.place("aliases", former, key=True), id=former, first=first)
