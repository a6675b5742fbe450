"""`dalil sources check`, run as an editor runs it, against a real server."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import called
from dalil.project.whole import check_project
from support import Project
from web import Exchange, Server, Web, in_turn, page, redirect, status

CLAIMS, SOURCES, STATEMENTS = "data/claims/all.yml", "data/sources/all.yml", "data/statements/all.yml"
REGISTER = "data/register/sources.yml"
FIRST = page("It is said that two countries have signed. Argentina signed. Chile signed.")
COPY = "/web/2026/first"
"""Where the archive has its copy of the first page."""


@pytest.fixture
def sited(project: Project, server: Server) -> Project:
    """A project whose two sources stand on the server."""
    text = project.read(SOURCES).replace("https://example.org/", f"{server.address}/")
    project.write(SOURCES, text)
    server.answers |= {"/first": FIRST, "/second": page("A second paragraph.")}
    return project


def command(project: Project, *arguments: str) -> list[str]:
    options = ["--delay", "0", "--timeout", "5", "--today", "2026-07-01", "--allow-private"]
    return [sys.executable, "-m", "dalil.cli", "--project", str(project.root), "sources", "check", *options, *arguments]


def check(project: Project, *arguments: str, answers: str = "", code: int = 0) -> str:
    result = called(command(project, *arguments)[3:], answers)
    assert result.returncode == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout + result.stderr


def files(project: Project) -> dict[str, bytes]:
    """Every file of the store but the register."""
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for path in (project.root / "data").rglob("*.yml")
        if path.parent.name != "register"
    }


def test_what_was_found_stands_in_the_register_and_nothing_else_changes(sited: Project, server: Server) -> None:
    before = files(sited)
    assert check(sited) == "2 of 2 sources looked up: 2 found.\n"
    assert files(sited) == before
    assert sited.read(REGISTER).split("sources check`")[0].startswith("# What the last look")
    lines = [line for line in sited.read(REGISTER).splitlines() if not line.startswith("#")]
    assert lines == [
        "first-source:",
        f"  url: {server.address}/first",
        "  status: found",
        "  looked: 2026-07-01",
        "  since: 2026-07-01",
        "  seen: 2026-07-01",
        "  answer: 200",
        "  why: found-all",
        "  passages:",
        "  - words: Argentina signed",
        "    found: yes",
        "  - words: Chile signed",
        "    found: yes",
        "  - words: two countries have signed",
        "    found: yes",
        "second-source:",
        f"  url: {server.address}/second",
        "  status: found",
        "  looked: 2026-07-01",
        "  since: 2026-07-01",
        "  seen: 2026-07-01",
        "  answer: 200",
        "  why: found-none",
    ]
    assert sited.problems() == []
    agent = server.log[0].headers["user-agent"]
    assert agent.startswith("dalil/")
    assert "(+https://example.org/;" in agent, "the address of the site, by which its editors can be found"


def test_what_is_fresh_is_left_alone(sited: Project, server: Server) -> None:
    check(sited)
    server.log.clear()
    assert "0 of 2 sources looked up.\nEvery look-up is fresh; --again" in check(sited)
    assert server.log == []
    check(sited, "--older-than", "1 day")
    assert server.paths() == []
    check(sited, "--today", "2026-07-02", "--older-than", "1 day")
    assert sorted(server.paths()) == ["/first", "/second"]
    server.log.clear()
    check(sited, "--again")
    assert sorted(server.paths()) == ["/first", "/second"]


def test_what_could_not_be_reached_and_what_is_cited_anew_is_looked_up_again(sited: Project, server: Server) -> None:
    server.answers["/second"] = status(500)
    check(sited)
    server.log.clear()
    check(sited)
    assert set(server.paths()) == {"/second"}
    server.answers["/second"] = page("x")
    check(sited)
    server.log.clear()
    sited.replace(CLAIMS, "{words: two countries have signed}", "{words: that two countries}")
    assert "1 of 2 sources looked up: 1 found." in check(sited)
    assert server.paths() == ["/first"]


def test_sources_can_be_named(sited: Project, server: Server) -> None:
    check(sited)
    server.log.clear()
    assert "1 of 2 sources looked up" in check(sited, "second-source")
    assert server.paths() == ["/second"]
    said = check(sited, "secnd-source", code=2)
    assert "there is no source “secnd-source”; did you mean “second-source”?" in said


def test_what_is_not_as_it_was_is_said_with_its_place(sited: Project, server: Server) -> None:
    server.answers |= {
        "/first": page("Two nations have signed. Argentina signed. Chile signed."),
        "/second": status(404),
    }
    said = check(sited)
    assert (
        f"{SOURCES}:8:8: changed: first-source: “two countries have signed” is not there as cited; the nearest is "
        "“Two nations have signed” (cited 3 times)\n"
    ) in said
    assert f"{SOURCES}:16:8: gone: second-source: the server answered 404 Not Found (cited 1 time)\n" in said
    assert "2 of 2 sources looked up: 1 changed, 1 gone.\n" in said
    assert check(sited, "--again", "second-source", "--older-than", "1 day").count("gone") == 2
    quiet = [*command(sited, "--again")]
    quiet.insert(3, "--quiet")
    result = subprocess.run(quiet, capture_output=True, text=True, check=True)
    assert result.stdout + result.stderr == ""


# Interruption


def waits(exchange: Exchange) -> None:
    exchange.wait()


@pytest.fixture
def stopped(sited: Project, server: Server) -> Project:
    """A project whose look-ups were stopped by Ctrl-C when one of two was done."""
    server.answers["/second"] = waits
    process = subprocess.Popen(
        command(sited, "--timeout", "60"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    end = time.monotonic() + 30
    while not (server.visits("/second") and server.visits("/first") and server.visits("/first")[0].end):
        assert time.monotonic() < end, server.log
        time.sleep(0.05)
    time.sleep(3)  # What came is read in a moment; on a busy machine, a longer one.
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=30)
    assert process.returncode == 130, output + errors
    assert "Traceback" not in errors
    assert "Stopped; what was looked up is kept. The same command goes on with the other 1." in errors
    return sited


def test_what_was_done_is_kept_and_the_next_run_goes_on(stopped: Project, server: Server, web: Web) -> None:
    assert "first-source:" in stopped.read(REGISTER)
    assert "second-source:" not in stopped.read(REGISTER)
    server.answers["/second"] = page("x")
    server.log.clear()
    assert "1 of 2 sources looked up: 1 found." in check(stopped)
    assert server.paths() == ["/second"]
    assert "second-source:" in stopped.read(REGISTER)


def test_a_sudden_end_loses_little(sited: Project, server: Server) -> None:
    one = sited.read(SOURCES).split("second-source")[0]
    claims = "".join(
        f"says-{n}:\n  topic: home\n  text: {{ar: شيء., en: So.}}\n  citations: [{{source: more-{n}, locator: {{whole: yes}}}}]\n"
        for n in range(10)
    )
    sources = "".join(one.replace("first-source", f"more-{n}").replace("/first", f"/{n}") for n in range(10))
    sited.write("data/claims/more.yml", claims)
    sited.write("data/sources/more.yml", sources)
    server.answers |= {f"/{n}": page("x") for n in range(10)}
    server.answers["/second"] = waits
    with subprocess.Popen(command(sited, "--timeout", "60"), stdout=subprocess.DEVNULL) as process:
        end = time.monotonic() + 30
        while not (sited.root / REGISTER).exists() and time.monotonic() < end:
            time.sleep(0.05)
        process.kill()
    assert sited.read(REGISTER).count("  status: found") >= 10


def test_a_terminal_sees_how_far_it_is(sited: Project) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    seen = b""
    with subprocess.Popen(command(sited), stdout=subprocess.DEVNULL, stderr=theirs, env=environment) as process:
        os.close(theirs)
        # Once the command has ended, nobody holds the other end of the terminal, and reading it fails.
        with contextlib.suppress(OSError):
            while piece := os.read(ours, 65536):
                seen += piece
    os.close(ours)
    assert process.returncode == 0
    assert b"Looking up sources" in seen
    assert b"2/2" in seen


def test_a_machine_without_a_network_writes_nothing_down(project: Project) -> None:
    text = project.read(SOURCES).replace("https://example.org/", "https://one.invalid/", 1)
    text = text.replace("https://example.org/", "https://two.invalid/", 1)
    third = (
        text[text.index("second-source") :].replace("second-source", "third").replace("two.invalid", "three.invalid")
    )
    project.write(SOURCES, text + third)
    project.replace(CLAIMS, "second-source", "third")
    said = check(project, code=1)
    assert "No server could be reached; is this machine online? Nothing was written down." in said
    assert not (project.root / REGISTER).exists()


def test_a_store_with_faults_is_not_looked_up(sited: Project, server: Server) -> None:
    sited.replace(SOURCES, "type: news", "type: new")
    assert "error[bad-value]" in check(sited, code=1)
    assert server.log == []
    assert not (sited.root / REGISTER).exists()


def test_entries_of_sources_that_are_no_more_go(sited: Project, server: Server) -> None:
    old = f"deleted:\n  url: {server.address}/x\n  status: found\n  looked: 2026-06-01\n  since: 2026-06-01\n  why: found-all\n"
    moved = old.replace("deleted", "second-source")
    sited.write(REGISTER, old + moved)
    check(sited)
    assert "deleted" not in sited.read(REGISTER)
    assert "/x" not in sited.read(REGISTER)


# Proposals

CHANGED = page("Two nations have signed. Argentina signed. Chile signed.")


def test_changes_are_proposed_as_a_diff_and_not_made(sited: Project, server: Server) -> None:
    server.answers |= {"/first": CHANGED, "/second": redirect(301, "/moved"), "/moved": page("x")}
    before = files(sited)
    said = check(sited)
    assert files(sited) == before
    assert said.endswith(
        f"""
