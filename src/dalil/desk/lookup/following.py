"""From an address to the page that it leads to, by way of redirects; what fails is tried a second time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dalil.desk.lookup.addresses import exact, fragment_of, led_to
from dalil.desk.lookup.cookies import Cookies
from dalil.desk.lookup.manners import Manners, NotNow
from dalil.desk.lookup.reasons import why
from dalil.desk.lookup.remote import tame
from dalil.desk.lookup.wire import Reply, Unreachable

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


class Circle(Unreachable):
    """The redirects of an address lead back to it."""


async def look_at(address: str, headers: Mapping[str, str], manners: Manners) -> Answer:
    """Follows an address to its end; raises TurnedAway, NotNow, NotPublic and
    Unreachable.

    No cookie is given back, but for an address that leads in a circle without: it is followed once more with the
    cookies of that way, each for the server that set it.
    """
    answer, cookies = None, None
    try:
        answer = await _follow(address, headers, manners, None)
        if answer.reply.status not in AGAIN:
            return answer
    except Circle:
        cookies = Cookies()
    except Unreachable:
        pass
    try:
        return await _follow(address, headers, manners, cookies)
    except NotNow:
        if answer is None:
            raise
        return answer


async def look_on(answer: Answer, to: str, headers: Mapping[str, str], manners: Manners) -> Answer:
    """Follows the way on which a page itself sends its readers, as `look_at` does; the answer as it was when to itself.

    What a page says is no word of its server's that the address has moved for good.
    """
    try:
        target = led_to(answer.reply.url, to)
    except ValueError:
        return answer
    if not target.startswith(("https://", "http://")) or target == str(exact(answer.reply.url)):
        return answer
    plain = {name: value for name, value in headers.items() if not name.startswith("If-")}
    return Answer((await look_at(target, plain, manners)).reply, answer.moved_to)


async def _follow(address: str, headers: Mapping[str, str], manners: Manners, cookies: Cookies | None) -> Answer:
    url, fragment = address.partition("#")[0], fragment_of(address)
    moved_to, lasting = None, True
    seen: set[tuple[str, str]] = set()
    while True:
        cookie = cookies.of(url) if cookies else ""
        reply = await manners.ask(url, {**headers, "Cookie": cookie} if cookie else headers)
        seen.add((str(exact(url)), cookie))
        if cookies:
            cookies.take(url, reply.cookies)
        location = reply.headers.get("Location", "").strip()
        if reply.status not in REDIRECTS or not location:
            return Answer(reply, moved_to)
        try:
            url = led_to(url, location)
        except ValueError:
            raise Unreachable(why("leads-nowhere", address=tame(location, 80))) from None
        if not url.startswith(("https://", "http://")):
            raise Unreachable(why("leads-off", address=tame(url, 80)))
        if (url, cookies.of(url) if cookies else "") in seen:
            raise Circle(why("circle"))
        if len(seen) > HOPS:
            raise Unreachable(why("hops", limit=HOPS))
        fragment = fragment_of(location, fragment)
        lasting = lasting and reply.status in PERMANENT
        moved_to = f"{url}#{fragment}" if lasting and fragment else url if lasting else moved_to
        # What is known of the first page's state says nothing of another.
        headers = {name: value for name, value in headers.items() if not name.startswith("If-")}
