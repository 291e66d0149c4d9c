"""The index of the search finds each claim by its words and choices, in files that are small and hold data only."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.edition import Edition, Voice
from counterclaim.publish.quoting import Quote
from counterclaim.publish.search import search_files
from counterclaim.publish.search.index import CLAIMS_FILE, LONGEST_LIST, MOST_CHOICES, WORDS_FILE
from counterclaim.publish.search.packing import packed, pieces, shards, unpacked
from counterclaim.publish.search.words import words_of
from editions_made import BREAKOUTS, claim, document, edition, hostile, imprint, matter
from hostile_strings import HOSTILE

LARGEST = 60_000
CALL = re.compile(r"counterclaimSearch\.take\((\"[a-z]+(?:-[0-9]+)?\"),(.*)\);\n")


def read(made: Edition) -> dict[str, Any]:
    """What each file hands to the page, by the file's name."""
    found = {}
    for path, parts in search_files(made, imprint()):
        text = "".join(parts)
        assert len(text.encode()) < LARGEST, path
        call = CALL.fullmatch(text)
        assert call, path
        found[json.loads(call[1])] = json.loads(call[2])
        assert path == f"search/{json.loads(call[1])}.js"
    return found


def numbers(files: dict[str, Any], word: str) -> list[int]:
    """The claims that one word is written to lead to."""
    entries = [each for name, file in files.items() if name.startswith("words-") for each in file]
    return [number for told, letters in entries if told == word for number in unpacked(letters)]


def shown(files: dict[str, Any]) -> list[list[str]]:
    """The results in their order."""
    return [each for name, file in files.items() if name.startswith("claims-") for each in file]


def many(count: int, words: str = "the bridge at Orsa fell") -> Edition:
    """An edition of documents with one claim each, one a day."""
    claims = [claim(f"c{n}", document=f"d{n}", quote=Quote(f"{words} w{n}")) for n in range(count)]
    documents = {
        f"d{n}": document(f"d{n}", each, published=f"{2000 + n // 300}-{1 + n // 28 % 12:02}-{1 + n % 28:02}")
        for n, each in enumerate(claims)
    }
    return Edition(documents, {each.id: each for each in claims}, {}, {})


@given(st.sets(st.integers(min_value=0, max_value=5_000_000)))
def test_packed_numbers_can_be_read_again(found: set[int]) -> None:
    """Every rising list of numbers survives its packing."""
    assert unpacked(packed(sorted(found))) == sorted(found)


@pytest.mark.parametrize("words", [*BREAKOUTS, *HOSTILE])
def test_hostile_words_are_data(words: str) -> None:
    """Each file is one call with JSON in it, whatever the texts hold; nothing in it ends a script or a line of one."""
    for path, parts in search_files(hostile(words), imprint()):
        text = "".join(parts)
        assert CALL.fullmatch(text), path
        assert not set(text) & set("<>&\u2028\u2029\x1b")
    assert len(shown(read(hostile(words)))) == 2


def test_a_claim_is_found_by_all_that_it_is_known_by() -> None:
    """Its words, its speaker, role and side, who tells it, its place, the title and the source lead to it."""
    files = read(edition())
    for word in ("bridge", "mara", "spokeswoman", "veldaria", "orsa", "courier", "=act=denies", "=status=contested"):
        assert 0 in numbers(files, word), word
    assert numbers(files, "sundmark") == [1]
    assert numbers(files, "spokeswoman") == [0, 1]
    assert numbers(files, "ferrin") == []


def test_the_place_of_a_matter_leads_to_its_claims() -> None:
    """Also a claim whose words name no place is found by that of the question."""
    asked = matter(place_name="Harrow Valley")
    assert numbers(read(edition(matters={"m1": asked})), "harrow") == [0, 1]


def test_a_copy_stands_where_its_original_stands() -> None:
    """A claim that only says another again is found under the status of that one's matter."""
    made = edition(claim(), claim("c9", copy_of="c1"), matters={"m1": matter(claims=("c1",), positions=())})
    assert numbers(read(made), "=status=contested") == [0, 1]


def test_the_latest_comes_first_and_the_undated_last() -> None:
    """Results run from the latest day of publication back, also before 1970; claims without a day come at the end."""
    days = {"a": "1970-01-01", "b": None, "c": "2031-05", "d": "1969-12-31", "e": "2031-05-03T10:00:00Z", "f": "soon"}
    claims = {each: claim(each, document=each) for each in days}
    documents = {each: document(each, claims[each], published=day) for each, day in days.items()}
    files = read(Edition(documents, claims, {}, {}))
    assert "".join(each[0].partition("#")[2][0] for each in shown(files)) == "ecadbf"
    day = (date(2031, 5, 3) - date(1970, 1, 1)).days
    assert files["days"] == [-day, 1, 2, 1, day - 2, 1, 1, 1]


