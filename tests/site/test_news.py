"""What the preview tells its pages is text, whatever a record is called."""

from __future__ import annotations

from dalil.problems import Place, Problems
from dalil.site.news import News, with_news
from support import Project

NAME = "<img src=x onerror=go()>"


def test_a_name_is_told_as_text(project: Project) -> None:
    news = News()
    news.sound(project.check())
    project.replace("data/events/all.yml", "en: The treaty is signed", f"en: '{NAME}'")
    news.sound(project.check())
    told = news.told("en", 0)
    assert NAME in [one["name"] for one in told["changed"]]
    assert b"<img" not in with_news(b"<head></head><body></body>", told, "en")


def test_what_an_editor_wrote_is_told_as_text() -> None:
    news, problems = News(), Problems()
    problems.add("unknown-field", Place(f"data/{NAME}.yml", 1, 1), field=NAME, nearest=NAME, known=[NAME])
    news.broken(problems.sorted())
    page = with_news(b"<head></head><body></body>", news.told("en"), "en")
    assert b"<img" not in page
    assert b"&lt;img" in page
