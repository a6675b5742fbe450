"""What `build`, `serve` and `sources` say, and every command, in English."""

from __future__ import annotations

WORKING: dict[str, str] = {
    # Every command
    "error": "Error: {reason}",
    "refused": "{reason}.",
    "wrote": "Wrote {file}.",
    "fault": "dalil could not go on: {reason}",
    "fault-details": "The details are in {path}; please report them.",
    "stopped": "Stopped. Nothing was left half done.",
    "problems-more": "… and {n, plural, one {# more} other {# more}}; `dalil check --format json` lists all.",
    "step-read": "Reading the project",
    "step-check": "Checking",
    "step-render": "Rendering pages",
    "step-site": "Making the site",
    "step-cards": "Drawing pictures",
    "step-compress": "Compressing",
    "step-verify": "Verifying pages",
    "step-lookup": "Looking up sources",
    # build
    "build-done": (
        "Built {pages, plural, one {# page} other {# pages}} into {target}: {links, plural, one {# link leads} other "
        "{# links lead}} somewhere, {claims, plural, one {# claim} other {# claims}} shown with {marks, plural, one "
        "{# citation mark} other {# citation marks}}, {bare} without one, "
        "{words, plural, one {# word} other {# words}} outside claims."
    ),
    "build-left-out": (
        "{n, plural, one {# broken translation was} other {# broken translations were}} left out ({code}); another "
        "language stands in. `dalil check` says why."
    ),
    "build-no-font": "fonts/ holds no font, so link previews have no pictures.",
    "build-no-letters": (
        "No font in fonts/ has these letters, so {n, plural, one {# page has} other {# pages have}} no picture of "
        "their own: {letters}"
    ),
    # serve
    "texts-shown": "Show texts",
    "preview-stands": "The preview stands at {address}",
    "preview-too": "The preview at {address} shows them too, and follows you.",
    "preview-label": "Preview",
    "preview-details": "Details",
    "preview-not-yet": "The site is not ready yet",
    "preview-opens": "It opens here by itself as soon as it can be built.",
    "preview-elsewhere": "What you changed is not on this page:",
    "serve-refused": "{address} cannot be served: {reason}",
    "serve-open": "Attention: whoever reaches {address} reads this preview, with what is not published yet.",
    "serve-address": "an address is written such as 127.0.0.1:8000",
    # sources
    "source-line": "{status}: {id}: {why} (cited {n, plural, one {# time} other {# times}})",
    "source-left": "left for a later run: {id}: {reason}",
    "source-uncopied": "no copy was found: {id}: {reason}",
    "source-count": "{n} {status}",
    "source-sum": "{n} of {total} sources looked up.",
    "source-sum-parts": "{n} of {total} sources looked up: {parts}.",
    "source-copies": "{n, plural, one {# archive copy} other {# archive copies}} found.",
    "source-fresh": "Every look-up is fresh; --again makes them all again.",
    "source-offline": "No server could be reached; is this machine online? Nothing was written down.",
    "source-stopped": ("Stopped; what was looked up is kept. The same command goes on with the other {n}."),
    "source-unknown": "there is no source “{id}”",
    "source-unknown-near": "there is no source “{id}”; did you mean “{nearest}”?",
    "source-proposal": "# {id}: {why}",
    "source-by-hand": "{file}: change it by hand, for {reason}: {new}",
    "source-make": "Make this change?",
    "source-proposed": ("{n, plural, one {# change} other {# changes}} proposed, none made; --apply asks for each."),
    "source-made": "{made} of {n} made.",
    "link-found": "found",
    "link-moved": "moved",
    "link-changed": "changed",
    "link-unreadable": "unreadable",
    "link-blocked": "blocked",
    "link-unreachable": "unreachable",
    "link-private-address": "private address",
    "link-gone": "gone",
    # impact
    "impact-of-what": "Give BASE, or --from with a file; not both.",
    "impact-not-told": "{file} is no impact as `dalil impact --format json` writes it: {reason}",
}
