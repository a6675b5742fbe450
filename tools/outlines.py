# /// script
# requires-python = ">=3.11"
# dependencies = ["babel==2.18.0", "shapely==2.2.0"]
# ///
"""Makes data/outlines/*.yml: the outlines of countries that maps are drawn from.

The shapes are Natural Earth's (public domain, 1:50m), as the npm package world-atlas 2.0.2 has them. To make
the file anew:

    npm pack world-atlas@2.0.2
    pipx run tools/outlines.py world-atlas-2.0.2.tgz        (or with uv run, or python in an environment with the above)

The same package and the same versions give the same bytes. The build of the site does not need any of this.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy
import shapely
from babel.core import get_global
from shapely.geometry import MultiPolygon, Polygon, box

PACKAGE = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
"""SHA-256 of world-atlas-2.0.2.tgz, as the npm registry gives it out."""
MEMBER = "package/countries-50m.json"
TARGET = Path(__file__).resolve().parent.parent / "data" / "outlines"

HEAD = """\
# yaml-language-server: $schema=../schema/outlines.schema.json
# Outlines of countries for maps, by ISO 3166-1 code. Made by tools/outlines.py from Natural Earth (public domain);
# do not edit it by hand.
"""


@dataclass(frozen=True)
class Area:
    """A part of the world and how it is drawn. Degrees are longitude east and latitude north."""

    codes: tuple[str, ...]
    """The countries, by ISO 3166-1 code, in the order in which a keyboard walks through them."""
    territories: tuple[str, ...]
    """What else is drawn as land: French Guiana goes by the code of France."""
    centre: tuple[float, float]
    """Where Lambert's azimuthal equal-area projection touches the globe. No country looks larger than it is."""
    clip: tuple[float, float, float, float]
    """West, south, east, north: what lies outside is cut off."""
    without: tuple[float, float, float, float]
    """West, south, east, north of a part that is left out: islands for which the rest would have to shrink."""
    width: int
    """Width of the drawing in its own units; coordinates are whole numbers."""
    room: float
    """Width of the free space at the west, where the enlarged part stands, as a share of the width."""
    detail: float
    """Area in square units below which a bend of an outline is smoothed away."""
    small: float
    """A country of less than this many square units gets a marker."""
    inset: tuple[float, float, float, float]
    """West, south, east, north of the part that is shown again, enlarged."""
    inset_at: tuple[float, float]
    """Where the enlarged part stands: its lower left corner, as shares of width and height."""
    inset_scale: float
    """How much it is enlarged."""


AMERICAS = """
CA US MX GT BZ SV HN NI CR PA BS CU JM HT DO TT BB LC VC GD DM AG KN CO VE GY SR EC PE BO PY BR CL AR UY
"""

AREAS = {
    "americas": Area(
        codes=tuple(AMERICAS.split()),
        territories=("FR", "PR", "FK"),
        centre=(-82.0, 8.0),
        clip=(-168.0, -56.5, -34.0, 71.5),
        without=(-180.0, 10.0, -150.0, 40.0),
        width=900,
        room=0.17,
        detail=5.0,
        small=130.0,
        inset=(-93.0, 6.5, -59.5, 27.5),
        inset_at=(0.0, 1.0),
        inset_scale=2.0,
    ),
}


