"""Overview: what a ledger holds at a glance: how much of what, then its matters, those in dispute first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

Record = Mapping[str, Any]

# A reader looks for disputes first, then for what was taken back or settled; what nobody answered comes last.
ORDER = ("contested", "withdrawn", "agreed", "one-sided")
# What tells one document from another, without its text.
SHOWN = ("id", "title", "published", "publisher", "url", "path")


def overview(ledger: Ledger, *, limit: int = 20) -> dict[str, Any]:
    """
    A record of `counts`, of the first `limit` `matters` with their claims and links in full, and how many are `left`.

    Each claim has its `document`, without text, and in `again` the documents that only say it once more (`copies` leads
    from the ids of those claims to it); `told_by` are the claims that a nested one stands in, so that none need be
    shown bare. A matter that nothing but copies speak to
    is not among them: it says no more than the one that it is copied from.
    """
    documents = {each["id"]: each for each in ledger.documents()}
    claims = {each["id"]: each for each in ledger.claims()}
    links = {each["id"]: each for each in ledger.links()}
    everything = list(ledger.matters())
    matters = sorted((each for each in everything if not _echoes(each, claims)), key=rank)
    shown = [_matter(each, claims, links, documents) for each in matters[:limit]]
    counts = _counts(documents, claims, links, everything)
    counts["only_copies"] = len(everything) - len(matters)
    return {"counts": counts, "matters": shown, "left": len(matters) - len(shown)}


def claims_in(matter: Record) -> tuple[str, ...]:
    """The ids of all claims of a matter, in the order of its positions, then of its sides."""
    ids = [each for position in matter["positions"] for each in position["claims"]]
    ids += [each for claims in matter["sides"].values() for each in claims]
    return tuple(dict.fromkeys((*ids, *matter["unattributed"])))


def _echoes(matter: Record, claims: Mapping[str, Record]) -> bool:
    ids = claims_in(matter)
    return bool(ids) and all(each in claims and claims[each]["copy_of"] for each in ids)


def rank(matter: Record) -> tuple[int, int, int, str, str]:
    """How near the top a matter stands: contested first; then where more sides have spoken, in more claims."""
    place = ORDER.index(matter["status"]) if matter["status"] in ORDER else len(ORDER)
    return place, -len(matter["sides"]), -len(claims_in(matter)), matter["question"], matter["id"]


def _counts(
    documents: Mapping[str, Record], claims: Mapping[str, Record], links: Mapping[str, Record], matters: list[Any]
) -> dict[str, Any]:
    found = Counter(str(each["status"]) for each in matters)
    return {
        "documents": len(documents),
        "not_understood": sum(1 for each in documents.values() if not each["understood"]),
        "origins": len({each["origin"] for each in documents.values()}),
        "claims": len(claims),
        "copied_claims": sum(1 for each in claims.values() if each["copy_of"]),
        "links": len(links),
        "matters": len(matters),
        "status": {each: found[each] for each in (*ORDER, *sorted(found.keys() - set(ORDER))) if found[each]},
    }


def _matter(
    matter: Record, claims: Mapping[str, Record], links: Mapping[str, Record], documents: Mapping[str, Record]
) -> dict[str, Any]:
    ids = [each for each in claims_in(matter) if each in claims]
    copies = {each: first for each in ids if (first := _first(each, ids, claims)) != each}
    again: dict[str, list[Record]] = {}
    for each, first in copies.items():
        again.setdefault(first, []).append(_source(documents, claims[each]))
    told = [_claim(claims[each], again, claims, documents) for each in ids if each not in copies]
    found = [links[each] for each in matter["links"] if each in links]
    return {**matter, "claims": told, "copies": copies, "links": found}


def _first(identifier: str, ids: Sequence[str], claims: Mapping[str, Record]) -> str:
    """The claim among `ids` that this one only says again, itself where it is none's copy."""
    seen = {identifier}
    while (copied := claims[identifier]["copy_of"]) in ids and copied not in seen:
        seen.add(copied)
        identifier = copied
    return identifier


def _claim(
    claim: Record,
    again: Mapping[str, list[Record]],
    claims: Mapping[str, Record],
    documents: Mapping[str, Record],
) -> dict[str, Any]:
    own = {"document": _source(documents, claim), "again": again.get(claim["id"], [])}
    return {**claim, **own, "told_by": list(tellers(claim, claims))}


def _source(documents: Mapping[str, Record], claim: Record) -> Record:
    document = documents.get(claim["document"], {"id": claim["document"]})
    return {key: document.get(key) for key in SHOWN}


def tellers(claim: Record, others: Mapping[str, Record]) -> Iterator[Record]:
    """The claims that a nested one stands in, the nearest first."""
    outer, seen = claim["within"], {claim["id"]}
    while outer in others and outer not in seen:
        seen.add(outer)
        yield others[outer]
        outer = others[outer]["within"]
