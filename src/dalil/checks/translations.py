"""Does a translation leave dates to the values that its original places?"""

from __future__ import annotations

import re

from dalil.model.locales import Locale
from dalil.model.records import Claim, Dispute, PageRecord
from dalil.model.site import InterfaceString
from dalil.model.texts import texts_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text import inline
from dalil.text.messages import MessageError, fixed_words, parse


def check(store: Store, problems: Problems) -> None:
    """Notes names of months that stand in a text of one locale and not in that of the first."""
    months = {code: Locale(code, settings).months for code, settings in store.site.locales.items()}
    for kind, record_id, record in store.records():
        dated = {name for name, value in _values(record).items() if value == "date"}
        for path, text in texts_of(record):
            first = text.get(store.locales[0])
            for code in store.locales[1:]:
                if first is None or code not in text:
                    continue
                try:
                    original, own = parse(first), parse(text[code])
                except MessageError:
                    continue  # The check of messages names the fault.
                if original.arguments & dated and (month := _month(own.text, months[code])):
                    place = store.place(kind, record_id, *path, code, words=month)
                    if not _month(first, months[store.locales[0]]):
                        problems.add("translation-date", place, month=month)


def _values(record: object) -> dict[str, str]:
    """The arguments of a record's texts, and the kind of each."""
    if isinstance(record, InterfaceString):
        return {name: "date" for name in record.arguments if name in ("date", "day")}
    if isinstance(record, Claim | Dispute | PageRecord):
        return {name: value.kind for name, value in record.values.items()}
    return {}


def _month(words: str, months: frozenset[str]) -> str:
    """The first month that a text names, or an empty string."""
    fixed = inline.without_markup(fixed_words(words))
    return next((word for word in re.findall(r"\w+", fixed) if word in months), "")
