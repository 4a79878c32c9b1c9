"""The door to MkDocs: converts, calls, reports. The only file that imports mkdocs."""

from pathlib import Path, PurePosixPath
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from annotated_reader.edition import Project, build_edition
from annotated_reader.pages import Page, annotation_files, assets, build_pages
from annotated_reader.problems import Place, Problem, Severity, has_errors

log = get_plugin_logger(__name__)


class ReaderConfig(Config):  # type: ignore[no-untyped-call]
    """The settings of the plugin in mkdocs.yml; folders are relative to that file."""

    seeds = config_options.Type(str, default="seeds")
    """The folder of the texts."""
    annotations = config_options.Type(str, default="annotations")
    """The folder of everything that is said about them."""


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
        self.project = Project.at(root, self.config.seeds, self.config.annotations)
        self.pages: dict[str, Page] = {}
        folders = (self.project.seeds.path, self.project.annotations.path)
        config.watch.extend(str(path) for path in folders if path.is_dir())
        self.assets = assets()
        for asset in self.assets:
            if asset.path.endswith(".css"):
                config.extra_css.append(asset.path)
            else:
                script = config_options.ExtraScriptValue(asset.path)
                script.defer = True
                config.extra_javascript.append(script)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages, the script and the style to the files of the site."""
        edition, problems = build_edition(self.project)
        pages = build_pages(
            edition,
            directory_urls=config.use_directory_urls,
            edit_base=self._edit_base(config),
        )
        for page in pages:
            if page.path in files.src_uris:
                place = Place(f"{Path(config.docs_dir).name}/{page.path}")
                problems.append(Problem(place, "R601", "the reader makes a page of this name."))
                continue
            files.append(self._file(page, config))
            self.pages[page.path] = page
        published = annotation_files(
            edition, directory_urls=config.use_directory_urls, site_url=config.site_url or ""
        )
        for asset in (*self.assets, *published):
            files.append(File.generated(config, asset.path, content=asset.content))
        self._report(problems)
        return files

    def on_page_content(
        self, html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put the HTML of a page of ours in place, and tell MkDocs what is in it."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return None
        page.toc = get_toc(_toc_tokens(ours))
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ours.anchors
        return ours.html

    def on_post_page(self, output: str, /, *, page: SitePage, config: MkDocsConfig) -> str:
        """Add to the head of a page of ours what belongs there."""
        ours = self.pages.get(page.file.src_uri)
        return output.replace("</head>", f"{ours.head}</head>", 1) if ours else output

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        # The theme shows the whole menu on every page: with chapters in it, the cost is quadratic.
        place = InclusionLevel.NOT_IN_NAV if page.chapter else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=page.front_matter, inclusion=place)
        if page.written_in:
            # MkDocs adds it to edit_uri, which ends in the docs folder.
            up = "../" * len(
                PurePosixPath(Path(config.docs_dir).relative_to(self._root(config))).parts
            )
            file.edit_uri = up + page.written_in.file
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
            raise PluginError(f"annotated-reader: {errors} in the annotations, see above.")


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
