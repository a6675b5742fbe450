"""What readers and programs are told of what was taken back, on pages that are really built."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from dalil.model.dates import Date
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.site.build import Built, build
from dalil.site.verify import verify
from dalil.wording import say
from support import SOURCES, Project
from withdrawing import TAKEN_BACK, notice, withdraw

ATOM = "{http://www.w3.org/2005/Atom}"
LOCALES = {"": "ar", "en/": "en"}
CLAIM, STATEMENT, EVENT = "claims/three-signed/", "claims/peru-signed/", "events/second-signing/"
SAID = {
    "": ("معلومة سُحبت في 1 يونيو/حزيران 2026", "حسبت الصحيفة دولة لم تفعل إلا أن حضرت.", "وقّعت المعاهدةَ 3 دول."),
    "en/": (
        "Claim withdrawn on 1 June 2026",
        "The paper had counted a country that only watched.",
        "3 countries signed the treaty.",
    ),
}
"""What the withdrawn claim's page says: its heading, the reason, and the sentence that is struck out."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Built]:
    project = withdraw(Project(tmp_path_factory.mktemp("withdrawal") / "project"))
    project.write("docs/data.md", "---\npage: data\n---\n{{ title() }}\n\n{{ downloads() }}\n\n{{ data_columns() }}\n")
    project.write(
        "data/pages/data.yml", "data:\n  title: {ar: البيانات, en: Data}\n  description: {ar: بيانات., en: Data.}\n"
    )
    project.replace("mkdocs.yml", "  - changes.md\n", "  - changes.md\n  - data.md\n")
    # The fonts are the site's own: with them, link previews have pictures.
    shutil.copytree(Path(__file__).parents[2] / "fonts", project.root / "fonts")
    # The first source was taken back: two claims that stand have another, and the statements get one.
    first, second = SOURCES.split("second-source:\n")
    sources = project.read("data/sources/all.yml")
    project.write("data/sources/all.yml", sources.replace("second-source:\n", f"{TAKEN_BACK}second-source:\n", 1))
    statements = project.read("data/statements/all.yml")
    project.write(
        "data/statements/all.yml",
        statements.replace("citations: [", "citations: [{source: second-source, locator: {whole: yes}}, "),
    )
    assert first + second
    return project, build(project.root, project.root / "site")


def page(made: tuple[Project, Built], address: str) -> str:
    return (made[0].root / "site" / address / "index.html").read_text(encoding="utf-8")


