"""A project with every text field that a model has, so that payloads can be planted in each."""

from __future__ import annotations

from itertools import cycle

from hostile.payloads import PAYLOADS, as_message
from hostile.planting import plant
from rich_project import CALLS, MORE
from support import Project
from translating import add, fill, with_many

REVISION = """
  revisions:
    - {date: 2026-04-01, kind: correction, what: {ar: تصحيح, en: A correction}, why: {ar: سبب, en: A reason}}
"""
LICENCE = "licence: {spdx: CC0-1.0, name: {ar: رخصة, en: A licence}, url: https://example.org/licence}\n"
ALIASES = "  aliases: {en: [Another name]}\n"
BARS = """
how-long:
  topic: home
  title: {ar: كم, en: How much}
  bars: [{claim: two-signed, value: n, label: {ar: عدد, en: A bar}}]
"""
CALLED = """
{{ bars("how-long") }}

{{ entity_card("the-treaty") }}

{{ note("a-note") }}

{{ figures() }}

{{ changes() }}

{{ timeline() }}

{{ calendar() }}

{{ bibliography() }}

{{ claims_by_status() }}
"""
PAGE = """
  notes:
    a-note: {ar: ملاحظة, en: A note}
  figures:
    a-figure: {claim: two-signed, value: n, label: {ar: رقم, en: A figure}}
"""


def every_field(project: Project) -> Project:
    """Gives the small project a record of every kind, and each field that holds text."""
    for name, text in MORE.items():
        project.write(name, text)
    project.replace("docs/index.md", '{{ claims("two-signed") }}', f"{CALLS}\n{CALLED}")
    project.write("data/site.yml", project.read("data/site.yml") + LICENCE)
    project.write("data/pictures/all.yml", project.read("data/pictures/all.yml").rstrip() + BARS)
    project.write("data/claims/all.yml", project.read("data/claims/all.yml").rstrip() + REVISION)
    project.write("data/pages/all.yml", project.read("data/pages/all.yml").rstrip() + PAGE)
    project.write("data/entities/all.yml", project.read("data/entities/all.yml").rstrip() + f"\n{ALIASES}")
    project.write("data/terms/all.yml", project.read("data/terms/all.yml").rstrip() + f"\n{ALIASES}")
    return project


def hostile(project: Project, payloads: list[str] = PAYLOADS, *, translated: str = "") -> set[str]:
    """Plants payloads, one after the other, in every text of a project and in every translation of one language.

    Returns the names of the fields.
    """
    following = cycle(payloads)
    planted = plant(project, lambda name: next(following), absent=lambda field: True)
    if translated:
        add(project, translated)
        words = cycle(payload for payload in payloads if not any(map(str.isdigit, payload)))  # figures must be alike
        fill(project, translated, lambda message: f"{with_many(message)}{as_message(next(words))}")
    return planted
