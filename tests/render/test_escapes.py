"""Attempts to reach Python, files or time from a page: each is a problem with its line, and none is ever evaluated."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError, nodes

from dalil.problems import Problems
from dalil.render.calls import Own, read_calls
from support import Project

CANARY = Path(f"/tmp/dalil-canary-{os.getpid()}")
SHELL = f"touch {CANARY}; true"

ATTEMPTS = [
    # Through the globals of Jinja
    f"{{{{ cycler.__init__.__globals__.os.system('{SHELL}') }}}}",
    f"{{{{ lipsum.__globals__['os'].popen('{SHELL}').read() }}}}",
    f"{{{{ joiner.__init__.__globals__['__builtins__'].open('{CANARY}', 'w') }}}}",
    f"{{{{ namespace.__init__.__globals__.os.system('{SHELL}') }}}}",
    "{{ range(10 ** 9)|list }}",
    # Classes
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    f"{{{{ ().__class__.__bases__[0].__subclasses__()[40]('{CANARY}', 'w') }}}}",
    "{{ ''['__class__']['__mro__'][1]['__subclasses__']() }}",
    "{{ title.__class__ }}",
    "{{ title._func.__globals__ }}",
    f"{{{{ title.__call__.__globals__.os.system('{SHELL}') }}}}",
    "{{ title()|attr('__class__') }}",
    "{{ (title()).__class__.__base__ }}",
    "{{ page.__class__.__init__.__globals__ }}",
    "{{ page._shared.store }}",
    "{{ page['_shared'] }}",
    "{{ page.t.__func__.__globals__ }}",
    "{{ page.t('site.changed') }}",
    "{{ page.shown.update({'a': 1}) }}",
    "{{ page.title() }}",
    "{{ page.record_id.__class__ }}",
    "{{ page.record_id }}",
    "{{ page }}",
    # Within arguments
    f"{{{{ claims(cycler.__init__.__globals__.os.system('{SHELL}')) }}}}",
    "{{ claims('two-signed', lipsum.__globals__) }}",
    "{{ claims(*page.shown) }}",
    "{{ claims(**{'a': 1}) }}",
    "{{ claims(['a', cycler]) }}",
    "{{ claims([['two-signed']]) }}",
    "{{ claims({'a': 'b'}) }}",
    "{{ claims(('two-signed',)) }}",
    "{{ claims(title()) }}",
    "{{ claims(page.title()) }}",
    "{{ claims(page.locale) }}",
    "{{ claims(page.record_id.upper()) }}",
    "{{ claims(title) }}",
    "{{ claims(self) }}",
    "{{ claims(undefined_name) }}",
    "{{ statements(role=page._shared) }}",
    "{{ statements(role=('signed' if true else '')) }}",
    "{{ claims('two-' ~ 'signed') }}",
    "{{ claims('two-' + 'signed') }}",
    "{{ claims('%s' % 'two-signed') }}",
    "{{ claims('two-signed'|upper) }}",
    "{{ claims('two-signed'[0]) }}",
    "{{ claims('two-signed'[::-1]) }}",
    "{{ claims('{0.__class__}'.format(1)) }}",
    "{{ claims(not true) }}",
    "{{ claims(1 < 2) }}",
    "{{ claims('a' is defined) }}",
    "{{ claims('a' in 'ab') }}",
    "{{ claims(-1) }}",
    # Time and memory
    "{{ 'a' * 10 ** 10 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ claims('a' * 999999999) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a'|center(999999999) }}",
    "{{ claims(" + "9" * 5000 + ") }}",
    "{{ claims(" + "(" * 3000 + ")" * 3000 + ") }}",
    "{{ claims(" + "[" * 3000 + "]" * 3000 + ") }}",
    "{{ claims(" + "not " * 3000 + "true) }}",
    "{{ " + "title(" * 3000 + ")" * 3000 + " }}",
    "{{ title" + ".a" * 20000 + " }}",
    "{{ 1" + " + 1" * 20000 + " }}",
    "{{ claims(" + ", ".join(["'two-signed'"] * 201) + ") }}",
    "{{ title() }}\n" * 1001,
    "{# " + "x" * 100_001 + " #}",
    # Blocks
    "{% set x = cycler.__init__.__globals__ %}",
    "{% for x in range(10) %}{{ title() }}{% endfor %}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% if true %}{{ title() }}{% endif %}",
    "{% macro f() %}{{ cycler }}{% endmacro %}{{ f() }}",
    "{% import 'claim.j2' as c %}{{ c.__loader__ }}",
    "{% from 'claim.j2' import claim_of %}",
    "{% include 'claim.j2' %}",
    "{% include '../data/site.yml' %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'claim.j2' %}",
    "{% block a %}{% endblock %}",
    "{% raw %}{{ title() }}{% endraw %}",
    "{% filter upper %}{{ title() }}{% endfilter %}",
    "{% call title() %}{% endcall %}",
    "{% with a = 1 %}{% endwith %}",
    "{% autoescape false %}{{ title() }}{% endautoescape %}",
    "{%- set x = 1 -%}",
    "{% trans %}a{% endtrans %}",
    "{% do [].append(1) %}",
    "{% debug %}",
    # Words and markup
    '{{ "<p data-editorial=x>Fifty people died</p>"|safe }}',
    '{{ "<h2>The mayor stole the money</h2>"|safe }}',
    '{{ "<script>alert(1)</script>" }}',
    "{{ 'words' }}",
    "{{ 5 }}",
    "{{ title(), title() }}",
    "{{ title() ~ title() }}",
    "{{ title() or title() }}",
    "{{ title() if title() else title() }}",
    "{{ title()() }}",
    "{{ }}",
    "{{ title( }}",
    "{{ title() }",
    "{{ title() }} words",
    "{{ title()",
    "{# not closed",
    "<script>alert(1)</script>",
    "<!-- {{ cycler }} -->",
    "# A heading",
    "[a link](javascript:alert(1))",
]  # fmt: skip

CALLS_OF_NO_MACRO = [
    "{{ dict(a=1) }}",
    "{{ lipsum(n=9999999) }}",
    "{{ cycler('a') }}",
    "{{ namespace(a=1) }}",
    "{{ range(999999999) }}",
    "{{ self() }}",
    "{{ super() }}",
    "{{ caller() }}",
    "{{ claim_of('two-signed') }}",
    "{{ open('/etc/passwd') }}",
    "{{ eval('1') }}",
    "{{ __import__('os') }}",
    "{{ title(__class__='x') }}",
    "{{ title('more') }}",
    "{{ claim(page.record_id) }}",
    "{{ claim(id='two-signed', varargs=[1]) }}",
    "{{ claim(caller='x', id='two-signed') }}",
]
"""Calls with constants, but of nothing that a page may call, or with what it does not take."""


def test_there_are_enough_attempts() -> None:
    assert len(ATTEMPTS) == len(set(ATTEMPTS)) >= 60


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=range(len(ATTEMPTS)))
def test_no_page_reaches_anything(attempt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by itself, each attempt is refused at a line of its own, at once; Jinja's compiler is never asked."""

    def compiled(*_: object, **__: object) -> None:
        raise AssertionError("something of a page was compiled")

    monkeypatch.setattr(Environment, "compile", compiled)
    monkeypatch.setattr(Environment, "compile_expression", compiled)
    monkeypatch.setattr(nodes.Expr, "as_const", compiled)
    problems, began = Problems(), time.process_time()
    assert read_calls("docs/x.md", f"{{{{ title() }}}}\n\n{attempt}\n", 4, problems) is None
    assert time.process_time() - began < 3
    found = problems.sorted()
    assert found
    lines = range(4, 8 + attempt.count("\n"))
    assert all(problem.place.path == "docs/x.md" and problem.place.line in lines for problem in found)
    assert {problem.code for problem in found} <= {"page-not-data", "page-prose", "page-template"}
    assert not CANARY.exists()


