"""The door to MkDocs: converts, calls, reports. The only file that imports mkdocs."""

import json
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from annotated_reader.bibliography import DEFAULT_STYLE
from annotated_reader.edition import Project, build_edition
from annotated_reader.links_out import links_out
from annotated_reader.pages import (
    HOSTS,
    Handwritten,
    Page,
    Repository,
    Settings,
    assets,
    check_language,
    edit_base_of,
    edit_uri_of,
    fill,
    is_replaced,
    nested,
    publish,
    refuse_repository,
    repository_at,
    with_entries,
    with_policy,
)
from annotated_reader.problems import Place, Problem, Severity, has_errors, summary
from annotated_reader.watching import FolderHandler

log = get_plugin_logger(__name__)


class ReaderConfig(Config):  # type: ignore[no-untyped-call]
    """The settings of the plugin in mkdocs.yml; folders are relative to that file."""

    seeds = config_options.Type(str, default="seeds")
    """The folder of the texts."""
    annotations = config_options.Type(str, default="annotations")
    """The folder of everything that is said about them."""
    language = config_options.Optional(config_options.Type(str))
    """Language of the pages; without it that of the theme, and else English."""
    read_first = config_options.Type(bool, default=False)
    """Whether verdicts stay hidden until a reader asks, or has read the text."""
    repository = config_options.Optional(config_options.Type(str))
    """Address of the repository in which readers propose notes; else that of the edit links."""
    branch = config_options.Optional(config_options.Type(str))
    """Its branch; else that of the edit links, or `main`."""
    host = config_options.Optional(config_options.Choice(HOSTS))
    """What kind of host it is on; else what its name says."""
    claimreview = config_options.Type(bool, default=False)
    """Whether the claims are published as schema.org's ClaimReview, too."""
    citation_style = config_options.Type(str, default=DEFAULT_STYLE)
    """How sources are written: the name of a citation style, or the path of a .csl file."""
    content_security_policy = config_options.Type(bool, default=False)
    """Whether every page of the site forbids scripts that are not its own."""


