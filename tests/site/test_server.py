"""The preview's server, asked by sockets: hostile, half and hasty requests end in a plain page, and nothing grows."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dalil.site import server as module
from dalil.site.news import News
from dalil.site.preview import Listening
from dalil.site.server import CONNECTIONS, WORKERS, serving

HOME = b"<!doctype html><html lang=en><head></head><body>home</body>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a folder, a file beside it, and links out of it."""
    site = tmp_path / "site"
    (site / "en" / "empty").mkdir(parents=True)
    (site / "index.html").write_bytes(HOME)
    (site / "en" / "index.html").write_bytes(HOME)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "index.html").write_text("secret")
    (site / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (site / "leak").symlink_to(tmp_path / "away")
    (site / "loop").symlink_to(site / "loop")
    return site


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    """Of a preview of it, whose site has not been built yet as far as it knows."""
    news = News()
    news._built = 1
    with serving(site, extra=Listening(site, news)) as address:
        yield int(address.rsplit(":", 1)[1].strip("/"))


def ask(port: int, data: bytes, seconds: float = 20) -> bytes:
    """All that a server sends back before it ends, or says nothing more."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        answer = b""
        try:
            connection.sendall(data)
            while piece := connection.recv(65536):
                answer += piece
        except (TimeoutError, ConnectionError):
            pass
        return answer


def get(port: int, path: str | bytes, method: str = "GET", **headers: str) -> bytes:
    head = {"Host": f"127.0.0.1:{port}", "Connection": "close"} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value)
    path = path.encode() if isinstance(path, str) else path
    return ask(port, method.encode() + b" " + path + f" HTTP/1.1\r\n{lines}\r\n".encode())


def status_of(answer: bytes) -> int:
    assert answer.startswith(b"HTTP/"), answer[:80]
    return int(answer.split(b" ")[1])


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "", "127.0.0.2", "0.0.0.0",
     "me@127.0.0.1", "127.0.0.1@evil.example", "[::2]", "[", "127.0.0.1/x", "10.0.0.1", "a b", "localhost,evil.example"],
)  # fmt: skip
def test_it_answers_no_other_name(port: int, host: str) -> None:
    answer = get(port, "/", Host=host)
    assert status_of(answer) in (421, 400)
    assert b"home" not in answer


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000"])
def test_it_answers_its_own_names(port: int, host: str) -> None:
    assert b"home" in get(port, "/", Host=host)


def test_an_open_server_answers_by_its_number_and_name(site: Path) -> None:
    names = module.Names("0.0.0.0")
    assert all(names.has(host) for host in ("192.168.1.7:8000", "[fd00::1]", socket.gethostname(), "localhost"))
    assert not names.has("evil.example")
    assert [module.is_open(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "10.0.0.1", "box")] == [
        False, False, False, True, True, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1"},
     {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}],
)  # fmt: skip
def test_other_websites_may_not_ask_for_the_news(port: int, headers: dict[str, str]) -> None:
    assert status_of(get(port, "/.dalil/news?language=en", **headers)) == 403
    assert status_of(get(port, "/.dalil/news.js", **headers)) == 403
    own = get(port, "/.dalil/news?language=en", Origin=f"http://127.0.0.1:{port}", Sec_Fetch_Site="same-origin")
    assert json.loads(own.split(b"\r\n\r\n", 1)[1])["status"] == ""


HOSTILE = [
    ("/%00", 400), ("/%ff", 400), ("/%", 404), ("/%zz", 404), ("/" + "a" * 5000, 414), ("/" + "a" * 300, 404),
    ("/" + "a" * 9000, 400), ("/.dalil/news?state=" + "9" * 5000, 414), ("/.dalil/news?state=" + "9" * 1900, 200),
    ("/.dalil/news?" + "a=1&" * 300, 400), ("//evil.example", 400), ("//en", 400), ("/..%2fsecret.txt", 400),
    ("/../secret.txt", 400), ("/%2e%2e/secret.txt", 400), ("/..\\secret.txt", 400), ("/%5c..%5csecret.txt", 400),
    ("/en/../../secret.txt", 400), ("/en//", 400), ("/en/.", 400), ("/c:/x", 400), ("/%2e%2e%2fsecret.txt", 400),
    ("/%252e%252e/secret.txt", 404), ("/leak.txt", 404), ("/leak/", 404), ("/leak", 404), ("/loop", 404),
    ("/en/empty/", 404), ("/index.html/", 404), ("/index.html/x", 404), ("/%0d%0aSet-Cookie:x=1", 400),
    ("/en%0d%0aX:", 400), ("/%1b[2J", 400), ("/%e2%80%aeen", 400), ("http://evil.example/", 400), ("*", 400),
    ("/.dalil/../secret.txt", 400), ("/.dalil/news.py", 404), ("/.dalil/%2e%2e/news.py", 400), ("/?x#y", 200),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), HOSTILE)
def test_hostile_addresses_end_in_a_plain_page(port: int, path: str, expected: int, capfd: object) -> None:
    answer = get(port, path)
    assert status_of(answer) == expected, answer[:300]
    for word in (b"Traceback", b"secret", b"Set-Cookie", b'.py"', b"Location: //"):
        assert word not in answer
    assert "Traceback" not in "".join(capfd.readouterr())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"GET /\r\n\r\n", 421), (b"\x16\x03\x01\x02\0\x01\0\r\n\r\n", 400), (b"GET / HTTP/9.9\r\n\r\n", 400),
        (b"G\xffT / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/1.1\r\nHost: x\r\nHost: 127.0.0.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"y" * 50_000 + b"\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nRange: bytes=9-1,-,x\r\nConnection: close\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/1.0\r\n\r\n", 421),
    ],
)  # fmt: skip
def test_what_is_no_request(port: int, data: bytes, expected: int, capfd: object) -> None:
    answer = ask(port, data)
    assert (status_of(answer) if answer else 0) in (expected, 0), answer[:200]
    assert b"Traceback" not in answer
    assert "Traceback" not in "".join(capfd.readouterr())  # type: ignore[attr-defined]
    assert b"home" in get(port, "/"), "and it goes on"


def test_methods(port: int) -> None:
    head = get(port, "/", "HEAD")
    assert (status_of(head), head.endswith(b"\r\n\r\n")) == (200, True)
    assert f"Content-Length: {len(HOME)}".encode() not in head or b"home" not in head
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "NONSENSE"):
        answer = get(port, "/", method)
        assert status_of(answer) in (405, 400), method
    assert status_of(get(port, "evil.example:443", "CONNECT")) in (400, 405)


def test_every_answer_is_guarded(port: int) -> None:
    for path in ("/", "/en/", "/none", "/.dalil/news.js", "/%00"):
        answer = get(port, path)
        assert b"X-Content-Type-Options: nosniff" in answer
        assert b"Cross-Origin-Resource-Policy: same-origin" in answer
    assert b"frame-ancestors 'none'" in get(port, "/.dalil/news.js")


def many(port: int, data: bytes, number: int) -> list[socket.socket]:
    found = []
    for _ in range(number):
        connection = socket.create_connection(("127.0.0.1", port), timeout=10)
        connection.sendall(data)
        found.append(connection)
    return found


@pytest.mark.parametrize("kind", ["half", "polls", "silent"])
def test_threads_do_not_grow_with_those_who_ask(site: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE", 3.0)
    news = News()
    news._built = 1
    before = threading.active_count()
    with serving(site, extra=Listening(site, news)) as address:
        port = int(address.rsplit(":", 1)[1].strip("/"))
        poll = f"GET /.dalil/news?state={news.state} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        connections = many(port, {"half": b"GET / HTTP/1.1\r\nHo", "polls": poll, "silent": b""}[kind], 150)
        time.sleep(1)
        assert threading.active_count() - before <= WORKERS + 2
        if kind == "polls":
            for connection in connections:
                connection.close()
        until = time.monotonic() + 30
        while b"home" not in get(port, "/"):
            assert time.monotonic() < until, "those who say nothing are let go"
            time.sleep(0.2)
        for connection in connections:
            connection.close()
    assert CONNECTIONS < 150


def test_a_request_that_drips_is_let_go(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE", 1.5)
    with serving(site) as address:
        port = int(address.rsplit(":", 1)[1].strip("/"))
        [connection] = many(port, b"GET / HTTP/1.1\r\n", 1)
        start = time.monotonic()
        with suppress(OSError):
            while time.monotonic() - start < 20:
                connection.sendall(b"X: y\r\n")
                time.sleep(0.1)
        assert time.monotonic() - start < 15
        connection.close()


def test_an_answer_that_nobody_takes_is_let_go(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SENDING", 1.5)
    (site / "large.txt").write_bytes(b"x" * 50_000_000)
    with serving(site) as address:
        port = int(address.rsplit(":", 1)[1].strip("/"))
        [connection] = many(port, b"GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n", 1)
        time.sleep(4)
        received = 0
        try:
            while piece := connection.recv(1 << 20):
                received += len(piece)
        except ConnectionError:
            pass
        assert received < 50_000_000
        connection.close()


def serve(root: Path, address: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dalil.cli", "--project", str(root), "serve", "--built", "--address", address]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "address", ["127.0.0.1:99999", "127.0.0.1:-1", "8000", ":8000", "a..b:80", "127.0.0.1:٨", "x:"]
)
def test_an_address_that_is_none_is_a_slip_of_the_editor(tmp_path: Path, address: str) -> None:
    result = serve(tmp_path, address)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False), result.stderr


def test_a_port_that_is_taken_is_said_plainly_and_an_open_address_loudly(tmp_path: Path) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        result = serve(tmp_path, f"0.0.0.0:{taken.getsockname()[1]}")
    assert result.returncode == 1
    assert "Attention: whoever reaches 0.0.0.0" in result.stderr
    assert "cannot be served: " in result.stderr
    assert "Traceback" not in result.stderr
