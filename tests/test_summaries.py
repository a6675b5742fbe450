"""What a page says first: how firm each point is, what it rests on, how long it may be, and that the built page has it."""

from __future__ import annotations

import re

import pytest

from dalil.problems import ProblemsFound
from dalil.render.page import Page
from dalil.render.summaries import PointView
from dalil.site.build import build
from support import Project

CLAIMS = "data/claims/all.yml"
PAGES = "data/pages/all.yml"


def summarised(project: Project, *points: str) -> Project:
    """Gives the home page a summary of these points."""
    written = "  summary:\n" + "".join(f"    - {point}\n" for point in points)
    project.replace(PAGES, "  title: {ar: الرئيسية, en: Home}\n", "  title: {ar: الرئيسية, en: Home}\n" + written)
    project.replace("docs/index.md", "{{ title() }}\n", "{{ title() }}\n\n{{ summary() }}\n")
    return project


def point(claims: str, more: str = "", ar: str = "وقّعت دولتان.", en: str = "Two countries signed.") -> str:
    return f"{{text: {{ar: '{ar}', en: '{en}'}}, claims: [{claims}]{more}}}"


def points_of(project: Project, code: str = "en") -> list[PointView]:
    checked = project.check()
    return Page(checked.renderer.shared[code], "", "home").summary()


def test_a_point_is_as_firm_as_the_weakest_claim_that_it_rests_on(rich: Project) -> None:
    """A statement may bear it out too; what is confirmed has no sign, and each says what its evidence is."""
    summarised(rich, point("two-signed"), point("chile-signed, says-chile"), point("chile-signed", ", unknown: yes"))
    own, weakest, unknown = points_of(rich)
    assert own.status == own.claims[0].status == "confirmed"
    assert [one.status for one in weakest.claims] == ["single-source", "attributed"]
    assert weakest.status == "attributed"
    assert (unknown.status, unknown.status_label) == ("unknown", "not known")
    assert [one.url for one in own.claims] == ["claims/two-signed/"]
    assert points_of(rich, "ar")[1].status_label == "منسوبة إلى قائلها"


def test_a_point_that_gives_two_answers_to_one_question_is_disputed(rich: Project) -> None:
    versions = next(iter(rich.check().store.disputes.values())).versions
    one, other = versions[0].claims[0], versions[1].claims[0]
    summarised(rich, point(one), point(f"{one}, {other}"))
    assert [found.status == "disputed" for found in points_of(rich)] == [False, True]


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        (point("tow-signed"), "unknown-reference", "data/pages/all.yml:4:"),
        (point("two-signed", en="In 2026 two signed."), "literal-figure", "data/pages/all.yml:4:"),
        (point("two-signed", en="{who} signed."), "unknown-argument", "data/pages/all.yml:4:"),
        (point("two-signed").replace("claims", "claim"), "unknown-field", "data/pages/all.yml:4:"),
        ("{text: {ar: كلام., en: Words.}, claims: []}", "wrong-type", "data/pages/all.yml:4:"),
        (point("two-signed", en="Only."), "language-missing", "data/pages/all.yml:4:"),
        (point("two-signed", ar="كلمة " * 81), "summary-long", "data/pages/all.yml:4:"),
    ],
)
def test_what_is_wrong_in_a_summary_is_told_where_it_stands(project: Project, written: str, code: str, at: str) -> None:
    if code == "language-missing":
        written = written.replace("ar: 'وقّعت دولتان.', ", "")
    found = summarised(project, written).problems()
    assert code in {one.code for one in found}, found
    assert any(str(one.place).startswith(at) for one in found), found


def test_eighty_words_are_not_too_many(project: Project) -> None:
    assert (
        summarised(project, point("two-signed", en="word " * 79 + "word.", ar="كلمة " * 79 + "كلمة.")).problems() == []
    )


def test_nothing_rests_on_what_is_withdrawn(project: Project) -> None:
    summarised(project, point("two-signed"))
    old = "old-claim:\n  topic: home\n  text: {ar: قيل., en: It was said.}\n  citations: [{source: first-source, locator: {whole: yes}}]\n"
    project.write(
        "data/claims/old.yml", old + "  retracted: {date: 2026-06-01, why: {ar: لم يُقل., en: It was not said.}}\n"
    )
    assert project.problems() == []
    project.replace(PAGES, "claims: [two-signed]", "claims: [two-signed, old-claim]")
    assert [one.code for one in project.problems()] == ["retracted-used"]


