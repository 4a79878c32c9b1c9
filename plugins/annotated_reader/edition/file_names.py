"""Names of files that not every computer can keep: with one of them, no copy is made there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from annotated_reader.files import Folder, find_hiding_character
from annotated_reader.problems import Problem

# learn.microsoft.com, "Naming Files, Paths, and Namespaces"; also with any ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_SIGN = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]')
_HINT = "Use small letters a to z, digits and hyphens."


def is_device(name: str) -> bool:
    """Say whether Windows takes the name of a file for that of a device."""
    return _DEVICE.fullmatch(name) is not None


def find_unportable(paths: Iterable[Path], folder: Folder) -> Iterator[Problem]:
    """Yield the R007 of each name that Windows or macOS cannot keep, or not beside another one."""
    alike: defaultdict[tuple[Path, str], list[Path]] = defaultdict(list)
    for path in sorted(paths):
        if why := _refusal(path.name):
            yield Problem(folder.place(path), "R007", f"not every computer can keep {why}.", _HINT)
        alike[path.parent, normalize("NFC", path.name).casefold()].append(path)
    for first, *others in alike.values():
        for path in others:
            message = f'many computers take this name for that of "{first.name}".'
            yield Problem(folder.place(path), "R007", message, "Rename one of the two.")


def _refusal(name: str) -> str:
    if is_device(name):
        return f'a file called "{name[:60]}": so a device is called'
    if sign := _SIGN.search(name):
        return f'"{sign[0]}" in the name of a file'
    if hiding := find_hiding_character(name):
        return f"the character {hiding[1]} in the name of a file"
    if name.endswith((".", " ")):
        return "a file whose name ends with a dot or a space"
    return ""
