"""Makes published matters of the ledger's records: copies told once, none with a claim in it that is held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from counterclaim.dispute.history import History, Turn
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedLink, PublishedMatter, PublishedPosition
from counterclaim.publish.overview import claims_in, rank

Record = Mapping[str, Any]


def published_links(records: Iterable[Record], claims: Mapping[str, PublishedClaim]) -> dict[str, PublishedLink]:
    """The links whose two claims are published, by id; none that a person rejected."""
    found = (each for each in records if each["from"] in claims and each["to"] in claims)
    return {each["id"]: _link(each) for each in found if each["review"] != "rejected"}


def _link(record: Record) -> PublishedLink:
    same = {name: record[name] for name in ("id", "kind", "basis", "because", "found_by", "review", "score")}
    return PublishedLink(**same, from_claim=record["from"], to_claim=record["to"])


def published_matters(
    records: Sequence[Record],
    claims: Mapping[str, PublishedClaim],
    links: Mapping[str, PublishedLink],
    earlier: Mapping[str, Sequence[str]],
) -> tuple[dict[str, PublishedMatter], dict[str, str], int]:
    """
    The matters by id, in the order of the front page; where each one led that only copies speak to; how many are held.

    A matter is held as a whole where one of its claims is: its question and its answers may be in the held one's words.
    """
    known = [each for each in records if each["review"] != "rejected"]
    whole = [each for each in known if all(claim in claims for claim in claims_in(each))]
    shown = [each for each in whole if not _only_copies(each, claims)]
    matters = {each["id"]: _matter(each, claims, links, earlier) for each in sorted(shown, key=rank)}
    homes = {claim: matter.id for matter in reversed(matters.values()) for claim in matter.claims}
    gone = (each for each in whole if each["id"] not in matters)
    moved = {each["id"]: home for each in gone if (home := _home(each, claims, homes))}
    return matters, moved, len(known) - len(whole)


def _only_copies(matter: Record, claims: Mapping[str, PublishedClaim]) -> bool:
    """Whether it says no more than the one that it is copied from."""
    ids = claims_in(matter)
    return bool(ids) and all(claims[each].copy_of in claims for each in ids)


def _home(matter: Record, claims: Mapping[str, PublishedClaim], homes: Mapping[str, str]) -> str | None:
    """The matter in which the claims stand that those of this one only say again."""
    found = (homes.get(claims[each].copy_of or "") for each in claims_in(matter))
    return next((each for each in found if each), None)


def _matter(
    record: Record,
    claims: Mapping[str, PublishedClaim],
    links: Mapping[str, PublishedLink],
    earlier: Mapping[str, Sequence[str]],
) -> PublishedMatter:
    first = {each: _first(each, claims_in(record), claims) for each in claims_in(record)}
    kept = tuple(dict.fromkeys(first.values()))
    place = record["place"] or {}
    return PublishedMatter(
        **{name: record[name] for name in ("id", "question", "status", "because", "time", "origins", "review")},
        positions=tuple(_positions(record, first)),
        sides=tuple(dict.fromkeys((*_sides_in_order(record), *record["sides"]))),
        unanswered_by=tuple(record["unanswered_by"]),
        claims=kept,
        again=_again(first, claims),
        links=tuple(each for each in record["links"] if each in links),
        documents=tuple(dict.fromkeys(claims[each].document for each in first)),
        place_key=place.get("key"),
        place_name=place.get("name"),
        history=tuple(record.get("history") or ()),
        earlier=tuple(earlier.get(record["id"], ())),
    )


def _sides_in_order(record: Record) -> Iterator[str]:
    for position in record["positions"]:
        yield from position["sides"]


def _first(identifier: str, ids: Sequence[str], claims: Mapping[str, PublishedClaim]) -> str:
    """The claim among `ids` that this one only says again, itself where it is none's copy."""
    seen = {identifier}
    while (copied := claims[identifier].copy_of) and copied in ids and copied not in seen:
        seen.add(copied)
        identifier = copied
    return identifier


def _again(first: Mapping[str, str], claims: Mapping[str, PublishedClaim]) -> dict[str, tuple[str, ...]]:
    """For each claim the other documents that only say it once more."""
    found: dict[str, list[str]] = {}
    for each, original in first.items():
        if claims[each].document != claims[original].document:
            found.setdefault(original, []).append(claims[each].document)
    return {claim: tuple(dict.fromkeys(documents)) for claim, documents in found.items()}


def _positions(record: Record, first: Mapping[str, str]) -> Iterator[PublishedPosition]:
    """Each answer; one of unknown speakers apart from the sides that give the same; then claims without an answer."""
    unknown, told = set(record["unattributed"]), set()
    for position in record["positions"]:
        told |= set(position["claims"])
        own = [each for each in position["claims"] if each not in unknown]
        nobody = [each for each in position["claims"] if each in unknown]
        if own:
            yield PublishedPosition(position["answer"], tuple(position["sides"]), _kept(own, first))
        if nobody:
            yield PublishedPosition(position["answer"], (), _kept(nobody, first))
    for side, ids in (*record["sides"].items(), ("", record["unattributed"])):
        rest = [each for each in ids if each not in told]
        if rest:
            yield PublishedPosition("", (side,) if side else (), _kept(rest, first))


def _kept(ids: Iterable[str], first: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first[each] for each in ids))


def with_turns(matters: Mapping[str, PublishedMatter], histories: Iterable[History]) -> dict[str, PublishedMatter]:
    """The matters with how their status came about, where it changed: the day, the status and the claim, no reasons."""
    told = {each.matter: tuple(_turn(turn) for turn in each.turns) for each in histories if len(each.turns) > 1}
    return {key: replace(each, history=told.get(key, each.history)) for key, each in matters.items()}


def _turn(turn: Turn) -> Record:
    return {"day": turn.day, "exact": turn.exact, "status": str(turn.status), "claim": turn.claim}
