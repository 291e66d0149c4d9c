"""Scores one answer of `counterclaim read` against one gold file, as tallies that can be added up over documents."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from evaluate.anchoring import Gold, Pair, context, flat, parts_of, placed
from evaluate.sameness import same_channel, same_name, same_side

# `NAME/tp`, `NAME/fp`, `NAME/fn` for what is found; `NAME/right`, `NAME/asked` for what is decided.
Tally = Counter[str]
SPANS = ("source", "cue", "content")
OPPOSING = frozenset({"denies", "contradicts"})
FOUND = ("attribution relaxed", "attribution strict", "nested", "time spans", "links opposes", "contested matters")
DECIDED = ("speaker", "side", "act", "form", "said on", "channel", "time value", "place right", "quantity found")


def score(gold: Gold, answer: Mapping[str, Any]) -> Tally:
    """The tally of one document."""
    document = answer["documents"][0]
    text, parts = flat(document["text"]), parts_of(document)
    tally: Tally = Counter()
    match = _attributions(gold, document, text, parts, tally)
    _interpretation(gold, document, match, tally)
    _times(gold, document, text, parts, tally)
    _places(gold, document, text, tally)
    _quantities(gold, document, text, parts, tally)
    _links(gold, answer, match, tally)
    _matters(gold, answer, match, tally)
    return tally


def f1(tally: Tally, name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of `name`; nan where nothing was asked."""
    tp, fp, fn = (tally[f"{name}/{what}"] for what in ("tp", "fp", "fn"))
    precision = tp / (tp + fp) if tp + fp else math.nan
    recall = tp / (tp + fn) if tp + fn else math.nan
    return precision, recall, 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else math.nan


def share(tally: Tally, name: str) -> float:
    """The share of `name` that is right; nan where nothing was asked."""
    asked = tally[f"{name}/asked"]
    return tally[f"{name}/right"] / asked if asked else math.nan


def _decide(tally: Tally, name: str, right: object) -> None:
    tally[f"{name}/asked"] += 1
    tally[f"{name}/right"] += bool(right)


def _letters(spans: list[Pair], text: str) -> frozenset[int]:
    """The offsets of letters and digits in `spans`; of any character where there is none (a cue may be a colon)."""
    every = frozenset(i for start, end in spans for i in range(start, end))
    return frozenset(i for i in every if i < len(text) and text[i].isalnum()) or every


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _attributions(
    gold: Gold, document: Gold, text: str, parts: Mapping[str, tuple[int, int]], tally: Tally
) -> dict[str, str]:
    """Gold ids to claim ids, one to one, best content overlap first; relaxed, strict and nested are counted."""
    claims = {
        claim["id"]: [_letters(claim[k], text) for k in ("source", "cue", "content")] for claim in document["claims"]
    }
    pairs = []
    for each in gold["attributions"]:
        spans = placed(each, text, parts)
        if spans is None:
            continue
        wanted = [_letters(spans[k], text) for k in SPANS]
        for claim, got in claims.items():
            overlap = _overlap(wanted[2], got[2])
            if overlap >= 0.5 and _meets(wanted[1], got[1], free=True) and _meets(wanted[0], got[0], free=False):
                pairs.append((wanted == got, overlap, each["id"], claim))
    match: dict[str, str] = {}
    strict = set()
    for exact, _, wanted_id, claim in sorted(pairs, reverse=True):
        if wanted_id not in match and claim not in match.values():
            match[wanted_id] = claim
            strict |= {wanted_id} if exact else set()
    optional = {each["id"] for each in gold["attributions"] if each.get("optional")}
    for name, hit in (("attribution relaxed", set(match)), ("attribution strict", strict)):
        tally[f"{name}/tp"] += len(hit - optional)
        tally[f"{name}/fn"] += sum(each["id"] not in hit | optional for each in gold["attributions"])
        tally[f"{name}/fp"] += len(claims) - len(hit | (set(match) & optional))
    _nested(gold, document, match, tally)
    return match


def _meets(wanted: frozenset[int], got: frozenset[int], *, free: bool) -> bool:
    return bool(wanted & got) or (not wanted and (free or not got))


def _nested(gold: Gold, document: Gold, match: Mapping[str, str], tally: Tally) -> None:
    claims = {claim["id"]: claim for claim in document["claims"]}
    golds = {each["id"]: each for each in gold["attributions"]}
    optional = {name for name, each in golds.items() if each.get("optional")}
    for name, each in golds.items():
        outer = each.get("within")
        if outer and name not in optional and (outer in match or outer not in optional):
            right = name in match and outer in match and claims[match[name]]["within"] == match[outer]
            tally["nested/tp" if right else "nested/fn"] += 1
    back = {claim: name for name, claim in match.items()}
    for name, claim in claims.items():
        known = back.get(name)
        if claim.get("within") and known not in optional and not (known and golds[known].get("within")):
            tally["nested/fp"] += 1