class ReaderPlugin(BasePlugin[ReaderConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the annotated texts to the site.

    `on_startup` learns whether this is `serve`, where problems must not end the
    process; `on_config` watches the folders; `on_files` adds the pages, whose
    Markdown is only a title; `on_page_content` puts their HTML in place, so that it
    never passes through Python-Markdown; `on_post_page` adds to their heads.
    """

    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Watch the input, and put script and style on every page."""
        self.root = Path(config.config_file_path).parent.absolute()
        self.docs = Path(config.docs_dir)
        self._refuse_links(config)
        self.project = Project.at(self.root, self.config.seeds, self.config.annotations)
        if name := self.project.impossible_name():
            raise PluginError(f"annotated-reader: no folder can have the name {name[:100]!r}.")
        folders = (self.project.seeds.path, self.project.annotations.path)
        style = self.root / self.config.citation_style
        config.watch.extend(str(path) for path in folders if path.is_dir())
        config.watch.extend([str(style)] if _is_file(style) else [])
        for asset in (asset for asset in assets() if asset.everywhere):
            if asset.path.endswith(".css"):
                config.extra_css.append(asset.path)
            else:
                script = config_options.ExtraScriptValue(asset.path)
                script.defer = True
                config.extra_javascript.append(script)

    def _refuse_links(self, config: MkDocsConfig) -> None:
        """Stop where MkDocs would copy what lies elsewhere: it follows links, in a theme, too."""
        copied = [self.docs, *([Path(theme)] if (theme := config.theme.custom_dir) else [])]
        if links := [link for folder in copied for link in links_out(folder, self.root)]:
            self._report(links)
            raise PluginError("annotated-reader: the site holds links that lead out of it.")

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:
        """Notice folders of the input that come later, or go."""
        folders = (self.project.seeds.path, self.project.annotations.path)
        FolderHandler(server, folders, self.docs)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages, the script and the style to the files of the site."""
        self.settings = self._settings(config)
        self.edition, problems = build_edition(self.project, date.today().isoformat())
        name = Path(config.config_file_path).name
        problems += check_language(self.settings.language, Place(name))
        site, found = publish(self.edition, self.settings, self.config.citation_style, self.root)
        pages, clashes = site.without(files.src_uris, self.docs.name)
        self.pages = {page.path: page for page in pages}
        self.at = {self._add(page, files, config).url: page for page in pages}
        for asset in site.files:
            files.append(File.generated(config, asset.path, content=asset.content))
        self._report([*problems, *found, *clashes])
        return files

    def on_page_content(
        self, html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put the HTML of a page of ours in place, or our blocks into a page of theirs."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return self._filled(html, page)
        page.toc = get_toc(nested(ours.headings))
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ours.anchors
        if _is_material(config) and is_replaced(ours):
            # It would parse the whole page for entries that `on_post_build` throws away.
            page.meta["search"] = {"exclude": True}
        return ours.html

    def _filled(self, html: str, page: SitePage) -> str:
        name = f"{self.docs.name}/{page.file.src_uri}"
        written = Handwritten(page.file.src_uri, page.file.content_string, name)
        filled, problems = fill(html, written, self.edition, self.settings)
        self._report(problems)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | filled.anchors
        return filled.html

    def on_post_page(self, output: str, /, *, page: SitePage, config: MkDocsConfig) -> str:
        """Add to the head of a page what belongs there."""
        if ours := self.pages.get(page.file.src_uri):
            output = output.replace("</head>", f"{ours.head}</head>", 1)
        return self._protected(output, page.content or "")

    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Protect the page that says that there is no such page."""
        html = template_name.endswith(".html")
        return self._protected(output_content, "") if html else output_content

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Teach the search, once its index is there, to open sentences and notes."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            content = json.loads(index.read_text(encoding="utf-8"))
            # Material prints what it finds as HTML, others as it is.
            content["docs"] = with_entries(content["docs"], self.at, html=_is_material(config))
            index.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def _protected(self, html: str, content: str) -> str:
        # The script of `serve`, which reloads pages, is added later and would be forbidden.
        wanted = self.config.content_security_policy and not self.serving
        return with_policy(html, content) if wanted else html

    def _settings(self, config: MkDocsConfig) -> Settings:
        edit_base = edit_base_of(config.edit_uri or "", self.docs.name)
        return Settings(
            directory_urls=config.use_directory_urls,
            edit_base=edit_base,
            site_name=config.site_name,
            language=self.config.language or config.theme.get("language") or "en",
            site_url=config.site_url or "",
            claimreview=self.config.claimreview,
            read_first=self.config.read_first,
            repository=self._repository(config.repo_url or "", edit_base),
        )

    def _repository(self, site: str, edit_base: str) -> Repository | None:
        url, branch, host = self.config.repository, self.config.branch or "", self.config.host or ""
        if url and (why := refuse_repository(url, branch or "main")):
            raise PluginError(f"annotated-reader: repository {url!r}: {why}.")
        folder = self.project.annotations.name
        return repository_at(url or site, branch, host, edit_base=edit_base, annotations=folder)

    def _add(self, page: Page, files: Files, config: MkDocsConfig) -> File:
        # The theme shows the whole menu on every page: with all of them in it, the cost is quadratic.
        place = InclusionLevel.NOT_IN_NAV if page.aside else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=page.front_matter, inclusion=place)
        if page.written_in:
            docs = PurePosixPath(self.docs.relative_to(self.root))
            file.edit_uri = edit_uri_of(page.written_in.file, docs)
        files.append(file)
        return file

    def _report(self, problems: list[Problem]) -> None:
        say = {
            Severity.ERROR: log.error,
            Severity.WARNING: log.warning,
            Severity.NOTICE: log.info,
        }
        for problem in problems:
            say[problem.severity](str(problem))
        if has_errors(problems) and not self.serving:
            errors = summary(p for p in problems if p.severity is Severity.ERROR)
            raise PluginError(f"annotated-reader: {errors} in the input, see above.")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # No file can have such a name: whoever wants to read it says so.
        return False


def _is_material(config: MkDocsConfig) -> bool:
    """Return whether the search of the site is that of Material."""
    return "material/search" in config.plugins
