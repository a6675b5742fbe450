"""Reads the folder `data/` into typed records; every fault is noted, and what is sound is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dalil.model.kinds import RECORD_KINDS
from dalil.model.records import InterfaceString, Site
from dalil.model.values import ID_PATTERN
from dalil.problems import Phrase, Place, Problems, nearest, phrase
from dalil.reading import Document, KeyPath, read

Model = TypeVar("Model", bound=BaseModel)


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
    broken: dict[str, set[str]] = field(default_factory=dict)
    """Ids of records that were there but could not be read: a reference to one is no further fault."""

    def place(self, kind: str, record_id: str, *path: str | int, key: bool = False, words: str = "") -> Place:
        """The place of a field of a record."""
        document = self.documents.get((kind, record_id))
        if document is None:
            return Place(f"data/{kind}")
        prefix: KeyPath = () if kind == "site" else (record_id,)
        return document.place((*prefix, *path), key=key, words=words)


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
    known = {*RECORD_KINDS, "locales", "schema"}
    for path in sorted(data.iterdir()):
        if path.is_dir() and path.name not in known:
            problems.add(
                "folder-unknown",
                Place(f"data/{path.name}"),
                folder=path.name,
                nearest=nearest(path.name, known),
                known=sorted(RECORD_KINDS),
            )
    for kind, model in RECORD_KINDS.items():
        for document in _documents(root, data / kind, problems):
            for record_id, fields in document.data.items():
                _load_record(kind, model, record_id, fields, document, loaded, problems)
    return loaded


def _documents(root: Path, folder: Path, problems: Problems) -> Iterator[Document]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".YAML", ".YML"):
            problems.add("file-suffix", Place(path.relative_to(root).as_posix()), suffix=path.suffix)
        elif path.suffix == ".yml" and not path.is_dir():
            yield read(root, path, problems)


def _load_site(root: Path, path: Path, loaded: Loaded, problems: Problems) -> None:
    if not path.is_file():
        problems.add("file-missing", Place("data/site.yml"), file="data/site.yml")
        return
    document = read(root, path, problems)
    loaded.documents["site", "site"] = document
    if document.data:
        loaded.site = _validated(Site, document.data, document, (), problems)


def _load_aliases(root: Path, path: Path, loaded: Loaded, problems: Problems) -> None:
    if not path.is_file():
        return
    document = read(root, path, problems)
    for former, current in document.data.items():
        loaded.documents["aliases", former] = document
        if isinstance(current, str):
            loaded.aliases[former] = current
        else:
            place = document.place((former,))
            problems.add("wrong-type", place, found=_shorten(current), expected=phrase("id-in-its-place"))


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
    if model is not InterfaceString and not re.fullmatch(ID_PATTERN, record_id):
        suggestion = re.sub(r"[^a-z0-9]+", "-", record_id.lower()).strip("-")
        problems.add("bad-id", place, id=record_id, nearest=suggestion)
        loaded.broken[kind].add(record_id)
        return
    if not isinstance(fields, dict):
        problems.add("record-not-mapping", place, id=record_id)
        loaded.broken[kind].add(record_id)
        return
    if "id" in fields:
        problems.add("unknown-field", document.place((record_id, "id"), key=True), field="id", nearest="", known="")
    record = _validated(model, {**fields, "id": record_id}, document, (record_id,), problems)
    if record is None:
        loaded.broken[kind].add(record_id)
    else:
        loaded.records[kind][record_id] = record


def _validated(
    model: type[Model], fields: dict[str, Any], document: Document, prefix: KeyPath, problems: Problems
) -> Model | None:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(detail, model, document, prefix, problems)
        return None


EXPECTED = {
    "int_parsing": "whole-number",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "decimal_parsing": "number",
    "decimal_type": "number",
    "bool_parsing": "yes-or-no",
    "bool_type": "yes-or-no",
    "string_type": "text",
    "blank": "text-not-blank",
    "too_long": "fewer-entries",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "bad_duration": "duration",
    "bad_address": "address",
    "greater_than_equal": "at-least-one",
    "too_short": "an-entry",
    "decimal_max_digits": "few-digits",
    "decimal_whole_digits": "few-digits",
    "decimal_max_places": "few-digits",
    "finite_number": "number",
    "int_parsing_size": "few-digits",
    "less_than_equal": "few-digits",
}
"""What an editor should have written: the type of pydantic's error to a phrase."""
ONE_OF = {
    "one_of": "one-of",
    "statement_or_claim": "statement-or-claim",
    "statements_or_entities": "statements-or-entities",
}
"""The models' own errors of choice to phrases."""


