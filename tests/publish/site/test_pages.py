"""Pages: what stands on each kind, of ledgers with little, with copies, and with nothing in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from counterclaim import Ledger, publish
from counterclaim.data import table
from counterclaim.model.analysis import Analysis
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from counterclaim.publish.edition.nouns import Voice
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.about import about_page
from counterclaim.publish.site.archive import archive_pages, source_pages
from counterclaim.publish.site.document import document_page
from counterclaim.publish.site.frame import Frame, offsets
from counterclaim.publish.site.front import standing
from counterclaim.publish.site.matter import matter_page, numbered
from counterclaim.publish.site.places import spots_in
from counterclaim.publish.site.speakers import speakers_in
from editions_made import claim, document, edition, imprint, link, place, sundmark
from ledgers_made import NOON, story_ledger
from site_read import broken, read_site, unreachable
from stories_made import document_of


def text_of(content: bytes) -> str:
    return " ".join(html.document_fromstring(content.decode()).text_content().split())


def frame(*claims, **rest) -> Frame:
    return Frame(edition(*claims, **rest), imprint())


def bridge() -> Frame:
    """The bridge with the document that says it again."""
    return frame(documents={"d1": document("d1", claim(), sundmark()), "d2": document("d2")})


def test_a_ledger_of_nothing_is_a_site_of_nothing(tmp_path: Path) -> None:
    """All pages are there, and lead to each other."""
    with Ledger(tmp_path / "ledger", create=True) as ledger:
        publish(ledger, tmp_path / "site")
    pages = read_site(tmp_path / "site")
    assert broken(tmp_path / "site", pages) == []
    assert unreachable(tmp_path / "site", pages) == []
    assert "0 documents" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_document_without_claims_date_or_source_has_a_page(tmp_path: Path) -> None:
    """Listed under what is not known."""
    page = document_of("Nothing was said.")
    with Ledger(tmp_path / "ledger", create=True, clock=lambda: NOON) as ledger:
        ledger.add(Analysis(page, Reading(page), (), Disputes()))
        publish(ledger, tmp_path / "site")
    pages = {each.path: each for each in read_site(tmp_path / "site")}
    assert broken(tmp_path / "site", pages.values()) == []
    assert "not stated" in pages[f"documents/{page.id}.html"].words
    assert "Nothing was said" not in "".join(each.words for each in pages.values())


def test_a_ledger_of_which_all_was_withheld_tells_how_much(tmp_path: Path) -> None:
    """And not what."""
    path = story_ledger(tmp_path / "ledger")
    with Ledger(path) as ledger:
        publish(ledger, tmp_path / "site")
        for each in list(ledger.documents()):
            ledger.withhold(each["id"], reason="asked for")
        done = publish(ledger, tmp_path / "site")
    pages = read_site(tmp_path / "site")
    assert done.removed > 0
    assert broken(tmp_path / "site", pages) == []
    everything = b"".join(each.read_bytes() for each in (tmp_path / "site").rglob("*") if each.is_file())
    assert b"Telegram" not in everything
    assert b"bridge" not in everything.replace(b"/bridge", b"")


def test_a_site_with_an_address_tells_it_and_one_without_does_not(tmp_path: Path) -> None:
    """Permalinks are whole or relative."""
    with Ledger(story_ledger(tmp_path / "ledger")) as ledger:
        publish(ledger, tmp_path / "a", Settings(url="https://desk.example"))
        publish(ledger, tmp_path / "b")
    one, other = ((tmp_path / name / "about.html").read_text(encoding="utf-8") for name in "ab")
    assert '<link rel="canonical" href="https://desk.example/about.html">' in one
    assert "canonical" not in other


def test_speakers_are_listed_once_with_their_own_claims() -> None:
    """Nobody for whom no name is known; who only tells what others say has none; copies count once."""
    nobody = claim("c3", voice=Voice(None, None, "official", "Orsa"))
    copy = claim("c4", copy_of="c1")
    found = speakers_in(edition(claim(), sundmark(), nobody, copy))
    told = sundmark()
    teller = speakers_in(edition(replace(told, tellers=(Voice("ada birk", "Ada Birk", None, None),))))
    assert [(each.name, len(each.claims)) for each in teller] == [("Ada Birk", 0), ("Sundmark", 1)]
    assert [(each.name, [one.id for one in each.claims]) for each in found] == [
        ("Mara Tal", ["c1"]),
        ("Sundmark", ["c2"]),
    ]


def test_a_place_has_the_claims_whose_words_name_it() -> None:
    """Not those that a copy says again; a place of a matter that no text names is there too."""
    inside = place("Orsa", 20, 24)
    outside = place("Ferrin", 900, 906)
    one = claim("c1", content=((16, 44),))
    page = document("d1", one, replace(one, id="c2", copy_of="c1"), places=(inside, inside, outside))
    found = spots_in(edition(one, documents={"d1": page}))
    assert [each.id for each in found["x:orsa"].claims] == ["c1"]
    assert [each.id for each in found["x:orsa"].documents] == ["d1"]
    assert found["x:ferrin"].claims == []
    assert spots_in(edition())["x:orsa"].record["precision"]


def test_claims_of_a_matter_are_numbered_as_they_stand_on_its_page() -> None:
    """Each once."""
    made = bridge()
    path, content = matter_page(made, made.edition.matters["m1"])
    assert path == "matters/m1.html"
    page = html.document_fromstring(content.decode())
    assert [each.get("id") for each in page.xpath("//article[contains(@class, 'claim')]")] == ["c2", "c1"]
    assert numbered(()) == {}


def test_a_nested_claim_is_never_shown_without_who_tells_it() -> None:
    """On the page of a matter and of a document."""
    made = bridge()
    for _, content in (
        matter_page(made, made.edition.matters["m1"]),
        document_page(made, made.edition.documents["d1"]),
    ):
        assert "Sundmark, as Mara Tal tells it, said" in text_of(content)


@pytest.mark.parametrize(("basis", "times"), [("possible", 3), ("derived", 0)])
def test_a_guess_is_called_one_wherever_it_is_shown(basis: str, times: int) -> None:
    """At both claims and in the list of links."""
    made = replace(bridge(), edition=replace(bridge().edition, links={"l1": link(basis=basis)}))
    _, content = matter_page(made, made.edition.matters["m1"])
    assert text_of(content).count("possibly") == times


def test_what_the_program_reads_is_no_quotation() -> None:
    """Nobody said these words."""
    made = bridge()
    _, content = matter_page(made, made.edition.matters["m1"])
    assert "The program reads this as yes" in text_of(content)
    assert "“yes”" not in text_of(content)


def test_a_page_describes_itself() -> None:
    """In words of ours for who shares it, the same in both places."""
    _, content = matter_page(bridge(), bridge().edition.matters["m1"])
    page = html.document_fromstring(content.decode())
    told = page.xpath("//meta[@name='description' or @property='og:description']/@content")
    assert told == ["Contested: Sundmark and Veldaria. 2 claims in 1 document."] * 2


def test_a_text_in_another_language_is_marked_as_such() -> None:
    """So that it is not read aloud as if it were the site's."""
    made = frame(documents={"d1": document("d1", language="de")}, claims={}, matters={}, links={})
    _, content = document_page(made, made.edition.documents["d1"])
    assert html.document_fromstring(content.decode()).xpath("//h1/@lang") == ["de"]


