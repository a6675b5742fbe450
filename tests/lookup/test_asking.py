"""Looking up one address after another at a real server that answers in every way there is, slowly and wrongly too."""

from __future__ import annotations

import datetime
import re
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from dalil.desk.lookup.manners import retry_after
from dalil.desk.lookup.register import register_text
from dalil.desk.lookup.run import Options, Results, run
from dalil.desk.lookup.wire import MAX_BYTES, Limits
from dalil.model.dates import Date
from dalil.model.records import Claim, Source
from dalil.model.register import Lookup
from dalil.model.site import Site
from dalil.reading.load import Loaded
from dalil.store import Store
from dalil.wording import detail_of
from web import PAGE, Answer, Exchange, Server, Web, in_turn, most_at_once, packed, page, redirect, status, untrusted

DAY = datetime.date(2026, 7, 1)
LIMITS = Limits(connect=2, read=0.6, total=1.5)
AGENT = "dalil/1 (+https://example.org/; tests)"


def store_of(addresses: dict[str, str], words: dict[str, list[str]], before: list[Lookup]) -> Store:
    """A store with a source at each address, and a claim that cites it by its words."""
    sources = {
        one: Source.model_validate(
            {
                "id": one, "type": "news", "publisher": "paper", "title": {"en": "A report"}, "language": "es",
                "published": "undated", "accessed": "2026-03-02", "url": "https://example.org/",
            }
        ).model_copy(update={"url": url})  # Whatever the store refuses, the link checker must bear.
        for one, url in addresses.items()
    }  # fmt: skip
    claims = {
        f"claim-{one}": Claim.model_validate(
            {
                "id": f"claim-{one}", "topic": "home", "text": {"en": "So."},
                "citations": [{"source": one, "locator": {"words": word}} for word in words.get(one, [])],
            }
        )
        for one in addresses
    }  # fmt: skip
    site = {"title": {"en": "Site"}, "default": "en", "locales": {"en": {}}, "updated": "2026-06-30"}
    kinds = (
        "sources", "entities", "events", "claims", "statements", "roles", "disputes", "terms", "pages", "pictures",
        "outlines", "synonyms", "interface", "style",
    )  # fmt: skip
    records: dict[str, dict[str, Any]] = {kind: {} for kind in kinds} | {"sources": sources, "claims": claims}
    loaded = Loaded(site=Site.model_validate(site), records=records, lookups={one.id: one for one in before})
    return Store.of(loaded)


def results_of(
    addresses: dict[str, str],
    words: dict[str, list[str]] | None = None,
    before: list[Lookup] | None = None,
    **more: object,
) -> Results:
    """What a run over sources at these addresses comes to."""
    options = {"agent": AGENT, "today": DAY, "delay": 0.0, "limits": LIMITS, "allow_private": True, **more}
    store, results = store_of(addresses, words or {}, before or []), Results()
    run(store, list(addresses), [], Options(**options), results)  # type: ignore[arg-type]
    return results


def look(address: str, *words: str, before: Lookup | None = None, **more: object) -> Lookup:
    """The entry of one source at this address."""
    results = results_of({"one": address}, {"one": list(words)}, [before] if before else None, **more)
    return results.lookups["one"]


def at(server: Server, answer: Answer, *words: str, before: Lookup | None = None) -> Lookup:
    """The entry of a source that is answered so."""
    server.answers["/one"] = answer
    return look(f"{server.address}/one", *words, before=before)


def why(found: Lookup) -> str:
    """What was found, in English; it can be said in Arabic, too, whole."""
    arabic = detail_of(found.reason, "ar")
    assert re.search("[\u0620-\u064a]", arabic)
    assert "{" not in re.sub("\u2068[^\u2069]*\u2069", "", arabic)
    return detail_of(found.reason)


SIGNED = "two countries have signed"


def test_a_page_with_every_passage_is_found(server: Server) -> None:
    found = at(server, page("Today two <b>coun</b>tries <i>have</i> signed; Chile came too."), SIGNED, "Chile came")
    assert (found.status, found.answer, found.moved_to) == ("found", 200, None)
    assert [(one.words, one.found) for one in found.passages] == [("Chile came", True), (SIGNED, True)]
    assert found.looked == found.since == found.seen == Date.on(DAY)


def test_the_request_names_the_site_and_asks_for_the_page_s_language(server: Server) -> None:
    at(server, page("x"))
    headers = server.visits("/one")[0].headers
    assert headers["user-agent"] == AGENT
    assert headers["accept-language"].startswith("es")
    assert headers["accept-encoding"] == "gzip"
    assert "cookie" not in headers


