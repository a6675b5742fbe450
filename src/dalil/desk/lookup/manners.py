"""Good manners: few requests at a time, one at a time for each server with a pause between, none where robots.txt says
no, and none for as long as a server asks.
"""

from __future__ import annotations

import asyncio
import datetime
import email.utils
import urllib.parse
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from protego import Protego

from dalil.desk.lookup.reasons import Reasoned, why
from dalil.desk.lookup.wire import Reply, Unreachable, Wire
from dalil.model.register import ASKED
from dalil.problems import Phrase

ROBOT = "dalil"
"""The name by which robots.txt may speak of us."""
MAX_PAUSE = 60
"""Seconds: no pause that a server asks for is waited out if it is longer; its pages are left for a later run."""
ROBOTS_BYTES = 512_000
"""Of robots.txt that are heeded (RFC 9309, 2.5 asks for 500 kibibytes at least)."""
ROBOTS_HOPS = 5
"""Redirects of robots.txt that are followed (RFC 9309, 2.3.1.2)."""
BUSY = (429, 503)
"""Answers of a server that has too much to do (RFC 6585, 4; RFC 9110, 15.6.4)."""


class TurnedAway(Exception):
    """robots.txt asks programs to stay away."""


class NotNow(Reasoned):
    """The server asked for a pause, so it was not asked at all."""


@dataclass
class _Host:
    """What is known of one server."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0
    """When it may be asked again, by the loop's clock."""
    pause: float = 0
    """Seconds that its robots.txt asks to be left between requests."""
    spent: float = 0
    """Seconds that its answers have taken."""
    closed: Phrase | None = None
    """Why it is not to be asked any more."""


class Manners:
    """Asks politely."""

    def __init__(self, wire: Wire, *, at_once: int, delay: float, host_seconds: float) -> None:
        """`at_once`: requests at a time, over all servers; `delay`: seconds between two to one server; `host_seconds`:
        how long the answers of one server may take all together.
        """
        self._wire = wire
        self._delay = delay
        self._host_seconds = host_seconds
        self._slots = asyncio.Semaphore(at_once)
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._robots: dict[str, asyncio.Task[Protego | None]] = {}

    async def ask(self, url: str, headers: Mapping[str, str]) -> Reply:
        """The answer to a request that its server allows; raises TurnedAway, NotNow, NotPublic and Unreachable."""
        robots = await self._rules(url)
        if robots is not None and not robots.can_fetch(url, ROBOT):
            raise TurnedAway
        return await self.ask_unruled(url, headers)

    async def ask_unruled(self, url: str, headers: Mapping[str, str]) -> Reply:
        """The same without robots.txt, for what is made for programs."""
        host = self._hosts[_split(url).hostname or ""]
        loop = asyncio.get_running_loop()
        async with host.lock:
            if host.closed:
                raise NotNow(host.closed)
            await asyncio.sleep(host.free - loop.time())
            try:
                async with self._slots:
                    start = loop.time()
                    try:
                        reply = await self._wire.ask(url, headers)
                    finally:
                        host.spent += loop.time() - start
            finally:
                host.free = loop.time() + max(self._delay, host.pause)
                if host.spent > self._host_seconds:
                    host.closed = why("host-slow", seconds=f"{self._host_seconds:g}")
            if reply.status in BUSY:
                self._heed(host, reply)
            return reply

    def _heed(self, host: _Host, reply: Reply) -> None:
        """Does as a busy server asks."""
        seconds = retry_after(reply.headers.get("Retry-After", ""))
        if seconds is not None and seconds <= MAX_PAUSE:
            host.free = max(host.free, asyncio.get_running_loop().time() + seconds)
        elif seconds is not None:
            host.closed = why("left-alone", seconds=f"{seconds:.0f}")
        elif reply.status == 429:
            host.closed = why("fewer")

    async def _rules(self, url: str) -> Protego | None:
        """The rules of an address's server, read once; None where it has none."""
        parts = _split(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            task = self._robots[origin] = asyncio.create_task(self._read_rules(origin))
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
        # Whoever is interrupted while waiting must not interrupt the others who wait for the same.
        robots = await asyncio.shield(self._robots[origin])
        if robots is not None:
            self._hosts[parts.hostname or ""].pause = min(float(robots.crawl_delay(ROBOT) or 0), MAX_PAUSE)
        return robots

    async def _read_rules(self, origin: str) -> Protego | None:
        try:
            reply = await self._ask_for_rules(f"{origin}/robots.txt")
        except Unreachable:
            try:
                reply = await self._ask_for_rules(f"{origin}/robots.txt")
            except Unreachable as error:
                raise Unreachable(_of_robots(error.reason)) from None
        # A server in trouble may not want to be asked at all (RFC 9309, 2.3.1.4).
        if reply.status >= 500 or reply.status == 429:
            raise Unreachable(_of_robots(why("answer", answer=reply.status)))
        return (
            Protego.parse(reply.body[:ROBOTS_BYTES].decode("utf-8", "replace")) if 200 <= reply.status < 300 else None
        )

    async def _ask_for_rules(self, url: str) -> Reply:
        for _ in range(ROBOTS_HOPS):
            reply = await self.ask_unruled(url, {"Accept": "text/plain, */*;q=0.5"})
            location = reply.headers.get("Location", "")
            if not (300 <= reply.status < 400 and location):
                return reply
            try:
                url = urllib.parse.urljoin(url, location)
            except ValueError:
                raise Unreachable(why("no-address")) from None
        return await self.ask_unruled(url, {})


def _of_robots(reason: Phrase) -> Phrase:
    return Phrase(reason.key, (*reason.details, (ASKED, "robots.txt")))


def _split(url: str) -> urllib.parse.SplitResult:
    """The parts of an address; raises Unreachable for what is none."""
    try:
        return urllib.parse.urlsplit(url)
    except ValueError:
        raise Unreachable(why("no-address")) from None


def retry_after(header: str) -> float | None:
    """The seconds that a `Retry-After` header asks for, given as a number or a date; None when it says neither."""
    if header.strip().isdecimal():
        return float(header[:12])
    try:
        date = email.utils.parsedate_to_datetime(header)
        now = datetime.datetime.now(date.tzinfo)
        return max(0.0, (date - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
