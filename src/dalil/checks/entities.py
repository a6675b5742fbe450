"""Does every entity have a name in every language?"""

from __future__ import annotations

from dalil.model.locales import Locale, UnknownLocale
from dalil.problems import Problems, phrase
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes entities without a name, and country codes that CLDR does not know."""
    for kind, _, entity in store.records():
        if kind != "entities":
            continue
        if entity.name is None and entity.code is None:
            place = store.place("entities", entity.id, key=True)
            problems.add("name-missing", place, kind=phrase(f"kind-{entity.kind}"))
        for code in store.locales if entity.code else []:
            try:
                Locale(code).country(entity.code or "")
            except KeyError:
                place = store.place("entities", entity.id, "code")
                problems.add("country-code", place, code=entity.code)
            except UnknownLocale:
                continue