@pytest.mark.parametrize(
    ("number", "expected", "times"),
    [
        (404, "gone", 2),
        (410, "gone", 1),
        (400, "blocked", 1),
        (401, "blocked", 1),
        (402, "blocked", 1),
        (403, "blocked", 1),
        (406, "blocked", 1),
        (429, "blocked", 1),
        (451, "blocked", 1),
        (999, "blocked", 1),
        (500, "unreachable", 2),
        (502, "unreachable", 2),
        (503, "unreachable", 2),
        (304, "unreachable", 1),
        (302, "unreachable", 1),
        (204, "unreadable", 1),
    ],
)
def test_what_an_answer_s_number_means(server: Server, number: int, expected: str, times: int) -> None:
    found = at(server, status(number, "" if number in (204, 304) else "No."), SIGNED)
    assert found.status == expected, why(found)
    assert found.answer == number
    assert found.seen is None
    assert len(server.visits("/one")) == times, "what a second try may mend is tried a second time"


def test_a_slip_of_the_server_is_mended_by_a_second_try(server: Server) -> None:
    assert at(server, in_turn(status(404), page(SIGNED)), SIGNED).status == "found"
    assert at(server, in_turn(lambda exchange: None, page(SIGNED)), SIGNED).status == "found"


# Passages


def test_a_passage_that_was_changed_is_given_with_the_nearest(server: Server) -> None:
    found = at(server, page("Today two nations have signed."), SIGNED, "A page")
    assert found.status == "changed"
    changed = next(one for one in found.passages if not one.found)
    assert (changed.words, changed.nearest) == (SIGNED, "two nations have signed")
    assert why(found) == f"“{SIGNED}” is not there as cited; the nearest is “two nations have signed”"


def test_several_passages_that_are_not_there_are_counted(server: Server) -> None:
    found = at(server, page("Cats sleep."), SIGNED, "dogs bark", "A page")
    assert (found.status, why(found)) == ("changed", "2 of 3 passages are not there as cited")


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        (PAGE.format("وَقَّعَتِ الدُّوَلُ الميثاقَ").encode(), "text/html; charset=iso-8859-1"),
        (PAGE.format("وقعت الــدول الميثاق").encode("windows-1256"), "text/html; charset=windows-1256"),
        ("وقعت الدول\nالميثاق".encode(), "text/plain"),
        (PAGE.format("<p>وقعت <td><div>الدول</p></b></i> الميثاق<table><p").encode(), "text/html"),
    ],
)
def test_arabic_in_any_dress(server: Server, body: bytes, type_: str) -> None:
    assert at(server, status(200, body, Content_Type=type_), "وقّعت الدول الميثاق").status == "found"


def test_plain_text_is_read_and_other_files_are_not(server: Server) -> None:
    assert at(server, status(200, f"Then {SIGNED}.", Content_Type="text/plain"), SIGNED).status == "found"
    found = at(server, status(200, b"\x89PNG", Content_Type="image/png"), SIGNED)
    assert (found.status, why(found)) == ("unreadable", "files of the type image/png are not searched")
    assert at(server, status(200, b"%PDF-1.4 broken", Content_Type="application/pdf"), SIGNED).status == "unreadable"
    assert why(at(server, status(200, ""), SIGNED)) == "the page is empty"


def test_a_frame_for_scripts_is_not_readable(server: Server) -> None:
    frame = "<title>Paper</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    assert at(server, status(200, frame), SIGNED).status == "unreadable"
    assert at(server, status(200, "<title>Paper</title><div id=root></div>"), SIGNED).status == "unreadable"
    assert at(server, status(200, "<title>Paper</title><div id=root></div>")).status == "unreadable"


def test_a_page_that_says_of_itself_that_it_is_not_there_is_gone(server: Server) -> None:
    for title in ("404", "Page not found – The Paper", "Página no encontrada", "عذرًا، الصفحة غير موجودة"):
        found = at(server, status(200, PAGE.replace("A page", title).format("Sorry.")), SIGNED)
        assert (found.status, found.answer) == ("gone", 200), title
    article = PAGE.replace("A page", "Evidence not found, says judge").format(f"Then {SIGNED}.")
    assert at(server, status(200, article), SIGNED).status == "found"
    assert at(server, status(200, article)).status == "found", "a title alone does not make a page vanish"


WALL = "<title>Just a moment...</title><p>Verify you are human."


@pytest.mark.parametrize(
    "answer",
    [
        status(200, WALL),
        status(403, WALL),
        status(503, WALL, cf_mitigated="challenge"),
        status(503, "<script>window._cf_chl_opt={}</script>"),
        status(200, "<title>Paper</title><p>Please complete the CAPTCHA to go on reading here."),
        status(202, "<title>Access denied</title>" + "<p>You cannot see this page.</p>" * 50),
    ],
)
def test_a_wall_against_programs_blocks_and_is_not_gone(server: Server, answer: Answer) -> None:
    assert at(server, answer, SIGNED).status == "blocked"


# Redirects


@pytest.mark.parametrize("number", [301, 308])
def test_a_page_that_has_moved_for_good(server: Server, number: int) -> None:
    server.answers["/new"] = page(SIGNED)
    found = at(server, redirect(number, "/new"), SIGNED)
    assert (found.status, found.moved_to, found.seen) == ("moved", f"{server.address}/new", Date.on(DAY))


