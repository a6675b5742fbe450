"""What an answer means for a source: found, moved, changed, unreadable, blocked, unreachable, private or gone."""

from __future__ import annotations

import http
import re
import urllib.parse
from collections.abc import Callable, Sequence
from typing import Any

from dalil.desk.lookup.following import Answer
from dalil.desk.lookup.pages import Page, Unreadable, read_page
from dalil.desk.lookup.passages import Text
from dalil.desk.lookup.reach import may_be_cited
from dalil.desk.lookup.reasons import why
from dalil.desk.lookup.remote import tame
from dalil.desk.lookup.wire import Reply
from dalil.model.dates import Date
from dalil.model.register import PREFIX, LinkStatus, Lookup, SoughtPassage
from dalil.problems import Phrase
from dalil.problems.gate import is_blank
from dalil.text.web_page import page_of

NOT_FOUND = re.compile(
    r"\b404\b|not found|no longer (?:available|exists)|(?:doesn.t|does not|couldn.t|could not) (?:exist|be found)"
    r"|no encontrad|no existe|no disponible|não encontrad|não existe|introuvable|n.existe (?:pas|plus)|nicht gefunden"
    r"|غير موجود|لم يتم العثور|לא נמצא",
    re.IGNORECASE,
)
"""What pages say in their titles that answer 200 and mean 404."""
WALL = re.compile(
    r"just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:human|robot)|captcha"
    r"|verify (?:that )?you are|security (?:check|verification)|pardon our interruption|request unsuccessful"
    r"|enable javascript and cookies|un momento…|unusual traffic",
    re.IGNORECASE,
)
"""What walls against programs say in their titles, or on a page that has hardly anything else."""
WALL_MARKS = (b"_cf_chl_opt", b"captcha-delivery.com", b"px-captcha", b"_Incapsula_Resource", b"awsWafCookie")
"""What stands in the code of such walls."""
SCRIPTED = re.compile(r"(?:enable|activar?|activez|aktivieren|turn on|requires?|تفعيل) javascript", re.IGNORECASE)
"""What a page says that has its text from scripts only."""
OTHERS_BLOCKED = (999,)
"""Numbers that some large sites have made up to turn programs away."""
LONGEST_STATE = 300
"""Characters of a server's name for the state of a page that are worth keeping."""
SCANT = 600
"""Letters of a page that may be nothing but a wall, or a frame for scripts to fill."""
DOOR = re.compile(
    r"/(?:users?/)?(?:log[-_]?in|sign[-_]?(?:in|up|on)|sso|oauth2?|auth|authenticate|register|subscribe|consent|captcha)"
    r"(?:/|\.\w+$|$)",
    re.IGNORECASE,
)
"""In the path of a page that wants to know who one is, or wants a word first."""
ROOT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:index\.\w+|home)?/?", re.IGNORECASE)
"""The path of a site's first page, perhaps in a language."""

Found = dict[str, Any]
"""Fields of a Lookup: `status`, `why` with its `details`, and what else was learnt."""
Read = Callable[[bytes, str], Page]


def _came_to(status: LinkStatus, reason: Phrase) -> Found:
    """A status with its reason, as the register keeps it."""
    details = {name: str(value) for name, value in reason.details if not is_blank(str(value))}
    return {"status": status, "why": reason.key.removeprefix(PREFIX), "details": details}


def unreachable(reason: Phrase) -> Found:
    """No answer was had."""
    return _came_to("unreachable", reason)


def private() -> Found:
    """Nothing was asked, since the address, or one that it led to, is not everybody's."""
    return _came_to("private-address", why("private"))


def turned_away() -> Found:
    """robots.txt says no."""
    return _came_to("blocked", why("robots"))


