"""What is verified is content: forgeries of really built pages are found, whatever marks they carry."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dalil.problems import Problems, ProblemsFound
from dalil.site.build import Built, build
from dalil.site.verify import verify
from rich_project import CALLS, MORE
from support import Project

PAGES = """\
    signing: {ar: التوقيع, en: The signing}
  notes:
    reading: {ar: "اقرأ {n} صفحة بتأنٍّ. لا تتعجل.", en: "Read {n} pages with care (Tom & Ann''s). Do not hurry."}
  values:
    n: {integer: 17}
  figures:
    signed: {claim: two-signed, value: n, label: {ar: دول وقّعت, en: countries that signed}}
"""
BARS = """\
how-much:
  topic: home
  title: {ar: كم, en: How much}
  bars:
    - {claim: two-signed, value: n, label: {ar: الموقّعون, en: Those who signed}}
"""
SEARCH = "search:\n  title: {ar: البحث, en: Search}\n  description: {ar: بحث., en: Where one looks.}\n"
HOME, ARABIC, CLAIM = "en/index.html", "index.html", "en/claims/two-signed/index.html"
SENTENCE = "3 February 2026"


def _project(root: Path) -> Project:
    project = Project(root)
    for name, text in MORE.items():
        project.write(name, text)
    calls = CALLS.replace('{{ page_links("home") }}', "")
    more = '{{ figures() }}\n\n{{ bars("how-much") }}\n\n{{ note("reading") }}\n\n{{ claims_by_status() }}\n'
    project.replace("docs/index.md", '{{ claims("two-signed") }}', f"{calls}\n{more}")
    project.write("docs/index.md", project.read("docs/index.md") + "\n{{ foot() }}\n")
    project.replace("data/pages/all.yml", "    signing: {ar: التوقيع, en: The signing}\n", PAGES)
    project.write("data/pictures/bars.yml", BARS)
    project.write("docs/search.md", "---\npage: search\n---\n{{ title() }}\n\n{{ search_page() }}\n")
    project.write("data/pages/search.yml", SEARCH)
    return project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Built]:
    project = _project(tmp_path_factory.mktemp("content") / "project")
    return project, build(project.root, project.root / "site")


def faults(site: Path, built: Built) -> set[str]:
    problems = Problems()
    verify(site, built.checked, problems)
    return {problem.code for problem in problems.sorted()}


def before_end(html: str) -> tuple[str, str]:
    """Adds some HTML at the end of the page's content."""
    return r"</article>", f"{html}</article>"