def test_a_result_names_the_tellers_and_leads_to_the_claim() -> None:
    """A result has the address, who says it as whose teller, the act, the words, the text, the day and the status."""
    assert shown(read(edition()))[1] == [
        "documents/d1.html#c2",
        "Sundmark, as Mara Tal (Veldaria) tells it",
        imprint().texts("act.asserts"),
        "that the bridge […]",
        "A bridge at Orsa",
        "Harrow Courier",
        "3 May 2031",
        imprint().texts("status.contested"),
    ]


def test_no_file_grows_with_how_much_there_is() -> None:
    """Two thousand claims give more files, none of them larger; the manifest finds the one that holds a word."""
    files = read(many(2000, "the bridge at Orsa " * 6))
    assert sum(name.startswith("claims-") for name in files) > 10
    starts, firsts = files["manifest"]["starts"], files["manifest"]["words"]
    assert [len(files[f"claims-{n}"]) for n in range(len(starts) - 1)] == [
        after - before for before, after in pairwise(starts)
    ]
    assert firsts == [files[f"words-{n}"][0][0] for n in range(len(firsts))]
    assert numbers(files, "bridge") == list(range(2000))


def test_words_stand_in_the_order_in_which_a_script_compares_them() -> None:
    """Letters beyond the first plane come before some of the first one there, and so they do in the index."""
    files = read(edition(claim(quote=Quote("\ufb29x \U00010400x \ufe8dx zz"))))
    words = [each[0] for name, file in files.items() if name.startswith("words-") for each in file]
    assert words == sorted(words, key=lambda word: word.encode("utf-16-be"))


def test_a_word_in_very_many_claims_is_parted() -> None:
    """No list is longer than a file may be; nothing of it is lost."""
    every = range(LONGEST_LIST * 2 + 5)
    parts = list(pieces(every, LONGEST_LIST))
    assert [each for part in parts for each in part] == list(every)
    assert max(len(packed(part)) for part in parts) <= WORDS_FILE


def test_groups_stay_below_their_size() -> None:
    """Entries go together while they fit; one that does not fit anywhere is alone, and none is lost."""
    entries = [["x" * n] for n in (10, 10, 200, 10, 10, 10)]
    groups = list(shards(entries, 60))
    assert [each for group in groups for each in group] == entries
    assert [len(group) for group in groups] == [2, 1, 3]
    assert CLAIMS_FILE < LARGEST


def test_only_the_most_frequent_sides_can_be_chosen() -> None:
    """A list of choices stays short and alphabetical; a side that is left out is found by its words."""
    names = [f"Side {n:03}" for n in range(MOST_CHOICES + 50)]
    said = [claim(f"c{n}", voice=Voice(None, None, None, name)) for n, name in enumerate([*names, *names[60:]])]
    files = read(edition(*said, links={}, matters={}))
    chosen = [each[0] for each in files["manifest"]["side"]]
    assert len(chosen) == MOST_CHOICES
    assert chosen == sorted(chosen)
    assert set(names[60:]) <= set(chosen)
    assert len(numbers(files, "249")) == 2


def test_a_name_too_long_for_a_list_is_no_choice() -> None:
    """A side of five thousand letters blows up no list; the claim is found by other words."""
    said = claim(voice=Voice(None, None, None, "x" * 5000), quote=Quote("y" * 9000 + " bridge"))
    files = read(edition(said, links={}, matters={}))
    assert files["manifest"]["side"] == []
    assert numbers(files, "bridge") == [0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Órsa’s GRÖSSE", ["orsa", "grosse"]),
        ("Straße ﬁnal Ⅳ", ["strasse", "final", "iv"]),
        ("ОДЕСА Ёлка", ["одеса", "елка"]),
        ("a 7 T-72", ["7", "72"]),
        ("x" * 99, ["x" * 40]),
        ("\ud800b\u0301c", ["bc"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    """Capitals, accents and ligatures make no difference; single letters are left out, figures are not."""
    assert words_of(text) == words


def test_equal_editions_give_equal_files() -> None:
    """The order in which documents, claims or matters were put together makes no difference to what is written."""
    made = edition()
    turned = replace(made, claims=dict(reversed(made.claims.items())))
    first = [(path, "".join(parts)) for path, parts in search_files(made, imprint())]
    assert first == [(path, "".join(parts)) for path, parts in search_files(turned, imprint())]


def test_an_empty_edition_has_an_index() -> None:
    """Nothing read yet is an index of nothing."""
    files = read(Edition({}, {}, {}, {}))
    assert files["manifest"] == {
        "claims": 0,
        "words": [],
        "starts": [],
        "side": [],
        "act": [],
        "status": [],
        "source": [],
    }
    assert files["days"] == []
