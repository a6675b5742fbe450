"""What a sentence must know of a name that it places: its gender and number, and how it stands after an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

GENDERS = ("m", "f", "n", "c", "p", "mp", "fp", "np", "cp")
"""Masculine, feminine, neuter, common; `p` is many, where the gender does not matter or with it."""
THE, GENDER = "_the", "_gender"
"""What follows the name of an argument that is a name: `{subject_the}`, `{subject_gender, select, f {…} other {…}}`."""
FORMS = (THE, GENDER)
NAMES_OF_STATEMENTS = ("subject", "object", "at", "by")
"""Fields of a statement that are names."""
FIELD = ("grammar",)
"""Where the grammar of a name stands in its record."""
_CLASS = re.compile(rf"({'|'.join(sorted(GENDERS, key=len, reverse=True))})(?:\s+|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Grammar:
    """The grammar of a name in one language, written such as `f`, `the United States` or `f la Declaración`."""

    gender: str = ""
    """One of `GENDERS`, or empty."""
    words: str = ""
    """The name with its article, or as it is where it takes none; empty where nobody said."""

    @classmethod
    def read(cls, text: str) -> Grammar:
        """What a text says."""
        match = _CLASS.match(text)
        return cls(match[1].lower(), text[match.end() :]) if match else cls("", text)


def base_of(argument: str) -> str:
    """The name that an argument is a form of, or the argument itself."""
    return next((argument.removesuffix(form) for form in FORMS if argument.endswith(form)), argument)


def with_forms(names: Iterable[str]) -> list[str]:
    """Arguments that are names, and their forms."""
    return [name + form for name in names for form in ("", *FORMS)]