class SentOn(Exception):
    """A page has nothing that was looked for, and sends its readers to another by itself."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


def judge(
    answer: Answer,
    url: str,
    passages: Sequence[str],
    before: Lookup | None,
    read: Read = read_page,
    *,
    last: bool = True,
) -> Found:
    """What an answer means; `before` is the look-up whose state of the page the server was asked to compare.

    `read` makes words of the page's bytes and its `Content-Type`; it may raise Unreadable. Unless it is the `last`
    page to be looked at, raises SentOn.
    """
    reply = answer.reply
    found: Found = {"answer": reply.status}
    if answer.moved_to and answer.moved_to != url and may_be_cited(answer.moved_to, url, allow_private=True):
        found["moved_to"] = answer.moved_to
    status = f"{reply.status} {_phrase(reply.status)}".strip()
    if reply.status == 304 and before is not None:
        kept = before.model_dump(include={"status", "why", "details", "moved_to", "etag", "last_modified", "passages"})
        return {**kept, "answer": 304}
    if reply.status in (404, 410):
        return found | _came_to("gone", why("answer", answer=status))
    if _is_wall(reply.status, reply.headers.get("cf-mitigated", ""), reply.body):
        return found | _came_to("blocked", why("wall-answer", answer=status))
    if 400 <= reply.status < 500 or reply.status in OTHERS_BLOCKED:
        return found | _came_to("blocked", why("answer", answer=status))
    if not 200 <= reply.status < 300:
        return found | _came_to("unreachable", why("answer", answer=status))
    try:
        page = read(reply.body, reply.headers.get("Content-Type", ""))
    except Unreadable as error:
        return found | _came_to("unreadable", error.reason)
    sought = _sought(page, passages)
    missing = [one for one in sought if not one.found]
    if page.refresh and not last and len(missing) == len(sought) and (missing or page.visible < SCANT):
        raise SentOn(page.refresh)
    if len(missing) == len(sought) and (verdict := _in_disguise(page, url, reply.url, bool(missing))):
        return found | verdict
    if missing and not reply.complete:
        return found | _came_to("unreadable", why("too-long", size=len(reply.body) // 1_000_000))
    if reply.url == url.partition("#")[0]:
        found |= _state(reply)
    return found | {"passages": sought} | _standing(sought, missing, found.get("moved_to"), url)


def _sought(page: Page, passages: Sequence[str]) -> list[SoughtPassage]:
    """What became of each passage, in the page's text or in the same without marks of footnotes: the better of both."""
    found = Text(page.text).seek(passages)
    if not page.bare or all(one.found for one in found):
        return found
    both = zip(Text(page.bare).seek(passages), found, strict=True)
    return [max(pair, key=lambda one: (one.found, one.alike or 0)) for pair in both]


def _standing(
    sought: Sequence[SoughtPassage], missing: Sequence[SoughtPassage], moved_to: str | None, url: str
) -> Found:
    """Of a page that is there and can be read."""
    if missing:
        one = missing[0]
        if len(missing) > 1:
            return _came_to("changed", why("passages", missing=len(missing), total=len(sought)))
        if one.nearest:
            return _came_to("changed", why("passage-near", words=one.words, nearest=one.nearest))
        return _came_to("changed", why("passage", words=one.words))
    if moved_to and page_of(url) != page_of(moved_to):
        return _came_to("moved", why("moved-all" if sought else "moved-none", address=moved_to))
    return _came_to("found", why("found-all" if sought else "found-none"))


def _state(reply: Reply) -> Found:
    """The server's names for this state of the page, so far as they can be written down."""
    names = {name: reply.headers.get(name.replace("_", "-"), "").strip() for name in ("etag", "last_modified")}
    fit = {name: value for name, value in names.items() if value.isascii() and value.isprintable()}
    return {name: value for name, value in fit.items() if 0 < len(value) < LONGEST_STATE}


def _is_wall(status: int, mitigated: str, body: bytes) -> bool:
    return status >= 300 and (mitigated == "challenge" or any(mark in body for mark in WALL_MARKS))


def _in_disguise(page: Page, url: str, at: str, missing: bool) -> Found:
    """What a page without any passage is when it is no page: a wall, a “not found”, a frame for scripts; else nothing.

    `missing`: passages were looked for; without them more is needed to tell.
    """
    scant = page.visible < SCANT
    if WALL.search(page.title) or (scant and WALL.search(page.text)):
        return _came_to("blocked", why("wall-title", title=_cut(page.title)) if page.title else why("wall"))
    if (missing or scant) and NOT_FOUND.search(page.title):
        return _came_to("gone", why("says-gone", title=_cut(page.title)))
    asked, led = urllib.parse.urlsplit(url), urllib.parse.urlsplit(at)
    if ROOT.fullmatch(led.path) and not led.query and not ROOT.fullmatch(asked.path):
        return _came_to("gone", why("first-page", address=at))
    if DOOR.search(led.path) and not DOOR.search(asked.path):
        return _came_to("blocked", why("door", address=at))
    if page.visible < SCANT // 10 or (scant and SCRIPTED.search(page.text)):
        return _came_to("unreadable", why("scripts"))
    return {}


def _cut(words: str) -> str:
    return tame(words, 60)


def _phrase(status: int) -> str:
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return ""


def record(source_id: str, url: str, found: Found, before: Lookup | None, today: Date) -> Lookup:
    """The entry of a look-up of today; `before` is the last entry of the same address, if any."""
    same = before is not None and before.status == found["status"]
    good = found["status"] in ("found", "moved")
    return Lookup(
        id=source_id,
        url=url,
        looked=today,
        since=before.since if before and same else today,
        seen=today if good else before.seen if before else None,
        archive=before.archive if before else None,
        **found,
    )
