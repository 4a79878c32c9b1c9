"""Folders that come and go while a site is served.

`mkdocs serve` watches what is there when it begins, and loses what is moved away. The folder
around one tells when it is there at last, gone, or back.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver, ObservedWatch

_COMES_OR_GOES = ("created", "deleted", "moved")


class Server(Protocol):
    """What is needed of the server that MkDocs serves with."""

    @property
    def observer(self) -> BaseObserver:
        """What tells of changes in folders."""

    def watch(self, path: str) -> None:
        """Build the site anew whenever a file in a folder changes."""

    def unwatch(self, path: str) -> None:
        """End that."""


class FolderHandler(FileSystemEventHandler):
    """Has a server watch each of some folders while it is there, and build when it comes or goes."""

    def __init__(self, server: Server, folders: Iterable[Path], watched: Path) -> None:
        """Begin; the server watches those that are there now, and the folder `watched` always."""
        self._server = server
        self._always = ObservedWatch(str(watched.absolute()), recursive=True)
        self._watched = {str(folder): folder.is_dir() for folder in folders}
        for parent in {Path(folder).parent for folder in self._watched}:
            if parent.is_dir():
                server.observer.schedule(self, str(parent), recursive=False)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at each folder that an event is about."""
        if event.event_type in _COMES_OR_GOES:
            for folder in {str(event.src_path), str(event.dest_path)} & self._watched.keys():
                self._renew(folder)

    def _renew(self, folder: str) -> None:
        # What watched a folder of this name does not see the one that is there now.
        if self._watched[folder]:
            self._server.unwatch(folder)
        self._watched[folder] = Path(folder).is_dir()
        if self._watched[folder]:
            self._server.watch(folder)
        # MkDocs builds for changed files, and not for folders.
        self._server.observer.event_queue.put((FileModifiedEvent(folder), self._always))
