"""The only file that knows MkDocs: it stages the pages, and tells MkDocs what belongs to the locale it is building.

static-i18n builds the locales one after another by calling MkDocs' build again on the same objects, so every event
works from the locale of the moment and keeps nothing of the last.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from dalil.problems import ProblemsFound
from dalil.project import Checked, check_project
from dalil.render.texts import Texts
from dalil.site.finish import finish
from dalil.site.stage import stage
from dalil.wording import say

log = get_plugin_logger("dalil")

WATCHED = ("data", "docs", "macros", "overrides")


class DalilConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    stage = config_options.Type(str, default=".dalil/stage")
    """Where the staged pages stand, relative to mkdocs.yml; a folder that DALIL_STAGE names is used as it is."""


class DalilPlugin(BasePlugin[DalilConfig]):  # type: ignore[no-untyped-call]
    """Puts staged pages in the place of `docs`."""

    def __init__(self) -> None:
        super().__init__()
        self._checked: Checked | None = None
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remembers whether this is a preview, in which a fault must not end the run."""
        self._serving = command == "serve"

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stages the pages, once a build, before static-i18n looks for them."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        ready = os.environ.get("DALIL_STAGE")
        folder = Path(ready) if ready else root / self.config.stage
        if Path(config.docs_dir) != folder:
            try:
                self._checked = check_project(root)
                if not ready:
                    stage(self._checked, folder)
            except ProblemsFound as found:
                for problem in found.problems:
                    log.error(say(problem))
                if not (self._serving and folder.is_dir() and self._checked):
                    raise Abort(f"{len(found.problems)} problems; nothing was built") from None
                log.error("%d problems; the preview shows the last sound state", len(found.problems))
            config.docs_dir = str(folder)
        return config

    @event_priority(-200)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Gives the site and the sections of its navigation their names in the locale of the moment."""
        texts = self._texts(config)
        config.site_name = texts.plain(texts.store.site.title)
        for item in nav.items:
            if isinstance(item, Section | Page) and item.title in texts.store.interface:
                item.title = texts.interface(item.title)
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Lets the theme's templates use interface strings: `dalil("theme.missing", "en")`."""
        shared = self._sound().renderer.shared
        env.globals["dalil"] = lambda key, locale: shared[locale].texts.interface(key)
        env.globals["dalil_locales"] = [one.locale for one in shared.values()]
        return env

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keeps one page for missing addresses, the default locale's: each build would write over the last."""
        if template_name != "404.html":
            return output
        locale = self._texts(config).locale
        return self._with_direction(output, config) if locale.code == self._sound().store.site.default else ""

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Says the direction on the root element."""
        return self._with_direction(output, config)

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finishes the site once all its locales are built: static-i18n builds the others within this very event."""
        i18n = config.plugins.get("i18n")
        if not getattr(i18n, "building", False):
            finish(self._sound(), Path(config.site_dir), config.site_url or "")

    def _with_direction(self, output: str, config: MkDocsConfig) -> str:
        # The theme says it on the body only, and has no block to change that.
        locale = self._texts(config).locale
        return output.replace("<html ", f'<html dir="{locale.direction}" ', 1)

    def _sound(self) -> Checked:
        if self._checked is None:
            raise Abort("the project was not checked; the plugin “dalil” must stand in mkdocs.yml")
        return self._checked

    def _texts(self, config: MkDocsConfig) -> Texts:
        return self._sound().renderer.shared[str(config.theme["language"])].texts

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watches what editors change instead of what is staged from it."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        server.unwatch(config.docs_dir)
        for name in WATCHED:
            if (root / name).is_dir():
                server.watch(str(root / name))
        return server
