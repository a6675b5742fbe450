"""The impact report in Markdown: short at the top, details folded, for the comment of a pull request.

Every name and word of the store is put into `Markdown`, which escapes it: see `dalil.wording.formats.inert`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dalil.desk.impact.blocks import LONG, NAME, alert, coded, cut, folded, sentence, together, unwrapped
from dalil.desk.impact.compare import AssertionChange, Impact, OneSided, RecordChange
from dalil.desk.impact.drawn import Lack
from dalil.desk.impact.history import Base, Changed
from dalil.desk.impact.order import Follows
from dalil.desk.impact.pages import PageChange
from dalil.desk.impact.phrases import phrase
from dalil.desk.impact.resting import RestingChange, Shift
from dalil.desk.impact.snapshot import Cited, Key, Localised
from dalil.desk.impact.taken_back import TakenBack, noticed, standing_again, vanished, withdrawn
from dalil.wording.formats.inert import Markdown, element, row

MARKER = Markdown("<!-- dalil impact -->")
"""The first line, by which a workflow finds the comment that it made before."""
LIMIT = 60_000
"""Characters; GitHub takes 65,536 in a comment."""
CELL = 400
"""Characters of a field's value."""
NAMED = 12
"""Pages or records that are named in a line before the rest is counted."""
CLOSING = 300
"""Characters that are kept for the last line."""


