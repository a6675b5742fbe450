"""A small site in languages of every kind, each translated as far as tests need it."""

from __future__ import annotations

from dalil.editing.desk import updated
from support import Project
from translating import add, translate

CLAIM, TITLE, SECTION = "claims/two-signed/text", "pages/home/title", "pages/home/sections/signing"
TREATY = "entities/the-treaty/name"

HEBREW = {
    "site/site/title": "האתר",
    TITLE: "ראשי",
    "pages/home/description": "מכאן מתחילים.",
    SECTION: "החתימה",
    CLAIM: "{n, plural, one {מדינה אחת חתמה} two {שתי מדינות חתמו} other {# מדינות חתמו}} על [האמנה](entity:the-treaty) ביום {day}.",
    "roles/signed/label": "חתימה",
    "roles/signed/sentence": "{subject}: חתימה על {object}.",
    "events/the-signing/name": "האמנה נחתמת",
    TREATY: "האמנה",
    "entities/first-paper/name": "העיתון הראשון",
    "entities/second-paper/name": "העיתון השני",
    "sources/first-source/title": "דיווח",
    "sources/second-source/title": "דיווח נוסף",
}
"""Every text of the small project's records."""
TEXTS: dict[str, dict[str, str]] = {
    "he": HEBREW,
    "cy": {CLAIM: "{n, plural, zero {dim gwlad} one {un wlad} two {dwy wlad} few {tair gwlad} many {chwe gwlad} other {# gwlad}}: [y cytundeb](entity:the-treaty), {day}."},
    "ja": {CLAIM: "{n, plural, other {#か国}}が{day}に[条約](entity:the-treaty)に署名した。", SECTION: "署名 {x", TITLE: "ホーム"},
    "sr-Latn": {CLAIM: "{n, plural, one {# država je potpisala} few {# države su potpisale} other {# država je potpisalo}} [sporazum](entity:the-treaty) {day}", TITLE: "Početna"},
    "pt": {CLAIM: "{n, plural, one {# país} many {# de países} other {# países}}: [o tratado](entity:the-treaty), {day}.", TITLE: "Início", SECTION: "A assinatura"},
    "pt-BR": {TITLE: "Página inicial"},
    "fa": {CLAIM: "{n, plural, one {# کشور} other {# کشور}} [پیمان](entity:the-treaty) را در {day} امضا کردند."},
    "ckb": {TITLE: "سەرەتا", CLAIM: "{n, plural, one {# وڵات} other {# وڵات}}: [پەیماننامە](entity:the-treaty)، {day}."},
}  # fmt: skip


def in_languages(project: Project, *codes: str) -> Project:
    """The project in these languages too, and a claim's English text changed since."""
    add(project, *codes)
    for code in codes:
        translate(project, code, TEXTS[code])
    project.replace(
        "data/claims/all.yml",
        "one {# country} other {# countries}} signed",
        "one {# country} other {# countries}} have signed",
    )
    updated(project.root).write()
    return project
