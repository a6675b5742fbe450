"""Reads the folder `data/` into typed records; every fault is noted, and what is sound is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dalil.model.kinds import ONE, RECORD_KINDS
from dalil.model.register import Lookup
from dalil.model.site import InterfaceString, Site
from dalil.model.values import ID_PATTERN
from dalil.problems import Place, Problems, phrase
from dalil.problems.characters import plain
from dalil.problems.limits import MAX_FILES
from dalil.reading.bounds import note_files
from dalil.reading.documents import Document, KeyPath, ids_in, read, whatever_is_there
from dalil.reading.files.names import OF_FOLDER, WINDOWS
from dalil.reading.files.real import left_behind, real_files
from dalil.reading.validation import shorten, validated
from dalil.text.near import nearest

MAX_ID = 100
"""Names of files end at 255 bytes, and an id is only a part of one."""
OTHER_FOLDERS = {"locales", "register", "schema"}
"""Folders of `data/` that hold no records."""
OTHER_FILES = {"site.yml", "aliases.yml"}
"""Files of `data/` that stand in no folder."""
REGISTER = "data/register/sources.yml"
"""The one file of the store that a program writes, and keeps."""


@dataclass
class Loaded:
    """The records as they stand in the files, before any reference is followed."""

    site: Site | None = None
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Folder to id to record."""
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    """Folder and id to the file that holds the record."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Former id to the id that took its place."""
    earliest: list[str] = field(default_factory=list)
    """Former ids, and those that a record got back, in the order in which records had them."""
    lookups: dict[str, Lookup] = field(default_factory=dict)
    """Source id to what the last look at its address found."""
    broken: dict[str, set[str]] = field(default_factory=dict)
    """Ids of records that were there but could not be read: a reference to one is no further fault."""
    broken_text: str = ""
    """What stands in them: what they name is named, though nobody knows how."""

    def place(
        self,
        kind: str,
        record_id: str,
        *path: str | int,
        key: bool = False,
        words: str = "",
        offset: int | None = None,
    ) -> Place:
        """The place of a field of a record."""
        document = self.documents.get((kind, record_id))
        if document is None:
            return Place(f"data/{kind}")
        prefix: KeyPath = () if kind == "site" else (record_id,)
        return document.place((*prefix, *path), key=key, words=words, offset=offset)


def load(root: Path, problems: Problems) -> Loaded:
    """Loads `root/data`. Raises nothing for bad input: all faults go to `problems`."""
    data = root / "data"
    loaded = Loaded(
        records={kind: {} for kind in RECORD_KINDS},
        broken={kind: set() for kind in RECORD_KINDS},
    )
    if not data.is_dir():
        problems.add("folder-missing", Place("data"), folder="data")
        return loaded
    _load_site(root, data / "site.yml", loaded, problems)
    _load_aliases(root, data / "aliases.yml", loaded, problems)
    _load_register(root, root / REGISTER, loaded, problems)
    note_files(sum(1 for _ in data.rglob("*")), MAX_FILES, "data", problems)
    known = {*RECORD_KINDS, *OTHER_FOLDERS}
    for path in sorted(data.iterdir()):
        if path.is_symlink():
            real_files(root, path, problems)
        elif not path.is_dir() and not _is_no_record(path) and path.name not in OTHER_FILES:
            place = Place(f"data/{path.name}")
            problems.add("file-misplaced", place, known=sorted(RECORD_KINDS))
        elif path.is_dir() and path.name not in known:
            near = nearest(path.name.lower(), known)
            place = Place(f"data/{path.name}")
            problems.add("folder-unknown", place, folder=path.name, nearest=near, known=sorted(RECORD_KINDS))
            for file in real_files(root, path, problems) if near in RECORD_KINDS else ():
                if file.suffix == ".yml":
                    _keep_in_mind(file, near, loaded)
    for kind, model in RECORD_KINDS.items():
        for document in _documents(root, data / kind, loaded, problems):
            for record_id, fields in document.data.items():
                _load_record(kind, model, record_id, fields, document, loaded, problems)
            if document.lost:
                loaded.broken[kind] |= document.lost - set(document.data)
                loaded.broken_text += document.text
    return loaded


def _documents(root: Path, folder: Path, loaded: Loaded, problems: Problems) -> Iterator[Document]:
    for path in real_files(root, folder, problems):
        if _is_no_record(path):
            continue
        if path.suffix == ".yml":
            yield read(root, path, problems)
        else:
            place = Place(path.relative_to(root).as_posix())
            problems.add("file-suffix", place, suffix=path.suffix or path.name)
            _keep_in_mind(path, folder.name, loaded)


