"""Ids: short hashes of what a thing is made of, so that the same input has the same id on every machine."""

from __future__ import annotations

import hashlib
import json

# 20 hex digits are 80 bits: among a thousand million claims two share an id with a chance of about one in a million.
DIGITS = 20


def identity(kind: str, *parts: object) -> str:
    """
    The id of a thing: `kind` (one letter: d document, c claim, l link, m matter, o origin) and a hash of its parts.

    >>> identity("c", "d1", [[0, 4]]) == identity("c", "d1", [[0, 4]])
    True
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return kind + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def identity_of_bytes(kind: str, raw: bytes) -> str:
    """The id of a file: a hash of its bytes after line ends are made `\\n`."""
    unified = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return kind + hashlib.sha256(unified).hexdigest()[:DIGITS]
