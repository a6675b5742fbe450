"""The fields that several kinds of record share: texts, addresses, citations, notices, revisions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.dates import Date
from dalil.model.values import Id, Strict, listed
from dalil.model.verification import OneDay
from dalil.model.web_address import BadAddress, web_address
from dalil.problems.gate import is_blank
from dalil.problems.limits import MAX_TEXT

LocaleCode = Annotated[str, Field(pattern=LOCALE_PATTERN)]
"""A BCP 47 code: language, perhaps script, perhaps region."""


def _not_blank(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "a text that is not blank")
    return text.strip("\n")


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("line_break", "a text on one line")
    return text


BOUND = Field(max_length=MAX_TEXT)
NOT_BLANK = Field(
    max_length=MAX_TEXT, json_schema_extra={"pattern": r"\S", "errorMessage": "Expected: a text that is not blank."}
)
Words = Annotated[str, BOUND, AfterValidator(_not_blank), AfterValidator(_one_line), NOT_BLANK]
Text = dict[LocaleCode, Annotated[str, BOUND, AfterValidator(_not_blank), NOT_BLANK]]
"""A text in each language of the site: locale code to ICU message, whose own signs may stand on several lines."""


def _web_address(text: str) -> str:
    try:
        return web_address(text).text
    except BadAddress as error:
        raise PydanticCustomError(
            "bad_address", "an address that starts with https:// or http://", {"reason": error.reason}
        ) from None


Address = Annotated[
    str,
    AfterValidator(_web_address),
    Field(
        json_schema_extra={
            "pattern": r"^https?://[^\s\"<>\\^`{|}]+$",
            "errorMessage": "Expected: an address that starts with https:// or http://.",
        }
    ),
]

Stance = Literal["supports", "disputes", "mentions"]
Override = Literal["confirmed", "single-source", "attributed", "disputed", "unconfirmed", "superseded"]
"""What an editor may set in the place of the rule."""
Status = Literal[Override, "retracted"]
"""What the rule gives. Nothing is retracted by a word alone: see `Retraction`."""


MAX_LOCATOR_WORDS = 6
"""Long enough to find a passage, short enough to quote nobody at length."""


class Record(Strict):
    """What every record has."""

    id: Id
    """The key under which the record stands in its file."""


Literals = Annotated[list[Words], BeforeValidator(listed)]


class Worded(Record):
    """What every record has that has texts."""

    literals: Literals = []
    """What its texts may type with figures in it, such as UTF-8 or 11015: figures of names. All others are values."""


class Locator(Strict):
    """Where in a source the passage stands."""

    words: Words | None = None
    """At most six words as they stand in the source; the reader's browser jumps to them."""
    page: Words | None = None
    """A page number or range."""
    section: Words | None = None
    """The name of a section, in the source's language."""
    paragraph: int | None = Field(None, ge=1)
    """A paragraph, counted from 1."""
    whole: bool = False
    """The source as a whole; no single passage was recorded."""

    @property
    def given(self) -> dict[str, str | int]:
        """Field to what it holds, from the widest to the narrowest, the order in which readers are told; none of the
        whole.
        """
        return {name: value for name in ("section", "page", "paragraph", "words") if (value := getattr(self, name))}

    @model_validator(mode="after")
    def _somewhere(self) -> Locator:
        if not (self.words or self.page or self.section or self.paragraph or self.whole):
            raise PydanticCustomError("locator_missing", "a locator")
        for field in ("words", "page", "section"):
            given = getattr(self, field)
            if given is not None and not any(character.isalnum() for character in given):
                raise PydanticCustomError("locator_signs", "{field}", {"field": field, "words": given})
        if self.words and len(self.words.split()) > MAX_LOCATOR_WORDS:
            raise PydanticCustomError(
                "locator_long", "{count} words", {"count": len(self.words.split()), "limit": MAX_LOCATOR_WORDS}
            )
        return self


class Citation(Strict):
    """A source, the place in it, and what it does for the claim."""

    source: Id
    """The source that is cited."""
    locator: Locator | None = None
    """Where in the source: no citation goes without. Checked apart, so that its absence has a code of its own."""
    stance: Stance = "supports"
    """supports: says so. disputes: says otherwise. mentions: touches the matter without carrying the claim."""


Citations = Annotated[list[Citation], BeforeValidator(listed)]


class Notice(Strict):
    """What a publisher made known about a document of its own: that it corrected it, or took it back."""

    date: OneDay
    """The day of the notice."""
    notice: Address
    """Where the publisher says so."""
    accessed: OneDay
    """The day on which the notice was read."""
    archive: Address | None = None
    """A lasting copy of the notice."""
    note: Text
    """What was wrong, and what that means for a reader."""


class Retraction(Strict):
    """That we take back what we published: when, why, and what holds instead."""

    date: OneDay
    """The day on which it was withdrawn."""
    why: Text
    """What turned out to be wrong, or to rest on nothing."""
    replaced_by: Id | None = None
    """The record that says how it is."""
    citations: Citations = []
    """What shows that it was wrong."""


RevisionKind = Literal["correction", "update", "clarification"]


class Revision(Strict):
    """A change of what a claim or statement says."""

    date: Date
    """The day of the change."""
    kind: RevisionKind
    """correction: it was wrong. update: the matter or its sources moved on. clarification: it says the same more
    clearly."""
    what: Text
    """What was changed."""
    why: Text
    """Why it was changed."""


Revisions = Annotated[list[Revision], BeforeValidator(listed)]


class Point(Strict):
    """One thing that a summary says, and what it rests on."""

    label: Text | None = None
    """What it is told of, in a word or two (*Launched*, *Run by*): a point that has one stands in the fact box."""
    text: Text
    """A sentence, or two."""
    claims: Annotated[list[Id], BeforeValidator(listed), Field(min_length=1)]
    """The claims and statements that bear it out: it stands no firmer than the weakest of them."""
    unknown: bool = False
    """Whether it says what is not known."""


Summary = Annotated[list[Point], BeforeValidator(listed)]
"""What a reader should know first, in the order of weight: what is settled, what is disputed, what is not known."""
