"""Feeds give one document an entry; malformed ones what could be read, with a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.model.analysis import Failure
from counterclaim.model.document import Document, PartKind
from counterclaim.read import read
from read_made import one, refused, write

ITEM = """<item><title>Breaking: Port shut &amp;amp; &lt;b&gt;guarded&lt;/b&gt;</title><link>https://example.org/1</link>
<guid>g1</guid><pubDate>Sat, 26 Apr 2025 15:50:21 +0200</pubDate><description>No ship leaves.</description>
<content:encoded><![CDATA[<h2>North</h2><p>Let's dive into the details: The <b>port</b> is
shut.</p><script>alert(1)</script><p>Ships&nbsp;wait.<br>All of them.</p><p>Follow us on X</p>]]></content:encoded>
</item>"""


def rss(*items: str, name: str = "Lakeland Post") -> str:
    """An RSS feed with these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f'<title>{name}</title><atom:link rel="self" href="https://example.org/feed"/><copyright>CC BY 4.0</copyright>'
        f"{''.join(items)}</channel></rss>"
    )


def test_an_entry_is_a_document_with_its_link_and_feed(tmp_path: Path) -> None:
    """Content is the body, the summary the excerpt; scripts and tags go, entities are characters."""
    document = one(tmp_path, "a.rss", rss(ITEM))
    assert document.text == (
        "Port shut & guarded\n\nNo ship leaves.\n\nNorth\n\nThe port is shut.\n\nShips\u00a0wait.\nAll of them."
    )
    assert [part.kind for part in document.parts][:3] == [PartKind.TITLE, PartKind.EXCERPT, PartKind.HEADING]
    assert (document.url, document.feed) == ("https://example.org/1", "https://example.org/feed")
    assert (document.publisher, document.rights) == ("Lakeland Post", "CC BY 4.0")
    assert document.published == "2025-04-26T15:50:21+02:00"
    assert [each.text for each in document.removed] == ["Breaking: ", "Let's dive into the details: ", "Follow us on X"]
    assert document.captured is None


def test_an_entry_keeps_its_id_when_the_feed_is_fetched_again(tmp_path: Path) -> None:
    """The id hashes the entry, not the file it came in."""
    other = "<item><title>Ferry late</title><description>By an hour.</description></item>"
    first, again = one(tmp_path, "a.rss", rss(ITEM)), list(read([write(tmp_path, "b.rss", rss(other, ITEM))]))
    assert isinstance(again[1], Document)
    assert again[1].id == first.id
    assert isinstance(again[0], Document)
    assert again[0].id != first.id


def test_atom_is_read_and_a_date_of_update_is_noted(tmp_path: Path) -> None:
    """By content, whatever the suffix says."""
    source = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>Port shut</title>'
        '<updated>2025-04-26T10:00:00Z</updated><summary type="html">&lt;p&gt;One.&lt;/p&gt;Two.</summary></entry>'
        "</feed>"
    )
    document = one(tmp_path, "feed.txt", source)
    assert document.text == "Port shut\n\nOne.\n\nTwo."
    assert document.published == "2025-04-26T10:00:00Z"
    assert document.notes == ("the entry names no date of publication; its date of update was taken",)
    assert document.feed == document.path


def test_another_charset_is_read_by_its_declaration(tmp_path: Path) -> None:
    """The words come out right."""
    source = rss("<item><title>Café</title></item>").replace("utf-8", "iso-8859-1").encode("latin-1")
    assert one(tmp_path, "a.xml", source).title == "Café"


def test_a_malformed_feed_gives_what_could_be_read(tmp_path: Path) -> None:
    """A bare ampersand and a cut-off end; the note names the line."""
    source = rss("<item><title>One & two</title></item>\n<item><title>Three</title><description>Cut o")
    source = source[: source.index("Cut o") + 5]
    documents = list(read([write(tmp_path, "a.rss", source)]))
    assert [each.title for each in documents if isinstance(each, Document)] == ["One & two", "Three"]
    assert all("malformed in line" in each.notes[0] for each in documents if isinstance(each, Document))


@pytest.mark.parametrize("reference", ["&#0;", "&#xD800;", "&#x110000;", "&amp;#xDFFF;", "&amp;amp;#0;"])
def test_references_to_no_character_are_replaced(tmp_path: Path, reference: str) -> None:
    """Half of a surrogate pair could not be written to any file again."""
    document = one(tmp_path, "a.rss", rss(f"<item><title>A{reference}B</title><description>x</description></item>"))
    assert document.title == "A\ufffdB"
    assert document.text.encode("utf-8")


def test_an_entry_without_words_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is named by its number."""
    results = list(read([write(tmp_path, "a.rss", rss("<item><guid>x</guid></item>", ITEM))]))
    assert isinstance(results[0], Failure)
    assert results[0].reason.startswith("entry 1: nothing to read")
    assert isinstance(results[1], Document)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item>&a;</item></rss>',
            "line 1: defines XML",
        ),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE r [\n<!ENTITY a "b">]>\n<rss version="2.0"/>',
            "line 2: defines XML entities",
        ),
        ("<a><b/></a>", "is no RSS or Atom feed"),
        ('<rss version="2.0"><channel><title>x', "feed is malformed in line"),
        (rss(), "feed has no entries"),
        ("just text", "is no RSS or Atom feed"),
        (rss(ITEM + " " * 8_000_000), "feed is larger than 8,000,000 characters"),
    ],
)
def test_what_is_no_feed_or_an_attack_is_refused_in_one_line(tmp_path: Path, source: str, reason: str) -> None:
    """Entities are never unfolded, nor files read for them."""
    assert refused(tmp_path, "a.xml", source).startswith(reason)
