"""Bytes become characters by their marks, their own word or a guess that is noted; what is no text is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from read_made import one, refused


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfPort shut", "Port shut"),
        ("Pört 😀".encode("utf-16"), "Pört 😀"),
        (codecs.BOM_UTF16_BE + "Pört".encode("utf-16-be"), "Pört"),
        ("Pört".encode("utf-32"), "Pört"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_marked_and_plain_unicode_is_read_without_a_note(tmp_path: Path, raw: bytes, text: str) -> None:
    """The mark itself goes."""
    document = one(tmp_path, "a.txt", raw)
    assert (document.text, document.notes) == (text, ())


def test_western_bytes_are_read_with_a_note(tmp_path: Path) -> None:
    """Nothing in the file says so."""
    document = one(tmp_path, "a.txt", "The café is shut — really".encode("cp1252"))
    assert document.text == "The café is shut — really"
    assert document.notes == ("not UTF-8 and no charset named: read as cp1252",)


def test_a_charset_that_the_file_names_is_believed(tmp_path: Path) -> None:
    """In a page's meta tag; a codec that is no charset is not."""
    page = '<meta charset="{}"><article><p>Le port de Ville-Neuve est fermé depuis lundi, a dit le maire.</p></article>'
    document = one(tmp_path, "a.html", page.format("iso-8859-15").encode("iso-8859-15"))
    assert "fermé" in document.text
    assert document.notes == ()
    assert one(tmp_path, "b.html", page.format("idna").encode("cp1252")).notes != ()


def test_a_file_cut_off_inside_a_character_is_read_with_a_note(tmp_path: Path) -> None:
    """The note names the byte."""
    raw = ("Жизнь " * 20).encode()[:-2]
    document = one(tmp_path, "a.txt", raw)
    assert document.notes == (f"1 broken UTF-8 characters were replaced by U+FFFD, the first at byte {len(raw) - 1}",)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"abc\0def", "byte 3: holds NUL bytes"),
        ("port".encode("utf-16-le"), "byte 1: holds NUL bytes"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "holds NUL characters"),
        (bytes(range(1, 256)) * 20, "holds control characters throughout"),
        (b"caf\x81 \xff shut", "byte 3: is neither UTF-8 nor cp1252"),
        (b"", "nothing to read"),
        (b" \r\n\t\n", "nothing to read"),
        (b"x" * 5_000_000, "has more than 1,000,000 characters of text"),
        (b"x" * 20_000_001, "file is larger than 20 MB"),
    ],
)
def test_what_is_no_text_or_too_much_is_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    """In one line that names the place where there is one."""
    assert refused(tmp_path, "a.txt", raw).startswith(reason)
    assert not refused(tmp_path, "a.md", raw).startswith("could not be read")
