"""Servers that tests start, and stop in the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from web import Server, Web


@pytest.fixture
def web() -> Iterator[Web]:
    """Servers on addresses of this machine."""
    found = Web()
    yield found
    for server in found.servers:
        server.stop()


@pytest.fixture
def server(web: Web) -> Server:
    """One server."""
    return web.server()
