"""A small text with its gold and an answer that says just what the gold says, for tests of the scorer to spoil."""

from __future__ import annotations

import copy
from typing import Any

TEXT = (
    "Norland claims it holds Orrin, Ferrin denies it\n\n"
    "Norland says its guards hold the ferry at Orrin. On Monday Ferrin denied Norland's claim that 40 guards fled.\n\n"
    "Mayor Ada Brook told the Lamp that Orrin was calm."
)
FIRST, SECOND, THIRD = (TEXT.index(words) for words in ("Norland claims", "Norland says", "Mayor"))

GOLD: dict[str, Any] = {
    "attributions": [
        {
            "id": "p1", "where": "body", "source": ["Norland"], "cue": ["says"],
            "content": ["its guards hold the ferry at Orrin"], "by": "Norland", "side": "Norland", "act": "asserts",
            "form": "indirect",
        },
        {
            "id": "p2", "where": "body", "source": ["Ferrin"], "cue": ["denied"],
            "content": ["Norland's claim that 40 guards fled"], "by": "Ferrin", "side": "Ferrin", "act": "denies",
            "form": "indirect", "said_on": "2031-05-05",
        },
        {
            "id": "p3", "where": "body", "source": ["Norland's"], "cue": ["claim"], "content": ["that 40 guards fled"],
            "by": "Norland", "side": "Norland", "act": "asserts", "form": "indirect", "within": "p2",
        },
        {
            "id": "p4", "where": "body", "source": ["Mayor Ada Brook"], "cue": ["told"],
            "content": ["that Orrin was calm"], "by": "Ada Brook", "side": "Orrin", "act": "asserts",
            "form": "indirect", "channel": "the Lamp", "said_on": None,
        },
    ],
    "times": [{"where": "body", "text": "On Monday", "in": "On Monday Ferrin", "value": "2031-05-05"}],
    "places": [{"text": "Orrin", "is": "Orrin (invented)", "lat": -40.0, "lon": -20.0, "within_km": 20}],
    "quantities": [{"where": "body", "text": "40 guards", "in": "40 guards fled", "value": 40}],
    "links": [{"from": "p2", "to": "p3", "kind": "denies"}],
    "matters": [
        {"question": "Did 40 guards flee?", "status": "contested", "sides": {"Norland": ["p3"], "Ferrin": ["p2"]}}
    ],
}  # fmt: skip


def span(words: str, after: int = SECOND) -> list[int]:
    """Where `words` stand, at offset `after` or later."""
    start = TEXT.index(words, after)
    return [start, start + len(words)]


def claim(gold: dict[str, Any]) -> dict[str, Any]:
    """The claim that says just what `gold` says."""
    at = THIRD if gold["id"] == "p4" else TEXT.index(gold["content"][0]) - 30 if gold["id"] == "p2" else SECOND
    return {
        "id": "c-" + gold["id"],
        **{key: [span(piece, at) for piece in gold[key]] for key in ("source", "cue", "content")},
        "within": "c-" + gold["within"] if gold.get("within") else None,
        "speaker": {"name": gold["by"], "side": gold["side"]},
        "act": gold["act"],
        "form": gold["form"],
        "said_on": gold.get("said_on"),
        "channel": gold.get("channel"),
    }


def answer() -> dict[str, Any]:
    """A new answer that is right in all, free to be spoilt."""
    document = {
        "text": TEXT,
        "parts": [
            {"kind": "title", "start": FIRST, "end": SECOND - 2},
            {"kind": "body", "start": SECOND, "end": THIRD - 2},
            {"kind": "body", "start": THIRD, "end": len(TEXT)},
        ],
        "claims": [claim(each) for each in GOLD["attributions"]],
        "times": [{"span": span("On Monday"), "value": "2031-05-05"}],
        "places": [{"span": span("Orrin"), "lat": -40.0, "lon": -20.0}],
        "quantities": [{"span": span("40 guards"), "value": 40}],
    }
    links = [{"from": "c-p2", "to": "c-p3", "kind": "denies"}]
    sides = {"Ferrin": ["c-p2"], "Norland": ["c-p3"]}
    return {"documents": [document], "links": links, "matters": [{"id": "m", "status": "contested", "sides": sides}]}


def gold() -> dict[str, Any]:
    """A copy of the gold, free to be changed."""
    return copy.deepcopy(GOLD)
