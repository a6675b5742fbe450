"""Fixtures that every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from dalil.wording import say
from install_browser import installed
from page_checks import DESKTOP, PHONE
from rich_project import CALLS, MORE
from support import ROOT, TEA, Project

# A busy machine makes no test fail: speed is shown in benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A sound project to break."""
    return Project(tmp_path / "project")


@pytest.fixture
def rich(project: Project) -> Project:
    """A sound project with a record of every kind, each named wherever one of its kind can be."""
    for name, text in MORE.items():
        project.write(name, text)
    project.replace("docs/index.md", '{{ claims("two-signed") }}', CALLS)
    assert [say(problem) for problem in project.problems()] == []
    return project


@pytest.fixture(scope="session")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes copies of the tea site, complete with macros."""

    def copy() -> Path:
        root = tmp_path_factory.mktemp("tea") / "site"
        shutil.copytree(TEA, root, ignore=shutil.ignore_patterns("site", ".dalil"))
        shutil.copytree(ROOT / "macros", root / "macros")
        return root

    return copy


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium, gone after each file: Playwright's event loop would stand in the way of other tests'."""
    path = installed()
    assert path, "no Chromium: run `make browser`"
    arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of one language for all is made on a phone's and a desktop's width; see `page` for those of several."""
    given = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "page" in metafunc.fixturenames and not any(
        name in one for one in given for name in ("locale", "below", "page")
    ):
        metafunc.parametrize("page", ["phone", "desktop"], indirect=True)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a fresh profile.

    A test of several languages has one width for each, English a desktop's and the others a phone's: what depends on
    both at once has contexts of its own.
    """
    given = request.node.callspec.params
    language = given.get("locale", given.get("below", ""))
    wide = getattr(request, "param", "desktop" if language.startswith("en") else "phone") == "desktop"
    size = DESKTOP if wide else PHONE
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
    yield context.new_page()
    context.close()
