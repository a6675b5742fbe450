"""What a place of a page may say of a claim or statement, in one locale, worked out anew from the store.

A claim is told by its sentence. A figure, a bar, the cell of a matrix, the edge of a diagram and the row of a table
show a part of it: what each of them must then say follows from the records of pages and pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from dalil.model.pictures import Bar, Diagram, Matrix
from dalil.model.records import Claim, Statement
from dalil.model.texts import Stale
from dalil.render.charts import bars_view
from dalil.render.diagrams import diagram_view
from dalil.render.matrices import matrix_view
from dalil.render.picture_views import Caption
from dalil.render.shared import COLUMNS, Shared
from dalil.render.texts import Texts
from dalil.site.verifying.runs import clean
from dalil.store.derive import resolve

CAPTION = Caption("", escape(""), None)
COLUMN_ORDER = (COLUMNS[0], "role", *COLUMNS[1:])
"""The columns of a table of statements."""


@dataclass(frozen=True)
class Telling:
    """What is right for one claim or statement."""

    id: str
    kind: str
    """claims or statements."""
    sentence: str
    status: str
    status_label: str
    withdrawn: bool
    """Whether it may be shown on its own page only, struck out."""
    citations: list[tuple[str, str]]
    """(source, stance) of each, in their order."""
    disputes: frozenset[str]
    """Ids of the disputed questions of which it states a version."""
    original: str
    """What the original says today, of a text that is behind it."""
    parts: set[str] = field(default_factory=set)
    """What figures, bars and diagrams say of it."""
    cells: dict[str, str] = field(default_factory=dict)
    """Column of a table of statements to what stands in it."""
    matrix: set[tuple[str, str, str]] = field(default_factory=set)
    """(row, column, words) of each cell of a matrix that it fills."""


class Tellings(Mapping[str, Telling]):
    """Id of each claim and statement to what is right for it in a locale; worked out when first asked for."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._known: dict[str, Telling] = {}
        self._parts: dict[str, set[str]] = {}
        self._matrix: dict[str, set[tuple[str, str, str]]] = {}
        for claim, words in _parts(shared):
            self._parts.setdefault(claim, set()).add(words)
        for claim, row, column, words in _cells(shared):
            self._matrix.setdefault(claim, set()).add((row, column, words))

    def __getitem__(self, record_id: str) -> Telling:
        if record_id not in self._known:
            self._known[record_id] = self._telling(record_id)
        return self._known[record_id]

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._shared.store.claims or record_id in self._shared.store.statements

    def __iter__(self) -> Iterator[str]:
        yield from self._shared.store.claims
        yield from self._shared.store.statements

    def __len__(self) -> int:
        return len(self._shared.store.claims) + len(self._shared.store.statements)

    def _telling(self, record_id: str) -> Telling:
        shared = self._shared
        assertion = shared.store.assertion(record_id)
        status = shared.judgement(assertion).status
        return Telling(
            id=record_id,
            kind="claims" if isinstance(assertion, Claim) else "statements",
            sentence=plain(shared.sentence(assertion)),
            status=status,
            status_label=clean(shared.texts.interface(f"status.{status}")),
            withdrawn=assertion.retracted is not None,
            citations=[(citation.source, citation.stance) for citation in assertion.citations],
            disputes=frozenset(shared.contested.get(record_id, [])),
            original=original_of(shared.texts, assertion.text, assertion.values)
            if isinstance(assertion, Claim)
            else "",
            parts=self._parts.get(record_id, set()),
            cells=_row(assertion, shared) if isinstance(assertion, Statement) else {},
            matrix=self._matrix.get(record_id, set()),
        )


def plain(html: Markup) -> str:
    """The words of some HTML."""
    return clean(html.striptags())


def original_of(texts: Texts, text: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """What the original of a text says today; empty for one that is up to date."""
    if not isinstance(text[texts.owner(text).locale.code], Stale):
        return ""
    owner = next(one for one in texts.fallbacks if type(text.get(one.locale.code)) is str)
    return plain(owner.html(text, values))


def _no_way(_kind: str, _record: str) -> None:
    """No record has a way, so that nothing is linked: words are all that is asked for."""


def _same(assertion: str) -> Any:
    """Stands for the view of an assertion: its id, by which it is found again."""
    return assertion


def _row(statement: Statement, shared: Shared) -> dict[str, str]:
    cells = {name: plain(html) for name, html in shared.cells(statement, None).items()}
    return cells | {"role": clean(shared.texts.plain(shared.store.roles[statement.role].label))}


def _parts(shared: Shared) -> Iterator[tuple[str, str]]:
    """(id, words) of each figure, bar and edge."""
    texts = shared.texts
    for page in shared.store.pages.values():
        for figure in page.figures.values():
            value = shared.store.claims[figure.claim].values[figure.value]
            shown = texts.value_html(resolve(value, shared.store), None, value.show)
            yield figure.claim, f"{plain(shown)} {plain(texts.html(figure.label, page.values))}"
    for picture in shared.store.pictures.values():
        if picture.bars is not None:
            yield from _bars(picture.bars, shared)
        if picture.diagram is not None:
            yield from _edges(picture.diagram, shared)


def _bars(bars: list[Bar], shared: Shared) -> Iterator[tuple[str, str]]:
    for bar in bars_view(bars, CAPTION, shared, _no_way, _same).bars:
        value = plain(bar.value_html)
        shown = clean(shared.texts.interface("bars.floor", value=value)) if bar.at_least else value
        yield str(bar.assertion), f"{plain(bar.label_html)} {shown}"


def _edges(diagram: Diagram, shared: Shared) -> Iterator[tuple[str, str]]:
    for edge in diagram_view(diagram, CAPTION, shared, _no_way, _same).edges:
        yield str(edge.assertion), plain(edge.sentence_html)


def _cells(shared: Shared) -> Iterator[tuple[str, str, str, str]]:
    """(id, row, column, words) of each statement in a cell of a matrix."""
    matrices: list[Matrix] = [one.matrix for one in shared.store.pictures.values() if one.matrix is not None]
    for matrix in matrices:
        view = matrix_view(matrix, CAPTION, shared, _no_way, _same)
        for row in view.rows:
            for column, cell in zip(view.columns, row.cells, strict=True):
                for said in cell.said:
                    detail = plain(said.detail_html) if said.detail_html else ""
                    words = f"{plain(cell.label_html)} {detail}".strip()
                    yield str(said.assertion), plain(row.link.html), plain(column), words