@pytest.mark.parametrize("number", [302, 303, 307])
def test_a_page_that_stands_elsewhere_for_a_while(server: Server, number: int) -> None:
    server.answers["/new"] = page(SIGNED)
    found = at(server, redirect(number, "new"), SIGNED)
    assert (found.status, found.moved_to) == ("found", None)


def test_what_is_permanent_ends_where_the_first_passing_redirect_begins(server: Server) -> None:
    server.answers |= {"/2": redirect(308, "/3"), "/3": redirect(302, "/4"), "/4": redirect(301, "/5"), "/5": page("x")}
    assert at(server, redirect(301, "/2")).moved_to == f"{server.address}/3"


def test_a_page_that_moved_and_changed_is_changed(server: Server) -> None:
    server.answers["/new"] = page("two nations have signed")
    found = at(server, redirect(301, "/new"), SIGNED)
    assert (found.status, found.moved_to) == ("changed", f"{server.address}/new")


def test_a_slash_more_is_no_move(server: Server) -> None:
    server.answers["/one/"] = page(SIGNED)
    found = at(server, redirect(301, "/one/"), SIGNED)
    assert (found.status, found.moved_to) == ("found", f"{server.address}/one/")


@pytest.mark.parametrize("home", ["/", "/en", "/es/", "/index.html"])
def test_a_page_that_leads_to_the_first_page_is_gone(server: Server, home: str) -> None:
    server.answers[home] = page("Welcome to our paper.")
    found = at(server, redirect(301, home), SIGNED)
    assert found.status == "gone"
    assert "first page" in why(found)


def test_a_first_page_that_still_has_the_passage_is_not_gone(server: Server) -> None:
    server.answers["/"] = page(SIGNED)
    assert at(server, redirect(301, "/"), SIGNED).status == "moved"


def test_a_source_that_is_a_first_page_may_change_like_any_other(server: Server) -> None:
    server.answers["/es/"] = page("Welcome to our paper.")
    assert look(f"{server.address}/es/", SIGNED).status == "changed"


def test_a_redirect_to_nothing_is_gone(server: Server) -> None:
    assert at(server, redirect(301, "/nothing"), SIGNED).status == "gone"


def test_a_redirect_to_another_server(web: Web) -> None:
    first, second = web.server(), web.server("127.0.0.2")
    second.answers["/there"] = page(SIGNED)
    found = at(first, redirect(301, f"{second.address}/there"), SIGNED)
    assert (found.status, found.moved_to) == ("moved", f"{second.address}/there")
    second.answers["/robots.txt"] = status(200, "User-agent: *\nDisallow: /there", Content_Type="text/plain")
    assert at(first, redirect(301, f"{second.address}/there"), SIGNED).status == "blocked"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/one", "circle"),
        ("/two", "circle"),
        ("ftp://example.org/x", "not on the web"),
        ("javascript:alert(1)", "not on the web"),
        ("http://[", "no address"),
        ("http://a:99999999/", "no address"),
    ],
)
def test_redirects_to_nowhere(server: Server, location: str, reason: str) -> None:
    server.answers["/two"] = redirect(301, "/one")
    found = at(server, redirect(302, location), SIGNED)
    assert found.status == "unreachable"
    assert reason in why(found)


def test_redirects_without_end(server: Server) -> None:
    for number in range(40):
        server.answers[f"/{number}"] = redirect(301, f"/{number + 1}")
    found = at(server, redirect(301, "/0"), SIGNED)
    assert found.status == "unreachable"
    assert "more than 10 times" in why(found)
    assert len(server.paths()) <= 24


def test_odd_letters_in_addresses(server: Server) -> None:
    server.answers["/%D9%85%D9%82%D8%A7%D9%84"] = page(SIGNED)
    assert look(f"{server.address}/مقال", SIGNED).status == "found"
    assert look(f"{server.address}/%D9%85%D9%82%D8%A7%D9%84#part", SIGNED).status == "found"
    found = at(server, redirect(301, "/مقال".encode().decode("latin-1")), SIGNED)
    assert found.status in ("moved", "gone")
    found = at(server, redirect(301, "/a page"), SIGNED)
    assert found.moved_to == f"{server.address}/a%20page"


# Slow, broken and hostile servers


def test_a_server_that_says_nothing(server: Server) -> None:
    found = at(server, lambda exchange: exchange.wait(), SIGNED)
    assert (found.status, found.answer) == ("unreachable", None)
    assert why(found) == "the server said nothing for 0.6 seconds"


def drip(head: bytes, piece: bytes) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.send(head)
        while not exchange.stopping.wait(0.1):
            exchange.send(piece)

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"a"),
        drip(b"HTTP/1.1 200 OK\r\n", b"X-Slow: yes\r\n"),
        drip(b"", b"H"),
    ],
)
def test_a_server_that_sends_drop_by_drop(server: Server, answer: Answer) -> None:
    start = time.monotonic()
    found = at(server, answer, SIGNED)
    assert found.status == "unreachable"
    assert time.monotonic() - start < 15, "two tries of a second and a half, on a slow machine"