FORGERIES = {
    # Claims
    "one letter": (HOME, "signed <a", "singed <a", "site-claim"),
    "a number": (HOME, SENTENCE, "4 February 2026", "site-claim"),
    "a negation": (HOME, r"(<span class=\"claim\"[^>]*data-claim=\"two-signed\"[^>]*>)", r"\1It is not so that ", "site-claim"),
    "a word dropped": (HOME, "It says so again", "It says again", "site-claim"),
    "a word more": (HOME, "It says so again", "It says so again and again", "site-claim"),
    "texts swapped": (HOME, "It says so again.", "2 countries signed the treaty on 3 February 2026.", "site-claim"),
    "another language": (HOME, "It says so again.", "تقول مرة أخرى.", "site-claim"),
    "a claim that is none": (HOME, 'data-claim="two-signed"', 'data-claim="nothing-such"', "site-claim"),
    "an invented source": (HOME, 'data-source="first-source"', 'data-source="invented"', "site-claim"),
    "another claim's source": (HOME, 'data-source="second-source"', 'data-source="third-source"', "site-claim"),
    "a mark left out": (HOME, r'<a class="mark" id="cite-2-1".*?</a>', "", "site-claim"),
    "another stance": (HOME, 'data-source="first-source"', 'data-source="first-source" data-stance="disputes"', "site-claim"),
    "another number": (HOME, r'(<a class="mark" id="cite-1-1"[^>]*>)1<', r"\g<1>9<", "site-claim"),
    "another publisher heard": (HOME, r'(<a class="mark"[^>]*aria-label="Source 1: )The First Paper', r"\1The Second Paper", "site-claim"),
    "another status": (HOME, r'(data-claim="two-signed" data-status=")[a-z-]+', r"\1unconfirmed", "site-claim"),
    "another sign": (HOME, r'(<a class="seal"[^>]*>)[^<]*<', r"\1superseded<", "site-claim"),
    "the mark of a claim taken": (HOME, r'<span class="claim"([^>]*?) data-claim="two-signed"', r'<span class="claim"\1', "site-prose"),
    "a figure": (HOME, r'<strong class="figure">2<', '<strong class="figure">3<', "site-claim"),
    "a figure's label": (HOME, "countries that signed", "countries that refused", "site-claim"),
    "a bar": (HOME, r'<span class="bar-value">2<', '<span class="bar-value">20<', "site-claim"),
    "a cell of a table": (HOME, r'(<tr[^>]*data-claim="argentina-signed"[^>]*><th scope="row">)(.*?)(</th>)', r"\1Chile\3", "site-claim"),
    "a row of a matrix": (HOME, r'(<tr><th scope="row" data-editorial="name">)(.*?Chile.*?)(</th>)', r"\1Argentina\3", "site-claim"),
    "an edge of a diagram": (HOME, r'(<span[^>]*data-claim="chile-signed"[^>]*>)(.*?)(<sup)', r"\1Chile left The Treaty\3", "site-claim"),
    "words in the sign of a claim": (HOME, r'(<sup class="marks">)', r"\1<b>Fifty died</b>", "site-claim"),
    "a claim that anybody can write": (*before_end("<p data-claim=path-is>Invented words<span data-source=none></span></p>"), "site-claim"),
    # Words
    "prose in editorial text": (*before_end("<p data-editorial=x>Fifty people died</p>"), "site-prose"),
    "prose in a heading": (*before_end("<h2>The mayor stole the money</h2>"), "site-prose"),
    "prose in a summary": (*before_end("<details><summary>Fifty died</summary></details>"), "site-prose"),
    "prose in a caption": (*before_end("<table><caption>Fifty died</caption><tbody><tr><td></td></tr></tbody></table>"), "site-prose"),
    "prose in the navigation": (r"</nav>", "<p>Fifty died</p></nav>", "site-prose"),
    "prose in the footer": (r"</footer>\s*</body>", "<p>Fifty died</p></footer></body>", "site-prose"),
    "prose in a picture": (*before_end("<svg><text>Fifty died</text></svg>"), "site-prose"),
    "the title of a picture": (*before_end("<svg><title>Fifty died</title></svg>"), "site-prose"),
    "an alternative text": (*before_end('<img src="../assets/icon.svg" alt="Fifty died">'), "site-prose"),
    "a label that is heard": (*before_end('<p aria-label="Fifty died"></p>'), "site-prose"),
    "a tooltip": (*before_end('<p title="Fifty died"></p>'), "site-prose"),
    "a placeholder": (r'placeholder="[^"]*"', 'placeholder="Fifty died"', "site-prose"),
    "words for a stylesheet": (*before_end('<p data-words="Fifty died"></p>'), "site-prose"),
    "words in a known attribute": (*before_end('<p data-kind="Fifty died"></p>'), "site-prose"),
    "hidden words": (*before_end("<p hidden>Fifty died</p>"), "site-prose"),
    "words in a template": (*before_end("<template><p>Fifty died</p></template>"), "site-prose"),
    "words without scripts": (*before_end("<noscript><p>Fifty died</p></noscript>"), "site-prose"),
    "words over many elements": (*before_end("<p><b>Fif</b><i>ty</i> <b>died</b></p>"), "site-prose"),
    "two names in one text": (*before_end("<p data-editorial=x>Argentina Chile</p>"), "site-prose"),
    "parts of two texts": (*before_end("<p data-editorial=x>Read 17 pages hurry.</p>"), "site-prose"),
    "a number of a note": (HOME, "Read 17 pages", "Read 71 pages", "site-prose"),
    "a word of a note dropped": (HOME, "Do not hurry", "Do hurry", "site-prose"),
    "a number alone": (*before_end("<p data-editorial=x>5000</p>"), "site-prose"),
    "a claim without its mark": (*before_end("<p data-editorial=x>It says so again.</p>"), "site-prose"),
    "a source of a note": (*before_end('<p>Home<a data-source="first-source"></a></p>'), "site-prose"),
    "the entry of a reference": (HOME, r'(<li id="ref-1".*?<cite>)(.*?)(</cite>)', r"\1[A copy]\3", "site-prose"),
    "a link to a claim": (CLAIM, r"</article>", '<a href="../says-chile-again/">It says so never.</a></article>', "site-prose"),
    # What pages say of themselves
    "the description": (HOME, r'(name="description" content=")', r"\1Fifty died. ", "site-head"),
    "the title of the window": (HOME, "<title>", "<title>Fifty died · ", "site-head"),
    "the title of a preview": (HOME, r'(property="og:title" content=")', r"\1Fifty died ", "site-head"),
    "linked data": (CLAIM, r'("@type":"Claim","text":")', r"\1Not so: ", "site-head"),
    "the title of a claim's page": (CLAIM, r'(<h1 id="title">)', r"\1Not so: ", "site-prose"),
    "the citation of a page": (CLAIM, r'(<p class="cite-text">)', r"\1Fifty died, ", "site-prose"),
    "an Arabic claim": (ARABIC, "تقول مرة أخرى", "لا تقول مرة أخرى", "site-claim"),
}  # fmt: skip
"""Name to page, pattern, what takes its place, and the code of a problem; where no page is given, the English home."""


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_page_is_found(made: tuple[Project, Built], name: str) -> None:
    project, built = made
    forgery = FORGERIES[name]
    page, old, new, code = forgery if len(forgery) == 4 else (HOME, *forgery)
    path = project.root / "site" / page
    sound = path.read_text(encoding="utf-8")
    forged = re.sub(old, new, sound, count=1, flags=re.DOTALL)
    assert forged != sound, "the forgery changes nothing"
    path.write_text(forged, encoding="utf-8")
    try:
        assert code in faults(project.root / "site", built)
    finally:
        path.write_text(sound, encoding="utf-8")


