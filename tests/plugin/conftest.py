import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from tests.small_site import FILES, write_site

Build = Callable[..., Path]
Command = Literal["build", "serve"]


def with_plugins(plugins: str, theme: str = "{name: null, custom_dir: theme}") -> str:
    """Return the settings of the small site with other plugins, and perhaps another theme."""
    config = FILES["mkdocs.yml"].replace("{name: null, custom_dir: theme}", theme)
    return config.replace("plugins: [annotated-reader]", f"plugins: {plugins}")


@pytest.fixture(autouse=True)
def plugins_of_one_test() -> None:
    """Have MkDocs forget the plugins that it keeps between builds: a test knows of no other."""
    (option,) = (option for key, option in MkDocsConfig._schema if key == "plugins")
    assert isinstance(option, Plugins)
    option.plugin_cache.clear()


@pytest.fixture
def messages() -> Iterator[list[str]]:
    """What MkDocs and the plugin log from warnings upwards, as "LEVEL message"."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(f"{record.levelname} {record.getMessage()}")

    handler = Collect(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    yield found
    logging.getLogger("mkdocs").removeHandler(handler)


def configure(root: Path, command: Command = "build", **settings: Any) -> MkDocsConfig:
    """Load a project's configuration and run its start-up event, as the command would."""
    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.plugins.on_startup(command=command, dirty=False)
    return config


@pytest.fixture
def build_site(tmp_path: Path) -> Build:
    """Build the small project with some files changed; return the folder of the site."""

    def run(
        changes: dict[str, str | None] | None = None, *, command: Command = "build", **settings: Any
    ) -> Path:
        write_site(tmp_path, changes)
        build(configure(tmp_path, command, **settings))
        return tmp_path / "site"

    return run
