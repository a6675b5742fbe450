"""Holds JSON-LD to the vocabulary of schema.org: types, the properties of each, and what a property may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from support import ROOT

VOCABULARY = json.loads((ROOT / "tests" / "data" / "schema-org.json").read_text(encoding="utf-8"))
"""Made by `python tools/vocabulary.py`."""
TYPES, MEMBERS = VOCABULARY["types"], VOCABULARY["members"]
SUFFIXES = ("-input", "-output")
"""Annotations of an action's properties (schema.org/docs/actions.html)."""
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def faults(value: Any, path: str = "@graph") -> Iterator[str]:
    """What is wrong with a node and all nodes within it, in words that name the place."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, f"{path}[{number}]")
    elif isinstance(value, dict) and set(value) != {"@id"}:
        kind = str(value.get("@type"))
        if kind not in TYPES:
            yield f"{path}: {kind!r} is no type that tests/data/schema-org.json has"
            return
        properties = _properties(kind)
        for name, held in value.items():
            if name.startswith("@"):
                continue
            bare = name
            for suffix in SUFFIXES:
                bare = bare.removesuffix(suffix)
            if bare not in properties:
                yield f"{path}: {kind} has no property {name}"
            elif bare == name:
                yield from _range_faults(held, properties[name], f"{path}.{name}")
            yield from faults(held, f"{path}.{name}") if isinstance(held, dict | list) else ()


def _range_faults(value: Any, ranges: list[str], path: str) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if not any(_fits(one, kind) for kind in ranges):
            yield f"{path}: {one!r} is none of {', '.join(ranges)}"


def _fits(value: Any, kind: str) -> bool:
    if isinstance(value, dict):
        return kind == "IdReference" if "@type" not in value else kind in _above(value["@type"])
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int):
        return kind in ("Integer", "Number")
    if kind in MEMBERS:
        return value in MEMBERS[kind]
    if kind in ("Date", "DateTime"):
        return bool(DAY.fullmatch(value))
    if kind == "URL":
        return bool(re.match(r"https?://\S+$", value))
    return kind == "Text" and bool(value.strip())


def _above(kind: str) -> set[str]:
    """A type and all types that it is a kind of."""
    found = {kind}
    for one in TYPES.get(kind, {}).get("above", []):
        found |= _above(one)
    return found


def _properties(kind: str) -> dict[str, list[str]]:
    return {name: ranges for one in _above(kind) for name, ranges in TYPES.get(one, {}).get("properties", {}).items()}
