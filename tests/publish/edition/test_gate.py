"""The gate in what is published: no file of a site or of posts shows what is held back, or names whom it accuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Accused, Act, Claim
from counterclaim.model.document import Document, Part, PartKind, Removed
from counterclaim.model.identity import identity
from counterclaim.model.lost import Lost, Missing, Where
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from counterclaim.publish.edition import edition_of
from counterclaim.publish.edition.documents import opened
from counterclaim.publish.edition.gate import Passed
from counterclaim.publish.edition.hidden import addresses_somebody, names_somebody
from counterclaim.publish.edition.lost import published_lost
from counterclaim.publish.jekyll import jekyll_site
from counterclaim.publish.settings import Settings, SourceSettings
from counterclaim.publish.site.publish import publish
from ledgers_made import NOON
from stories_made import claim_of, span_of

# Invented: neither the people nor Orsa exist.
TITLE = "Jon Teles held over lamps"
PARAGRAPHS = (
    "Police said that Jon Teles stole 40 lamps. Orsa hopes for rain over the western hills.",
    "Teles said that he never went near the shed. Later the harbour denied that the bridge is shut.",
    "The clerk insists that the lake froze over.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
STOLE, NEVER = "that Jon Teles stole 40 lamps", "that he never went near the shed"
RAIN, SHUT, FROZE = "for rain over the western hills", "that the bridge is shut", "that the lake froze over"
PRIVATE = (Accused("Jon Teles", None, False, "made by hand"),)
HELD = ("teles", "stole 40 lamps", "went near the shed", "TELES", "40 lamps")
OPEN = Settings(own_text=True, url="https://desk.invalid")
SOURCE = "The Orsa Gazette"


def article(**rest: object) -> Document:
    """A report that names the accused in every field that a source fills."""
    parts, at = [], 0
    for number, words in enumerate((TITLE, *PARAGRAPHS)):
        parts.append(Part(PartKind.BODY if number else PartKind.TITLE, Span(at, at + len(words))))
        at += len(words) + 2
    front = {
        "layout": "post", "title": TITLE, "tags": ["lamps-of-jon-teles", "Orsa"], "categories": ["Teles case", "News"],
        "image": "/i/jonteles.jpg", "excerpt": "Teles is held", "description": STOLE, "author": "Jon Teles",
    }  # fmt: skip
    made = Document(
        identity("d", "teles"), TEXT, TITLE, tuple(parts), (Removed("JON TELES: read more", "title", "a label"),),
        published="2031-05-03", published_precision="day", language="en", path="posts/jon-teles.md",
        url="https://gazette.invalid/2031/jon-teles-held", publisher=SOURCE, author="Jon Teles",
        front_matter=front, notes=("the byline names Jon Teles",),
    )  # fmt: skip
    return replace(made, **rest)


def claims_of(page: Document) -> tuple[Claim, ...]:
    """Two on the accused, of which one is his own; two that anybody may read; one that a person rejects."""
    told = {"speaker": Speaker("Jon Teles", "bus driver"), "accused": PRIVATE}
    return (
        claim_of(page, "Police", "said", STOLE, Act.ASSERTS, accused=PRIVATE),
        claim_of(page, "Teles", "said", NEVER, Act.DENIES, **told),
        claim_of(page, "Orsa", "hopes", RAIN, Act.HOPES),
        claim_of(page, "the harbour", "denied", SHUT, Act.DENIES),
        claim_of(page, "The clerk", "insists", FROZE, Act.ASSERTS),
    )


def analysis(page: Document) -> Analysis:
    """The report with its claims, a link and a matter between the held ones, and a sentence of its own voice."""
    stole, never, *_ = claims = claims_of(page)
    link = Link(
        identity("l", page.id), never.id, stole.id, LinkKind.DENIES, Basis.STRUCTURE, "Jon Teles denies it.", "hand.v1"
    )
    matter = Matter(
        identity("m", page.id), "Did Jon Teles steal 40 lamps?", Status.CONTESTED,
        {"Police": (stole.id,), "Jon Teles": (never.id,)},
        (Position("yes", (stole.id,), ("Police",)), Position("no", (never.id,), ("Jon Teles",))), (link.id,),
    )  # fmt: skip
    lost = Lost(
        page.id, span_of(TITLE, page.text), page.id, span_of(STOLE, page.text), stole.id,
        Missing.ATTRIBUTION, Where.HEADLINE, "the headline says it", "hand.v1", 0.9,
    )  # fmt: skip
    sentences = tuple(Sentence(part.span, 0, 1, number) for number, part in enumerate(page.parts))
    lamps = Quantity(span_of("40 lamps", page.text), value=40, of="lamps of Teles")
    reading = Reading(page, sentences=sentences, quantities=(lamps,))
    return Analysis(page, reading, claims, Disputes((link,), (matter,)), lost=(lost,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The report, the clerk's claim in it rejected."""
    with Ledger(tmp_path / "gate.ledger", create=True, clock=lambda: NOON) as made:
        fill(made, article())
        yield made