def article(html: str) -> str:
    return html[html.index("<article") : html.index("</article>")]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def graph(html: str) -> list[dict[str, Any]]:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    found: list[dict[str, Any]] = json.loads(data)["@graph"]
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_says_first_that_it_is_withdrawn_when_and_why(made: tuple[Project, Built], locale: str) -> None:
    heading, why, sentence = SAID[locale]
    html = article(page(made, f"{locale}{CLAIM}"))
    assert f'<h1 id="title">{heading}</h1>' in html
    places = [words(html).index(part) for part in (heading, why, sentence)]
    assert places == sorted(places)
    # The sentence stands once where it is shown, and there it is struck out and framed by words for the ear.
    (shown,) = re.findall(r'<span class="claim" id="three-signed"[^>]*data-status="retracted">(.*?)<sup', html)
    assert re.sub(r"<[^>]*>", "", re.findall(r"<s>(.*?)</s>", shown)[0]) == sentence
    assert len(re.findall(r'<span class="struck unseen">[^<]+</span>', shown)) == 2
    # Whatever else names it calls it withdrawn.
    bare = words(html).replace(words(shown), "")
    word = made[1].checked.shared[LOCALES[locale]].texts.interface("retracted.word")
    assert (
        bare.count(sentence.rstrip("."))
        == len(re.findall(f"{word}.{{0,3}}{re.escape(sentence.rstrip('.'))}", bare))
        > 0
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("address", [CLAIM, STATEMENT, EVENT])
def test_it_keeps_its_address_and_is_not_to_be_listed(made: tuple[Project, Built], address: str, locale: str) -> None:
    html = page(made, f"{locale}{address}")
    assert '<meta name="robots" content="noindex">' in html
    assert 'hreflang="x-default"' not in html
    sitemap = (made[0].root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert f"{locale}{address}" not in sitemap
    assert f"{locale}claims/two-signed/" in sitemap
    # What stands in the window and in link previews is not the sentence.
    texts = made[1].checked.shared[LOCALES[locale]].texts
    head = html[: html.index("</head>")].replace(
        html[html.index('<script type="application/ld') :] if "ld+json" in html.split("</head>")[0] else "\0", ""
    )
    day = "2" if address == EVENT else "1"
    kind = "events" if address == EVENT else "statements" if address == STATEMENT else "claims"
    month = "يونيو/حزيران" if locale == "" else "June"
    title = texts.interface(f"retracted.title.{kind}", date=f"{day} {month} 2026")
    assert re.findall("<title>(.*?) · ", head) == [title]
    assert f'<meta property="og:title" content="{title}">' in head
    assert "og:image" in head


@pytest.mark.parametrize("locale", LOCALES)
def test_no_other_page_shows_it(made: tuple[Project, Built], locale: str) -> None:
    """But the list of changes, which calls it withdrawn and strikes it out."""
    _, _, sentence = SAID[locale]
    site = made[0].root / "site"
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        text = path.read_text(encoding="utf-8")
        shown = {
            *re.findall(r'data-claim="(three-signed|peru-signed)"', text),
            *re.findall(r'data-event="(second-signing)"', text),
        }
        assert shown <= {address.rstrip("/").rpartition("/")[2]}, address
        if address.startswith(locale) and not address.endswith((CLAIM, "changes/")):
            assert sentence.rstrip(".") not in words(text), address
    changes = article(page(made, f"{locale}changes/"))
    told = re.findall(r'<blockquote><a href="\.\./([^"#]*)#([^"]*)">(.*?)</a></blockquote>', changes)
    assert {(way, anchor) for way, anchor, _ in told} == {
        (EVENT, "withdrawal"), (CLAIM, "withdrawal"), (STATEMENT, "withdrawal"), (CLAIM, "revision-2026-04-01"),
    }  # fmt: skip
    assert all(re.fullmatch(r"[^<]+ <s>.*</s>", html) for _, _, html in told)
    for way, anchor, _ in told:
        assert f'id="{anchor}"' in page(made, f"{locale}{way}")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_pages_of_what_it_spoke_of_stay(made: tuple[Project, Built], locale: str) -> None:
    """Peru is named by what is withdrawn alone: its page keeps its address, and says nothing of that."""
    html = article(page(made, f"{locale}countries/peru/"))
    assert not re.search(r"data-claim|data-event", html)
    assert made[0].root.joinpath("site/claims/three-signed/index.html").exists()


def test_programs_are_told_on_its_page(made: tuple[Project, Built]) -> None:
    for locale, code in LOCALES.items():
        why = SAID[locale][1]
        correction = {"@type": "CorrectionComment", "text": why, "datePublished": "2026-06-01"}
        html = graph(page(made, f"{locale}{CLAIM}"))[0]
        assert (html["creativeWorkStatus"], html["correction"]) == ("Retracted", correction)
        claim = html["mainEntity"]
        assert (claim["@type"], claim["creativeWorkStatus"], claim["correction"]) == ("Claim", "Retracted", correction)
        assert "lastReviewed" not in html
        event = graph(page(made, f"{locale}{EVENT}"))[0]
        assert event["creativeWorkStatus"] == "Retracted"
        assert "mainEntity" not in event
        assert code in made[1].checked.shared
        assert "creativeWorkStatus" not in json.dumps(
            graph(page(made, f"{locale}events/the-signing/"))[0]["mainEntity"]["name"]
        )


def test_programs_are_told_of_the_sources(made: tuple[Project, Built]) -> None:
    work = graph(page(made, "en/sources/first-source/"))[0]["mainEntity"]
    assert work["creativeWorkStatus"] == "Retracted"
    assert work["correction"] == {
        "@type": "CorrectionComment",
        "text": "The number of signatories was put right.",
        "datePublished": "2026-05-01",
        "url": "https://example.org/retracted",
    }
    claim = graph(page(made, "en/claims/two-signed/"))[0]["mainEntity"]
    assert [one["creativeWorkStatus"] for one in claim["appearance"]] == ["Retracted", "Corrected"]


def test_the_feed_has_each_withdrawal_once_under_an_id_that_stays(made: tuple[Project, Built]) -> None:
    for locale, code in LOCALES.items():
        entries = ElementTree.parse(made[0].root / "site" / locale / "feed.xml").getroot().findall(f"{ATOM}entry")
        kinds = [kind.get("term") for one in entries for kind in one.findall(f"{ATOM}category")]
        base = f"https://example.org/{locale}feed.xml#"
        found = list(zip([one.findtext(f"{ATOM}id") for one in entries], kinds, strict=True))
        assert [one for one in found if one[1] != "event"] == [
            (f"{base}second-signing/withdrawal", "retraction"),
            (f"{base}three-signed/withdrawal", "retraction"),
            (f"{base}peru-signed/withdrawal", "retraction"),
            (f"{base}three-signed/revision-2026-04-01", "clarification"),
        ]
        # What was withdrawn is no news of the subject.
        assert [one[0] for one in found if one[1] == "event"] == [f"{base}the-signing"]
        word = made[1].checked.shared[code].texts.interface("retracted.word")
        summary = entries[1].findtext(f"{ATOM}summary", "")
        assert SAID[locale][1] in summary
        assert f"{word} {SAID[locale][2]}" in summary


def test_exports_mark_it(made: tuple[Project, Built]) -> None:
    data = made[0].root / "site/data"
    claims = {one["id"]: one for one in json.loads((data / "claims.json").read_text(encoding="utf-8"))["claims"]}
    gone = claims["three-signed"]
    assert (gone["status"], gone["retracted"], gone["replaced_by"]) == ("retracted", "2026-06-01", "two-signed")
    assert gone["retracted_why"] == {code: SAID[locale][1] for locale, code in LOCALES.items()}
    assert gone["text"]["en"] == "3 countries signed the treaty."
    assert [one["source"] for one in gone["retracted_citations"]] == ["second-source"]
    assert (claims["two-signed"]["retracted"], claims["two-signed"]["retracted_citations"]) == (None, [])
    rows = list(csv.DictReader(io.StringIO((data / "statements.csv").read_text(encoding="utf-8-sig"))))
    assert {row["id"]: (row["status"], row["retracted"], row["retracted_why_en"]) for row in rows}["peru-signed"] == (
        "retracted",
        "2026-06-01",
        "Peru did not sign.",
    )
    sources = {one["id"]: one for one in json.loads((data / "sources.json").read_text(encoding="utf-8"))["sources"]}
    assert (sources["first-source"]["retracted"], sources["first-source"]["retracted_notice"]) == (
        "2026-05-01",
        "https://example.org/retracted",
    )
    assert (sources["second-source"]["corrected"], sources["second-source"]["retracted"]) == ("2026-05-01", None)
    events = {
        one["id"]: one["retracted"] for one in json.loads((data / "events.json").read_text(encoding="utf-8"))["events"]
    }
    assert events == {"the-signing": None, "second-signing": "2026-06-02"}
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    columns = {one["name"]: [field["name"] for field in one["schema"]["fields"]] for one in package["resources"]}
    assert {"retracted", "retracted_why_ar", "retracted_why_en", "replaced_by"} <= set(columns["claims"]) & set(
        columns["events"]
    )
    assert {"corrected", "corrected_notice", "retracted", "retracted_notice", "retracted_note_ar"} <= set(
        columns["sources"]
    )


def test_the_data_page_says_how_many_stand(made: tuple[Project, Built]) -> None:
    described = graph(page(made, "en/data/"))[-1]["description"]
    assert described == made[1].checked.shared["en"].texts.interface("dataset.description", claims=3, sources=2)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_mark_of_a_source_tells_of_its_notice(made: tuple[Project, Built], locale: str) -> None:
    texts = made[1].checked.shared[LOCALES[locale]].texts
    marks = 0
    for path in (made[0].root / "site" / locale).rglob("*.html"):
        address = path.relative_to(made[0].root / "site").as_posix()
        if not locale and address.startswith("en/"):
            continue
        for mark in re.findall(r'<a class="mark"[^>]*>', path.read_text(encoding="utf-8")):
            state = "retracted" if 'data-source="first-source"' in mark else "corrected"
            assert f'data-notice="{state}"' in mark
            assert texts.interface(f"mark.{state}") in mark
            marks += 1
    assert marks > 20
    home = article(page(made, locale))
    day = texts.locale.date(Date.parse("2026-05-01"))
    for state in ("retracted", "corrected"):
        said = f"<strong>{texts.interface(f'notice.{state}', date=day)}.</strong>"
        entries = re.findall(r'<li id="ref-.*?</li>', home, re.DOTALL)
        assert sum(f'data-notice="{state}">{said}' in entry for entry in entries) == 1
        assert f'href="https://example.org/{state}" rel="external"' in home
    own = article(page(made, f"{locale}sources/first-source/"))
    assert words(own).index(texts.interface("notice.link")) < words(own).index(texts.interface("source.publisher"))


def test_citations_for_reference_managers_carry_the_notice(made: tuple[Project, Built]) -> None:
    html = page(made, "en/sources/first-source/").partition('class="page-foot"')[0]
    forms = dict(re.findall(r'<pre class="cite-text"[^>]*data-file="[^"]*\.(\w+)">(.*?)</pre>', html, re.DOTALL))
    said = "Retracted by its publisher on 1 May 2026: https://example.org/retracted"
    unescaped = {end: text.replace("&#34;", '"').replace("&quot;", '"') for end, text in forms.items()}
    assert f"  note = {{{said}}}," in unescaped["bib"]
    assert f"N1  - {said}\n" in unescaped["ris"]
    (item,) = json.loads(unescaped["json"])
    assert (item["note"], item["status"]) == (said, "retracted")
    (corrected,) = json.loads(re.findall(r'data-file="[^"]*\.json">(.*?)</pre>', page(made, "en/sources/second-source/"), re.DOTALL)[0].replace("&#34;", '"'))  # fmt: skip
    assert "status" not in corrected
    assert corrected["note"].startswith("Corrected by its publisher")


# What is verified

FORGERIES = {
    "the words that are struck out": ("en/" + CLAIM, r"<s>3 countries", "<s>4 countries", "site-claim"),
    "not struck out": ("en/" + CLAIM, r"<s>(.*?)</s>", r"\1", "site-claim"),
    "a word of it not struck out": ("en/" + CLAIM, r"<s>3 countries", "3 <s>countries", "site-claim"),
    "another status": ("en/" + CLAIM, 'data-claim="three-signed" data-status="retracted"', 'data-claim="three-signed" data-status="confirmed"', "site-claim"),
    "shown elsewhere": ("en/index.html", r"</article>", '<p><span class="claim" data-claim="three-signed" data-status="retracted"><s>3 countries signed the treaty.</s></span></p></article>', "site-claim"),
    "another reason": ("en/" + CLAIM, r'(<div class="withdrawal".*?)The paper had counted', r"\1Nobody had counted", "site-prose"),
    "a link that calls it by its words": ("en/changes/", r"Withdrawn: <s>3 countries", "<s>3 countries", "site-prose"),
    "an event that is not struck out": ("en/" + EVENT, r'<span class="struck unseen">[^<]*</span> <s>(.*?)</s>', r"\1", "site-prose"),
    "an event elsewhere": ("en/index.html", r"</article>", "<p>Peru signs as well</p></article>", "site-prose"),
    "a claim that stands, struck out": ("en/index.html", r'(data-claim="two-signed"[^>]*>)(.*?)(<sup)', r"\1<s>\2</s>\3", "site-claim"),
    "a mark without its notice": ("en/index.html", r' data-notice="retracted" aria-label="([^"]*); [^"]*"', r' aria-label="\1"', "site-claim"),
    "a mark with another notice": ("en/index.html", 'data-notice="retracted"', 'data-notice="corrected"', "site-claim"),
    "a mark that says so to the eye alone": ("en/index.html", r'(data-notice="retracted" aria-label="[^"]*); [^"]*"', r'\1"', "site-claim"),
    "another notice": ("en/index.html", "The number of signatories was put right", "Nothing was put right", "site-prose"),
    "what programs are told": ("en/" + CLAIM, '"creativeWorkStatus":"Retracted",', "", "site-head"),
}  # fmt: skip


def found_in(site: Path, built: Built) -> list[Problem]:
    problems = Problems()
    verify(site, built.checked, problems)
    return problems.sorted()


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_found(made: tuple[Project, Built], name: str) -> None:
    address, old, new, code = FORGERIES[name]
    path = made[0].root / "site" / address.removesuffix("index.html") / "index.html"
    sound = path.read_text(encoding="utf-8")
    forged = re.sub(old, new, sound, count=1, flags=re.DOTALL)
    assert forged != sound, "the forgery changes nothing"
    path.write_text(forged, encoding="utf-8")
    try:
        assert code in {problem.code for problem in found_in(made[0].root / "site", made[1])}
    finally:
        path.write_text(sound, encoding="utf-8")


def test_the_site_as_it_was_built_is_sound(made: tuple[Project, Built]) -> None:
    assert [say(problem) for problem in found_in(made[0].root / "site", made[1])] == []


def test_a_macro_that_does_not_strike_it_out_fails_the_build(made: tuple[Project, Built]) -> None:
    project, _ = made
    sound = project.read("macros/claim.j2")
    project.replace("macros/claim.j2", "{{ struck_of(assertion.html) }}", "{{ assertion.html }}")
    try:
        with pytest.raises(ProblemsFound) as raised:
            build(project.root, project.root / "other")
        assert {"site-claim"} <= {problem.code for problem in raised.value.problems}
    finally:
        project.write("macros/claim.j2", sound)


def test_two_that_were_withdrawn_on_one_day_have_titles_of_their_own(
    made: tuple[Project, Built], tmp_path: Path
) -> None:
    project = withdraw(Project(tmp_path / "project"))
    text = project.read("data/claims/old.yml")
    project.write("data/claims/older.yml", text.replace("three-signed:", "three-signed-again:"))
    checked = project.check()
    list(checked.pages())
    titles = [head.title for head in checked.renderer.heads() if head.key[0] == "claims" and head.withdrawn]
    assert len(set(titles)) == len(titles) == 4
    assert "Claim withdrawn on 1 June 2026 (three-signed)" in titles
    assert notice("corrected") in project.read("data/sources/all.yml")
    assert made
