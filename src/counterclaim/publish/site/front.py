"""The front page: matters in dispute first, where attribution was lost, what changed, what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from counterclaim.publish.edition.nouns import Changes, MatterChange, PublishedMatter
from counterclaim.publish.site.columns import columns_of
from counterclaim.publish.site.frame import Frame

# As much as a front page holds without becoming a list; the rest is one link away.
CONTESTED = 8
LOST = 4
CHANGED = 12
LATEST = 12
OTHERS = 24


def front(frame: Frame) -> tuple[str, bytes]:
    """The front page."""
    edition = frame.edition
    contested = _once(each for each in edition.matters.values() if each.status == "contested")
    others = _once(each for each in edition.matters.values() if each.status != "contested")
    values = {
        "standing": standing(frame),
        "contested": contested[:CONTESTED],
        "more_contested": max(0, len(contested) - CONTESTED),
        "columns": partial(columns_of, texts=frame.texts),
        "lost": edition.lost[:LOST],
        "more_lost": max(0, len(edition.lost) - LOST),
        "changes": _changes(frame, edition.changes),
        "latest": list(edition.documents.values())[:LATEST],
        "others": others[:OTHERS],
    }
    return frame.page("index.html", "front.html", "index.html", values)


def _once(matters: Iterable[PublishedMatter]) -> list[PublishedMatter]:
    """Matters without those that ask in other articles what one before them asks: their own page lists them all."""
    first: dict[tuple[str, tuple[str, ...]], PublishedMatter] = {}
    for each in matters:
        first.setdefault((each.question, each.sides), each)
    return list(first.values())


def standing(frame: Frame) -> str:
    """How much of what there is, and how much is held back, in one or two sentences."""
    edition, texts = frame.edition, frame.texts
    contested = sum(1 for each in edition.matters.values() if each.status == "contested")
    told = texts(
        "front.standing",
        documents=texts("count.documents", count=len(edition.documents)),
        sources=texts("count.sources", count=sources(frame)),
        claims=texts("count.claims", count=sum(1 for each in edition.claims.values() if not each.copy_of)),
        links=texts("count.links", count=len(edition.links)),
        matters=texts("count.matters", count=len(edition.matters)),
        contested=contested,
    )
    held = list(_held(frame))
    return f"{told} {texts('front.held', what=texts.listed(held))}" if held else told


def _held(frame: Frame) -> Iterator[str]:
    held = frame.edition.held
    for name in ("unreleased", "unreviewed", "matters", "withheld"):
        if count := getattr(held, name):
            yield frame.texts(f"front.held_{name}", count=count)


def sources(frame: Frame) -> int:
    """How many sources were read; all that name none count as one."""
    return len({each.source for each in frame.edition.documents.values()})


def _changes(frame: Frame, changes: Changes | None) -> dict[str, Any] | None:
    if changes is None:
        return None
    texts = frame.texts
    words = texts(
        "front.change_counts",
        documents=texts("count.documents", count=changes.documents),
        claims=texts("count.claims", count=changes.claims),
        links=texts("count.links", count=changes.links),
    )
    told = [
        {"matter": frame.edition.matters[each.matter], "words": _change(frame, each)}
        for each in changes.matters[:CHANGED]
    ]
    return {"day": changes.day, "first_day": changes.first_day, "words": words, "matters": told}


def _change(frame: Frame, change: MatterChange) -> str:
    now = _status(frame, frame.edition.matters[change.matter].status)
    if change.before is None:
        return frame.texts("front.new_matter", status=now)
    if change.before != frame.edition.matters[change.matter].status:
        return frame.texts("front.status_changed", before=_status(frame, change.before), after=now)
    return frame.texts("front.claims_joined", count=change.claims)


def _status(frame: Frame, status: str) -> str:
    return frame.texts(f"status.{status.replace('-', '_')}")
