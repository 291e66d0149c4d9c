"""Writes a tree of files: only what changed, never outside its folder; what is not its own stays untouched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from counterclaim.errors import CounterclaimError
from counterclaim.publish.written import WriteError

# Lists what was written with hashes, so that a later run knows which files are its own and may go.
MANIFEST = ".counterclaim-files.json"
# What a run has begun to write: there only until it ends, so that the next one can clear up after one that was stopped.
JOURNAL = ".counterclaim-files.begun"


class NotOurFolder(CounterclaimError):
    """A folder that holds files which this program did not write."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to a folder: how many files it has now, and how many of them were written, kept or removed."""

    files: int
    changed: int
    removed: int
    size: int


def write_tree(folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """
    Writes `files` (paths with `/`, contents) below `folder`; removes what an earlier run wrote and this one did not.

    A file whose bytes are the same is left alone, so that a second run of the same changes nothing. Raises NotOurFolder
    where the folder has files but no manifest of ours, WriteError where the disk refuses.
    """
    with _named(folder):
        before = _known(folder)
        # A line is on its way to the disk before its file is, so that a run that is killed leaves none unknown.
        journal = (folder / JOURNAL).open("a", encoding="utf-8", buffering=1)
        journal.write("\n")
    now: dict[str, str] = {}
    changed = size = 0
    with journal:
        for name, content in files:
            with _named(folder / name):
                journal.write(json.dumps(name) + "\n")
                changed += _write(folder / _inside(name), content)
            now[name] = _hash(content)
            size += len(content)
    gone = sorted(before.keys() - now.keys())
    with _named(folder):
        for name in gone:
            _remove(folder, _inside(name))
        _write(folder / MANIFEST, json.dumps(now, indent=0, sort_keys=True).encode() + b"\n")
        (folder / JOURNAL).unlink()
    return Written(len(now), changed, len(gone), size)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Makes what the disk says a message with the path and the remedy."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"{error.filename or path}: cannot be written: {reason}; name another folder") from error


def _known(folder: Path) -> dict[str, str]:
    """What earlier runs wrote, with its hashes; also what one wrote that was stopped half-way."""
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"{folder}: cannot be written: it is a file; name a folder")
    folder.mkdir(parents=True, exist_ok=True)
    journal, manifest = folder / JOURNAL, folder / MANIFEST
    if not journal.exists() and not manifest.exists() and (stranger := next(folder.iterdir(), None)):
        found = f"holds files that were not written by counterclaim ({stranger.name})"
        raise NotOurFolder(f"{folder}: {found}; name an empty folder")
    try:
        begun = dict.fromkeys(
            _begun(journal.read_text(encoding="utf-8", errors="replace")) if journal.exists() else (), ""
        )
        done = _hashes(json.loads(manifest.read_text(encoding="utf-8"))) if manifest.exists() else {}
    except ValueError as error:
        raise NotOurFolder(f"{manifest}: is not the list that counterclaim writes; name an empty folder") from error
    for name in begun:
        _beside(folder / _inside(name)).unlink(missing_ok=True)
    return begun | done


def _begun(journal: str) -> Iterator[str]:
    """What a run that was stopped has begun to write; of a line that is not whole nothing was written."""
    for line in journal.splitlines():
        with suppress(ValueError):
            name = str(json.loads(line))
            _inside(name)
            yield name


def _hashes(found: object) -> dict[str, str]:
    """The files of a finished run; ValueError for what is no list of files in this folder."""
    if not isinstance(found, dict):
        raise ValueError("no list of files")
    for name in found:
        _inside(str(name))
    return {str(name): str(told) for name, told in found.items()}


def _inside(name: str) -> Path:
    """A path that cannot lead out of the folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\0" in name or not path.parts:
        raise ValueError(f"a page may not be written to {name!r}")
    return Path(*path.parts)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> bool:
    """Whether the file was changed; it is replaced whole, so that a reader sees the old one or the new one."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return True


def _beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(f".{path.name[:60]}.part")


def _remove(folder: Path, name: Path) -> None:
    """Removes a file of ours, and the folders that it leaves empty."""
    (folder / name).unlink(missing_ok=True)
    for parent in list(name.parents)[:-1]:
        if not (folder / parent).is_dir() or any((folder / parent).iterdir()):
            break
        (folder / parent).rmdir()
