"""The fields of a record as an editor is asked for them: read off the model, so that none is ever forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from dalil.checks.references import REFERENCES
from dalil.model.dates import Date
from dalil.model.kinds import RECORD_KINDS
from dalil.model.parts import Text
from dalil.problems import phrase
from dalil.reading.validation import EXPECTED, form_of
from dalil.schema.words import ENUMERATIONS, SWITCH
from dalil.store import RETRACTABLE
from dalil.wording import detail_of, sentence

KINDS = {
    "source": "sources",
    "entity": "entities",
    "event": "events",
    "claim": "claims",
    "statement": "statements",
    "dispute": "disputes",
    "term": "terms",
}
"""What a new record is called to the folder that it goes into."""

Shape = Literal["words", "text", "words by language", "one", "many", "yaml", "yaml items", "yaml entries"]
"""What a field holds: a scalar; a text in each language; lists of names by language; one or many ids or words; a
mapping, a list of mappings, or a mapping of mappings, which are given as YAML."""


@dataclass(frozen=True)
class Field:
    """A field of a record."""

    name: str
    """As it stands in the file."""
    shape: Shape
    description: str
    required: bool
    folders: tuple[str, ...] = ()
    """Where the ids that it names stand."""
    choices: Mapping[str, str] | None = None
    """Possible words and what each means, where the list is closed."""
    default: Callable[[], str] | None = None
    info: FieldInfo | None = None

    def fault(self, value: Any, language: str = "en") -> str:
        """What is wrong with a value as it would stand in the file, in words; empty when nothing is."""
        assert self.info is not None
        annotated: Any = (
            Annotated[(self.info.annotation, *self.info.metadata)] if self.info.metadata else self.info.annotation
        )
        try:
            TypeAdapter(annotated).validate_python(value)
        except ValidationError as error:
            return _said(error, language)
        return ""


def _said(error: ValidationError, language: str) -> str:
    detail = error.errors(include_url=False)[0]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "literal_error":
        return sentence("answer-one-of", language, words=context["expected"])
    if kind == "string_pattern_mismatch":
        return sentence("answer-form", language, form=form_of(str(context["pattern"])))
    if kind == "extra_forbidden":
        return sentence("answer-field", language, field=detail["loc"][-1])
    if kind == "missing":
        return sentence("answer-missing", language, field=detail["loc"][-1])
    if kind == "bad_date":
        return detail_of(context["reason"], language)
    expected = phrase(EXPECTED[kind]) if kind in EXPECTED else detail["msg"]
    return sentence("answer-form", language, form=expected)


DEFAULTS: dict[tuple[str, str], Callable[[], str]] = {
    ("sources", "accessed"): lambda: datetime.date.today().isoformat(),
    ("Notice", "accessed"): lambda: datetime.date.today().isoformat(),
    ("Retraction", "date"): lambda: datetime.date.today().isoformat(),
}
"""(folder or model, field) to what stands there unless another value is given."""
LATER = {(kind, "retracted") for kind in RETRACTABLE}
"""(folder, field) of what no new record says: `dalil retract` writes it."""
DEMANDED = {("claims", "citations"), ("statements", "citations"), ("entities", "name")}
"""(folder, field) that the checks ask for although the model can do without."""


def fields_of(kind: str) -> list[Field]:
    """What a new record of a folder may say, in the order of the model, which is that of the files.

    What is said of all texts comes last.
    """
    return [field for field in fields_of_model(RECORD_KINDS[kind], kind) if (kind, field.name) not in LATER]


def fields_of_model(model: type[BaseModel], kind: str = "") -> list[Field]:
    """The fields of a model; `kind` is the folder of its records, if it has one."""
    fields = sorted(model.model_fields.items(), key=lambda item: item[0] == "literals")
    return [
        Field(
            name=info.alias or name,
            shape=_shape(info.annotation),
            description=" ".join((info.description or "").split()),
            required=info.is_required() or (kind, name) in DEMANDED,
            folders=REFERENCES.get((model.__name__, name), ()),
            choices=_choices(info.annotation),
            default=DEFAULTS.get((kind or model.__name__, name)),
            info=info,
        )
        for name, info in fields
        if name != "id"
    ]


def _shape(annotation: Any) -> Shape:
    annotation = _without_none(annotation)
    if annotation == Text:
        return "text"
    if _is_model(annotation):
        return "yaml"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is dict:
        return "yaml entries" if _is_model(_bare(inner[1])) else "words by language"
    if origin is list:
        return "yaml items" if _is_model(_bare(inner[0])) else "many"
    return "one" if _choices(annotation) else "words"


def _choices(annotation: Any) -> Mapping[str, str] | None:
    annotation = _without_none(annotation)
    if annotation is bool:
        return SWITCH
    if get_origin(annotation) is list:
        return _choices(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        words = get_args(annotation)
        meanings = next((found for found in ENUMERATIONS if set(found) == set(words)), {})
        return {word: meanings.get(word, "") for word in words}
    return None


def _without_none(annotation: Any) -> Any:
    """The annotation without `| None`, and without what pydantic only validates by."""
    annotation = _bare(annotation)
    if get_origin(annotation) in (Union, UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        if len(parts) == 1:
            return _without_none(parts[0])
        return Date if Date in parts else annotation
    return annotation


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
