"""Macros and skeletons as templates: read, checked without rendering, compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError, nodes

from dalil.files.real import real_files
from dalil.markup import as_markdown
from dalil.problems import Place, Problems, nearest, phrase
from dalil.reading import read_text
from dalil.render.skeletons import Macro, Skeleton, check_skeleton, read_macros
from dalil.store import Store


class Templates:
    """The macros of a project, and the environment in which its skeletons are rendered."""

    def __init__(self, root: Path, problems: Problems) -> None:
        """Reads the macros of `root`; their faults go to `problems`."""
        self.environment = Environment(
            loader=FileSystemLoader(root / "macros"),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters["as_markdown"] = as_markdown
        self.files: list[str] = []
        """The names of the macro files that can be read."""
        if not (root / "macros").is_dir():
            problems.add("folder-missing", Place("macros"), folder="macros")
        for path in real_files(root, root / "macros", problems):
            if path.suffix == ".j2" and path.parent == root / "macros" and self._can_be_read(path, problems):
                self.files.append(path.name)
        self.macros: dict[str, Macro] = read_macros(root / "macros" / name for name in self.files)

    def _can_be_read(self, path: Path, problems: Problems) -> bool:
        name = f"macros/{path.name}"
        text = read_text(path, name, problems)
        if text is None:
            return False
        try:
            # Compiling finds what parsing does not, such as an unknown filter.
            self.environment.get_template(path.name)
        except TemplateSyntaxError as error:
            where = f"macros/{Path(error.filename).name}" if error.filename else name
            problems.add("macro-template", Place(where, error.lineno), reason=error.message or "")
        except Exception as error:
            # Whatever a template's text brings up in the compiler is the text's fault.
            problems.add("macro-template", Place(name), reason=error)
        else:
            return True
        return False

    def check(self, skeleton: Skeleton, store: Store, problems: Problems) -> bool:
        """Notes what is wrong with a skeleton, as far as can be said without rendering it; True when nothing is."""
        if not self.files:
            return False  # Every call would be unknown; that there are no macros is noted.
        if not check_skeleton(skeleton, self.environment, self.macros, store, problems):
            return False
        sound = True
        known = {"page", *self.macros}
        for node in self.environment.parse(skeleton.body, skeleton.path).find_all(nodes.Name):
            if node.ctx == "load" and node.name not in known and node.name not in self.environment.globals:
                line = skeleton.body.split("\n")[node.lineno - 1]
                place = Place(skeleton.path, node.lineno, max(line.find(node.name), 0) + 1)
                near = nearest(node.name, known)
                problems.add("page-template", place, reason=phrase("nothing-called", name=node.name), nearest=near)
                sound = False
        return sound

    def compile(self, skeleton: Skeleton) -> Template:
        """A sound skeleton, ready to be rendered."""
        code = self.environment.compile(skeleton.body, skeleton.path, skeleton.path)
        return Template.from_code(self.environment, code, dict(self.environment.globals))

    def macros_for(self, page: Any) -> dict[str, Any]:
        """The macros that a page may call, bound to it."""
        found: dict[str, Any] = {}
        for file in self.files:
            module = self.environment.get_template(file).make_module({"page": page})
            found.update({name: macro for name, macro in vars(module).items() if name in self.macros})
        return found
