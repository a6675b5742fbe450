"""From a text of the store to what a page shows: values placed and formatted, links resolved, all else escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from dalil import inline
from dalil.derive import Names, Percent, Resolved, resolve
from dalil.locales import Locale, direction_of
from dalil.messages import format_message, parse
from dalil.model.dates import Date
from dalil.model.values import Duration, Money, Value
from dalil.render.views import AssertionView
from dalil.store import LINK_KINDS, Store

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters that hold a value's place while ICU formats the text around it."""
PLACED = re.compile(f"{OPEN}(\\w+){CLOSE}")

Link = Callable[[str, str], str | None]
"""(folder, id) to the way there, or None when the record has no page."""


Assert = Callable[[str], AssertionView]
"""The id of a claim or statement to its view, with the page's citation marks."""


class Texts:
    """Shows texts in one locale."""

    def __init__(self, store: Store, locale: Locale) -> None:
        self.store = store
        self.locale = locale

    def html(
        self, text: Mapping[str, str], values: Mapping[str, Value] | None = None, link: Link | None = None
    ) -> Markup:
        """A text as HTML. Without `link`, nothing in it is linked."""
        asked = parse(text[self.locale.code]).arguments
        values = {name: value for name, value in (values or {}).items() if name in asked}
        shown = {name: self.value_html(resolve(value, self.store), link, value.show) for name, value in values.items()}
        return self.html_with(text, shown, {name: resolve(value, self.store) for name, value in values.items()}, link)

    def html_with(
        self,
        text: Mapping[str, str],
        shown: Mapping[str, Markup],
        numbers: Mapping[str, Resolved],
        link: Link | None = None,
    ) -> Markup:
        """The same with values that are HTML already; `numbers` serves where a text chooses a plural."""
        words = self._formatted(text[self.locale.code], set(shown), numbers)
        return Markup("").join(self._piece(piece, shown, link) for piece in inline.pieces(words))

    def plain(self, text: Mapping[str, str], values: Mapping[str, Value] | None = None) -> str:
        """A text without any markup."""
        return str(self.html(text, values).striptags()) if values else self._plain(text)

    def _plain(self, text: Mapping[str, str]) -> str:
        return inline.without_markup(self._formatted(text[self.locale.code], set(), {}))

    def _formatted(self, words: str, names: set[str], numbers: Mapping[str, Resolved]) -> str:
        plurals = parse(words).plurals
        arguments: dict[str, object] = {name: f"{OPEN}{name}{CLOSE}" for name in names}
        for name in plurals & set(numbers):
            number = numbers[name]
            arguments[name] = number if isinstance(number, int) else float(str(number))
        return format_message(words, self.locale.icu, arguments)

    def _piece(self, piece: inline.Piece, shown: Mapping[str, Markup], link: Link | None) -> Markup:
        if piece.kind == "text":
            return _place(piece.words, shown)
        words = _place(piece.words, {name: Markup(escape(html.striptags())) for name, html in shown.items()})
        if piece.kind == "emphasis":
            return Markup("<em>{}</em>").format(words)
        if piece.kind == "lang":
            direction = direction_of(piece.target)
            return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(piece.target, direction, words)
        return self.link(LINK_KINDS[piece.kind], piece.target, words, link)

    def link(self, kind: str, record_id: str, words: Markup, link: Link | None) -> Markup:
        """Words that lead to a record, or bare words when it has no page."""
        way = link(kind, record_id) if link else None
        name = next(word for word, folder in LINK_KINDS.items() if folder == kind)
        if way is None:
            return words
        return Markup('<a href="{}" data-{}="{}">{}</a>').format(way, name, record_id, words)

    def value_html(self, value: Resolved, link: Link | None, show: str = "full") -> Markup:
        """A value as the locale writes it."""
        if isinstance(value, Names):
            names = [self.entity(entity_id, link) for entity_id in value.ids]
            return self.join(names) if value.many else names[0]
        if isinstance(value, Date):
            return self.date_html(value, show)
        return Markup(escape(self.value_plain(value)))

    def value_plain(self, value: Resolved, show: str = "full") -> str:
        """A value in words, without markup."""
        match value:
            case Money():
                return self.locale.money(value)
            case Date():
                return self.locale.date(value, show)
            case Duration():
                return self.locale.duration(value)
            case Percent():
                return self.locale.percent(value.number)
            case Names():
                return self.locale.list([self.entity_name(entity_id) for entity_id in value.ids])
            case _:
                return self.locale.number(value)

    def date_html(self, date: Date, show: str = "full") -> Markup:
        """A date as the locale writes it, with its machine-readable form where HTML has one."""
        words = self.locale.date(date, show)
        if date.start.approximate:
            words = self.interface("date.about", date=words)
        if date.end is not None:
            return Markup(escape(words))
        return Markup('<time datetime="{}">{}</time>').format(str(date).rstrip("~"), words)

    def join(self, parts: list[Markup]) -> Markup:
        """Parts joined as the locale joins a list."""
        held = [f"{OPEN}n{number}{CLOSE}" for number in range(len(parts))]
        return _place(self.locale.list(held), {f"n{number}": part for number, part in enumerate(parts)})

    def entity_name(self, entity_id: str) -> str:
        """An entity's name in this locale."""
        entity = self.store.entities[entity_id]
        if entity.name is not None:
            return self._plain(entity.name)
        return self.locale.country(entity.code or "")

    def entity(self, entity_id: str, link: Link | None) -> Markup:
        """An entity's name, linked where it has a page."""
        return self.link("entities", entity_id, Markup(escape(self.entity_name(entity_id))), link)

    def interface(self, key: str, **arguments: object) -> str:
        """An interface string; raises KeyError when there is none of this key."""
        return format_message(self.store.interface[key].text[self.locale.code], self.locale.icu, arguments)


def _place(words: str, shown: Mapping[str, Markup]) -> Markup:
    """Escapes words and puts the values into their places."""
    return Markup(PLACED.sub(lambda match: shown[match[1]], str(escape(words))))


def foreign(words: str, language: str) -> Markup:
    """Words in a language of their own, isolated so that their direction cannot disturb the line."""
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(language, direction_of(language), words)
