"""Every page has a safe path of its own, and finds every other one."""

from __future__ import annotations

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.settings import Settings
from counterclaim.publish.site.addresses import (
    FOLDERS,
    PAGES,
    absolute,
    beside,
    claim_path,
    file_name,
    path_of,
    relative,
)
from hostile_strings import HOSTILE

ESCAPES = [
    "..",
    "../../etc/passwd",
    "/",
    "a/../b",
    "C:\\x",
    "con",
    "nul.html",
    "a" * 5000,
    "%2e%2e",
    "#",
    "?q",
    ".hidden",
]


@pytest.mark.parametrize("kind", FOLDERS)
def test_no_key_leads_out_of_its_folder(kind: str) -> None:
    """Whatever a speaker, place, source or tag is called, its page is a short ASCII file in its kind's folder."""
    for key in (*HOSTILE, *ESCAPES):
        path = path_of(kind, key)
        assert re.fullmatch(rf"{FOLDERS[kind]}/[a-z0-9][a-z0-9-]*\.html", path)
        assert len(path) < 100


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_keys_have_two_paths_where_capitals_make_no_difference(one: str, other: str) -> None:
    """No two keys share a file, on a file system that does not tell capitals either."""
    assert (file_name(one).casefold() == file_name(other).casefold()) == (one == other)


def test_keys_that_read_alike_have_their_own_paths() -> None:
    """Names that differ in accents, capitals or blanks alone are kept apart, and so are those of another alphabet."""
    keys = [
        "Orsa",
        "orsa",
        "Órsa",
        "orsa ",
        "or sa",
        "Орса",
        "オルサ",
        "orsa-1",
        *(f"orsa-{n:012x}" for n in range(50)),
    ]
    assert len({path_of("place", key) for key in keys}) == len(keys)


def test_an_id_and_a_day_are_their_own_file_names() -> None:
    """Ids of claims and matters and days can be read off their addresses."""
    assert path_of("matter", "m00ff12") == "matters/m00ff12.html"
    assert path_of("day", "2031-04") == "archive/2031-04.html"
    assert claim_path("d0a", "c1f") == "documents/d0a.html#c1f"


def test_a_speaker_can_be_read_off_the_address() -> None:
    """The file name begins with the letters of the name."""
    assert re.fullmatch(
        r"speakers/ministry-of-defence-of-veldaria-[0-9a-f]{12}\.html",
        path_of("speaker", "Ministry of Défence of Veldaria"),
    )


def test_an_unknown_kind_of_page_is_named() -> None:
    """A misspelt kind tells which there are."""
    with pytest.raises(ValueError, match="no page of kind 'speakrs'; expected one of front, search"):
        path_of("speakrs", "x")


PATHS = [*PAGES.values(), *(path_of(kind, "m1") for kind in FOLDERS), claim_path("d1", "c1")]


@pytest.mark.parametrize("start", PATHS)
def test_every_page_finds_every_other(start: str) -> None:
    """A relative address, followed from the page it stands on, leads to the page it was made for."""
    for end in PATHS:
        address = relative(start, end)
        page, _, anchor = address.partition("#")
        own = start.partition("#")[0]
        reached = posixpath.normpath(posixpath.join(posixpath.dirname(own), page)) if page else own
        assert reached + ("#" + anchor if anchor else "") == end


def test_another_form_stands_beside_its_page() -> None:
    """A download has the name of its page with its own ending; what is no page has none."""
    assert beside(path_of("matter", "m1"), "csv") == "matters/m1.csv"
    assert beside(claim_path("d1", "c1"), "jsonl") == "documents/d1.jsonl"
    with pytest.raises(ValueError, match="no page"):
        beside("feed.xml", "csv")


def test_an_absolute_address_needs_the_site_to_have_one() -> None:
    """Without a setting there is no address; with one the front page is the site itself."""
    assert absolute(Settings(), "index.html") is None
    site = Settings(url="https://desk.example/claims")
    assert absolute(site, "index.html") == "https://desk.example/claims/"
    assert absolute(site, "matters/m1.html") == "https://desk.example/claims/matters/m1.html"
