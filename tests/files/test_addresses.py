"""Every file of a site has one maker, which is known before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from dalil.problems import Place, Problems
from dalil.reading.files.generated import PACKED, is_generated
from dalil.reading.files.theme import installed, overriding
from dalil.render.collisions import Collisions, Made
from dalil.site.build import build
from support import Project


def test_a_site_has_no_file_whose_maker_is_not_known(project: Project, tmp_path: Path) -> None:
    project.write("docs/assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    site, built = tmp_path / "site", build(project.root, tmp_path / "site")
    known = {"assets/a.svg", *overriding(project.root), *installed("material")}
    known |= {page.path.removesuffix("index.md").removesuffix(".md") for page in built.checked.plain_pages}
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    unknown = {name for name in files if not name.endswith(("index.html", *PACKED))} - known
    assert {name for name in unknown if not is_generated(name, "en/")} == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lanterns/", "lanterns/"),
        ("caf\u00e9/", "cafe\u0301/"),
        ("a/", "A/"),
        ("en/a/", "a/"),
        ("stra\u00dfe/", "STRASSE/"),
    ],
)
def test_addresses_that_some_disks_take_for_one_are_noted(one: str, other: str, project: Project) -> None:
    problems = Problems()
    site = Collisions(project.check().store, problems)
    site.add_page(one, Place("docs/one.md"))
    site.add_page(other, Place("docs/other.md"))
    (found,) = problems.sorted()
    assert (found.code, found.place.path, found.details["first"]) == ("page-twice", "docs/other.md", "docs/one.md:1:1")


def test_a_file_and_a_folder_of_one_name_are_noted() -> None:
    problems = Problems()
    site = Collisions.__new__(Collisions)
    site._prefixes, site._problems, site._files, site._folders, site._told = [""], problems, {}, {}, set()
    site.add(Made("a/b", Place("docs/one.md")))
    site.add(Made("A", Place("docs/other.md")))
    assert [problem.place.path for problem in problems.sorted()] == ["docs/other.md"]


@pytest.mark.parametrize(
    "name", ["data/x.svg", "pagefind/en/x.svg", "hints/x.svg", "assets/cards/x.svg", "templates/x.svg"]
)
def test_no_picture_stands_where_the_build_writes(name: str, project: Project) -> None:
    project.write(f"docs/{name}", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert "page-twice" in {problem.code for problem in project.problems()}


@pytest.mark.parametrize(
    "name", ["data/claims.json", "robots.txt", "feed.xml", "_headers", "Sitemap.xml", "en/feed.xml"]
)
def test_the_theme_does_not_write_where_the_build_does(name: str, project: Project) -> None:
    project.write(f"overrides/{name}", "{}")
    (found,) = [problem for problem in project.problems() if problem.code == "page-twice"]
    assert found.place.path == f"overrides/{name}"
