"""Asks an archive for a lasting copy of a page, by the interface of the Wayback Machine (`/wayback/available`)."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any

from yarl import URL

from dalil.desk.lookup.manners import Manners
from dalil.desk.lookup.reach import may_be_cited
from dalil.desk.lookup.reasons import why
from dalil.desk.lookup.wire import Unreachable
from dalil.model.records import Source

WAYBACK = "https://archive.org/wayback/available"


async def archive_copy(source: Source, base: str, manners: Manners) -> str | None:
    """The address of the copy nearest to the day on which the source was read; None where there is none.

    Raises Unreachable, NotNow and NotPublic when the archive cannot be asked.
    """
    query = urllib.parse.urlencode({"url": source.url, "timestamp": source.accessed.last.strftime("%Y%m%d")})
    reply = await manners.ask_unruled(f"{base}?{query}", {"Accept": "application/json"})
    if reply.status != 200:
        raise Unreachable(why("archive-answer", answer=reply.status))
    try:
        closest = json.loads(reply.body)["archived_snapshots"].get("closest")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreachable(why("archive-senseless")) from None
    return _address(closest, base)


def _address(closest: Any, base: str) -> str | None:
    """The address of a copy of a page that was there; over https where the archive itself is."""
    if not isinstance(closest, dict) or closest.get("available") is not True or closest.get("status") != "200":
        return None
    address = str(closest.get("url"))
    if base.startswith("https:") and address.startswith("http:"):
        address = f"https:{address.removeprefix('http:')}"
    return address if _is_of(address, base) else None


def _is_of(address: str, base: str) -> bool:
    """Whether a copy stands with the archive that names it, no less securely: at its host, or below it."""
    if not may_be_cited(address, base, allow_private=True):
        return False
    own, host = URL(base).raw_host, URL(address).raw_host or ""
    return host == own or host.endswith(f".{own}")
