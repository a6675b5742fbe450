"""Is a new record one that the store already has, under the same address, title, name or id?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dalil.problems import Phrase, Place, Problems, phrase
from dalil.store import Store
from dalil.text import inline
from dalil.text.letters import as_title
from dalil.text.messages import fixed_words
from dalil.text.near import is_slip, likeness, most_alike
from dalil.text.web_page import original_of

ALIKE = 0.9
"""How much of two titles must be the same; of 100 letters, some 10 may differ."""
WORD = 0.75
"""How like a word must be to one of the other title: an ending or a slip may part them."""
SHORT = 12
"""Titles and ids up to this length must be the same to the letter: near ones are most often two things."""
WORDED = {
    "sources": ("title", "original_title"),
    "entities": ("name", "aliases"),
    "events": ("name", "aliases"),
    "claims": ("text",),
    "disputes": ("question",),
    "terms": ("name", "aliases"),
}
"""Folder to the fields by whose words a record is known."""
CALLED = {
    "title": "title",
    "original_title": "title",
    "name": "name",
    "aliases": "name",
    "text": "text",
    "question": "question",
}
SAME = {"entities": (("code",),), "statements": (("subject", "role", "object", "at", "when"),)}
"""Folder to groups of fields that together belong to one record only."""


@dataclass(frozen=True)
class Twin:
    """A record that the store has, and in what the new one is like it."""

    kind: str
    id: str
    why: Phrase


def twins(store: Store, kind: str, record_id: str, fields: Mapping[str, Any]) -> list[Twin]:
    """The records that a new one may repeat, each once; `fields` as they stand in a file."""
    found = [*_same_page(store, kind, fields), *_same_fields(store, kind, fields), *_same_words(store, kind, fields)]
    found += _near_ids(store, kind, record_id)
    return list({(twin.kind, twin.id): twin for twin in reversed(found)}.values())[::-1]


def note_twins(store: Store, found: list[Twin], problems: Problems) -> None:
    """Notes each as a problem at the place of the record that is there."""
    for twin in found:
        place: Place = store.place(twin.kind, twin.id, key=True)
        problems.add("new-twin", place, id=twin.id, why=twin.why)


def _same_page(store: Store, kind: str, fields: Mapping[str, Any]) -> Iterator[Twin]:
    if kind != "sources":
        return
    pages = {original_of(fields[name]) for name in ("url", "archive") if isinstance(fields.get(name), str)}
    for source in store.sources.values():
        if pages & {original_of(address) for address in (source.url, source.archive) if address}:
            yield Twin(kind, source.id, phrase("twin-page", address=source.url))


def _same_fields(store: Store, kind: str, fields: Mapping[str, Any]) -> Iterator[Twin]:
    for group in SAME.get(kind, ()):
        given = [str(fields.get(name) or "") for name in group]
        for record in store.of_kind(kind).values():
            if any(given) and given == [str(getattr(record, name) or "") for name in group]:
                yield Twin(kind, record.id, phrase("twin-fields", fields=[n for n in group if fields.get(n)]))


def _same_words(store: Store, kind: str, fields: Mapping[str, Any]) -> Iterator[Twin]:
    given = [words for name in WORDED.get(kind, ()) for words in _strings(fields.get(name))]
    for record in store.of_kind(kind).values():
        for name in WORDED.get(kind, ()):
            for words in _strings(getattr(record, name)):
                if any(_same(name, words, mine) for mine in given):
                    yield Twin(kind, record.id, phrase(f"twin-{CALLED[name]}", words=_short(words)))


def _same(field: str, one: str, other: str) -> bool:
    """Names must be the same: of two near ones, most often each names its own thing."""
    return bare(one) == bare(other) != "" if CALLED[field] == "name" else alike(one, other)


def _near_ids(store: Store, kind: str, record_id: str) -> Iterator[Twin]:
    # Statements are named after what they hold, one like the other; the same one is found by its fields.
    for other, records in store.loaded.records.items() if kind != "statements" else ():
        for existing in records if other not in ("interface", "statements") else ():
            if existing != record_id and near_ids(existing, record_id):
                yield Twin(other, existing, phrase("twin-id"))


def near_ids(one: str, other: str) -> bool:
    """Whether two ids are told apart by hyphens, the order of words, a plural or a slip of one letter only."""
    words, others = ([word.removesuffix("s") for word in text.split("-")] for text in (one, other))
    if sorted(words) == sorted(others) or "".join(words) == "".join(others):
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other) or min(len(one), len(other)) < SHORT:
        return False
    return is_slip(one, other)


def alike(one: str, other: str) -> bool:
    """Whether two titles are nearly the same, apart from case, accents, Arabic spellings and punctuation."""
    first, second = bare(one), bare(other)
    if first == second or min(len(first), len(second)) <= SHORT:
        return first == second != ""
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    return likeness(first, second, ALIKE) >= ALIKE and _has_words_of(first, second) and _has_words_of(second, first)


def _has_words_of(one: str, other: str) -> bool:
    """Whether each longer word of a title is in the other, a slip or ending apart: Peru's minister is not Chile's."""
    return all(most_alike(word, other.split(), WORD, 1) for word in one.split() if len(word) > 3)


def bare(words: str) -> str:
    """The letters and digits of a title, in one spelling."""
    return as_title(fixed_words(inline.without_markup(words)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _short(words: str) -> str:
    plain = inline.without_markup(words)
    return plain if len(plain) <= 80 else plain[:79] + "…"
