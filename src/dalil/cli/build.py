"""`dalil build`."""

from __future__ import annotations

from pathlib import Path

import click

from dalil.cli.locale import faces_said
from dalil.cli.saying import language, problems_said, progress, teller, words
from dalil.site.build import build
from dalil.site.pictures import undrawn


@click.command("build")
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Where the site goes; `site` unless given.")
@click.option("--from-disk", is_flag=True, help="Build a copy to be opened from disk, without search, in `from-disk`.")
@click.pass_obj
def command(options: tuple[Path, bool], site: Path | None, from_disk: bool) -> None:
    """Build the whole site; the last one stays if anything is wrong."""
    root, quiet = options
    target = site.resolve() if site else root / ("from-disk" if from_disk else "site")
    with problems_said(), progress(quiet) as step:
        built = build(root, target, step, from_disk=from_disk)
    seen = built.seen
    counted = {"pages": seen.pages, "links": seen.links, "claims": seen.claims, "marks": seen.marks}
    outside = {"bare": seen.without_marks, "words": seen.prose_outside}
    teller(quiet)(words("build-done", target=target, **counted, **outside))
    for code, standing in built.checked.standings.items():
        if (broken := standing.count("broken")) and not quiet:
            click.echo(words("build-left-out", n=broken, code=code), err=True)
        if not quiet:
            for line in faces_said(code, built.checked.store, root, "system"):
                click.echo(line, err=True)
    if (notice := undrawn(built.checked, language())) and not quiet:
        click.echo(notice, err=True)
