"""A run: which sources are looked up, all of them politely, and what came of each."""

from __future__ import annotations

import asyncio
import datetime
import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from aiohttp.abc import AbstractResolver

from dalil.desk.lookup import outcome
from dalil.desk.lookup.apart import SECONDS, Apart
from dalil.desk.lookup.archives import WAYBACK, archive_copy
from dalil.desk.lookup.following import Answer, look_at, look_on
from dalil.desk.lookup.manners import Manners, NotNow, TurnedAway
from dalil.desk.lookup.reach import NotPublic
from dalil.desk.lookup.reasons import why
from dalil.desk.lookup.wire import Limits, Unreachable, Wire
from dalil.model.dates import Date
from dalil.model.records import Source
from dalil.model.register import Lookup
from dalil.model.verification import later
from dalil.problems import Phrase
from dalil.store import Store

READ = ("found", "moved", "changed")
"""Outcomes of a look-up that could look for passages."""
STRANGERS = 3
"""If none of so many servers can be reached, the fault is on our side."""


@dataclass(frozen=True)
class Options:
    """How a run goes about it."""

    agent: str
    """What its requests say that they come from."""
    today: datetime.date
    """The day that is written down."""
    at_once: int = 4
    """Requests at a time, over all servers."""
    delay: float = 2
    """Seconds between two requests to one server."""
    limits: Limits = field(default_factory=Limits)
    """How long a server may take."""
    reading: float = SECONDS
    """Seconds that one page may take to be read."""
    archive: str = WAYBACK
    """Where archive copies are asked for."""
    allow_private: bool = False
    """Whether addresses of private networks are asked for as well."""
    resolver: AbstractResolver | None = None
    """Tells what names stand for, instead of the system."""


@dataclass
class Results:
    """What a run came to; it grows while the run goes on."""

    lookups: dict[str, Lookup] = field(default_factory=dict)
    """Source id to its new entry."""
    left: dict[str, Phrase] = field(default_factory=dict)
    """Source id to why it was not asked."""
    copies: dict[str, str] = field(default_factory=dict)
    """Source id to the archive copy that was found."""
    uncopied: dict[str, Phrase] = field(default_factory=dict)
    """Source id to why the archive could not be asked for a copy."""

    def register(self, store: Store) -> list[Lookup]:
        """Every entry that the register has now: the new ones, and those of other sources."""
        entries = {**store.lookups, **self.lookups}
        return [
            entry.model_copy(update={"archive": self.copies[one]}) if one in self.copies else entry
            for one, entry in entries.items()
        ]

    @property
    def offline(self) -> bool:
        """Whether nothing at all could be reached, so that the results say nothing of the sources."""
        hosts = {urllib.parse.urlsplit(lookup.url).hostname for lookup in self.lookups.values()}
        answered = any(lookup.status != "unreachable" or lookup.answer for lookup in self.lookups.values())
        return len(hosts) >= STRANGERS and not answered


def waiting(store: Store, older_than: str, today: datetime.date) -> list[str]:
    """Sources whose last look-up is too old, could not reach them, or looked for other words; the longest first."""
    words, found = _words(store), []
    for source_id in store.sources:
        lookup = store.lookups.get(source_id)
        if lookup is None:
            found.append((datetime.date.min, source_id))
            continue
        end = later(lookup.looked.first, older_than)
        other = lookup.status in READ and {one.words for one in lookup.passages} != set(words[source_id])
        if lookup.status == "unreachable" or other or (end is not None and end <= today):
            found.append((lookup.looked.first, source_id))
    return [source_id for _, source_id in sorted(found)]


def _words(store: Store) -> dict[str, list[str]]:
    """Source id to the words by which it is cited, without repetition."""
    locators = {source: [citation.locator for _, citation in citing] for source, citing in store.citing().items()}
    return {source: sorted({one.words for one in found if one and one.words}) for source, found in locators.items()}


def without_copy(store: Store) -> list[str]:
    """Sources of which no lasting copy is known."""
    lookups = store.lookups
    return [
        one.id
        for one in store.sources.values()
        if not one.archive and not (one.id in lookups and lookups[one.id].archive)
    ]


def run(
    store: Store,
    chosen: Sequence[str],
    copies: Sequence[str],
    options: Options,
    results: Results,
    done: Callable[[], None] = lambda: None,
) -> None:
    """Looks up the chosen sources, and copies of others in the archive, into `results`; calls `done` after each.

    When it is interrupted, what stands in `results` is sound.
    """
    asyncio.run(_Run(store, options, results, done).all(chosen, copies))


class _Run:
    def __init__(self, store: Store, options: Options, results: Results, done: Callable[[], None]) -> None:
        self._store = store
        self._options = options
        self._results = results
        self._done = done
        self._words = _words(store)

    async def all(self, chosen: Iterable[str], copies: Iterable[str]) -> None:
        options = self._options
        wired = Wire(options.agent, options.limits, allow_private=options.allow_private, resolver=options.resolver)
        async with wired as wire, Apart(options.reading) as self._apart, asyncio.TaskGroup() as group:
            self._manners = Manners(
                wire, at_once=options.at_once, delay=options.delay, host_seconds=options.limits.host
            )
            # Reading a page takes the processor, so more than one at a time would only hold the others up.
            self._reading = asyncio.Semaphore(1)
            for source_id in chosen:
                group.create_task(self._one(self._store.sources[source_id]))
            for source_id in copies:
                group.create_task(self._copy(self._store.sources[source_id]))

    async def _one(self, source: Source) -> None:
        try:
            self._results.lookups[source.id] = await self._look_up(source)
        except NotNow as reason:
            self._results.left[source.id] = reason.reason
        except Exception as fault:
            # A fault of ours that one server's answer brought to light: the others must not suffer, nor be blamed.
            self._results.left[source.id] = why("fault", fault=repr(fault))
        self._done()

    async def _copy(self, source: Source) -> None:
        try:
            if copy := await archive_copy(source, self._options.archive, self._manners):
                self._results.copies[source.id] = copy
        except (NotNow, Unreachable) as reason:
            self._results.uncopied[source.id] = reason.reason
        except NotPublic:
            self._results.uncopied[source.id] = why("private")
        self._done()

    async def _look_up(self, source: Source) -> Lookup:
        before, words = self._store.lookups.get(source.id), self._words.get(source.id, [])
        # A page that has not changed still has what was found in it, but tells nothing of other words.
        same = before is not None and {one.words for one in before.passages} == set(words)
        known = before if same else None
        try:
            headers = _headers(source, known)
            answer = await look_at(source.url, headers, self._manners)
            try:
                found = await self._judge(answer, source, words, known, last=False)
            except outcome.SentOn as sent:
                answer = await look_on(answer, sent.to, headers, self._manners)
                found = await self._judge(answer, source, words, known, last=True)
        except TurnedAway:
            found = outcome.turned_away()
        except NotPublic:
            found = outcome.private()
        except Unreachable as error:
            found = outcome.unreachable(error.reason)
        return outcome.record(source.id, source.url, found, before, Date.on(self._options.today))

    async def _judge(
        self, answer: Answer, source: Source, words: list[str], known: Lookup | None, *, last: bool
    ) -> outcome.Found:
        judge = partial(outcome.judge, answer, source.url, words, known, self._apart.read, last=last)
        async with self._reading:
            return await asyncio.to_thread(judge)


def _headers(source: Source, known: Lookup | None) -> dict[str, str]:
    """Asks for the page in its language, and only if it is no longer as it was."""
    headers = {"Accept-Language": f"{source.language}, *;q=0.5"}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers
