"""Pictures of a page as other engines than Chromium draw it: WebKitGTK and Firefox, where they are installed."""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

WIDTH, HEIGHT = 1000, 700
BROWSER = Path("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser")
SECONDS = 60


def lacking(engine: str) -> str:
    """What is not installed, or an empty string."""
    needed = {"webkit": ["WebKitWebDriver", "Xvfb", str(BROWSER)], "firefox": ["firefox-esr"]}[engine]
    return ", ".join(name for name in needed if shutil.which(name) is None)


def drawn(engine: str, page: Path, ready: str = "document.fonts.status === 'loaded'") -> Image.Image:
    """A page of a file as an engine draws it; `ready`: what holds once it is whole. The page starts at a red corner."""
    return _whole(_webkit(page, ready) if engine == "webkit" else _firefox(page))


def _whole(screen: Image.Image) -> Image.Image:
    """What is right of, and below, the red corner with which the page starts."""
    pixels = screen.load()
    assert pixels is not None
    for y in range(screen.height):
        for x in range(screen.width):
            if pixels[x, y] == (255, 0, 0):
                return screen.crop((x, y, screen.width, screen.height))
    raise AssertionError("the page was not drawn")


def _firefox(page: Path) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.png")
        size = f"--window-size={WIDTH},{HEIGHT}"
        command = ["firefox-esr", "--headless", "--no-remote", "--profile", folder, size, "--screenshot", str(file), page.as_uri()]  # fmt: skip
        environment = {**os.environ, "HOME": folder}
        subprocess.run(command, check=True, timeout=SECONDS, env=environment, capture_output=True)
        return Image.open(file).convert("RGB")


def _webkit(page: Path, ready: str) -> Image.Image:
    """WebKitGTK's own screenshots need a graphics card: the picture is that of its screen, a file of Xvfb's."""
    with tempfile.TemporaryDirectory() as folder, _screen(Path(folder)) as display, _driver(display) as port:
        options = {"webkitgtk:browserOptions": {"binary": str(BROWSER), "args": ["--automation"]}}
        session = f"/session/{_call(port, '/session', {'capabilities': {'alwaysMatch': options}})['sessionId']}"
        try:
            _call(port, f"{session}/url", {"url": page.as_uri()})
            _until(lambda: _call(port, f"{session}/execute/sync", {"script": f"return {ready}", "args": []}))
            time.sleep(1)  # What was laid out is on its way to the screen.
            return _framebuffer(Path(folder, "Xvfb_screen0"))
        finally:
            _call(port, session, None, "DELETE")


@contextmanager
def _screen(folder: Path) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def _driver(display: str) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
    environment |= {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
    command = ["WebKitWebDriver", f"--port={port}"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until(lambda: _answers(port))
        yield port
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        _call(port, "/status", None, "GET")
    except OSError:
        return False
    return True


def _call(port: int, path: str, body: Any, method: str = "POST") -> Any:
    """One command of WebDriver (W3C)."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, headers, method=method)
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.loads(answer.read())["value"]


def _until(holds: Any) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "the engine does not answer"
        time.sleep(0.1)


def _framebuffer(file: Path) -> Image.Image:
    """The picture in a file of the X window dump format, version 7, with 32 bits a pixel."""
    content = file.read_bytes()
    head = struct.unpack(">25I", content[:100])
    start, width, height, line = head[0] + 12 * head[19], head[4], head[5], head[12]
    pixels = content[start : start + line * height]
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", line, 1)
