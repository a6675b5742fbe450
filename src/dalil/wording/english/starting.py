"""What `init` says, in English."""

from __future__ import annotations

STARTING: dict[str, str] = {
    "init-made": "{folder} is a new explainer, in {languages}. Go on with:",
    "init-next": "Its README says where things are. Every record of it is an example: replace them with yours.",
    "init-not-empty": "“{folder}” is not empty; name a folder that is empty or not there yet. Nothing was written.",
    "init-file": "“{folder}” is a file; name a folder that is empty or not there yet. Nothing was written.",
    "init-no-parent": "“{folder}” cannot be made, for “{parent}” is not there; make that folder first.",
    "init-not-writable": "Nothing can be written in “{folder}” ({reason}); choose a folder of your own.",
    "init-locale": "CLDR knows no language “{code}”; codes are such as ar, en, fr, pt-BR or zh-Hant.",
    "init-locale-meant": "CLDR knows no language “{code}”; did you mean “{nearest}”?",
    "init-none-written": (
        "The example is there in Arabic and English only, so one of ar and en must come first: --locales {example}"
    ),
    "init-first-locale": (
        "“{code}” cannot be the default, for the example is there in Arabic and English only; put one of them first: "
        "--locales {example}"
    ),
    "init-title-blank": "The title is blank; give the site a name, such as --title Lanterns.",
    "init-title-braces": "The title “{title}” has a curly bracket, by which texts place values; leave it out.",
    "init-title-locale": "There is a title for “{code}”, which is no language of the site; it has {codes}.",
    "init-title-missing": "There is no title for “{code}”; add --title {code}=…",
    "init-title-script": (
        "The title “{title}” has no letter of the script of “{code}”; give each language its title: --title {code}=…"
    ),
    "init-title": "The title cannot stay as it is: {reason}. Choose another.",
    "init-no-hatchling": (
        "A new project takes dalil with it as a wheel, and hatchling, which makes wheels, is not there; run "
        "`make ready` in the folder of dalil first."
    ),
    "init-no-wheel": (
        "A new project takes dalil with it as a wheel, and none could be made ({reason}); install dalil anew and try "
        "again."
    ),
}