def test_the_whole_check_refuses_them_all_and_runs_none(project: Project) -> None:
    """All at once in one project, each in a page of its own; the problems of each stand in its file."""
    tried = [*ATTEMPTS, *CALLS_OF_NO_MACRO]
    records = "".join(
        f"p{number}:\n  title: {{ar: ص, en: P}}\n  description: {{ar: و., en: D.}}\n" for number in range(len(tried))
    )
    project.write("data/pages/attempts.yml", records)
    for number, attempt in enumerate(tried):
        project.write(f"docs/p{number}.md", f"---\npage: p{number}\n---\n{{{{ title() }}}}\n\n{attempt}\n")
    began = time.process_time()
    found = project.problems()
    assert time.process_time() - began < 30
    refused = {problem.place.path for problem in found if problem.place.line >= 4}
    assert {f"docs/p{number}.md" for number in range(len(tried))} == refused
    assert not CANARY.exists()


@pytest.mark.parametrize(
    "head",
    [
        f"page: '{{{{ cycler.__init__.__globals__.os.system(\"{SHELL}\") }}}}'",
        "page: home\nkind: '{{ 7919 * 7907 }}'",
        "page: home\n'{{ cycler }}': x",
        "page: home\nlists: ['{% for x in y %}']",
    ],
    ids=["a call", "a sum", "a field", "a list"],
)
def test_a_head_is_never_a_template(head: str, project: Project) -> None:
    project.write("docs/x.md", f"---\n{head}\n---\n{{{{ title() }}}}\n")
    assert all("62615533" not in str(problem.details) for problem in project.problems())
    assert not CANARY.exists()