def fill(ledger: Ledger, page: Document) -> None:
    """Adds a report; a person rejects the clerk's claim in it."""
    ledger.add(analysis(page))
    ledger.decide(claims_of(page)[-1].id, "rejected", by="an editor")


def everything(ledger: Ledger, folder: Path, settings: Settings = OPEN) -> str:
    """All files of the site and of the posts with their names, as one text."""
    publish(ledger, folder, settings)
    site = [f"{path.relative_to(folder)}\n{path.read_bytes().decode()}" for path in sorted(folder.rglob("*.*"))]
    posts = [f"{name}\n{text}" for name, text in jekyll_site(edition_of(ledger, settings), settings, version="9.9")]
    return "\n".join(site + posts)


def shown(text: str, words: Sequence[str]) -> list[str]:
    """Those of `words` that stand in the text."""
    return [each for each in words if each in text or each in text.casefold()]


@pytest.mark.parametrize("settings", [OPEN, Settings(own_text=False)])
def test_no_file_names_somebody_who_waits_or_says_what_is_held(
    ledger: Ledger, tmp_path: Path, settings: Settings
) -> None:
    """Not in titles, tags, addresses, removed words, notes, reasons, lists of speakers, indexes or file names."""
    told = everything(ledger, tmp_path / "site", settings)
    assert shown(told, HELD) == []
    assert shown(told, (RAIN, SHUT)) == [RAIN, SHUT]
    assert edition_of(ledger, settings).held.unreleased == 2


def test_what_was_released_is_there(ledger: Ledger, tmp_path: Path) -> None:
    """With name, words, title, speaker and matter."""
    for claim in claims_of(article())[:2]:
        ledger.release(claim.id, by="an editor")
    told = everything(ledger, tmp_path / "site")
    words = (TITLE, STOLE, NEVER, "Did Jon Teles steal 40 lamps?", "jon-teles-held", "lamps-of-jon-teles")
    assert shown(told, words) == list(words)
    edition = edition_of(ledger, OPEN)
    assert {each.voice.name for each in edition.claims.values()} >= {"Jon Teles", "Police"}
    assert [each.title for each in edition.documents.values()] == [TITLE]
    assert len(edition.matters) == len(edition.links) == 1 and edition.held.unreleased == 0


def test_one_release_lets_out_one_claim(ledger: Ledger) -> None:
    """The other one still waits, and what both stand in with it."""
    stole, never, *_ = claims_of(article())
    ledger.release(stole.id, by="an editor")
    edition = edition_of(ledger, OPEN)
    assert stole.id in edition.claims and never.id not in edition.claims
    assert not edition.matters and not edition.links


