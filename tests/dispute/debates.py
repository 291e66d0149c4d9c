"""Makes documents and their claims from lines that say who said what: invented speakers, places and sentences."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.claim import Act, Certainty, Claim, Form, Frame
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker


class Says(NamedTuple):
    """One sentence: SOURCE CUE CONTENT. `held` are source, cue and content of a claim that stands in the content."""

    source: str
    cue: str
    content: str
    act: Act = Act.ASSERTS
    side: str | None = None
    frames: tuple[Frame, ...] = ()
    held: tuple[str, str, str] | None = None
    held_side: str | None = None
    part: PartKind = PartKind.BODY
    said_on: str | None = None
    happened: str | None = None


def debate(*lines: Says, published: str | None = "2031-05-02") -> tuple[Document, list[Claim]]:
    """A document with a paragraph for each line, and its claims, named c0, c1, ... (the held one c0h)."""
    text, parts, claims = "", [], []
    for number, line in enumerate(lines):
        at = len(text)
        text += f"{line.source} {line.cue} {line.content}."
        parts.append(Part(line.part, Span(at, len(text))))
        claims.extend(_claims(f"c{number}", at, line))
        text += "\n\n"
    return Document("d1", text.strip(), "", tuple(parts), published=published), claims


def _claims(name: str, at: int, line: Says) -> list[Claim]:
    cue = at + len(line.source) + 1
    content = cue + len(line.cue) + 1
    words = Span(content, content + len(line.content))
    frames = tuple(_moved(frame, words) for frame in line.frames)
    outer = _claim(name, (Span(at, cue - 1), Span(cue, content - 1), words), line.act, (line.source, line.side), frames)
    if not line.held:
        return [_dated(outer, line)]
    source, held_cue, held_content = (_within(piece, line.content, content) for piece in line.held)
    speaker = (line.held[0], line.held_side)
    inner = _claim(f"{name}h", (source, held_cue, held_content), Act.ASSERTS, speaker, frames, within=name)
    return [outer, inner]


def _within(piece: str, content: str, at: int) -> Span:
    start = at + content.index(piece)
    return Span(start, start + len(piece))


def _moved(frame: Frame, words: Span) -> Frame:
    fields = {name: getattr(frame, name) for name in Frame.__slots__}
    return Frame(**(fields | {"words": words}))


def _claim(
    name: str,
    spans: tuple[Span, Span, Span],
    act: Act,
    speaker: tuple[str, str | None],
    frames: tuple[Frame, ...],
    within: str | None = None,
) -> Claim:
    source, cue, content = ((span,) for span in spans)
    who = None if speaker[0] == "Somebody" else Speaker(speaker[0], side=speaker[1])
    return Claim(
        name, "d1", source, cue, content, Form.INDIRECT, act, Certainty.CERTAIN, who, within=within, about=frames
    )


def _dated(claim: Claim, line: Says) -> Claim:
    fields = {name: getattr(claim, name) for name in Claim.__slots__}
    return Claim(**(fields | {"said_on": line.said_on, "happened": line.happened}))


def frame(kind: str, place: str | None = None, actor: str | None = None, **slots: object) -> Frame:
    """A frame whose words the debate fills in."""
    named = {"place": place, "place_name": place, "actor": actor} | slots
    return Frame(kind, Span(0, 1), **named)  # type: ignore[arg-type]
