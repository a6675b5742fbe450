"""The preview: it follows a change of the store to the page, and keeps the last sound state when a change is not."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from previewing import previewing
from support import Project

CLAIMS = "data/claims/all.yml"
PATIENCE = 60.0
"""Seconds until a preview that does not follow counts as broken; it takes two or three here."""


@pytest.fixture
def preview(project: Project, tmp_path: Path) -> Iterator[tuple[Project, str, Path]]:
    log = tmp_path / "log.txt"
    with previewing(project, log) as address:
        yield project, address, log


def wait_for(address: str, words: str, log: Path) -> str:
    """The page, once it has these words."""
    page, until = "", time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                page = str(response.read(), "utf-8")
            if words in page:
                return page
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"{words!r} did not come: {log.read_text()[-2000:]}\n{page[-500:]}")


def wait_for_log(log: Path, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while words not in log.read_text():
        assert time.monotonic() < until, log.read_text()[-2000:]
        time.sleep(0.2)


def test_the_preview_follows_changes_and_survives_faults(preview: tuple[Project, str, Path]) -> None:
    project, address, log = preview
    wait_for(address + "en/", "countries signed", log)
    project.replace(CLAIMS, "signed [the treaty]", "put their names to [the treaty]")
    wait_for(address + "en/", "countries put their names to", log)
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    wait_for_log(log, f"{CLAIMS}:10:16: error[unknown-source]")
    assert "put their names to" in wait_for(address + "en/", "countries", log)
    project.replace(CLAIMS, "source: frist-source", "source: first-source")
    project.replace(CLAIMS, "put their names to", "agreed on")
    wait_for(address + "en/", "countries agreed on", log)
    project.replace("macros/claim.j2", '<p class="claims">{{ claim_of', '<p class="claims new">{{ claim_of')
    wait_for(address + "en/claims/two-signed/", 'class="claims new"', log)
    assert "Traceback" not in log.read_text()


def news(address: str, since: int) -> dict[str, object]:
    with urllib.request.urlopen(f"{address}.dalil/news?language=en&since={since}", timeout=5) as response:
        told: dict[str, object] = json.load(response)
    return told


def changes(address: str, since: int) -> list[str]:
    """Addresses of what has changed since a build."""
    changed = news(address, since)["changed"]
    assert isinstance(changed, list)
    return sorted(one["url"] for one in changed)


def test_who_asks_late_is_told_everything_that_has_changed_since(preview: tuple[Project, str, Path]) -> None:
    project, address, log = preview
    wait_for(address + "en/", "countries signed", log)
    before = news(address, 0)
    assert (before["status"], before["problems"], before["changed"]) == ("", [], [])
    assert isinstance(before["built"], int)
    project.replace(CLAIMS, "signed [the treaty]", "put their names to [the treaty]")
    wait_for(address + "en/", "countries put their names to", log)
    project.replace("data/events/all.yml", "The treaty is signed", "The treaty gets its names")
    wait_for(address + "en/events/the-signing/", "gets its names", log)
    # A page is there a moment before it is told of.
    until = time.monotonic() + PATIENCE
    while len(changed := changes(address, before["built"])) < 2 and time.monotonic() < until:
        time.sleep(0.2)
    assert changed == ["/en/claims/two-signed/", "/en/events/the-signing/"]
    assert changes(address, int(str(news(address, 0)["built"]))) == []


def test_an_address_that_is_taken_is_said(project: Project, tmp_path: Path) -> None:
    log, second = tmp_path / "log.txt", tmp_path / "second.txt"
    with previewing(project, log) as address:
        wait_for(address + "en/", "countries signed", log)
        with previewing(project, second, address.removeprefix("http://").rstrip("/")) as again:
            wait_for_log(
                second, f"{again.removeprefix('http://').rstrip('/')} cannot be served: Address already in use"
            )