@pytest.mark.parametrize(
    ("call", "codes"),
    [
        ('{{ note("a\\u202eb") }}', ["bidi-control"]),
        ('{{ note(id=["\\x00", "\\ue000"]) }}', ["control-character", "private-character"]),
        ('{{ note("\\N{ZERO WIDTH SPACE}") }}', ["invisible-character"]),
        ('{{ note("\\ud800") }}', ["control-character"]),
        ('{{ note("\\U000e0041\\U000e0041") }}', ["invisible-character"]),
    ],
)
def test_what_escapes_stand_for_passes_the_gate_for_characters(call: str, codes: list[str]) -> None:
    problems = Problems()
    assert read_calls("docs/x.md", f"{{{{ title() }}}}\n\n{call}\n", 4, problems) is None
    assert [(problem.place.line, problem.code) for problem in problems.sorted()] == [(6, code) for code in codes]


def test_comments_are_dropped_unread() -> None:
    problems = Problems()
    text = "{# {{ cycler.__init__ }} {% include 'x' %} #}{{ title() }}{#- a -#}"
    calls = read_calls("docs/x.md", text, 1, problems)
    assert [call.macro for call in calls or ()] == ["title"]
    assert len(problems) == 0


def test_places_are_those_of_the_words() -> None:
    problems = Problems()
    text = '{{ a("x",\n   b=["y", 2],\n   c=page.record_id) }}  {{ d(true, none, 1.5) }}'
    calls = read_calls("docs/x.md", text, 10, problems)
    assert calls is not None
    first, second = calls
    assert (first.macro, str(first.place), second.before) == ("a", "docs/x.md:10:4", "  ")
    assert [(one.value, one.name) for one in first.given] == [
        ("x", ""),
        (("y", 2), "b"),
        (Own("record_id"), "c"),
    ]
    assert [one.place.line for one in first.given] == [10, 11, 12]
    assert [one.value for one in second.given] == [True, None, 1.5]


PIECES = st.sampled_from(
    ["title", "claims", "page", "cycler", "self", "a", "'x'", '"y"', "1", "2.5", "true", "none", "not", "and", "or",
     "if", "else", "is", "in", "for", "set", "(", ")", "[", "]", "{", "}", ".", ",", "|", "~", "+", "-", "*", "**", "/",
     "%", "==", "<", "=", ":", "{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "\n", " ", "record_id", "__class__"]
)  # fmt: skip
CALLS = st.lists(PIECES, max_size=14).map(" ".join)
NEAR = st.lists(
    st.one_of(CALLS, CALLS.map("{{{{ title({}) }}}}".format), st.just('{{ claims("x", n=1) }}')), max_size=3
)


def _constant(node: nodes.Node) -> object:
    if isinstance(node, nodes.List):
        return tuple(_constant(item) for item in node.items)
    if isinstance(node, nodes.Getattr):
        assert isinstance(node.node, nodes.Name)
        assert (node.node.name, node.attr in ("record_id", "record_kind")) == ("page", True)
        return Own(node.attr)
    assert isinstance(node, nodes.Const), node
    return node.value


@settings(max_examples=1500, deadline=None)
@given(NEAR.map("\n".join))
def test_whatever_is_taken_is_a_tree_of_calls_with_constants(text: str) -> None:
    """Jinja itself, asked of the whole text, finds in it the same calls with the same constants, and nothing else."""
    problems = Problems()
    calls = read_calls("docs/x.md", text, 1, problems)
    if calls is None:
        assert len(problems)
        return
    tree = Environment(keep_trailing_newline=True).parse(text)
    parts = [node for output in tree.body for node in (output.nodes if isinstance(output, nodes.Output) else [output])]
    found = [node for node in parts if not isinstance(node, nodes.TemplateData)]
    assert all(not node.data.strip() for node in parts if isinstance(node, nodes.TemplateData))
    assert len(found) == len(calls)
    for node, call in zip(found, calls, strict=True):
        assert isinstance(node, nodes.Call)
        assert isinstance(node.node, nodes.Name)
        assert node.node.name == call.macro
        assert node.dyn_args is None
        assert node.dyn_kwargs is None
        values = [_constant(one) for one in node.args] + [_constant(one.value) for one in node.kwargs]
        assert values == [one.value for one in call.given]


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    problems = Problems()
    calls = read_calls("docs/x.md", text, 1, problems)
    assert (calls is None) == bool(len(problems))


def test_jinja_would_have_run_them() -> None:
    """The canary can sing: in a plain environment the first attempt does what it says."""
    CANARY.unlink(missing_ok=True)
    Environment().from_string(ATTEMPTS[0]).render()
    assert CANARY.exists()
    CANARY.unlink()


def test_a_lexer_that_disagrees_is_no_way_in() -> None:
    """What stands in a text that looks like the end of a call belongs to the text."""
    calls = read_calls("docs/x.md", "{{ claims('}} {{ cycler }}') }}", 1, Problems())
    assert calls is not None
    assert calls[0].given[0].value == "}} {{ cycler }}"
    with pytest.raises(TemplateSyntaxError):
        Environment().parse("{{ title( }}")
