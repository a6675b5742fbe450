"""Writes the register of look-ups: one entry a source, by id, a field a line, so that a change is a short diff."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from dalil.editing.changes import Changes
from dalil.model.register import Lookup
from dalil.problems.characters import SPACES, mixed_words
from dalil.problems.gate import visible
from dalil.reading.load import REGISTER
from dalil.text.encodings import broken_words

HEAD = """\
# What the last look at each source's address found. Written by `dalil sources check`: do not edit it, commit it.
# data/README.md says what each field means. After a merge conflict keep either side; the next look mends it.
"""
EMPTY = {"", "~", "null", "Null", "NULL"}
"""Words that the store's reader takes for nothing unless they are quoted."""


class _Dumper(yaml.SafeDumper):
    """Writes every scalar without quotation marks where YAML allows it: the store's reader gives it its type."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Writes out by its number what the store's reader would take for a slip of the keyboard."""
        kept = self.allow_unicode
        self.allow_unicode = kept and not _misleads(text)
        super().write_double_quoted(text, split)
        self.allow_unicode = kept

    def ignore_aliases(self, data: Any) -> bool:
        """An alias would only be read with effort."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text in EMPTY or "\n" in text or _misleads(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _misleads(text: str) -> bool:
    """Whether a page's words hold what the store's reader takes for a slip: spaces, alphabets, broken encodings."""
    return bool(re.search(f"[{SPACES}]", text) or mixed_words(text) or any(broken_words(text)))


_Dumper.add_representer(str, _text)


def register_text(lookups: Iterable[Lookup]) -> str:
    """The whole file, or nothing when there is no entry."""
    entries = {lookup.id: _entry(lookup) for lookup in sorted(lookups, key=lambda one: one.id)}
    if not entries:
        return ""
    return HEAD + yaml.dump(entries, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _entry(lookup: Lookup) -> dict[str, Any]:
    fields = lookup.model_dump(exclude={"id"}, exclude_defaults=True, mode="json")
    return {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case _:
            return visible(str(value))  # What a server said may hold anything.


def write_register(root: Path, lookups: Iterable[Lookup]) -> None:
    """Puts a project's register in the place of the last one, whole or not at all; an empty one is no file."""
    text = register_text(lookups)
    if not text:
        (root / REGISTER).unlink(missing_ok=True)
        return
    changes = Changes(root)
    changes.put(REGISTER, text)
    changes.write()
