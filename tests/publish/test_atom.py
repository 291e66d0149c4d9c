"""The feed is an Atom feed that any reader takes, whatever the texts hold, and its days come from what was read."""

from __future__ import annotations

from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from counterclaim.publish.edition import Edition
from counterclaim.publish.feed import MOST, atom, summary, updated
from counterclaim.publish.texts import texts_in
from editions_made import BREAKOUTS, document, edition, hostile, imprint, matter
from hostile_strings import HOSTILE

NAMES = {"a": "http://www.w3.org/2005/Atom"}


def parsed(made: Edition, url: str | None = "https://desk.example/claims") -> etree._Element:
    """The feed as strict XML."""
    return etree.fromstring(atom(made, imprint(url)).encode("utf-8"))


def test_an_entry_has_all_that_the_standard_demands() -> None:
    """Feed and entries have an id, a title and a day; the feed has an author; each link leads somewhere."""
    feed = parsed(edition())
    for each in (feed, *feed.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"a:{name}", NAMES)) == 1
            assert each.findtext(f"a:{name}", namespaces=NAMES)
    assert feed.findtext("a:author/a:name", namespaces=NAMES) == "The Orsa desk"
    entry = feed.find("a:entry", NAMES)
    assert entry.findtext("a:id", namespaces=NAMES) == "urn:counterclaim:m1"
    assert entry.find("a:link", NAMES).get("href") == "https://desk.example/claims/matters/m1.html"
    assert feed.find("a:link[@rel='self']", NAMES).get("href") == "https://desk.example/claims/feed.xml"


def test_a_reader_of_feeds_takes_it() -> None:
    """A feed reader finds no fault and the question as the title."""
    read = feedparser.parse(atom(edition(), imprint()))
    assert not read.bozo
    assert read.entries[0].title == "Did the bridge at Orsa fall?"
    assert read.entries[0].updated == "2031-06-01T10:00:00Z"


def test_without_an_address_links_are_relative() -> None:
    """A site that knows no address of its own has a feed all the same."""
    feed = parsed(edition(), None)
    assert feed.find("a:entry/a:link", NAMES).get("href") == "matters/m1.html"
    assert feed.find("a:link[@rel='self']", NAMES) is None
    assert feed.findtext("a:id", namespaces=NAMES) == "urn:counterclaim:feed"


def test_the_summary_says_who_gives_which_answer() -> None:
    """Where it stands, every answer with its sides, how much was read, who is silent."""
    assert summary(matter(), texts_in("en")) == (
        "Contested. As the program reads it: Sundmark: yes; Veldaria: no. 2 claims in 1 text. "
        "In what was read, there is no answer from Ferrin."
    )


@pytest.mark.parametrize("words", [*BREAKOUTS, *HOSTILE])
def test_hostile_words_leave_the_feed_well_formed(words: str) -> None:
    """No text ends an element, opens another, or holds what XML cannot."""
    feed = parsed(hostile(words))
    assert len(feed.findall("a:entry", NAMES)) == 1
    assert not {etree.QName(each).localname for each in feed.iter()} & {"script", "img", "x"}


@pytest.mark.parametrize(
    ("captured", "published", "when"),
    [
        (("2031-06-01T10:00:00Z", "2032-01-01T00:00:00Z"), "2031-05-03", "2031-06-01T10:00:00Z"),
        ((), "2031-05-03T23:30:00-02:00", "2031-05-04T01:30:00Z"),
        ((), "2031-05-03T23:30:00", "2031-05-03T00:00:00Z"),
        ((), "2031-05", "2031-05-01T00:00:00Z"),
        ((), "2031", "2031-01-01T00:00:00Z"),
        ((), "0900-02-30", "1970-01-01T00:00:00Z"),
        ((), "9999-12-31T23:59:59-23:00", "1970-01-01T00:00:00Z"),
        ((), "lately", "1970-01-01T00:00:00Z"),
        ((), None, "1970-01-01T00:00:00Z"),
    ],
)
def test_the_day_is_that_of_the_first_capture(captured: tuple[str, ...], published: str | None, when: str) -> None:
    """To read a text again is no change; without a capture the publication counts, and a clock never does."""
    made = edition(documents={"d1": document(captured=captured, published=published)})
    assert updated(matter(), made) == when


def test_the_last_changed_comes_first_and_the_oldest_are_left_out() -> None:
    """Entries run from the newest to the oldest, equal days by id, and the feed stays short."""
    days = {f"d{n}": document(f"d{n}", captured=(f"2031-01-{1 + n % 28:02}T00:00:00Z",)) for n in range(150)}
    matters = {f"m{n}": replace(matter(f"m{n}"), documents=(f"d{n}",)) for n in range(150)}
    made = edition(documents=days, matters=matters)
    found = [(each.updated, each.id) for each in feedparser.parse(atom(made, imprint())).entries]
    assert len(found) == MOST
    assert found == sorted(sorted(found, key=lambda each: each[1]), key=lambda each: each[0], reverse=True)
    assert found[0][0] == "2031-01-28T00:00:00Z"


def test_an_empty_edition_has_a_valid_feed() -> None:
    """Nothing read yet is a feed without entries."""
    feed = parsed(Edition({}, {}, {}, {}))
    assert feed.findtext("a:updated", namespaces=NAMES) == "1970-01-01T00:00:00Z"
