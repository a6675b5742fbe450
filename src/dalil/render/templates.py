"""The macros of a project: read once, compiled in their sandbox, and called as skeletons say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from dalil.problems import Place, Problems
from dalil.reading.documents import read_text
from dalil.reading.files.real import real_files
from dalil.render.budget import Budget
from dalil.render.calls import Call, Own, Value
from dalil.render.faults import CallFailed
from dalil.render.macros import Macro, macros_in
from dalil.render.naming import check_names, takes
from dalil.render.page import Page
from dalil.render.reasons import reason_of
from dalil.render.sandbox import MacroEnvironment
from dalil.render.skeletons import Skeleton
from dalil.store import Store
from dalil.text.markup import as_markdown


class Templates:
    """The macros of a project."""

    def __init__(self, root: Path, problems: Problems, caller: Path | None = None) -> None:
        """Reads the macros of `root`; their faults go to `problems`.

        `caller`: the project whose pages call them, when that is another. Its own macros are then read as text only.
        """
        if not (root / "macros").is_dir():
            problems.add("folder-missing", Place("macros"), folder="macros")
        texts = _read(root, problems)
        self._environment = MacroEnvironment(texts, as_markdown)
        self.files = [name for name in texts if self._can_be_used(name, problems)]
        """The names of the macro files that can be used."""
        self.macros: Mapping[str, Macro] = macros_in({name: texts[name] for name in self.files})
        self._others = macros_in(_read(caller, Problems())) if caller else {}
        self.lacking: set[str] = set()
        """Macros that pages call as their own project has them, and that are not here, or take other arguments."""

    def _can_be_used(self, name: str, problems: Problems) -> bool:
        try:
            # Compiling finds what parsing does not, such as an unknown filter.
            self._environment.get_template(name)
        except TemplateSyntaxError as error:
            where = error.filename or f"macros/{name}"
            problems.add("macro-template", Place(where, error.lineno), reason=reason_of(error))
        except Exception as error:
            # Whatever a template's text brings up in the compiler is the text's fault.
            problems.add("macro-template", Place(f"macros/{name}"), reason=reason_of(error))
        else:
            return True
        return False

    def check(self, skeleton: Skeleton, store: Store, problems: Problems) -> bool:
        """Notes what is wrong with a skeleton, as far as can be said without rendering it; True when nothing is."""
        if not self.files:
            return False  # Every call would be unknown; that there are no macros is noted.
        return check_names(skeleton, self.macros, store, problems) and skeleton.sound

    def known(self, skeleton: Skeleton) -> Skeleton:
        """The skeleton without calls of which only its own project knows the macro."""
        lacking = [call for call in skeleton.calls if self._lacks(call)]
        self.lacking.update(call.macro for call in lacking)
        return replace(skeleton, calls=tuple(call for call in skeleton.calls if call not in lacking))

    def _lacks(self, call: Call) -> bool:
        own = self._others.get(call.macro)
        if own is None or not takes(own, call):
            return False
        return call.macro not in self.macros or not takes(self.macros[call.macro], call)

    def render(self, skeleton: Skeleton, page: Page) -> str:
        """The Markdown of a sound skeleton for a page; raises CallFailed."""
        return "".join(call.before + text for call, text in self.written(skeleton, page))

    def written(self, skeleton: Skeleton, page: Page) -> list[tuple[Call, str]]:
        """The calls of a sound skeleton and what each writes on a page; raises CallFailed."""
        macros = self.macros_for(page)
        written: list[tuple[Call, str]] = []
        for call in skeleton.calls:
            positional = [_value(given.value, page) for given in call.given if not given.name]
            by_name = {given.name: _value(given.value, page) for given in call.given if given.name}
            try:
                text = str(macros[call.macro](*positional, **by_name))
                self._environment.budget.write(len(text))
            except Exception as error:
                raise CallFailed(call) from error
            written.append((call, text))
        return written

    def macros_for(self, page: Page) -> dict[str, Any]:
        """The macros that a page may call, bound to it, with a new budget."""
        self._environment.budget = Budget()
        found: dict[str, Any] = {}
        for file in self.files:
            module = self._environment.get_template(file).make_module({"page": page})
            found.update({name: macro for name, macro in vars(module).items() if name in self.macros})
        return found


def _read(root: Path, problems: Problems) -> dict[str, str]:
    """The macro files of a project that can be read, by name."""
    texts = {}
    for path in real_files(root, root / "macros", problems):
        if path.suffix == ".j2" and path.parent == root / "macros":
            text = read_text(path, f"macros/{path.name}", problems)
            if text is not None:
                texts[path.name] = text
    return dict(sorted(texts.items()))


def _value(value: Value, page: Page) -> Any:
    """What a macro gets for an argument."""
    if isinstance(value, Own):
        return getattr(page, value.fact)
    return [_value(one, page) for one in value] if isinstance(value, tuple) else value