def read_countries(package: Path, codes: Iterable[str]) -> dict[str, MultiPolygon]:
    """Countries in degrees by ISO code; raises SystemExit when the package is not the one that is meant."""
    data = package.read_bytes()
    if hashlib.sha256(data).hexdigest() != PACKAGE:
        raise SystemExit(f"{package} is not world-atlas 2.0.2 as published")
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        topology = json.load(member)
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [numpy.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += [tuple(point) for point in arc[1 if points else 0 :]]
        return points

    two_letters = {number: names[0] for number, names in get_global("territory_aliases").items() if number.isdigit()}
    wanted, found = set(codes), {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = two_letters.get(geometry.get("id", ""))
        if code in wanted:
            parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            polygons = [Polygon(ring(part[0]), [ring(hole) for hole in part[1:]]) for part in parts]
            found[code] = shapely.make_valid(MultiPolygon(polygons))
    if missing := wanted - set(found):
        raise SystemExit(f"not in the package: {sorted(missing)}")
    return {code: found[code] for code in codes}


def project(points: numpy.ndarray, centre: tuple[float, float]) -> numpy.ndarray:
    """Lambert's azimuthal equal-area projection (Snyder 1987, p. 185), on the unit sphere, y downwards."""
    longitude, latitude = numpy.radians(points - (centre[0], 0)).T
    middle = math.radians(centre[1])
    cosine = math.sin(middle) * numpy.sin(latitude) + math.cos(middle) * numpy.cos(latitude) * numpy.cos(longitude)
    factor = numpy.sqrt(2 / (1 + cosine))
    x = factor * numpy.cos(latitude) * numpy.sin(longitude)
    y = factor * (
        math.cos(middle) * numpy.sin(latitude) - math.sin(middle) * numpy.cos(latitude) * numpy.cos(longitude)
    )
    return numpy.column_stack((x, -y))


def path(shape: MultiPolygon) -> str:
    """An SVG path in whole numbers, each point relative to the one before, closed shapes only."""
    found = []
    for polygon in sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area):
        for line in (polygon.exterior, *polygon.interiors):
            points = [tuple(round(value) for value in point) for point in line.coords[:-1]]
            points = [point for number, point in enumerate(points) if point != points[number - 1]]
            if len(points) < 3:
                continue
            steps = [(x - a, y - b) for (x, y), (a, b) in zip(points[1:], points, strict=False)]
            found.append(f"M{points[0][0]},{points[0][1]}l" + " ".join(f"{x},{y}" for x, y in steps) + "z")
    return "".join(found).replace(",-", "-").replace(" -", "-")


def draw(area: Area, countries: dict[str, MultiPolygon]) -> str:
    """The record of an area, as YAML."""
    window = box(*area.clip) - box(*area.without)
    shapes = [
        shapely.transform(shapely.segmentize(shape & window, 1), lambda p: project(p, area.centre))
        for shape in countries.values()
    ]
    west, north, east, south = shapely.total_bounds(shapes)
    unit = area.width * (1 - area.room) / (east - west)
    west -= area.room * area.width / unit
    height = round((south - north) * unit)

    def to_units(points: numpy.ndarray) -> numpy.ndarray:
        return (points - (west, north)) * unit

    shapes = [shapely.transform(shape, to_units) for shape in shapes]
    simple = shapely.coverage_simplify(shapes, math.sqrt(area.detail))
    lines = [f"  width: {area.width}", f"  height: {height}", "  shapes:"]
    markers, land = [], ""
    for code, whole, shape in zip(countries, shapes, simple, strict=True):
        parts = sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)
        largest = parts[0].area if parts else 0
        if code in area.territories:
            land += path(shape)
            continue
        kept = MultiPolygon([part for part in parts if part.area >= min(area.detail, largest)])
        lines.append(f"    {code}: {path(kept)}")
        if whole.area < area.small:
            point = shapely.centroid(whole)
            markers.append(f"    {code}: [{round(point.x)}, {round(point.y)}]")
    corners = project(numpy.array([(lon, lat) for lon in area.inset[::2] for lat in area.inset[1::2]]), area.centre)
    corners = to_units(corners)
    (x, y), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    wide, high = right - x, bottom - y
    at = (area.inset_at[0] * area.width, area.inset_at[1] * height - high * area.inset_scale)
    inset = [round(value) for value in (x, y, wide, high)]
    lines += [f"  land: {land}", "  markers:", *markers, "  inset:", f"    window: {inset}"]
    lines += [f"    at: [{round(at[0])}, {round(at[1])}]", f"    scale: {area.inset_scale}"]
    return "\n".join(lines) + "\n"


def main(package: Path) -> None:
    """Writes a file for each area."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, area in AREAS.items():
        text = f"{HEAD}{name}:\n{draw(area, read_countries(package, area.codes + area.territories))}"
        (TARGET / f"{name}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
