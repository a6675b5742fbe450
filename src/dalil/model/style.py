"""Rules of the house for the writing of one language, which `check` holds every text of it to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dalil.model.parts import LocaleCode, Record, Words
from dalil.model.values import listed


class StyleRule(Record):
    """What is not written in a language, and what is."""

    language: LocaleCode
    """The locale whose texts it is about."""
    avoid: Annotated[list[Words], BeforeValidator(listed), Field(min_length=1)]
    """Words as they would stand in a text, vowel signs left out; one that ends in * begins a longer word."""
    allow: Annotated[list[Words], BeforeValidator(listed)] = []
    """Words that begin so, and are right."""
    where: Literal["anywhere", "start"] = "anywhere"
    """Whether they are looked for in all of a text, or only where it starts."""
    fields: Literal["all", "headline"] = "all"
    """Whether every text is meant, or headlines of claims only."""
    write: Words | None = None
    """What is written instead, in the same language."""
    why: Words | None = None
    """The reason, for editors; in whatever language they share."""
