"""What `check` and `explain` say beside problems, in English."""

from __future__ import annotations

CHECKING: dict[str, str] = {
    "sound-alone": (
        "No problems in {n, plural, one {# file} other {# files}}. Whether pages can be made and show every record, "
        "and whether other files still fit, is checked by `dalil check` without a file."
    ),
    "checked-alone": (
        "{n, plural, one {Only # file was} other {Only # files were}} checked; `dalil check` without a file checks the "
        "others too, and the making of pages."
    ),
    "code-of-base": (
        "The code differs from that of {base} ({files}), so it was not run: the pages were checked with the macros of "
        "{base}, and what no page shows was not asked. Read the code first; `--with-code` checks with it."
    ),
    "more": "See `dalil explain {code}` or data/PROBLEMS.md.",
    "watching": "{time}: checked; waiting for changes (Ctrl-C ends).",
    "why": "Why it matters",
    "remedy": "What to do",
    "wrong": "Wrong",
    "right": "Right",
    "page-title": "What can be wrong",
    "page-intro": (
        "Every problem that `dalil` can report, by its code: what it says, why it matters, and how it is mended "
        "([العربية](PROBLEMS.ar.md)). Made by `dalil explain --write`; do not edit it here. `dalil explain CODE` shows "
        "one code on the terminal, in English or Arabic."
    ),
    "group-files": "Files and YAML",
    "group-records": "Records and settings",
    "group-references": "References",
    "group-texts": "Texts",
    "group-citations": "Citations, sources and disputes",
    "group-dates": "Dates",
    "group-values": "Values",
    "group-pictures": "Pictures",
    "group-entities": "Entities",
    "group-pages": "Pages and macros",
    "group-adding": "Adding and renaming records",
    "group-translations": "Translations",
    "group-built-site": "The built site",
    "no-code": "There is no code “{code}”.",
    "meant": "Did you mean “{nearest}”?",
    "passed-over": "Nothing is checked in: {files}.",
    "hint": "hint",
    "problems": "{n, plural, one {# problem.} other {# problems.}}",
    "sound": (
        "No problems: {claims, plural, one {# claim} other {# claims}}, {statements, plural, one {# statement} other "
        "{# statements}}, {disputes, plural, one {# dispute} other {# disputes}}, {sources, plural, one {# source} "
        "other {# sources}}, {pages, plural, one {# page} other {# pages}} in {locales}."
    ),
    "history": "{reason}",
}
