"""Proposes an id for a new record: short, in ASCII, and free."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Collection, Mapping
from typing import Any

from dalil.store import Store
from dalil.text import inline
from dalil.text.letters import as_ascii
from dalil.text.messages import fixed_words

MAX_WORDS = 5
MAX_LETTERS = 48
SMALL = 3
"""Words of so few letters (articles, prepositions) say nothing of the matter, in any language of Latin letters."""
NAMED_BY = {
    "sources": ("title", "original_title"),
    "entities": ("name",),
    "events": ("name",),
    "claims": ("text",),
    "disputes": ("question",),
    "terms": ("name",),
}


def propose(store: Store, kind: str, fields: Mapping[str, Any]) -> str:
    """An id made of the record's own words, that no record has or had; empty when it has no words in Latin letters.

    A source is called after its publisher and title, a statement after what it joins, a country after its English name.
    """
    if kind == "statements":
        joined = [str(fields[name]) for name in ("subject", "role", "object", "at") if fields.get(name)]
        base = "-".join(joined[:3])
    elif kind == "sources":
        publisher = str(fields.get("publisher") or "")
        words = _words(_latin(kind, fields)) or _words(_last_part(str(fields.get("url") or "")))
        base = "-".join([publisher, *words[:3]]).strip("-")
    else:
        base = "-".join(_words(_latin(kind, fields) or _country(fields))[:MAX_WORDS])
    return _free(_cut(base), taken(store))


def taken(store: Store) -> set[str]:
    """Every id that a record has, could not be read under, or once had."""
    kinds = [kind for kind in store.loaded.records if kind != "interface"]
    return {one for kind in kinds for one in (*store.of_kind(kind), *store.loaded.broken[kind])} | set(store.aliases)


def _latin(kind: str, fields: Mapping[str, Any]) -> str:
    """The words by which a record is known, in the language whose letters make the most of an id."""
    found = []
    for name in NAMED_BY[kind]:
        value = fields.get(name)
        found += [str(words) for words in value.values()] if isinstance(value, Mapping) else [str(value or "")]
    return max(found, key=lambda words: len("".join(_words(words))), default="")


def _country(fields: Mapping[str, Any]) -> str:
    from dalil.model.locales import Locale

    try:
        return Locale("en").country(str(fields.get("code") or ""))
    except KeyError:
        return ""


def _words(text: str) -> list[str]:
    plain = fixed_words(inline.without_markup(text))
    words = re.findall(r"[a-z0-9]+", as_ascii(plain).replace("’", "").replace("'", ""))
    weighty = [word for word in words if len(word) > SMALL or word.isdecimal()]
    return weighty if len(weighty) > 1 else words


def _last_part(address: str) -> str:
    parts = [part for part in urllib.parse.urlsplit(address).path.split("/") if re.search("[a-z]{4}", part)]
    return re.sub(r"\.\w+$", "", parts[-1]) if parts else ""


def _cut(base: str) -> str:
    while len(base) > MAX_LETTERS and "-" in base:
        base = base.rpartition("-")[0]
    return base[:MAX_LETTERS]


def _free(base: str, taken: Collection[str]) -> str:
    if not base:
        return ""
    number = 2
    proposed = base
    while proposed in taken:
        proposed = f"{base}-{number}"
        number += 1
    return proposed
