"""Serves a built site as a host on the web would: compressed, with the site's own headers and its page for mistakes."""

from __future__ import annotations

import functools
import mimetypes
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
"""What a browser may accept, best first, and how the copy beside a file ends."""
TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}
"""Types that some systems' tables lack or give otherwise."""


@dataclass(frozen=True)
class Answer:
    """What is sent for an address that no file stands for."""

    kind: str
    """Its media type."""
    body: bytes
    status: HTTPStatus = HTTPStatus.OK


class Extra(Protocol):
    """Answers for addresses that no file stands for, and changes to pages before they are sent."""

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a request, which may take its time; None leaves it to the files."""

    def page(self, html: bytes) -> bytes:
        """A page as it is to be sent."""


def headers_of(site: Path) -> dict[str, dict[str, str]]:
    """Path pattern to headers, from a site's `_headers` (the form of Netlify and Cloudflare); empty without one."""
    found: dict[str, dict[str, str]] = {}
    path = site / "_headers"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        if line.startswith("/"):
            current = found.setdefault(line.strip(), {})
        elif ":" in line:
            name, _, value = line.partition(":")
            current[name.strip()] = value.strip()
    return found


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with the files of one folder, below one base path."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, site: Path, base: str = "/", extra: Extra | None = None) -> None:
        self.site, self.base, self.extra = site, base, extra
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Sends a file, the page of a folder, a redirect to it, or the page for mistakes."""
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        if self.extra and (answer := self.extra.answer(path, asked.query)):
            headers = {"Content-Type": f"{answer.kind}; charset=utf-8", "Cache-Control": "no-store"}
            self._send(answer.status, answer.body, headers)
            return
        file = self._file(path)
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{asked.path}/"})
                return
            file = file / "index.html"
        if file is None or not file.is_file():
            self._send_file(HTTPStatus.NOT_FOUND, self.site / "404.html", path)
        else:
            self._send_file(HTTPStatus.OK, file, path)

    do_HEAD = do_GET  # noqa: N815

    def _file(self, path: str) -> Path | None:
        if not path.startswith(self.base):
            return None
        file = (self.site / path.removeprefix(self.base)).resolve()
        return file if file.is_relative_to(self.site.resolve()) else None

    def _send_file(self, status: HTTPStatus, file: Path, path: str) -> None:
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        headers = {"Content-Type": f"{kind}; charset=utf-8" if textual else kind, "Vary": "Accept-Encoding"}
        for pattern, named in headers_of(self.site).items():
            if path.removeprefix(self.base.rstrip("/")).startswith(pattern.rstrip("*")):
                headers |= named
        if self.extra and kind == "text/html" and file.is_file():
            self._send(status, self.extra.page(file.read_bytes()), {**headers, "Cache-Control": "no-store"})
            return
        accepted = [word.split(";")[0].strip() for word in self.headers.get("Accept-Encoding", "").split(",")]
        for encoding, ending in ENCODINGS:
            copy = file.with_name(file.name + ending)
            if encoding in accepted and copy.is_file():
                self._send(status, copy.read_bytes(), {**headers, "Content-Encoding": encoding})
                return
        self._send(status, file.read_bytes() if file.is_file() else b"", headers)

    def _send(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing; a preview has more to say than which files were asked for."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Lets a browser that went away go; any other fault is said as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(
    site: Path, *, host: str = "127.0.0.1", port: int = 0, base: str = "/", extra: Extra | None = None
) -> Iterator[str]:
    """Serves a folder until the context ends; gives the address of its root. Port 0 takes any that is free.

    Raises OSError when the port is taken.
    """
    handler = functools.partial(Handler, site=site, base=base, extra=extra)
    with Server((host, port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{host}:{server.server_port}{base}"
        finally:
            server.shutdown()
