"""Writes a file whole or not at all: beside its place first, then renamed into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from counterclaim.errors import CounterclaimError


class WriteError(CounterclaimError):
    """A file that cannot be written: which, why, what to do."""


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """
    Writes `pieces` as UTF-8 to `path`; a reader sees the old file or the new one, never a part.

    A link is followed. Devices and pipes cannot be replaced and are written to as they are. Raises WriteError where the
    folder or the disk refuses; what was there before is then untouched.
    """
    if path.is_dir():
        raise WriteError(f"{path}: cannot be written: it is a folder; name a file in it with --out")
    try:
        if path.exists() and not path.is_file():
            _pour(path, pieces)
        else:
            _write(Path(os.path.realpath(path)), pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"{path}: cannot be written: {reason}; name another file with --out") from error


def _pour(path: Path, pieces: Iterable[str]) -> None:
    """Writes to a device or pipe: /dev/stdout is no file that another could take the place of."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)


def _write(path: Path, pieces: Iterable[str]) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_permissions(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else what the person's umask gives: a temporary file is closed to others."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