# first-source: the nearest passage, 83 % alike; see whether it still bears the claim out
--- a/{CLAIMS}
+++ b/{CLAIMS}
@@ -8,4 +8,4 @@
     day: {{date: 2026-02-03}}
   citations:
-    - {{source: first-source, locator: {{words: two countries have signed}}}}
+    - {{source: first-source, locator: {{words: Two nations have signed}}}}
     - {{source: second-source, locator: {{paragraph: 2}}}}

# second-source: it has moved for good
--- a/{SOURCES}
+++ b/{SOURCES}
@@ -14,3 +14,3 @@
   published: 2026-03-01
   accessed: 2026-03-02
-  url: {server.address}/second
+  url: {server.address}/moved

2 changes proposed, none made; --apply asks for each.
"""
    ), said


def test_each_change_is_asked_for_and_made_in_its_place(sited: Project, server: Server) -> None:
    server.answers |= {"/first": CHANGED, "/second": redirect(301, "/moved"), "/moved": page("x")}
    before = files(sited)
    check(sited)
    server.log.clear()
    said = check(sited, "--apply", answers="n\ny\n")
    assert server.log == [], "what is fresh is proposed without being asked for again"
    assert "1 of 2 made." in said
    after = files(sited)
    assert [name for name in after if after[name] != before[name]] == [SOURCES]
    assert after[SOURCES] == before[SOURCES].replace(b"/second", b"/moved")
    assert sited.problems() == []
    assert "1 of 1 made." in check(sited, "--apply", answers="y\n")
    assert files(sited)[CLAIMS] == before[CLAIMS].replace(b"two countries have signed", b"Two nations have signed")
    said = check(sited)
    assert "proposed" not in said
    assert server.log == [], "the register knows of the changes"
    check(sited, "--again")
    entries = [line for line in sited.read(REGISTER).splitlines() if "status:" in line]
    assert entries == ["  status: found", "  status: found"]


def test_an_answer_that_does_not_come_changes_nothing(sited: Project, server: Server) -> None:
    server.answers["/first"] = CHANGED
    before = files(sited)
    assert "Aborted" in check(sited, "--apply", code=1)
    assert files(sited) == before


def test_a_passage_that_several_cite_is_changed_for_each(sited: Project, server: Server) -> None:
    sited.replace(STATEMENTS, "{words: Argentina signed}", "{words: two countries have signed}")
    server.answers["/first"] = CHANGED
    assert "2 of 2 made." in check(sited, "--apply", answers="y\ny\n")
    assert "Two nations have signed" in sited.read(STATEMENTS)
    assert "Two nations have signed" in sited.read(CLAIMS)


def test_what_cannot_be_changed_by_a_program_is_left_to_people(sited: Project, server: Server) -> None:
    sited.replace(SOURCES, f"url: {server.address}/second", f"url: >-\n    {server.address}/second")
    server.answers |= {"/second": redirect(301, "/moved"), "/moved": page("x")}
    said = check(sited, "--apply")
    assert f"{SOURCES}: change it by hand, for “url” is written over several lines: {server.address}/moved" in said
    assert "0 of 1 made." in said


# Archive copies


def wayback(exchange: Exchange) -> None:
    """Plays the archive: it has a copy of the first page only."""
    copy = {
        "available": True,
        "status": "200",
        "timestamp": "20260301000000",
        "url": f"http://{exchange.visit.headers['host']}{COPY}",
    }
    snapshots = {"closest": copy} if "first" in exchange.visit.path else {}
    exchange.answer(200, json.dumps({"archived_snapshots": snapshots}), Content_Type="application/json")


def test_archive_copies_are_asked_for_and_proposed(sited: Project, server: Server, web: Web) -> None:
    archive = web.server("127.0.0.2")
    archive.answers["/available"] = wayback
    check(sited)
    assert archive.log == []
    server.log.clear()
    said = check(sited, "--archive", "--archive-at", f"{archive.address}/available")
    assert server.log == [], "a fresh look-up is not made again for a copy"
    first = next(visit.path for visit in archive.log if "first" in visit.path)
    assert first.endswith("&timestamp=20260302"), "the copy nearest to the day of reading"
    assert "1 archive copy found." in said
    assert f"   url: {server.address}/first\n+  archive: {archive.address}{COPY}\n" in said
    assert f"  archive: {archive.address}{COPY}\n" in sited.read(REGISTER)
    assert "archive:" not in sited.read(SOURCES)
    check(sited, "--apply", answers="y\n")
    assert f"/first\n  archive: {archive.address}{COPY}\n" in sited.read(SOURCES)
    archive.log.clear()
    check(sited, "--archive", "--archive-at", f"{archive.address}/available")
    assert [visit.path for visit in archive.log if "first" in visit.path] == []


@pytest.mark.parametrize(
    "body",
    [
        "no JSON",
        "[]",
        '{"archived_snapshots": []}',
        '{"archived_snapshots": {"closest": {"available": true, "status": "404", "url": "https://a.example/1"}}}',
        '{"archived_snapshots": {"closest": {"available": true, "status": "200", "url": "javascript:alert(1)"}}}',
        '{"archived_snapshots": {"closest": 3}}',
    ],
)
def test_an_archive_that_has_nothing_to_say(sited: Project, web: Web, body: str) -> None:
    archive = web.server("127.0.0.2")
    archive.answers["/available"] = status(200, body)
    check(sited, "--archive", "--archive-at", f"{archive.address}/available")
    assert "archive:" not in sited.read(REGISTER)


def test_an_archive_in_trouble_harms_nothing(sited: Project, web: Web) -> None:
    archive = web.server("127.0.0.2")
    archive.answers["/available"] = in_turn(status(500), status(429, Retry_After="900"))
    said = check(sited, "--archive", "--archive-at", f"{archive.address}/available")
    assert said.count("no copy was found") == 2
    assert "the archive answered 500" in said
    assert "2 of 2 sources looked up: 2 found." in said


# From the look-up to readers


def test_a_dead_link_is_shown_with_its_archive_copy(sited: Project, server: Server, web: Web) -> None:
    archive = web.server("127.0.0.2")
    archive.answers["/available"] = wayback
    server.answers["/first"] = status(410)
    check(sited, "--archive", "--archive-at", f"{archive.address}/available")
    home = next(one.text for one in check_project(sited.root).pages() if one.locale == "en" and one.path == "index.md")
    assert "Page not found at its address since 1 July 2026." in home
    assert f'href="{archive.address}{COPY}#:~:text=two%20countries%20have%20signed"' in home


def test_the_page_of_a_source_says_when_a_look_up_found_it(sited: Project) -> None:
    check(sited)
    found = {one.path: one.text for one in check_project(sited.root).pages() if one.locale == "en"}
    assert '<dt>Last verified</dt><dd><time datetime="2026-07-01">' in found["sources/first-source.md"]


# The build

GUARD = """\
import socket

