"""Whole new records to fill in, which the language server offers: made from the schema, so always in step with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from dalil.model.kinds import ONE
from dalil.model.pictures import PICTURE_KINDS

Schema = dict[str, Any]

VARIANTS: dict[str, dict[str, tuple[str, ...]]] = {
    "entities": {"entity": ("name",), "country": ("code",)},
    "pictures": {f"picture: {kind}": (kind,) for kind in PICTURE_KINDS},
}
"""Where records of a folder come in several forms: label to the fields that it needs beside those that all need."""
ALSO: dict[str, tuple[str, ...]] = {
    "Locator": ("words",),
    "Condition": ("role",),
    "Bar": ("statement",),
    "Value": ("integer",),
}
"""Definition to the fields that are the most usual, where no field is required."""
FIXED = {("country", "kind"): "country"}
KEYS = {r"^[A-Z]{2}$": "AR"}
"""Pattern of a mapping's keys to a key that shows it."""


def snippets(kind: str, record: Schema, definitions: Mapping[str, Schema]) -> list[Schema]:
    """A snippet for each form of a new record of a folder."""
    forms = VARIANTS.get(kind, {name_of(kind): ()})
    return [
        {
            "label": f"new {label}",
            "description": f"A whole new {label.replace(': ', ' of kind ')}, with the fields that it needs.",
            "body": _body(label, record, also, definitions),
        }
        for label, also in forms.items()
    ]


def name_of(kind: str) -> str:
    """What one record of a folder is called."""
    return ONE[kind].replace("-", " ")


def _body(label: str, record: Schema, also: tuple[str, ...], definitions: Mapping[str, Schema]) -> Schema:
    holes = count(1)
    key = _hole(holes, "id")  # with a hyphen in it, the server would take it for an item of a list
    return {key: _mapping(record, also, definitions, holes, label)}


def _mapping(
    schema: Schema, also: tuple[str, ...], definitions: Mapping[str, Schema], holes: Iterator[int], label: str = ""
) -> Schema:
    wanted = [*schema.get("required", ()), *also]
    return {
        name: FIXED.get((label, name)) or _value(field, definitions, holes)
        for name, field in schema["properties"].items()
        if name in wanted
    }


def _value(schema: Schema, definitions: Mapping[str, Schema], holes: Iterator[int]) -> Any:
    """What stands in the place of a field: nested mappings and lists, and at their ends holes to be filled."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _value({**definitions[name], "also": ALSO.get(name, ())}, definitions, holes)
    if "enum" in schema:
        return f"${{{next(holes)}|{','.join(schema['enum'])}|}}"
    if "examples" in schema:
        return _hole(holes, str(schema["examples"][0]))
    if "anyOf" in schema:
        return _value(schema["anyOf"][0], definitions, holes)
    if schema.get("properties"):
        return _mapping(schema, schema.get("also", ()), definitions, holes)
    if schema.get("type") == "array":
        return [_value(schema["items"], definitions, holes) for _ in range(schema.get("minItems", 1))]
    if schema.get("type") == "object":
        pattern, each = next(iter(schema.get("patternProperties", {"": schema["additionalProperties"]}).items()))
        return {_hole(holes, KEYS.get(pattern, "name")): _value(each, definitions, holes)}
    return _hole(holes)


def _hole(holes: Iterator[int], shown: str = "") -> str:
    number = next(holes)
    return f"${{{number}:{shown}}}" if shown else f"${number}"
