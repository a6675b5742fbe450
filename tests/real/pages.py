"""Which pages of this repository's own site are looked at for all of their kind."""

from __future__ import annotations

CODES = {"": "ar", "en/": "en", "es/": "es"}
"""What stands before the addresses of a language, to its code."""
KINDS = [
    "", "origins/", "objectives/", "composition/", "conference/", "developments/", "timeline/", "disputes/",
    "countries/", "countries/argentina/", "people/", "people/donald-trump/", "organisations/", "organisations/southcom/",
    "documents/", "documents/joint-security-declaration/", "operations/", "places/", "glossary/", "sources/",
    "sources/lawfare-nss/", "claims/", "claims/shield-is/", "events/miami-summit/", "about/", "search/", "translations/",
]  # fmt: skip
"""One page of each kind, as addresses within a locale."""
