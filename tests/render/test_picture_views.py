"""Pictures of the tiny site, whose places can be counted by hand, in a page to the right and in one to the left."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.project.whole import Checked, check_project
from dalil.render.geometry.paths import bounds
from dalil.render.page import Page
from dalil.render.picture_views import MapView
from support import ROOT


@pytest.fixture(scope="module")
def checked(tea: Callable[[], Path]) -> Checked:
    return check_project(tea())


@pytest.fixture(scope="module")
def real() -> Checked:
    return check_project(ROOT)


def page(checked: Checked, locale: str) -> Page:
    return Page(checked.renderer.shared[locale], "history/", "history")


def test_a_country_belongs_to_the_first_class_that_it_fits(checked: Checked) -> None:
    drawn = page(checked, "fr").pictures.map("sealing-map")
    says = {country.code: (country.look, country.says) for country in drawn.countries}
    assert says == {
        "MA": ("lines", "A scellé, commerce le plus"),
        "CN": ("solid", "A scellé"),
        "TN": ("none", "Rien n’est dit"),
    }
    assert [(group.look, group.count) for group in drawn.classes] == [("lines", 1), ("solid", 1), ("none", 1)]


def test_names_and_ways_of_countries(checked: Checked) -> None:
    drawn = {country.code: country for country in page(checked, "he").pictures.map("sealing-map").countries}
    assert (drawn["MA"].name, drawn["MA"].url) == ("מרוקו", "../countries/morocco/")
    assert (drawn["TN"].name, drawn["TN"].url) == ("תוניסיה", None), "CLDR names a country that the store does not know"


def test_only_what_shows_in_the_window_is_enlarged(checked: Checked) -> None:
    drawn = {country.code: country for country in page(checked, "fr").pictures.map("sealing-map").countries}
    assert {code: country.inset for code, country in drawn.items()} == {"MA": "whole", "CN": "no", "TN": "whole"}
    assert drawn["MA"].marker == [20, 30]


def test_the_map_names_the_table_of_its_sources(checked: Checked) -> None:
    drawn = page(checked, "fr").pictures.map("sealing-map")
    assert drawn.table.url == "#sealing-table"
    elsewhere = Page(checked.renderer.shared["fr"], "", "home").pictures.map("sealing-map")
    assert elsewhere.table.url == "history/#sealing-table"


def test_a_matrix_says_what_the_first_fitting_cell_says(checked: Checked) -> None:
    table = page(checked, "fr").pictures.matrix("sealing-table")
    assert [row.link.id for row in table.rows] == ["china", "morocco"]
    trade = {row.link.id: row.cells[1] for row in table.rows}
    assert (trade["morocco"].sign, trade["morocco"].rank, str(trade["morocco"].label_html)) == ("no", 0, "Peu")
    assert (trade["china"].sign, trade["china"].rank) == ("partly", 1)
    (said,) = trade["china"].said
    assert said.assertion.id == "china-traded"
    assert said.assertion.marks


def test_the_cell_names_who_acted(checked: Checked) -> None:
    rows = {row.link.id: row for row in page(checked, "fr").pictures.matrix("sealing-table").rows}
    assert "Amina Tazi" in str(rows["morocco"].cells[0].said[0].detail_html)
    assert rows["china"].cells[0].said[0].detail_html is None


@pytest.mark.parametrize(("locale", "starts"), [("fr", ["0%", "25%", "0%"]), ("he", ["75%", "0%", "90%"])])
def test_bars_grow_as_one_reads(checked: Checked, locale: str, starts: list[str]) -> None:
    chart = page(checked, locale).pictures.bars("trade-bars")
    assert [bar.width for bar in chart.bars] == ["25%", "75%", "10%"]
    assert [bar.x for bar in chart.bars] == starts
    assert [bar.at_least for bar in chart.bars] == [False, False, True]
    assert all(bar.assertion.marks for bar in chart.bars)


def test_a_diagram_is_mirrored(checked: Checked) -> None:
    left, right = (page(checked, locale).pictures.diagram("tea-parts") for locale in ("fr", "he"))

    def places(edges: list[str]) -> list[float]:
        return [float(place.rstrip("%")) for place in edges]

    for one, other in zip(left.edges, right.edges, strict=True):
        for a, b in zip(one.pieces, other.pieces, strict=True):
            assert [100 - x for x in places([a.x1, a.x2])] == pytest.approx(places([b.x1, b.x2]))
            assert (a.y1, a.y2, a.from_y, a.to_y) == (b.y1, b.y2, b.from_y, b.to_y)
        assert one.assertion.marks
    assert [node.kind for node in left.kinds] == ["person", "country", "event", "document"]


def test_a_calendar_names_each_event_once(checked: Checked) -> None:
    view = page(checked, "fr").pictures.calendar()
    assert [entry.link.id for row in view.rows for entry in row.entries if entry.link] == [
        "first-cargo",
        "charter-sealed",
    ]
    assert view.shapes == ["range", "month"]
    mirrored = page(checked, "he").pictures.calendar()
    for row, other in zip(view.rows, mirrored.rows, strict=True):
        for entry, twin in zip(row.entries, other.entries, strict=True):
            start, width, back = (float(share.rstrip("%")) for share in (entry.x, entry.width, twin.x))
            assert back == pytest.approx(100 - start - width, abs=0.02)


# The real pictures


def real_map(real: Checked, locale: str = "en") -> MapView:
    return Page(real.renderer.shared[locale], "", "home").pictures.map("who-signed-who-came-map")


def test_every_country_that_the_matrix_names_is_on_the_map_and_the_two_agree(real: Checked) -> None:
    table = Page(real.renderer.shared["en"], "", "home").pictures.matrix("who-signed-who-came")
    codes = {row.link.id: real.store.entities[row.link.id].code for row in table.rows}
    drawn = {country.code: country.look for country in real_map(real).countries}
    looks = {("yes", "yes"): "solid", ("yes", "no"): "lines", ("no", "yes"): "dots", ("none", "no"): "crosses"}
    for row in table.rows:
        assert drawn[codes[row.link.id] or ""] == looks[row.cells[0].sign, row.cells[2].sign], row.link.id
    assert {code for code, look in drawn.items() if look != "none"} == set(codes.values())


def test_the_outlines_stay_in_their_drawing(real: Checked) -> None:
    for outline in real.store.outlines.values():
        for code, path in outline.shapes.items():
            box = bounds(path)
            assert box is not None or code in outline.markers, code
            if box is not None:
                assert min(box) >= 0, code
                assert box[2] <= outline.width + 1, code
                assert box[3] <= outline.height + 1, code


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_the_map_is_light(real: Checked, locale: str) -> None:
    (home,) = (staged for staged in real.plain_pages if (staged.path, staged.locale) == ("index.md", locale))
    figure = re.search(r'<figure class="picture-figure map".*?</figure>', home.text, re.DOTALL)
    assert figure
    assert len(gzip.compress(figure[0].encode(), 9)) < 12_000


def test_all_countries_of_the_area_are_shown_by_name(real: Checked) -> None:
    drawn = real_map(real, "ar")
    assert sum(group.count for group in drawn.classes) == len(drawn.countries)
    assert all(re.search(r"[\u0620-\u064a]", country.name) for country in drawn.countries)
