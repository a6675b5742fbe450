"""Which addresses are everybody's: the only ones that are asked for, and the only ones that are proposed.

Data and other people's servers say where the link checker goes, and it goes there from the machine of an editor or of a
continuous integration service. So it goes to no address of a private network, however it is spelled, whoever leads
there, and whatever a name is said to stand for at the moment of the connection.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from aiohttp import AddrInfoType
from yarl import URL

from dalil.model.web_address import is_web_address

RESERVED_4 = tuple(
    IPv4Network(one)
    for one in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
"""IANA IPv4 Special-Purpose Address Registry, and multicast. Written out, since `ipaddress.is_global` answers otherwise
from one version of Python to the next, and calls multicast global."""
ASSIGNED_6 = IPv6Network("2000::/3")
"""All that IANA has given out as global unicast (RFC 4291, 2.4); loopback, link-local, unique-local, site-local,
multicast and IPv4-compatible addresses lie outside."""
RESERVED_6 = tuple(IPv6Network(one) for one in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
"""Of these: protocol assignments with Teredo, documentation, and 6to4. Teredo and 6to4 lead to the IPv4 address that is
written in them, and are out of use (RFC 7526)."""
NAT64 = IPv6Network("64:ff9b::/96")
"""Leads to the IPv4 address in its last 32 bits; whole networks reach IPv4 so (RFC 6052)."""
BLOCKED_PORTS = frozenset(
    (
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
        110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530,
        531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
        5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    )
)  # fmt: skip
"""Where servers of mail, files and the like listen, which take a request for a command: no browser asks there (WHATWG
Fetch, 2.9, “bad port”). Any other port may have a website, and is asked."""
LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "localdomain", "home.arpa")
"""Names of the network that one is in (RFC 6761, 6762 and 8375; ICANN's “internal”; what routers make up)."""
NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
"""How a host that ends in this is an IPv4 address in the eyes of a browser (WHATWG URL, 3.5)."""
PRIVATE = "it leads into a private network"


class NotPublic(Exception):
    """An address is not everybody's, so nothing was sent to it."""


class PrivateSocket(OSError):
    """No connection was opened, since the address is not everybody's."""


def is_public(address: str) -> bool:
    """Whether an IP address, as the system writes it, can be reached by everybody."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in RESERVED_4)
    return _is_public_6(ip)


def _is_public_6(ip: IPv6Address) -> bool:
    if ip.scope_id is not None:
        return False
    embedded = ip.ipv4_mapped or (IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in NAT64 else None)
    if embedded is not None:
        return is_public(str(embedded))
    return ip in ASSIGNED_6 and not any(ip in network for network in RESERVED_6)


def is_public_host(host: str) -> bool:
    """Whether a host, as an address has it, may be everybody's; what its name stands for is seen on connecting."""
    host = host.strip("[]").rstrip(".").lower()
    if ":" in host:
        return is_public(host)
    *rest, last = host.split(".")
    if NUMBER.fullmatch(last):
        # Only the usual spelling of four plain numbers: 0x7f.1, 2130706433 and 0177.0.0.1 are all this machine.
        return is_public(host)
    return bool(rest) and not any(host == name or host.endswith(f".{name}") for name in LOCAL_NAMES)


def socket_for(info: AddrInfoType) -> socket.socket:
    """A socket for an address that is about to be connected to (as of `getaddrinfo`); raises PrivateSocket.

    The last word on every connection: what is looked at here is what the socket is connected to, so that neither a
    redirect, nor a server of names that answers otherwise the second time, nor a spelling gets past it.
    """
    family, kind, protocol, _, place = info
    if not is_public(str(place[0])):
        # Without the address: the same words for each, so that the library keeps the kind of error.
        raise PrivateSocket(PRIVATE)
    return socket.socket(family, kind, protocol)


def must_be_public(url: URL) -> None:
    """Raises NotPublic for an address that shows by itself that it is not everybody's."""
    if not is_public_host(url.raw_host or ""):
        raise NotPublic(PRIVATE)


def may_be_cited(address: str, instead_of: str, *, allow_private: bool = False) -> bool:
    """Whether an address that somebody else named may take the place of a source's.

    It is everybody's, says nobody's name and password, and is not less secure than the one it replaces.
    """
    try:
        url, old = URL(address), URL(instead_of)
        sound = bool(url.raw_host) and url.port not in BLOCKED_PORTS
    except ValueError:
        return False
    secure = url.scheme == "https" or (url.scheme == "http" and old.scheme != "https")
    return sound and secure and is_web_address(address) and (allow_private or is_public_host(url.raw_host or ""))
