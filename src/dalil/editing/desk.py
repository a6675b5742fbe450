"""The translator's desk: makes a locale, takes it away, and keeps catalogues in step with the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import babel
from babel.messages.plurals import get_plural

from dalil.checks.opening import Need, open_store
from dalil.editing.changes import Changes
from dalil.editing.configuring import ENGINE, SITE, with_locale, without_locale
from dalil.editing.hints import hints_of
from dalil.model.grammar import FIELD
from dalil.model.locales import Locale
from dalil.model.records import Entity
from dalil.model.site import LocaleSettings
from dalil.problems import Phrase, Problems, ProblemsFound, phrase
from dalil.store import Store
from dalil.translation.catalogue import Catalogue, path_of, read_catalogue, written
from dalil.translation.merging import merged
from dalil.translation.shipped import with_shipped
from dalil.translation.standing import stand
from dalil.translation.units import Unit, units_of
from dalil.wording import detail_of

READ_BY = ("Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
"""Fields of a catalogue's header that are true of every file that we write."""


class CannotAdd(ValueError):
    """A locale that cannot be added or removed."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(detail_of(reason))
        self.reason = reason


def chain_of(code: str, store: Store) -> list[str]:
    """What stands in for a new locale unless its translator says otherwise: its parents in CLDR that the site has, then
    English, then the other written locales.
    """
    found, parent = [], code
    exceptions = babel.core.get_global("parent_exceptions")
    while parent := str(exceptions.get(parent.replace("-", "_"), parent.rpartition("-")[0])).replace("_", "-"):
        if parent == "root":
            break
        found.append(parent)
    return [one for one in dict.fromkeys([*found, "en", *reversed(store.written)]) if one in store.locales]


def added(root: Path, code: str, fallback: Sequence[str]) -> Changes:
    """The project with one more locale and its catalogue; raises CannotAdd, CannotEdit and ProblemsFound."""
    store = open_store(root, Need.SOUND)
    if code in store.locales:
        raise CannotAdd(phrase("locale-already", code=code))
    chain = list(fallback) or chain_of(code, store)
    if unknown := [one for one in chain if one not in store.locales]:
        raise CannotAdd(phrase("locale-no-such", codes=unknown, known=store.locales))
    if not set(chain) & set(store.written):
        raise CannotAdd(phrase("locale-no-ground", codes=store.written, code=code))
    changes = Changes(root)
    site, engine = with_locale(changes.text(SITE), changes.text(ENGINE), code, chain)
    changes.put(SITE, site)
    changes.put(ENGINE, engine)
    source = next(one for one in chain if one in store.written)
    # A file that was kept when the locale was removed goes on where it ended.
    locales = {**store.site.locales, code: LocaleSettings(fallback=chain)}
    with_it = replace(store, site=store.site.model_copy(update={"locales": locales}))
    changes.put(path_of(code), _catalogue(_kept(root, code), with_it, source))
    return changes


def removed(root: Path, code: str) -> Changes:
    """The project without a locale; its catalogue is left to the caller. Raises CannotAdd, CannotEdit and
    ProblemsFound.
    """
    site = open_store(root).site
    if code not in site.locales:
        raise CannotAdd(phrase("locale-no-such-one", code=code, known=list(site.locales)))
    if code in site.written:
        raise CannotAdd(phrase("locale-written", code=code))
    if leaning := [one for one, settings in site.locales.items() if code in settings.fallback]:
        raise CannotAdd(phrase("locale-leaning", code=code, codes=leaning, file=SITE))
    changes = Changes(root)
    for path, text in zip((SITE, ENGINE), without_locale(changes.text(SITE), changes.text(ENGINE), code), strict=True):
        changes.put(path, text)
    return changes


def updated(root: Path, codes: Sequence[str] = ()) -> Changes:
    """The catalogues in step with the store; raises ProblemsFound when the store or a catalogue is not sound."""
    store, changes = open_store(root, Need.SOUND), Changes(root)
    for code in codes or store.site.translated:
        changes.put(path_of(code), _catalogue(_kept(root, code), store, store.site.source_of(code)))
    return changes


def _kept(root: Path, code: str) -> Catalogue:
    """The catalogue that there is, or an empty one; raises ProblemsFound when it cannot be read."""
    problems = Problems()
    catalogue = read_catalogue(root, code, problems) if (root / path_of(code)).is_file() else Catalogue(code)
    if catalogue is None:
        raise ProblemsFound(problems)
    return catalogue


def template(root: Path, source: str = "en") -> str:
    """The texts to be translated, without a translation, for tools that start new languages themselves."""
    store = open_store(root, Need.SOUND)
    source = source if source in store.written else store.site.default
    units = [unit for unit in units_of(store) if unit.path != FIELD]
    new = merged(Catalogue(source), units, source, lambda unit: hints_of(unit, store, source, source))
    new.header = {**header_of(source), "Language": "", "Plural-Forms": ""}
    new.remarks = "The texts of this site, to be translated."
    return written(new)


def _catalogue(old: Catalogue, store: Store, source: str) -> str:
    code = old.locale
    every = list(units_of(store))
    old = with_shipped(old, every, source)

    def hints(unit: Unit) -> list[str]:
        return list(hints_of(unit, store, source, code))

    # A language is asked for the grammar of those names alone of which its own sentences need it.
    asked = stand(store, old).lacking | {key for key, one in old.messages.items() if one.translation}
    units = [unit for unit in every if unit.path != FIELD or unit.key in asked]
    new = merged(old, units, source, hints, lambda unit: _known_name(unit, code))
    # What tools wrote is kept, but for what says how the file is to be read.
    own = header_of(code)
    new.header = {**own, **old.header, **{name: own[name] for name in READ_BY}}
    new.remarks = old.remarks or f"{Locale('en').language(code)} texts of this site."
    return written(new)


def _known_name(unit: Unit, code: str) -> str:
    """What is known of a name already: another name of the entity in this language, or CLDR's name of the country."""
    entity = unit.record
    if not isinstance(entity, Entity) or unit.path != ("name",):
        return ""
    for language in (code, code.split("-")[0]):
        if names := entity.aliases.get(language):
            return names[0]
    try:
        return Locale(code).country(entity.code) if entity.code else ""
    except KeyError:
        return ""


def header_of(code: str) -> dict[str, str]:
    """The fields that gettext's tools expect. Plurals are ICU's, within a text; the field is there for the tools."""
    return {
        "Project-Id-Version": "dalil",
        "Language": code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"{get_plural(code.replace('-', '_')).plural_forms}",
        "X-Generator": "dalil",
    }
