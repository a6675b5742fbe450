"""Writes the register of look-ups: one entry a source, by id, a field a line, so that a change is a short diff."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from dalil.model.register import Lookup

HEAD = """\
# What the last look at each source's address found. Written by `dalil sources check`: do not edit it, commit it.
# data/README.md says what each field means. After a merge conflict keep either side; the next look mends it.
"""
EMPTY = {"", "~", "null", "Null", "NULL"}
"""Words that the store's reader takes for nothing unless they are quoted."""


class _Dumper(yaml.SafeDumper):
    """Writes every scalar without quotation marks where YAML allows it: the store's reader gives it its type."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def ignore_aliases(self, data: Any) -> bool:
        """An alias would only be read with effort."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text in EMPTY or "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


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
            return str(value)


def write_register(path: Path, lookups: Iterable[Lookup]) -> None:
    """Puts the register in the place of the last one, whole or not at all; an empty one is no file."""
    text = register_text(lookups)
    if not text:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != text.encode():
        write_whole(path, text)


def write_whole(path: Path, text: str) -> None:
    """Writes a file under another name first, so that it is never seen half; it keeps its permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode if path.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        os.chmod(name, mode & 0o777)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
