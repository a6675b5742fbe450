"""The preview: builds the site, serves it, and follows changes; a fault leaves the last sound state in view."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from dalil.problems import ProblemsFound
from dalil.progress import Step
from dalil.site.build import build
from dalil.site.server import serving
from dalil.watching import watching

WAIT = 20.0
"""Seconds after which a browser that waits for news is told that there are none, so that lost ones are let go."""
ADDRESS = "/.dalil/reload.js"
NEWS = "/.dalil/news"
SCRIPT = f"""\
const again = () => setTimeout(follow, 500);
const follow = () => fetch('{NEWS}').then((news) => (news.status === 205 ? location.reload() : follow()), again);
follow();
"""


class Reload:
    """Lets the pages of a preview know that the site has changed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._state = 0

    def tell(self) -> None:
        """Tells every page that is open."""
        with self._changed:
            self._state += 1
            self._changed.notify_all()

    def answer(self, handler: BaseHTTPRequestHandler, path: str) -> bool:
        """Gives the script that listens, and the news that it listens for."""
        if path == ADDRESS:
            self._send(handler, 200, SCRIPT.encode())
            return True
        if path == NEWS:
            with self._changed:
                before = self._state
                self._changed.wait_for(lambda: self._state != before, timeout=WAIT)
                changed = self._state != before
            self._send(handler, 205 if changed else 204, b"")
            return True
        return False

    def page(self, html: bytes) -> bytes:
        """A page with the listening script."""
        return html.replace(b"</head>", f'<script src="{ADDRESS}" defer></script></head>'.encode(), 1)

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "text/javascript; charset=utf-8")
        handler.send_header("Cache-Control", "no-store")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


def preview(
    root: Path, host: str, port: int, step: Callable[[], Step], said: Callable[[ProblemsFound | str], None]
) -> None:
    """Serves the project of `root` until interrupted.

    `step` gives a fresh progress for each build; `said` is handed problems, and the address once there is something to
    see. Raises ProblemsFound when the first build fails, OSError when the port is taken.
    """
    target = root / ".dalil" / "preview"
    reload = Reload()
    with watching(root) as wait:
        build(root, target, step(), preview=True)
        with serving(target, host=host, port=port, extra=reload) as address:
            said(address)
            while True:
                wait()
                try:
                    build(root, target, step(), preview=True)
                except ProblemsFound as found:
                    said(found)
                else:
                    said(address)
                    reload.tell()
