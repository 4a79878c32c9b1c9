"""The door to MkDocs: converts, calls, reports. The only file that imports mkdocs."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Literal
from urllib.parse import quote

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from annotated_reader.bibliography import DEFAULT_STYLE, format_sources
from annotated_reader.edition import Project, build_edition
from annotated_reader.files import refuse_link_to
from annotated_reader.pages import (
    HOSTS,
    Handwritten,
    Page,
    Repository,
    Settings,
    assets,
    build_pages,
    check_language,
    fill,
    published_files,
    refuse_repository,
    repository_at,
    with_policy,
)
from annotated_reader.problems import Place, Problem, Severity, has_errors
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

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Watch the input, and put script and style on every page."""
        root = Path(config.config_file_path).parent
        if links := _escaping_links(Path(config.docs_dir), root):
            self._report(links)
            raise PluginError("annotated-reader: the site holds links that lead out of it.")
        self.project = Project.at(root, self.config.seeds, self.config.annotations)
        self.pages: dict[str, Page] = {}
        self.urls: dict[str, str] = {}
        folders = (self.project.seeds.path, self.project.annotations.path)
        config.watch.extend(str(path) for path in folders if path.is_dir())
        style = root / self.config.citation_style
        config.watch.extend([str(style)] if style.is_file() else [])
        self.assets = assets()
        for asset in self.assets:
            if not asset.everywhere:
                continue
            if asset.path.endswith(".css"):
                config.extra_css.append(asset.path)
            else:
                script = config_options.ExtraScriptValue(asset.path)
                script.defer = True
                config.extra_javascript.append(script)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> None:
        """Notice folders of the input that come later, or go."""
        folders = (self.project.seeds.path, self.project.annotations.path)
        FolderHandler(server, folders, Path(config.docs_dir))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages, the script and the style to the files of the site."""
        self.edition, problems = build_edition(self.project, date.today().isoformat())
        settings = self._settings(config)
        problems += check_language(settings.language, Place(Path(config.config_file_path).name))
        bibliography, found = format_sources(
            self.edition.sources, self.config.citation_style, settings.language, self._root(config)
        )
        problems += found
        pages = build_pages(self.edition, settings, bibliography)
        for page in pages:
            if page.path in files.src_uris:
                place = Place(f"{Path(config.docs_dir).name}/{page.path}")
                problems.append(Problem(place, "R601", "the reader makes a page of this name."))
                continue
            file = self._file(page, config)
            files.append(file)
            self.pages[page.path] = page
            self.urls[page.path] = file.url
        published, found = published_files(self.edition, settings, bibliography)
        problems += found
        for asset in (*self.assets, *published):
            files.append(File.generated(config, asset.path, content=asset.content))
        self._report(problems)
        return files

    def on_page_content(
        self, html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put the HTML of a page of ours in place, or our blocks into a page of theirs."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return self._filled(html, page, config)
        page.toc = get_toc(_toc_tokens(ours))
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ours.anchors
        return ours.html

    def _filled(self, html: str, page: SitePage, config: MkDocsConfig) -> str:
        name = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        written = Handwritten(page.file.src_uri, page.file.content_string, name)
        filled, problems = fill(html, written, self.edition, self._settings(config))
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
            content["docs"] = list(self._searchable(content["docs"], config))
            index.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def _searchable(
        self, entries: list[dict[str, Any]], config: MkDocsConfig
    ) -> Iterator[dict[str, Any]]:
        """Yield the entries of the index, those of a text's page replaced by ours."""
        # Material prints what it finds as HTML, others as it is.
        written = escape if "material/search" in config.plugins else str
        ours = {
            self.urls[path]: page
            for path, page in self.pages.items()
            if page.search or not page.in_search
        }
        for entry in entries:
            url, _, anchor = entry["location"].partition("#")
            page = ours.get(url)
            if page is None:
                yield entry
            elif page.in_search and not anchor:
                yield entry | {"text": page.description}
                for found in page.search:
                    words = {"title": written(found.title), "text": written(found.text)}
                    yield {"location": f"{url}#{found.anchor}", **words}

    def _protected(self, html: str, content: str) -> str:
        # The script of `serve`, which reloads pages, is added later and would be forbidden.
        wanted = self.config.content_security_policy and not self.serving
        return with_policy(html, content) if wanted else html

    def _settings(self, config: MkDocsConfig) -> Settings:
        language = self.config.language or config.theme.get("language") or "en"
        return Settings(
            directory_urls=config.use_directory_urls,
            edit_base=self._edit_base(config),
            site_name=config.site_name,
            language=language,
            site_url=config.site_url or "",
            claimreview=self.config.claimreview,
            read_first=self.config.read_first,
            repository=self._repository(config),
        )

    def _repository(self, config: MkDocsConfig) -> Repository | None:
        ours = self.config
        if ours.repository and (why := refuse_repository(ours.repository, ours.branch or "main")):
            raise PluginError(f"annotated-reader: repository {ours.repository!r}: {why}.")
        return repository_at(
            ours.repository or config.repo_url or "",
            ours.branch or "",
            ours.host or "",
            edit_base=self._edit_base(config),
            annotations=self.project.annotations.name,
        )

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        # The theme shows the whole menu on every page: with all of them in it, the cost is quadratic.
        place = InclusionLevel.NOT_IN_NAV if page.aside else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=page.front_matter, inclusion=place)
        if page.written_in:
            # MkDocs adds it to edit_uri, which ends in the docs folder.
            up = "../" * len(
                PurePosixPath(Path(config.docs_dir).relative_to(self._root(config))).parts
            )
            # Themes print the address as it is, and the name of a file may hold anything.
            file.edit_uri = up + quote(page.written_in.file)
        return file

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent.absolute()

    def _edit_base(self, config: MkDocsConfig) -> str:
        """Return where annotation files are edited: `edit_uri` without the docs folder."""
        docs = f"{Path(config.docs_dir).name}/"
        uri = config.edit_uri or ""
        return uri.removesuffix(docs) if uri.startswith("https://") and uri.endswith(docs) else ""

    def _report(self, problems: list[Problem]) -> None:
        say = {
            Severity.ERROR: log.error,
            Severity.WARNING: log.warning,
            Severity.NOTICE: log.info,
        }
        for problem in problems:
            say[problem.severity](str(problem))
        if has_errors(problems) and not self.serving:
            count = sum(problem.severity is Severity.ERROR for problem in problems)
            errors = "1 error" if count == 1 else f"{count} errors"
            raise PluginError(f"annotated-reader: {errors} in the input, see above.")


def _escaping_links(docs: Path, root: Path) -> list[Problem]:
    """Return the R002 of each symbolic link in the site's pages that leads out of the project.

    MkDocs follows links, and would publish whatever they lead to.
    """
    problems = []
    for folder, folders, files in os.walk(docs):
        for path in (Path(folder, name) for name in (*folders, *files)):
            target = path.resolve()
            inside = target.is_relative_to(root.resolve()) and ".git" not in target.parts
            if path.is_symlink() and not inside:
                place = Place(f"{docs.name}/{path.relative_to(docs).as_posix()}")
                problems.append(refuse_link_to(place))
    return problems


def _toc_tokens(page: Page) -> list[Any]:
    """Return the headings nested as MkDocs's table of contents wants them."""
    tokens: list[Any] = []
    open_levels: list[tuple[int, list[Any]]] = [(0, tokens)]
    for heading in page.headings:
        while open_levels[-1][0] >= heading.level:
            open_levels.pop()
        children: list[Any] = []
        token = {
            "level": heading.level,
            "id": heading.anchor,
            "name": str(escape(heading.title)),
            "children": children,
        }
        open_levels[-1][1].append(token)
        open_levels.append((heading.level, children))
    return tokens
