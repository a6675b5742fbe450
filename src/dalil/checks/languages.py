"""Is every text there in every language of the site, and are the languages known?"""

from __future__ import annotations

from dalil.model.grammar import FIELD
from dalil.model.locales import Locale, UnknownLocale, is_known
from dalil.model.texts import texts_of
from dalil.problems import Problems, phrase
from dalil.store import Store

UNUSABLE = {"unknown-locale", "default-locale", "locale-fallback", "locale-default"}
"""Faults of the site's languages with which no text can be shown."""


def check(store: Store, problems: Problems) -> None:
    """Notes missing, unknown and surplus languages."""
    site = store.site
    for code, settings in site.locales.items():
        for wanted in (code, settings.formats, settings.second_months):
            if wanted and not is_known(wanted):
                problems.add("unknown-locale", store.place("site", "site", "locales", code, key=True), code=wanted)
    if site.default not in site.locales:
        known = sorted(site.locales)
        problems.add("default-locale", store.place("site", "site", "default"), code=site.default, known=known)
    _check_fallbacks(store, problems)
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code in site.written:
                if code not in text and path != FIELD:  # A language has no need of what it does not ask for.
                    problems.add("language-missing", store.place(kind, record_id, *path, key=True), locale=code)
            for code in text:
                if code not in site.written:
                    place = store.place(kind, record_id, *path, code, key=True)
                    problems.add("language-unknown", place, locale=code, known=store.written)
    for source in store.sources.values():
        try:
            Locale(source.language)
        except UnknownLocale:
            problems.add("unknown-language", store.place("sources", source.id, "language"), code=source.language)


def _check_fallbacks(store: Store, problems: Problems) -> None:
    site = store.site
    for code in site.translated:
        place = store.place("site", "site", "locales", code, "fallback")
        wrong = [one for one in site.locales[code].fallback if one not in site.locales or one == code]
        if wrong or not set(site.locales[code].fallback) & set(site.written):
            found = wrong or site.locales[code].fallback
            known = [one for one in store.locales if one != code]
            problems.add("locale-fallback", place, locale=code, found=found, known=known)
    if site.default in site.translated:
        place = store.place("site", "site", "default")
        problems.add("locale-default", place, locale=site.default, known=site.written or phrase("none"))