def endless(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.format(SIGNED).encode())
    while not exchange.stopping.is_set():
        exchange.send(b"<p>" + b"and more " * 9000)


def test_a_page_without_end_is_read_to_its_limit(server: Server) -> None:
    server.answers["/one"] = endless
    found = results_of({"one": f"{server.address}/one"}, {"one": [SIGNED]}, limits=Limits(2, 5, 60))
    assert found.lookups["one"].status == "found"
    found = results_of({"one": f"{server.address}/one"}, {"one": ["not there at all"]}, limits=Limits(2, 5, 60))
    assert found.lookups["one"].status == "unreadable"
    assert "first 3 megabytes" in why(found.lookups["one"])


def test_packed_pages(server: Server) -> None:
    gzipped = packed(PAGE.format(SIGNED))
    assert at(server, status(200, gzipped, Content_Encoding="gzip"), SIGNED).status == "found"
    assert at(server, status(200, gzipped[:-40], Content_Encoding="gzip"), SIGNED).status == "unreachable"
    assert at(server, status(200, b"not packed", Content_Encoding="gzip"), SIGNED).status == "unreachable"
    found = at(server, status(200, gzipped, Content_Encoding="br"), SIGNED)
    assert found.status == "unreachable"
    assert "packed as br" in why(found)


@pytest.mark.parametrize("bare", [True, False])
def test_pages_packed_by_deflate(server: Server, bare: bool) -> None:
    import zlib

    packer = zlib.compressobj(wbits=-15 if bare else 15)
    body = packer.compress(PAGE.format(SIGNED).encode()) + packer.flush()
    assert at(server, status(200, body, Content_Encoding="deflate"), SIGNED).status == "found"


def test_a_few_bytes_that_unpack_to_gigabytes_are_cut(server: Server) -> None:
    import tracemalloc

    bomb = packed("", size=400_000_000)
    server.answers["/one"] = status(200, bomb, Content_Encoding="gzip")
    tracemalloc.start()
    found = look(f"{server.address}/one", SIGNED, limits=Limits(5, 20, 60))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.status == "unreadable"
    assert peak < 40 * MAX_BYTES


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x16\x03\x01 this is not HTTP at all\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"HTTP/1.1 301 Moved\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_answers_that_make_no_sense(server: Server, data: bytes) -> None:
    found = at(server, lambda exchange: exchange.send(data), SIGNED)
    assert found.status in ("unreachable", "gone"), why(found)


def test_a_connection_that_is_reset(server: Server) -> None:
    def reset(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nx")
        exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        exchange.connection.close()

    assert at(server, reset, SIGNED).status == "unreachable"


def test_nobody_listens(server: Server) -> None:
    server.stop()
    found = look(f"{server.address}/one", SIGNED)
    assert (found.status, found.answer) == ("unreachable", None)
    assert "no connection" in why(found)


def test_a_name_that_no_server_has() -> None:
    found = look("https://no-such-server.invalid/one", SIGNED)
    assert found.status == "unreachable"
    assert "DNS" in why(found)


def test_a_certificate_that_nobody_signed(web: Web, tmp_path: Path) -> None:
    server = web.server(tls=untrusted(tmp_path))
    found = at(server, page(SIGNED), SIGNED)
    assert found.status == "unreachable"
    assert "certificate" in why(found)


def test_a_secure_address_of_a_server_that_is_not(server: Server) -> None:
    found = look(f"{server.address.replace('http:', 'https:')}/one", SIGNED)
    assert found.status == "unreachable"
    assert "secure" in why(found)


# Manners

ROBOTS = {"Content_Type": "text/plain"}


def test_robots_txt_is_read_once_and_heeded(server: Server) -> None:
    server.answers |= {
        "/robots.txt": status(200, "User-agent: *\nDisallow: /no\nAllow: /no/yes$\n", **ROBOTS),
        "/a": page(SIGNED),
        "/no/b": page(SIGNED),
        "/no/yes": page(SIGNED),
    }
    addresses = {one: f"{server.address}/{path}" for one, path in (("a", "a"), ("b", "no/b"), ("c", "no/yes"))}
    found = results_of(addresses).lookups
    assert {one: lookup.status for one, lookup in found.items()} == {"a": "found", "b": "blocked", "c": "found"}
    assert why(found["b"]) == "its robots.txt asks programs to stay away"
    assert sorted(server.paths()) == ["/a", "/no/yes"]
    assert len(server.visits("/robots.txt")) == 1


def test_robots_txt_may_speak_of_us_by_name(server: Server) -> None:
    server.answers["/robots.txt"] = status(
        200, "User-agent: dalil\nDisallow: /\n\nUser-agent: *\nDisallow:\n", **ROBOTS
    )
    assert at(server, page(SIGNED), SIGNED).status == "blocked"
    server.answers["/robots.txt"] = status(
        200, "User-agent: dalil\nDisallow:\n\nUser-agent: *\nDisallow: /\n", **ROBOTS
    )
    assert at(server, page(SIGNED), SIGNED).status == "found"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (status(403), "found"),
        (status(404), "found"),
        (status(200, b"\xff\xfe\0\0garbage", **ROBOTS), "found"),
        (status(200, "<html>not robots", **ROBOTS), "found"),
        (redirect(301, "/elsewhere.txt"), "blocked"),
        (redirect(301, "/robots.txt"), "found"),
        (status(500), "unreachable"),
        (status(429), "unreachable"),
        (lambda exchange: exchange.wait(), "unreachable"),
    ],
)
def test_robots_txt_in_trouble(server: Server, answer: Answer, expected: str) -> None:
    server.answers |= {
        "/robots.txt": answer,
        "/elsewhere.txt": status(200, "User-agent: *\nDisallow: /", **ROBOTS),
    }
    found = at(server, page(SIGNED), SIGNED)
    assert found.status == expected, why(found)
    if expected == "unreachable":
        assert "robots.txt" in why(found)
        assert server.paths() == []


