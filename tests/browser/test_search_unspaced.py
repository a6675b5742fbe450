"""Search where words have no spaces between them, in a small real site and a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from dalil.cli import main
from dalil.site.build import build
from dalil.site.server import serving

CLAIM = "claims/path-is"
TEXTS = {
    "zh-Hant": "有人說這條小路每年冬天都會點亮，它在[南極洲](entity:antarctica)的[燈籠灣](entity:lantern-bay)，始於{day}。",
    "ja": "[南極大陸](entity:antarctica)の[ランタン湾](entity:lantern-bay)にある小道は冬に毎年点灯される。最初は{day}。",
    "th": "ทางโคมไฟที่[อ่าวโคมไฟ](entity:lantern-bay)ใน[แอนตาร์กติกา](entity:antarctica)จะสว่างขึ้นทุกฤดูหนาว เริ่มเมื่อ{day}",
}
QUERIES = {
    "zh-Hant": ["小路", "冬天", "點亮", "這條小路", "路", "燈籠灣 冬天"],
    "ja": ["小道", "点灯", "冬", "ランタン", "ﾗﾝﾀﾝ"],
    "th": ["ฤดูหนาว", "สว่าง", "โคมไฟ", "แอนตาร์กติกา"],
}


@pytest.fixture(scope="module")
def lanterns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A new project's site in English and three languages without spaces, of which one claim is translated."""
    root = tmp_path_factory.mktemp("unspaced") / "lanterns"
    options = ["init", str(root), "--locales", "en,zh-Hant,ja,th", "--title", "Lanterns"]
    done = CliRunner().invoke(main, ["--lang", "en", *options])
    assert done.exit_code == 0, done.output
    for code, words in TEXTS.items():
        path: Path = root / "data" / "locales" / f"{code}.po"
        message = re.compile(r'(msgctxt "claims/path-is/text"\nmsgid (?:".*"\n)+msgstr )(?:".*"\n)+')
        text, times = message.subn(lambda match, words=words: f'{match[1]}"{words}"\n', path.read_text("utf-8"))  # type: ignore[misc]
        assert times == 1
        path.write_text(text, "utf-8")
    build(root, root / "site")
    with serving(root / "site") as address:
        yield address


@pytest.mark.parametrize("locale", TEXTS)
def test_words_within_a_clause_are_found_and_marked(browser: Browser, lanterns: str, locale: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    for query in QUERIES[locale]:
        page.goto(f"{lanterns}{locale}/search/?q={query}")
        page.locator("[data-done]").wait_for()
        claim = page.locator(f"[data-search-result='{CLAIM}']")
        expect(claim, query).to_be_visible()
        # What is marked are the signs that were asked for, and not the whole clause.
        marked = "".join(claim.locator(".result-title mark").all_inner_texts())
        assert 0 < len(marked) < 2 * len(query) + 6, (query, marked)
    page.goto(f"{lanterns}{locale}/search/?q={QUERIES[locale][0][::-1]}")
    page.locator("[data-done]").wait_for()
    expect(page.locator(f"[data-search-result='{CLAIM}']")).to_have_count(0)
    context.close()


def test_one_sign_is_enough_for_the_field(browser: Browser, lanterns: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(lanterns + "ja/")
    page.locator("#search").click()
    page.keyboard.type("冬")
    expect(page.locator(f"[role=option][data-search-result='{CLAIM}']")).to_be_visible()
    context.close()
