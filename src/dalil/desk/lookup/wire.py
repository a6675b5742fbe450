"""One request and its answer, whatever the server does: slow, endless, broken or hostile answers end in a reason."""

from __future__ import annotations

import asyncio
import errno
import ssl
import zlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from types import TracebackType

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from dalil.desk.lookup.addresses import exact
from dalil.desk.lookup.reach import BLOCKED_PORTS, NotPublic, PrivateSocket, must_be_public, socket_for
from dalil.desk.lookup.reasons import Reasoned, why
from dalil.model.register import LinkReason
from dalil.problems import Phrase

MAX_BYTES = 3_000_000
"""Of a page, unpacked; what is longer is cut there."""
MAX_OTHER = 100_000
"""Of an answer that is no page."""
ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.8, */*;q=0.5"
PACKED = {"gzip", "x-gzip", "deflate"}
"""Encodings that are unpacked; only gzip is asked for."""
CODINGS = PACKED | {"aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd"}
"""All that are packings (IANA, HTTP Content Coding Registry); what else servers name, such as a charset, packs nothing,
and browsers pass over it."""
CERTIFICATE: dict[int, LinkReason] = {
    10: "certificate-expired",
    18: "certificate-unsigned",
    19: "certificate-unsigned",
    20: "certificate-unsigned",
    21: "certificate-unsigned",
    62: "certificate-name",
}
"""OpenSSL's numbers (`X509_V_ERR_…`) of what is most often wrong."""
GZIP = 0x1F
"""The first byte of what gzip packed (RFC 1952, 2.3.1)."""
HEADER_BYTES = 64_000
"""Of one header: some sites' policies are longer than the library allows by default."""


LONGEST_ADDRESS = 4000
"""Characters of an address that are sent; servers refuse longer ones, and only a hostile one leads to them."""


class Unreachable(Reasoned):
    """No answer could be had."""


@dataclass(frozen=True)
class Limits:
    """How long a server may take, in seconds."""

    connect: float = 15
    """To accept a connection, a secure one included."""
    read: float = 20
    """To send anything at all, each time."""
    total: float = 60
    """From the request to the end of the answer."""
    host: float = 600
    """To send all its answers of one run; what is left of its pages is left for a later run."""


@dataclass(frozen=True)
class Reply:
    """A server's answer to one request."""

    url: str
    status: int
    headers: Mapping[str, str]
    """By name, whatever the case of its letters."""
    body: bytes = b""
    complete: bool = True
    """Whether the body is whole, not cut because it was too long."""
    cookies: tuple[str, ...] = ()
    """What it said as `Set-Cookie`."""


class Wire:
    """Sends requests, to everybody's addresses only. Follows no redirect, tries nothing twice, keeps no cookie."""

    def __init__(
        self, agent: str, limits: Limits, *, allow_private: bool = False, resolver: AbstractResolver | None = None
    ) -> None:
        """`agent`: what the requests say that they come from; `allow_private`: also asks private networks; `resolver`:
        tells what names stand for, instead of the system.
        """
        self._agent = agent
        self._limits = limits
        self._allow_private = allow_private
        self._resolver = resolver

    async def __aenter__(self) -> Wire:
        # Every connection is opened through this, to whatever address a name stands for at that moment.
        factory = None if self._allow_private else socket_for
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=self._resolver, socket_factory=factory),
            cookie_jar=aiohttp.DummyCookieJar(),
            # Neither a proxy of the environment, which would resolve names out of our sight, nor passwords of .netrc.
            trust_env=False,
            headers={"User-Agent": self._agent, "Accept": ACCEPT, "Accept-Encoding": "gzip"},
            timeout=aiohttp.ClientTimeout(sock_connect=self._limits.connect, sock_read=self._limits.read),
            auto_decompress=False,
            max_line_size=HEADER_BYTES,
            max_field_size=HEADER_BYTES,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a GET request; raises Unreachable and NotPublic."""
        target = self._target(url)
        try:
            async with (
                asyncio.timeout(self._limits.total),
                self._session.get(target, headers=headers, allow_redirects=False) as response,
            ):
                limit = MAX_BYTES if 200 <= response.status < 300 else MAX_OTHER
                body, complete = await _body(response, limit)
                cookies = tuple(response.headers.getall("Set-Cookie", ()))
                return Reply(url, response.status, response.headers, body, complete, cookies)
        except aiohttp.ClientConnectorCertificateError as error:
            raise Unreachable(_certificate(error.certificate_error)) from None
        except (aiohttp.ClientSSLError, ssl.SSLError) as error:
            raise Unreachable(why("insecure", reason=_brief(error))) from None
        except aiohttp.ConnectionTimeoutError:
            raise Unreachable(why("connecting-slow", seconds=f"{self._limits.connect:g}")) from None
        except aiohttp.SocketTimeoutError:
            raise Unreachable(why("silent", seconds=f"{self._limits.read:g}")) from None
        except TimeoutError:
            raise Unreachable(why("endless", seconds=f"{self._limits.total:g}")) from None
        except aiohttp.ClientConnectorError as error:
            raise _unconnected(error) from None
        except aiohttp.InvalidURL:
            raise Unreachable(why("no-address")) from None
        except (aiohttp.ClientPayloadError, zlib.error) as error:
            raise Unreachable(why("damaged", reason=_brief(error))) from None
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            raise Unreachable(why("broken-off")) from None
        except aiohttp.ClientResponseError as error:
            raise Unreachable(why("senseless", reason=_brief(error.message))) from None
        except (aiohttp.ClientError, ValueError, OSError) as error:
            raise Unreachable(why("senseless", reason=_brief(error))) from None

    def _target(self, url: str) -> URL:
        """An address as it is asked for; raises Unreachable and NotPublic for what is not to be asked."""
        try:
            target = exact(url)
            host, port = target.raw_host, target.port
        except ValueError:
            raise Unreachable(why("no-address")) from None
        if not host or target.scheme not in ("http", "https") or len(url) > LONGEST_ADDRESS:
            raise Unreachable(why("no-address"))
        if port in BLOCKED_PORTS:
            raise Unreachable(why("port", port=port))
        if target.raw_user is not None or target.raw_password is not None:
            raise Unreachable(why("password"))
        if not self._allow_private:
            must_be_public(target)
        return target


def _unconnected(error: aiohttp.ClientConnectorError) -> Exception:
    """Why no connection was had."""
    if isinstance(error.os_error, PrivateSocket):
        return NotPublic(str(error.os_error))
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Unreachable(why("no-name"))
    if error.os_error.errno == errno.ECONNREFUSED:
        return Unreachable(why("refused"))
    return Unreachable(why("unconnected", reason=error.os_error.strerror or _brief(error)))


def _certificate(error: Exception) -> Phrase:
    """Why a certificate is not to be trusted, by the number that OpenSSL has for it."""
    code = CERTIFICATE.get(getattr(error, "verify_code", 0))
    return why(code) if code else why("certificate", reason=_brief(error))


async def _body(response: aiohttp.ClientResponse, limit: int) -> tuple[bytes, bool]:
    """The body, unpacked and cut at the limit, and whether it is whole; no more than the limit is ever held."""
    body = bytearray()
    async for piece in _unpacked(response, limit):
        body += piece
        if len(body) > limit:
            return bytes(body[:limit]), False
    return bytes(body), True


async def _unpacked(response: aiohttp.ClientResponse, limit: int) -> AsyncIterator[bytes]:
    named = (one.strip().lower() for one in ",".join(response.headers.getall("Content-Encoding", ())).split(","))
    encoding = ", ".join(one for one in named if one in CODINGS)
    if not encoding:
        async for piece in response.content.iter_any():
            yield piece
        return
    if encoding not in PACKED:
        raise Unreachable(why("packed", packing=encoding))
    # Either header, whichever of the two names is given.
    unpacker = zlib.decompressobj(47)
    first = True
    async for packed in response.content.iter_any():
        if first and encoding == "deflate" and packed[:1] and packed[0] & 0x0F != 8 and packed[0] != GZIP:
            # Some servers leave the header of zlib away (RFC 9110, 8.4.1.2).
            unpacker = zlib.decompressobj(-15)
        first = False
        # A few bytes may unpack to gigabytes: no more than the limit comes out at once.
        yield unpacker.decompress(packed, limit + 1)
    if not unpacker.eof and not unpacker.unconsumed_tail and not first:
        raise aiohttp.ClientPayloadError("it ends too early")


def _brief(error: object) -> str:
    """The first line of an error's words."""
    words = str(error).strip().splitlines()
    return (words[0][:200].rstrip(":") if words else "") or type(error).__name__
