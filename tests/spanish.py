"""Makes Spanish a translated language of a small project, with texts in every state."""

from __future__ import annotations

from dataclasses import replace

from dalil.editing.desk import added, updated
from dalil.problems import Problems
from dalil.translation.catalogue import Catalogue, Message, parse_catalogue, written
from support import Project

ES = "data/locales/es.po"


def catalogue_of(project: Project) -> Catalogue:
    """The catalogue as it stands in the project."""
    found = parse_catalogue(project.read(ES), "es", Problems())
    assert found is not None
    return found


def translate(project: Project) -> None:
    """Adds Spanish: texts are done, stale, proposed or missing by turns, and each has an obsolete one beside it."""
    added(project.root, "es", []).write()
    catalogue = catalogue_of(project)
    for number, message in enumerate(list(catalogue.messages.values())):
        stale = number % 3 == 2
        catalogue.messages[message.key] = replace(
            message,
            translation=message.source if number % 3 else "",
            fuzzy=stale,
            previous=f"Before: {message.source}" if stale else "",
            proposed="claims/two-signed/text" if message.key.startswith("terms/") else "",
        )
        gone = f"{message.key}-gone"
        catalogue.obsolete.append(Message(gone, f"Gone: {message.source}", f"Ido: {message.source}"))
    catalogue.remarks = "A remark that names two-signed, chile and ](entity:chile) stays."
    project.write(ES, written(catalogue))
    updated(project.root).write()
