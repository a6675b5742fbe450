"""`dalil build`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.saying import problems_said, progress, teller
from dalil.site.build import build
from dalil.site.pictures import undrawn


@click.command("build")
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Where the site goes; `site` unless given.")
@click.pass_obj
def command(options: tuple[Path, bool], site: Path | None) -> None:
    """Build the whole site; the last one stays if anything is wrong."""
    root, quiet = options
    target = site.resolve() if site else root / "site"
    with problems_said(), progress(quiet) as step:
        built = build(root, target, step)
    seen = built.seen
    teller(quiet)(
        f"Built {seen.pages} pages into {target}: {seen.links} links lead somewhere, {seen.claims} claims shown with "
        f"{seen.marks} citation marks, {seen.without_marks} without one, {seen.prose_outside} words outside claims."
    )
    if (notice := undrawn(built.checked)) and not quiet:
        click.echo(notice, err=True)
