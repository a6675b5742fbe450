"""What a translator does to a project, for tests: takes a language on, and puts words into its catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from dalil.checks.opening import Need, open_store
from dalil.editing.desk import added
from dalil.problems import Problems
from dalil.translation.catalogue import Catalogue, Message, parse_catalogue, path_of, written
from dalil.translation.standing import Standing, stand
from support import Project


def add(project: Project, *codes: str) -> None:
    """Makes languages of the site, each as `dalil locale add` does."""
    for code in codes:
        added(project.root, code, []).write()


def catalogue_of(project: Project, code: str) -> Catalogue:
    """The catalogue of a language as it stands in its file."""
    problems = Problems()
    catalogue = parse_catalogue(project.read(path_of(code)), code, problems)
    assert catalogue is not None, problems.sorted()
    return catalogue


def empty(project: Project, code: str) -> None:
    """Takes the words that come with dalil out of a catalogue."""
    catalogue = catalogue_of(project, code)
    for key, message in catalogue.messages.items():
        catalogue.messages[key] = replace(message, translation="", fuzzy=False, previous="")
    project.write(path_of(code), written(catalogue))


def fill(project: Project, code: str, words: Callable[[Message], str]) -> None:
    """Gives every text the translation that `words` makes of its message."""
    catalogue = catalogue_of(project, code)
    for key, message in catalogue.messages.items():
        catalogue.messages[key] = confirmed(message, words(message))
    project.write(path_of(code), written(catalogue))


def translate(project: Project, code: str, texts: Mapping[str, str]) -> None:
    """Translates some texts, by their keys."""
    assert texts.keys() <= catalogue_of(project, code).messages.keys()
    fill(project, code, lambda message: texts.get(message.key, message.translation))


def confirmed(message: Message, words: str) -> Message:
    """A message as it is once somebody has translated it."""
    return replace(message, translation=words, fuzzy=False, previous="", proposed="") if words else message


def with_many(message: Message) -> str:
    """The English words, with the plural form that Romance languages have besides."""
    return re.sub(r"(\{\w+, plural,)", r"\1 many {#}", message.source)


def standing_of(project: Project, code: str) -> Standing:
    """How the texts of a language stand."""
    return stand(open_store(project.root, Need.SOUND), catalogue_of(project, code))


def line_of(project: Project, code: str, key: str) -> int:
    """The line on which the translation of a text starts."""
    text = project.read(path_of(code))
    start = text.index(f'msgctxt "{key}"\n')
    return text.count("\n", 0, text.index("\nmsgstr", start) + 1) + 1
