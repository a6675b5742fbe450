"""Serves a built site as a host on the web would: compressed, with the site's own headers and its page for mistakes.

It answers its own names only, so that no website can read it by a name of its own that it lets stand for this machine;
it holds so many connections and no more, none of them for ever; and whatever is asked, it answers with a plain page.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

from aiohttp import web

from dalil.site.files import BadPath, Files

CONNECTIONS = 100
"""At a time. A browser opens six to one server."""
WORKERS = 6
"""Threads that read files."""
IDLE = 15.0
"""Seconds that a connection is kept without a whole request, however it drips."""
SENDING = 60.0
"""Seconds from a request to the end of its answer; a page that waits for news is told something sooner."""
LONGEST = 2000
"""Characters of an address."""
OWN = "/.dalil/"
"""Where the preview's own addresses begin; other websites may not ask there."""
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Of answers that are no file of the site."""
QUIET = logging.getLogger("dalil.site.server")
"""Takes what the library would print of broken requests: they are others' faults, and not the editor's to read."""
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False


@dataclass(frozen=True)
class Answer:
    """What is sent for an address that no file stands for."""

    kind: str
    """Its media type."""
    body: bytes
    status: HTTPStatus = HTTPStatus.OK


class Extra(Protocol):
    """Answers for addresses that no file stands for, and changes to pages before they are sent."""

    async def ready(self, path: str, query: str) -> None:
        """Returns once there is something to answer, which may take a while; holds no thread."""

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a request; None leaves it to the files."""

    def page(self, html: bytes) -> bytes:
        """A page as it is to be sent."""


def is_open(host: str) -> bool:
    """Whether others than this machine reach a server at this address."""
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".").lower() != "localhost"


class Names:
    """The names by which a server is asked for."""

    def __init__(self, host: str) -> None:
        """`host`: the address that it serves at."""
        self._names = {"localhost", "127.0.0.1", "::1", host.lower()}
        self._open = is_open(host)
        if self._open:
            self._names.add(socket.gethostname().lower())

    def has(self, authority: str) -> bool:
        """Whether a `Host` header names this server. Any port may stand in it, since ports are passed on to others."""
        try:
            host = (urlsplit(f"//{authority}").hostname or "").rstrip(".")
            if "@" in authority or "/" in authority:
                return False
            # A number cannot be made to stand for another machine, as names can.
            return host in self._names or (self._open and bool(ipaddress.ip_address(host)))
        except ValueError:
            return False

    def has_origin(self, origin: str) -> bool:
        """Whether an `Origin` header names this server."""
        scheme, _, authority = origin.partition("://")
        return scheme == "http" and self.has(authority)