def _note(
    detail: ErrorDetails, model: type[BaseModel], document: Document, prefix: KeyPath, problems: Problems
) -> None:
    location = tuple(part for part in detail["loc"] if part not in UNION_TAGS)
    path = (*prefix, *(part for part in location if part != "[key]"))
    kind, found = detail["type"], detail["input"]
    field_name = str(location[-1]) if location else ""
    place = document.place(path)
    context = detail.get("ctx", {})
    shown = _shorten(found)
    if kind == "missing":
        problems.add("missing-field", document.place(path[:-1], key=True), field=field_name)
    elif found is None and kind != "bad_date":
        problems.add("missing-field", document.place(path, key=True), field=field_name)
    elif kind == "extra_forbidden":
        known = _fields_at(model, location[:-1])
        place = document.place(path, key=True)
        problems.add("unknown-field", place, field=field_name, nearest=nearest(field_name, known), known=known)
    elif kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        problems.add(
            "bad-value",
            place,
            found=shown,
            nearest=nearest(str(found), allowed),
            expected=phrase("one-of-these", words=allowed),
        )
    elif kind == "bad_date":
        problems.add("bad-date", place, found=shown, reason=context["reason"])
    elif kind == "locator_missing":
        problems.add("locator-missing", document.place(path, key=True))
    elif kind == "locator_long":
        problems.add("locator-long", document.place((*path, "words")), count=context["count"], limit=context["limit"])
    elif kind in ONE_OF:
        problems.add("value-kind", place, expected=phrase(ONE_OF[kind], **context))
    elif kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        expected = phrase(PATTERNS[pattern]) if pattern in PATTERNS else phrase("form", pattern=pattern)
        where = document.place(path, key=location[-1] == "[key]")
        problems.add("bad-value", where, found=shown, nearest="", expected=expected)
    else:
        if kind == "greater_than_equal" and context["ge"] != 1:
            kind = "less_than_equal"
        wanted = phrase(EXPECTED[kind]) if kind in EXPECTED else detail["msg"]
        problems.add("wrong-type", place, found=shown, expected=wanted)


PATTERNS = {
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$": "locale-code",
    ID_PATTERN: "id",
    r"^[A-Z]{2}$": "country-code",
    r"^[A-Z]{3}$": "currency-code",
    r"^[a-z]{4}$": "digits-code",
    r"^[A-Za-z0-9.-]+$": "licence-code",
    r"^[MmLlHhVvZz0-9 ,.-]*$": "straight-path",
}
"""Patterns of the models to phrases."""
UNION_TAGS = {"literal['undated']", "function-plain[validate()]", "constrained-str", "str"}
"""Words that pydantic puts into a location to say which part of a union failed; no field of a record has them."""


def _shorten(found: Any) -> Phrase | str:
    if found is None:
        return phrase("nothing")
    if isinstance(found, dict):
        return phrase("found-mapping")
    if isinstance(found, list):
        return phrase("found-list")
    text = str(found)
    return text if len(text) <= 60 else text[:57] + "…"


def _fields_at(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """The names that may stand where `location` leads, by walking the models' annotations."""
    current: Any = model
    for part in location:
        current = _step(current, part)
    found = _inner_model(current)
    if found is None:
        return []
    return [field.alias or name for name, field in found.model_fields.items() if name != "id"]


def _step(annotation: Any, part: str | int) -> Any:
    """The annotation of what stands under `part` of something so annotated: a field, or an item."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = {field.alias or name: field.annotation for name, field in annotation.model_fields.items()}
        return fields.get(str(part))
    if get_origin(annotation) in (list, dict):
        return get_args(annotation)[-1]
    inner = [_step(option, part) for option in get_args(annotation)]
    return next((option for option in inner if option is not None), None)


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_inner_model(option) for option in get_args(annotation)]
    return next((option for option in inner if option is not None), None)