SAME: tuple[tuple[str, str, Callable[[Any, Any], bool]], ...] = (
    ("speaker", "by", same_name),
    ("side", "side", same_side),
    ("form", "form", lambda wanted, got: bool(wanted == got)),
    ("said on", "said_on", lambda wanted, got: bool(wanted == got)),
    ("channel", "channel", same_channel),
)


def _interpretation(gold: Gold, document: Gold, match: Mapping[str, str], tally: Tally) -> None:
    claims = {claim["id"]: claim for claim in document["claims"]}
    for each in gold["attributions"]:
        if each["id"] not in match:
            continue
        claim = claims[match[each["id"]]]
        speaker = claim.get("speaker") or {}
        got = {**claim, "by": speaker.get("name"), "side": speaker.get("side")}
        _decide(tally, "act", each["act"] == claim["act"])
        for name, key, same in SAME:
            if each.get(key):
                _decide(tally, name, same(each[key], got.get(key)))
        tally["dates invented"] += bool("said_on" in each and not each["said_on"] and claim.get("said_on"))


def _spot(gold: Gold, text: str, parts: Mapping[str, tuple[int, int]]) -> Pair | None:
    """The span of a gold time or quantity."""
    found = context(gold, "in", text, parts) if gold.get("in") else None
    low, high = found or parts.get(str(gold.get("where") or "body"), (0, len(text)))
    piece = flat(gold["text"])
    at = text.find(piece, low, high)
    at = at if at >= 0 else text.find(piece)
    return None if at < 0 else [at, at + len(piece)]


def _touch(one: Pair, other: Pair) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _times(gold: Gold, document: Gold, text: str, parts: Mapping[str, tuple[int, int]], tally: Tally) -> None:
    left = list(document["times"])
    for each in gold.get("times", []):
        span = _spot(each, text, parts)
        hit = next((time for time in left if span and _touch(time["span"], span)), None)
        tally["time spans/tp" if hit else "time spans/fn"] += 1
        _decide(tally, "time value", hit and hit["value"] == each["value"])
        if hit:
            left.remove(hit)
    tally["time spans/fp"] += len(left)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance on a sphere of the Earth's mean radius."""
    (a, b), (c, d) = (map(math.radians, each) for each in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _places(gold: Gold, document: Gold, text: str, tally: Tally) -> None:
    for each in gold.get("places", []):
        piece = flat(each["text"])
        mentions = [[at, at + len(piece)] for at in range(len(text)) if text.startswith(piece, at)]
        hits = [place for place in document["places"] if any(_touch(place["span"], mention) for mention in mentions)]
        here = (each["lat"], each["lon"])
        near = [
            p for p in hits if p.get("lat") is not None and distance((p["lat"], p["lon"]), here) <= each["within_km"]
        ]
        _decide(tally, "place right", 2 * len(near) > len(hits))


def _quantities(gold: Gold, document: Gold, text: str, parts: Mapping[str, tuple[int, int]], tally: Tally) -> None:
    for each in gold.get("quantities", []):
        span = _spot(each, text, parts)
        _decide(tally, "quantity found", any(span and _touch(q["span"], span) for q in document["quantities"]))


def _links(gold: Gold, answer: Gold, match: Mapping[str, str], tally: Tally) -> None:
    back = {claim: name for name, claim in match.items()}
    optional = {each["id"] for each in gold["attributions"] if each.get("optional")}
    wanted = {
        frozenset((link["from"], link["to"]))
        for link in gold.get("links", [])
        if link["kind"] in OPPOSING and not any(link[end] in optional - set(match) for end in ("from", "to"))
    }
    said = {
        frozenset(back.get(link[end], link[end]) for end in ("from", "to"))
        for link in answer["links"]
        if link["kind"] in OPPOSING
    }
    for what, pairs in (("tp", wanted & said), ("fp", said - wanted), ("fn", wanted - said)):
        tally[f"links opposes/{what}"] += len(pairs)


def _matters(gold: Gold, answer: Gold, match: Mapping[str, str], tally: Tally) -> None:
    contested = [[set(ids) for ids in m["sides"].values()] for m in answer["matters"] if m["status"] == "contested"]
    left = list(contested)
    for matter in gold.get("matters", []):
        if matter["status"] != "contested":
            continue
        sides = [{match[name] for name in ids if name in match} for ids in matter["sides"].values()]
        hit = next((each for each in left if _two_sides(sides, each)), None)
        tally["contested matters/tp" if hit is not None else "contested matters/fn"] += 1
        if hit is not None:
            left.remove(hit)
    tally["contested matters/fp"] += len(left)


def _two_sides(wanted: list[set[str]], got: list[set[str]]) -> bool:
    """Whether claims of two gold sides stand on two different sides of the answer."""
    held = [{k for k, side in enumerate(got) if side & ids} for ids in wanted]
    return any(x != y for i, one in enumerate(held) for other in held[i + 1 :] for x in one for y in other)
