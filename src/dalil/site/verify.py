"""Verifies the built site: what it holds is read as a reader's browser would, and compared with the store.

The promises, each kept by a module of `verifying`, apart from the templates that made the pages:

- `files`: the site has the pages that skeletons, former addresses and the theme make, in every locale, and no file that
  nothing makes; files of data say what the store says.
- `claims`: what a page shows of a claim is the store's text in the page's language, or the part that its place shows;
  its marks are its citations and its status follows from them.
- `words`: every other word, seen or only heard, is a whole text of the store or the interface; what a page says of
  itself in its head is what the store says of it.
- `links`: every internal link and anchor leads somewhere; every claim that is shown has a page, which shows it.
- `safety`: nothing on a page could run or lead astray.
- here: pages say their language and direction, ids are unique, the HTML is valid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dalil.model.locales import direction_of
from dalil.problems import Place, Problems, phrase
from dalil.project.whole import Checked
from dalil.site.policy import Shipped
from dalil.site.safety import Rules
from dalil.site.verifying.claims import ClaimShown
from dalil.site.verifying.expected import MISSING, Expected, expected_pages, prefix
from dalil.site.verifying.files import check_data, check_files
from dalil.site.verifying.language import Language
from dalil.site.verifying.links import Links
from dalil.site.verifying.page import HtmlPage, read_page
from dalil.site.verifying.told import check_told
from dalil.site.verifying.words import PageWords
from dalil.system.progress import Step, silent
from dalil.text.near import Known

REMEDY = phrase("report-it")
UNKNOWN = Rules(Shipped(False, frozenset()), "")
"""The rules for pages of a theme of which nothing is known."""
FRAME = "overrides/base.html"
"""What a project frames its pages with; one that takes a theme as it comes is held to its content alone."""


@dataclass
class Seen:
    """What a verification looked at, so that one that looked at nothing cannot pass."""

    pages: int = 0
    links: int = 0
    claims: int = 0
    marks: int = 0
    prose_outside: int = 0
    without_marks: int = 0


@dataclass
class _Site:
    """What is known of a site while it is read."""

    checked: Checked
    problems: Problems
    seen: Seen = field(default_factory=Seen)
    languages: dict[str, Language] = field(default_factory=dict)
    pages: list[HtmlPage] = field(default_factory=list)
    rules: Rules = UNKNOWN
    framed: bool = True
    """Whether the frame of each page is the project's own; that of a theme as it comes says words of its own."""
    shown: dict[str, set[str]] = field(default_factory=dict)
    """Page to the claims that it shows."""

    def language(self, code: str) -> Language:
        """What a locale may say, gathered when its first page is read."""
        if code not in self.languages:
            self.languages[code] = Language(self.checked.renderer.shared[code])
        return self.languages[code]


def verify(site: Path, checked: Checked, problems: Problems, step: Step = silent, rules: Rules = UNKNOWN) -> Seen:
    """Verifies every file below `site`, which was built from `checked`; faults go to `problems`."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    expected = {page.path: page for page in expected_pages(checked)}
    expected[MISSING] = Expected(MISSING, checked.store.site.default)
    check_files(files, expected, checked, problems)
    check_data(site, checked, problems)
    found = _Site(checked, problems, rules=rules, framed=(checked.root / FRAME).is_file())
    pages = sorted(name for name in files if name.endswith(".html"))
    for number, name in enumerate(pages):
        html = (site / name).read_text(encoding="utf-8", errors="replace")
        _read(html, expected.get(name) or Expected(name, _locale_of(name, checked)), found)
        step("verify", number + 1, len(pages))
    _check_links(found, site, files)
    return found.seen


def _locale_of(path: str, checked: Checked) -> str:
    first = path.split("/")[0]
    return first if first in checked.store.locales else checked.store.site.default


def _read(html: str, expected: Expected, site: _Site) -> None:
    """Checks what one page says, and keeps what it links."""
    page, root = read_page(expected.path, html, site.rules)
    place, remedy = Place(expected.path), _remedy(expected)

    def note(code: str, **details: Any) -> None:
        site.problems.add(code, place, remedy=remedy, **details)

    others = site.checked.store.locales if expected.path == MISSING else []
    words = PageWords(expected, site.language(expected.locale), [site.language(code) for code in others], note)
    words.read(root, framed=site.framed)
    site.pages.append(page)
    site.shown[page.path] = {claim.id for claim in words.claims}
    _count(site.seen, words.claims, words.uncovered)
    _check_form(page, expected.locale, site.problems)


def _remedy(expected: Expected) -> Any:
    """Whom a fault of a page's words concerns: macros and theme are the project's, so the page's file is named."""
    return phrase("mend-or-report", skeleton=expected.skeleton) if expected.skeleton else REMEDY


def _count(seen: Seen, claims: list[ClaimShown], uncovered: int) -> None:
    seen.pages += 1
    seen.claims += len(claims)
    seen.marks += sum(len(claim.marks) for claim in claims)
    seen.without_marks += sum(not claim.marks for claim in claims)
    seen.prose_outside += uncovered


def _check_form(page: HtmlPage, locale: str, problems: Problems) -> None:
    place = Place(page.path)
    if (page.language, page.direction) != (locale, direction_of(locale)):
        found = f'lang="{page.language}" dir="{page.direction}"'
        wanted = f'lang="{locale}" dir="{direction_of(locale)}"'
        problems.add("site-language", place, found=found, expected=wanted, remedy=REMEDY)
    counted: set[str] = set()
    for identifier in page.ids:
        if identifier in counted:
            problems.add("site-duplicate-id", place, id=identifier, remedy=REMEDY)
        counted.add(identifier)
    for what in page.dangers:
        problems.add("site-unsafe", place, what=what, remedy=phrase("unsafe-remedy"))
    for error in page.errors:
        problems.add("site-html", place, reason=error, remedy=REMEDY)


def _check_links(site: _Site, folder: Path, files: set[str]) -> None:
    settings = site.checked.renderer.settings
    ids = {page.path: set(page.ids) for page in site.pages}
    links = Links(ids, Known(files), files, settings.address, settings.from_disk)
    check_told(folder, site.checked, links, site.problems)
    default = site.checked.store.site.default
    for page in site.pages:
        site.seen.links += len(page.links) + len(page.told)
        for href in [*page.links, *(page.scripted if site.framed else ())]:
            links.check(page.path, href, site.problems)
        for href in page.told:
            links.check_told(page.path, href, site.problems)
        below = prefix(_locale_of(page.path, site.checked), default)
        for claim in site.shown[page.path]:
            own = _own_page(claim, below, site)
            if claim not in site.shown.get(own, ()):
                site.problems.add(
                    "site-claim", Place(page.path), id=claim, fault=phrase("claim-without-page"), remedy=REMEDY
                )


def _own_page(claim: str, below: str, site: _Site) -> str:
    addresses = next(iter(site.checked.renderer.shared.values())).addresses
    address = addresses.of("claims", claim) or addresses.of("statements", claim)
    return f"{below}{address}index.html"
