"""Puts a locale into the project's settings, and takes it out again, leaving everything else as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import babel
import yaml

from dalil.editing.layout import CannotEdit
from dalil.model.locales import Locale
from dalil.problems import phrase

SITE, ENGINE = "data/site.yml", "mkdocs.yml"


def settings_of(code: str, fallback: Sequence[str]) -> dict[str, Any]:
    """What `data/site.yml` says of a new locale: what stands in for it, and its digits where they are its own."""
    digits = babel.Locale.parse(code, sep="-").default_numbering_system
    return {"fallback": list(fallback), **({} if digits == "latn" else {"digits": digits})}


def with_locale(site: str, engine: str, code: str, fallback: Sequence[str]) -> tuple[str, str]:
    """Both files with one more locale; raises CannotEdit when one is not as it should be."""
    settings = settings_of(code, fallback)
    locales = _locales(site)
    if locales.flow_style:
        site = _into_flow(site, locales, _pair(code, settings))
    else:
        indent = locales.value[0][0].start_mark.column
        lines = [f"{_flow([code])[1:-1]}:", *(f"  {_pair(name, value)}" for name, value in settings.items())]
        site = _after(site, locales.value[-1][1], lines, indent)
    languages = _languages(engine)
    entry = {"locale": code, "name": Locale(code).name, "build": True}
    if languages.flow_style:
        engine = _into_flow(engine, languages, _flow(entry))
    else:
        indent = languages.start_mark.column
        pairs = [_pair(name, value) for name, value in entry.items()]
        lines = [f"{'  ' if number else '- '}{pair}" for number, pair in enumerate(pairs)]
        engine = _after(engine, languages.value[-1], lines, indent)
    return site, engine


def without_locale(site: str, engine: str, code: str) -> tuple[str, str]:
    """Both files without a locale; a file that does not have it stays as it is."""
    locales = _locales(site)
    for key, value in locales.value:
        if key.value == code:
            site = _cut(site, locales, key, value)
    languages = _languages(engine)
    for item in languages.value:
        if _value(item, "locale") == code:
            engine = _cut(engine, languages, item, item)
    return site, engine


def _within(node: Any, *path: str) -> Any:
    """What stands under some keys, or None."""
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node


def _locales(text: str) -> Any:
    found = _within(yaml.compose(text), "locales")
    if not isinstance(found, yaml.MappingNode) or not found.value:
        raise CannotEdit(phrase("edit-no-node", field="locales"))
    return found


def _languages(text: str) -> Any:
    plugins = _within(yaml.compose(text), "plugins")
    for plugin in plugins.value if isinstance(plugins, yaml.SequenceNode) else []:
        found = _within(plugin, "i18n", "languages")
        if isinstance(found, yaml.SequenceNode) and found.value:
            return found
    raise CannotEdit(phrase("edit-no-languages", file=ENGINE))


def _value(item: Any, name: str) -> str | None:
    found = _within(item, name)
    return found.value if found else None


def _last_line(node: Any) -> int:
    """The line (from 0) on which the last word of a node stands; a block's own end is where the next thing starts."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def _after(text: str, node: Any, lines: Sequence[str], indent: int) -> str:
    old = text.split("\n")
    at = _last_line(node) + 1
    end = "\r" if old[at - 1].endswith("\r") else ""
    return "\n".join([*old[:at], *(" " * indent + line + end for line in lines), *old[at:]])


def _into_flow(text: str, node: Any, words: str) -> str:
    last = node.value[-1]
    at = (last[1] if isinstance(last, tuple) else last).end_mark.index
    return f"{text[:at]}, {words}{text[at:]}"


def _cut(text: str, around: Any, first: Any, last: Any) -> str:
    if around.flow_style:
        start, end = first.start_mark.index, last.end_mark.index
        before = text[:start].rstrip()
        if before.endswith(","):
            return before[:-1] + text[end:]
        return text[:start] + text[end:].lstrip(" ,")
    old = text.split("\n")
    return "\n".join([*old[: first.start_mark.line], *old[_last_line(last) + 1 :]])


def _pair(name: str, value: Any) -> str:
    return _flow({name: value})[1:-1]


def _flow(value: Any) -> str:
    """A mapping or list in YAML's short form, on one line, quoted where YAML would read something else (`no`)."""
    return str(
        yaml.safe_dump(value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)
    ).strip()
