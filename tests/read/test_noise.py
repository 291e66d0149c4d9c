"""What a republisher added goes and is recorded; honest reporting stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.model.document import Document, Removed
from read_made import assert_whole, one, post

TITLE = "Lakeland claims it holds Westhaven"
FIRST = "Lakeland has shut the northern port, the ministry said on Monday."
LAST = "Trade will go through Westhaven."

LEAD_INS = [
    "Here's what you need to know: ",
    "Here’s the full story: ",
    "According to new developments, ",
    "According to the latest reports, ",
    "As per recent updates, ",
    "Experts revealed that ",
    "Experts have recently uncovered that ",
    "Sources have revealed that ",
    "It has been recently reported that ",
    "It has just been announced that ",
    "It was recently revealed that ",
    "Let's dive into the details: ",
    "Let us take a closer look: ",
    "Stay tuned for more details: ",
    "In a surprising turn of events, ",
    "In today's news, ",
    "New information reveals that ",
    "Breaking news: ",
    "Want to know more? ",
    "New details have emerged that ",
]

HONEST = [
    "According to the ministry, ",
    "According to Lakeland Radio, ",
    "According to police, ",
    "According to sources, ",
    "According to new figures from the port, ",
    "According to new research by Westhaven University, ",
    "According to a new report, ",
    "Experts at the Institute of Ports revealed that ",
    "Experts in Oldtown have revealed that ",
    "Two experts revealed that ",
    "Officials said that ",
    "It has been reported by Lakeland Radio that ",
    "Sources close to the council said that ",
    "Reports from the coast say that ",
    "Here are five ports that matter to Lakeland: ",
    "The latest figures show: ",
    "What the port says: ",
    "In a statement, ",
    "WESTHAVEN: ",
]


def made(folder: Path, *, title: str = TITLE, first: str = FIRST, last: str = LAST, excerpt: str = "") -> Document:
    """A post of two paragraphs."""
    fields = {"title": f"'{title.replace(chr(39), chr(39) * 2)}'"} | ({"excerpt": f'"{excerpt}"'} if excerpt else {})
    return one(folder, "a.md", post(f"{first}\n\n{last}", **fields))


def taken(document: Document) -> list[tuple[str, str]]:
    """Where and what was removed."""
    return [(each.where, each.text) for each in document.removed]


@pytest.mark.parametrize("lead_in", LEAD_INS)
def test_a_lead_in_goes_and_is_recorded(tmp_path: Path, lead_in: str) -> None:
    """What is left begins with the article's own first word."""
    document = made(tmp_path, first=lead_in + FIRST)
    assert document.text == f"{TITLE}\n\n{FIRST}\n\n{LAST}"
    assert taken(document) == [("body", lead_in)]
    assert_whole(document, (tmp_path / "a.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("opening", HONEST)
def test_a_real_attribution_stays(tmp_path: Path, opening: str) -> None:
    """A named source, a place, a number or further words make it the writer's own."""
    document = made(tmp_path, first=opening + FIRST)
    assert document.text == f"{TITLE}\n\n{opening}{FIRST}\n\n{LAST}"
    assert document.removed == ()


@pytest.mark.parametrize("lead_in", LEAD_INS)
def test_a_phrase_that_its_sentence_needs_stays(tmp_path: Path, lead_in: str) -> None:
    """A template stands before a sentence that is whole without it, and so begins with a capital."""
    document = made(tmp_path, first=f"{lead_in}the northern port of Lakeland is shut.")
    assert document.removed == ()


@pytest.mark.parametrize("opening", ["According to sources, ", "Analysts say that ", "It is understood that "])
def test_a_capital_that_only_a_sentence_gives_shows_a_template(tmp_path: Path, opening: str) -> None:
    """Nobody writes *analysts say that The port*."""
    document = made(tmp_path, first=f"{opening}The port is shut, the ministry said.")
    assert taken(document) == [("body", opening)]


def test_an_excerpt_made_before_shows_a_template(tmp_path: Path) -> None:
    """The excerpt holds the sentence without the phrase."""
    document = made(tmp_path, first=f"According to sources, {FIRST}", excerpt=FIRST[:40] + "...")
    assert taken(document) == [("body", "According to sources, ")]


def test_an_excerpt_that_holds_the_phrase_keeps_it(tmp_path: Path) -> None:
    """Then it was there when the excerpt was made."""
    document = made(tmp_path, first=f"Experts revealed that {FIRST}", excerpt="Experts revealed that Lakeland has")
    assert document.removed == ()


def test_a_group_that_the_report_speaks_of_again_is_real(tmp_path: Path) -> None:
    """In the headline, or with *the* in the paragraphs that follow."""
    again = f"Experts revealed that {FIRST} The experts had been there."
    assert made(tmp_path, first=again).removed == ()
    assert made(tmp_path, first=f"Experts revealed that {FIRST}", title="Experts count ships").removed == ()


def test_a_lead_in_can_be_a_paragraph_of_its_own(tmp_path: Path) -> None:
    """Nothing of it is left then."""
    document = one(tmp_path, "a.md", post(f"**Let's dive into the details:**\n\n{FIRST}", title="Port"))
    assert document.text == f"Port\n\n{FIRST}"


@pytest.mark.parametrize(
    "prefix",
    ["Breaking: ", "Update: ", "Latest: ", "New: ", "Big News: ", "BREAKING NEWS: ", "Just In: ", "🚨 Breaking: ",
     "[UPDATE] ", "Breaking - ", "Top Story: ", "UPDATE 2-", "News Alert: ", "Must Read: ", "Important Update: "],
)  # fmt: skip
def test_a_title_prefix_goes_and_is_recorded(tmp_path: Path, prefix: str) -> None:
    """With the blank after it."""
    document = made(tmp_path, title=prefix + TITLE)
    assert document.title == TITLE
    assert taken(document) == [("title", prefix)]


def test_two_prefixes_are_two_records(tmp_path: Path) -> None:
    """One after the other."""
    assert taken(made(tmp_path, title=f"Breaking: Update: {TITLE}")) == [("title", "Breaking: "), ("title", "Update: ")]


@pytest.mark.parametrize(
    "title",
    ["New York: mayor says no", "Report: port shut", "Officials: port shut", "Lakeland: port is open",
     "New port: what it costs", "Live from Westhaven: a port", "Breaking point: a review", "Sources: port shut",
     "Analysis: ports", "New:"],
)  # fmt: skip
def test_a_headline_that_only_looks_like_a_prefix_stays(tmp_path: Path, title: str) -> None:
    """Who speaks, where, and of what kind the text is, are the headline's own words."""
    assert made(tmp_path, title=title).title == title


@pytest.mark.parametrize(
    "line",
    ["Follow Jo Doe on Twitter", "Follow the Lakeland Post on Telegram.", "Follow us on Facebook and X for more.",
     "Subscribe to our newsletter.", "Read more at example.org", "Read more: Port opens", "Share this:",
     "Click here to read the full story.", "For more updates, follow Lakeland Post on X.", "Also read: Port opens",
     "*Follow Lakeland Post on [Google News](https://example.org)*", "Join our WhatsApp channel",
     "The post Port shut appeared first on Lakeland Post.", "Copyright 2025 Lakeland Post. All rights reserved."],
)  # fmt: skip
def test_a_line_that_asks_the_reader_to_follow_goes_from_the_end(tmp_path: Path, line: str) -> None:
    """As a paragraph of its own."""
    document = made(tmp_path, last=f"{LAST}\n\n{line}")
    assert document.text == f"{TITLE}\n\n{FIRST}\n\n{LAST}"
    assert [where for where, _ in taken(document)] == ["body"]


@pytest.mark.parametrize(
    "line",
    ["Like the mayor, residents say they will follow the talks on Telegram.", "Copyright law is changing, she said.",
     "Follow the money, she said on Monday.", "Recommended doses were lowered.", "Share the burden, he told them.",
     "Related talks go on in Westhaven.", "Stay with us, she said.", "Subscribe to the view or not, voters decide.",
     "Please join us in the town hall on Monday.”"],
)  # fmt: skip
def test_a_last_sentence_of_the_report_stays(tmp_path: Path, line: str) -> None:
    """However it begins."""
    assert made(tmp_path, last=f"{LAST}\n\n{line}").text.endswith(line)


def test_a_call_to_follow_at_the_end_of_the_last_paragraph_goes(tmp_path: Path) -> None:
    """The sentence before it stays."""
    document = made(tmp_path, last=f"{LAST} Follow Jo Doe on Twitter: @jo")
    assert document.text.endswith(LAST)
    assert taken(document) == [("body", "Follow Jo Doe on Twitter: @jo")]


def test_the_same_line_in_the_middle_stays(tmp_path: Path) -> None:
    """Only what nothing follows is template."""
    assert "Read more: Port opens" in made(tmp_path, first=f"{FIRST}\n\nRead more: Port opens").text


def test_a_placeholder_image_is_recorded_and_its_field_kept(tmp_path: Path) -> None:
    """A picture of something is none."""
    document = one(tmp_path, "a.md", post(FIRST, title="Port", image="assets/images/default.jpg"))
    assert document.removed == (
        Removed(
            "assets/images/default.jpg", "image", "The image is a placeholder and shows nothing of what is reported."
        ),
    )
    assert document.front_matter == {"title": "Port", "image": "assets/images/default.jpg"}
    assert one(tmp_path, "b.md", post(FIRST, title="Port", image="img/harbour.jpg")).removed == ()


def test_markdown_without_front_matter_is_nobodys_post(tmp_path: Path) -> None:
    """Nothing is looked for there."""
    assert one(tmp_path, "a.md", f"Let's dive into the details: {FIRST}").removed == ()


def test_all_prefix_variants_have_one_origin_and_ids_of_their_own(tmp_path: Path) -> None:
    """Also with a phrase that no table knows, and in capitals."""
    body = f"{FIRST} Ships wait outside.\n\n" + "The council met in the old town hall and heard nine captains. " * 6
    texts = [
        post(body, title="Port shut"),
        post(body, title="'Breaking: Port shut'"),
        post(f"Experts revealed that {body}", title="'Update: Port shut'"),
        post(f"Gather round, dear all: {body}", title="PORT SHUT"),
        post(f"{body}\n\nFollow us on X", title="Port shut"),
    ]
    documents = [one(tmp_path, f"{number}.md", text) for number, text in enumerate(texts)]
    assert len({document.origin for document in documents}) == 1
    assert len({document.id for document in documents}) == len(texts)
    assert documents[0].origin is not None


def test_another_report_and_a_short_one_have_other_origins(tmp_path: Path) -> None:
    """A short text has no origin that it could share."""
    long = "The council met in the old town hall and heard nine captains. " * 6
    assert one(tmp_path, "a.md", post(long)).origin != one(tmp_path, "b.md", post(long + "One wept.")).origin
    assert one(tmp_path, "c.md", post("Port shut.")).origin is None