def test_the_page_as_it_was_built_is_sound(made: tuple[Project, Built]) -> None:
    project, built = made
    assert faults(project.root / "site", built) == set()
    assert built.seen.claims > 50


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("evil.html", "site-stray"), ("en/evil/index.html", "site-stray"), ("evil.svg", "site-stray"),
        ("assets/site.js", "site-stray"), ("pagefind/en/evil.js", "site-stray"), ("CNAME", "site-stray"),
        ("data/claims.json", "site-data"), ("hints/en.json", "site-data"), ("feed.xml", "site-data"),
    ],
)  # fmt: skip
def test_a_file_that_nothing_makes_or_that_says_otherwise_is_found(
    made: tuple[Project, Built], file: str, code: str, tmp_path: Path
) -> None:
    project, built = made
    site = tmp_path / "site"
    shutil.copytree(project.root / "site", site)
    (site / file).parent.mkdir(parents=True, exist_ok=True)
    (site / file).write_text('<!doctype html><html lang="ar" dir="rtl"><title>x</title>', encoding="utf-8")
    assert code in faults(site, built)


def test_a_page_that_is_missing_is_found(made: tuple[Project, Built], tmp_path: Path) -> None:
    project, built = made
    shutil.copytree(project.root / "site", tmp_path / "site")
    (tmp_path / "site" / CLAIM).unlink()
    assert "site-missing" in faults(tmp_path / "site", built)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("macros/claim.j2", "{{ assertion.html }}", "{{ assertion.html }} Not so.", "site-claim"),
        ("macros/citation.j2", 'data-source="{{ mark.source }}"', 'data-source="first-source"', "site-claim"),
        ("macros/note.j2", "<p>{{ paragraph }}</p>", "<p>{{ paragraph }} Not so.</p>", "site-prose"),
        ("macros/heading.j2", "{{ page.title() }}", "The mayor stole the money", "site-prose"),
    ],
)
def test_a_macro_that_shows_the_wrong_thing_fails_the_build(
    made: tuple[Project, Built], file: str, old: str, new: str, code: str
) -> None:
    project, _ = made
    sound = project.read(file)
    project.replace(file, old, new)
    try:
        with pytest.raises(ProblemsFound) as found:
            build(project.root, project.root / "other")
    finally:
        project.write(file, sound)
    assert code in {problem.code for problem in found.value.problems}
