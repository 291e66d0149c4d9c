"""Decodes a file's bytes: UTF-8, UTF-16 with a BOM, a charset the file names, else cp1252 with a note."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from counterclaim.errors import ReadError

# UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""")
# Where a page or feed names its charset; the HTML standard looks at the first 1,024 bytes, pages in the wild need more.
CHARSET_WITHIN = 4096

# Only plain charsets: `hex`, `idna` or `unicode_escape` are codecs too, and slow or no text at all.
PLAIN_CHARSETS = re.compile(
    r"(?:iso[-_]?8859|windows-12|cp\d|koi8|shift|euc|gb|big5|latin|mac|iso-2022|us-ascii|tis)", re.IGNORECASE
)

CONTROLS = bytes(set(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B})
# Text has none or a stray one; an image or a compressed file has 10% and more.
CONTROL_SHARE = 0.02

# Below four good characters to a bad one the file is rather cp1252 than damaged UTF-8: each é of cp1252 is a bad one.
GOOD_TO_BAD = 4


class Decoded(NamedTuple):
    """The characters of a file, BOM gone and line ends made `\\n`, with notes on what was guessed."""

    text: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, path: str) -> Decoded:
    """The text of a file's bytes; raises ReadError where they are no text."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding, path)
    _refuse_nul(raw, path)
    try:
        return Decoded(_lines(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        _refuse_binary(raw, path)
        return _hinted(raw) or _damaged(raw, error.start) or _western(raw, path)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes, encoding: str, path: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    if "\0" in text:
        raise ReadError(path, "holds NUL characters, so it is no text", remedy="give a text, HTML or feed file")
    broken = text.count("\ufffd") > raw.decode(encoding, "ignore").count("\ufffd")
    notes = (f"broken {encoding.upper()} characters were replaced by U+FFFD",) if broken else ()
    return Decoded(_lines(text), notes)


def _refuse_nul(raw: bytes, path: str) -> None:
    at = raw.find(b"\0")
    if at >= 0:
        raise ReadError(
            path, "holds NUL bytes, so it is no text", place=f"byte {at}", remedy="give a text, HTML or feed file"
        )


def _refuse_binary(raw: bytes, path: str) -> None:
    controls = len(raw) - len(raw.translate(None, CONTROLS))
    if controls > CONTROL_SHARE * len(raw):
        raise ReadError(path, "holds control characters throughout, so it is no text", remedy="give a text file")


def _hinted(raw: bytes) -> Decoded | None:
    hint = CHARSET.search(raw, 0, CHARSET_WITHIN)
    name = hint.group(1).decode("ascii") if hint else ""
    if not PLAIN_CHARSETS.match(name):
        return None
    try:
        return Decoded(_lines(raw.decode(name)))
    except (LookupError, UnicodeDecodeError):
        return None


def _damaged(raw: bytes, first: int) -> Decoded | None:
    """UTF-8 with some broken bytes: a download cut off inside a character, a bad join."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    if good < GOOD_TO_BAD * bad:
        return None
    return Decoded(_lines(text), (f"{bad} broken UTF-8 characters were replaced by U+FFFD, the first at byte {first}",))


def _western(raw: bytes, path: str) -> Decoded:
    try:
        return Decoded(_lines(raw.decode("cp1252")), ("not UTF-8 and no charset named: read as cp1252",))
    except UnicodeDecodeError as error:
        raise ReadError(
            path, "is neither UTF-8 nor cp1252", place=f"byte {error.start}", remedy="save it as UTF-8"
        ) from None