class Report:
    """Writes an impact in one language."""

    def __init__(self, impact: Impact, base: Base, language: str) -> None:
        self._impact = impact
        self._base = base
        self._language = language

    def markdown(self, limit: int = LIMIT) -> Markdown:
        """The whole report; sections for which there is no room within `limit` characters are named instead."""
        title = Markdown("## {}").format(self._say("title"))
        parts, left = [MARKER, title], []
        room = limit - len(MARKER) - len(title) - CLOSING
        top = ((self._say("title"), part) for part in self._top())
        for name, part in (*top, *self._sections()):
            if (size := len(part) + 2) <= room:
                parts.append(part)
                room -= size
            else:
                left.append(name)
        if left:
            named = self._say("cut", n=len(left), names=self._some(left))
            parts.append(named if len(named) <= room else self._say("cut", n=len(left), names="…"))
        return Markdown("\n\n").join(parts) + Markdown("\n")

    def _say(self, key: str, /, **arguments: object) -> Markdown:
        return phrase(self._language, key, **arguments)

    def _top(self) -> Iterator[Markdown]:
        impact, base = self._impact, self._base
        name = coded(base.name)
        if base.head:
            yield self._say("of.commit", head=coded(base.head[:10]))
        yield self._say("since.fork" if base.fork else "since.commit", base=name, commit=coded(base.commit[:10]))
        if base.shallow and not base.fork:
            yield alert("NOTE", self._say("shallow", base=name))
        for side, number in (("base", impact.base_problems), ("head", impact.head_problems)):
            if number:
                yield alert("WARNING", self._say(f"{side}.unsound", n=number))
        yield from self._taken_back()
        yield from self._code(name)
        yield from self._gone()
        if impact:
            rows = [row([self._say(name), words]) for name, words in self._totals() if words]
            yield Markdown("\n").join([Markdown("| | |\n| --- | --- |"), *rows])
        else:
            yield self._say("nothing" if impact.sound else "nothing.known")
        yield from self._asked()
        yield from self._beside()

    def _taken_back(self) -> Iterator[Markdown]:
        """What readers were told and are not any more: it comes before all else."""
        impact = self._impact
        for key, some in (
            ("withdrawn", withdrawn(impact, self._language)),
            ("noticed", noticed(impact, self._language)),
        ):
            if some:
                items = [self._back(one) for one in some[:NAMED]]
                yield self._list("CAUTION", self._say(key, n=len(some)), items, len(some))
        for key, kind, records in (
            ("vanished", "WARNING", vanished(impact)),
            ("standing.again", "IMPORTANT", standing_again(impact)),
        ):
            if records:
                named = [Markdown("{} · {}").format(coded(one.key[1]), self._line(one.key)) for one in records[:NAMED]]
                yield self._list(kind, self._say(key, n=len(records)), named, len(records))

    def _back(self, one: TakenBack) -> Markdown:
        key = one.record.key
        said = self._say(f"back.{one.state}" if key[0] == "sources" else "back.withdrawn", date=cut(one.date, NAME))
        parts = [coded(key[1]), said, cut(one.words, CELL)]
        if one.replaced_by:
            parts.append(self._say("back.replaced", id=coded(one.replaced_by)))
        return Markdown(" · ").join([*parts, self._line(key)])

    def _code(self, base: Markdown) -> Iterator[Markdown]:
        """That the code of the two states differs, and what was not looked at for it."""
        impact = self._impact
        if impact.code:
            files = self._some([coded(path) for path in impact.code])
            yield alert("CAUTION", self._say("code", files=files, base=base))
        if impact.lacking:
            names = self._some([coded(one) for one in impact.lacking])
            yield alert("WARNING", self._say("lacking", n=len(impact.lacking), names=names, base=base))

    def _gone(self) -> Iterator[Markdown]:
        """Addresses that readers saved, and that lead nowhere from now on."""
        if gone := self._gone_addresses():
            items = [Markdown("{} ({})").format(coded(f"/{one}"), self._some(gone[one])) for one in list(gone)[:NAMED]]
            yield self._list("WARNING", self._say("addresses.gone", n=len(gone)), items, len(gone))

    def _gone_addresses(self) -> dict[str, list[Markdown]]:
        """Each address that goes, with the languages in which it does."""
        gone: dict[str, list[Markdown]] = {}
        for locale, places in self._impact.addresses.items():
            for address in places.gone:
                gone.setdefault(address, []).append(Markdown.escape(locale))
        return gone

    def _asked(self) -> Iterator[Markdown]:
        """What is asked of the editor: notes, the other language, translations."""
        impact = self._impact
        if noteless := [one for one in impact.assertions if one.note_missing]:
            items = [Markdown("{} · {}").format(coded(one.key[1]), self._line(one.key)) for one in noteless[:NAMED]]
            yield self._list("IMPORTANT", self._say("note.missing", n=len(noteless)), items, len(noteless))
        if sides := impact.one_sided:
            items = [self._side(one) for one in sides[:NAMED]]
            yield self._list("WARNING", self._say("one-sided", n=len(sides)), items, len(sides))
        if drawn := impact.drawn:
            items = [self._lack(one) for one in drawn[:NAMED]]
            yield self._list("IMPORTANT", self._say("drawn", n=len(drawn)), items, len(drawn))
        if order := impact.order:
            items = [self._follows(one) for one in order[:NAMED]]
            yield self._list("NOTE", self._say("order", n=len(order)), items, len(order))
        for name, some in self._resting():
            items = [self._rests(one) for one in some[:NAMED]]
            kind = "NOTE" if name == "resting.confirmed" else "IMPORTANT"
            yield self._list(kind, self._say(name, n=len(some)), items, len(some))
        for locale, keys in impact.stale.items():
            items = [coded(key) for key in keys[:NAMED]]
            yield self._list("NOTE", self._say("stale", n=len(keys), code=coded(locale)), items, len(keys))

    def _lack(self, one: Lack) -> Markdown:
        said = [self._say("drawn.one", picture=coded(one.key[1]), id=coded(one.id)), self._line(one.key)]
        if one.write:
            said.insert(1, self._say("drawn.write", line=coded(one.write)))
        return Markdown(" · ").join(said)

    def _follows(self, one: Follows) -> Markdown:
        sides = {"before": one.before, "after": one.after}
        named = {name: coded(each) if each else self._say("order.first") for name, each in sides.items()}
        said = self._say("order.one", id=coded(one.id), page=coded(one.page), **named)
        words = self._say("quoted", words=cut(unwrapped(self._words(one.words)), CELL))
        return Markdown(" · ").join([said, words, self._line(one.key)])

    def _words(self, words: Mapping[str, str]) -> str:
        return words.get(self._language) or next(iter(words.values()), "")

    def _resting(self) -> Iterator[tuple[str, list[RestingChange]]]:
        """The sentences that rest on what has moved: those that wait for somebody's word, and those that have it."""
        for name, confirmed in (("resting", False), ("resting.confirmed", True)):
            if some := [one for one in self._impact.resting if one.confirmed is confirmed]:
                yield name, some

    def _rests(self, one: RestingChange) -> Markdown:
        words = self._words(one.words)
        shifts = self._join(self._shift(shift) for shift in one.shifts)
        said = [coded(one.text), *([self._say("quoted", words=cut(unwrapped(words), CELL))] if words else [])]
        return Markdown("{}: {} · {}").format(Markdown(" ").join(said), shifts, self._line(one.key))

    def _shift(self, shift: Shift) -> Markdown:
        if shift.listed:
            signs = [*(f"+ {one}" for one in shift.after), *(f"− {one}" for one in shift.before)]
            return Markdown("{} {}").format(coded(shift.name), self._join(coded(sign) for sign in signs))
        before, after = (self._join(cut(one, LONG) for one in some) for some in (shift.before, shift.after))
        none = self._say("none")
        return self._say("value", name=coded(shift.name), before=before or none, after=after or none)

    def _beside(self) -> Iterator[Markdown]:
        """Files of which the rest says nothing, by which a change could hide what it does."""
        for key, kind, some in (
            ("left", "WARNING", self._impact.unread),
            ("files", "IMPORTANT", self._impact.unexplained),
        ):
            if some:
                items = [self._file(one) for one in some[:NAMED]]
                yield self._list(kind, self._say(key, n=len(some)), items, len(some))

    def _file(self, one: Changed) -> Markdown:
        return self._say(f"left.{one.left}" if one.left else f"file.{one.change}", path=coded(one.path))

    def _list(self, kind: str, said: Markdown, items: Sequence[Markdown], number: int) -> Markdown:
        """An alert with a list; what is more than the list holds is counted."""
        more = [self._say("and.more", n=number - len(items))] if number > len(items) else []
        return alert(kind, said, *(Markdown("- {}").format(item) for item in [*items, *more]))

    def _some(self, names: Sequence[Markdown]) -> Markdown:
        """The first of some names, and how many there are more."""
        more = [self._say("and.more", n=len(names) - NAMED)] if len(names) > NAMED else []
        return self._join([*names[:NAMED], *more])

    def _totals(self) -> Iterator[tuple[str, Markdown]]:
        impact = self._impact
        said = impact.assertions
        yield "claims", self._counts(Counter(one.change for one in said))
        others = [one for one in impact.records if one.key[0] not in ("claims", "statements") or not said]
        yield "records", self._counts(Counter(one.change for one in others))
        statuses = [one for one in said if all(one.status) and one.status[0] != one.status[1]]
        yield "statuses", self._counts(Counter(shifted=len(statuses)))
        gained, lost = (sum(len(getattr(one, side)) for one in said) for side in ("gained", "lost"))
        yield "citations", self._counts(Counter(gained=gained, lost=lost))
        moved = [value for one in said for value in one.moved]
        derived = sum(value.derived for value in moved)
        yield "values", self._counts(Counter(shifted=len(moved), derived=derived))
        pages = {locale: len(some) for locale, some in impact.pages.items() if some}
        yield "pages", self._join(Markdown("{}: {}").format(locale, number) for locale, number in pages.items())
        new, gone, away = (
            sum(len(getattr(one, name)) for one in impact.addresses.values()) for name in ("new", "gone", "moved")
        )
        yield "addresses", self._counts(Counter(added=new, removed=gone, moved=away))

    def _counts(self, counts: Counter[str]) -> Markdown:
        names = ("added", "changed", "renamed", "removed", "moved", "shifted", "gained", "lost", "derived")
        return self._join(self._say(name, n=counts[name]) for name in names if counts[name])

    def _join(self, parts: Iterable[str]) -> Markdown:
        return self._say("list").join(parts)

    def _sections(self) -> Iterator[tuple[Markdown, Markdown]]:
        """(name, folded text) of each part, the most telling first."""
        impact = self._impact
        order = {"removed": 0, "changed": 1, "renamed": 2, "added": 3}
        for one in sorted(impact.assertions, key=lambda one: (not one.own, order[one.change])):
            yield coded(one.key[1]), self._assertion(one)
        for name, some_resting in self._resting():
            title = self._say(name, n=len(some_resting))
            for part_of_resting in together(some_resting) if len(some_resting) > NAMED else ():
                lines = Markdown("\n").join(Markdown("- {}").format(self._rests(one)) for one in part_of_resting)
                yield title, folded(title, lines)
        shown = {one.key for one in impact.assertions}
        rest = [one for one in impact.records if one.key not in shown]
        for some in together(rest):
            records = Markdown("\n\n").join(self._record(one) for one in some)
            yield self._say("fields"), folded(self._say("fields"), records)
        for locale, pages in impact.pages.items():
            title = Markdown("{} ({}: {})").format(self._say("pages"), locale, len(pages))
            for part in together(pages):
                lines = Markdown("\n").join(Markdown("- {}").format(self._page(page, locale)) for page in part)
                yield title, folded(title, lines)
        for locale, places in impact.addresses.items():
            lists: dict[str, list[Markdown]] = {
                # The top of the report names them, unless they are too many.
                "gone": [coded(f"/{one}") for one in places.gone] if len(self._gone_addresses()) > NAMED else [],
                "moved": [Markdown("{} → {}").format(coded(f"/{old}"), coded(f"/{new}")) for old, new in places.moved],
                "new": [coded(f"/{address}") for address in places.new],
            }
            for name, some_places in lists.items():
                title = Markdown("{} ({}): {}").format(self._say("addresses"), locale, self._say(f"address.{name}"))
                for part_of_places in together(some_places):
                    lines = Markdown("\n").join(Markdown("- {}").format(place) for place in part_of_places)
                    yield title, folded(title, lines)

    def _assertion(self, one: AssertionChange) -> Markdown:
        kind = self._say(f"kind.{one.change}", former=element(cut(one.former or "", NAME)))
        lines = [sentence(locale, one.before, one.after) for locale in self._impact.locales]
        facts = Markdown("\n").join(Markdown("- {}").format(fact) for fact in self._facts(one))
        body = Markdown("\n\n").join([*lines, *([facts] if facts else []), self._line(one.key)])
        return folded(Markdown("{} · {}").format(element(cut(one.key[1], NAME)), kind), body)

    def _facts(self, one: AssertionChange) -> Iterator[Markdown]:
        if not one.own:
            yield self._say("follows")
        if one.status[0] != one.status[1] and all(one.status):
            yield self._say("status", before=one.status[0], after=one.status[1])
        for value in one.moved:
            key = "value.derived" if value.derived else "value"
            before, after = (self._value(words) for words in (value.before, value.after))
            yield self._say(key, name=coded(value.name), before=before, after=after)
        for key, some in (("new.citation", one.gained), ("lost.citation", one.lost)):
            for cited in some:
                yield Markdown("{} {}").format(self._say(key), self._citation(cited))
        for locale, pages in one.pages.items():
            if pages:
                named = self._some([coded(f"/{address}") for address in pages])
                yield Markdown("{}: {}").format(locale, self._say("shown.on", n=len(pages), pages=named))

    def _value(self, words: Localised) -> Markdown:
        """A value as each language writes it, once where they agree; the sentence has a long one in full."""
        return self._join(cut(value, LONG) for value in dict.fromkeys(words.values())) or self._say("none")

    def _citation(self, cited: Cited) -> Markdown:
        name = cited.publisher.get(self._language) or next(iter(cited.publisher.values()), "")
        said = Markdown("{} ({}, {}; {})")
        return said.format(cut(name, CELL), coded(cited.source), cited.stance, cut(cited.locator, CELL))

    def _record(self, one: RecordChange) -> Markdown:
        kind = self._say(f"kind.{one.change}", former=coded(one.former or ""))
        head = Markdown("**{}** · {} · {}").format(coded(one.key[1]), kind, self._line(one.key))
        if one.change == "removed":
            return head
        titles = [row([self._say(name) for name in ("field", "before", "after")]), Markdown("| --- | --- | --- |")]
        none = self._say("none")
        rows = [
            row([coded(field.path), cut(field.before, CELL) or none, cut(field.after, CELL) or none])
            for field in one.fields
        ]
        return Markdown("\n").join([head, "", *titles, *rows])

    def _page(self, page: PageChange, locale: str) -> Markdown:
        counts = Counter(kind for kind, _ in page.parts)
        parts = [self._say(f"part.{kind}", n=counts[kind]) for kind in counts]
        named = [coded(name) for kind, name in page.parts if kind in ("picture", "table") and name]
        said = Markdown("{} ({}) {}: {}")
        return said.format(coded(f"/{page.address}"), locale, cut(page.title, CELL), self._join([*parts, *named]))

    def _side(self, one: OneSided) -> Markdown:
        words = self._say("side", changed=self._join(one.changed), unchanged=self._join(one.unchanged))
        return Markdown("{} {}: {} · {}").format(coded(one.key[1]), coded(one.path), words, self._line(one.key))

    def _line(self, key: Key) -> Markdown:
        path, line = self._impact.lines.get(key, ("", 0))
        return coded(f"{path}:{line}") if path else coded(key[0])
