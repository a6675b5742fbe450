"""`dalil due`."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from dalil.cli.saying import at, format_option, language, problems_said, teller, words
from dalil.desk.due import Due, due
from dalil.model.kinds import ONE
from dalil.model.verification import NEVER, PERIOD, later
from dalil.problems import phrase
from dalil.project.whole import check_project
from dalil.store import Store
from dalil.wording import listed
from dalil.wording.formats import machine

DAY = click.DateTime(["%Y-%m-%d"])
WHAT = {**ONE, "disputes": "question"}
"""A folder of the store to the phrase for a record of it that is due."""


class Length(click.ParamType[str]):
    """A length of time such as `30 days`."""

    name = "length"

    def convert(self, value: str, parameter: click.Parameter | None, context: click.Context | None) -> str:
        """The text itself, when it is one."""
        if value == NEVER or not PERIOD.fullmatch(value):
            self.fail(words("due-length"), parameter, context)
        return value


@click.command("due")
@format_option
@click.option("--before", type=DAY, metavar="DATE", help="Also what falls due until this day.")
@click.option("--within", type=Length(), metavar="LENGTH", help="Also what falls due within, such as “30 days”.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--fail",
    "budget",
    type=click.IntRange(min=0),
    is_flag=False,
    flag_value=0,
    metavar="[NUMBER]",
    help="End with exit code 1 when more than so many are due; when anything is, without a number.",
)
@click.option("--locale", help="The language of the records' texts: the terminal's, where the site has it.")
@click.option("--today", type=DAY, metavar="DATE", help="The day to count from; that of the machine unless given.")
@click.pass_obj
def command(
    options: tuple[Any, bool],
    before: datetime.datetime | None,
    within: str | None,
    as_json: bool,
    budget: int | None,
    locale: str | None,
    today: datetime.datetime | None,
) -> None:
    """List what must be looked at again, soonest first.

    That is what must be verified again, and at once what rests on a value that has moved since somebody agreed to it;
    `dalil review` says that it is right.

    Of what falls due on one day, what readers meet first comes first: what stands on the home page, then in the order
    of the navigation, then nearer to the root, then on more pages. How often a page is read, a static site does not
    know.
    """
    root, quiet = options
    if before and within:
        raise click.UsageError("Give --before or --within, not both.")
    day = (today or datetime.datetime.now()).date()
    end = before.date() if before else (later(day, within) or day) if within else day
    with problems_said():
        checked = check_project(root)
    code = _locale(locale, checked.store)
    known = due(checked, code, language())
    found = [one for one in known if one.by <= end or one.keys]
    after = [one.by for one in known if one.by > end and not one.keys]
    if as_json:
        click.echo(machine.as_json(_record(found, after, day, end)))
    else:
        for one in found:
            click.echo(_said(one, day))
        teller(quiet)(_summed(found, after, day, end))
    if budget is not None and len(found) > budget:
        sys.exit(1)


def _locale(given: str | None, store: Store) -> str:
    """The locale that is asked for, or the terminal's, or English, or the site's own."""
    if given is not None and given not in store.locales:
        raise click.BadParameter(words("due-locales", locales=tuple(store.locales)), param_hint="--locale")
    wanted = (given, language(), "en", store.site.default)
    return next(code for code in wanted if code in store.locales)


def _said(one: Due, today: datetime.date) -> str:
    """Three lines: where and when, why, and on which pages."""
    days = (one.by - today).days
    when = words("due-today") if days == 0 else words("due-ago", n=-days) if days < 0 else words("due-in", n=days)
    lines = [at(one.place, words("due-line", by=one.by, when=when, what=phrase(WHAT[one.kind]), says=one.says))]
    lines += [f"  {words('due-why', reason=reason)}" for reason in one.why]
    return "\n".join([*lines, f"  {_shown(one.pages)}"])


def _shown(pages: Sequence[str]) -> str:
    if not pages:
        return words("due-own")
    first, more = tuple(pages[:3]), len(pages) - 3
    return words("due-shown-more", pages=first, n=more) if more > 0 else words("due-shown", pages=first)


def _summed(found: Sequence[Due], after: Sequence[datetime.date], today: datetime.date, end: datetime.date) -> str:
    kinds = Counter(one.kind for one in found)
    parts = listed([words(f"due-{kind}", n=number) for kind, number in kinds.items()], language())
    if end == today:
        said = words("due-sum-today", n=len(found), parts=parts) if found else words("due-none-today")
    else:
        said = words("due-sum-by", n=len(found), end=end, parts=parts) if found else words("due-none-by", end=end)
    soonest = min(after, default=None)
    later = words("due-next", n=after.count(soonest), day=soonest) if soonest else words("due-nothing-later")
    return f"{said} {later}"


def _record(
    found: Sequence[Due], after: Sequence[datetime.date], today: datetime.date, end: datetime.date
) -> dict[str, Any]:
    records = [
        {
            "kind": one.kind,
            "id": one.id,
            "file": one.place.path,
            "line": one.place.line,
            "column": one.place.column,
            "says": one.says,
            "by": one.by.isoformat(),
            "days": (one.by - today).days,
            "verified": one.verified.isoformat() if one.verified else None,
            "why": list(one.why),
            "rests_on_moved": list(one.keys),
            "pages": list(one.pages),
        }
        for one in found
    ]
    return {
        "today": today.isoformat(),
        "until": end.isoformat(),
        "due": records,
        "next": min(after).isoformat() if after else None,
    }
