"""Does each name say what the sentences that place it must know: its gender, and how it stands after an article?"""

from __future__ import annotations

from collections.abc import Iterator

from dalil.model.grammar import FIELD, GENDER, GENDERS, NAMES_OF_STATEMENTS, THE, Grammar, base_of
from dalil.model.texts import Path
from dalil.problems import Problems, phrase
from dalil.store import Store
from dalil.text.messages import MessageError, parse
from dalil.text.near import nearest


def check(store: Store, problems: Problems) -> None:
    """Notes names that lack what a sentence asks for, and choices by a gender that there is not."""
    seen: set[tuple[str, str, str]] = set()
    for (kind, record_id, path), text, named in _sentences(store):
        for code, words in text.items():
            try:
                message = parse(words)
            except MessageError:
                continue  # The check of messages names the fault.
            for choice in message.choices if _asked(store, kind, record_id) else ():
                for option in choice.options - {*GENDERS, "other"} if choice.argument.endswith(GENDER) else ():
                    place = store.place(kind, record_id, *path, code, words=option)
                    known, near = list(GENDERS), nearest(option, GENDERS)
                    problems.add("unknown-gender", place, found=option, nearest=near, known=known)
            for argument in message.arguments:
                base = base_of(argument)
                for name in named.get(base, ()) if argument != base else ():
                    form = argument.removeprefix(base)
                    if (name, code, form) not in seen:
                        seen.add((name, code, form))
                        _check_name(store, problems, name, code, form, words)


def placed_names(store: Store) -> set[str]:
    """The ids of all names that sentences place."""
    return {name for _, _, named in _sentences(store) for names in named.values() for name in names}


def _sentences(store: Store) -> Iterator[tuple[tuple[str, str, Path], dict[str, str], dict[str, set[str]]]]:
    """(where a sentence stands, the sentence, argument to the ids of the names that stand in its place)."""
    for role in store.roles.values():
        rows = store.by_role.get(role.id, ())
        named = {field: {getattr(one, field) for one in rows} - {None} for field in NAMES_OF_STATEMENTS}
        yield ("roles", role.id, ("sentence",)), role.sentence, named
    for picture in store.pictures.values():
        for number, edge in enumerate(picture.diagram.edges if picture.diagram else ()):
            path: Path = ("diagram", "edges", number, "sentence")
            yield ("pictures", picture.id, path), edge.sentence, {"from": {edge.start}, "to": {edge.to}}


def _asked(store: Store, kind: str, record_id: str) -> bool:
    """Whether the file of a record is to be checked: a sentence of one file asks for names of others."""
    return store.only is None or store.place(kind, record_id).path in store.only


def _check_name(store: Store, problems: Problems, name: str, code: str, form: str, sentence: str) -> None:
    kind = "entities" if name in store.entities else "events"
    record = store.of_kind(kind).get(name)
    if record is None or not _asked(store, kind, name):
        return  # The check of references names one that is not there.
    grammar = Grammar.read(record.grammar.get(code, ""))
    if not (grammar.words if form == THE else grammar.gender):
        place = store.place(kind, name, *FIELD, code, key=True)
        what = phrase("form-the" if form == THE else "form-gender")
        problems.add("name-lacks-form", place, id=name, locale=code, what=what, sentence=sentence)
