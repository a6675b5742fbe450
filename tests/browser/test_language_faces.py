"""The letters of languages: an Urdu page is drawn from one face that has them all, a Japanese one by the system."""

from __future__ import annotations

import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Route

from dalil.cli import main
from dalil.site.build import build
from dalil.site.faces import letters_of
from dalil.site.server import serving
from support import ROOT, Project, foreign_words
from translating import add, translate

URDU = "ٹڈڑںہےۂۃۓ۔ھگچپژکی"
WORDS = {
    "ur": {"pages/home/title": f"سرورق {URDU}", "pages/home/sections/signing": "دستخط کرنے والے ٹھہرے ہوئے ہیں"},
    "ja": {"pages/home/title": "ホーム", "pages/home/sections/signing": "署名した国々"},
}


def with_faces(root: Path) -> Project:
    project = Project(root)
    shutil.copytree(ROOT / "fonts", root / "fonts")
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in Urdu and Japanese, really built: twice, the second time into `again`."""
    project = with_faces(tmp_path_factory.mktemp("faces") / "project")
    add(project, *WORDS)
    for code, words in WORDS.items():
        translate(project, code, words)
    for name in ("site", "again"):
        build(project.root, project.root / name)
    return project.root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def cmap(path: Path) -> set[int]:
    """The code points of a face, whose letters join."""
    with TTFont(path) as font:
        assert "GSUB" in font
        return set(font.getBestCmap())


def arabic_letters(site: Path) -> set[str]:
    """The letters of Arabic script that stand on the Urdu pages."""
    text = "".join(path.read_text(encoding="utf-8") for path in (site / "ur").rglob("*.html"))
    return {one for one in text if unicodedata.name(one, "").startswith("ARABIC")}


def test_each_letter_of_the_pages_is_in_the_one_face(site: Path) -> None:
    letters = arabic_letters(site)
    assert letters >= set(URDU)
    old = cmap(site / "fonts" / "markazi-text-arabic.woff2")
    assert not {ord(one) for one in "ٹڈںہے۔"} & old, "the theme's face has them by now"
    for weight in (400, 600):
        face = cmap(site / "faces" / f"ur-{weight}.woff2")
        assert {one for one in letters if ord(one) not in face} == set()
        assert len((site / "faces" / f"ur-{weight}.woff2").read_bytes()) < 40_000


def test_the_same_bytes_are_made_again(site: Path) -> None:
    files = sorted(path.name for path in (site / "faces").glob("ur*"))
    assert {"ur.css", "ur-400.woff2", "ur-600.woff2"} <= set(files)
    for name in files:
        assert (site / "faces" / name).read_bytes() == (site.with_name("again") / "faces" / name).read_bytes()


def test_only_its_own_pages_load_it(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        if "<html" in page and 'lang="' in page:
            urdu = path.relative_to(site).parts[0] == "ur"
            assert ("faces/ur.css" in page) == urdu, path
            assert not re.search(r"faces/(ar|en|ja)", page), path


def test_the_browser_draws_urdu_from_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}/ur/".replace("//ur", "/ur"))
    page.evaluate("document.fonts.ready.then(() => true)")
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily.split(',')[0]")
    assert family == '"Markazi Text ur"'
    for style in ("400", "700"):
        found = page.evaluate(
            """async ([style, letters]) => {
                const font = `${style} 20px "Markazi Text ur"`
                await document.fonts.load(font, letters)
                return document.fonts.check(font, letters)
            }""",
            [style, URDU],
        )
        assert found
    assert [one for one in fetched if "faces/ur-" in one]
    assert not [one for one in fetched if "markazi-text-arabic" in one], "two files would draw the letters of a word"
    page.close()


def late(seconds: float) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        time.sleep(seconds)
        route.continue_()

    return answer


def test_a_face_that_comes_late_is_shown_all_the_same(browser: Browser, address: str) -> None:
    """The system may have none of its letters: a page that kept its first face would show gaps."""
    widths = []
    for seconds in (1.5, 0.0):
        page = browser.new_page()
        page.route("**/faces/*.woff2", late(seconds))
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => document.body.prepend(Object.assign("
            f"document.createElement('span'), {{ id: 'probe', textContent: '{URDU}' }})))"
        )
        page.goto(f"{address}/ur/".replace("//ur", "/ur"), wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        widths.append(page.evaluate("document.getElementById('probe').getBoundingClientRect().width"))
        page.close()
    assert widths[0] == widths[1] > 0


def test_japanese_is_left_to_the_system(browser: Browser, site: Path, address: str) -> None:
    assert not list((site / "faces").glob("ja*"))
    page = browser.new_page()
    page.goto(f"{address}/ja/".replace("//ja", "/ja"))
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Noto Serif CJK JP" in family
    assert "Markazi" not in family
    page.close()


@pytest.mark.parametrize(
    ("code", "english", "arabic"),
    [
        ("ur", "The build makes a face with them from fonts/.", "خطا يضمها"),
        ("hi", "Readers see them in the faces of their own system.", "بخطوط جهازه"),
        ("it", "", ""),
    ],
)
def test_adding_a_language_names_what_no_face_has(code: str, english: str, arabic: str, tmp_path: Path) -> None:
    for language, said in (("en", english), ("ar", arabic)):
        project = with_faces(tmp_path / language)
        done = CliRunner().invoke(main, ["--lang", language, "--project", str(project.root), "locale", "add", code])
        assert done.exit_code == 0, done.output
        assert said in done.output
        if not said:
            assert "letter" not in done.output
        if code == "ur":
            line = next(line for line in done.output.splitlines() if said in line)
            assert {"ٹ", "ڈ", "ں", "ہ", "ے", "۔"} <= set(line)
        if language == "ar" and said:
            assert not foreign_words(next(line for line in done.output.splitlines() if said in line))


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "pt", "nl", "fa"])
def test_nothing_is_named_where_nothing_is_missing(code: str, tmp_path: Path) -> None:
    from dalil.checks.opening import Need, open_store

    project = with_faces(tmp_path)
    add(project, code)
    lacking = letters_of(code, open_store(project.root, Need.SOUND), project.root)
    assert (lacking.made, lacking.system) == (frozenset(), frozenset())
