"""An OpenSearch 1.1 description for each locale, by which a browser offers the site as a search engine."""

from __future__ import annotations

import html
import re
from pathlib import Path
from xml.sax.saxutils import escape

from dalil.files.generated import DESCRIPTION
from dalil.project import Checked

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


CANONICAL = re.compile(r'<link rel="canonical" href="(.+?)">')


def write_descriptions(checked: Checked, site: Path) -> None:
    """Writes `opensearch.xml` at the root of each locale; none where the home page does not know its own address."""
    for code, shared in checked.shared.items():
        below = "" if code == checked.store.site.default else f"{code}/"
        home = CANONICAL.search((site / below / "index.html").read_text(encoding="utf-8"))
        if home is None:
            continue
        title = shared.texts.plain(checked.store.site.title)
        fields = {
            "short": shared.texts.interface("search.short")[:SHORT],
            "title": title[:LONG],
            "about": shared.texts.interface("search.engine", site=title),
            "locale": code,
            "root": html.unescape(home[1]),
        }
        text = TEMPLATE.format_map({name: escape(value, {'"': "&quot;"}) for name, value in fields.items()})
        (site / below / DESCRIPTION).write_text(text, encoding="utf-8")
