"""What a hostile macro tries: nothing of Python, of files or of the page's own state is reached, and it always ends."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from dalil.problems import Place, Problem, Problems
from dalil.project.whole import Checked, check_project
from dalil.render import budget as limits
from dalil.render.calls import Call
from dalil.render.faults import note_failure
from dalil.render.filters import TESTS, filters
from dalil.render.offered import SPEAKERS, offered
from dalil.render.page import Page
from dalil.render.shared import Shared
from dalil.render.skeletons import Skeleton
from dalil.render.templates import Templates
from dalil.store import Store
from dalil.text.markup import as_markdown
from support import ROOT, Project

CANARY = Path(f"/tmp/dalil-canary-macro-{os.getpid()}")

REACH = [
    # Classes and functions
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ().__class__.__base__.__subclasses__() }}",
    "{{ [].__class__.__mro__ }}",
    "{{ page.__class__ }}",
    "{{ page.__init__.__globals__ }}",
    "{{ page.__dict__ }}",
    "{{ page.t.__func__.__globals__ }}",
    "{{ page.t.__self__._shared }}",
    "{{ page['__class__'] }}",
    "{{ page['_shared'] }}",
    "{{ [page]|map(attribute='__class__')|list }}",
    "{{ [page]|map(attribute='_shared.store.loaded')|list }}",
    "{{ [page]|selectattr('_shared')|list }}",
    "{{ [page]|groupby('__class__') }}",
    "{{ page|attr('_shared') }}",
    "{{ attack.__class__ }}",
    "{{ attack._func.__globals__.os }}",
    "{{ attack.name }}",
    "{{ attack.__call__.__globals__ }}",
    # Formats
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{a.__class__}'.format_map({'a': page}) }}",
    "{{ '%s'.__mod__(1) }}",
    "{{ '%s' % page }}",
    "{{ '%999999999d' % 1 }}",
    "{{ page.title().format(page) }}",
    "{{ page.title().__html__ }}",
    "{{ page.title().escape('x') }}",
    "{{ page.title().unescape() }}",
    "{{ '{}'|format(page) }}",
    # The page's own state and what stands behind it
    "{{ page._shared }}",
    "{{ page._store.claims }}",
    "{{ page._citing }}",
    "{{ page.shown }}",
    "{{ page.used.clear() }}",
    "{{ page.shown.update({'x': none}) }}",
    "{{ page.colophon._shared.settings }}",
    "{{ page.pictures.shown }}",
    "{{ page.pictures._open('x', 'map') }}",
    "{{ page.standing._shared.store }}",
    "{{ page.standing._shown.clear() }}",
    "{{ page.sources().append(1) }}",
    "{{ page.sources()[0].__dict__ }}",
    "{{ page.sources()[0].__dataclass_fields__ }}",
    "{{ page.cited.append('x') }}",
    "{{ page.link('__class__', 'x') }}",
    "{{ page.link('loaded', 'x') }}",
    "{{ page.link('of_kind', 'x') }}",
    # What Jinja brings
    "{{ cycler.__init__.__globals__.os.system('touch CANARY') }}",
    "{{ lipsum.__globals__['os'].popen('touch CANARY') }}",
    "{{ joiner('x') }}",
    "{{ namespace(a=1) }}",
    "{% set n = namespace() %}{% set n.a = 1 %}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for x in [1] %}{{ loop._undefined.__init__.__globals__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle(1) }}{% endfor %}",
    "{{ varargs.__class__ }}",
    "{{ varargs.count(1) }}",
    "{{ kwargs.__class__ }}",
    "{{ kwargs.items() }}",
    "{{ kwargs.setdefault('a', 1) }}",
    "{% call inner() %}{% endcall %}",
    "{{ caller.__call__ }}",
    "{{ caller.name }}",
    "{{ nothing.__class__ }}",
    "{{ nothing.x }}",
    "{{ (nothing|default(page)).__class__ }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ missing }}",
    "{{ resolve('page') }}",
    "{{ (page.sources()|map(attribute='id')).gi_frame }}",
    "{{ (page.sources()|map(attribute='id')).gi_code }}",
    "{{ (page.sources()|map(attribute='id')).__next__() }}",
    "{{ page.sources()|map('attr', '__class__')|list }}",
    "{{ page.sources()|map('tojson')|list }}",
    "{{ page.sources()|pprint }}",
    "{{ page.sources()|xmlattr }}",
    "{{ ['x']|map('_counting', 1)|list }}",
    "{{ page.sources()|sum(start=page) }}",
    "{{ '<script>alert(1)</script>'|safe }}",
    "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "{% set p = page.t %}{{ p.__globals__ }}",
    "{% set a, b = page.t, page.t %}{{ a.__code__.co_consts }}",
    "{{ 1 .__class__ }}",
    "{{ 1.5.as_integer_ratio() }}",
    "{{ true.real }}",
    "{{ page }}",
    "{{ page.t }}",
    "{{ page.sources() }}",
    "{{ attack }}",
    "{{ varargs }}",
    "{{ {'a': 1} }}",
    "{{ page.sources() == page.sources() }}",
    "{{ page in [page] }}",
    "{{ none }}",
    # Files
    "{% include 'README.md' %}",
    "{% include '../data/site.yml' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'claim.j2' %}",
    "{% extends 'claim.j2' %}",
    "{% import 'claim.j2' as c %}{{ c }}",
    "{% import 'claim.j2' as c %}{{ c.__loader__ }}",
    "{% from '../data/site.yml' import x %}",
    "{% from '/etc/passwd' import x %}",
    "{% from 'README.md' import x %}",
    "{% from 'claim.j2' import _body_stream %}",
    "{% from 'claim.j2' import make_module %}{{ make_module() }}",
    "{% from 'secret.j2' import x %}",
]  # fmt: skip
"""Bodies of a macro `attack`, of which none can be made a page of."""

SPEND = {
    "loops": "{% set l = 'aaaaaaaaaaaaaaaaaaaa' %}" + "{% for a in l %}" * 12 + "x" + "{% endfor %}" * 12,
    "loops that write much": "{% for a in '" + "a" * 3000 + "' %}{% for b in '" + "a" * 3000 + "' %}"
    + "word " * 1000 + "{% endfor %}{% endfor %}",
    "itself": "{{ attack() }}",
    "itself twice": "{{ attack() }}{{ attack() }}",
    "another and back": "{{ inner2() }}",
    "many calls": "{% set l = '" + "a" * 300 + "' %}" + "{% for a in l %}" * 3 + "{{ page.sources()|length }}"
    + "{% endfor %}" * 3,
    "texts doubled": "{% set s = 'aaaaaaaaaa' %}" + "{% set s = s ~ s %}" * 60 + "{{ s|length }}",
    "texts added": "{% set s = 'aaaaaaaaaa' %}" + "{% set s = s + s %}" * 60 + "{{ s|length }}",
    "texts times": "{{ ('a' * 9999999999)|length }}",
    "lists times": "{{ ([1] * 9999999999)|length }}",
    "lists doubled": "{% set s = [1] %}" + "{% set s = s + s %}" * 60 + "{{ s|length }}",
    "texts replaced": "{% set s = 'aaaaaaaaaa' %}" + "{% set s = s|replace('a', s) %}" * 30 + "{{ s|length }}",
    "texts joined": "{% set s = 'aaaaaaaaaa' %}" + "{% set s = s|join(s) %}" * 30 + "{{ s|length }}",
    "texts caught": "{% set s = 'aaaaaaaaaa' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 60 + "{{ s|length }}",
    "numbers to a power": "{{ 10 ** 10 ** 10 }}",
    "numbers multiplied": "{% set n = 999999999 %}" + "{% set n = n * n %}" * 60 + "{{ n }}",
    "numbers shown": "{{ " + "9" * 5000 + " }}",
    "lists within lists": "{% set s = ['a'] %}" + "{% set s = [s, s] %}" * 60 + "{{ s|join }}",
    "lists compared": "{% set s = ['a'] %}{% set r = ['a'] %}"
    + "{% set s = [s, s] %}{% set r = [r, r] %}" * 60 + "{{ 'x' if s == r else 'y' }}",
    "arguments within arguments": "{{ nest(60, 'x') }}",
    "sums of lists": "{% set s = [[1]] %}{{ s|sum }}",
    "a filter over a filter": "{% set l = '" + "a" * 3000 + "' %}{% for a in l %}{% for b in l|map('length') %}"
    + "{{ l|map('length')|sum }}{% endfor %}{% endfor %}",
    "wide": "{{ 'a'|center(9999999999) }}",
    "constant while compiling": "{{ 'a' * 9999999999 }}",
    "recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "modules that load each other": "{% from 'ping.j2' import x with context %}",
    "modules twice each": "{% from 'm0.j2' import x with context %}",
    "tags": "{% set s = '<!--a-->' %}" + "{% set s = s ~ s %}" * 18 + "{{ s|striptags }}",
    "headings": "{% set s = '#<' %}" + "{% set s = s ~ s %}" * 18 + "{{ s|as_markdown }}",
    "membership": "{% set s = 'ab' %}" + "{% set s = s ~ s %}" * 19 + "{% set t = s ~ 'c' %}"
    + "{% for a in s %}{% for b in s %}{{ 'x' if t in s else 'y' }}{% endfor %}{% endfor %}",
}  # fmt: skip
"""Bodies that would never end, or fill the memory."""


CALLED = (Call("attack", (), Place("docs/x.md", 4, 4), ""),)
LOADING = {
    "modules that load each other": {
        "ping.j2": "{% from 'pong.j2' import x with context %}{% macro x() %}{% endmacro %}",
        "pong.j2": "{% from 'ping.j2' import x with context %}{% macro x() %}{% endmacro %}",
    },
    "modules twice each": {
        f"m{number}.j2": (f"{{% from 'm{number + 1}.j2' import x with context %}}" * 2 if number < 39 else "")
        + "{% macro x() %}{% endmacro %}"
        for number in range(40)
    },
}
"""Macro files that load one another without end, or twice each."""


class Attacked:
    """A project's macros with one that attacks, and a page that calls it."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.root = folder
        (folder / "macros").mkdir(parents=True)
        (folder / "macros" / "README.md").write_text("{% macro x() %}{% endmacro %}")
        shutil.copy(ROOT / "macros" / "claim.j2", folder / "macros")
        for name in ("citation.j2", "language.j2", "status.j2", "withdrawal.j2"):
            shutil.copy(ROOT / "macros" / name, folder / "macros")

    def by(self, body: str, more: Mapping[str, str] = MappingProxyType({})) -> list[Problem]:
        """The problems of a page that calls a macro of this body."""
        text = (
            "{% macro inner() %}{{ caller.__class__ }}{% endmacro %}\n"
            "{% macro inner2() %}{{ attack() }}{% endmacro %}\n"
            "{% macro nest(n, a) %}{{ nest(n - 1, varargs, varargs) if n else (a == varargs) }}{% endmacro %}\n"
            "{#\nAn attack.\nExample: [[ attack() ]]\n#}\n{% macro attack() %}\n"
            + body
            + "\n{{ 'ended' if not varargs }}"
            "{{ 'x' if kwargs }}{% endmacro %}\n"
        )
        for name, words in {"attack.j2": text, **more}.items():
            (self.root / "macros" / name).write_text(words)
        problems = Problems()
        templates = Templates(self.root, problems)
        try:
            if not len(problems):
                templates.render(SKELETON, self.page)
        except Exception as error:  # as the engine does, whatever comes up
            note_failure(error, Place(SKELETON.path), problems)
        for name in more:
            (self.root / "macros" / name).unlink()
        return problems.sorted()


