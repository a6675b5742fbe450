"""What makes the small project rich: a record of every kind, each named wherever one of its kind can be."""

from __future__ import annotations

from support import settings

MORE = {
    "mkdocs.yml": settings().replace("validation:\n", "not_in_nav: |\n  disputes.md\n  glossary.md\n  search.md\n\nvalidation:\n", 1),
    "data/terms/all.yml": "accession:\n  name: {ar: انضمام, en: Accession}\n  meaning: {ar: \"[معاهدة](entity:the-treaty).\", en: \"A [treaty](entity:the-treaty).\"}\n  claims: [two-signed]\n  entity: the-treaty\n",
    "data/disputes/all.yml": (
        "how-many:\n  topic: home\n  question: {ar: كم؟, en: How many?}\n  versions:\n    - label: {ar: اثنتان, en: Two}\n      claims: [two-signed]\n"
        "    - label: {ar: غيرهما, en: Others}\n      claims: [says-chile, says-chile-again]\n  conclusion: {ar: لا نعلم., en: Not known.}\n  reason: {ar: \"[معلومة](claim:two-signed).\", en: \"[A claim](claim:two-signed).\"}\n"
    ),
    "data/claims/more.yml": (
        "# A comment that names two-signed and first-source stays.\n"
        "says-chile:\n  topic: home\n"
        "  text:\n    ar: >-\n      تقول [تشيلي](entity:chile) في [التوقيع](event:the-signing) إن [الصفحة](page:home) و[الخلاف](dispute:how-many)\n      و[المصطلح](term:accession) و[المصدر](source:first-source).\n"
        "    en: >-\n      [Chile](entity:chile) says at the [signing](event:the-signing) that the [page](page:home), the [dispute](dispute:how-many),\n      the [term](term:accession) and the [source](source:first-source) exist.\n"
        "  attribution: 'chile'\n  citations: [{source: \"first-source\", locator: {words: two-signed chile}}]\n"
        "says-chile-again:\n  topic: home\n  text: {ar: تقول مرة أخرى., en: It says so again.}\n  superseded_by: says-chile\n  citations: [{source: third-source, locator: {whole: yes}}]\n"
    ),
    "data/sources/more.yml": (
        "third-source:\n  type: news\n  publisher: first-paper\n  title: {ar: نسخة, en: A copy}\n  language: en\n  published: 2026-03-01\n  accessed: 2026-03-02\n"
        "  url: https://example.org/first-source\n  origin: first-source\n  via: first-source\n"
    ),
    "data/pictures/all.yml": (
        "who-signed:\n  topic: home\n  title: {ar: من وقّع, en: Who signed}\n  matrix:\n    columns:\n      - label: {ar: نعم, en: Yes}\n        cells:\n"
        "          - {sign: partly, label: {ar: نعم, en: Yes}, statements: {role: signed, subject: chile}}\n          - {sign: \"yes\", label: {ar: نعم, en: Yes}, statements: {role: [signed], object: [the-treaty]}}\n"
        "where-signed:\n  topic: home\n  title: {ar: أين, en: Where}\n  map:\n    area: an-area\n    table: who-signed\n    alt: {ar: خريطة, en: A map}\n    other: {ar: لا, en: None}\n"
        "    classes: [{label: {ar: نعم, en: Yes}, look: solid, all: [{role: signed}]}]\n"
        "how-related:\n  topic: home\n  title: {ar: كيف, en: How}\n  diagram:\n    rows:\n      - [argentina, chile]\n      - the-treaty\n    edges:\n"
        "      - {from: argentina, to: the-treaty, sentence: {ar: '{from} {to}', en: '{from} {to}'}, says: argentina-signed}\n      - {from: chile, to: the-treaty, sentence: {ar: '{from} {to}', en: '{from} {to}'}, says: chile-signed}\n"
    ),
    "data/outlines/all.yml": "an-area:\n  width: 9\n  height: 9\n  shapes: {AR: 'M1,1l2,0 0,2z', CL: 'M3,3l2,0 0,2z'}\n",
    "data/synonyms/all.yml": "accord:\n  words: {ar: 'معاهدة، ميثاق', en: 'treaty, pact'}\n",
    "data/style/all.yml": "plain-words:\n  language: en\n  avoid: [utilise*]\n  allow: [utilised]\n  write: use\n  why: It is shorter.\n",
    "docs/glossary.md": "---\npage: glossary\nanchors: terms\n---\n{{ title() }}\n\n{{ glossary() }}\n\n{{ disputed(\"how-many\") }}\n\n{{ references() }}\n",
    "docs/disputes.md": "---\npage: disputes\nanchors: disputes\n---\n{{ title() }}\n\n{{ disputes() }}\n\n{{ references() }}\n",
    "data/pages/more.yml": "glossary:\n  title: {ar: المعجم, en: Glossary}\n  description: {ar: معجم., en: Words.}\ndisputes:\n  title: {ar: الخلافات, en: Disputes}\n  description: {ar: خلافات., en: Questions.}\n",
}  # fmt: skip
CALLS = """\
{{ claims('two-signed', "says-chile", "says-chile-again") }}

{{ matrix("who-signed") }}

{{ country_map("where-signed") }}

{{ diagram("how-related") }}

{{ page_links("home") }}
"""