@pytest.mark.parametrize(("released", "cases"), [(False, 0), (True, 1)])
def test_attribution_lost_is_shown_only_where_both_texts_may_be(ledger: Ledger, released: bool, cases: int) -> None:
    """A headline that accuses waits with the claim that it was made of."""
    for claim in claims_of(article())[:2] if released else ():
        ledger.release(claim.id, by="an editor")
    ready = {each["id"]: opened(each, list(ledger.claims(each["id"])), OPEN) for each in ledger.documents()}
    found = published_lost(analysis(article()).lost, ready, edition_of(ledger, OPEN).claims)
    assert len(list(found)) == cases


def test_a_rejected_claim_is_never_published(ledger: Ledger, tmp_path: Path) -> None:
    """Not even where it is released."""
    froze = claims_of(article())[-1]
    ledger.release(froze.id, by="an editor")
    assert froze.id not in everything(ledger, tmp_path / "site")
    assert froze.id not in edition_of(ledger, Settings()).claims


def test_rejecting_an_accusation_does_not_publish_the_name(ledger: Ledger, tmp_path: Path) -> None:
    """What was read amiss stands in the text all the same."""
    for claim in claims_of(article())[:2]:
        ledger.decide(claim.id, "rejected", by="an editor")
    assert shown(everything(ledger, tmp_path / "site"), HELD) == []


@pytest.mark.parametrize(
    ("settings", "front"),
    [
        (Settings(reviewed_only=True), {}),
        (Settings(sources={SOURCE: SourceSettings(reviewed_only=True)}), {}),
        (Settings(sources={"gazette.invalid": SourceSettings(reviewed_only=True)}), {}),
        (Settings(), {"publish": "reviewed-only"}),
    ],
)
def test_reviewed_only_holds_what_nobody_has_reviewed(
    tmp_path: Path, settings: Settings, front: dict[str, object]
) -> None:
    """Whether said of everything, of a source by name or host, or in the post; an accepted claim is there."""
    page = article(front_matter={**(article().front_matter or {}), **front})
    with Ledger(tmp_path / "gate.ledger", create=True, clock=lambda: NOON) as ledger:
        fill(ledger, page)
        rain, shut = claims_of(page)[2:4]
        assert shown(everything(ledger, tmp_path / "site", settings), (RAIN, SHUT)) == []
        ledger.decide(rain.id, "accepted", by="an editor")
        assert shown(everything(ledger, tmp_path / "site", settings), (RAIN, SHUT)) == [RAIN]
        assert (
            list(edition_of(ledger, settings).claims) == [rain.id]
            and shut.id not in edition_of(ledger, settings).claims
        )


def test_names_are_hidden_as_words_of_their_own() -> None:
    """A short name is no part of a longer word."""
    gate = Passed((), names=("Ali",))
    text = "Australia won. Ali’s oars, ALI, are gone."
    assert not gate.hides(Span(0, 14), text=text)
    assert gate.hides(Span(15, 25), text=text) and gate.hides(Span(26, 40), text=text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jon\u00a0Teles", "Jon Teles"), ("Jon\nTeles’s boat", "Jon Teles"), ("MIA O’DARE", "Mia O'Dare"),
        ("Ana-Teles", "Teles"), ("警方称张三偷了灯", "张三"), ("(Orrin)", "Orrin"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_set(text: str, name: str) -> None:
    """Over blanks and line ends, in capitals, with either apostrophe, and in scripts without blanks."""
    assert names_somebody(text, (name,))


@pytest.mark.parametrize(("text", "name"), [("Alison", "Ali"), ("televised", "Tele"), ("a hill", "Hill"), ("x", "")])
def test_a_part_of_a_word_or_a_common_word_is_no_name(text: str, name: str) -> None:
    """Small letters are no name's."""
    assert not names_somebody(text, (name,) if name else ())


def test_names_in_addresses_and_tags_are_found_without_their_blanks() -> None:
    """As slugs and tags write them."""
    for address in ("https://gazette.invalid/jon-teles-held", "JonTeles", "jon_teles", "teles case", "/i/jonteles.jpg"):
        assert addresses_somebody(address, ("Jon Teles", "Teles"))
    assert not addresses_somebody("https://gazette.invalid/australia-wins", ("Ali",))
