"""What readers see of verification: when a claim was last checked, and the archive copy of a page that is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.project.whole import Checked, check_project
from support import Project

SOURCES, REGISTER = "data/sources/all.yml", "data/register/sources.yml"
ARCHIVE = "https://archive.example.org/2026/first"


def pages(checked: Checked) -> dict[str, str]:
    """Locale and file to what is staged there."""
    return {f"{page.locale} {page.path}": page.text for page in checked.pages()}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def dead(project: Project, status: str = "gone", archive: str = ARCHIVE, looked: str = "2026-06-12") -> dict[str, str]:
    """The pages of a project whose first source was last looked up with this result."""
    project.write(
        REGISTER,
        f"first-source:\n  url: https://example.org/first\n  status: {status}\n  looked: {looked}\n"
        f"  since: 2026-06-10\n  why: scripts\n" + (f"  archive: {archive}\n" if archive else ""),
    )
    return pages(project.check())


def reference(text: str) -> str:
    """The first entry of a page's list of references."""
    found = re.search(r'<li id="ref-1".*?</li>', text, re.DOTALL)
    assert found
    return found[0]


def test_a_claim_s_page_says_when_it_was_last_verified(project: Project) -> None:
    project.replace("data/claims/all.yml", "  topic: home", "  verified: 2026-05-04\n  topic: home")
    found = pages(project.check())
    assert (
        '<p class="verified" data-editorial="date">Last verified on 4 May 2026.</p>' in found["en claims/two-signed.md"]
    )
    assert "آخر تحقق منها في 4 مايو/أيار 2026." in words(found["ar claims/two-signed.md"])
    assert "Last verified on 2 March 2026." in words(found["en claims/chile-signed.md"])
    assert '"lastReviewed": "2026-05-04"' in found["en claims/two-signed.md"].replace('\\"', '"').replace('":"', '": "')


def test_a_page_of_several_claims_is_not_cluttered_with_days(project: Project) -> None:
    assert 'class="verified"' not in pages(project.check())["en index.md"]


def test_a_disputed_question_says_when_it_was_last_weighed(tea: Callable[[], Path]) -> None:
    found = pages(check_project(tea()))
    assert "Vérifié pour la dernière fois le 10 janvier 2026." in words(found["fr disputes.md"])
    assert "נבדק לאחרונה ב־10 בינואר 2026." in words(found["he disputes.md"])


def test_a_source_says_when_it_was_seen_after_it_was_read(project: Project) -> None:
    assert "Last verified" not in words(pages(project.check())["en sources/first-source.md"].split("## ")[0])
    project.replace(SOURCES, "  type: news", "  verified: 2026-05-04\n  type: news")
    page = pages(project.check())["en sources/first-source.md"]
    assert '<dt>Last verified</dt><dd><time datetime="2026-05-04">4 May 2026</time></dd>' in page


def test_the_list_of_references_leads_with_the_archive_copy_of_a_dead_page(project: Project) -> None:
    found = dead(project)
    entry = reference(found["en index.md"])
    assert entry.index(f'href="{ARCHIVE}"') < entry.index('class="dead"') < entry.index("<cite>")
    assert "Page not found at its address since 10 June 2026." in words(entry)
    assert "تعذر الوصول إلى الصفحة على رابطها منذ 10 يونيو/حزيران 2026." in words(reference(found["ar index.md"]))
    assert entry.count('class="archive"') == 1
    assert f'class="passage" href="{ARCHIVE}#:~:text=two%20countries%20have%20signed"' in entry
    assert "https://example.org/first" not in re.findall('href="([^"#]*)', entry)


def test_a_dead_source_s_own_page_leads_with_the_archive_copy(project: Project) -> None:
    page = dead(project)["en sources/first-source.md"]
    assert page.index(f'<dd><a href="{ARCHIVE}"') < page.index('<dd><a href="https://example.org/first"')
    assert page.split("## ")[0].count('class="dead"') == 1
    project.replace(REGISTER, "status: gone", "status: found")
    page = pages(project.check())["en sources/first-source.md"]
    assert page.index('<dd><a href="https://example.org/first"') < page.index(f'<dd><a href="{ARCHIVE}"')


def test_a_claim_s_page_and_the_bibliography_lead_with_it_too(project: Project) -> None:
    home = project.read("docs/index.md").replace("{{ references() }}", "{{ bibliography() }}\n\n{{ references() }}")
    project.write("docs/index.md", home)
    found = dead(project)
    own = re.search(r'<ol class="citations".*?</ol>', found["en claims/two-signed.md"], re.DOTALL)
    listed = re.search(r'<li id="first-source".*?</li>', found["en index.md"], re.DOTALL)
    assert own
    assert listed
    for html in (own[0], listed[0]):
        assert html.index(f'href="{ARCHIVE}"') < html.index('class="dead"') < html.index("<cite>")


def test_a_dead_page_without_a_copy_says_so_and_leads_where_it_did(project: Project) -> None:
    entry = reference(dead(project, archive="")["en index.md"])
    assert "Page not found at its address since 10 June 2026." in words(entry)
    assert 'class="archive"' not in entry
    assert 'href="https://example.org/first#:~:text=' in entry


def test_the_record_s_own_copy_goes_before_the_register_s(project: Project) -> None:
    project.replace(SOURCES, "/first\n", "/first\n  archive: https://archive.example.org/own\n")
    entry = reference(dead(project)["en index.md"])
    assert "https://archive.example.org/own" in entry
    assert ARCHIVE not in entry


@pytest.mark.parametrize(
    ("status", "looked", "is_dead"),
    [
        ("gone", "2026-06-10", True),
        ("unreachable", "2026-07-09", False),
        ("unreachable", "2026-07-10", True),
        ("blocked", "2027-07-10", False),
        ("changed", "2027-07-10", False),
        ("moved", "2027-07-10", False),
        ("unreadable", "2027-07-10", False),
        ("found", "2027-07-10", False),
    ],
)
def test_only_what_is_gone_or_long_out_of_reach_is_dead(
    project: Project, status: str, looked: str, is_dead: bool
) -> None:
    assert ('class="dead"' in dead(project, status, looked=looked)["en index.md"]) is is_dead


def test_programs_get_the_days_and_what_the_look_up_found(project: Project) -> None:
    project.replace("data/claims/all.yml", "  topic: home", "  verified: 2026-05-04\n  topic: home")
    dead(project)
    files = project.check().renderer.downloads.files
    claim = json.loads(files["data/claims.json"])["claims"][0]
    assert (claim["verified"], claim["verify_by"]) == ("2026-05-04", None)
    assert claim["citations"][0]["address"].startswith(f"{ARCHIVE}#:~:text=")
    statement = json.loads(files["data/statements.json"])["statements"][0]
    assert (statement["verified"], statement["verify_by"]) == ("2026-03-02", "2026-09-02")
    first, second = json.loads(files["data/sources.json"])["sources"]
    assert {name: first[name] for name in ("url", "archive", "link", "link_looked", "link_since", "dead")} == {
        "url": "https://example.org/first",
        "archive": ARCHIVE,
        "link": "gone",
        "link_looked": "2026-06-12",
        "link_since": "2026-06-10",
        "dead": True,
    }
    assert (second["link"], second["dead"], second["verify_by"]) == (None, False, "2027-03-02")


def test_the_card_has_a_place_for_the_day(project: Project) -> None:
    """The script fills it from the claim's own page; the page itself carries no day of any claim."""
    home = pages(project.check())["en index.md"]
    assert home.count('<p class="card-verified"></p>') == 1
