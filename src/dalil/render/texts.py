"""From a text of the store to what a page shows: values placed and formatted, links resolved, all else escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from dalil.model.dates import Date
from dalil.model.grammar import FIELD, Grammar
from dalil.model.locales import Locale, direction_of
from dalil.model.texts import Stale
from dalil.model.values import Duration, Money, Value
from dalil.render.alphabet import sort_key
from dalil.render.views import AssertionView
from dalil.store import LINK_KINDS, Store
from dalil.store.derive import Names, Percent, Resolved, resolve
from dalil.text import inline
from dalil.text.markup import element, placed
from dalil.text.messages import SHOWN, format_message, parse
from dalil.translation.standing import Standing
from dalil.translation.units import units_of

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters that hold a value's place while ICU formats the text around it."""
HOLDERS = re.compile(f"[{OPEN}{CLOSE}]")
PLACED = re.compile(f"{OPEN}(\\w+){CLOSE}")

BEHIND = "\u21bb"
"""The sign of a translation whose original has changed since."""
MARKED = ("claim", "source")
"""Kinds whose `data-` attributes say that a claim stands here with its marks; a link in a text only leads to one."""
Link = Callable[[str, str], str | None]
"""(folder, id) to the way there, or None when the record has no page."""


Assert = Callable[[str], AssertionView]
"""The id of a claim or statement to its view, with the page's citation marks."""


@dataclass(frozen=True)
class Label:
    """What a translator's preview says of a text."""

    key: str
    state: str
    source: str
    """The text from which it is translated."""


@dataclass
class Met:
    """Which texts a page asked for, so that it can say how much of it is translated."""

    texts: dict[int, bool] = field(default_factory=dict)
    """Each text, by its identity, to whether the locale has it."""
    originals: int = 0
    """How many originals the page shows on request."""

    @property
    def share(self) -> int:
        """Percent of the texts that the locale has."""
        return 100 * sum(self.texts.values()) // len(self.texts) if self.texts else 100


PARAGRAPHS = escape("\n\n")
"""What parts the paragraphs of a note."""


class InterfaceMissing(KeyError):
    """A site has no interface string of a key; its argument is the key."""


