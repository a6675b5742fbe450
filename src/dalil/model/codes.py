"""How languages are written in ids, names of files and addresses."""

from __future__ import annotations

LOCALE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""A language with its script and region where they matter (BCP 47, in the spelling of CLDR): ar, pt-BR, zh-Hant."""
