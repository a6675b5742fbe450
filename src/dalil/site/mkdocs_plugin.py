"""The only file that knows MkDocs: it gives it the staged pages, and tells it what belongs to the locale of the moment.

static-i18n builds the locales one after another by calling MkDocs' build again on the same objects, so every event
works from the locale of the moment and keeps nothing of the last.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import mkdocs_static_i18n.config
import mkdocs_static_i18n.folder
import mkdocs_static_i18n.suffix
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext, url_filter

from dalil.model.codes import LOCALE_PATTERN
from dalil.site.assets import bundle
from dalil.site.plain_markdown import PlainMarkdown
from dalil.site.theme import Theme, ThemeLocale, read_theme
from dalil.text.markup import converted, script_data

log = get_plugin_logger("dalil")

LOCALE = re.compile(LOCALE_PATTERN)
NO_WAY = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]", re.IGNORECASE)
"""How an address begins that is not one in the root of the site."""
for module in (mkdocs_static_i18n.config, mkdocs_static_i18n.folder, mkdocs_static_i18n.suffix):
    # static-i18n knows codes of two letters only, and no region of three digits; CLDR has fil, ckb and es-419.
    module.RE_LOCALE = LOCALE


@dataclass(frozen=True)
class Language:
    """One language version of a page."""

    code: str
    name: str
    """The language's name in itself."""
    direction: str
    url: str
    """Its address, relative to the root of the site."""
    current: bool


class DalilConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    stage = config_options.Type(str, default=".dalil/stage")
    """Where the staged pages stand, relative to mkdocs.yml; a folder that DALIL_STAGE names is used as it is."""
    bundle = config_options.Type(bool, default=False)
    """Whether the stylesheets and scripts of the project become one each, and those of the theme are left out."""


