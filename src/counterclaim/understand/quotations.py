"""Pairs opening and closing quotation marks, nested and across paragraphs, and leaves apostrophes alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.model.document import Document
from counterclaim.model.reading import Quotation
from counterclaim.model.span import Span

DOUBLE = re.compile("``|''|[\"“”„‟«»＂「」『』]")
SINGLE = re.compile("(?<!')['‘’‚‹›`](?!')")

# What may close what. Writers mix straight and curly marks in one quotation, so the whole Latin family closes itself.
LATIN = frozenset({'"', "“", "”", "„", "‟", "＂", "``", "''"})
ONLY_OPEN = {"“": "”", "„": "“”", "‟": "”", "``": "''", "「": "」", "『": "』"}
CORNERS = {"「": "」", "『": "』"}
BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f\u2009([{—–-/:…“„«‘‚‹\"'")
AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f\u2009)]}—–-/:;,.!?…”»’›\"'")
# Nobody nests deeper; without a limit a text of nothing but opening marks would give quotations without end.
DEEPEST = 6
# Words whose first letters an apostrophe stands for; after one of these marks no quotation opens.
CLIPPED = re.compile(r"(?:\d\ds?\b|(?:tis|twas|em|til|cause|n|round|bout)\b)", re.IGNORECASE)


@dataclass
class _Open:
    """A quotation whose closing mark has not come yet: its opening mark, the place of it, and earlier pieces."""

    mark: str
    start: int
    pieces: list[Span] = field(default_factory=list)


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """
    The quotations of `document` in the order they open, nested ones too; spans include the marks.

    Where each paragraph of a running quotation opens with a mark and only the last one closes, it is one quotation in
    several pieces. One that is never closed ends with its paragraph and has `closed` False. Takes linear time and
    raises nothing. Single marks count only as a pair that cannot be apostrophes.
    """
    found: list[Quotation] = []
    running: _Open | None = None
    previous = None
    for part in document.parts:
        if running is not None and (part.kind != previous or not _goes_on(document.text, part.span, running)):
            found.append(Quotation(tuple(running.pieces), closed=False))
            running = None
        here, running = _doubles(document.text, part.span, running)
        found.extend(here)
        found.extend(_singles(document.text, part.span, here))
        previous = part.kind
    if running is not None:
        found.append(Quotation(tuple(running.pieces), closed=False))
    return tuple(sorted(found, key=lambda quotation: (quotation.pieces[0].start, -quotation.pieces[-1].end)))


def _goes_on(text: str, part: Span, running: _Open) -> bool:
    """
    Whether the part goes on with a quotation of the parts before it.

    Writers mix straight and curly marks; but who has opened two paragraphs with one mark opens something else with
    another.
    """
    steady = len(running.pieces) > 1
    return _opens(text, part, running.mark) and (not steady or text.startswith(running.mark, part.start))


def _opens(text: str, part: Span, mark: str) -> bool:
    """Whether the part begins with a mark that goes on with a quotation opened by `mark` in the part before."""
    first = DOUBLE.match(text, part.start, part.end)
    if first is None or text[first.end() : first.end() + 1].isspace():
        return False
    return first[0] == mark or (first[0] in LATIN and mark in LATIN and first[0] not in ("”", "''"))


def _doubles(text: str, part: Span, running: _Open | None) -> tuple[list[Quotation], _Open | None]:
    """The quotations in double marks that end in `part`, and the outermost one that runs over its end."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, mark in enumerate(DOUBLE.finditer(text, part.start, part.end)):
        if running is not None and number == 0:
            stack.append(_Open(mark[0], mark.start(), running.pieces))
        elif len(stack) == 1 and _resumes(text, part, mark, stack[0]):
            stack[0].pieces.append(Span(stack[0].start, _end_of_line(text, mark.start())))
            stack[0].start = mark.start()
        elif _closes(text, part, mark, stack):
            opened = stack.pop()
            found.append(Quotation((*opened.pieces, Span(opened.start, mark.end()))))
        elif len(stack) < DEEPEST and _may_open(text, part, mark):
            stack.append(_Open(mark[0], mark.start()))
    for inner in stack[1:]:
        found.append(Quotation((Span(inner.start, part.end),), closed=False))
    if not stack:
        return found, None
    outer = stack[0]
    return found, _Open(outer.mark, outer.start, [*outer.pieces, Span(outer.start, part.end)])


