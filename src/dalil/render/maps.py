"""A map: each country of an area by what statements say of it."""

from __future__ import annotations

from markupsafe import escape

from dalil.model.pictures import CountryMap, Outline
from dalil.render.alphabet import sort_key
from dalil.render.geometry.paths import bounds, touches, within
from dalil.render.picture_views import Caption, ClassView, CountryView, MapView
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import LinkView
from dalil.store.drawn import class_of, said_of


def map_view(record: CountryMap, caption: Caption, shared: Shared, way: Link) -> MapView:
    """A map with its legend."""
    store, texts = shared.store, shared.texts
    outline = store.outlines[record.area]
    entities = {entity.code: entity.id for entity in store.entities.values() if entity.code}
    said = said_of(store)
    groups: dict[int, list[CountryView]] = {number: [] for number in range(len(record.classes) + 1)}
    countries = []
    for code, path in outline.shapes.items():
        entity = entities.get(code)
        number = class_of(record.classes, said.get(entity or "", []))
        one = number < len(record.classes)
        country = CountryView(
            code=code,
            name=texts.entity_name(entity) if entity else shared.locale.country(code),
            url=way("entities", entity) if entity else None,
            look=record.classes[number].look if one else "none",
            says=texts.plain(record.classes[number].label if one else record.other),
            path=path,
            marker=outline.markers.get(code) if one else None,
            inset=_inset(outline, code, path),
        )
        groups[number].append(country)
        countries.append(country)
    classes = [
        ClassView(
            look=record.classes[number].look if number < len(record.classes) else "none",
            label_html=texts.html(record.classes[number].label if number < len(record.classes) else record.other),
            count=len(group),
            countries=sorted(map(_link, group), key=lambda link: sort_key(str(link.html))),
        )
        for number, group in groups.items()
        if group
    ]
    inset = outline.inset
    frame = [*inset.at, *(round(side * inset.scale) for side in inset.window[2:])] if inset else []
    table = store.pictures[record.table]
    place = f"{way('pages', table.topic) or ''}#{table.id}"
    return MapView(
        caption=caption,
        alt=texts.plain(record.alt),
        width=outline.width,
        height=outline.height,
        countries=countries,
        land=outline.land,
        window=inset.window if inset else None,
        frame=[str(number) for number in frame],
        scale=f"{1 / inset.scale:.3f}" if inset else "1",
        classes=classes,
        table=LinkView(table.id, place, texts.html(table.title)),
    )


def _inset(outline: Outline, code: str, path: str) -> str:
    box = bounds(path)
    if box is None and code in outline.markers:
        x, y = outline.markers[code]
        box = (x, y, x, y)
    if box is None or outline.inset is None or not touches(box, _window(outline)):
        return "no"
    return "whole" if within(box, _window(outline)) else "part"


def _window(outline: Outline) -> tuple[int, int, int, int]:
    assert outline.inset is not None
    x, y, width, height = outline.inset.window
    return x, y, width, height


def _link(country: CountryView) -> LinkView:
    return LinkView(country.code, country.url, escape(country.name))
