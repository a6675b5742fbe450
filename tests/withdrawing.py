"""A small project in which a claim, a statement and an event were withdrawn, and sources corrected and taken back."""

from __future__ import annotations

from support import Project

WHY = "{ar: حسبت الصحيفة دولة لم تفعل إلا أن حضرت., en: The paper had counted a country that only watched.}"
WITHDRAWN = """\
three-signed:
  topic: home
  text:
    ar: وقّعت [المعاهدةَ](entity:the-treaty) {n, plural, zero {لا دول} one {دولة} two {دولتان} few {# دول} many {# دولة} other {# دولة}}.
    en: "{n, plural, one {# country} other {# countries}} signed [the treaty](entity:the-treaty)."
  values:
    n: {integer: 3}
  citations:
    - {source: first-source, locator: {words: three countries have signed}}
  revisions:
    - date: 2026-04-01
      kind: clarification
      what: {ar: وُضّح., en: It was made clearer.}
      why: {ar: كان غامضًا., en: It was vague.}
"""
RETRACTED = f"""\
  retracted:
    date: 2026-06-01
    why: {WHY}
    replaced_by: two-signed
    citations: [{{source: second-source, locator: {{paragraph: 3}}}}]
"""
PERU = """\
peru-signed:
  subject: peru
  role: signed
  object: the-treaty
  topic: home
  citations: [{source: first-source, locator: {words: Peru signed}}]
"""
PERU_RETRACTED = "  retracted: {date: 2026-06-01, why: {ar: لم توقّع بيرو., en: Peru did not sign.}}\n"
EVENT = """\
second-signing:
  name: {ar: التوقيع الثاني, en: Peru signs as well}
  date: 2026-02-20
  participants: [peru]
  topic: home
  claims: [two-signed]
"""
EVENT_RETRACTED = "  retracted: {date: 2026-06-02, why: {ar: لم يقع., en: It never took place.}}\n"


def notice(state: str, date: str = "2026-05-01") -> str:
    """The lines of what a publisher made known of a source."""
    return (
        f"  {state}:\n    date: {date}\n    notice: https://example.org/{state}\n    accessed: 2026-05-02\n"
        "    note: {ar: صُحّح عدد الموقّعين., en: The number of signatories was put right.}\n"
    )


CORRECTED, TAKEN_BACK = notice("corrected"), notice("retracted")


def withdraw(project: Project, *, corrected: bool = True) -> Project:
    """Makes the withdrawals; with a page of changes, and the second source corrected."""
    publish(project)
    project.write("data/claims/old.yml", WITHDRAWN + RETRACTED)
    project.write("data/statements/peru.yml", PERU + PERU_RETRACTED)
    project.write("data/events/peru.yml", EVENT + EVENT_RETRACTED)
    if corrected:
        project.write("data/sources/all.yml", project.read("data/sources/all.yml") + CORRECTED)
    project.replace("docs/index.md", '{{ claims("three-signed") }}\n', "")
    return project


def publish(project: Project) -> Project:
    """Makes the records that are to be withdrawn, as readers first got them."""
    project.write("data/claims/old.yml", WITHDRAWN)
    project.write("data/statements/peru.yml", PERU)
    project.write("data/events/peru.yml", EVENT)
    project.write("data/entities/peru.yml", "peru: {kind: country, code: PE}\n")
    project.write(
        "data/pages/changes.yml",
        "changes:\n  title: {ar: التعديلات, en: Changes}\n  description: {ar: ما تغيّر., en: What changed.}\n",
    )
    project.write(
        "docs/changes.md",
        '---\npage: changes\n---\n{{ title() }}\n\n{{ changes("correction") }}\n\n{{ changes("clarification") }}\n',
    )
    project.replace("mkdocs.yml", "  - nav.home: index.md\n", "  - nav.home: index.md\n  - changes.md\n")
    project.replace(
        "docs/index.md",
        '{{ statements(role="signed") }}\n',
        '{{ claims("three-signed") }}\n\n{{ statements(role="signed") }}\n\n{{ timeline() }}\n',
    )
    return project
