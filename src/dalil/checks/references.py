"""Does every id that a record names exist, and is it of the right kind?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from dalil.model.kinds import ONE
from dalil.model.records import Claim
from dalil.problems import Problems, either, phrase
from dalil.store import Store

Path = tuple[str | int, ...]

REFERENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Source", "publisher"): ("entities",),
    ("Source", "via"): ("sources",),
    ("Entity", "lead"): ("claims",),
    ("Point", "claims"): ("claims", "statements"),
    ("Event", "place"): ("entities",),
    ("Event", "participants"): ("entities",),
    ("Event", "topic"): ("pages",),
    ("Event", "claims"): ("claims",),
    ("Claim", "topic"): ("pages",),
    ("Claim", "attribution"): ("entities",),
    ("Claim", "superseded_by"): ("claims",),
    ("Retraction", "replaced_by"): ("claims", "statements", "events"),
    ("Citation", "source"): ("sources",),
    ("Statement", "subject"): ("entities",),
    ("Statement", "role"): ("roles",),
    ("Statement", "object"): ("entities", "events"),
    ("Statement", "at"): ("events",),
    ("Statement", "by"): ("entities",),
    ("Statement", "topic"): ("pages",),
    ("Dispute", "topic"): ("pages",),
    ("Version", "claims"): ("claims",),
    ("Term", "claims"): ("claims",),
    ("Term", "entity"): ("entities",),
    ("Figure", "claim"): ("claims",),
    ("Picture", "topic"): ("pages",),
    ("CountryMap", "area"): ("outlines",),
    ("CountryMap", "table"): ("pictures",),
    ("Bar", "statement"): ("statements",),
    ("Bar", "claim"): ("claims",),
    ("Edge", "start"): ("entities", "events"),
    ("Edge", "to"): ("entities", "events"),
    ("Edge", "says"): ("claims", "statements"),
    ("Diagram", "rows"): ("entities", "events"),
    ("Value", "date_of"): ("events",),
    ("Derived", "date_of"): ("events",),
    ("Value", "entity"): ("entities",),
    ("Value", "entities"): ("entities",),
    ("Condition", "subject"): ("entities",),
    ("Condition", "role"): ("roles",),
    ("Condition", "object"): ("entities", "events"),
    ("Condition", "at"): ("events",),
}
"""(model, field) to the folders in which the ids of that field may stand."""
FITTING: dict[tuple[str, str], tuple[str, ...]] = {
    ("Source", "publisher"): ("organisation", "person"),
    ("Statement", "by"): ("person", "organisation"),
}
"""(model, field) to the kinds of entity of which one may stand there; elsewhere any may."""


def check(store: Store, problems: Problems) -> None:
    """Notes unknown ids, ids of the wrong kind, and circles of supersession."""
    for kind, record_id, record in store.records():
        for path, folders, target in references_of(record):
            _check_one(store, problems, (kind, record_id), path, folders, target)
    for claim in store.claims.values():
        _check_supersession(store, problems, claim)


def references_of(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, tuple[str, ...], str]]:
    """(path in the record, folders, id) for every id that a record names."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        here = (*path, field.alias or name)
        folders = REFERENCES.get((type(model).__name__, name))
        if folders is not None:
            yield from ((path, folders, target) for path, target in _ids(value, here))
        elif isinstance(value, BaseModel):
            yield from references_of(value, here)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from references_of(item, (*here, index))
        elif isinstance(value, dict):
            for key, item in value.items():
                if isinstance(item, BaseModel):
                    yield from references_of(item, (*here, key))


def _ids(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Each id of a field that holds none, one, a list, or a list of lists."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _ids(item, (*path, index))
    elif value is not None:
        yield path, value


def _check_one(
    store: Store, problems: Problems, record: tuple[str, str], path: Path, folders: tuple[str, ...], target: str
) -> None:
    place = store.place(*record, *path)
    if any(store.has(folder, target) for folder in folders):
        kinds = FITTING.get((type(store.of_kind(record[0])[record[1]]).__name__, str(path[-1])))
        entity = store.entities.get(target)
        if kinds and entity and entity.kind not in kinds:
            expected = either(*(phrase(f"a-kind-{kind}") for kind in kinds))
            problems.add("wrong-kind", place, id=target, found=phrase(f"a-kind-{entity.kind}"), expected=expected)
        return
    elsewhere = next((kind for kind in ONE if store.has(kind, target)), None)
    near = next((near for folder in folders if (near := store.nearest(folder, target))), "")
    if folders == ("sources",):
        problems.add("unknown-source", place, id=target, nearest=near)
    elif elsewhere is not None:
        expected = either(*(phrase(f"a-{ONE[folder]}") for folder in folders))
        problems.add("wrong-kind", place, id=target, found=phrase(f"a-{ONE[elsewhere]}"), expected=expected)
    else:
        what = either(*(phrase(ONE[folder]) for folder in folders))
        problems.add("unknown-reference", place, what=what, id=target, nearest=near)


def _check_supersession(store: Store, problems: Problems, claim: Claim) -> None:
    seen = {claim.id}
    current = claim
    while current.superseded_by and current.superseded_by in store.claims:
        if current.superseded_by in seen:
            problems.add("supersession-cycle", store.place("claims", claim.id, "superseded_by"), id=claim.id)
            return
        seen.add(current.superseded_by)
        current = store.claims[current.superseded_by]