class DalilPlugin(BasePlugin[DalilConfig]):  # type: ignore[no-untyped-call]
    """Puts staged pages in the place of `docs`."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._finish: Callable[[Path], None] | None = None
        self._locales_built = 0
        self._parts: set[str] = set()

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stages the pages, once a build, before static-i18n looks for them."""
        self._locales_built = 0
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        ready = os.environ.get("DALIL_STAGE")
        folder = Path(ready) if ready else root / self.config.stage
        if only := os.environ.get("DALIL_ONLY"):
            for language in config.plugins["i18n"].config.languages:
                language.build = language.default or language.locale == only
        if Path(config.docs_dir) != folder:
            self._finish = None if ready else _prepared(root, folder)
            self._theme = read_theme(folder)
            config.docs_dir = str(folder)
            config.markdown_extensions.append(PlainMarkdown())  # type: ignore[arg-type] # Markdown takes it so
            if self.config.bundle:
                self._bundle(root / "overrides", folder, config)
        return config

    def _bundle(self, theme: Path, folder: Path, config: MkDocsConfig) -> None:
        for kind, names in (("css", config.extra_css), ("js", config.extra_javascript)):
            try:
                path, text = bundle(kind, [theme / str(name) for name in names])
            except (OSError, ValueError) as error:
                raise Abort(f"mkdocs.yml: extra_{'css' if kind == 'css' else 'javascript'}: {error}") from None
            self._parts |= {str(name) for name in names}
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
            names[:] = [path]

    @event_priority(-50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leaves out the theme's stylesheets and scripts, and the parts of the project's own, when they are bundled."""
        for file in list(files) if self.config.bundle else []:
            inherited = file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/"))
            if file.src_uri in self._parts or (inherited and not (Path(config.docs_dir) / file.src_uri).is_file()):
                files.remove(file)
        return files

    @event_priority(-200)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Gives the site and the sections of its navigation their names in the locale of the moment."""
        locale = self._locale(config)
        config.site_name = locale.title
        for item in nav.items:
            if isinstance(item, Section | Page) and item.title in locale.words:
                item.title = locale.words[item.title]
        return nav

    @event_priority(100)
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Makes the theme's templates escape, and lets them use interface strings: `dalil("theme.missing", "en")`."""
        # MkDocs makes an environment that escapes nothing. What it compiled before this would go on doing so.
        env.autoescape = True
        if env.cache is not None:
            env.cache.clear()
        env.filters["script_data"] = script_data
        env.filters["url"] = self._way
        theme = self._told()
        env.globals["dalil"] = lambda key, locale: theme.of(locale).words[key]
        env.globals["dalil_locales"] = theme.locales
        env.globals["locale"] = self._locale(config)
        env.globals["ways"] = theme.ways
        env.globals["searchable"] = theme.search
        env.globals["t"] = _word
        env.globals["languages"] = self._languages
        return env

    @pass_context
    def _way(self, context: Context, address: str) -> str:
        """The way to an address in the root of the site from the page that is being made."""
        ways, page, address = self._told().ways, context.get("page"), str(address)
        if NO_WAY.match(address):
            return str(url_filter(context, address))  # type: ignore[arg-type] # MkDocs calls its contexts so
        own = _plain(address)
        return ways.between(own, _folder(page)) if page else ways.anywhere(own)

    @pass_context
    def _languages(self, context: Context, page: Page | None) -> list[Language]:
        """The versions of a page; addresses differ between locales in the prefix alone."""
        ways, code = self._told().ways, context["locale"].code
        address = _folder(page).removeprefix(ways.below(code)) if page else ""
        return [
            Language(one.code, one.name, one.direction, f"{ways.below(one.code)}{address}", one.code == code)
            for one in self._told().locales
        ]

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Marks what a page holds as HTML, and makes words of its contents, once no other plugin will change them."""
        page.content = converted(page.content or "")
        _make_words(page.toc)
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keeps one page for missing addresses, the default locale's: each build would write over the last."""
        if template_name != "404.html":
            return output
        return self._with_direction(output, config) if self._locale(config) == self._told().default else ""

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Says the direction on the root element."""
        return self._with_direction(output, config)

    def _with_direction(self, output: str, config: MkDocsConfig) -> str:
        # Material says it on the body only, and has no block to change that.
        start = output.find("<html")
        if " dir=" in output[start : output.find(">", start)]:
            return output
        return output.replace("<html ", f'<html dir="{self._locale(config).direction}" ', 1)

    def _told(self) -> Theme:
        if self._theme is None:
            raise Abort("the project was not checked; the plugin “dalil” must stand in mkdocs.yml")
        return self._theme

    def _locale(self, config: MkDocsConfig) -> ThemeLocale:
        return self._told().of(str(config.theme["language"]))

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finishes the site when the last locale's pages are there, unless who staged the pages does it."""
        self._locales_built += 1
        if self._finish and self._locales_built == len(self._told().locales):
            self._finish(Path(config.site_dir))


@pass_context
def _word(context: Context, key: str) -> str:
    """An interface string in the locale that a template speaks at this place."""
    return str(context["locale"].words[key])


def _plain(address: str) -> str:
    """An address as MkDocs gives it, which has several ways to write that of the root."""
    return "" if address in (".", "./") else address


def _folder(page: Page) -> str:
    """The folder of a page, from which a browser reads its links."""
    return page.url[: page.url.rfind("/") + 1].removeprefix("./")


def _prepared(root: Path, folder: Path) -> Callable[[Path], None]:
    """Checks and stages a project that nobody has staged; gives what finishes its site."""
    # Read only here: who has staged the pages needs no engine to build them.
    from dalil.site.handing import Unsound, hand_over_alone

    try:
        return hand_over_alone(root, folder)
    except Unsound as found:
        for said in found.said:
            log.error(said)
        raise Abort(f"{len(found.said)} problems; nothing was built") from None


def _make_words(entries: Iterable[AnchorLink]) -> None:
    """MkDocs gives the entries of a table of contents as HTML without tags; templates that escape need words."""
    for entry in entries:
        entry.title = html.unescape(entry.title)
        _make_words(entry.children)
