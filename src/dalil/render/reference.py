"""The reference of macros, made from the comments above them, so that it cannot say anything else than they do."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from dalil.render.macros import Macro, read_macros

HEAD = """\
# Macros

What a page in `docs/` may call. Made by `dalil macros` from the comments in this folder; do not edit it here.

A page holds macro calls only. An argument whose kind is a folder of the store (claims, disputes, …) takes an id of that
folder, and the check says so when there is no such id. A macro file is one concern; a macro with a comment above it may
be called by pages, one without (`claim_of(object)`) serves other macros. Inside a macro, `page` is the page being made;
what it hands out is declared in `src/dalil/render/views.py`.
"""


def reference(folder: Path) -> str:
    """Markdown that lists every macro of a folder with its arguments and an example."""
    parts = [HEAD]
    macros = sorted(read_macros(folder.glob("*.j2")).values(), key=lambda macro: (macro.file, macro.name))
    for file, group in groupby(macros, key=lambda macro: macro.file):
        parts.append(f"\n## {file}\n")
        parts.extend(_entry(macro) for macro in group)
    return "".join(parts)


def _entry(macro: Macro) -> str:
    lines = [f"\n### `{macro.name}`\n", macro.text, ""]
    if macro.arguments:
        lines += ["| argument | takes | meaning |", "| --- | --- | --- |"]
        for argument in macro.arguments:
            kind = "a plain word" if argument.kind == "word" else argument.kind
            lines.append(f"| `{argument.name}{'…' if argument.many else ''}` | {kind} | {argument.text} |")
        lines.append("")
    lines += ["```jinja", macro.example, "```", ""]
    return "\n".join(lines)
