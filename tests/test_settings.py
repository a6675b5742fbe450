"""Where the site stands: what mkdocs.yml may say of it, and what it is told of all that it may not."""

from __future__ import annotations

import pytest

from dalil.problems import Problem, Problems
from dalil.store import Store
from dalil.store.settings import base_of, read_settings
from dalil.wording import LANGUAGES, hint_of, message_of
from support import Project

ODD = {
    "https://example.org": "https://example.org/",
    "https://example.org/folder": "https://example.org/folder/",
    "https://example.org/folder/index.html": "https://example.org/folder/",
    "https://example.org//folder/": "https://example.org/folder/",
    "https://example.org/a/../b/": "https://example.org/a/b/",
    "https://example.org/a/%2e%2E/b/": "https://example.org/a/b/",
    "https://example.org/folder/?a=b": "https://example.org/folder/",
    "https://example.org/folder/#a": "https://example.org/folder/",
    "https://example.org/my folder/": "https://example.org/my%20folder/",
    "https://example.org/a\\\\b/": "https://example.org/a%5Cb/",
    " https://example.org/": "https://example.org/",
    "//example.org/folder/": "https://example.org/folder/",
    "///example.org/": "https://example.org/",
    "example.org/folder/": "https://example.org/folder/",
    "http:example.org/": "http://example.org/",
    "HTTPS://example.org/": "https://example.org/",
    "https://example.org/folder/index.html?a#b": "https://example.org/folder/",
}
"""What somebody may write for the address of a site, and what was meant."""
HOPELESS = ["https://", "//", "/", "folder", "https://exa mple/", "ftp://example/"]
"""What leaves open what was meant."""
SOUND = {
    "https://example.org/": "/",
    "http://localhost:8000/": "/",
    "https://user.github.io/repo/": "/repo/",
    "https://example.org/a/b/c/": "/a/b/c/",
    "https://example.org/ورق/": "/%D9%88%D8%B1%D9%82/",
    "https://example.org/%D9%88/": "/%D9%88/",
}
"""Address to the path of the site's root."""


def read(project: Project, store: Store, address: str) -> tuple[str, list[Problem]]:
    """The address as settings give it, and what is said of it."""
    text = project.read("mkdocs.yml").split("\n")
    text[3] = f'site_url: "{address}"'
    project.write("mkdocs.yml", "\n".join(text))
    problems = Problems()
    return read_settings(project.root, store, problems).address, problems.sorted()


def test_an_odd_address_is_told_with_the_one_that_was_meant(project: Project) -> None:
    store = project.check().store
    for odd, meant in ODD.items():
        address, [problem] = read(project, store, odd)
        assert (address, problem.code, str(problem.place)) == ("", "settings-address", "mkdocs.yml:4:11"), odd
        assert all(f"site_url: {meant}" in (hint_of(problem, code) or "") for code in LANGUAGES), odd
        assert read(project, store, meant) == (meant, []), odd
        assert all(message_of(problem, code) for code in LANGUAGES)


def test_where_nothing_tells_what_was_meant_an_example_stands(project: Project) -> None:
    store = project.check().store
    for odd in HOPELESS:
        address, [problem] = read(project, store, odd)
        assert (address, problem.code) == ("", "settings-address"), odd
        assert all("https://example.org/folder/" in (hint_of(problem, code) or "") for code in LANGUAGES), odd


@pytest.mark.parametrize("address", SOUND)
def test_a_sound_address_says_where_the_root_is(project: Project, address: str) -> None:
    text = project.read("mkdocs.yml").replace("https://example.org/", address, 1)
    project.write("mkdocs.yml", text)
    assert base_of(project.root) == SOUND[address]
    settings = project.check().renderer.settings
    assert settings.address.isascii()
    assert settings.address.endswith(SOUND[address])
