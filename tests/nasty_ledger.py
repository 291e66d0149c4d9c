"""Makes a ledger of texts of unknown rights in all shapes that could carry more of a text than a quotation may."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Act, Certainty, Claim, Form, Frame
from counterclaim.model.document import Document, Part, PartKind, Removed
from counterclaim.model.identity import identity
from counterclaim.model.lost import Lost, Missing, Where
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.place import Place, Precision
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from counterclaim.model.when import Time

NOON = "2031-05-09T12:00:00+00:00"
FOLDER, NAME = "quietfolder", "hiddenname.md"
NOUNS = ("ferry", "bridge", "mill", "quay", "tower", "road", "gate", "lamp", "field", "river", "barn", "wall", "well")
VERBS = ("leans", "stands", "burns", "sinks", "floats", "turns", "opens", "shines", "floods", "rests", "falls")


def prose(start: int, count: int) -> str:
    """So many words that no other start gives, as one sentence."""
    words = []
    for number in range(start, start + count):
        words.append((NOUNS, VERBS)[number % 2][number % (13 - number % 2 * 2)] + f"{number:x}z")
    return " ".join(words).capitalize() + "."


TITLE = "Orsa and Veldaria speak of a bridge"
# One part a line: its kind and its words. What the claims below stand on is named by its place in this list.
SHAPES: tuple[tuple[str, str], ...] = (
    ("title", TITLE),
    ("excerpt", prose(0, 22)),
    ("body", prose(100, 180)),
    ("body", prose(300, 15)),
    ("body", f"{prose(400, 20)} {prose(440, 130)} {prose(580, 20)}"),
    ("heading", "Bridge"),
    ("heading", "Four words stand here"),
    ("body", prose(700, 12)),
    ("body", prose(800, 12)),
    ("body", prose(300, 15)),
    ("caption", prose(900, 9)),
    ("body", f"{prose(1000, 70)[:-1]} saying, {prose(1100, 8)[:-1]}, {prose(1200, 70)} More."),
    ("body", "橋は倒れたと市長は言った" * 12),
    ("body", "قالالناطقانالجسرسقطفيالنهر" * 10),
    ("body", " — ".join(prose(1300 + at * 2, 2) for at in range(40))),
    ("body", prose(1500, 26)),
    ("body", prose(1600, 26)),
)
Pieces = tuple[Span, ...]


def nasty_document(rights: str | None = None, *, title: str = TITLE, add: str = "") -> Document:
    """The shapes as one document; `add` stands behind its last paragraph."""
    parts, pieces, at = [], [], 0
    for kind, words in SHAPES:
        told = title if kind == "title" else words
        parts.append(Part(PartKind(kind), Span(at, at + len(told))))
        pieces.append(told)
        at += len(told) + 2
    text = "\n\n".join(pieces) + add
    whole = [part.span.of(text) for part in parts]
    return Document(
        identity("d", text, rights),
        text,
        title,
        tuple(parts),
        removed=(Removed(whole[15], "body", "it calls to share"), Removed(whole[2], "body", "it calls to share")),
        published="2031-05-03",
        language="en",
        path=f"{FOLDER}/{NAME}",
        feed=f"{FOLDER}/{NAME}",
        publisher="The Orsa Gazette",
        author="A. Writer",
        rights=rights,
        front_matter=_front(whole),
        notes=(f"could not tell what this is: {whole[15]}",),
    )


def _front(whole: list[str]) -> dict[str, object]:
    return {
        "layout": "post",
        "title": TITLE,
        "excerpt": whole[1],
        "description": whole[2],
        "subtitle": whole[3],
        "content": whole[4],
        "image": {"path": "/bridge.jpg", "caption": whole[10], "alt": whole[2], whole[15]: 1},
        "tags": ["Orsa", whole[16], whole[2]],
        "categories": [whole[15]],
        "path": f"{FOLDER}/{NAME}",
    }


def nasty_analysis(page: Document) -> Analysis:
    """Claims that are paragraphs, several of them, very long, or without blanks; and what is said of them."""
    at = [part.span for part in page.parts]
    cut = (Span(at[4].start + 200, at[4].end - 150),)
    inner = _found(page, prose(1100, 8)[:-1])
    claims = [
        _claim(page, 0, (at[3],), at[3], source=(at[10],)),
        _claim(page, 1, (at[7], at[8]), at[7], cue=(at[15],)),
        _claim(page, 2, (at[4],), at[4]),
        _claim(page, 3, cut, at[4]),
        _claim(page, 4, (inner,), at[11]),
        _claim(page, 5, (at[6], at[5]), at[6]),
        _claim(page, 6, (at[12],), at[12]),
        _claim(page, 7, (at[13],), at[13]),
        _claim(page, 8, (at[14],), at[14]),
        _claim(page, 9, (at[1],), at[1]),
        _claim(page, 10, (Span(at[5].start, at[8].end),), at[5]),
        _claim(page, 11, (Span(at[15].start, at[15].start + 40), at[16]), at[15].to(at[16])),
        _claim(page, 12, (Span(at[0].start, at[0].end),), at[0]),
        _claim(page, 13, (Span(at[12].start + 40, at[12].start + 50),), at[12]),
        _claim(page, 14, (Span(at[13].start + 40, at[13].start + 50),), at[13]),
        _claim(page, 15, (Span(at[14].start + 40, at[14].start + 50),), at[14]),
    ]
    return Analysis(page, _reading(page), tuple(claims), _disputes(page, claims), "hand/1", lost=_lost(page))


def _found(page: Document, words: str) -> Span:
    start = page.text.index(words)
    return Span(start, start + len(words))


def _claim(page: Document, number: int, content: Pieces, around: Span, **rest: Pieces) -> Claim:
    side = ("Orsa", "Veldaria")[number % 2]
    told = around.of(page.text)
    # The sentence of a claim is that of its cue.
    at = around.start
    source, cue = rest.get("source", (Span(at, at + 4),)), rest.get("cue", (Span(at + 4, at + 6),))
    return Claim(
        identity("c", page.id, number), page.id, source, cue, content, Form.INDIRECT, Act.ASSERTS, Certainty.CERTAIN,
        Speaker(side, "spokesman", side), found_by="hand.v1", because=f"it stands in “{told}”",
        about=(Frame("control", content[0], place="x:bridge", place_name="Bridge", counted=told),),
    )  # fmt: skip


def _reading(page: Document) -> Reading:
    spans = [part.span for part in page.parts]
    spans[11] = Span(spans[11].start, spans[11].end - len(" More."))
    sentences = tuple(Sentence(span, at, at + 1, at) for at, span in enumerate(spans))
    told = page.parts[15].span.of(page.text)
    place = Place(
        page.parts[5].span, "Bridge", "x:bridge", Precision.SETTLEMENT, 51.5, 35.2, candidates=((told, 0.2),),
        because=told,
    )  # fmt: skip
    times = (Time(page.parts[5].span, "2031-05-01", rule="day", because=told),)
    return Reading(page, sentences=sentences, places=(place,), times=times, quantities=_quantities(page, told))


def _quantities(page: Document, told: str) -> tuple[Quantity, ...]:
    return (Quantity(page.parts[5].span, value=40, of=told),)


def _disputes(page: Document, claims: list[Claim]) -> Disputes:
    at = [part.span.of(page.text) for part in page.parts]
    ends = (claims[1].id, claims[0].id)
    link = Link(identity("l", *ends), *ends, LinkKind.DENIES, Basis.EXPLICIT, f"one says “{at[7]}”: {at[3]}", "hand.v1")
    sides = {name: tuple(each.id for each in claims[first::2]) for first, name in enumerate(("Orsa", "Veldaria"))}
    positions = (Position(at[3], sides["Orsa"], ("Orsa",)), Position(at[7], sides["Veldaria"], ("Veldaria",)))
    matter = Matter(
        identity("m", page.id), f"Is it so, as claimed: “{at[3]}”?", Status.CONTESTED, sides, positions, (link.id,),
        place="x:bridge", place_name="Bridge", because=f"{at[15]} against {at[16]}",
    )  # fmt: skip
    return Disputes((link,), (matter,))


def _lost(page: Document) -> tuple[Lost, ...]:
    at = [part.span for part in page.parts]
    pairs = ((at[2], at[3]), (at[15], at[4]), (at[0], at[16]))
    kind = (Missing.HEDGE, Where.HEADLINE)
    return tuple(Lost(page.id, own, page.id, told, None, *kind, "it says so", "hand.v1", 0.9) for own, told in pairs)


def nasty_ledger(path: Path, rights: str | None = None) -> Path:
    """The shapes, their copy with one paragraph more, and one whose title is a whole text."""
    first = nasty_document(rights)
    copy = replace(nasty_document(rights, add=f"\n\n{prose(2000, 30)}"), origin=first.id, url="https://copy.invalid/1")
    long = nasty_document(rights, title=prose(100, 180))
    with Ledger(path, create=True, clock=lambda: NOON) as ledger:
        for page in (first, copy, long):
            ledger.add(nasty_analysis(page))
    return path
