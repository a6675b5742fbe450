"""What is wrong with a macro is said in our words, in English and Arabic; the template engine's are a quotation at most."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dalil.problems import Place, Problem, Problems
from dalil.render.calls import Call
from dalil.render.faults import CallFailed, note_failure
from dalil.render.page import Page
from dalil.render.reasons import reason_of
from dalil.render.shared import Shared
from dalil.render.skeletons import Skeleton
from dalil.render.templates import Templates
from dalil.wording import detail_of, message_of
from support import Project, foreign_words

BODIES = {
    # What stands in the macro that every page calls, to the words that tell of it.
    "{{ nowhere }}": "nothing is called “nowhere”",
    "{{ page.nowhere }}": "nothing is called “nowhere”",
    "{{ [1][4] }}": "has no item 4",
    "{{ nowhere.more }}": "nothing is called “nowhere”",
    "{{ 1 + 'a' }}": "“+” cannot be used on a value of type int",
    "{{ 'a' - 1 }}": "“-” cannot be used on a value of type str",
    "{{ -'a' }}": "“-” cannot be used on a value of type str",
    "{{ 1 / 0 }}": "divides by zero",
    "{{ 1 % 0 }}": "divides by zero",
    "{{ 1 < 'a' }}": "“<” cannot be used",
    "{% for one in 3 %}{% endfor %}": "a value of type int stands where a list must stand",
    "{{ 3|length }}": "a value of type int stands where a list must stand",
    "{{ 'a'() }}": "a value of type str cannot be called",
    "{{ 'a'|join(1, 2, 3) }}": "another number of arguments",
    "{{ 'a'|replace('b') }}": "fewer arguments",
    "{{ 'a'|replace(nothing='b') }}": "no argument “nothing”",
    "{% for one, other in [[1, 2, 3]] %}{% endfor %}": "another number of values",
    "{{ other() }}": "the argument “needed” is not given",
    "{{ other(1, 2) }}": "another number of arguments",
    "{{ other(1, odd=2) }}": "no argument “odd”",
    "{{ other(1, needed=2) }}": "",
    "{{ 'a'|nothing }}": "there is no filter “nothing”",
    "{{ 'a' is nothing }}": "there is no test “nothing”",
    "{{ ''.__class__ }}": "is not for macros",
    "{{ page }}": "it uses a value of type Page",
    "{{ 'a'.upper() }}": "is not for macros",
    "{{ 2 ** 9 }}": "the construction “Pow” is not for macros",
    "{{ 10000000000000000000 * 10 }}": "it reckons with numbers beyond",
    "{% if true %}": "“endmacro” stands where one of these must stand: elif, else, endif",
    "{% for one in [] %}{% endif %}": "“endif” stands where one of these must stand",
    "{% nothing %}": "“nothing” stands where one of these must stand",
    "{{ 'a' }": "“}” cannot stand here",
    "{{ }}": "“}}” cannot stand here",
    "{{ ( }}": "“}” stands where “)” must stand",
    "{{ [1, 2 }}": "“}” stands where “]” must stand",
    "{{ ? }}": "“?” cannot stand here",
    "{% %}": "a tag has no name",
    "{% set 1 = 2 %}": "",
    "{% macro x(a=1, b) %}{% endmacro %}": "an argument without a default",
    "{{ 1 is odd is even }}": "",
    "{% include 'nothing.j2' %}": "the construction “Include” is not for macros",
    "{% from 'nothing.j2' import x %}": "there is no “macros/nothing.j2”",
    "{% from 'note.j2' import nothing %}{{ nothing() }}": "has no macro “nothing”",
    "{# never closed": "the comment that opens here",
    "{{ 'never closed }}": "cannot stand here",
}
SENTENCE = re.compile(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")


MACRO = "{{% macro other(needed) %}}{{{{ needed }}}}{{% endmacro %}}\n{{#\nOne.\nExample: [[ one() ]]\n#}}\n{{% macro one() -%}}{body}{{%- endmacro %}}\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return Project(tmp_path_factory.mktemp("macros") / "project").check().shared["en"]


def broken(shared: Shared, root: Path, body: str) -> list[Problem]:
    """The problems of a macro that says `body`, and of a page that calls it."""
    (root / "macros").mkdir()
    (root / "macros" / "one.j2").write_text(MACRO.format(body=body))
    (root / "macros" / "note.j2").write_text("")
    problems = Problems()
    templates = Templates(root, problems)
    call = Call("one", (), Place("docs/index.md", 3, 4), "")
    skeleton = Skeleton("docs/index.md", "", "", "home", (), "", (), (), (call,))
    if not len(problems):
        try:
            templates.written(skeleton, Page(shared, "", "home"))
        except CallFailed as error:
            note_failure(error, Place("docs/index.md"), problems)
    return problems.sorted()


@pytest.mark.parametrize("body", BODIES)
def test_a_broken_macro_is_told_in_our_words(shared: Shared, tmp_path: Path, body: str) -> None:
    (problem,) = broken(shared, tmp_path, body)
    assert problem.code in ("macro-template", "page-template")
    assert BODIES[body] in message_of(problem, "en")
    assert "engine says" not in message_of(problem, "en")
    said = message_of(problem, "ar")
    assert not foreign_words(said), said
    assert not SENTENCE.search(said), said


PAGES = {
    "{{ claims() | upper }}": "a filter",
    "{{ clams('two-signed') }}": "no macro is called",
    "{{ statements(role=1) }}": "",
    "{{ title(1, 2, 3) }}": "",
    "{{ claims('no-such-claim') }}": "",
}


@pytest.mark.parametrize("call", PAGES)
def test_a_broken_page_is_told_in_our_words(project: Project, call: str) -> None:
    project.replace("docs/index.md", "{{ title() }}\n", f"{{{{ title() }}}}\n\n{call}\n")
    found = [one for one in project.problems() if one.place.path == "docs/index.md"]
    assert found
    for problem in found:
        assert PAGES[call] in message_of(problem, "en")
        assert not foreign_words(message_of(problem, "ar")), message_of(problem, "ar")


@pytest.mark.parametrize("error", [ValueError("the sky is green"), ArithmeticError(), KeyError()])
def test_what_has_no_words_of_ours_is_a_quotation(error: Exception) -> None:
    reason = reason_of(error)
    assert "the template engine says: “" in detail_of(reason, "en")
    assert not foreign_words(detail_of(reason, "ar"))
