"""Puts the history of a matter into lines: since when it stands how, who is silent, who differs in what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.cli.wording import UNKNOWN, counted
from counterclaim.dispute.history import amount

if TYPE_CHECKING:
    from counterclaim.dispute.history import Backing, Figure, History, Saying, Shift, Silence, Turn

STATUS = {"agreed": "both sides say so"}


def told(history: History) -> Iterator[str]:
    """The lines that tell a history."""
    for turn in history.turns:
        yield _turn(turn)
    for shift in history.shifts:
        yield _shift(shift)
    for clash in history.clashes:
        yield "numbers that differ: " + "; ".join(_number(saying, figure) for saying, figure in clash)
    for backing in history.backing:
        yield _backing(backing)
    if history.silence:
        yield _silence(history.silence)


def _turn(turn: Turn) -> str:
    status = STATUS.get(turn.status, str(turn.status))
    since = f"{'from' if turn.exact else 'by'} {turn.day}" if turn.day else "on a day not told"
    return f"{since}: {status}, with {turn.claim}, because {turn.because.rstrip('. ')}"


def _shift(shift: Shift) -> str:
    before, after = (" and ".join(f"“{each}”" for each in answers) for answers in (shift.before, shift.after))
    return f"{shift.side} answered {before} until {shift.last_day}, {after} by {shift.day} ({shift.claim})"


def _number(saying: Saying, figure: Figure) -> str:
    return f"{saying.speaker or saying.side or UNKNOWN} {amount(figure)}" + (f" by {saying.day}" if saying.day else "")


def _backing(backing: Backing) -> str:
    said = f"{counted(backing.utterances, 'utterance')} in {counted(backing.origins, 'origin')}"
    return f"answer {f'“{backing.answer}”' if backing.answer else 'not told'}: {said}"


def _silence(silence: Silence) -> str:
    read = f"{counted(silence.documents, 'document')} from {counted(silence.sources, 'source')}"
    until = f" read until {silence.until}" if silence.until else ""
    return f"no answer from {', '.join(silence.sides)} in {read}{until}"
