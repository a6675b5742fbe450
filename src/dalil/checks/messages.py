"""Can every text be read, are its arguments and links known, and do its languages agree on them?"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from dalil.model.grammar import GENDER, NAMES_OF_STATEMENTS, base_of, with_forms
from dalil.model.locales import Locale, UnknownLocale
from dalil.model.pictures import Picture
from dalil.model.records import Claim, Dispute, PageRecord, Role
from dalil.model.site import InterfaceString
from dalil.model.texts import texts_of
from dalil.model.values import NUMERIC_KINDS
from dalil.problems import Problems, phrase
from dalil.store import LINK_KINDS, Store
from dalil.text import inline
from dalil.text.messages import Message, MessageError, parse
from dalil.text.near import nearest

Path = tuple[str | int, ...]

STATEMENT_ARGUMENTS = {*NAMES_OF_STATEMENTS, "reason", "value", "when"}
"""What a role's sentence may place: the fields of a statement, names in their forms too."""


def check(store: Store, problems: Problems) -> None:
    """Notes every fault of syntax, arguments, plurals and links in every text."""
    for kind, record_id, record in store.records():
        placed: set[str] = set()
        for path, text in texts_of(record):
            placed |= _check_text(store, problems, (kind, record_id), record, path, text)
        for name in getattr(record, "values", {}):
            if name not in placed and not _is_key_figure(store, record_id, name):
                problems.add("unused-value", store.place(kind, record_id, "values", name, key=True), value=name)


def _is_key_figure(store: Store, claim_id: str, name: str) -> bool:
    return any(
        figure.claim == claim_id and figure.value == name
        for page in store.pages.values()
        for figure in page.figures.values()
    )


def arguments_of(record: Any, path: Path) -> dict[str, bool]:
    """What a text of a record may place, and whether each is a number."""
    if isinstance(record, InterfaceString):
        return {name: kind == "integer" for name, kind in record.arguments.items()}
    if isinstance(record, Role) and path[0] == "sentence":
        return dict.fromkeys([*STATEMENT_ARGUMENTS, *with_forms(NAMES_OF_STATEMENTS)], False)
    if isinstance(record, Picture) and path[-1] == "sentence":
        return dict.fromkeys(with_forms(("from", "to")), False)
    if isinstance(record, Claim | Dispute | PageRecord) and places_values(record, path):
        return {name: value.kind in NUMERIC_KINDS for name, value in record.values.items()}
    return {}


PLACING: dict[type, set[str]] = {
    Claim: {"headline", "text"},
    Dispute: {"question", "versions", "conclusion", "reason"},
    PageRecord: {"description", "summary", "notes", "figures"},
}
"""Kinds of record that have values, and the fields whose texts place them."""


def places_values(record: Any, path: Path) -> bool:
    """Whether a text of a record may place the record's values."""
    return path[0] in PLACING.get(type(record), set())


def _check_text(
    store: Store, problems: Problems, record_at: tuple[str, str], record: Any, path: Path, text: dict[str, str]
) -> set[str]:
    """Checks all languages of one text; returns the arguments that it places, or that nobody knows whether it does."""
    known = arguments_of(record, path)
    unread: set[str] = set()
    parsed: dict[str, tuple[Message, Counter[tuple[str, str]]]] = {}
    for code, words in text.items():
        try:
            message = parse(words)
        except MessageError as error:
            fault = error.fault
            at = store.place(*record_at, *path, code, offset=fault.offset)
            problems.add("message-syntax", at, reason=fault.reason, write=fault.write, nearest=fault.nearest)
            unread |= set(re.findall(r"\w+", words))
            continue
        _check_arguments(store, problems, record_at, (*path, code), message, known)
        _check_plurals(store, problems, (*record_at, *path), message, code)
        _check_links(store, problems, record_at, (*path, code), words)
        parsed[code] = message, Counter(dict.fromkeys((kind, target) for kind, target, _ in inline.links(words)))
    first = next((code for code in store.locales if code in parsed), None)
    if first is None:
        return unread
    for code, (message, targets) in parsed.items():
        if code == first:
            continue
        place = store.place(*record_at, *path, code)
        if difference := _placed(message, known) ^ _placed(parsed[first][0], known):
            shown = [f"{{{name}}}" for name in sorted(difference)]
            problems.add("arguments-differ", place, locale=code, other=first, difference=shown)
        if missing := set(targets) ^ set(parsed[first][1]):
            shown = [f"{kind}:{target}" for kind, target in sorted(missing)]
            problems.add("links-differ", place, locale=code, other=first, difference=shown)
    return unread | {argument for message, _ in parsed.values() for argument in message.arguments}


def _placed(message: Message, known: dict[str, bool]) -> frozenset[str]:
    """What a text places. One language may need a name with its article, or choose by its gender, and another not."""
    placed = (name for name in message.arguments if not (name in known and name.endswith(GENDER)))
    return frozenset(base_of(name) if name in known else name for name in placed)


def _check_arguments(
    store: Store, problems: Problems, record_at: tuple[str, str], path: Path, message: Message, known: dict[str, bool]
) -> None:
    for argument in sorted(message.arguments):
        place = store.place(*record_at, *path, offset=message.offsets[argument])
        if argument not in known:
            problems.add("unknown-argument", place, argument=argument, nearest=nearest(argument, known))
        elif argument in message.plurals and not known[argument]:
            problems.add("argument-type", place, argument=argument, found=phrase("no-number"))
    for argument, style in message.styles:
        place = store.place(*record_at, *path, offset=message.offsets[argument])
        problems.add("argument-style", place, argument=argument, style=style)


def _check_plurals(store: Store, problems: Problems, text_at: tuple[Any, ...], message: Message, code: str) -> None:
    if not message.choices:
        return
    try:
        categories = Locale(code).plural_categories
    except UnknownLocale:
        return
    for choice in message.choices:
        wanted = categories if choice.type == "plural" else {"other"}
        if missing := wanted - choice.options:
            problems.add(
                "plural-categories",
                store.place(*text_at, code, offset=choice.offset),
                argument=choice.argument,
                missing=sorted(missing),
                locale=code,
                categories=sorted(categories),
            )


def _check_links(store: Store, problems: Problems, record_at: tuple[str, str], path: Path, words: str) -> None:
    for kind, target, whole in inline.links(words):
        place = store.place(*record_at, *path, words=whole)
        folder = LINK_KINDS.get(kind)
        if folder is None:
            known = [*LINK_KINDS, "lang"]
            problems.add("link-kind", place, kind=kind, nearest=nearest(kind, known), known=known)
        elif not store.has(folder, target):
            problems.add(
                "unknown-reference", place, what=phrase(kind), id=target, nearest=store.nearest(folder, target)
            )
    for language, whole in inline.foreign(words):
        try:
            Locale(language)
        except UnknownLocale:
            problems.add("unknown-language", store.place(*record_at, *path, words=whole), code=language)
    for snippet in inline.strays(words):
        problems.add("broken-markup", store.place(*record_at, *path, words=snippet), snippet=snippet)
