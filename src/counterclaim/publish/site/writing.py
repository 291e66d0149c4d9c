"""Writes a tree of files: only what changed, never outside its folder; what is not its own stays untouched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from counterclaim.errors import CounterclaimError
from counterclaim.publish.written import WriteError

# Lists what was written with hashes, so that a later run knows which files are its own and may go.
MANIFEST = ".counterclaim-files.json"


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
    try:
        before = _manifest(folder)
        now: dict[str, str] = {}
        changed = size = 0
        for name, content in files:
            changed += _write(folder / _inside(name), content, before.get(name))
            now[name] = _hash(content)
            size += len(content)
        gone = sorted(before.keys() - now.keys())
        for name in gone:
            _remove(folder, _inside(name))
        listed = json.dumps(now, indent=0, sort_keys=True).encode() + b"\n"
        _write(folder / MANIFEST, listed, None)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"{error.filename or folder}: cannot be written: {reason}; name another folder") from error
    return Written(len(now), changed, len(gone), size)


def _manifest(folder: Path) -> Mapping[str, str]:
    """What the last run wrote, with its hashes; the folder is made where there is none."""
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"{folder}: cannot be written: it is a file; name a folder")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / MANIFEST
    if not path.exists():
        stranger = next(iter(sorted(each.name for each in folder.iterdir())), None)
        if stranger is not None:
            raise NotOurFolder(
                f"{folder}: holds files that were not written by counterclaim ({stranger}); name an empty folder"
            )
        # Written first: a run that is stopped half-way must find its own folder again.
        path.write_text("{}\n", encoding="utf-8")
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NotOurFolder(f"{path}: is not the list that counterclaim writes; name an empty folder")
    return {str(name): str(told) for name, told in found.items()}


def _inside(name: str) -> Path:
    """A path that cannot lead out of the folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\0" in name or not path.parts:
        raise ValueError(f"a page may not be written to {name!r}")
    return Path(*path.parts)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes, known: str | None) -> bool:
    """Whether the file was changed; it is replaced whole, so that a reader sees the old one or the new one."""
    if known == _hash(content) and path.is_file() and path.stat().st_size == len(content):
        return False
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:60]}.part")
    beside.write_bytes(content)
    beside.replace(path)
    return True


def _remove(folder: Path, name: Path) -> None:
    """Removes a file of ours, and the folders that it leaves empty."""
    (folder / name).unlink(missing_ok=True)
    for parent in list(name.parents)[:-1]:
        if any((folder / parent).iterdir()):
            break
        (folder / parent).rmdir()
