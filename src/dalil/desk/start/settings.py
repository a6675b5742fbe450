"""The settings of a new project's site generator: this repository's, with other languages, title and navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

import yaml

from dalil.desk.start.texts import quoted, replaced, span
from dalil.model.locales import Locale
from dalil.reading.nodes import Loader

TOPICS = "- nav.topics:"
PAGE = re.compile(r"([\w/-]+)\.md\s*$")


def settings_for(text: str, title: str, locales: Sequence[str], pages: Collection[str]) -> str:
    """mkdocs.yml for a site with these locales, the default one first, and these pages (`origins`, `claims/index`).

    Pages that the navigation does not know yet are its topics.
    """
    top = _entries(yaml.compose(text, Loader=Loader))
    plugins = [item for item in top["plugins"].value if isinstance(item, yaml.MappingNode)]
    languages = next(_entries(options["i18n"])["languages"] for options in map(_entries, plugins) if "i18n" in options)
    indent = "\n" + " " * languages.start_mark.column
    return replaced(
        text,
        [
            (*span(top["site_name"], text), quoted(title)),
            (*span(_entries(top["theme"])["language"], text), locales[0]),
            (*span(top["nav"], text), _navigation(text[slice(*span(top["nav"], text))], pages)),
            (*span(languages, text), indent.join(_lines(locales))),
        ],
    )


def _entries(node: Any) -> dict[str, Any]:
    return {key.value: value for key, value in node.value}


def _navigation(text: str, pages: Collection[str]) -> str:
    lines, known = [], set()
    for line in text.split("\n"):
        page = PAGE.search(line)
        name = page[1] if page else ""
        known.add(name)
        if not name or name in pages or f"{name}/index" in pages:
            lines.append(line)
    at = next(number for number, line in enumerate(lines) if line.strip() == TOPICS)
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()) + 4)
    new = [page for page in sorted(pages) if page not in known and page.removesuffix("/index") not in known]
    own = [page for page in new if not page.split("/")[-1].startswith("_") and page != "search"]
    return "\n".join([*lines[: at + 1], *(f"{indent}- {page}.md" for page in own), *lines[at + 1 :]])


def _lines(locales: Sequence[str]) -> list[str]:
    found = []
    for code in locales:
        found += [f"- locale: {code}", f"  name: {Locale(code).name}"]
        found += ["  default: true"] if code == locales[0] else []
        found += ["  build: true"]
    return found
