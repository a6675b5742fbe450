"""Names in a list: in each language's own order unless an editor gave one, with the article where a language says one."""

from __future__ import annotations

import pytest

from support import Project

ENTITIES = "data/entities/all.yml"
SIGNED = "{subject}-signed: {{subject: {subject}, role: signed, object: the-treaty, topic: home, citations: [{{source: first-source, locator: {{whole: true}}}}]}}\n"
CLAIM = (
    "who:\n  topic: home\n  text: {{ar: 'وقّعت {{names}}.', en: 'Signed by {{names}}.'}}\n  values: {{names: {value}}}\n"
    "  citations: [{{source: first-source, locator: {{whole: true}}}}]\n"
)
DERIVED = "{list: {statements: {role: signed}}}"
TYPED = "{entities: [united-states, the-treaty, chile, bahamas]}"


def said(project: Project, value: str) -> dict[str, str]:
    """A claim that lists names, in each locale."""
    countries = "bahamas: {kind: country, code: BS, grammar: {en: the Bahamas}}\nunited-states: {kind: country, code: US, grammar: {ar: f, en: p the United States}}\n"
    project.write(ENTITIES, project.read(ENTITIES) + countries)
    statements = "".join(SIGNED.format(subject=one) for one in ("united-states", "bahamas"))
    project.write("data/statements/more.yml", statements)
    project.write("data/claims/who.yml", CLAIM.format(value=value))
    project.replace("docs/index.md", "{{ references() }}", '{{ claims("who") }}\n\n{{ references() }}')
    shared = project.check().renderer.shared
    return {code: one.plain_sentence(one.store.claims["who"]) for code, one in shared.items()}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Signed by Argentina, the Bahamas, Chile and the United States."),
        ("ar", "وقّعت الأرجنتين وتشيلي وجزر البهاما والولايات المتحدة."),
    ],
)
def test_a_list_that_nobody_ordered_is_in_the_order_of_the_language(project: Project, code: str, words: str) -> None:
    assert said(project, DERIVED)[code] == words


def test_an_editor_s_order_stays(project: Project) -> None:
    assert said(project, TYPED)["en"] == "Signed by the United States, The Treaty, Chile and the Bahamas."


def test_a_page_links_the_article_with_the_name(project: Project) -> None:
    said(project, DERIVED)
    shared = project.check().renderer.shared["en"]
    claim = shared.store.claims["who"]
    html = str(shared.texts.html(claim.text, claim.values, lambda kind, one: f"{one}/"))
    assert 'data-entity="bahamas">the Bahamas</a>, ' in html