def slowly(seconds: float) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.wait(seconds)
        page(SIGNED)(exchange)

    return answer


def test_one_server_is_asked_one_thing_at_a_time_with_a_pause_between(server: Server) -> None:
    server.answers |= {f"/{number}": slowly(0.1) for number in range(4)}
    addresses = {f"s{number}": f"{server.address}/{number}" for number in range(4)}
    found = results_of(addresses, delay=0.3)
    assert {lookup.status for lookup in found.lookups.values()} == {"found"}
    assert most_at_once(server.log) == 1
    gaps = [after.start - before.end for before, after in zip(server.log, server.log[1:], strict=False)]
    assert len(gaps) == 4
    assert min(gaps) > 0.25


def test_several_servers_are_asked_at_once_but_no_more_than_allowed(web: Web) -> None:
    servers = [web.server(f"127.0.0.{number}") for number in range(1, 6)]
    for server in servers:
        server.answers["/one"] = slowly(0.3)
    found = results_of({f"s{n}": f"{server.address}/one" for n, server in enumerate(servers)}, at_once=3)
    assert {lookup.status for lookup in found.lookups.values()} == {"found"}
    visits = [visit for server in servers for visit in server.visits("/one")]
    assert len(visits) == 5
    assert 2 <= most_at_once(visits) <= 3


def test_a_pause_that_robots_txt_asks_for_is_kept(server: Server) -> None:
    server.answers |= {"/robots.txt": status(200, "User-agent: *\nCrawl-delay: 0.4\n", **ROBOTS)}
    server.answers |= {"/0": page(SIGNED), "/1": page(SIGNED)}
    results_of({"a": f"{server.address}/0", "b": f"{server.address}/1"})
    first, second = [visit for visit in server.log if visit.path != "/robots.txt"]
    assert second.start - first.end > 0.35


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(server: Server) -> None:
    found = at(server, in_turn(status(429, Retry_After="1"), page(SIGNED)), SIGNED)
    assert found.status == "found"
    first, second = server.visits("/one")
    assert second.start - first.end > 0.9
    server.log.clear()
    assert at(server, in_turn(status(503, Retry_After="1"), page(SIGNED)), SIGNED).status == "found"
    first, second = server.visits("/one")
    assert second.start - first.end > 0.9


@pytest.mark.parametrize("headers", [{"Retry_After": "3600"}, {}])
def test_a_server_that_asks_for_more_is_not_asked_again_in_this_run(server: Server, headers: dict[str, str]) -> None:
    server.answers |= {path: status(429, **headers) for path in ("/0", "/1", "/2")}
    results = results_of({f"s{n}": f"{server.address}/{n}" for n in range(3)})
    assert len(server.paths()) == 1
    [blocked] = results.lookups.values()
    assert (blocked.status, blocked.answer) == ("blocked", 429)
    assert len(results.left) == 2, "what was not asked is no result"


def test_retry_after_is_a_number_or_a_date() -> None:
    assert retry_after("120") == 120
    assert retry_after(" 0 ") == 0
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=100)
    assert 90 < (retry_after(later.strftime("%a, %d %b %Y %H:%M:%S GMT")) or 0) <= 100
    for nonsense in ("", "soon", "-3", "1e9", "٣"):
        assert retry_after(nonsense) in (None, 3), nonsense


# Answers that once ended a whole run, or reached further than they should


