"""The feed of changes is valid in both forms, and tells only what may be published."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from counterclaim.dispute.history import Kind
from counterclaim.ledger import Ledger
from counterclaim.ledger.changes import Change
from counterclaim.model.claim import Accused
from counterclaim.publish.changefeed import ATOM, JSON, News, atom_of, json_of, news, recent
from counterclaim.publish.edition import Edition, edition_of
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.publish import publish
from editions_made import edition, hostile, imprint
from hostile_strings import HOSTILE
from ledgers_made import analysis_of_bridge, story_ledger
from stories_made import document_of

NAMES = {"a": "http://www.w3.org/2005/Atom"}
URL = "https://desk.example/claims"


def change(kind: Kind = Kind.DENIED, **rest: object) -> Change:
    """Veldaria's denial, as it came in on the first of June."""
    told = {"claim": "c1", "other": "c2", "day": "2031-05-02"} if kind is Kind.DENIED else {}
    made = Change("x1", kind, "m1", "Did the bridge at Orsa fall?", 7, "2031-06-01T10:00:00+00:00")
    return replace(made, **told | rest)  # type: ignore[arg-type]


def made(*changes: Change, of: Edition | None = None, url: str | None = URL) -> News:
    found = news(changes or (change(),), of or edition(), imprint(url), {})
    return replace(found, self_path=ATOM)


def test_an_entry_tells_the_change_in_one_sentence_with_the_words_and_the_day() -> None:
    """Who, what, whose words: and a place on the site to look it up."""
    (item,) = json.loads(json_of(made()))["items"]

    assert item["title"] == "Did the bridge at Orsa fall?"
    assert item["content_text"].startswith("Mara Tal")
    assert "“that the bridge at Orsa fell”" in item["content_text"]
    assert item["content_text"].endswith("Said by 2 May 2031.")
    assert item["url"] == f"{URL}/matters/m1.html#c1"
    assert (item["id"], item["tags"]) == ("urn:counterclaim:x1", ["new-denial"])


@pytest.mark.parametrize("url", [URL, None])
def test_the_atom_feed_has_all_that_the_standard_demands(url: str | None) -> None:
    """RFC 4287: feed and entries have an id, a title and a moment; the feed an author; what has no content a link."""
    root = etree.fromstring(atom_of(made(url=url)).encode())

    for each in (root, *root.findall("a:entry", NAMES)):
        assert all(each.findtext(f"a:{name}", namespaces=NAMES) for name in ("id", "title", "updated"))
        datetime.strptime(each.findtext("a:updated", namespaces=NAMES), "%Y-%m-%dT%H:%M:%SZ")
    assert root.findtext("a:author/a:name", namespaces=NAMES)
    assert root.findtext("a:entry/a:content", namespaces=NAMES)
    assert feedparser.parse(atom_of(made(url=url))).bozo is False


def test_the_json_feed_has_all_that_its_version_demands() -> None:
    """JSON Feed 1.1: version, title, items; each with an id and content; dates as RFC 3339; addresses whole."""
    found = json.loads(json_of(replace(made(), self_path=JSON)))

    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == f"{URL}/changes.json" and found["home_page_url"].startswith("https://")
    for item in found["items"]:
        assert item["id"] and item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo


def test_without_an_address_no_link_leads_nowhere() -> None:
    """A file by itself has no page beside it; in the site links lead from the feed."""
    alone = replace(made(url=None), self_path=None)

    assert "<link" not in atom_of(alone)
    assert "url" not in json.loads(json_of(alone))["items"][0]
    assert 'href="matters/m1.html#c1"' in atom_of(made(url=None))


@pytest.mark.parametrize(
    "hidden",
    [
        change(matter="m9"),
        change(claim="c9"),
        change(other="c9"),
        change(claim="c2", other="c1"),
        change(Kind.SIDE, side="Sundland"),
        change(Kind.POSITION, answer="perhaps"),
        change(Kind.NUMBER, claim="c1", other="c2", before="40 guards", after="60 guards"),
    ],
)
def test_a_change_is_left_out_where_the_edition_does_not_hold_what_it_names(hidden: Change) -> None:
    """Matter, claims, link, side, answer, numbers: what is held back or rejected is told by no feed."""
    assert made(hidden).alerts == ()
    assert len(made(hidden, change()).alerts) == 1


