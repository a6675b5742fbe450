"""`dalil sources`."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import click

from dalil.checks.opening import Need, open_store
from dalil.cli.due import DAY, Length
from dalil.cli.saying import Refusal, at, format_option, language, problems_said, progress, teller, words
from dalil.desk.lookup.archives import WAYBACK
from dalil.desk.lookup.proposals import Proposal, accepted, proposals
from dalil.desk.lookup.register import write_register
from dalil.desk.lookup.run import Options, Results, run, waiting, without_copy
from dalil.desk.lookup.wire import Limits
from dalil.editing.layout import CannotEdit
from dalil.model.dates import Date
from dalil.model.register import Lookup
from dalil.problems import Problems, ProblemsFound
from dalil.store import Store
from dalil.store.settings import read_settings
from dalil.wording import listed

KEEP_EVERY = 10
"""Look-ups after which what is known is written down, lest a sudden end lose more."""


@click.group("sources")
def command() -> None:
    """Look after the sources."""


@command.command("check")
@format_option
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--again", is_flag=True, help="Look up every source, however fresh its last look-up is.")
@click.option("--older-than", type=Length(), default="7 days", show_default=True, help="Leave fresher look-ups alone.")
@click.option("--archive", is_flag=True, help="Also ask an archive for copies of sources that have none.")
@click.option("--archive-at", default=WAYBACK, show_default=True, metavar="ADDRESS", help="Where copies are asked for.")
@click.option("--apply", "applying", is_flag=True, help="Ask for each proposed change whether to make it.")
@click.option("--at-once", type=click.IntRange(1, 16), default=4, show_default=True, help="Requests at a time.")
@click.option(
    "--delay",
    type=click.FloatRange(0, 60),
    default=2,
    show_default=True,
    metavar="SECONDS",
    help="Pause between two requests to one server.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 600),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long one answer may take.",
)
@click.option("--allow-private", is_flag=True, help="Also ask addresses of this machine and of private networks.")
@click.option(
    "--today", type=DAY, metavar="DATE", help="The day that is written down; that of the machine unless given."
)
@click.pass_context
def check(
    context: click.Context,
    ids: tuple[str, ...],
    again: bool,
    older_than: str,
    archive: bool,
    archive_at: str,
    applying: bool,
    at_once: int,
    delay: float,
    timeout: float,
    allow_private: bool,
    today: datetime.datetime | None,
) -> None:
    """Look whether sources are still there and still say what is cited.

    Each address is looked up politely, and the words of each citation are looked for in the page. What came of it
    stands in data/register/sources.yml, which belongs into the repository. No record is changed: changes are proposed,
    and made one by one with --apply. Stopped with Ctrl-C, the same command goes on where it was.
    """
    root, quiet = context.obj
    day = (today or datetime.datetime.now()).date()
    with problems_said():
        store, address = _read(root)
    chosen = _named(ids, store) if ids else list(store.sources) if again else waiting(store, older_than, day)
    copies = [one for one in without_copy(store) if not ids or one in chosen] if archive else []
    least = min(timeout, 15.0)
    options = Options(
        agent=f"dalil/{version('dalil')} (+{address}; looks whether cited pages still say what is cited)",
        today=day,
        at_once=at_once,
        delay=delay,
        limits=Limits(least, min(timeout, 20.0), timeout),
        archive=archive_at,
        allow_private=allow_private,
    )
    results = Results()
    rest = _look_up(root, store, chosen, copies, options, results, quiet)
    if results.offline:
        raise Refusal("source-offline")
    _say(store, chosen, results, quiet)
    if rest:
        click.echo(words("source-stopped", n=rest), err=True)
        sys.exit(130)
    entries = {entry.id: entry for entry in results.register(store)}
    wanted = chosen if ids else entries
    found = (one for one in proposals(store, entries, allow_private=allow_private) if one.source in wanted)
    _propose(root, found, entries, day, applying, quiet)


def _read(root: Path) -> tuple[Store, str]:
    """The store and the site's address; raises ProblemsFound, since a store read in part would lose entries."""
    problems = Problems()
    store = open_store(root, Need.RECORDS, problems)
    settings = read_settings(root, store, problems)
    if len(problems):
        raise ProblemsFound(problems)
    return store, settings.address