@pytest.mark.parametrize(
    "pause",
    [
        "1 Jan 99999999999999999999 0:0:0 GMT",
        "Wed, 21 Oct 2015 07:28:99999999999999999999999 GMT",
        "9" * 400,
        "(" * 900,
    ],
)
def test_a_pause_that_no_clock_can_hold(server: Server, pause: str) -> None:
    server.answers |= {"/0": status(503, Retry_After=pause), "/1": page(SIGNED)}
    results = results_of({"a": f"{server.address}/0", "b": f"{server.address}/1"})
    assert not any("fault of dalil" in detail_of(reason) for reason in results.left.values())
    assert {*results.lookups, *results.left} == {"a", "b"}


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        (rb"\ud800 two countries hav \udfff signed \xff", "text/html; charset=unicode_escape"),
        (b"two countries hav +2AA- signed \xff", "text/plain; charset=utf-7"),
        (b'<script type="application/ld+json">{"headline": "two countries hav \\ud800 signed"}</script>', "text/html"),
    ],
)
def test_halves_of_pairs_can_be_written_down(server: Server, body: bytes, type_: str) -> None:
    found = at(server, status(200, body, Content_Type=type_), SIGNED)
    register_text([found]).encode()


ESCAPES = "\x1b]0;owned\x07\x1b[2J\r\n::error::x \u202egpj \u2066\U000e0041\ue000\u2028\ufffe"
"""What a terminal obeys, what a CI's log obeys at the start of a line, and what hides or turns words."""


@pytest.mark.parametrize(
    "answer",
    [
        status(200, f"<title>404 not found {ESCAPES}</title>"),
        status(200, f"<title>captcha {ESCAPES}</title>"),
        page(f"two {ESCAPES} countries {ESCAPES} hav signed"),
        status(200, "x", Content_Type="text/\x1b[2J\x9b; charset=x"),
        status(200, "x", Content_Encoding="\x1b[2J"),
        redirect(302, "ftp://\x1b[2J/"),
        redirect(301, "/\x9b2J/login"),
        status(200, b"%PDF-1.4 \x1b[2J"),
        status(200, PAGE.format(SIGNED), ETag='"\x1b[2J"'),
        lambda exchange: exchange.send(b"HTTP/1.1 200 \x1b[2J\r\nContent-Length: \x1b[2J\r\n\r\n"),
        lambda exchange: exchange.send(b"\x1b[2J\x07\r\n\r\n"),
    ],
)
def test_no_word_of_a_server_goes_further_as_it_is(server: Server, answer: Answer) -> None:
    found = at(server, answer, SIGNED)
    told = [why(found), found.moved_to, found.etag, *(one.nearest for one in found.passages)]
    for words in filter(None, told):
        assert words.isprintable(), ascii(words)
        assert not any(sign in words for sign in "\u202e\u2066\U000e0041\ue000\ufffe")
        assert len(words) <= 300


@pytest.mark.parametrize("path", ["/login", "/users/sign_in", "/oauth2/authorize", "/sso/", "/Login.aspx", "/consent"])
def test_a_door_is_no_new_address(web: Web, path: str) -> None:
    first, door = web.server(), web.server("127.0.0.2")
    door.answers[path] = page("Who are you?")
    found = at(first, redirect(301, f"{door.address}{path}?next=/one"))
    assert (found.status, found.answer) == ("blocked", 200)
    assert "a door" in why(found)


def test_an_article_about_logging_in_is_an_article(server: Server) -> None:
    for path in ("/authors/register-of-deeds", "/on-blogging", "/assign-up"):
        server.answers[path] = page("Words.")
        assert at(server, redirect(301, path)).status == "moved", path


def test_all_the_answers_of_one_server_have_a_time(server: Server) -> None:
    server.answers |= {f"/{number}": slowly(0.4) for number in range(6)}
    results = results_of({f"s{n}": f"{server.address}/{n}" for n in range(6)}, limits=Limits(2, 2, 4, host=1))
    assert 2 <= len(results.lookups) <= 4
    assert {detail_of(one) for one in results.left.values()} == {"the server's answers took more than 1 seconds"}


# What was known before


