"""Pages: what macros make of the store, in both languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML
from markdown import Markdown
from markupsafe import escape

from dalil.text.markup import as_markdown
from support import CLAIMS, Project

FILE = "data/claims/all.yml"


def pages(project: Project) -> dict[str, str]:
    """`locale path` to text of every page."""
    return {f"{page.locale} {page.path}": page.text for page in project.check().pages()}


def test_each_locale_says_the_same_in_its_own_words(project: Project) -> None:
    found = pages(project)
    assert "وقّعت" in found["ar index.md"]
    assert "دولتان في <time" in found["ar index.md"]
    assert "3 فبراير/شباط 2026" in found["ar index.md"]
    assert "2 countries signed" in found["en index.md"]
    assert "3 February 2026" in found["en index.md"]


def test_anchors_are_the_same_in_every_locale(project: Project) -> None:
    found = pages(project)
    for name, text in found.items():
        if name.startswith("ar "):
            other = found["en " + name[3:]]
            anchors = [re.findall(r'(?:id="|\{: #)([\w-]+)', one) for one in (text, other)]
            assert anchors[0] == anchors[1], name


def test_references_are_numbered_in_order_of_first_use_and_lead_back(project: Project) -> None:
    text = pages(project)["en index.md"]
    assert re.findall(r'data-source="([\w-]+)"', text)[:2] == ["first-source", "second-source"]
    marks = set(re.findall(r'<a class="mark[^>]* id="([\w-]+)"', text))
    backs = set(re.findall(r'href="#(cite-[\w-]+)"', text))
    assert marks == backs
    assert len(marks) == 4


def test_a_figure_follows_the_statements(project: Project) -> None:
    project.replace("data/statements/all.yml", "  role: signed", "  role: refused")
    project.write(
        "data/roles/more.yml",
        "refused:\n  label: {ar: رفض, en: Refused}\n  sentence: {ar: '{subject}', en: '{subject}'}\n",
    )
    found = pages(project)
    assert "وقّعت" in found["ar index.md"]
    assert "دولة في" in found["ar index.md"]
    assert "1 country signed" in found["en index.md"]


@pytest.mark.parametrize("evil", ["<script>alert(x)</script>", "a & b", "\"quoted\" 'single'", "<b>bold</b>"])
def test_everything_in_a_text_is_escaped(project: Project, evil: str) -> None:
    project.write(
        FILE,
        CLAIMS.replace(
            " signed [the treaty]", " signed " + evil.replace("'", "''").replace('"', '\\"') + " [the treaty]"
        ),
    )
    text = pages(project)["en index.md"]
    assert evil not in text or evil == str(escape(evil))
    assert str(escape(evil)) in text


def test_a_link_to_a_record_without_a_page_is_bare_words(project: Project) -> None:
    project.replace(FILE, "on {day}.", "on {day}, says [the paper](entity:first-paper).")
    project.replace(FILE, "في {day}.", "في {day} كما تقول [الصحيفة](entity:first-paper).")
    assert ", says the paper." in pages(project)["en index.md"]


def test_a_page_does_not_link_to_itself(project: Project) -> None:
    own = pages(project)["en countries/argentina.md"]
    assert 'data-entity="argentina"' not in own
    assert "Argentina" in own


def test_where_a_claim_is_shown_is_said_on_its_page(project: Project) -> None:
    page = pages(project)["en claims/two-signed.md"]
    assert '<a href="../../#two-signed">Home</a>' in page
    assert '<a href="../../events/the-signing/">' in page
    assert '<a href="../../documents/the-treaty/">' in page


def test_a_former_address_leads_to_the_present_one(project: Project) -> None:
    project.write("data/aliases.yml", "older: old-treaty\nold-treaty: the-treaty\nthey-signed: two-signed\n")
    found = pages(project)
    for name in ("en documents/older.md", "en documents/old-treaty.md"):
        assert 'redirect: "../the-treaty/"' in found[name]
        assert '<a href="../the-treaty/">' in found[name]
    assert 'redirect: "../two-signed/"' in found["ar claims/they-signed.md"]


def test_a_source_lists_what_rests_on_it(project: Project) -> None:
    page = pages(project)["en sources/first-source.md"]
    assert set(re.findall(r'data-claim="([\w-]+)"', page)) == {"two-signed", "argentina-signed", "chile-signed"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30))
def test_a_heading_shows_its_words_as_they_stand(words: str) -> None:
    wanted = " ".join(words.split())
    html = Markdown(extensions=["attr_list"]).convert(f"## x {as_markdown(wanted)} x {{: #here }}")
    heading = JustHTML(html, fragment=True, sanitize=False).query("h2")[0]
    assert heading.attrs == {"id": "here"}
    assert " ".join(heading.to_text(separator="", strip=False).split()) == " ".join(f"x {wanted} x".split())
