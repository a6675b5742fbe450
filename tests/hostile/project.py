"""A project with every text field that a model has, so that payloads can be planted in each."""

from __future__ import annotations

from dalil.translation.catalogue import Message
from hostile.payloads import as_message
from hostile.planting import plant
from hostile.rotation import Rotation
from rich_project import CALLS, MORE
from support import Project
from translating import add, fill, with_many

REVISION = """
  revisions:
    - {date: 2026-04-01, kind: correction, what: {ar: تصحيح, en: A correction}, why: {ar: سبب, en: A reason}}
"""
LICENCE = "licence: {spdx: CC0-1.0, name: {ar: رخصة, en: A licence}, url: https://example.org/licence}\n"
SUMMARY = """\
  summary:
    - {text: {ar: خلاصة, en: A summary}, claims: [two-signed]}
    - {text: {ar: سؤال, en: A question}, claims: [two-signed], unknown: true}
"""
ALIASES = "  aliases: {en: [Another name]}\n"
WITHDRAWN = """\
old-claim:
  topic: home
  text: {ar: قيل شيء آخر., en: Something else was said.}
  citations: [{source: first-source, locator: {whole: yes}}]
  retracted: {date: 2026-06-01, why: {ar: لم يُقل., en: It was not said.}}
"""
CORRECTED = """\
  corrected:
    date: 2026-05-01
    notice: https://example.org/corrected
    accessed: 2026-05-02
    archive: https://archive.example.org/corrected
    note: {ar: صُحّح., en: It was put right.}
"""
BARS = """
how-long:
  topic: home
  title: {ar: كم, en: How much}
  bars: [{claim: two-signed, value: n, label: {ar: عدد, en: A bar}}]
"""
CALLED = """
{{ summary() }}

{{ bars("how-long") }}

{{ entity_card("the-treaty") }}

{{ note("a-note") }}

{{ figures() }}

{{ changes() }}

{{ timeline() }}

{{ calendar() }}

{{ bibliography() }}

{{ claims_by_status() }}

{{ foot() }}
"""
PAGE = """
  notes:
    a-note: {ar: ملاحظة, en: A note}
  figures:
    a-figure: {claim: two-signed, value: n, label: {ar: رقم, en: A figure}}
"""

PAGES = {
    "search": '{{ search_page("home", "search", "glossary") }}',
    "data": "{{ data_terms() }}\n\n{{ downloads() }}\n\n{{ data_columns() }}",
    "changes": '{{ feed() }}\n\n{{ changes("correction") }}\n\n{{ latest(3) }}\n\n{{ questions() }}\n\n{{ references() }}',
    "lists": (
        '{{ page_cards("home", "lists") }}\n\n{{ page_names("home", "lists") }}\n\n{{ claim_index() }}\n\n{{ entity_list() }}\n\n'
        '{{ entity_link("the-treaty") }}\n\n{{ term_link("accession") }}\n\n{{ reading_key() }}\n\n{{ cite_source("first-source") }}'
    ),
    "languages": "{{ translations() }}\n\n{{ translations_by_kind() }}",
}
"""Pages with the macros that the small project does not call."""


def every_field(project: Project) -> Project:
    """Gives the small project a record of every kind, and each field that holds text."""
    for name, text in MORE.items():
        project.write(name, text)
    project.replace("docs/index.md", '{{ claims("two-signed") }}', f"{CALLS}\n{CALLED}")
    for name, body in PAGES.items():
        project.write(f"docs/{name}.md", f"---\npage: {name}\n---\n{{{{ title() }}}}\n\n{body}\n\n{{{{ foot() }}}}\n")
        record = f"{name}:\n  title: {{ar: صفحة {'و' * len(name)}, en: The {name}}}\n  description: {{ar: وصف., en: Some words.}}\n"
        project.write(f"data/pages/{name}.yml", record)
    beside = "".join(f"  {name}.md\n" for name in PAGES if name != "search")
    project.replace("mkdocs.yml", "not_in_nav: |\n", f"not_in_nav: |\n{beside}")
    project.write("data/site.yml", project.read("data/site.yml") + LICENCE)
    project.write("data/pictures/all.yml", project.read("data/pictures/all.yml").rstrip() + BARS)
    project.write("data/claims/all.yml", project.read("data/claims/all.yml").rstrip() + REVISION)
    project.write("data/pages/all.yml", project.read("data/pages/all.yml").rstrip() + PAGE + SUMMARY)
    for kind in ("entities", "events", "terms"):
        project.write(f"data/{kind}/all.yml", project.read(f"data/{kind}/all.yml").rstrip() + f"\n{ALIASES}")
    project.write("data/claims/old.yml", WITHDRAWN)
    project.write("data/sources/all.yml", project.read("data/sources/all.yml").rstrip() + f"\n{CORRECTED}")
    return project


def _translation(message: Message, rotation: Rotation, code: str) -> str:
    """The English words with a payload; a headline is as long as it may be."""
    words = with_many(message)
    return words if message.key.endswith("/headline") else f"{words} {as_message(rotation.word(code))}"


def hostile(project: Project, rotation: Rotation, *, translated: str = "") -> set[str]:
    """Plants payloads in every text of a project and in every translation of one language.

    Returns the names of the fields.
    """
    planted = plant(project, rotation.choose)
    if translated:
        add(project, translated)
        fill(project, translated, lambda one: _translation(one, rotation, translated))
    return planted
