"""Lists: cut into pages that lead to each other, none of them empty, none too long, nothing left out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from counterclaim.publish.site import listings
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.listings import Listing, Name, Section, listed, numbered_path
from editions_made import edition, imprint

PATH = "speakers/index.html"


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Frame(edition(), imprint())


def names(count: int, say: str = "Speaker") -> list[Name]:
    return [Name(f"{say} {number}", "index.html", "1 claim") for number in range(count)]


def pages(frame: Frame, *sections: Section) -> dict[str, html.HtmlElement]:
    made = listed(frame, PATH, Listing("A list", sections), section=PATH)
    return {path: html.document_fromstring(content.decode()) for path, content in made}


def items(page: html.HtmlElement) -> list[str]:
    return [each.text_content().strip() for each in page.xpath("//main//li/a[@dir='auto']")]


def test_the_first_page_has_the_path_and_the_others_a_number() -> None:
    """In the same folder."""
    assert numbered_path("a/b.html", 1) == "a/b.html"
    assert numbered_path("a/b.html", 12) == "a/b-page-12.html"


def test_a_short_list_is_one_page_without_links_to_others(frame: Frame) -> None:
    """There is nothing to lead to."""
    found = pages(frame, Section("name", names(3), "Names"))
    assert [*found] == [PATH]
    assert items(found[PATH]) == ["Speaker 0", "Speaker 1", "Speaker 2"]
    assert found[PATH].xpath("//nav[@class='pages']") == []


def test_a_list_of_nothing_is_a_page_without_sections(frame: Frame) -> None:
    """Links to it lead somewhere; no heading stands over nothing."""
    found = pages(frame, Section("name", [], "Names"))
    assert [*found] == [PATH]
    assert found[PATH].xpath("//main//h2 | //main//ul") == []


def test_a_long_list_goes_on_over_pages_that_lead_to_each_other(frame: Frame, monkeypatch) -> None:
    """Each says which it is."""
    monkeypatch.setattr(listings, "NAMES_A_PAGE", 4)
    found = pages(frame, Section("name", names(10), "Names"))
    assert [*found] == [PATH, "speakers/index-page-2.html", "speakers/index-page-3.html"]
    assert [len(items(page)) for page in found.values()] == [4, 4, 2]
    for path, page in found.items():
        own = path.rpartition("/")[2]
        assert page.xpath("//nav[@class='pages']//a/@href") == ["index.html", "index-page-2.html", "index-page-3.html"]
        assert page.xpath("//nav[@class='pages']//a[@aria-current='page']/@href") == [own]
        assert page.xpath("string(//main//h2)") == "Names"


def test_a_page_that_is_full_is_not_followed_by_an_empty_one(frame: Frame, monkeypatch) -> None:
    """Where the items just fit."""
    monkeypatch.setattr(listings, "NAMES_A_PAGE", 5)
    assert [len(items(page)) for page in pages(frame, Section("name", names(10))).values()] == [5, 5]


counts = st.lists(st.integers(0, 9), max_size=4)


@given(counts, st.integers(1, 5), st.integers(1, 5))
def test_every_item_stands_on_one_page_and_every_page_has_some(counts: list[int], most: int, other: int) -> None:
    """In order, under the heading of its section, never more than fit; names and claims take what they need."""
    sizes = {"name": most, "claim": other}
    sections = [Section(("name", "claim")[at % 2], names(count, f"S{at}"), f"H{at}") for at, count in enumerate(counts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "NAMES_A_PAGE", most)
        patch.setattr(listings, "ITEMS_A_PAGE", other)
        cut = [*listings.cut(sections)]
    assert all(page and section.items for page in cut for section in page)
    assert all(sum(Fraction(len(section.items), sizes[section.kind]) for section in page) <= 1 for page in cut)
    assert [item for page in cut for section in page for item in section.items] == [
        item for section in sections for item in section.items
    ]
    assert all(item.name[1] == section.heading[1] for page in cut for section in page for item in section.items)
