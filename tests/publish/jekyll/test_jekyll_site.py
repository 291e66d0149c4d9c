"""The site has a post for each report with claims, in the front matter of republishers, and escapes all words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from counterclaim.publish.jekyll import posts_of
from counterclaim.publish.settings import Settings
from counterclaim.read.front_matter import front_matter
from hostile_markup import PERILOUS
from jekyll_made import edition_in, files_of, front_of, posts_in
from ledgers_made import hostile_ledger, story_ledger

FIELDS = ["layout", "title", "date", "author", "categories", "tags", "excerpt", "image"]
ADDED = ["source_url", "source_title", "claims", "matters", "generator"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return story_ledger(tmp_path / "story.ledger")


def test_each_report_with_claims_is_one_post(story: Path) -> None:
    """Of four documents one is a copy and one is not read: two posts, the copy is named in the one it is of."""
    posts = posts_of(edition_in(story))
    assert [post.document.source for post in posts] == ["Open Ferrin", "The Orsa Gazette"]
    assert [[each.source for each in post.copies] for post in posts] == [[], ["Copyists"]]


def test_a_post_has_the_fields_of_republishers_in_their_order(story: Path) -> None:
    """Then where it all is from; a day that is none is said to be that."""
    month, day = (
        list(front_of(post)) for post in sorted(posts_in(files_of(story)), key=lambda post: "2031-06" not in post)
    )
    assert (day, month) == (FIELDS + ADDED, [*FIELDS, *ADDED, "date_precision"])


def test_the_source_s_own_values_stay(story: Path) -> None:
    """Date, author, categories, tags and image are the source's; places and speakers are added to the tags."""
    (front,) = (each for each in map(front_of, posts_in(files_of(story))) if "gazette" in str(each["source_url"]))
    assert {key: front[key] for key in ("date", "author", "categories", "image", "source_title")} == {
        "date": "2031-05-03",
        "author": "A. Writer",
        "categories": ["News", "War"],
        "image": "/i/bridge.jpg",
        "source_title": "A bridge",
    }
    assert front["tags"] == ["Orsa", "Ferrin", "Ferrin bridge"]


def test_no_image_is_invented(story: Path) -> None:
    """The key is there and empty."""
    (front,) = (each for each in map(front_of, posts_in(files_of(story))) if "open" in str(each["source_url"]))
    assert front["image"] == "null"


def test_a_post_tells_each_claim_with_its_speaker_and_who_denies_it(story: Path) -> None:
    """A nested one never without who tells it."""
    (post,) = (each for each in posts_in(files_of(story)) if 'source_url: "https://gazette' in each)
    assert (
        "- **Ferrin** denied, in reported speech: “Orsan claims that 40 guards fled the bridge”\n\n"
        "  Spokesman; 2 May 2031; Telegram.\n" in post
    )
    assert (
        "- **Orsa**, as told by Ferrin, said, in reported speech: “that 40 guards fled the bridge”\n\n"
        "  Denied by: Ferrin.\n" in post
    )
    assert "\n### [A bridge](https://gazette.invalid/bridge)\n\nA. Writer. The Orsa Gazette. Dated 2031-05-03." in post
    assert "- [A bridge](https://copyists.invalid/1)" in post
    assert "Made by a machine, not reviewed by a person; counterclaim 9.9." in post


def test_the_same_ledger_gives_the_same_files(story: Path) -> None:
    """In the same order, too."""
    assert list(files_of(story).items()) == list(files_of(story).items())


def test_nothing_is_told_that_waits_for_review(story: Path) -> None:
    """Where only reviewed claims are published, a ledger that nobody reviewed has no posts."""
    files = files_of(story, Settings(reviewed_only=True))
    assert posts_in(files) == []
    assert "Posts: 0; reports read: 4." in files["about.md"]


def test_a_feed_needs_the_address_of_the_site(story: Path) -> None:
    """Without one there is none; a folder in the address is the base of all links."""
    assert "feed.xml" not in files_of(story)
    files = files_of(story, Settings(url="https://desk.invalid/posts", title="A desk: one"))
    config = yaml.safe_load(files["_config.yml"])
    assert (config["url"], config["baseurl"], config["title"]) == ("https://desk.invalid", "/posts", "A desk: one")
    assert "feed.xml" in files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return files_of(hostile_ledger(tmp_path_factory.mktemp("hostile") / "hostile.ledger"))


def test_each_hostile_document_has_a_post_that_reads_as_a_post(hostile: dict[str, str]) -> None:
    """The front matter is YAML for any reader, and ours reads the same fields from it."""
    posts = posts_in(hostile)
    assert len(posts) == len(PERILOUS)
    for post in posts:
        found = front_matter(post, "post.md")
        assert found is not None and not found.notes
        assert list(found.fields)[: len(FIELDS + ADDED)] == FIELDS + ADDED


def test_no_body_holds_a_bare_sign_of_markup(hostile: dict[str, str]) -> None:
    """No tag, no Liquid, no table, no footnote."""
    for post in posts_in(hostile):
        body = post.split("\n---\n", 1)[1]
        assert not {"<", ">", "{", "}"} & set(body)
        assert not [line for line in body.split("\n") if line.startswith(("|", "    ", "\t"))]


def test_no_path_leads_out_of_the_folder(hostile: dict[str, str]) -> None:
    """Whatever a title is."""
    assert not [name for name in hostile if ".." in name or name.startswith("/") or "\\" in name or not name.isascii()]
