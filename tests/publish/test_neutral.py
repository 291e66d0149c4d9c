"""What an article holds can neither steer a terminal, nor forge a line, nor run in a spreadsheet."""

from __future__ import annotations

import csv
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.csvtable import COLUMNS, csv_lines
from counterclaim.publish.jsontext import one_line
from counterclaim.publish.neutral import cell, escaped, seen, visible
from hostile_strings import HOSTILE

STEERING = {"Cc", "Cs", "Zl", "Zp"}
OVERRIDES = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
SIGNS = ("=", "+", "-", "@")


def harmless(text: str) -> bool:
    """Whether no character of `text` is a control, a lone surrogate, a line separator or an override."""
    return not any(unicodedata.category(each) in STEERING or each in OVERRIDES for each in text)


def claim_of(words: str) -> tuple[dict[str, object], dict[str, object]]:
    """A document that consists of `words` and a claim whose every field holds them."""
    span = [0, len(words)]
    document = {"id": "d1", "title": words, "url": words, "published": words, "text": words}
    claim = {
        "id": "c1",
        "content": [span],
        "source": [span],
        "cue": [span],
        "within": None,
        "speaker": {"name": words, "role": words, "side": words},
    }
    return document, claim | dict.fromkeys(("addressee", "channel", "because", "found_by", "act"), words)


def test_there_are_enough_hostile_strings() -> None:
    """Sixty at least, and each of them different."""
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_hostile_string_stays_harmful(text: str) -> None:
    """Each control character is replaced by one that only looks, one for one, so that marks under it stay in place."""
    shown = visible(text)
    assert harmless(shown)
    assert len(shown) == len(text)


@given(st.text())
def test_any_text_is_made_harmless_and_keeps_its_length(text: str) -> None:
    """The same for any characters at all."""
    shown = visible(text)
    assert harmless(shown)
    assert len(shown) == len(text)
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    """Letters, marks, numbers, punctuation, symbols and blanks are nobody's to change."""
    assert visible(text) == text


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_cell_of_the_table_is_a_formula(text: str) -> None:
    """Neither as it stands nor after a spreadsheet has stripped blanks and quotation marks."""
    document, claim = claim_of(text)
    header, row = csv.reader("".join(csv_lines([(document, [claim])])).splitlines(keepends=True), strict=True)
    assert tuple(header) == COLUMNS
    for shown in row:
        bare = unicodedata.normalize("NFKC", shown).replace("−", "-").lstrip(' \t"“”')
        assert harmless(shown)
        assert not bare.startswith(SIGNS)


def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe_and_keeps_its_words() -> None:
    """The words stay readable behind the apostrophe, and other cells stay as they are."""
    assert cell("=1+1") == "'=1+1"
    assert cell(' "=1+1') == "' \"=1+1"
    assert cell("-5 degrees") == "'-5 degrees"
    assert cell("about 5 = half of 10") == "about 5 = half of 10"


@given(st.text())
def test_json_keeps_its_values_and_shows_no_control(text: str) -> None:
    """What is escaped for the terminal is the same text for a program."""
    line = one_line("document", {"text": text})
    assert json.loads(line)["text"] == text
    assert harmless(line.rstrip("\n"))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_json_of_hostile_strings_can_be_written_as_utf8(text: str) -> None:
    """Lone surrogates leave as escapes, so that no output ends in an encoding error."""
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False)).encode("utf-8")) == text


def test_a_link_keeps_its_own_kind_by_another_name_in_json_lines() -> None:
    """Each line has one `kind`, so a link's *denies* goes by `relation`."""
    record = json.loads(one_line("link", {"id": "l1", "kind": "denies"}))
    assert record == {"kind": "link", "id": "l1", "relation": "denies"}


def test_a_nested_claim_is_never_a_row_without_its_tellers() -> None:
    """The row says who tells it, nearest first."""
    document, inner = claim_of("Ferrin denies that the Ostmark side holds the bridge.")
    outer = inner | {"id": "c0", "speaker": {"name": "Ferrin"}}
    lines = csv_lines([(document, [outer, inner | {"within": "c0", "speaker": None}])])
    rows = list(csv.DictReader("".join(lines).splitlines(keepends=True)))
    assert [row["as_told_by"] for row in rows] == ["", "Ferrin"]


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u200b\u200d", "\x00", "\ufeff", "\ue000\uffff", None])
def test_a_name_of_which_nothing_can_be_seen_is_none(text: str | None) -> None:
    """Blanks, joiners, controls and what is no character."""
    assert seen(text) is None


@pytest.mark.parametrize("text", ["Orsa", "?", "שלום", "7", "🏴", " x "])
def test_a_name_of_which_something_can_be_seen_stays_as_it_is(text: str) -> None:
    """Blanks around it too."""
    assert seen(text) == text