def refuse(*arguments, **named):
    raise SystemExit("the network was used")

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
"""


def build(project: Project, before: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    arguments = [*before, sys.executable, "-m", "dalil.cli", "--project", str(project.root), "build"]
    return subprocess.run(arguments, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_the_build_never_uses_the_network(project: Project, tmp_path: Path) -> None:
    """Within a network of its own, which leads nowhere, and with a guard that ends whatever tries to reach out."""
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    guard = {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    caught = subprocess.run(
        [sys.executable, "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:9')"],
        capture_output=True, text=True, check=False, env={**os.environ, **guard},
    )  # fmt: skip
    assert "the network was used" in caught.stderr, "the guard guards"
    alone = ["unshare", "--map-root-user", "--net"]
    try:
        usable = subprocess.run([*alone, "true"], check=False, capture_output=True).returncode == 0
    except OSError:
        usable = False
    result = build(project, alone if usable else [], guard)
    assert result.returncode == 0, result.stdout + result.stderr
    assert (project.root / "site" / "index.html").is_file()


def test_only_the_looking_up_imports_the_network() -> None:
    """No other command even loads the library, so that a quick command stays quick."""
    script = (
        "import sys, importlib; from dalil.cli import COMMANDS\n"
        "for name in COMMANDS:\n"
        "    if name != 'sources': importlib.import_module('dalil.cli.' + name)\n"
        "assert 'aiohttp' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


# What a stranger wrote into the register, or a server said, is not proposed


@pytest.mark.parametrize(
    "field",
    [
        "moved_to: http://127.0.0.1:1/admin", "moved_to: http://169.254.169.254/latest", "moved_to: http://localhost/x",
        "moved_to: https://me:secret@example.org/x", "moved_to: http://x.internal/", "moved_to: http://2130706433/",
        "archive: http://[::1]/copy", "archive: https://printer.local/copy",
    ],
)  # fmt: skip
def test_a_register_that_was_tampered_with(sited: Project, field: str) -> None:
    url = "https://example.com/second"
    text = sited.read(SOURCES)
    sited.write(SOURCES, text[: text.rindex("url: ")] + f"url: {url}\n")
    entry = f"second-source:\n  url: {url}\n  status: moved\n  looked: 2026-07-01\n  since: 2026-07-01\n  why: found-all\n  {field}\n"
    sited.write(REGISTER, entry)
    arguments = [one for one in command(sited, "first-source", "--timeout", "1") if one != "--allow-private"]
    said = subprocess.run(arguments, capture_output=True, text=True, check=False).stdout
    if "me:secret" in field or "2130706433" in field:
        # What is no address that readers can be led to, the register may not even hold.
        assert f"{REGISTER}:7:13: error[bad-address]" in said
        return
    assert "private address: first-source" in said, "and what was asked for was not asked"
    arguments.remove("first-source")
    said = subprocess.run([*arguments, "--older-than", "9 years"], capture_output=True, text=True, check=False).stdout
    assert "proposed" not in said, said
    sited.write(
        REGISTER, entry.replace(field, f"{field.partition(':')[0]}: http://example.net/copy".replace("http:", "https:"))
    )
    said = subprocess.run([*arguments, "--older-than", "9 years"], capture_output=True, text=True, check=False).stdout
    assert "1 change proposed" in said, said


def test_a_copy_that_does_not_stand_at_the_archive(sited: Project, web: Web) -> None:
    archive = web.server("127.0.0.2")
    for url in (
        "https://evil.example/1",
        "http://me:x@127.0.0.2/1",
        "http://127.0.0.1/1",
        "http://127.0.0.2.evil.example/1",
    ):
        copy = {"available": True, "status": "200", "url": url}
        archive.answers["/available"] = status(200, json.dumps({"archived_snapshots": {"closest": copy}}))
        check(sited, "--archive", "--archive-at", f"{archive.address}/available")
        assert "archive:" not in sited.read(REGISTER), url
