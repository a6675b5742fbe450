"""The names that payloads have in common."""

from __future__ import annotations

OWN = "hostile"
OWN_ARABIC = "عدائي"
"""The beginning of every name that a payload gives to an element, attribute or script."""
RUN = f"{OWN}()"
"""The script that payloads run; `opening` says so."""
AWAY = "//hostile.invalid/"
"""Where payloads would load from; no host has this name (RFC 6761)."""