def test_a_new_side_and_a_new_status_are_told_where_they_are_published() -> None:
    """The words for a status are those of the site: *both sides say so*."""
    side, status = change(Kind.SIDE, side="Veldaria"), change(Kind.STATUS, before="one-sided", after="agreed")

    sentences = {each.sentence for each in made(side, status).alerts}

    assert sentences == {
        "Veldaria speaks to it for the first time in what was read.",
        "Was one-sided, is now both sides say so.",
    }


def test_what_was_read_anew_is_told_in_the_words_of_the_present_reading() -> None:
    """Claims of a former reading lead to their heirs."""
    found = news([change(claim="old")], edition(), imprint(URL), {"old": "c1"})

    assert [each.change.claim for each in found.alerts] == ["c1"]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_the_texts_hold_the_feeds_can_be_read(words: str) -> None:
    """Markup, controls and half characters are text in both forms."""
    found = made(change(Kind.SIDE, claim="c1", side=words), of=hostile(words))

    assert len(etree.fromstring(atom_of(found).encode("utf-8")).findall("a:entry", NAMES)) == 1
    assert len(json.loads(json_of(found))["items"]) == 1


def told_of(ledger: Ledger) -> News:
    """The feed of a ledger as its site would have it."""
    edition = edition_of(ledger, Settings(url=URL))
    return news(recent(ledger), edition, imprint(URL), ledger.successions())


def test_what_a_person_rejected_is_in_no_feed(tmp_path: Path) -> None:
    """Nor is what else is told of its matter, which the site holds as a whole."""
    with Ledger(story_ledger(tmp_path / "l.db")) as ledger:
        before = told_of(ledger)
        denial = next(each for each in ledger.claims() if each["act"] == "denies")
        ledger.decide(denial["id"], "rejected", by="M. Tal")

        assert before.alerts
        assert told_of(ledger).alerts == ()


def test_an_accusation_of_a_person_without_a_public_role_is_in_no_feed_until_it_is_released(tmp_path: Path) -> None:
    """Its matter is told once a person has let it out."""
    made = analysis_of_bridge(document_of())
    accused = Accused("Jon Teles", None, public=False, because="made by hand")
    with Ledger(tmp_path / "l.db", create=True) as ledger:
        ledger.add(replace(made, claims=(made.claims[0], replace(made.claims[1], accused=(accused,)), made.claims[2])))
        held = told_of(ledger)
        ledger.release(made.claims[1].id, by="M. Tal")

        assert held.alerts == ()
        assert len(told_of(ledger).alerts) == 1


def test_a_site_has_the_feed_of_changes_and_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    """Both files stand beside the pages, and each page leads to the feed."""
    with Ledger(story_ledger(tmp_path / "l.db")) as ledger:
        publish(ledger, tmp_path / "one", Settings(url=URL))
        publish(ledger, tmp_path / "two", Settings(url=URL))

    for name in (ATOM, JSON):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    (entry,) = feedparser.parse((tmp_path / "one" / ATOM).read_text(encoding="utf-8")).entries
    page = entry.link.removeprefix(f"{URL}/").partition("#")
    assert f'id="{page[2]}"' in (tmp_path / "one" / page[0]).read_text(encoding="utf-8")
    assert "changes.xml" in (tmp_path / "one" / "index.html").read_text(encoding="utf-8")


def test_the_page_of_a_matter_tells_how_it_came_to_stand_so(tmp_path: Path) -> None:
    """One side spoke before the other answered: both days are on the page, the later one with its claim."""
    made = analysis_of_bridge(replace(document_of(), published="2031-05-03"))
    denial, claim, hope = made.claims
    early = replace(claim, within=None, said_on="2031-05-01")
    with Ledger(tmp_path / "l.db", create=True) as ledger:
        ledger.add(replace(made, claims=(denial, early, hope)))
        publish(ledger, tmp_path / "site", Settings(url=URL))

    (page,) = (tmp_path / "site" / "matters").glob("m*.html")
    told = page.read_text(encoding="utf-8").partition('id="turns"')[2].partition("</section>")[0]
    first, last = told.split("<li>")[1:]
    assert "From 1 May 2031" in first and "one-sided" in first and f"#{claim.id}" in first
    assert "From 2 May 2031" in last and "contested" in last and f"#{denial.id}" in last
