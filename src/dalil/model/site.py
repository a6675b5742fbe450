"""The site as a whole: its settings, and the words of its interface."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dalil.model.dates import Date
from dalil.model.parts import Address, Literals, LocaleCode, Text, Words
from dalil.model.values import Strict, listed
from dalil.model.verification import Periods


class InterfaceString(Strict):
    """A word or phrase of the interface."""

    id: str
    """Its key, by place: references.title."""
    text: Text
    """The words."""
    description: Words
    """Where it is seen, for translators."""
    arguments: dict[str, Literal["integer", "text"]] = {}
    """What the text may place."""
    literals: Literals = []
    """What it may type with figures in it: figures of names."""


class LocaleSettings(Strict):
    """What CLDR does not say about a locale of this site."""

    digits: Annotated[str, Field(pattern=r"^[a-z]{4,8}$")] = "latn"
    """CLDR numbering system."""
    formats: LocaleCode | None = None
    """The CLDR locale whose formats are used, where it is not the locale itself (en-GB for en)."""
    second_months: LocaleCode | None = None
    """A locale whose month names are shown beside the first (مارس/آذار)."""
    spelling: dict[str, str] = {}
    """How words of CLDR's numbers, durations and countries are spelled here (تريليون for ترليون)."""
    fallback: Annotated[list[LocaleCode], BeforeValidator(listed)] = []
    """The locales that stand in for a text that is missing, the nearest first. A locale that has them is translated:
    its texts stand in `data/locales`, and no record holds any."""
    indexed: Annotated[int, Field(ge=0, le=100)] = 50
    """Percent of a page's texts that must be translated before search engines are offered it."""


class Licence(Strict):
    """On what terms the site's texts and data may be used."""

    spdx: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$")]
    """Its SPDX identifier, such as CC-BY-4.0."""
    name: Text
    """What readers know it by."""
    url: Address
    """Where its terms are found."""


class Site(Strict):
    """The site as a whole."""

    id: str = "site"
    """Always site."""
    title: Text
    """The site's name."""
    default: LocaleCode
    """The locale at the root of the site."""
    locales: dict[LocaleCode, LocaleSettings]
    """Every locale of the site, with its settings."""
    updated: Date
    """The day of the last change to the store; the build's clock."""
    licence: Licence | None = None
    """The licence of texts and data."""
    verify: Periods = Periods()
    """How long what was checked is trusted before it must be looked at again."""
    report: Address | None = None
    """Where a reader reports a mistake."""
    literals: Literals = []
    """What its texts may type with figures in it, such as the 4.0 of a licence's name."""

    @property
    def written(self) -> list[str]:
        """Codes of the locales whose texts stand in the records, the default first."""
        found = [code for code, settings in self.locales.items() if not settings.fallback]
        return sorted(found, key=lambda code: (code != self.default, code))

    @property
    def translated(self) -> list[str]:
        """Codes of the locales whose texts stand in catalogues."""
        return sorted(code for code, settings in self.locales.items() if settings.fallback)

    def source_of(self, code: str) -> str:
        """The written locale from which a translated one is made: the first that stands in for it."""
        return next((one for one in self.locales[code].fallback if one in self.written), self.default)
