"""What a locale may say, gathered once for all its pages."""

from __future__ import annotations

from functools import cached_property

from dalil.model.parts import Point
from dalil.render.citing import Citing
from dalil.render.cutting import cut
from dalil.render.shared import TITLE_LENGTH, Shared
from dalil.render.standing import SHORT
from dalil.render.ways import INDEX
from dalil.site.verifying.allowed import runs_of, said
from dalil.site.verifying.expected import prefix
from dalil.site.verifying.known import no_way
from dalil.site.verifying.links import target_of
from dalil.site.verifying.runs import Runs, clean
from dalil.site.verifying.telling import COLUMN_ORDER, Tellings, plain


class Language:
    """The runs and the claims of one locale."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.runs: Runs = runs_of(shared)
        self.tellings = Tellings(shared)
        self._links: dict[str, frozenset[str]] = {}
        self._titles: dict[str, str] = {}

    def word(self, key: str, **arguments: object) -> str:
        """An interface string as pages show it."""
        return clean(self.shared.texts.interface(key, **arguments))

    def names_of(self, assertion: str) -> frozenset[str]:
        """What a link to a claim may say: its headline; its sentence, or the first words of it. Of a withdrawn one
        that it is withdrawn, before its name.
        """
        if assertion not in self._links:
            record, telling = self.shared.store.assertion(assertion), self.tellings[assertion]
            sentence = self.shared.plain_sentence(record)
            cuts = (self.shared.headline(record), sentence, *(cut(sentence, most) for most in (TITLE_LENGTH, SHORT)))
            names = (plain(self.shared.title(telling.kind, assertion)),) if telling.withdrawn else cuts
            self._links[assertion] = frozenset(map(clean, names))
        return self._links[assertion]

    def assertion_at(self, href: str, page: str) -> str | None:
        """The claim or statement to whose page, or to whose place on a page, a link leads."""
        path, _, anchor = href.partition("#")
        if anchor in self.tellings:
            return anchor
        last = path.removesuffix(INDEX).rstrip("/").rpartition("/")[2]
        if last not in self.tellings:
            return None
        store = self.shared.store
        address = self.shared.addresses.of("claims" if last in store.claims else "statements", last)
        file = f"{prefix(self.shared.locale.code, store.site.default)}{address}index.html"
        found = target_of(path, page)
        return last if address is not None and found is not None and found[0] == file else None

    def points_of(self, kind: str, record_id: str) -> list[tuple[set[str | None], list[str]]]:
        """What each point of a record's summary rests on, and what it says."""
        record = self.shared.store.of_kind(kind).get(record_id)
        values = getattr(record, "values", {})
        points: list[Point] = getattr(record, "summary", [])
        return [({*point.claims}, [clean(one) for one in said(point.text, values, self.shared)]) for point in points]

    def source_title(self, source: str) -> str:
        """A source's title as a list of references gives it."""
        if source not in self._titles:
            self._titles[source] = plain(Citing(self.shared, no_way).source(source).title_html)
        return self._titles[source]

    @cached_property
    def columns(self) -> dict[str, str]:
        """Head of each column of a table of statements to its name."""
        return {self.word(f"statement.{name}"): name for name in COLUMN_ORDER}
