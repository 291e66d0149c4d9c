"""Makes whole ledgers by hand, without readers or a parser: a small story told twice, and one hostile everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Act, Claim, Frame
from counterclaim.model.document import Document, Part, PartKind, Removed
from counterclaim.model.identity import identity
from counterclaim.model.lost import Lost, Missing, Where
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.place import Place, Precision
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from counterclaim.model.statement import Statement
from counterclaim.model.when import Time
from hostile_markup import ADDRESSES, PERILOUS
from stories_made import TEXT, claim_of, document_of, span_of

NOON = "2031-05-09T12:00:00+00:00"
CONTENT = "Orsan claims that 40 guards fled the bridge"
FLED = "that 40 guards fled the bridge"


def story_ledger(path: Path) -> Path:
    """
    One denial of one claim, on a map, in an article, in a copy of it that lost the denial, and in one of open rights.

    Four documents of three sources: the fourth is in a language that is not read.
    """
    with Ledger(path, create=True, clock=lambda: NOON) as ledger:
        for analysis in _story():
            ledger.add(analysis)
    return path


def hostile_ledger(path: Path, strings: Sequence[str] = PERILOUS) -> Path:
    """For each of `strings` one document that has it in every field that a text, a feed or a file can fill."""
    with Ledger(path, create=True, clock=lambda: NOON) as ledger:
        for number, string in enumerate(strings):
            ledger.add(hostile_analysis(string, number))
    return path


def _story() -> list[Analysis]:
    front = {"layout": "post", "categories": ["News", "War"], "tags": ["Orsa", "Ferrin"], "image": "/i/bridge.jpg"}
    told = {"published": "2031-05-03", "published_precision": "day", "language": "en", "author": "A. Writer"}
    at = {"publisher": "The Orsa Gazette", "url": "https://gazette.invalid/bridge", "path": "posts/bridge.md"}
    one = replace(document_of(), **told, **at, front_matter={"title": "A bridge", **front})
    two = replace(
        document_of(TEXT + " So much for the bridge."),
        **told | {"published": "2031-05-04"},
        publisher="Copyists",
        url="https://copyists.invalid/1",
        path="feeds/copies.xml#1",
        origin=one.id,
        removed=(Removed("Big News: ", "title", "a label before the headline"),),
        front_matter={"title": "A bridge", "tags": ["Orsa"]},
    )
    free = replace(
        document_of(TEXT + " The river is high."),
        **told | {"published": "2031-06", "published_precision": "month"},
        publisher="Open Ferrin",
        url="https://open.invalid/river",
        rights="CC BY 4.0",
    )
    other = replace(document_of("Dies liest niemand.", path="fremd.md", understood=False), language="de")
    silent = Analysis(other, Reading(other), (), Disputes())
    return [analysis_of_bridge(each) for each in (one, two, free)] + [silent]


def analysis_of_bridge(page: Document, say: str = "", key: str = "bridge") -> Analysis:
    """Ferrin denies what Orsa claims of the bridge, with place, time, number and matter; `say` goes into all names."""
    ferrin, orsa = f"Ferrin{say}", f"Orsa{say}"
    denial = claim_of(
        page, f"Ferrin{say}", "denies", CONTENT, Act.DENIES, channel=say or "Telegram", said_on="2031-05-02",
        speaker=Speaker(ferrin, say or "spokesman", ferrin, say), chain=(ferrin, page.publisher or "", say),
        addressee=say or None, found_by=say or "hand.v1", because=say or "made by hand", score=0.5,
    )  # fmt: skip
    frame = Frame(
        "casualties", span_of("40 guards fled", page.text), place=key, place_name=f"Ferrin bridge{say}",
        containers=(say,), actor=orsa, low=40, high=40, unit=say or None, counted=f"guards{say}", time="2031-05-01",
    )  # fmt: skip
    claim = claim_of(
        page, "Orsan", "claims", FLED, Act.ASSERTS, within=denial.id, speaker=Speaker(orsa, side=orsa),
        about=(frame,), happened="2031-05-01", chain=(orsa, ferrin),
    )  # fmt: skip
    hope = claim_of(page, "Orsa", "hopes", "for rain", Act.HOPES, speaker=Speaker(None, say or "an official"))
    return Analysis(
        page,
        _reading(page, say, key),
        (denial, claim, hope),
        _disputes(denial, claim, (ferrin, orsa), say, key),
        extractor=say or "hand/1",
        statements=(Statement(span_of("Orsa hopes for rain", page.text), frame),),
        lost=(_lost(page, claim, say),),
    )


def _lost(page: Document, claim: Claim, say: str) -> Lost:
    own, told = span_of("Orsa hopes", page.text), span_of("40 guards fled", page.text)
    what, because = (Missing.ATTRIBUTION, Where.HEADLINE), say or "the headline says it itself"
    return Lost(page.id, own, page.id, told, claim.id, *what, because, say or "hand.v1", 0.9)


def _reading(page: Document, say: str, key: str) -> Reading:
    bridge = Place(
        span_of("the bridge", page.text), f"Ferrin bridge{say}", key, Precision.SETTLEMENT, 51.5, 35.2,
        countries=("RU",), disputed=True, admin1="RU-KRS", containers=(say,), candidates=((f"Ost{say}", 0.2),),
        because=say,
    )  # fmt: skip
    quantity = Quantity(span_of("40 guards", page.text), value=40, low=40, high=40, unit=say or None, of=f"guards{say}")
    time = Time(span_of("Orsa hopes", page.text), "2031-05-01", rule=say or "day", because=say)
    whole = Sentence(Span(0, len(page.text)), 0, 1, 0)
    return Reading(page, sentences=(whole,), places=(bridge,), quantities=(quantity,), times=(time,))


def _disputes(denial: Claim, claim: Claim, sides: tuple[str, str], say: str, key: str) -> Disputes:
    ends = (denial.id, claim.id)
    because = say or "the denial holds the claim."
    link = Link(identity("l", *ends), *ends, LinkKind.DENIES, Basis.STRUCTURE, because, say or "hand.v1", 0.5)
    ferrin, orsa = sides
    matter = Matter(
        identity("m", key),
        f"Did guards flee the bridge{say}?",
        Status.CONTESTED,
        {ferrin: (denial.id,), orsa: (claim.id,)},
        (Position(f"yes{say}", (claim.id,), (orsa,)), Position(f"no{say}", (denial.id,), (ferrin,))),
        (link.id,),
        unanswered_by=(f"Sundmark{say}",),
        place=key,
        place_name=f"Ferrin bridge{say}",
        time="2031-05-01",
        because=say or "a denial",
    )
    return Disputes((link,), (matter,))


def hostile_analysis(string: str, number: int) -> Analysis:
    """The bridge with `string` in every name and field, behind the words that the spans need, and in the text."""
    say = f" {string}"
    told = TEXT.replace("Ferrin denies", f"Ferrin{say} denies").replace("the bridge.", f"the bridge. {string}")
    # Some of the strings differ in signs alone: without a number of its own such a text is another's copy.
    told += f" This is report {number}."
    title = f"{string} A bridge"
    text = f"{title}\n\n{string} And an excerpt.\n\n{told}"
    ends = (len(title), len(title) + 2 + len(string) + len(" And an excerpt."))
    parts = (
        Part(PartKind.TITLE, Span(0, ends[0])),
        Part(PartKind.EXCERPT, Span(ends[0] + 2, ends[1])),
        Part(PartKind.BODY, Span(ends[1] + 2, len(text))),
    )
    page = Document(
        identity("d", number, string),
        text,
        title,
        parts,
        removed=(Removed(string, string, string),),
        published="2031-05-03",
        published_precision=string if number % 7 == 0 else "day",
        language=string if number % 5 == 0 else "en",
        path=string,
        url=string if string in ADDRESSES else f"https://e{number}.invalid/{string}",
        canonical_url=string,
        feed=string,
        publisher=string,
        author=string,
        rights=f"CC BY 4.0 {string}" if number % 2 else string,
        captured=NOON,
        front_matter=_front(string),
        notes=(string,),
    )
    return analysis_of_bridge(page, say, f"{string}{number}")


def _front(string: str) -> dict[str, object]:
    lists = {name: [string, "Orsa"] for name in ("categories", "tags")}
    plain = dict.fromkeys(("layout", "title", "date", "author", "excerpt", "image", "license", "permalink"), string)
    return {**plain, **lists, string: string, "nested": {string: [string]}}
