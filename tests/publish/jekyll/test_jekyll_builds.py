"""Debian's Jekyll builds the site without a word, and no word of an article becomes markup in it."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from counterclaim.publish.jekyll.marked import one_line
from counterclaim.publish.settings import Settings
from hostile_markup import PERILOUS
from jekyll_built import Built, jekyll_build
from jekyll_made import edition_in, files_of, written
from ledgers_made import hostile_ledger, story_ledger

pytestmark = pytest.mark.browser

FRAME = frozenset(("html", "head", "meta", "title", "link", "body", "header", "nav", "main", "footer", "article"))
ELEMENTS = FRAME | {"h1", "h2", "h3", "p", "time", "ul", "ol", "li", "a", "strong"}
ATTRIBUTES = frozenset(
    ("lang", "charset", "name", "content", "rel", "type", "title", "href", "class", "aria-label", "datetime")
)
# The settings of the site, its address, and a date of the year 2031, which is to come.
SETTINGS = Settings(title="A desk & “more”", url="https://desk.invalid/posts")


class Page(HTMLParser):
    """The elements, attributes, addresses and texts of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements["comment"] += 1


def build(ledger: Path, folder: Path) -> Built:
    source = written(files_of(ledger, SETTINGS).items(), folder / "source")
    return jekyll_build(source, folder / "site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    return build(hostile_ledger(folder / "hostile.ledger"), folder)


def test_a_small_story_builds_without_a_word(tmp_path: Path) -> None:
    """Two posts, the front page, the page about it all, and the feed."""
    built = build(story_ledger(tmp_path / "story.ledger"), tmp_path)
    assert (built.code, built.complaints) == (0, ())
    assert [name.rsplit("/", 2)[-2:] for name in built.pages()][-2:] == [["about", "index.html"], ["index.html"]]
    assert len(built.pages()) == 4


def test_the_feed_is_atom_with_an_entry_for_each_post(tmp_path: Path) -> None:
    """Its addresses are whole ones of the site."""
    feed = ElementTree.fromstring(build(story_ledger(tmp_path / "story.ledger"), tmp_path).read("feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [entry.findtext(f"{atom}id") or "" for entry in feed.iter(f"{atom}entry")]
    assert len(ids) == 2
    assert all(each.startswith("https://desk.invalid/posts/2031/") for each in ids)


def test_a_site_without_posts_builds_and_says_that_it_is_empty(tmp_path: Path) -> None:
    """A desk that waits for reviews has nothing to show yet."""
    files = files_of(story_ledger(tmp_path / "story.ledger"), Settings(reviewed_only=True))
    built = jekyll_build(written(files.items(), tmp_path / "source"), tmp_path / "site")
    assert (built.code, built.complaints) == (0, ())
    assert "No claims to show yet." in built.read("index.html")


def test_hostile_words_build_without_a_word(hostile: Built) -> None:
    """One page for each hostile string, which stands in every field, beside the two other pages."""
    assert (hostile.code, hostile.complaints) == (0, ())
    assert len(hostile.pages()) == len(PERILOUS) + 2


def test_pages_of_hostile_words_have_no_element_or_attribute_but_ours(hostile: Built) -> None:
    """Nothing of a title, a name or a text has become markup, on any page."""
    for name in hostile.pages():
        page = Page(hostile.read(name))
        assert set(page.elements) <= ELEMENTS, name
        assert set(page.attributes) <= ATTRIBUTES, name


def test_links_of_hostile_pages_lead_to_web_addresses_and_into_the_site(hostile: Built) -> None:
    """No script, no data, no file."""
    for name in hostile.pages():
        odd = [
            each
            for each in Page(hostile.read(name)).addresses
            if not each.startswith(("https://", "http://", "/posts/"))
        ]
        assert odd == [], name


def test_pages_of_hostile_words_show_the_words_of_each_claim(hostile: Built, tmp_path: Path) -> None:
    """Escaped, not left out: the question of each matter stands in some page as it is."""
    edition = edition_in(hostile_ledger(tmp_path / "again.ledger"))
    shown = " ".join(" ".join("".join(Page(hostile.read(name)).text).split()) for name in hostile.pages())
    missing = [each.question for each in edition.matters.values() if one_line(each.question) not in shown]
    assert missing == []
