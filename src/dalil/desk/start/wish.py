"""What a new explainer is to be: its languages and titles, or why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dalil.model.locales import UnknownLocale, known_code
from dalil.problems import Problem
from dalil.text.near import nearest

WRITTEN = ("ar", "en")
"""The languages in which the example is there."""
TITLE_OF = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})*)=(.*)", re.DOTALL)
"""A title for one language, such as `en=Lanterns`."""


class CannotStart(ValueError):
    """Why a project cannot be made: a sentence of `wording` by its key, and what it places.

    `problem` is what the checks said, where it was they who refused.
    """

    def __init__(self, key: str, problem: Problem | None = None, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.problem = problem
        self.details = details


@dataclass(frozen=True)
class Wish:
    """A project that can be made."""

    locales: tuple[str, ...]
    """The default one first."""
    titles: Mapping[str, str]
    """Locale to title; each written locale has one."""

    @property
    def written(self) -> list[str]:
        """Locales whose texts stand in the records."""
        return [code for code in self.locales if code in WRITTEN]

    @property
    def translated(self) -> list[str]:
        """Locales whose texts stand in catalogues."""
        return [code for code in self.locales if code not in WRITTEN]

    @property
    def default(self) -> str:
        """The locale at the root of the site."""
        return self.locales[0]


def wish_of(locales: str, titles: Sequence[str]) -> Wish:
    """Reads `ar,en,fr` and titles such as `Lanterns` or `en=Lanterns`; raises CannotStart."""
    codes = _codes(locales)
    if not set(codes) & set(WRITTEN):
        raise CannotStart("init-none-written", example=",".join(["en", *codes]))
    if codes[0] not in WRITTEN:
        written = [code for code in codes if code in WRITTEN]
        example = ",".join([*written, *(code for code in codes if code not in WRITTEN)])
        raise CannotStart("init-first-locale", code=codes[0], example=example)
    return Wish(tuple(codes), _titles(codes, titles))


def _codes(locales: str) -> list[str]:
    codes = []
    for one in filter(None, (part.strip() for part in locales.split(","))):
        try:
            codes.append(known_code(one))
        except UnknownLocale as error:
            near = nearest(one, WRITTEN) or error.nearest
            raise CannotStart("init-locale-meant" if near else "init-locale", code=one, nearest=near) from None
    return list(dict.fromkeys(codes))


def _titles(codes: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    for_all, found = "", {}
    for given in titles:
        code, title = _split(given)
        title = " ".join(title.split())
        if not title:
            raise CannotStart("init-title-blank")
        if "{" in title or "}" in title:
            raise CannotStart("init-title-braces", title=title)
        if code and code not in codes:
            raise CannotStart("init-title-locale", code=code, codes=", ".join(codes))
        if code:
            found[code] = title
        else:
            for_all = title
    found = {**({code: for_all for code in codes if code in WRITTEN} if for_all else {}), **found}
    if missing := next((code for code in codes if code in WRITTEN and code not in found), ""):
        raise CannotStart("init-title-missing", code=missing)
    return found


def _split(given: str) -> tuple[str, str]:
    """(locale or nothing, title): only what CLDR knows is a locale, so a title may have an equals sign."""
    match = TITLE_OF.match(given.strip())
    if match is None:
        return "", given
    try:
        return known_code(match[1]), match[2]
    except UnknownLocale:
        return "", given
