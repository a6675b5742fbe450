"""A sign or word that a value brings along stands in no text beside it, in records and in catalogues."""

from __future__ import annotations

import pytest

from dalil.problems import Place
from dalil.wording import hint_of, message_of, say
from support import Project
from translating import add, catalogue_of, standing_of, translate

NEW = "data/claims/new.yml"
VALUES = {
    "percent": "{percent: 65}",
    "money": "{money: {amount: 2.13, scale: trillion, currency: USD}}",
    "span": "{duration: 50 days}",
    "n": "{integer: 7}",
    "day": "{date: 2026-02-03}",
}


ENGLISH = [
    ("percent", "It is {v}%.", "%"),
    ("percent", "It is {v} %.", "%"),
    ("percent", "It is {v}\u00a0٪.", "٪"),
    ("percent", "It is {v}‰.", "‰"),
    ("percent", "It is %{v}.", "%"),
    ("percent", "It is *{v}*%.", "%"),
    ("percent", "It is [{v}](entity:the-treaty)%.", "%"),
    ("percent", "It is {v} percent.", "percent"),
    ("percent", "It is {v} Per Cent.", "Per Cent"),
    ("money", "It is ${v}.", "$"),
    ("money", "It is {v}$.", "$"),
    ("money", "It is {v} €.", "€"),
    ("money", "It is USD {v}.", "USD"),
    ("money", "It is {v} USD.", "USD"),
    ("money", "It is {v} dollars.", "dollars"),
    ("money", "It is {v} US dollars.", "US dollars"),
    ("money", "It is {v} trillion.", "trillion"),
    ("span", "It is {v} days.", "days"),
    # No repetitions.
    ("percent", "It is {v} of 7%.", ""),
    ("percent", "It is {v} percentages.", ""),
    ("n", "It is {v}%.", ""),
    ("money", "It is {v} US exports.", ""),
    ("money", "It is {v}, in dollars.", ""),
    ("span", "It is {v} daily.", ""),
    ("day", "It is {v} days.", ""),
]
"""(value, text, the sign that it repeats)"""
ARABIC = [
    ("percent", "هو {v}٪.", "٪"),
    ("percent", "هو {v} في المئة.", "في المئة"),
    ("percent", "هو {v} بالمئة.", "بالمئة"),
    ("money", "هو {v} دولار.", "دولار"),
    ("span", "هو {v} يوما.", "يوما"),
    ("span", "هو {v} يومًا.", "يومًا"),
    ("money", "هو {v} دولارية.", ""),
]
SPANISH = [
    ("percent", "Es el {v} %.", "%"),
    ("percent", "Es el {v} por ciento.", "por ciento"),
    ("money", "Son {v} dólares.", "dólares"),
    ("money", "Son US${v}.", "$"),
    ("span", "Son {v} días.", "días"),
    ("percent", "Es el {v}.", ""),
]


def write(project: Project, *claims: tuple[str, str, str]) -> None:
    """Claims of an Arabic text, an English text and a value; each has nine lines."""
    project.write(
        NEW,
        "".join(
            f"a-claim-{number}:\n  topic: home\n  text:\n    ar: '{arabic}'\n    en: '{english}'\n"
            f"  values: {{v: {VALUES[value]}}}\n"
            "  citations:\n    - {source: first-source, locator: {whole: true}}\n\n"
            for number, (arabic, english, value) in enumerate(claims)
        ),
    )


def doubled(project: Project) -> dict[int, tuple[str, str]]:
    """Line to the sign that is repeated there, and what stands from the column on."""
    found = {}
    for problem in project.problems():
        if problem.code == "sign-twice":
            line = project.read(problem.place.path).split("\n")[problem.place.line - 1]
            found[problem.place.line] = (str(problem.details["sign"]), line[problem.place.column - 1 :])
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_in_records(project: Project, language: str) -> None:
    cases = ENGLISH if language == "en" else ARABIC
    sound = {"ar": "هو {v}.", "en": "It is {v}."}
    claims = [{**sound, language: text} for _, text, _ in cases]
    write(project, *((one["ar"], one["en"], value) for one, (value, _, _) in zip(claims, cases, strict=True)))
    found, first = doubled(project), 5 if language == "en" else 4
    signs = {first + 9 * number: sign for number, (_, _, sign) in enumerate(cases) if sign}
    assert {line: sign for line, (sign, _) in found.items()} == signs
    assert all(rest.startswith(("{v}", sign)) for sign, rest in found.values())


def test_it_is_said_with_its_remedy(project: Project) -> None:
    write(project, ("هو {v}.", "It is {v}%.", "percent"))
    problem = next(one for one in project.problems() if one.code == "sign-twice")
    assert problem.place == Place(NEW, 5, 16)
    assert "“%” stands beside “{v}”" in message_of(problem)
    assert "Delete “%”" in hint_of(problem)
    assert "احذف «\u2068%\u2069»" in hint_of(problem, "ar")
    assert say(problem).startswith(f"{NEW}:5:16: error[sign-twice]: ")


@pytest.mark.parametrize(
    "field", ["description: {ar: 'وصف {n}%.', en: 'Of {n}.'}", "notes: {x: {ar: '{n}٪.', en: '{n}.'}}"]
)
def test_in_a_page(project: Project, field: str) -> None:
    page = f"  {field}\n  values: {{n: {{percent: 65}}}}\n"
    if field.startswith("description"):
        project.replace("data/pages/all.yml", "  description: {ar: صفحة البداية., en: Where one starts.}\n", page)
    else:
        project.replace("data/pages/all.yml", "  sections:", f"{page}  sections:")
        project.replace("docs/index.md", "{{ references() }}", '{{ note("x") }}\n\n{{ references() }}')
    assert len(doubled(project)) == 1


def test_in_a_role_whose_statements_have_a_share(project: Project) -> None:
    project.replace("data/statements/all.yml", "  role: signed\n", "  role: signed\n  value: {percent: 65}\n")
    project.replace("data/roles/all.yml", "signed {object}.", "signed {object} by {value}%.")
    project.replace("data/roles/all.yml", '{object}", en', '{object} {value}", en')
    assert [(line, sign) for line, (sign, _) in doubled(project).items()] == [(3, "%")]


def test_in_a_catalogue(project: Project) -> None:
    write(project, *(("هو {v}.", f"It is {{v}}, case {chr(97 + n)}.", one[0]) for n, one in enumerate(SPANISH)))
    add(project, "es")
    keys = [f"claims/a-claim-{number}/text" for number in range(len(SPANISH))]
    translate(project, "es", {key: words for key, (_, words, _) in zip(keys, SPANISH, strict=True)})
    standing = standing_of(project, "es")
    found = {one.details["unit"]: one for one in standing.problems}
    assert {one.code for one in found.values()} == {"sign-twice"}
    for key, (_, words, sign) in zip(keys, SPANISH, strict=True):
        assert standing.states[key] == ("broken" if sign else "done"), words
        if sign:
            assert found[key].details["sign"] == sign
            place = found[key].place
            line = project.read(place.path).split("\n")[place.line - 1]
            assert line[place.column - 1 :].startswith(("{v}", sign))


def test_a_share_of_the_interface_that_is_given_in_words(project: Project) -> None:
    """The words for a rounded share are given the share as its locale writes it."""
    add(project, "es")
    assert "interface/percent.about/text" in catalogue_of(project, "es").messages
    translate(project, "es", {"interface/percent.about/text": "cerca del {share} %"})
    assert [one.code for one in standing_of(project, "es").problems] == ["sign-twice"]