class Site:
    """Answers GET and HEAD."""

    def __init__(self, files: Files, names: Names, extra: Extra | None) -> None:
        self._files, self._names, self._extra = files, names, extra

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Sends the answer whole, within its time."""
        try:
            async with asyncio.timeout(SENDING):
                response = await self._answer(request)
                response.headers.update({name: text for name, text in GUARDS.items() if name not in response.headers})
                await response.prepare(request)
                await response.write_eof()
                return response
        except TimeoutError:
            if request.transport is not None:
                request.transport.abort()
            raise ConnectionResetError("it was not taken in time") from None

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        if (refused := self._refused(request)) is not None:
            return refused
        path, _, query = request.raw_path.partition("#")[0].partition("?")
        try:
            if self._extra:
                await self._extra.ready(path, query)
            return await asyncio.to_thread(self._found, path, query, request.headers.get("Accept-Encoding", ""))
        except BadPath:
            return plain(HTTPStatus.BAD_REQUEST)
        except Exception as fault:
            print(f"dalil serve: {type(fault).__name__}: {fault}", file=sys.stderr)
            return plain(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _refused(self, request: web.BaseRequest) -> web.Response | None:
        """The answer to a request that is not to be answered otherwise."""
        headers, path = request.headers, request.raw_path
        if not self._names.has(headers.get("Host", "")):
            return plain(HTTPStatus.MISDIRECTED_REQUEST)
        if request.method not in ("GET", "HEAD"):
            refusal = plain(HTTPStatus.METHOD_NOT_ALLOWED)
            refusal.headers["Allow"] = "GET, HEAD"
            return refusal
        if len(path) > LONGEST:
            return plain(HTTPStatus.REQUEST_URI_TOO_LONG)
        foreign = "Origin" in headers and not self._names.has_origin(headers["Origin"])
        if path.startswith(OWN) and (foreign or headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")):
            return plain(HTTPStatus.FORBIDDEN)
        return None

    def _found(self, path: str, query: str, accepted: str) -> web.Response:
        """A file, the page of a folder, a redirect to it, or the page for mistakes; raises BadPath."""
        file = self._files.find(path)
        if self._extra and (answer := self._extra.answer(path, query)):
            headers = {"Content-Type": f"{answer.kind}; charset=utf-8", "Cache-Control": "no-store"}
            return web.Response(
                status=answer.status, body=answer.body, headers=headers | {"Content-Security-Policy": POLICY}
            )
        if path == "/" != self._files.base:
            return web.Response(status=HTTPStatus.FOUND, headers={"Location": self._files.base})
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                return web.Response(status=HTTPStatus.MOVED_PERMANENTLY, headers={"Location": f"{quote(path, '/%')}/"})
            file = self._files.find(f"{path}index.html")
        if file is not None and file.is_file():
            return self._sent(HTTPStatus.OK, file, path, accepted)
        missing = self._files.find(f"{self._files.base}404.html")
        if missing is not None and missing.is_file():
            return self._sent(HTTPStatus.NOT_FOUND, missing, path, accepted)
        return plain(HTTPStatus.NOT_FOUND)

    def _sent(self, status: HTTPStatus, file: Path, path: str, accepted: str) -> web.Response:
        headers = self._files.headers(file, path)
        if self._extra and headers["Content-Type"].startswith("text/html"):
            body = self._extra.page(file.read_bytes())
            return web.Response(status=status, body=body, headers=headers | {"Cache-Control": "no-store"})
        body, encoded = self._files.packed(file, accepted)
        return web.Response(status=status, body=body, headers=headers | encoded)


def plain(status: HTTPStatus) -> web.Response:
    """A page that says a status and nothing else; the connection ends with it."""
    text = f"{status.value} {status.phrase}\n"
    response = web.Response(status=status, text=text, headers={"Content-Security-Policy": POLICY})
    response.force_close()
    return response


class Full(asyncio.Protocol):
    """Turns away whoever comes when there are connections enough."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Says so, and ends."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(
            b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        transport.close()


@contextmanager
def serving(
    site: Path, *, host: str = "127.0.0.1", port: int = 0, base: str = "/", extra: Extra | None = None
) -> Iterator[str]:
    """Serves a folder until the context ends; gives the address of its root. Port 0 takes any that is free.

    Raises OSError when the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    answers, started = Site(Files(site, base), Names(host), extra), Future[asyncio.Event]()
    loop = asyncio.new_event_loop()
    run = asyncio.Runner(loop_factory=lambda: loop)

    def serve() -> None:
        with run:
            run.run(_serve(answers, listening, started))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    stop = started.result()
    try:
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{listening.getsockname()[1]}{base}"
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)


async def _serve(answers: Site, listening: socket.socket, started: Future[asyncio.Event]) -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.set_default_executor(ThreadPoolExecutor(WORKERS))
    server = web.Server(
        answers.handle,
        keepalive_timeout=IDLE,
        lingering_time=1,
        access_log=None,
        logger=QUIET,
        handler_cancellation=True,
    )
    accepting = await loop.create_server(
        lambda: server() if len(server.connections) < CONNECTIONS else Full(), sock=listening
    )
    started.set_result(stop)
    await stop.wait()
    accepting.close()
    await server.shutdown(0.2)
