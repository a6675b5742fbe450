"""A web server that answers as it is told to: well, slowly, wrongly, or not at all. It keeps a log of who asked and when."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PAGE = "<!DOCTYPE html><title>A page</title><p>{}</p>" + "<p>Other news of the day, of which there was much.</p>" * 20
"""A page that is long enough to be one."""


@dataclass
class Visit:
    """One request."""

    path: str
    headers: dict[str, str]
    """By name in small letters."""
    start: float
    end: float = 0


@dataclass
class Exchange:
    """A request that is to be answered."""

    connection: socket.socket
    visit: Visit
    stopping: threading.Event

    def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.connection.sendall(data)

    def answer(self, status: int, body: str | bytes = "", **headers: str) -> None:
        """A whole answer; underscores in names of headers stand for hyphens."""
        data = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data))}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self.send(f"HTTP/1.1 {status} Whatever\r\n{lines}Connection: close\r\n\r\n".encode() + data)

    def wait(self, seconds: float = 60) -> None:
        """Does nothing for a while, or until the test is over."""
        self.stopping.wait(seconds)


Answer = Callable[[Exchange], None]


def page(words: str, status: int = 200, **headers: str) -> Answer:
    """A page with these words."""
    return lambda exchange: exchange.answer(status, PAGE.format(words), **headers)


def status(number: int, body: str | bytes = "", **headers: str) -> Answer:
    """A bare answer."""
    return lambda exchange: exchange.answer(number, body, **headers)


def redirect(number: int, to: str) -> Answer:
    """The way to another address."""
    return status(number, Location=to)


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other; the last again and again."""
    left = list(answers)
    return lambda exchange: (left.pop(0) if len(left) > 1 else left[0])(exchange)


def packed(body: str, size: int = 0) -> bytes:
    """A body packed by gzip; with a size, one of nothing but zeros that unpacks to so many bytes."""
    return gzip.compress(b"\0" * size if size else body.encode())


class Server:
    """A server on an address of this machine."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        """Path to what is answered; 404 for all others."""
        self.log: list[Visit] = []
        self.connections = 0
        """How many were opened, whether anything was asked or not."""
        self._tls = tls
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        try:
            self._socket = socket.create_server((host, 0))
        except OSError:
            pytest.skip(f"this machine has no address {host}")
        self.address = f"{'https' if tls else 'http'}://{host}:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def paths(self) -> list[str]:
        """The paths that were asked for, in order, robots.txt left out."""
        return [visit.path for visit in self.log if visit.path != "/robots.txt"]

    def visits(self, path: str) -> list[Visit]:
        """The requests for a path."""
        return [visit for visit in self.log if visit.path == path]

    def stop(self) -> None:
        """Ends everything that waits."""
        self._stopping.set()
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                if piece.startswith(b"\x16"):
                    # A greeting of TLS, to a server that speaks none.
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            visit = Visit(first.split(" ")[1], headers, time.monotonic())
            self.log.append(visit)
            answer = self.answers.get(visit.path.partition("?")[0], status(404))
            try:
                answer(Exchange(connection, visit, self._stopping))
            finally:
                visit.end = time.monotonic()


def most_at_once(visits: list[Visit]) -> int:
    """How many requests were being answered at one time, at most."""
    moments = sorted([(visit.start, 1) for visit in visits] + [(visit.end, -1) for visit in visits])
    now = most = 0
    for _, change in moments:
        now += change
        most = max(most, now)
    return most


def untrusted(folder: Path) -> ssl.SSLContext:
    """TLS with a certificate that nobody has signed."""
    names = [str(folder / name) for name in ("key.pem", "certificate.pem")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    try:
        subprocess.run([*command, "-keyout", names[0], "-out", names[1]], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not there to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(names[1], names[0])
    return context


@dataclass
class Web:
    """Servers that a test starts, one for each address of this machine."""

    servers: list[Server] = field(default_factory=list)

    def server(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Server:
        """A new server."""
        self.servers.append(Server(host, tls))
        return self.servers[-1]
