"""Saved pages give their article and what the page says of itself."""

from __future__ import annotations

from pathlib import Path

from counterclaim.model.document import PartKind
from read_made import one, refused

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Port shut - Lakeland Post</title>
<meta property="og:title" content="Port shut"><meta property="og:site_name" content="Lakeland Post">
<link rel="canonical" href="https://example.org/port"><meta name="author" content="Jo Doe">
<meta property="article:published_time" content="2025-04-26T15:50:21+01:00"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Port shut</h1>
<p>The council said on Monday that the northern port would stay <b>shut</b> &amp; guarded until the end of May.</p>
<h2>What comes next</h2><p>Ships wait outside the bay, and the ferries of the line will not run at all this week.</p>
<script>alert("no")</script></article><footer>All of it is ours</footer></body></html>"""


def test_the_article_is_read_without_its_surroundings(tmp_path: Path) -> None:
    """Title, headings and paragraphs are parts; menus and scripts are none."""
    document = one(tmp_path, "a.html", PAGE)
    assert [(part.kind, document.quote(part.span)[:22]) for part in document.parts] == [
        (PartKind.TITLE, "Port shut"),
        (PartKind.BODY, "The council said on Mo"),
        (PartKind.HEADING, "What comes next"),
        (PartKind.BODY, "Ships wait outside the"),
    ]
    assert "shut & guarded" in document.text
    assert "alert" not in document.text


def test_what_the_page_says_of_itself_is_kept(tmp_path: Path) -> None:
    """The date with its offset; a page named without suffix is known by its content."""
    document = one(tmp_path, "saved", PAGE)
    assert document.published == "2025-04-26T15:50:21+01:00"
    assert (document.author, document.publisher) == ("Jo Doe", "Lakeland Post")
    assert document.canonical_url == "https://example.org/port"
    assert document.language == "en"


def test_a_date_in_linked_data_is_found_and_none_is_guessed(tmp_path: Path) -> None:
    """A year in the text is no date of publication."""
    bare = PAGE.replace('<meta property="article:published_time" content="2025-04-26T15:50:21+01:00">', "")
    linked = '<script type="application/ld+json">{"datePublished": "2025-04-26"}</script></head>'
    assert one(tmp_path, "a.html", bare.replace("</head>", linked)).published == "2025-04-26"
    assert one(tmp_path, "b.html", bare.replace("of May", "of May 2019")).published is None


def test_pages_without_an_article_or_with_entities_are_refused(tmp_path: Path) -> None:
    """One line each."""
    assert refused(tmp_path, "a.html", "<html><body></body></html>").startswith("no article was found in the page")
    entities = '<!DOCTYPE html [<!ENTITY a "b">]><html><body><p>&a;</p></body></html>'
    assert refused(tmp_path, "b.html", entities).startswith("line 1: defines XML entities")
    assert refused(tmp_path, "c.html", "<html>" + "<div>" * 50_000).startswith("no article was found")
