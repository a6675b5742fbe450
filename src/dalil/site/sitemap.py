"""What search engines ask a site for: which pages there are, in which languages, and what they may read.

The protocols are those of sitemaps.org (with Google's `xhtml:link` for languages) and of robots.txt (RFC 9309).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from markupsafe import escape

from dalil.render.heads import Head

NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(heads: Iterable[Head], day: datetime.date) -> str:
    """The site map: every page to be listed, in every language, with all its languages; `day` is the last change."""
    entries = "".join(_entry(head, day) for head in heads if head.indexed)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACES}>\n{entries}</urlset>\n'


def _entry(head: Head, day: datetime.date) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(url)}"/>\n'
        for language, url in head.alternates.items()
    )
    return f"<url>\n<loc>{escape(head.url)}</loc>\n<lastmod>{day.isoformat()}</lastmod>\n{links}</url>\n"


def robots(site: str) -> str:
    """Lets everybody read everything; `site` is the site's address, with a slash at its end."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n"