def _resumes(text: str, part: Span, mark: re.Match[str], opened: _Open) -> bool:
    """Whether a mark at the beginning of a line goes on with the quotation of the line before, as in a paragraph."""
    before = text[max(part.start, mark.start() - 2) : mark.start()]
    return before.endswith("\n") and _opens(text, Span(mark.start(), part.end), opened.mark)


def _end_of_line(text: str, start: int) -> int:
    """Where the words before the line that begins at `start` end."""
    while text[start - 1].isspace():
        start -= 1
    return start


def _closes(text: str, part: Span, mark: re.Match[str], stack: list[_Open]) -> bool:
    """Whether `mark` ends the innermost open quotation."""
    if not stack:
        return False
    opened, sign = stack[-1].mark, mark[0]
    if opened in CORNERS:
        return sign == CORNERS[opened]
    if opened in "«»":
        return sign in "«»" and sign != opened
    if sign not in LATIN:
        return False
    if sign in ("”", "''") or sign in ONLY_OPEN.get(opened, ""):
        return True
    return not _looks_opening(text, part, mark.start(), mark.end())


def _may_open(text: str, part: Span, mark: re.Match[str]) -> bool:
    """Whether `mark` can begin a quotation; inch signs and stray closing marks cannot."""
    if mark[0] in ("''", "」", "』"):
        return False
    if mark[0] in ("“", "„", "‟", "«", "``", "「", "『"):
        return True
    before = text[mark.start() - 1] if mark.start() > part.start else " "
    follows = text[mark.end()] if mark.end() < part.end else " "
    # A straight mark with a blank after it is what is left of a quotation whose beginning was lost.
    return not before.isalnum() and not follows.isspace()


def _looks_opening(text: str, part: Span, start: int, end: int) -> bool:
    """Whether a blank or bracket stands before the mark and a word after it."""
    before = text[start - 1] if start > part.start else " "
    follows = text[end] if end < part.end else " "
    return before in BEFORE_OPENING - frozenset("\"'-") and not follows.isspace() and follows not in AFTER_CLOSING


def _singles(text: str, part: Span, doubles: list[Quotation]) -> Iterator[Quotation]:
    """The quotations in single marks: an opening mark before a word and the closing one it most plainly has."""
    marks = [mark.start() for mark in SINGLE.finditer(text, part.start, part.end)]
    openings = [at for at in marks if _single_opens(text, part, at)]
    closings = [at for at in marks if _single_closes(text, part, at)]
    borders = sorted(edge for each in doubles for edge in (each.pieces[-1].start, each.pieces[-1].end - 1))
    for number, start in enumerate(openings):
        limit = openings[number + 1] if number + 1 < len(openings) else part.end
        border = bisect_right(borders, start)
        limit = min(limit, borders[border]) if border < len(borders) else limit
        close = _closing_of(text, closings, start, limit)
        if close is not None:
            yield Quotation((Span(start, close + 1),))


def _single_opens(text: str, part: Span, at: int) -> bool:
    if text[at] == "›" or CLIPPED.match(text, at + 1, part.end):
        return False
    before = text[at - 1] if at > part.start else " "
    # A curly ’ opens only in sloppy setting, where it cannot be told from an apostrophe.
    return text[at] != "’" and before in BEFORE_OPENING and at + 1 < part.end and not text[at + 1].isspace()


def _single_closes(text: str, part: Span, at: int) -> bool:
    if text[at] in "‚‹`":
        return False
    follows = text[at + 1] if at + 1 < part.end else " "
    return follows in AFTER_CLOSING and at > part.start and not text[at - 1].isspace()


def _closing_of(text: str, closings: list[int], start: int, limit: int) -> int | None:
    """
    The first closing mark before `limit` that is no plural's apostrophe; where all could be one, the last.

    Each closing lies before one limit only, so that a paragraph is passed over once.
    """
    last = None
    for number in range(bisect_right(closings, start + 1), len(closings)):
        at = closings[number]
        if at >= limit:
            break
        last = at
        if text[at - 1] not in "sS":
            return at
    return last
