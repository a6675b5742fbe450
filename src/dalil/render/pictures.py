"""Pictures as a page shows them: what their records name is looked up, placed and put into words."""

from __future__ import annotations

from typing import Any

from dalil.model.pictures import Picture
from dalil.problems import phrase
from dalil.render import picture_views as views
from dalil.render.calendars import calendar_view
from dalil.render.charts import bars_view
from dalil.render.diagrams import diagram_view
from dalil.render.maps import map_view
from dalil.render.matrices import matrix_view
from dalil.render.shared import Shared
from dalil.render.texts import Assert, Link


class Pictures:
    """The pictures of one page."""

    def __init__(self, shared: Shared, way: Link, claim: Assert) -> None:
        """`claim` hands out claims and statements with the page's citation marks."""
        self._shared, self._way, self._claim = shared, way, claim
        self.shown: dict[str, None] = {}
        """Ids of the pictures that the page shows."""

    def map(self, picture_id: str) -> views.MapView:
        """A map of countries."""
        return map_view(self._open(picture_id, "map"), self._caption(picture_id), self._shared, self._way)

    def matrix(self, picture_id: str) -> views.MatrixView:
        """A matrix of entities."""
        record = self._open(picture_id, "matrix")
        return matrix_view(record, self._caption(picture_id), self._shared, self._way, self._claim)

    def bars(self, picture_id: str) -> views.BarsView:
        """Figures as bars."""
        record = self._open(picture_id, "bars")
        return bars_view(record, self._caption(picture_id), self._shared, self._way, self._claim)

    def diagram(self, picture_id: str) -> views.DiagramView:
        """How entities and events relate."""
        record = self._open(picture_id, "diagram")
        return diagram_view(record, self._caption(picture_id), self._shared, self._way, self._claim)

    def calendar(self, topic: str | None = None) -> views.CalendarView:
        """The events on a calendar; of one topic, if given."""
        return calendar_view(topic, self._shared, self._way)

    def _open(self, picture_id: str, kind: str) -> Any:
        """What a picture holds; raises ValueError when it is of another kind."""
        picture: Picture = self._shared.store.pictures[picture_id]
        if picture.kind != kind:
            raise ValueError(phrase("picture-of-another-kind", id=picture_id, found=picture.kind, expected=kind))
        self.shown[picture_id] = None
        return getattr(picture, kind)

    def _caption(self, picture_id: str) -> views.Caption:
        picture, texts = self._shared.store.pictures[picture_id], self._shared.texts
        note = texts.html(picture.note, link=self._way) if picture.note else None
        return views.Caption(picture_id, texts.html(picture.title), note)
