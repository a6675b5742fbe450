"""Cookies of one way from an address to its page: kept for as long as it is followed, given to nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from aiohttp import CookieJar
from yarl import URL

from dalil.desk.lookup.addresses import exact


class Cookies:
    """What each server of the way has set, whatever `Domain` it said: it is given back to this very server only."""

    def __init__(self) -> None:
        self._jars: defaultdict[URL, CookieJar] = defaultdict(partial(CookieJar, unsafe=True))

    def take(self, address: str, given: Sequence[str]) -> None:
        """Keeps what came as `Set-Cookie` from an address."""
        url = exact(address)
        self._jars[url.origin()].update_cookies_from_headers(given, url)

    def of(self, address: str) -> str:
        """The `Cookie` header of a request; empty where nothing is to be given."""
        url = exact(address)
        if url.origin() not in self._jars:
            return ""
        return "; ".join(
            f"{one.key}={one.coded_value}" for one in self._jars[url.origin()].filter_cookies(url).values()
        )