def state(exchange: Exchange) -> None:
    """A page that is only sent to those who do not have it."""
    if exchange.visit.headers.get("if-none-match") == '"v1"' or exchange.visit.headers.get("if-modified-since"):
        exchange.answer(304, "", ETag='"v1"')
    else:
        exchange.answer(200, PAGE.format(SIGNED), ETag='"v1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")


def test_a_page_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    first = at(server, state, SIGNED)
    assert (first.etag, first.last_modified) == ('"v1"', "Mon, 02 Mar 2026 10:00:00 GMT")
    old = first.model_copy(update={"looked": Date.parse("2026-06-01"), "since": Date.parse("2026-05-01")})
    second = at(server, state, SIGNED, before=old)
    assert server.visits("/one")[-1].headers["if-none-match"] == '"v1"'
    assert (second.status, second.answer, second.etag) == ("found", 304, '"v1"')
    assert [(one.words, one.found) for one in second.passages] == [(SIGNED, True)]
    assert (str(second.looked), str(second.since), str(second.seen)) == ("2026-07-01", "2026-05-01", "2026-07-01")


def test_other_words_are_looked_for_in_the_whole_page(server: Server) -> None:
    first = at(server, state, SIGNED)
    second = at(server, state, SIGNED, "Other news", before=first)
    assert "if-none-match" not in server.visits("/one")[-1].headers
    assert (second.answer, len(second.passages)) == (200, 2)


def test_a_state_is_of_its_own_address_only(server: Server) -> None:
    server.answers["/new"] = state
    found = at(server, redirect(302, "/new"), SIGNED)
    assert found.etag is None
    known = found.model_copy(update={"etag": '"v1"'})
    assert at(server, redirect(302, "/new"), SIGNED, before=known).answer == 200
    assert "if-none-match" not in server.visits("/new")[-1].headers


def test_a_change_of_state_starts_its_own_time(server: Server) -> None:
    days = {"looked": Date.parse("2026-06-01"), "since": Date.parse("2026-05-01"), "seen": Date.parse("2026-06-01")}
    found = at(server, page(SIGNED), SIGNED).model_copy(update=days)
    gone = at(server, status(404), SIGNED, before=found)
    assert (str(gone.since), str(gone.seen)) == ("2026-07-01", "2026-06-01")
    still = at(server, status(410), SIGNED, before=gone.model_copy(update=days | {"seen": None}))
    assert (str(still.since), still.seen) == ("2026-05-01", None)
    back = at(server, page(SIGNED), SIGNED, before=still)
    assert (str(back.since), str(back.seen)) == ("2026-07-01", "2026-07-01")


def test_an_entry_of_another_address_counts_for_nothing(server: Server) -> None:
    old = at(server, state, SIGNED).model_copy(
        update={"since": Date.parse("2026-05-01"), "archive": "https://a.example/1"}
    )
    server.answers["/other"] = state
    found = look(f"{server.address}/other", SIGNED, before=old)
    assert "if-none-match" not in server.visits("/other")[-1].headers
    assert (str(found.since), found.archive) == ("2026-07-01", None)


def test_an_archive_copy_that_is_known_is_kept(server: Server) -> None:
    old = at(server, page(SIGNED), SIGNED).model_copy(update={"archive": "https://archive.example.org/1"})
    assert at(server, status(404), SIGNED, before=old).archive == "https://archive.example.org/1"


# False alarms: what a browser bears is no fault of a page


def wants_cookie(words: str, name: str = "seen") -> Answer:
    """Sends everybody back to the same address until they bring the cookie that it set."""

    def answer(exchange: Exchange) -> None:
        if f"{name}=1" in exchange.visit.headers.get("cookie", ""):
            exchange.answer(200, PAGE.format(words))
        else:
            host = exchange.visit.headers["host"]
            here = f"http://{host}{exchange.visit.path}"
            exchange.answer(302, Location=here, Set_Cookie=f"{name}=1; Path=/; HttpOnly")

    return answer


def test_a_page_that_wants_its_cookie_back_is_found(server: Server) -> None:
    assert at(server, wants_cookie(SIGNED), SIGNED).status == "found"
    server.answers["/gate"] = status(302, Location="/one", Set_Cookie="pass=yes; Path=/")
    gated = in_turn(redirect(302, "/gate"), redirect(302, "/gate"), page(SIGNED))
    server.log.clear()
    assert at(server, gated, SIGNED).status == "found"
    assert [visit.headers.get("cookie") for visit in server.visits("/one")] == [None, None, "pass=yes"]


def test_a_circle_in_spite_of_cookies_is_one(server: Server) -> None:
    for given in ("who=me; Path=/", "who=me; Path=/elsewhere", "who=me; Max-Age=0", "; broken", "x" * 5000):
        found = at(server, status(302, Location="/one", Set_Cookie=given), SIGNED)
        assert found.status == "unreachable"
        assert "circle" in why(found)
    new = iter(range(1000))
    found = at(server, lambda exchange: exchange.answer(302, Location="/one", Set_Cookie=f"n={next(new)}"), SIGNED)
    assert (found.status, why(found)) == ("unreachable", "it redirects more than 10 times")


AS_WRITTEN = [
    "/a%28b%29%2Cc%3Ad%2Ae%2Ff", "/a(b),c:d*e", "/a%7Eb~c", "/%D9%85%D9%82%D8%A7%D9%84", "/a%20b", "/a+b", "/a%2Bb", "/a%2fb", "/A%c3%a9",
    "/a;b=1;c", "/a//b", "/a@b!$&'*=", "/a%25b", "/a%", "/a%zz", "/a?b=%28c%29&d=%2F/e&f[]=%5B1%5D", "/a?b=c+d%20e", "/a?q=%26&r=%3D", "/a?x?y",
    "/a?u=http%3A%2F%2Fexample.org%2F%3Fa%3Db",
]  # fmt: skip


@pytest.mark.parametrize("path", AS_WRITTEN)
def test_an_address_is_asked_for_as_it_is_written(server: Server, path: str) -> None:
    server.answers[path.partition("?")[0]] = page(SIGNED)
    found = look(f"{server.address}{path}#part", SIGNED)
    assert (found.status, server.paths()) == ("found", [path])
    server.log.clear()
    found = at(server, redirect(301, path), SIGNED)
    assert (found.moved_to, server.paths()) == (f"{server.address}{path}", ["/one", path])


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/مقال?q=كلمة", "/%D9%85%D9%82%D8%A7%D9%84?q=%D9%83%D9%84%D9%85%D8%A9"),
        ("/a b", "/a%20b"),
        ("/a/../b/./c", "/b/c"),
        ('/a"<>|', "/a%22%3C%3E%7C"),
    ],
)
def test_what_no_request_may_hold_is_encoded(server: Server, path: str, asked: str) -> None:
    look(f"{server.address}{path}", SIGNED)
    assert server.paths()[0] == asked