SKELETON = Skeleton("docs/x.md", "", "x/", "home", (), "", (), (), CALLED)


@pytest.fixture(scope="module")
def checked(tea: Callable[[], Path]) -> Checked:
    return check_project(tea())


@pytest.fixture
def attacked(checked: Checked, tmp_path: Path) -> Attacked:
    return Attacked(Page(checked.renderer.shared["fr"], "x/", "home"), tmp_path / "attacked")


def test_there_are_enough() -> None:
    assert len(REACH) == len(set(REACH)) >= 40


@pytest.mark.parametrize("body", REACH, ids=range(len(REACH)))
def test_no_macro_reaches_anything(body: str, attacked: Attacked) -> None:
    found = attacked.by(body.replace("CANARY", str(CANARY)))
    assert {problem.code for problem in found} & {"macro-template", "page-template", "interface-missing"}
    assert all(problem.place.path in ("macros/attack.j2", "docs/x.md") for problem in found), found
    assert not CANARY.exists()


def test_a_body_that_does_nothing_forbidden_is_no_problem(attacked: Attacked) -> None:
    """The attempts fail for what they try, not for where they stand."""
    assert attacked.by("{{ page.title() }}{% for x in [1] %}{{ loop.index }}{% endfor %}{{ varargs|length }}") == []


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the limits, so that spending them takes no long time."""
    monkeypatch.setattr(limits, "MOST_STEPS", limits.MOST_STEPS // 10)
    monkeypatch.setattr(limits, "MOST_SECONDS", 5.0)


@pytest.mark.parametrize("name", SPEND)
@pytest.mark.usefixtures("small_limits")
def test_every_macro_ends(name: str, attacked: Attacked) -> None:
    began = time.process_time()
    found = attacked.by(SPEND[name], LOADING.get(name, {}))
    assert time.process_time() - began < 20
    assert [problem.code for problem in found] == ["macro-template"], found
    assert found[0].place.path.startswith("macros/")


@pytest.mark.usefixtures("small_limits")
def test_it_ends_in_any_thread(attacked: Attacked) -> None:
    """The limits are no signals, which only the main thread gets."""
    found: list[Problem] = []
    thread = threading.Thread(target=lambda: found.extend(attacked.by(SPEND["loops"])))
    thread.start()
    thread.join(120)
    assert [(one.code, str(one.place)) for one in found] == [("macro-template", "macros/attack.j2:9:1")]


@pytest.mark.usefixtures("small_limits")
def test_one_page_that_never_ends_is_the_last_that_is_made(project: Project) -> None:
    """In the whole check: at the macro's line, once, and not again for every page and language."""
    project.replace("macros/heading.j2", "{% macro title() -%}", "{% macro title() -%}" + SPEND["loops"])
    began = time.process_time()
    assert [(one.code, str(one.place)) for one in project.problems()] == [("macro-template", "macros/heading.j2:10:1")]
    assert time.process_time() - began < 30


def test_a_link_among_the_macros_is_not_followed(project: Project, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("{% macro x() %}the secret{% endmacro %}")
    (project.root / "macros" / "secret.j2").symlink_to(secret)
    found = project.problems()
    assert [(one.code, str(one.place)) for one in found] == [("file-not-real", "macros/secret.j2:1:1")]


def test_the_lists_hold_what_macros_use_and_no_more() -> None:
    """A filter, a test or a name that no macro of this repository uses is taken off its list."""
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros").glob("*.j2"))
    for name in filters(as_markdown):
        assert f"|{name}" in text or f'map("{name}")' in text, name
    assert all(f"is {name}" in text or f'"{name}"' in text for name in TESTS)
    for kind, names in SPEAKERS.items():
        assert not any(name.startswith("_") for name in names), kind
    for kind in (Shared, Store, Templates, type, str, dict, type(test_there_are_enough)):
        assert offered(kind) == frozenset()
