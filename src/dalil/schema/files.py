"""The schema files of a project, and the line in each file of its store that names one."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from dalil.checks.opening import open_store
from dalil.model.kinds import RECORD_KINDS
from dalil.model.site import InterfaceString, Site
from dalil.model.values import ID_PATTERN
from dalil.problems import Problems
from dalil.problems.limits import MAX_BYTES
from dalil.reading.files.real import holds, read_real, real_files, size_of
from dalil.schema.generator import record_schema
from dalil.schema.snippets import name_of, snippets
from dalil.schema.words import FORMS

Schema = dict[str, Any]

FOLDER = "data/schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MARK = "# yaml-language-server: $schema="
"""How a file names its schema to the language server; the line must stand before anything but comments."""
SINGLE = {"site": "The site as a whole.", "aliases": "Former ids of renamed records: former-id: present-id."}
"""Files of the store that hold no records."""


def schemas(locales: list[str]) -> dict[str, Schema]:
    """Kind to the schema of its files, for a site in these languages, the default one first."""
    found = {kind: _of_records(kind, locales) for kind in RECORD_KINDS}
    site, definitions = record_schema(Site, locales)
    present = {"anyOf": [{"type": "string", "pattern": ID_PATTERN}, {"type": "integer"}]}
    aliases = {
        "type": "object",
        "additionalProperties": {**present, "description": "The id that the record has today."},
        "errorMessage": f"Expected: {FORMS[ID_PATTERN]}.",
    }
    return {**found, "site": _file("site", site, definitions), "aliases": _file("aliases", aliases, {})}


def _of_records(kind: str, locales: list[str]) -> Schema:
    model = RECORD_KINDS[kind]
    record, definitions = record_schema(model, locales)
    record["description"] = " ".join((model.__doc__ or "").split())
    file: Schema = {"type": "object", "defaultSnippets": snippets(kind, record, definitions)}
    if model is InterfaceString:
        file["additionalProperties"] = record
    else:
        file |= {"patternProperties": {ID_PATTERN: record}, "additionalProperties": False}
        file["errorMessage"] = f"Expected: {FORMS[ID_PATTERN]}."
    return _file(kind, file, definitions)


def _file(kind: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    about = SINGLE.get(kind) or f"Records of the folder data/{kind}: each a {name_of(kind)} under its id."
    head = {"$schema": DIALECT, "$comment": "Made by `dalil schema`; do not edit it here.", "description": about}
    return {**head, **schema, **({"$defs": definitions} if definitions else {})}


def schema_files(locales: list[str]) -> dict[str, str]:
    """Path in the project to the text of each schema."""
    return {
        f"{FOLDER}/{kind}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for kind, schema in schemas(locales).items()
    }


def mark_of(path: str) -> str:
    """The first line of a file of the store, such as `data/claims/all.yml`; empty for one that has no schema."""
    place = PurePosixPath(path)
    kind = place.stem if place.parent == PurePosixPath("data") else place.parts[1]
    if kind not in RECORD_KINDS and kind not in SINGLE:
        return ""
    up = "../" * (len(place.parts) - 2)
    return f"{MARK}{up}schema/{kind}.schema.json\n"


def marked(path: str, raw: bytes) -> bytes:
    """The bytes of a file of the store with its first line as it should be, and all others as they are."""
    mark = mark_of(path).encode()
    first, newline, rest = raw.partition(b"\n")
    if not mark or f"{first.decode('utf-8', 'replace').strip()}\n".encode() == mark or raw.startswith(BOM_UTF8):
        return raw
    ending = b"\r\n" if newline and first.endswith(b"\r") else b"\n"
    return mark.replace(b"\n", ending) + (rest if first.startswith(MARK.encode()) else raw)


def store_files(root: Path) -> list[str]:
    """The files of the store that have a schema, as paths in the project."""
    files = (
        path
        for path in real_files(root, root / "data", Problems())
        if path.suffix == ".yml" and size_of(path) <= MAX_BYTES
    )
    return [path for path in (path.relative_to(root).as_posix() for path in files) if mark_of(path)]


def wanted(root: Path, locales: Sequence[str] = ()) -> dict[str, bytes]:
    """Path to content of every schema and every file of the store, as it should be.

    `locales`: the languages in which records are written; unless given, they are read. Raises ProblemsFound when
    data/site.yml cannot say them.
    """
    schemas = {path: text.encode() for path, text in schema_files(list(locales) or open_store(root).written).items()}
    return schemas | {path: marked(path, read_real(root / path)) for path in store_files(root)}


def stale(root: Path, locales: Sequence[str] = ()) -> dict[str, bytes]:
    """Path to content of what `dalil schema` would write; raises ProblemsFound as `wanted` does."""
    return {path: content for path, content in wanted(root, locales).items() if not holds(root / path, content)}