@pytest.mark.parametrize(
    "named", ["UTF-8", "none", "None", "identity", "", "utf-8, identity", "8bit", "text/html", "windows-1256"]
)
def test_what_is_no_packing_packs_nothing(server: Server, named: str) -> None:
    assert at(server, page(SIGNED, Content_Encoding=named), SIGNED).status == "found"
    packing = f"{named}, gzip" if named else "gzip"
    assert at(server, status(200, packed(PAGE.format(SIGNED)), Content_Encoding=packing), SIGNED).status == "found"


def test_a_packing_by_the_other_s_name_is_unpacked(server: Server) -> None:
    import zlib

    assert at(server, status(200, packed(PAGE.format(SIGNED)), Content_Encoding="deflate"), SIGNED).status == "found"
    body = zlib.compress(PAGE.format(SIGNED).encode())
    assert at(server, status(200, body, Content_Encoding="gzip"), SIGNED).status == "found"
    found = at(server, status(200, body, Content_Encoding="gzip, br"), SIGNED)
    assert "packed as gzip, br" in why(found)


@pytest.mark.parametrize(
    ("written", "location", "proposed"),
    [
        ("/one#part-2", "/final#section", "/final#section"),
        ("/one#part-2", "/final", "/final#part-2"),
        ("/one", "/final#section", "/final#section"),
        ("/one", "/final", "/final"),
        ("/one#part-2", "/final#", "/final"),
        ("/one#part-2", "/two", "/final#part-2"),
        ("/one#part-2", "/two#half", "/final#half"),
        ("/one", "/final#:~:text=words", "/final"),
        ("/one#قسم", "/final", "/final#%D9%82%D8%B3%D9%85"),
        ("/one", "/final#a(b)%28", "/final#a(b)%28"),
    ],
)
def test_a_redirect_keeps_the_fragment_or_brings_its_own(
    server: Server, written: str, location: str, proposed: str
) -> None:
    server.answers |= {"/one": redirect(301, location), "/two": redirect(308, "/final"), "/final": page(SIGNED)}
    found = look(f"{server.address}{written}", SIGNED)
    assert (found.status, found.moved_to) == ("moved", f"{server.address}{proposed}")
    assert all("#" not in path for path in server.paths())


def sends_on(to: str, seconds: str = "0") -> Answer:
    return status(200, f"<title>Moved</title><meta http-equiv=refresh content='{seconds}; url={to}'><p>One moment.")


def test_a_page_that_sends_its_readers_on_is_followed_once(server: Server) -> None:
    server.answers |= {"/new": page(SIGNED), "/hop": redirect(302, "/new"), "/again": sends_on("/new")}
    for to in ("/new", "/hop", f"{server.address}/new#part"):
        found = at(server, sends_on(to), SIGNED)
        assert (found.status, found.moved_to) == ("found", None), why(found)
    found = at(server, sends_on("/again"), SIGNED)
    assert found.status in ("unreadable", "changed"), "one is followed, not a chain of them"
    assert at(server, sends_on("/one"), SIGNED).status in ("unreadable", "changed")
    assert at(server, sends_on("javascript:x"), SIGNED).status in ("unreadable", "changed")
    assert at(server, sends_on("/nothing"), SIGNED).status == "gone"
    server.log.clear()
    renewed = "<meta http-equiv=refresh content='5; url=/new'>" + PAGE.format(SIGNED)
    assert at(server, status(200, renewed), SIGNED).status == "found"
    assert server.paths() == ["/one"], "a page that has the passage is read where it is"


def test_where_a_page_sends_on_robots_txt_is_heeded_too(server: Server) -> None:
    server.answers |= {"/robots.txt": status(200, "User-agent: *\nDisallow: /new", **ROBOTS), "/new": page(SIGNED)}
    assert at(server, sends_on("/new"), SIGNED).status == "blocked"
    assert server.paths() == ["/one"]


def test_a_mark_of_a_note_is_no_change(server: Server) -> None:
    marked = page("Today two countries<sup><a href='#n1'>1</a></sup> have signed<sup>2</sup>.")
    assert at(server, marked, SIGNED).status == "found"
    found = at(server, page("Today two nations<sup>1</sup> have signed."), SIGNED)
    assert [one.nearest for one in found.passages] == ["two nations have signed"], "no mark is proposed as a word"
