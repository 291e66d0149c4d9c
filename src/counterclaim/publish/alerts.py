"""Tells each change of a matter in one plain sentence, with the words of the claim that made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.publish.dates import spoken
from counterclaim.publish.texts import Texts

if TYPE_CHECKING:
    from counterclaim.ledger.changes import Change


@dataclass(frozen=True, slots=True)
class Alert:
    """A change in words: what changed, and who says what in the claim that changed it; both empty where none did."""

    change: Change
    question: str
    sentence: str
    who: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """How claims are told by their ids: `who` names the speaker, `words` gives what is said; empty where unknown."""

    texts: Texts
    who: Callable[[str], str]
    words: Callable[[str], str]


def alert(change: Change, question: str, speech: Speech) -> Alert:
    """One change in words."""
    said = speech.words(change.claim) if change.claim else ""
    return Alert(change, question, _sentence(change, speech), _named(change.claim, speech) if said else "", said)


def _sentence(change: Change, speech: Speech) -> str:
    texts = speech.texts
    key = change.kind.value.replace(" ", "_")
    values = {"who": _named(change.claim, speech), "other": _named(change.other, speech)}
    if key == "status_changed" and change.claim and change.day:
        key, values["day"] = "status_changed_on", spoken(change.day, texts)
    is_status = bool(change.after) and key != "number_changed"
    before, after = (_status(each, texts) if is_status else each for each in (change.before, change.after))
    told = texts(
        f"changes.{key}",
        **values,
        status=after,
        before=before,
        after=after,
        side=change.side or "",
        answer=change.answer or "",
    )
    return told[:1].upper() + told[1:]


def _status(status: str, texts: Texts) -> str:
    return texts(f"status.{status.replace('-', '_')}") if status else ""


def _named(claim: str | None, speech: Speech) -> str:
    return (speech.who(claim) if claim else "") or speech.texts("changes.somebody")