def _named(ids: Sequence[str], store: Store) -> list[str]:
    """The sources of these ids, each once."""
    for one in ids:
        if one not in store.sources:
            near = store.nearest("sources", one)
            said = words("source-unknown-near", id=one, nearest=near) if near else words("source-unknown", id=one)
            raise click.BadParameter(said, param_hint="ID")
    return list(dict.fromkeys(ids))


def _look_up(
    root: Path,
    store: Store,
    chosen: Sequence[str],
    copies: Sequence[str],
    options: Options,
    results: Results,
    quiet: bool,
) -> int:
    """Runs the look-ups and keeps what they found in the register; how many were not done."""
    total, number = len(chosen) + len(copies), 0

    def keep() -> None:
        if not results.offline and (results.lookups or results.copies):
            write_register(root, results.register(store))

    with progress(quiet) as step:

        def done() -> None:
            nonlocal number
            number += 1
            step("lookup", number, total)
            if number % KEEP_EVERY == 0:
                keep()

        try:
            run(store, chosen, copies, options, results, done)
        except KeyboardInterrupt:
            pass
        finally:
            keep()
    return total - number


def _say(store: Store, chosen: Sequence[str], results: Results, quiet: bool) -> None:
    """A line for each source that is not as it was, then how many came to what."""
    tell, citing = teller(quiet), store.citing()
    for one in chosen:
        lookup = results.lookups.get(one)
        if lookup is not None and lookup.status != "found":
            place, rest = store.place("sources", one, "url"), len(citing[one])
            tell(
                at(
                    place,
                    words("source-line", status=words(f"link-{lookup.status}"), id=one, why=lookup.reason, n=rest),
                )
            )
    for one, reason in results.left.items():
        tell(at(store.place("sources", one, "url"), words("source-left", id=one, reason=reason)))
    for one, reason in results.uncopied.items():
        tell(at(store.place("sources", one, "url"), words("source-uncopied", id=one, reason=reason)))
    counts = Counter(lookup.status for lookup in results.lookups.values())
    parts = [words("source-count", n=number, status=words(f"link-{status}")) for status, number in counts.most_common()]
    fresh = len(store.sources) - len(chosen)
    done = {"n": len(results.lookups), "total": len(store.sources)}
    tell(words("source-sum-parts", parts=listed(parts, language()), **done) if parts else words("source-sum", **done))
    if results.copies:
        tell(words("source-copies", n=len(results.copies)))
    if fresh and not results.left and not chosen:
        tell(words("source-fresh"))


def _propose(
    root: Path,
    found: Iterable[Proposal],
    entries: dict[str, Lookup],
    day: datetime.date,
    applying: bool,
    quiet: bool,
) -> None:
    """Shows each proposed change, and makes those that an editor accepts."""
    tell = click.echo if applying else teller(quiet)
    number = made = 0
    for proposal in found:
        number += 1
        head = f"\n{words('source-proposal', id=proposal.source, why=proposal.why)}\n"
        try:
            tell(head + proposal.diff(root).rstrip())
            if applying and click.confirm(words("source-make")):
                proposal.apply(root)
                entries[proposal.source] = accepted(entries[proposal.source], proposal, Date.on(day))
                write_register(root, entries.values())
                made += 1
        except CannotEdit as refused:
            told = words("source-by-hand", file=proposal.file, reason=refused.reason, new=proposal.new)
            tell(f"{head}{told}")
    if number and not applying:
        tell(f"\n{words('source-proposed', n=number)}")
    elif number:
        tell(f"\n{words('source-made', made=made, n=number)}")
