"""Holds a record's fields against its model, and says each fault in an editor's words, where it stands."""

from __future__ import annotations

import re
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.meant import instead_of
from dalil.model.values import ID_PATTERN, NAME_PATTERN
from dalil.problems import Phrase, Problems, either, phrase
from dalil.problems.characters import QUOTES, plain
from dalil.problems.gate import passes, visible
from dalil.reading.documents import Document, KeyPath
from dalil.text.cleaning import note_look_alike, odd_one
from dalil.text.near import nearest

Model = TypeVar("Model", bound=BaseModel)


def validated(
    model: type[Model], fields: dict[str, Any], document: Document, prefix: KeyPath, problems: Problems
) -> Model | None:
    """A record of the model; or None, with each of its faults noted at its place in the document.

    `prefix` is where the record stands in the document.
    """
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {meant for detail in details if (meant := _meant(detail, model))}
        for detail in details:
            # A field that is there under a slightly other name, or in another place, is not missing too.
            if not (detail["type"] == "missing" and detail["loc"][-1] in misspelt):
                _note(detail, model, document, prefix, problems)
        return None


def _meant(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """The field that an unknown name stands for, or nothing."""
    location = tuple(part for part in detail["loc"] if part not in UNION_TAGS and part != "[key]")
    if detail["type"] not in ("extra_forbidden", "string_pattern_mismatch") or not location:
        return ""
    name, known = visible(str(location[-1])), _fields_at(model, location[:-1])
    return name if name in _names(model) else nearest(plain(name).strip(QUOTES), known)


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
    "not_a_day": "single-day",
    "bad_period": "period",
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
    shown = shorten(found)
    if kind in TYPED and isinstance(found, str) and _note_characters(found, path, document, problems):
        return
    if kind == "missing":
        problems.add("missing-field", document.place(path[:-1], key=True), field=field_name)
    elif found is None and kind != "bad_date":
        problems.add("missing-field", document.place(path, key=True), field=field_name)
    elif kind == "extra_forbidden":
        _note_unknown(model, location, document, path, problems)
    elif kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        problems.add(
            "bad-value",
            place,
            found=shown,
            nearest=nearest(str(found), allowed),
            expected=phrase("one-of-these", words=allowed),
        )
    elif kind == "string_too_long":
        problems.add("too-long", place, count=len(found), limit=context["max_length"])
    elif kind == "bad_date":
        problems.add("bad-date", place, found=shown, reason=context["reason"])
    elif kind == "bad_address":
        problems.add("bad-address", place, found=shown, reason=context["reason"])
    elif kind == "line_break":
        problems.add("line-break", document.place(path))
    elif kind == "locator_missing":
        problems.add("locator-missing", document.place(path, key=True))
    elif kind == "locator_signs":
        problems.add("locator-signs", document.place((*path, context["field"])), words=shorten(context["words"]))
    elif kind == "locator_long":
        problems.add("locator-long", document.place((*path, "words")), count=context["count"], limit=context["limit"])
    elif kind in ONE_OF:
        problems.add("value-kind", place, expected=phrase(ONE_OF[kind], **context), example=context.get("example", ""))
    elif kind == "string_pattern_mismatch":
        expected = form_of(str(context["pattern"]))
        is_key = location[-1] == "[key]"
        if is_key and found in _names(model):
            _note_unknown(model, (*location[:-2], found), document, path, problems)
            return
        where = document.place(path, key=is_key)
        problems.add("bad-value", where, found=shown, nearest="", expected=expected)
    else:
        if kind == "greater_than_equal" and context["ge"] != 1:
            kind = "less_than_equal"
        wanted = phrase(EXPECTED[kind]) if kind in EXPECTED else detail["msg"]
        bracket = {"dict": "{", "list": "["}.get(type(found).__name__, "") if kind == "string_type" else ""
        instead = instead_of(found, _annotation_at(model, location))
        written = either(*(phrase("as-written", words=way) for way in instead)) if instead else ""
        problems.add("wrong-type", place, found=shown, expected=wanted, bracket=bracket, instead=written)


def _note_unknown(
    model: type[BaseModel], location: tuple[str | int, ...], document: Document, path: KeyPath, problems: Problems
) -> None:
    """Notes a field that has no place where it stands, and where it has one."""
    name, known = str(location[-1]), _fields_at(model, location[:-1])
    place = document.place(path, key=True)
    meant = visible(plain(name).strip(QUOTES))
    if meant in known and meant != name and _note_characters(name, path, document, problems, key=True):
        return
    above = path[0] if len(location) > 1 and name in _names(model) else ""
    below = "" if above else _path_to(name, model)
    problems.add(
        "unknown-field",
        place,
        field=name,
        above=above,
        below=below,
        nearest=nearest(name, known),
        known=known,
    )


TYPED = {"literal_error", "bad_date", "int_parsing", "decimal_parsing", "bool_parsing", "string_pattern_mismatch"}
"""Errors of values that are written in ASCII."""


def _note_characters(word: str, path: KeyPath, document: Document, problems: Problems, *, key: bool = False) -> bool:
    """Whether a word that should be ASCII has curly quotes, look-alikes or unseen characters; notes them.

    What does not pass the gate was noted when the file was read.
    """
    if not passes(word):
        return True
    if word and word[0] in QUOTES and word[-1] in QUOTES:
        problems.add("curly-quotes", document.place(path, key=key), found=word[0])
    elif plain(word) != word:
        note_look_alike(document.place(path, key=key, words=odd_one(word)), word, problems)
    else:
        return False
    return True


PATTERNS = {
    LOCALE_PATTERN: "locale-code",
    ID_PATTERN: "id",
    NAME_PATTERN: "value-name",
    r"^[A-Z]{2}$": "country-code",
    r"^[A-Z]{3}$": "currency-code",
    r"^[a-z]{4}$": "digits-code",
    r"^[A-Za-z0-9.-]+$": "licence-code",
    r"^[MmLlHhVvZz0-9 ,.-]*$": "straight-path",
}
"""Patterns of the models to phrases."""


def form_of(pattern: str) -> Phrase:
    """What a pattern asks for, in words of ours."""
    return phrase(PATTERNS[pattern]) if pattern in PATTERNS else phrase("form", pattern=pattern)


UNION_TAGS = {"literal['undated']", "function-plain[validate()]", "constrained-str", "str"}
"""Words that pydantic puts into a location to say which part of a union failed; no field of a record has them."""


def shorten(found: Any) -> Phrase | str:
    """What was found, in a few words."""
    if found is None:
        return phrase("nothing")
    if isinstance(found, dict):
        return phrase("found-mapping")
    if isinstance(found, list):
        return phrase("found-list")
    text = str(found)
    if not text.strip():
        return phrase("nothing")
    return text if len(text) <= 60 else text[:57] + "…"


def _fields_at(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """The names that may stand where `location` leads, by walking the models' annotations."""
    found = _inner_model(_annotation_at(model, location))
    return [] if found is None else _names(found)


def _annotation_at(model: type[BaseModel], location: tuple[str | int, ...]) -> Any:
    current: Any = model
    for part in location:
        current = _step(current, part)
    return current


def _names(model: type[BaseModel]) -> list[str]:
    """The names of a model's own fields, as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items() if name != "id"]


def _path_to(name: str, model: type[BaseModel], seen: tuple[type[BaseModel], ...] = ()) -> str:
    """The way from a record to the first field of some name within it, such as `citations.locator`, or nothing."""
    for own, field in model.model_fields.items():
        inner = _inner_model(field.annotation)
        if inner is None or inner in seen:
            continue
        if name in _names(inner):
            return field.alias or own
        if way := _path_to(name, inner, (*seen, model, inner)):
            return f"{field.alias or own}.{way}"
    return ""


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
