"""Asks an editor for the fields of a record, on a terminal, in plain words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import click

from dalil.checks.figures import in_answers
from dalil.checks.messages import STATEMENT_ARGUMENTS
from dalil.cli.saying import language, words
from dalil.editing.answers import citation_of, split, value_of
from dalil.editing.forms import Field
from dalil.editing.naming_ids import fitting, ids_of, listed_ids
from dalil.editing.trying import problems_of_text
from dalil.model.grammar import base_of
from dalil.model.kinds import ONE
from dalil.model.locales import Locale
from dalil.problems import either, phrase
from dalil.store import Store
from dalil.text.messages import MessageError, parse
from dalil.text.near import nearest
from dalil.wording import Said, hint_of, message_of, set_apart

ALSO = {
    "sources": ("original_title", "author", "caveats", "archive"),
    "entities": ("aliases",),
    "events": ("place", "participants"),
    "claims": ("attribution",),
    "terms": ("aliases", "claims", "entity"),
}
"""Folder to the optional fields that are asked for when an editor gives none of the fields as options."""
FIRST = {"sources": ("url",), "entities": ("kind", "code")}
"""Folder to the fields that are asked for before the others: they may end the matter."""


class Asker:
    """Asks for the fields of one new record; answers stand as they will in the file."""

    def __init__(self, store: Store, kind: str) -> None:
        self.store = store
        self.kind = kind

    def order(self, fields: Iterable[Field]) -> list[Field]:
        """The fields in the order in which they are asked for."""
        first = FIRST.get(self.kind, ())
        return sorted(fields, key=lambda field: first.index(field.name) if field.name in first else len(first))

    def wants(self, field: Field, given: Mapping[str, Any], *, all_of_them: bool) -> bool:
        """Whether a field is asked for, going by what was answered before."""
        if self.kind == "entities" and field.name in ("name", "code"):
            return (given.get("kind") == "country") == (field.name == "code")
        if field.name == "caveat":
            return bool(given.get("caveats"))
        if field.name == "values":
            return bool(self._placed(given))
        if field.name == "literals":
            return in_answers({name: given.get(name) for name in ("name", "title")})
        if self.kind == "statements" and field.name in STATEMENT_ARGUMENTS - {"subject"}:
            return field.name in self._placed_by_role(str(given.get("role") or ""))
        return field.required or (all_of_them and field.name in ALSO.get(self.kind, ()))

    def ask(self, field: Field, given: Mapping[str, Any]) -> Any:
        """The answer, or None when an optional field is passed over."""
        self._head(field)
        match field.shape:
            case "text":
                return self._text(field, name=field.name)
            case "words by language":
                return self._by_language()
            case "many":
                return self._several(field)
            case "yaml items":
                return self._citations(needed=field.required) if field.name == "citations" else self._versions(field)
            case "yaml entries":
                return {name: self._value(f"{{{name}}}") for name in self._placed(given)}
            case "yaml":
                return self._value("value")
            case _:
                return self._one(field)

    def _head(self, field: Field) -> None:
        name = Said(click.style(_apart(field.name.replace("_", " ").capitalize()), bold=True))
        key = "ask-head" if field.required else "ask-head-optional"
        click.echo(f"\n{words(key, field=name, description=Said(_apart(field.description)))}")
        for word, meaning in (field.choices or {}).items():
            click.echo(f"  {_apart(f'{word:16} {meaning}')}")

    def _one(self, field: Field) -> str | None:
        default = field.default() if field.default else ""
        line = self._line(
            f"  {_apart(field.name)}",
            self._check_of(field),
            self._candidates(field),
            default,
            field.required,
            field.folders,
        )
        return self._meant(line, field) or None

    def _several(self, field: Field) -> list[str] | None:
        check, candidates = self._check_of(field, each=True), self._candidates(field)
        found: list[str] = []
        while True:
            needed = field.required and not found
            label = f"  {words('ask-several', field=field.name)}"
            line = self._line(label, self._all(field, check), candidates, "", needed, field.folders)
            if not line:
                return found or None
            found += [word for word in self._parts(field, line) if word not in found]

    def _all(self, field: Field, check: Callable[[str], str]) -> Callable[[str], str]:
        """What is wrong with several answers on one line, or with one that has spaces in it, such as a name."""
        return lambda line: "" if field.folders and not check(line) else _each(check)(line)

    def _parts(self, field: Field, line: str) -> list[str]:
        """The ids that a line means: one by its whole name, or several with commas or spaces between them."""
        whole = ids_of(self.store, field.folders, self._candidates(field), line) if field.folders else []
        return whole if len(whole) == 1 else [self._meant(word, field) for word in split(line)]

    def _meant(self, answer: str, field: Field) -> str:
        """The id that an answer means, if it is the name of one record."""
        found = ids_of(self.store, field.folders, self._candidates(field), answer) if field.folders and answer else []
        return found[0] if len(found) == 1 else answer

    def _text(self, field: Field, indent: str = "  ", name: str = "") -> dict[str, str] | None:
        found: dict[str, str] = {}
        for code in self.store.written:
            needed = field.required or bool(found)
            spoken = Said(Locale(language()).language(code))
            label = f"{indent}{words('ask-text', language=spoken, code=code)}"
            line = self._line(label, self._fault_of_text(name, code), (), "", needed)
            if not line:
                return None
            found[code] = line
        return found

    def _by_language(self) -> dict[str, list[str]] | None:
        found: dict[str, list[str]] = {}
        while line := self._line(f"  {words('ask-names')}", _named, (), "", False):
            code, _, name = line.partition("=")
            found.setdefault(code.strip(), []).append(name.strip())
        return found or None

    def _citations(self, *, needed: bool) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        sources = self.store.sources
        while True:
            check = self._known(("sources",), sources)
            source = self._line(f"  {words('ask-source')}", check, sources, "", needed and not found, ("sources",))
            if not source:
                return found
            source = next(iter(ids_of(self.store, ("sources",), sources, source)), source)
            place = self._line(f"  {words('ask-where')}", _fault_of_place, (), "", True)
            stances = ("supports", "disputes", "mentions")
            stance = self._line(f"  {words('ask-stance')}", _among(stances), stances, "supports", True)
            found.append(citation_of(source, place, stance)[0])

    def _versions(self, field: Field) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while len(found) < 2 or click.confirm(f"  {words('ask-more')}", default=False):
            click.echo(f"  {words('ask-version', n=len(found) + 1)}")
            label = self._text(Field("label", "text", "", True), "    ")
            check = _each(self._known(("claims",), self.store.claims))
            line = self._line(f"    {words('ask-claims')}", check, self.store.claims, "", True, ("claims",))
            found.append({"label": label, "claims": split(line)})
        return found

    def _value(self, label: str) -> dict[str, Any]:
        known = [*self.store.events, *self.store.entities]
        question = f"  {words('ask-value', label=label, sample='{count: …}')}"
        line = self._line(question, lambda text: value_of(text, self.store, language())[1], known, "", True)
        return value_of(line, self.store)[0]

    def _placed(self, given: Mapping[str, Any]) -> list[str]:
        """What the texts given so far place, in their order."""
        found: dict[str, None] = {}
        for name in ("text", "question", "conclusion", "reason"):
            texts = given.get(name) if self.kind in ("claims", "disputes") else None
            for text in texts.values() if isinstance(texts, Mapping) else ():
                with contextlib.suppress(MessageError):
                    wanted = parse(text).arguments
                    found |= dict.fromkeys(name for name in re.findall(r"\{\s*(\w+)", text) if name in wanted)
        return list(found)

    def _placed_by_role(self, role: str) -> set[str]:
        record = self.store.roles.get(role)
        found: set[str] = set()
        for text in record.sentence.values() if record else ():
            with contextlib.suppress(MessageError):
                found |= {base_of(name) for name in parse(text).arguments}
        return found

    def _fault_of_text(self, name: str, code: str) -> Callable[[str], str]:
        """Asks of a text what the check will ask of it: better here than when all is answered."""

        def fault(text: str) -> str:
            found = problems_of_text(self.store, self.kind, name, code, text)
            spoken = language()
            return "\n  ".join(f"{message_of(one, spoken)}. {hint_of(one, spoken)}".strip() for one in found)

        return fault

    def _candidates(self, field: Field) -> Collection[str]:
        if field.choices:
            return list(field.choices)
        return fitting(self.store, self.kind, field.name, field.folders)

    def _check_of(self, field: Field, *, each: bool = False) -> Callable[[str], str]:
        if field.folders:
            return self._known(field.folders, self._candidates(field))
        if field.choices:
            return _among(list(field.choices))
        return lambda text: field.fault([text] if each else text, language())

    def _known(self, folders: tuple[str, ...], candidates: Collection[str]) -> Callable[[str], str]:
        def fault(text: str) -> str:
            found = ids_of(self.store, folders, candidates, text)
            if len(found) == 1:
                return ""
            if found:
                return words("answer-several", name=text, ids=tuple(found))
            if text in self.store.entities and "entities" in folders:
                return words("answer-kind", id=text, found=phrase(f"a-kind-{self.store.entities[text].kind}"))
            if any(text in self.store.loaded.broken[folder] for folder in folders):
                return ""
            near = next((near for folder in folders if (near := self.store.nearest(folder, text))), "")
            what = either(*(phrase(ONE[folder]) for folder in folders))
            near_or_not = words("answer-unknown-near", what=what, id=text, nearest=near)
            return near_or_not if near else words("answer-unknown", what=what, id=text)

        return fault

    def _line(
        self,
        label: str,
        fault: Callable[[str], str],
        candidates: Collection[str],
        default: str,
        needed: bool,
        folders: tuple[str, ...] = (),
    ) -> str:
        """One line that has no fault; an empty one where none is needed. `?` lists what may stand there."""
        while True:
            with completing(candidates):
                line = str(click.prompt(label, default=default, show_default=bool(default))).strip()
            if line.startswith("?") and folders:
                rows = listed_ids(self.store, folders, candidates, line[1:].strip())
                for record_id, names in rows:
                    click.echo(f"  {_apart(record_id)}  {_apart(names)}")
                if not rows:
                    click.echo(f"  {words('answer-none', words=line[1:].strip())}")
            elif line == "?" and candidates:
                click.echo("  " + ", ".join(candidates))
            elif not line and not needed:
                return ""
            elif said := fault(line) if line else words("answer-needed"):
                click.echo(f"  {said[:1].upper()}{said[1:]}")
            else:
                return line


def _among(known: Collection[str]) -> Callable[[str], str]:
    def fault(text: str) -> str:
        if text in known:
            return ""
        near = nearest(text, known)
        if near:
            return words("answer-among-near", words=tuple(known), nearest=near)
        return words("answer-among", words=tuple(known))

    return fault


def _apart(text: str) -> str:
    return set_apart(text, language())


def _fault_of_place(text: str) -> str:
    return citation_of("a", text, "supports", language())[1]


def _each(fault: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: next((said for word in split(text) if (said := fault(word))), "")


def _named(text: str) -> str:
    return "" if re.fullmatch(r"[a-z]{2,3}(-\w+)*\s*=\s*\S.*", text) else words("answer-name")


@contextlib.contextmanager
def completing(known: Collection[str]) -> Iterator[None]:
    """Lets the Tab key complete one of some words, where the terminal can."""
    try:
        import readline
    except ImportError:
        yield
        return
    before, delimiters = readline.get_completer(), readline.get_completer_delims()

    def complete(text: str, number: int) -> str | None:
        found = [word for word in sorted(known) if word.startswith(text)]
        return found[number] if number < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" ,\t\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