def _keep_in_mind(path: Path, kind: str, loaded: Loaded) -> None:
    """Remembers the records of a file that is passed over, so that whatever names them is not at fault too."""
    text = whatever_is_there(path)
    loaded.broken[kind] |= ids_in(text)
    loaded.broken_text += text


def _is_no_record(path: Path) -> bool:
    """Whether a file is a text for people, or one that an editor or the system keeps beside others."""
    return path.suffix == ".md" or path.name.startswith(".") or left_behind(path.name)


def _load_site(root: Path, path: Path, loaded: Loaded, problems: Problems) -> None:
    if not path.is_file():
        problems.add("file-missing", Place("data/site.yml"), file="data/site.yml")
        return
    document = read(root, path, problems)
    loaded.documents["site", "site"] = document
    if document.data:
        site = validated(Site, document.data, document, (), problems)
        if site is not None and not site.locales:
            place = document.place(("locales",))
            problems.add("wrong-type", place, found=phrase("nothing"), expected=phrase("an-entry"))
        else:
            loaded.site = site


def _load_aliases(root: Path, path: Path, loaded: Loaded, problems: Problems) -> None:
    if not path.is_file():
        return
    document = read(root, path, problems)
    for former, current in document.data.items():
        loaded.documents["aliases", former] = document
        loaded.earliest.append(former)
        if current == former:
            continue  # The record got this id back; the line says only that it had it before others.
        if isinstance(current, str):
            loaded.aliases[former] = current
        else:
            place = document.place((former,))
            problems.add("wrong-type", place, found=shorten(current), expected=phrase("id-in-its-place"))


def _load_register(root: Path, path: Path, loaded: Loaded, problems: Problems) -> None:
    if not path.is_file():
        return
    document = read(root, path, problems)
    for source_id, fields in document.data.items():
        if not isinstance(fields, dict):
            problems.add("record-not-mapping", document.place((source_id,), key=True), id=source_id)
        elif lookup := validated(Lookup, {**fields, "id": source_id}, document, (source_id,), problems):
            loaded.lookups[source_id] = lookup


def _load_record(
    kind: str,
    model: type[Any],
    record_id: str,
    fields: Any,
    document: Document,
    loaded: Loaded,
    problems: Problems,
) -> None:
    place = document.place((record_id,), key=True)
    for other in (kind, *(RECORD_KINDS if kind != "interface" else ())):
        if (other, record_id) in loaded.documents:
            first = loaded.place(other, record_id, key=True)
            problems.add("duplicate-id", place, id=record_id, first=first)
            return
    loaded.documents[kind, record_id] = document
    record = _record(kind, model, record_id, fields, document, place, problems)
    if record is None:
        loaded.broken[kind].add(record_id)
        loaded.broken_text += json.dumps(fields, ensure_ascii=False)
    else:
        loaded.records[kind][record_id] = record


def _record(
    kind: str, model: type[Any], record_id: str, fields: Any, document: Document, place: Place, problems: Problems
) -> Any:
    """The record of an id and its fields, or None with every fault noted."""
    if model is not InterfaceString and not re.fullmatch(ID_PATTERN, record_id):
        suggestion = re.sub(r"[^a-z0-9]+", "-", plain(record_id).lower()).strip("-")
        problems.add("bad-id", place, id=record_id, nearest=suggestion)
        return None
    if len(record_id) > MAX_ID or record_id in OF_FOLDER:
        code = "long-id" if len(record_id) > MAX_ID else "reserved-id"
        problems.add(code, place, id=record_id, count=len(record_id), limit=MAX_ID)
        return None
    if WINDOWS.match(record_id):
        problems.add("device-name", place, id=record_id)
        return None
    if not isinstance(fields, dict):
        problems.add("record-not-mapping", place, id=record_id)
        return None
    if other := _other_kind(model, fields):
        problems.add("wrong-folder", place, id=record_id, found=phrase(f"a-{ONE[other]}"), folder=kind, belongs=other)
        return None
    if "id" in fields:
        problems.add("unknown-field", document.place((record_id, "id"), key=True), field="id", nearest="", known="")
    return validated(model, {**fields, "id": record_id}, document, (record_id,), problems)


def _other_kind(model: type[Any], fields: dict[str, Any]) -> str:
    """The kind of record of which these are the fields, when they are not those of `model`; else an empty string."""
    given = set(fields)

    def fits(other: type[Any]) -> bool:
        names = {field.alias or name: field.is_required() for name, field in other.model_fields.items() if name != "id"}
        return given <= set(names) and {name for name, required in names.items() if required} <= given

    if given <= {field.alias or name for name, field in model.model_fields.items()}:
        return ""
    fitting = [kind for kind, other in RECORD_KINDS.items() if fits(other)]
    return fitting[0] if len(fitting) == 1 else ""
