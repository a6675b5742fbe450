"""An OpenSearch 1.1 description for each locale, by which a browser offers the site as a search engine."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from dalil.project.whole import Checked
from dalil.reading.files.generated import DESCRIPTION

TEMPLATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{short}</ShortName>
  <LongName>{title}</LongName>
  <Description>{about}</Description>
  <Language>{locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Url type="text/html" method="get" template="{root}search/?q={{searchTerms}}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="{root}opensearch.xml"/>
</OpenSearchDescription>
"""
SHORT, LONG = 16, 48
"""Characters that the specification allows a short and a long name."""


def write_descriptions(checked: Checked, site: Path) -> None:
    """Writes `opensearch.xml` at the root of each locale; none for a site without a search."""
    for code, shared in checked.shared.items():
        below = shared.ways.below(code)
        if not shared.has_results or shared.settings.from_disk:
            continue
        title = shared.texts.plain(checked.store.site.title)
        fields = {
            "short": shared.texts.interface("search.short")[:SHORT],
            "title": title[:LONG],
            "about": shared.texts.interface("search.engine", site=title),
            "locale": code,
            "root": shared.on_web("", code),
        }
        text = TEMPLATE.format_map({name: escape(value, {'"': "&quot;"}) for name, value in fields.items()})
        (site / below / DESCRIPTION).write_text(text, encoding="utf-8")
