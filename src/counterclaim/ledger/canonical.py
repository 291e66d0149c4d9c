"""Canonical JSON and its hash: one spelling for one value, on every machine."""

from __future__ import annotations

import hashlib
import json
import re

SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(value: object) -> str:
    """
    `value` as JSON with sorted keys and no blanks.

    Characters stand as themselves, but for lone surrogates, which UTF-8 cannot hold and JSON can only as escapes.

    >>> canonical({"b": "ї", "a": [1, None]})
    '{"a":[1,null],"b":"ї"}'
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def sha256(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, as 64 hex digits; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str) -> str:
    """`text` as a column can hold it: no lone surrogates, no NUL."""
    return SURROGATE.sub("\ufffd", text).replace("\x00", "\ufffd")
