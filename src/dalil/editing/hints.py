"""What a catalogue tells the translator of a text: where it appears, what its other languages say, what it places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalil.checks.messages import arguments_of
from dalil.model.grammar import FIELD, GENDER, GENDERS, THE, base_of
from dalil.model.kinds import ONE
from dalil.model.locales import Locale
from dalil.model.records import Synonyms
from dalil.model.site import InterfaceString
from dalil.model.values import Value
from dalil.render.texts import Texts
from dalil.store import Store
from dalil.store.derive import CannotDerive, resolve
from dalil.text import inline
from dalil.text.messages import MessageError, parse
from dalil.translation.units import Unit


def hints_of(unit: Unit, store: Store, source: str, locale: str) -> Iterator[str]:
    """The lines of the comment above a message of a locale's catalogue, which is translated from `source`."""
    yield _where(unit)
    for code in store.written:
        if code != source and code in unit.text:
            yield f"{Locale(code).name}: {' ⏎ '.join(unit.text[code].splitlines())}"
    if unit.path == FIELD:
        yield GRAMMAR
        return
    if isinstance(unit.record, Synonyms):
        yield "No translation: write what readers of your language may search for, with commas between the words"
    words = unit.text.get(source, "")
    try:
        message = parse(words)
    except MessageError:
        return
    examples = _Examples(unit, store, source)
    yield from (f"{{{name}}} is {examples.of(name)}" for name in sorted(message.arguments))
    if names := sorted({base_of(name) for name in message.arguments} & _names_in(unit)):
        forms = (f"{{{name}{THE}}}, {{{name}{GENDER}, select, f {{…}} other {{…}}}}" for name in names)
        yield f"A name may also stand with its article, or choose by its gender: {'; '.join(forms)}"
    if message.plurals:
        categories = [form for form in CATEGORIES if form in Locale(locale).plural_categories]
        yield f"Plural forms of {Locale('en').language(locale)}: {', '.join(categories)}"
    if inline.links(words):
        yield "Keep what stands in round brackets after a link's words"


GRAMMAR = (
    "What sentences of your language must know of this name: its gender (m, f, n or c; mp, fp, np or cp if it is "
    "many), then the name as it stands with its article, or as it is if it takes none. In Spanish: f la Declaración"
)
"""What is asked for where the grammar of a name stands."""


def _names_in(unit: Unit) -> set[str]:
    """The arguments of a text that are names of entities and events."""
    known = set(arguments_of(unit.record, unit.path))
    return {name for name in known if f"{name}{THE}" in known}


CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories, in CLDR's order."""


def _where(unit: Unit) -> str:
    if isinstance(unit.record, InterfaceString):
        return f"Interface: {unit.record.description}"
    field = " ".join(str(part) if isinstance(part, str) else str(part + 1) for part in unit.path)
    page = getattr(unit.record, "topic", "")
    return f"{_called(unit.kind)} “{unit.record.id}”: {field}" + (f" (page “{page}”)" if page else "")


def _called(kind: str) -> str:
    return ONE.get(kind, kind).replace("-", " ").capitalize()


def naming(kind: str, record_id: str) -> list[re.Pattern[str]]:
    """What finds the id of a record in a line of a comment, where `hints_of` wrote it; the id is the first group."""
    own = re.escape(record_id)
    found = [re.compile(rf"^#\. {_called(kind)} “({own})”: ")]
    return [*found, re.compile(rf"^#\. [^:“”]+ “[^“”]+”: .*\(page “({own})”\)$")] if kind == "pages" else found


class _Examples:
    """What each argument of a text stands for, in the language of the source."""

    def __init__(self, unit: Unit, store: Store, source: str) -> None:
        self._unit, self._store = unit, store
        self._texts = Texts(store, Locale(source, store.site.locales[source]))
        self._known = arguments_of(unit.record, unit.path)

    def of(self, name: str) -> str:
        value = getattr(self._unit.record, "values", {}).get(name)
        if isinstance(value, Value):
            try:
                return f"“{self._texts.value_plain(resolve(value, self._store), value.show)}”"
            except (CannotDerive, KeyError):
                return f"a {value.kind}"
        if name.endswith(THE):
            return "a name with its article"
        if name.endswith(GENDER):
            return f"the gender of a name: {', '.join(GENDERS)}"
        return "a whole number, such as 3" if self._known.get(name) else "words, such as a name or a date"