def test_the_built_page_has_it_and_the_verification_lets_it_through(project: Project) -> None:
    summarised(project, point("two-signed"), point("two-signed", ", unknown: yes", en="Who leads it is not known."))
    built = build(project.root, project.root / "site")
    assert built.seen.claims
    for code, title in (("", "باختصار"), ("en/", "In short")):
        page = (project.root / "site" / code / "index.html").read_text("utf-8")
        (section,) = re.findall(r'<section class="summary".*?</section>', page, re.DOTALL)
        assert title in section
        assert section.count('class="point"') == section.count("claims/two-signed/") == 2
        assert section.count('class="status" data-status="unknown"') == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<a href="{{ one.url }}">\n  {{- one.html }}</a>', "{{ one.html }}"),
        ('href="{{ one.url }}"', 'href="{{ page.way("claims", "two-signed") }}"'),
        ('class="point"', 'class="sentence"'),
        ('<details class="evidence">', '</li><li><details class="evidence">'),
    ],
)
def test_a_point_without_all_that_it_rests_on_fails_the_build(rich: Project, old: str, new: str) -> None:
    """Its words are no guidance, which may stand alone: they speak of the subject."""
    summarised(rich, point("two-signed, says-chile", ar="كلام عن الموضوع.", en="Words on the subject."))
    rich.replace("macros/summary.j2", old, new)
    with pytest.raises(ProblemsFound) as found:
        build(rich.root, rich.root / "site")
    assert {one.code for one in found.value.problems} == {"site-prose"}


def test_a_summary_that_no_page_shows_is_told(project: Project) -> None:
    summarised(project, point("two-signed"))
    project.replace("docs/index.md", "{{ summary() }}\n", "")
    (found,) = project.problems()
    assert (found.code, str(found.place)) == ("summary-unused", "data/pages/all.yml:3:3")


@pytest.mark.parametrize(
    "broken", ["Two {n, plural", "Two '{n} signed.", "[Two](entity:nobody) {n}.", "{m} signed {n}."]
)
def test_words_that_cannot_be_read_are_told_where_they_stand_and_end_no_check(project: Project, broken: str) -> None:
    """A headline with a value, and a point: both are measured as they will be read, and neither can be."""
    project.replace(CLAIMS, "two-signed:\n", f'two-signed:\n  headline: {{ar: "وقّعت {{n}}", en: "{broken}"}}\n')
    summarised(project, point("two-signed", en=broken.replace("'", "''")))
    problems = project.problems()
    told = {(problem.place.path, problem.place.line) for problem in problems}
    at = next(number for number, line in enumerate(project.read(CLAIMS).split("\n"), 1) if "headline" in line)
    assert (CLAIMS, at) in told
    assert any(path == PAGES for path, _ in told)
    assert not {problem.code for problem in problems} & {"page-template", "macro-template"}


def fact(claims: str, ar: str = "دولتان.", en: str = "Two countries.") -> str:
    return f"{{label: {{ar: الموقّعون, en: Signed by}}, text: {{ar: '{ar}', en: '{en}'}}, claims: [{claims}]}}"


def test_points_with_a_label_stand_in_a_box_of_facts_after_the_others(project: Project) -> None:
    """The box comes after the sentences, wherever its points are written, and the verification knows each of its words."""
    summarised(project, fact("two-signed"), point("two-signed"))
    build(project.root, project.root / "site")
    page = (project.root / "site/en/index.html").read_text("utf-8")
    (section,) = re.findall(r'<section class="summary".*?</section>', page, re.DOTALL)
    before, box = section.split('<dl class="fact-box">')
    assert "Two countries signed." in before
    assert "Signed by" not in before
    assert re.search(r"<dt[^>]*>Signed by</dt>\s*<dd[^>]*>.*Two countries\..*claims/two-signed/", box, re.DOTALL)


def test_a_box_of_facts_has_eighty_words_of_its_own(project: Project) -> None:
    """Sentences and facts are counted apart, and each is told where it begins."""
    sentences = point("two-signed", en="word " * 79 + "word.", ar="كلمة " * 79 + "كلمة.")
    summarised(project, sentences, fact("two-signed", en="word " * 79 + "word.", ar="كلمة " * 79 + "كلمة."))
    assert project.problems() == []
    project.replace(
        PAGES,
        "label: {ar: الموقّعون, en: Signed by}, text: {ar: '",
        "label: {ar: الموقّعون, en: Signed by}, text: {ar: 'كلمة ",
    )
    (found,) = project.problems()
    assert (found.code, str(found.place).rpartition(":")[0]) == ("summary-long", "data/pages/all.yml:5")
    assert found.details["count"] == "81"