class Texts:
    """Shows texts in one locale, and those that it lacks in the locales that stand in for it."""

    def __init__(self, store: Store, locale: Locale) -> None:
        self.store = store
        self.locale = locale
        self.fallbacks: Sequence[Texts] = ()
        """The locales that stand in, the nearest first. Each may lean on others in its turn, even on this one."""
        self.met = Met()
        """The texts that were asked for of late."""
        self.labels: Mapping[int, Label] = {}
        """Each text, by its identity, to what a translator's preview says of it."""

    def html(
        self, text: Mapping[str, str], values: Mapping[str, Value] | None = None, link: Link | None = None
    ) -> Markup:
        """A text as HTML. Without `link`, nothing in it is linked."""
        owner = self._owner(text)
        return self._marked(owner, text, owner._html(text, values or {}, link))

    def html_with(
        self,
        text: Mapping[str, str],
        shown: Callable[[Texts], Mapping[str, Markup]],
        link: Link | None = None,
    ) -> Markup:
        """The same with values that are HTML already, as the locale that has the text writes them."""
        owner = self._owner(text)
        return self._marked(owner, text, owner._pieces(text, shown(owner), {}, link))

    def told(
        self, text: Mapping[str, str], values: Mapping[str, Value] | None = None, link: Link | None = None
    ) -> Markup:
        """A text as HTML; if it is behind its original, with a button that shows what the original says today."""
        return self.html(text, values, link) + self.original(text, lambda owner: owner._html(text, values or {}, None))

    def original(self, text: Mapping[str, str], html_of: Callable[[Texts], Markup]) -> Markup:
        """The button, and the original that it shows; nothing for a text that is up to date."""
        if not isinstance(text[self.owner(text).locale.code], Stale):
            return escape("")
        owner = next(one for one in self.fallbacks if type(text.get(one.locale.code)) is str)
        self.met.originals += 1
        return _popover(
            f"original-{self.met.originals}",
            self.interface("stale.mark"),
            self.interface("stale.head", language=self.locale.language(owner.locale.code)),
            element("span", {"lang": owner.locale.code, "dir": owner.locale.direction}, html_of(owner)),
        )

    def plain(self, text: Mapping[str, str], values: Mapping[str, Value] | None = None) -> str:
        """A text without any markup."""
        owner = self._owner(text)
        words = str(owner._html(text, values, None).striptags()) if values else owner._plain(text)
        return self._isolated(owner, words)

    def owner(self, text: Mapping[str, str]) -> Texts:
        """The locale that has a text: this one, or the nearest that stands in for it; raises KeyError."""
        for one in (self, *self.fallbacks):
            if one.locale.code in text:
                return one
        raise KeyError(self.locale.code)

    def _owner(self, text: Mapping[str, str]) -> Texts:
        owner = self.owner(text)
        self.met.texts[id(text)] = owner is self
        return owner

    def _marked(self, owner: Texts, text: Mapping[str, str], html: Markup) -> Markup:
        """Words with what a reader's program must know of them: their language, or that they are behind.

        A note has paragraphs, and no element within a line may reach from one into the next.
        """
        return PARAGRAPHS.join(self._framed(owner, text, part) for part in html.split(PARAGRAPHS))

    def _framed(self, owner: Texts, text: Mapping[str, str], html: Markup) -> Markup:
        if isinstance(text[owner.locale.code], Stale):
            html = element("span", {"data-stale": True}, html)
        if owner is not self:
            spoken = {"lang": owner.locale.code, "dir": owner.locale.direction}
            html = element("span", {**spoken, "data-fallback": True}, html)
        if label := self.labels.get(id(text)):
            shown = {"data-text": label.key, "data-state": label.state, "data-source-text": label.source}
            html = element("span", shown, html)
        return html

    def _isolated(self, owner: Texts, words: str) -> str:
        """Words of a fallback that runs the other way, isolated (UAX 9) where no element can say so."""
        return words if owner.locale.direction == self.locale.direction else f"\u2068{words}\u2069"

    def _html(self, text: Mapping[str, str], values: Mapping[str, Value], link: Link | None) -> Markup:
        asked = parse(text[self.locale.code]).arguments
        resolved = {name: resolve(value, self.store) for name, value in values.items() if name in asked}
        shown = {name: self.value_html(value, link, values[name].show) for name, value in resolved.items()}
        return self._pieces(text, shown, resolved, link)

    def _pieces(
        self,
        text: Mapping[str, str],
        shown: Mapping[str, Markup],
        numbers: Mapping[str, Resolved],
        link: Link | None,
    ) -> Markup:
        """The runs of a text, joined; `numbers` serves where it chooses a plural."""
        words = self._formatted(text[self.locale.code], shown, numbers)
        return escape("").join(self._piece(piece, shown, link) for piece in inline.pieces(words))

    def _plain(self, text: Mapping[str, str]) -> str:
        return inline.without_markup(self._formatted(text[self.locale.code], {}, {}))

    def _formatted(self, words: str, shown: Mapping[str, Markup], numbers: Mapping[str, Resolved]) -> str:
        if OPEN in words or CLOSE in words:  # Whatever got past the gate, no text holds the place of a value itself.
            words = HOLDERS.sub("\ufffd", words)
        message = parse(words)
        arguments: dict[str, object] = {name: f"{OPEN}{name}{CLOSE}" for name in shown}
        arguments |= {name: str(shown[name]) for name in message.selects & set(shown)}
        for name in message.plurals & set(numbers):
            arguments[name] = numbers[name]
            arguments[f"{SHOWN}{name}"] = f"{OPEN}{name}{CLOSE}"
        return format_message(message.spelt, self.locale.icu, arguments)

    def _piece(self, piece: inline.Piece, shown: Mapping[str, Markup], link: Link | None) -> Markup:
        if piece.kind == "text":
            return _place(piece.words, shown)
        words = _place(piece.words, {name: escape(html.striptags()) for name, html in shown.items()})
        if piece.kind == "emphasis":
            return element("em", {}, words)
        if piece.kind == "lang":
            return foreign(words, piece.target)
        return self.link(LINK_KINDS[piece.kind], piece.target, words, link)

    def link(self, kind: str, record_id: str, words: Markup, link: Link | None) -> Markup:
        """Words that lead to a record, or bare words when it has no page."""
        way = link(kind, record_id) if link else None
        name = next(word for word, folder in LINK_KINDS.items() if folder == kind)
        name = f"link-{name}" if name in MARKED else name
        if way is None:
            return words
        return element("a", {"href": way, f"data-{name}": record_id}, words)

    def value_html(self, value: Resolved, link: Link | None, show: str = "full") -> Markup:
        """A value as the locale writes it."""
        if isinstance(value, Names):
            return (
                self.join([self._in_list(one, link) for one in self._ordered(value)])
                if value.many
                else self.entity(value.ids[0], link)
            )
        if isinstance(value, Date):
            return self.date_html(value, show)
        return escape(self.value_plain(value))

    def value_plain(self, value: Resolved, show: str = "full") -> str:
        """A value in words, without markup."""
        match value:
            case Money():
                amount = self.locale.money(value)
                key = "money.scaled" if amount.scaled else "money.unit"
                return self.interface(key, number=amount.number, currency=amount.currency)
            case Date():
                return self.date_plain(value, show)
            case Duration():
                return self.locale.duration(value)
            case Percent():
                words = self.locale.percent(value.number)
                return self.interface("percent.about", share=words) if value.rounded else words
            case Names():
                if not value.many:
                    return self.entity_name(value.ids[0])
                return self.locale.list([str(self._in_list(one, None).striptags()) for one in self._ordered(value)])
            case _:
                return self.locale.number(value)

    def date_html(self, date: Date, show: str = "full") -> Markup:
        """A date as the locale writes it, with its machine-readable form where HTML has one."""
        words = self.date_plain(date, show)
        if date.end is not None:
            return escape(words)
        return element("time", {"datetime": str(date).rstrip("~")}, words)

    def date_plain(self, date: Date, show: str = "full") -> str:
        """A date in words, which say of it, or of an end of it, that it is not exact."""
        ends = (date.start,) if date.end is None else (date.start, date.end)
        exact = [not end.approximate for end in ends]
        if all(exact):
            return self.locale.date(date, show)
        if not any(exact) and len(set(ends)) == 1:
            return self.interface("date.about", date=self.locale.date(date, show))
        words = [self.locale.date(Date(end), show) for end in ends]
        return " – ".join(
            word if is_exact else self.interface("date.about", date=word)
            for word, is_exact in zip(words, exact, strict=True)
        )

    def join(self, parts: list[Markup]) -> Markup:
        """Parts joined as the locale joins a list."""
        held = [f"{OPEN}n{number}{CLOSE}" for number in range(len(parts))]
        return _place(self.locale.list(held), {f"n{number}": part for number, part in enumerate(parts)})

    def entity_name(self, entity_id: str) -> str:
        """An entity's name in this locale."""
        name = self.store.entities[entity_id].name
        return self.plain(name) if name is not None else self._country(entity_id)

    def entity(self, entity_id: str, link: Link | None) -> Markup:
        """An entity's name, linked where it has a page."""
        name = self.store.entities[entity_id].name
        if name is None:
            words = escape(self._country(entity_id))
        else:
            owner = self._owner(name)
            words = self._marked(owner, name, escape(owner._plain(name)))
        return self.link("entities", entity_id, words, link)

    def _ordered(self, names: Names) -> Sequence[str]:
        return names.ids if names.ordered else sorted(names.ids, key=lambda one: sort_key(self.entity_name(one)))

    def _in_list(self, entity_id: str, link: Link | None) -> Markup:
        """An entity's name as it stands in a sentence: with its article, where the language says one."""
        words = Grammar.read(self.store.entities[entity_id].grammar.get(self.locale.code, "")).words
        return self.link("entities", entity_id, escape(words), link) if words else self.entity(entity_id, link)

    def _country(self, entity_id: str) -> str:
        return self.locale.country(self.store.entities[entity_id].code or "")

    def interface(self, key: str, **arguments: object) -> str:
        """An interface string; raises InterfaceMissing when there is none of this key."""
        if key not in self.store.interface:
            raise InterfaceMissing(key)
        text = self.store.interface[key].text
        owner = self.owner(text)
        return self._isolated(owner, format_message(text[owner.locale.code], owner.locale.icu, arguments))


def _place(words: str, shown: Mapping[str, Markup]) -> Markup:
    """Escapes words and puts the values into their places."""
    return placed(PLACED, words, shown)


def foreign(words: str, language: str) -> Markup:
    """Words in a language of their own, isolated so that their direction cannot disturb the line."""
    return element("bdi", {"lang": language, "dir": direction_of(language)}, words)


def _popover(name: str, label: str, head: str, original: Markup) -> Markup:
    """A button that shows an original, without a script; a browser that knows no popovers shows it in the line."""
    button = {"type": "button", "class": "stale-mark", "popovertarget": name, "title": label, "aria-label": label}
    shown = {"class": "original", "popover": True, "id": name, "data-editorial": "original"}
    sign = element("span", {"aria-hidden": "true"}, BEHIND)
    return element("button", button, sign) + element("span", shown, element("b", {}, head), " ", original)


def labels_of(store: Store, standing: Standing) -> dict[int, Label]:
    """What a translator's preview says of each text of a locale."""
    source = store.site.source_of(standing.locale)
    return {
        id(unit.text): Label(unit.key, standing.states[unit.key], unit.text.get(source, ""))
        for unit in units_of(store)
        if unit.path != FIELD
    }
