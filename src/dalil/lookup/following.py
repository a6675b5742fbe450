"""From an address to the page that it leads to, by way of redirects; what fails is tried a second time."""

from __future__ import annotations

import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass

from yarl import URL

from dalil.lookup.manners import Manners, NotNow
from dalil.lookup.wire import Reply, Unreachable

HOPS = 10
"""Redirects that are followed."""
REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
"""Redirects that tell the asker to remember the new address (RFC 9110, 15.4)."""
AGAIN = (404, 429, 500, 502, 503, 504)
"""Answers that a second try may mend: even “not found” may be a slip of the server's."""


@dataclass(frozen=True)
class Answer:
    """What an address came to."""

    reply: Reply
    """The last answer on the way."""
    moved_to: str | None
    """Where permanent redirects, from the first on, led; None when the first was none."""


async def look_at(address: str, headers: Mapping[str, str], manners: Manners) -> Answer:
    """Follows an address to its end; raises TurnedAway, NotNow, NotPublic and
    Unreachable.
    """
    answer = None
    try:
        answer = await _follow(address, headers, manners)
        if answer.reply.status not in AGAIN:
            return answer
    except Unreachable:
        pass
    try:
        return await _follow(address, headers, manners)
    except NotNow:
        if answer is None:
            raise
        return answer


async def _follow(address: str, headers: Mapping[str, str], manners: Manners) -> Answer:
    url, moved_to, lasting = address.partition("#")[0], None, True
    seen = {url}
    while True:
        reply = await manners.ask(url, headers)
        location = reply.headers.get("Location", "").strip()
        if reply.status not in REDIRECTS or not location:
            return Answer(reply, moved_to)
        try:
            url = str(URL(url).join(URL(location)).with_fragment(None))
        except ValueError:
            raise Unreachable(f"it leads to {location[:80]}, which is no address") from None
        if not url.startswith(("https://", "http://")):
            raise Unreachable(f"it leads to {url[:80]}, which is not on the web")
        if url in seen:
            raise Unreachable("its redirects go round in a circle")
        if len(seen) > HOPS:
            raise Unreachable(f"it redirects more than {HOPS} times")
        seen.add(url)
        lasting = lasting and reply.status in PERMANENT
        moved_to = url if lasting else moved_to
        # What is known of the first page's state says nothing of another.
        headers = {name: value for name, value in headers.items() if not name.startswith("If-")}


def elsewhere(one: str, other: str) -> bool:
    """Whether two addresses differ in more than https, a leading www. and a slash at the end."""
    return _bare(one) != _bare(other)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urllib.parse.urlsplit(address)
    path = urllib.parse.unquote(parts.path).rstrip("/")
    return (parts.hostname or "").removeprefix("www."), path, parts.query
