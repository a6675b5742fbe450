"""Which disputed questions come first: those that change what a reader takes away; the rest come last, folded."""

from __future__ import annotations

import re

from dalil.project.whole import Checked
from dalil.render.export.records import Export
from dalil.render.page import Page
from support import Project

DISPUTES = "data/disputes/all.yml"
SECOND = (
    "which-day:\n  topic: home\n  question: {ar: أي يوم؟, en: Which day?}\n  versions:\n"
    "    - {label: {ar: يوم, en: One}, claims: [two-signed]}\n    - {label: {ar: آخر, en: Another}, claims: [says-chile]}\n"
    "  conclusion: {ar: اليوم نفسه., en: The same day.}\n  reason: {ar: سهو., en: A slip.}\n"
)
FIRST_IS_A_FOOTNOTE = ("how-many:\n  topic: home\n", "how-many:\n  topic: home\n  weight: footnote\n")


def page_of(checked: Checked, path: str) -> str:
    """An English page as it is staged."""
    (text,) = [page.text for page in checked.pages() if (page.locale, page.path) == ("en", path)]
    return text


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def weighed(rich: Project) -> Project:
    """Two questions, of which the first in the store is a footnote."""
    rich.write(DISPUTES, (rich.root / DISPUTES).read_text(encoding="utf-8") + SECOND)
    rich.replace(DISPUTES, *FIRST_IS_A_FOOTNOTE)
    return rich


def test_a_footnote_comes_after_every_question_of_weight(rich: Project) -> None:
    checked = weighed(rich).check()
    page = Page(checked.renderer.shared["en"], "", "home")
    assert [[one.id for one in page.disputes(weight)] for weight in ("main", "footnote")] == [
        ["which-day"],
        ["how-many"],
    ]
    assert [one.id for one in page.questions("footnote")] == ["how-many"]
    written = page_of(checked, "disputes.md")
    assert written.index("## Which day?") < written.index("## Lesser questions") < written.index("### How many?")


def test_a_footnote_says_what_we_write_and_folds_the_rest(rich: Project) -> None:
    """The conclusion is never folded, and nothing of the versions is left out."""
    block = page_of(weighed(rich).check(), "glossary.md").split('id="dispute-how-many"')[1].split("</section>")[0]
    shown, folded = block.split("<details")
    assert "Not known." in words(shown)
    assert 'class="versions"' not in shown
    assert folded.count('class="version"') == 2
    assert "Why:" in words(folded)


def test_a_question_of_weight_folds_nothing(rich: Project) -> None:
    block = page_of(rich.check(), "glossary.md").split('id="dispute-how-many"')[1].split("</section>")[0]
    assert "<details" not in block
    assert "Lesser questions" not in page_of(rich.check(), "disputes.md")


def test_the_weight_is_exported(rich: Project) -> None:
    export = Export(weighed(rich).check().renderer.shared)
    assert [export.dispute(one).weight for one in ("how-many", "which-day")] == ["footnote", "main"]


def test_a_weight_that_is_none_is_told_at_its_place(rich: Project) -> None:
    rich.replace(DISPUTES, FIRST_IS_A_FOOTNOTE[0], FIRST_IS_A_FOOTNOTE[1].replace("footnote", "footnot"))
    (problem,) = rich.problems()
    assert (problem.code, problem.place.path, problem.place.line) == ("bad-value", DISPUTES, 3)
    assert problem.details["nearest"] == "footnote"