def test_the_archive_has_months_the_latest_first_and_a_place_for_what_has_no_date() -> None:
    """With categories and tags where there are any."""
    pages = [document(f"d{at}", published=day) for at, day in enumerate(("2031-04-02", None, "2031-05-01T10:00"))]
    made = frame(documents={each.id: each for each in pages}, matters={}, links={}, claims={})
    found = dict(archive_pages(made))
    assert {"archive/index.html", "archive/2031-04.html", "archive/2031-05.html"} <= found.keys()
    told = text_of(found["archive/index.html"])
    assert told.index("May 2031") < told.index("April 2031")
    assert "1 document" in told


def test_sources_are_listed_by_name_and_those_not_known_under_one() -> None:
    """Each with a page of its documents."""
    pages = [document(f"d{at}", source=name) for at, name in enumerate(("The Lamp", None, "an Orsa paper", None))]
    made = frame(documents={each.id: each for each in pages}, matters={}, links={}, claims={})
    found = list(source_pages(made))
    assert len(found) == 4
    told = text_of(found[0][1])
    assert told.index("an Orsa paper") < told.index("The Lamp")


def test_the_page_about_the_site_has_every_figure_of_the_evaluation() -> None:
    """With its interval, and what it gets wrong."""
    told = text_of(about_page(frame())[1])
    for row in table("accuracy"):
        assert f"{row['low']} – {row['high']}" in told
    for words in ("60 words", "What it gets wrong", "never says who is right"):
        assert words in told


def test_the_front_page_says_how_much_there_is() -> None:
    """Copies left out."""
    told = standing(frame(claim(), sundmark(), claim("c3", copy_of="c1")))
    assert "2 claims" in told
    assert "1 document" in told


def test_days_in_a_question_are_said_in_words() -> None:
    """Not what only looks like one."""
    made = frame()
    assert made.asked("Who held Orsa on 2031-05-02?") == "Who held Orsa on 2 May 2031?"
    assert made.asked("Order 12-2031-05-02-7?") == "Order 12-2031-05-02-7?"


def test_offsets_are_told_piece_by_piece() -> None:
    """As in the source's text."""
    assert offsets(sundmark()) == "16–30, 31–44"


@pytest.mark.parametrize("words", ["a\x00b", "a\u202eb", "a\x1b[31mb"])
def test_what_a_page_shows_of_an_article_has_no_control_in_it(words: str) -> None:
    """Wherever a template writes it."""
    made = frame(documents={"d1": document("d1", claim(), sundmark(), title=words, author=words)})
    _, content = document_page(made, made.edition.documents["d1"])
    assert not set(content.decode()) & set("\x00\x1b\u202e")
