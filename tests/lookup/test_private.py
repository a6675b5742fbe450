"""The link checker asks nobody's private network: whatever leads there, nothing arrives."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from dalil.desk.lookup import reasons
from dalil.desk.lookup.reach import BLOCKED_PORTS, is_public, is_public_host, may_be_cited
from dalil.desk.lookup.run import Results
from lookup.test_asking import SIGNED, look, results_of, store_of, why
from web import PAGE, Exchange, Server, Web, page, redirect, status

PRIVATE = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.254", "127.0.0.1", "127.255.255.255",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1",
    "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1111%1", "not-an-address", "",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_everybody_s(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_that_are_everybody_s(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_what_python_calls_private_is_never_public(address: Any) -> None:
    if is_public(str(address)) and getattr(address, "ipv4_mapped", None) is None:
        assert not any((address.is_private, address.is_loopback, address.is_link_local, address.is_multicast))
        assert not address.is_reserved or str(address).startswith("64:ff9b::")


SPELLINGS = [
    "localhost", "LOCALHOST", "localhost.", "www.localhost", "a.b.localhost.", "router", "printer.local", "x.internal",
    "metadata.google.internal", "nas.lan", "x.home.arpa", "2130706433", "0x7f000001", "0x7F.1", "017700000001", "127.1",
    "127.0.1", "0177.0.0.1", "0x7f.0.0.0x1", "127.0.0.1.", "127.0.0.1..", "00127.0.0.01", "0", "0x", "1.2.3.4.5",
    "1.1.1.256", "foo.127", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[fe80::1%25lo]", "[0:0:0:0:0:0:0:1]",
    "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "ｌｏｃａｌｈｏｓｔ",
]  # fmt: skip
"""Of this machine, or of its network."""


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_of_this_machine_gets_through(server: Server, host: str) -> None:
    port = URL(server.address).port
    server.answers["/one"] = page(SIGNED)
    found = look(f"http://{host}:{port}/one", SIGNED, allow_private=False)
    # Some are no addresses at all in the eyes of the library.
    assert found.status in ("private-address", "unreachable"), why(found)
    assert server.connections == 0


def test_the_address_is_refused_and_said_so(server: Server) -> None:
    found = look(f"{server.address}/one", SIGNED, allow_private=False)
    assert (found.status, why(found)) == ("private-address", "it leads into a private network")
    assert (found.answer, server.connections) == (None, 0)
    server.answers["/one"] = page(SIGNED)
    assert look(f"{server.address}/one", SIGNED).status == "found", "unless it is allowed"


class Names(AbstractResolver):
    """A server of names that says what a test tells it to, in turn."""

    def __init__(self, *turns: list[str]) -> None:
        self.turns, self.asked = list(turns), 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """What the name stands for this time; the last answer again and again."""
        self.asked += 1
        addresses = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        return [
            ResolveResult(
                hostname=host, host=one, port=port, family=socket.AF_INET6 if ":" in one else socket.AF_INET,
                proto=0, flags=socket.AI_NUMERICHOST,
            )
            for one in addresses
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["127.0.0.1", "::1"], ["0.0.0.0"], ["127.0.0.2", "127.0.0.1"]],
)
def test_a_public_name_that_stands_for_a_private_address(server: Server, addresses: list[str]) -> None:
    names = Names(addresses)
    port = URL(server.address).port
    found = look(f"http://news.example.org:{port}/one", SIGNED, allow_private=False, resolver=names)
    assert (found.status, server.connections) == ("private-address", 0)
    assert names.asked == 1, "what is refused is not tried a second time"


def test_the_same_name_reaches_the_server_when_it_is_allowed(server: Server) -> None:
    server.answers["/one"] = page(SIGNED)
    address = f"http://news.example.org:{URL(server.address).port}/one"
    assert look(address, SIGNED, resolver=Names(["127.0.0.1"])).status == "found"


def test_a_name_that_is_bound_anew_between_two_connections(server: Server) -> None:
    """The first answer is public, and nobody listens there; each later one is this machine."""
    names = Names(["192.31.196.1"], ["127.0.0.1"])
    port = URL(server.address).port
    addresses = {
        "one": f"http://news.example.org:{port + 1 if port else 0}/one",
        "two": f"http://news.example.org:{port}/two",
    }
    found = results_of(addresses, allow_private=False, resolver=names, at_once=1).lookups
    assert [found[one].status for one in addresses] == ["unreachable", "private-address"]
    assert (names.asked, server.connections) == (2, 0)


ALLOWED = "127.0.0.1"
INNER = "127.0.0.2"


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes one address of this machine count as everybody's, to see what is refused on the way from there."""
    from dalil.desk.lookup import reach

    real = reach.is_public
    monkeypatch.setattr(reach, "is_public", lambda address: address == ALLOWED or real(address))


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("number", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("host", [INNER, "localhost", "2130706434", "[::ffff:127.0.0.2]", "inner.example.org"])
def test_a_redirect_into_a_private_network(web: Web, number: int, host: str) -> None:
    first, inner = web.server(ALLOWED), web.server(INNER)
    first.answers["/one"] = redirect(number, f"http://{host}:{URL(inner.address).port}/secret?do=1")
    names = Names([INNER])
    found = look(f"{first.address}/one", SIGNED, allow_private=False, resolver=names)
    assert (found.status, found.moved_to) == ("private-address", None), why(found)
    assert (first.paths(), inner.connections) == (["/one"], 0)


@pytest.mark.usefixtures("outside")
def test_a_page_that_sends_on_into_a_private_network(web: Web) -> None:
    first, inner = web.server(ALLOWED), web.server(INNER)
    first.answers["/one"] = status(200, f"<meta http-equiv=refresh content='0; url={inner.address}/secret'>Wait.")
    found = look(f"{first.address}/one", SIGNED, allow_private=False)
    assert (found.status, inner.connections) == ("private-address", 0)


@pytest.mark.usefixtures("outside")
def test_robots_txt_that_leads_into_a_private_network(web: Web) -> None:
    first, inner = web.server(ALLOWED), web.server(INNER)
    first.answers |= {"/robots.txt": redirect(302, f"{inner.address}/secret"), "/one": page(SIGNED)}
    found = look(f"{first.address}/one", SIGNED, allow_private=False)
    assert (found.status, inner.connections) == ("private-address", 0)


def test_an_archive_in_a_private_network(server: Server) -> None:
    from dalil.desk.lookup.run import Options, run
    from lookup.test_asking import AGENT, DAY

    store, results = store_of({"one": "https://example.org/"}, {}, []), Results()
    run(store, [], ["one"], Options(AGENT, DAY, delay=0, archive=f"{server.address}/available"), results)
    assert results.uncopied == {"one": reasons.why("private")}
    assert server.connections == 0


def test_no_proxy_and_no_password_of_the_environment(
    server: Server, web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    proxy = web.server("127.0.0.2")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, proxy.address)
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    server.answers["/one"] = page(SIGNED)
    assert look(f"{server.address}/one", SIGNED).status == "found"
    assert proxy.connections == 0
    assert not {"authorization", "cookie", "referer", "proxy-authorization"} & set(server.visits("/one")[0].headers)


def test_no_cookie_comes_back(web: Web) -> None:
    """Of servers with names, since a number has no cookies in the first place."""
    server, cookie = web.server(), {"Set_Cookie": "who=me; Path=/"}
    here, there = (f"http://{name}:{URL(server.address).port}" for name in ("one.example.org", "two.example.org"))
    server.answers |= {
        "/robots.txt": status(404, **cookie),
        "/one": status(302, Location=f"{here}/two", **cookie),
        "/two": status(302, Location=f"{there}/three", **cookie),
        "/three": page(SIGNED),
    }
    assert look(f"{here}/one", SIGNED, resolver=Names(["127.0.0.1"])).status == "found"
    assert server.paths() == ["/one", "/two", "/three"]
    for visit in server.log:
        assert not {"cookie", "referer", "authorization"} & set(visit.headers)


def test_a_cookie_goes_back_to_the_server_that_set_it_and_only_on_that_way(web: Web) -> None:
    """Two names, of which each sends everybody to the other until they bring its own cookie."""
    server = web.server()
    port = URL(server.address).port
    names = ("one.example.org", "two.one.example.org")

    def answer(exchange: Exchange) -> None:
        host = exchange.visit.headers["host"].partition(":")[0]
        other = next(name for name in names if name != host)
        if host in exchange.visit.headers.get("cookie", ""):
            exchange.answer(200, PAGE.format(SIGNED))
        else:
            set_by = f"who={host}; Path=/; Domain=example.org"
            exchange.answer(302, Location=f"http://{other}:{port}{exchange.visit.path}", Set_Cookie=set_by)

    server.answers |= {"/robots.txt": status(404, Set_Cookie="robot=1; Path=/"), "/one": answer, "/two": answer}
    addresses = {one: f"http://{names[0]}:{port}/{one}" for one in ("one", "two")}
    found = results_of(addresses, {one: [SIGNED] for one in addresses}, resolver=Names(["127.0.0.1"])).lookups
    assert {one.status for one in found.values()} == {"found"}
    for visit in server.log:
        host, cookie = visit.headers["host"].partition(":")[0], visit.headers.get("cookie")
        assert cookie in (None, f"who={host}"), "no cookie of another server, and none of robots.txt"
    for path in ("/one", "/two"):
        with_cookie = [visit.headers.get("cookie") is not None for visit in server.visits(path)]
        assert with_cookie == [False, False, False, False, True], "the next source begins without"


@pytest.mark.parametrize("port", sorted(BLOCKED_PORTS)[1::9])
def test_ports_of_mail_and_files_are_not_asked(port: int) -> None:
    found = look(f"http://127.0.0.1:{port}/one", SIGNED)
    assert found.status == "unreachable"
    assert f"no website stands at port {port}" in why(found)


def test_a_password_in_an_address_is_sent_to_nobody(server: Server) -> None:
    address = server.address.replace("http://", "http://me:secret@")
    server.answers["/to"] = redirect(301, f"{address}/one")
    for one in (f"{address}/one", f"{server.address}/to"):
        found = look(one, SIGNED)
        assert found.status == "unreachable"
        assert "password" in why(found)
        assert "secret" not in why(found)
    assert set(server.paths()) == {"/to"}


@pytest.mark.parametrize(
    "address", ["http://[", "http://", "http://a:99999999/x", "http://x/" + "a" * 1_900, "https://:80/"]
)
def test_what_is_no_address_is_told_as_such_and_harms_no_other(server: Server, address: str) -> None:
    server.answers["/two"] = page(SIGNED)
    found = results_of({"one": address, "two": f"{server.address}/two"}, {"two": [SIGNED]}).lookups
    assert (found["one"].status, found["two"].status) == ("unreachable", "found")


OLD = "https://news.example.org/a"


@pytest.mark.parametrize(
    "address",
    [
        "http://news.example.org/a", "https://me@news.example.org/a", "https://me:secret@news.example.org/a",
        "https://:secret@news.example.org/a", "https://127.0.0.1/a", "https://localhost/a", "https://2130706433/",
        "https://[::1]/", "https://router/a", "https://news.example.org:25/a", "ftp://news.example.org/a",
        "javascript:alert(1)", "https://", "https://news.example.org/a\n- x", "https://news.example.org/a b",
        "https://news.example.org/\u202ea", "https://news.example.org/\x1b[2J", "//news.example.org/a", "",
        "data:text/html,x", "https://[", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_addresses_that_are_never_proposed(address: str) -> None:
    assert not may_be_cited(address, OLD)


def test_addresses_that_may_be_proposed() -> None:
    assert may_be_cited("https://news.example.org/b", OLD)
    assert may_be_cited("https://other.example.net:8443/b?c=d", OLD)
    assert may_be_cited("http://news.example.org/b", "http://news.example.org/a")
    assert may_be_cited("https://1.1.1.1/", OLD)
    assert is_public_host("[2606:4700:4700::1111]")
