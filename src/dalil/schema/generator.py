"""From the models of records to JSON Schema of the files that hold them.

A schema accepts whatever the loader accepts, and more: it cannot follow a reference or read a message. Every scalar of
a file is text to the loader, while a program that reads YAML by its own rules takes `2026` for a number and `true` for
a truth value, so a text may be any scalar here. `errorMessage`, `enumDescriptions` and `defaultSnippets` are words of
the language server that editors' programs share; validators pass over them.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.locales import Locale
from dalil.model.values import MAX_DIGITS
from dalil.schema.words import ENUMERATIONS, EXAMPLES, FIELD_RULES, FORMS, RULES, SWITCH

Schema = dict[str, Any]

NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""An empty value. Said without `type: null`, for which the language server would offer the word `null`."""
BARE: Schema = {"not": {"type": ["string", "null", "array", "object"]}}
"""A number or truth value, for which the language server is to offer nothing either."""
INTEGER = r"^\s*[-+]?[0-9_]+(\.0*)?\s*$"
DECIMAL = r"^\s*[-+]?[0-9_]*\.?[0-9_]*([eE][-+]?[0-9]+)?\s*$"
SAID = r"^([yY]([eE][sS])?|[nN][oO]?|[tT]([rR][uU][eE])?|[fF]([aA][lL][sS][eE])?|[oO]([nN]|[fF][fF])|[01])$"
"""What pydantic takes for yes or no."""


class FileSchema(GenerateJsonSchema):
    """Generates the schema of one kind of record, with the languages of one site."""

    locales: list[str] = []

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Any scalar; a pattern holds of what YAML reads as text."""
        found = super().str_schema(schema)
        message = FORMS.get(found.get("pattern", ""), "a text")
        text = {"errorMessage": f"Expected: {message}.", **found}
        return {"anyOf": [text, BARE]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """A whole number, perhaps in quotation marks."""
        return _number(super().int_schema(schema), INTEGER, "a whole number such as 17")

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number of at most 18 digits."""
        limits = {"type": "number", "minimum": -(10**MAX_DIGITS), "maximum": 10**MAX_DIGITS}
        return _number(limits, DECIMAL, "a number such as 6.54")

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        """Yes or no, and every other way of saying so."""
        yes_or_no: Schema = {"enum": list(SWITCH), "enumDescriptions": list(SWITCH.values())}
        other = {"type": "string", "pattern": SAID}
        return {"anyOf": [{**yes_or_no, "errorMessage": "Expected: yes or no."}, other, BARE]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """One of a few words, each with what it means."""
        words = [str(word) for word in schema["expected"]]
        meanings = next((meanings for meanings in ENUMERATIONS if set(meanings) == set(words)), {})
        found: Schema = {"enum": words}
        if meanings:
            found["enumDescriptions"] = [meanings[word] for word in words]
        return {**found, "errorMessage": f"Expected: {' | '.join(words)}."}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A value that may be left empty."""
        inner = self.generate_inner(schema["schema"])
        found: Schema = {"anyOf": [*(inner["anyOf"] if set(inner) == {"anyOf"} else [inner]), NOTHING]}
        if languages := inner.get("required"):
            body = {code: f"${number}" for number, code in enumerate(languages, start=1)}
            found["defaultSnippets"] = [{"label": "in every language", "body": body}]
        return found

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A mapping; a text has one entry for each language of the site."""
        pattern = str(schema["keys_schema"].get("pattern", ""))
        value = self.generate_inner(schema["values_schema"])
        if not pattern:
            return {"type": "object", "additionalProperties": value}
        message = f"Expected: {FORMS[pattern]}."
        found: Schema = {"type": "object", "additionalProperties": False, "errorMessage": message}
        if pattern != LOCALE_PATTERN or "$ref" in value:
            return {**found, "patternProperties": {pattern: value}}
        languages = {code: {**value, "description": _language(code)} for code in self.locales}
        if "items" in value:
            return {**found, "properties": languages, "patternProperties": {pattern: value}}
        found["errorMessage"] = f"Expected: the text in each language of the site: {', '.join(self.locales)}."
        return {**found, "properties": languages, "required": self.locales}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A mapping of the model's fields, without the id, which stands before it as its key."""
        cls: type[BaseModel] = schema["cls"]
        found = super().model_schema(schema)
        found.pop("title", None)
        found.pop("description", None)
        properties: dict[str, Schema] = found["properties"]
        properties.pop("id", None)
        rules = RULES.get(cls.__name__, {})
        found["required"] = [name for name in (*found.get("required", ()), *rules.get("required", ())) if name != "id"]
        if "allOf" in rules:
            found["allOf"] = rules["allOf"]
        for name, field in cls.model_fields.items():
            shown = field.alias or name
            if shown in properties:
                properties[shown] = _field(cls.__name__, name, properties[shown], required=shown in found["required"])
        return found


def _field(model: str, name: str, schema: Schema, *, required: bool) -> Schema:
    """The schema of a field, its default said in words: as a keyword, programs would offer it twice."""
    found = {keyword: value for keyword, value in schema.items() if keyword not in ("title", "default")}
    found["description"] = " ".join(schema.get("description", "").split())
    default = schema.get("default")
    if isinstance(default, str | bool) and default != "":
        word = default if isinstance(default, str) else "yes" if default else "no"
        found["description"] += f" Unless given: {word}."
    if required and found.get("anyOf", [])[1:] == [NOTHING]:
        found |= found.pop("anyOf")[0]
    found |= FIELD_RULES.get((model, name), {})
    if (model, name) in EXAMPLES:
        found["examples"] = list(EXAMPLES[model, name])
    return found


def _number(limits: Schema, pattern: str, form: str) -> Schema:
    message = f"Expected: {form}."
    number = {**limits, "errorMessage": message}
    return {"anyOf": [number, {"type": "string", "pattern": pattern, "errorMessage": message}]}


def _language(code: str) -> str:
    return f"In {Locale('en').language(code)}."


def record_schema(model: type[BaseModel], locales: list[str]) -> tuple[Schema, dict[str, Schema]]:
    """(schema of a record, definitions that it refers to by name)."""
    generator = type("SiteSchema", (FileSchema,), {"locales": locales})
    found = _paired(model.model_json_schema(schema_generator=generator))
    return found, found.pop("$defs", {})


def _paired(schema: Any) -> Any:
    """The same with two alternatives at a time: of more, the server's explanations join blanks with bars."""
    if isinstance(schema, list):
        return [_paired(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {keyword: _paired(part) for keyword, part in schema.items()}
    if isinstance(found.get("anyOf"), list):
        *others, last = found["anyOf"]
        while len(others) > 1:
            last = {"anyOf": [others.pop(), last]}
        found["anyOf"] = [*others, last]
    return found
