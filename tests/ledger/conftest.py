"""Analyses made by hand for the ledger: one small invented story, without any reader or parser."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Act, Certainty, Claim, Form
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.identity import identity, identity_of_bytes
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker

TITLE = "Marrow says the Ost bridge is in its hands"
BODY = (
    "Marrow said on Monday that its engineers hold the Ost bridge from bank to bank.",
    "Velden denied that Marrow's engineers hold the Ost bridge from bank to bank.",
)
ACTS = {"said": Act.ASSERTS, "says": Act.ASSERTS, "denied": Act.DENIES, "retracted": Act.ASSERTS}


def document(
    paragraphs: Sequence[str] = BODY, *, title: str = TITLE, excerpt: str | None = None, path: str = "posts/ost.md"
) -> Document:
    """A document of a title, an excerpt where one is given, and paragraphs."""
    pieces = [title, *([excerpt] if excerpt else []), *paragraphs]
    kinds = [PartKind.TITLE, *([PartKind.EXCERPT] if excerpt else []), *[PartKind.BODY] * len(paragraphs)]
    parts, at = [], 0
    for kind, piece in zip(kinds, pieces, strict=True):
        parts.append(Part(kind, Span(at, at + len(piece))))
        at += len(piece) + 2
    text = "\n\n".join(pieces)
    return Document(
        id=identity_of_bytes("d", text.encode("utf-8", "surrogatepass")),
        text=text,
        title=title,
        parts=tuple(parts),
        published="2031-05-06",
        language="en",
        path=path,
        front_matter={"title": title, "excerpt": excerpt},
    )


def claim(
    doc: Document,
    source: str,
    cue: str,
    content: str,
    *,
    nth: int = 0,
    found_by: str = "verb.v1",
    side: str | None = None,
) -> Claim:
    """The claim whose cue is the nth one after such a source; its content is the first such words around it."""
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(cue, at + 1)
    begin = doc.text.rfind(source, 0, at)
    start = doc.text.find(content, at)
    spans = [
        (Span(begin, begin + len(source)),),
        (Span(at, at + len(cue)),),
        (Span(start, start + len(content)),),
    ]
    return Claim(
        id=identity("c", doc.id, spans),
        document=doc.id,
        source=spans[0],
        cue=spans[1],
        content=spans[2],
        form=Form.INDIRECT,
        act=ACTS[cue],
        certainty=Certainty.CERTAIN,
        speaker=Speaker(source, side=side or source),
        found_by=found_by,
        because=f"“{cue}” follows {source}",
    )


def sentences(doc: Document) -> tuple[Sentence, ...]:
    return tuple(Sentence(part.span, number, number + 1, number) for number, part in enumerate(doc.parts))


def analysis(doc: Document, claims: Sequence[Claim] = (), disputes: Disputes | None = None) -> Analysis:
    return Analysis(doc, Reading(doc, sentences=sentences(doc)), tuple(claims), disputes or Disputes())


def dispute(denial: Claim, denied: Claim, *, question: str = "Who holds the Ost bridge?") -> Disputes:
    """The denial linked to what it denies, and the matter that they form."""
    link = Link(
        identity("l", denial.id, denied.id, "denies"),
        denial.id,
        denied.id,
        LinkKind.DENIES,
        Basis.EXPLICIT,
        "the one denies what the other says",
        "denial.v1",
    )
    sides = {"Marrow": (denied.id,), "Velden": (denial.id,)}
    matter = Matter(
        id=identity("m", question),
        question=question,
        status=Status.CONTESTED,
        sides=sides,
        positions=(Position("Marrow", (denied.id,), ("Marrow",)), Position("not Marrow", (denial.id,), ("Velden",))),
        links=(link.id,),
        because="a denial stands between the sides",
    )
    return Disputes((link,), (matter,))


class Story:
    """Makes analyses of the invented story."""

    HELD = "its engineers hold the Ost bridge from bank to bank"
    DENIED = "Marrow's engineers hold the Ost bridge from bank to bank"
    document = staticmethod(document)
    claim = staticmethod(claim)
    analysis = staticmethod(analysis)
    dispute = staticmethod(dispute)
    replace = staticmethod(replace)

    def claims(self, doc: Document, *, found_by: str = "verb.v1") -> list[Claim]:
        said = claim(doc, "Marrow", "said", self.HELD, found_by=found_by)
        denied = claim(doc, "Velden", "denied", self.DENIED, found_by=found_by)
        return [said, denied]

    def whole(self, **options: object) -> Analysis:
        """The story with its two claims, the denial between them, and the matter."""
        doc = document(**options)  # type: ignore[arg-type]
        said, denied = self.claims(doc)
        return analysis(doc, (said, denied), dispute(denied, said))


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def clock() -> Callable[[], str]:
    ticks = itertools.count()
    return lambda: f"2031-05-07T00:00:{next(ticks) % 60:02d}+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path, clock: Callable[[], str]):
    with Ledger(path, create=True, clock=clock) as opened:
        yield opened
