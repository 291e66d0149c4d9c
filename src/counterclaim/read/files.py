"""Finds the files to read: what is named, and in folders what has a known suffix, sorted, without loops."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.errors import ReadError
from counterclaim.model.analysis import Failure
from counterclaim.read.limits import FILE_BYTES
from counterclaim.read.sniff import KNOWN


def shown(path: Path | str) -> str:
    """A path as it can stand in one line of any message, whatever bytes its name is made of."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in name)


def find(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """
    The files named and those below the folders named, each once; folders in the order of their names.

    Hidden files are left out below folders. A path that is missing, broken or closed gives a Failure; others go on.
    """
    finder = _Finder()
    for path in paths:
        yield from finder.below(path)


class _Finder:
    """Remembers what was given, so that no file comes twice and no folder leads into itself."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def below(self, named: Path) -> Iterator[Path | Failure]:
        waiting = [(named, True)]
        while waiting:
            path, is_named = waiting.pop()
            try:
                if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir hides a name too long or with NUL
                    waiting += reversed([(each, False) for each in self.listed(path)])
                elif is_named or path.suffix.lower() in KNOWN:
                    yield from self.once(path)
                elif path.is_symlink() and not path.exists():
                    yield Failure(shown(path), "broken link; the file it leads to is not there")
            except (OSError, ValueError) as error:
                yield Failure(shown(path), reason_of(error))

    def listed(self, folder: Path) -> list[Path]:
        real = os.path.realpath(folder)
        if real in self.seen:
            return self.again(folder, real)
        self.seen.add(real)
        names = sorted(each for each in os.listdir(folder) if not each.startswith("."))  # noqa: PTH208
        return [folder / name for name in names]

    def again(self, folder: Path, real: str) -> list[Path]:
        """A folder met again: nothing new, and an error where it holds itself."""
        if (os.path.realpath(folder.parent) + os.sep).startswith(real + os.sep):
            raise ValueError("link leads back to a folder that holds it; it was read once")
        return []

    def once(self, path: Path) -> Iterator[Path | Failure]:
        real = os.path.realpath(path)
        if real not in self.seen:
            self.seen.add(real)
            yield path


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises ReadError where it cannot or should not be read."""
    try:
        if not path.exists():
            missing = (
                "broken link; the file it leads to is not there" if path.is_symlink() else "no such file or folder"
            )
            raise ReadError(shown(path), missing, remedy="check the path")
        if not path.is_file():
            raise ReadError(shown(path), "is no regular file", remedy="give a file or a folder")
        with path.open("rb") as file:
            raw = file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ReadError(shown(path), reason_of(error)) from None
    if len(raw) > FILE_BYTES:
        reason = f"file is larger than {FILE_BYTES // 1_000_000} MB"
        raise ReadError(shown(path), reason, remedy="split it into its articles")
    return raw


def reason_of(error: OSError | ValueError) -> str:
    """An error of the operating system as a line with its remedy."""
    if isinstance(error, PermissionError):
        return "permission denied; make it readable"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)
