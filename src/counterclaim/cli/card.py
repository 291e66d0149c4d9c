"""Puts one record of a ledger into lines: what it says, what became of it, what people decided, what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from counterclaim.cli import wording
from counterclaim.cli.history import told
from counterclaim.errors import NotInLedger
from counterclaim.publish.release import needs_release

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger, Record

Payload = Mapping[str, Any]


def card(book: Ledger, found: Record) -> Iterator[str]:
    """The lines that show `found`."""
    state = "" if found.state == "current" else f"  {found.state}"
    yield f"{found.kind} {found.id}{state}  {found.review}"
    if found.reason is not None:
        yield f"  withheld: {found.reason}"
    if found.successor:
        yield f"  lives on as {found.successor}"
    if found.copy_of:
        yield f"  repeats {found.copy_of} in a copy or excerpt; counted once"
    if found.kind == "claim" and found.state == "current":
        yield from (f"  {line}" for line in _gate(found))
    if found.payload:
        yield from (f"  {line}" for line in _BODIES.get(found.kind, _bare)(book, found.payload))
    for decision in found.decisions:
        note = f": {decision.note}" if decision.note else ""
        yield f"  {decision.decision} by {decision.by} on {decision.at}{note}"
    for step in found.history:
        yield f"  {step.at}  {step.kind}"


def _gate(found: Record) -> Iterator[str]:
    """Whether the claim waits for a person to release it, or somebody did."""
    if found.released:
        yield "released by a person as it reads now"
    elif needs_release(found.payload):
        yield from wording.held(found.payload)


def _claim(book: Ledger, claim: Payload) -> Iterator[str]:
    yield f"{wording.who(claim, outer(book, claim))}  {claim['act']}  ({claim['form']}, {claim['certainty']})"
    yield f"words: {claim['quote']}"
    said = wording.circumstances(claim)
    if said:
        yield f"said: {said}"
    if claim.get("sentence"):
        yield f"in: {claim['sentence']['words']}"
    yield f"found by {claim['found_by']}: {claim['because']}"
    if claim.get("score") is not None:
        yield f"how sure: of 100 attributions that looked like this, {round(100 * claim['score'])} were right"
    yield f"document {claim['document']}"
    for link in book.links():
        if claim["id"] in (link["from"], link["to"]):
            yield f"link {link['id']}: {wording.bearing(link, {claim['id']: 'this'})}"


def outer(book: Ledger, claim: Payload) -> dict[str, Payload]:
    """The claims that `claim` stands in, by id."""
    found: dict[str, Payload] = {}
    at = claim["within"]
    while at and at not in found:
        outer = _payload(book, at)
        if not outer:
            break
        found[at] = outer
        at = outer["within"]
    return found


def _payload(book: Ledger, identifier: str) -> Payload:
    try:
        return book.resolve(identifier).payload
    except NotInLedger:
        return {}


def _quoted(book: Ledger, identifiers: Iterable[str]) -> dict[str, str]:
    """For each claim its id with who said which words."""
    told = {}
    for each in identifiers:
        claim = _payload(book, each)
        if claim:
            told[each] = f"{each} {wording.who(claim, outer(book, claim))}: {claim['quote']}"
    return told


def _document(book: Ledger, document: Payload) -> Iterator[str]:
    yield document["title"] or "(no title)"
    known = (document.get("published"), document.get("publisher"), document.get("author"), document.get("language"))
    yield "  ".join(str(each) for each in known if each) or "no date"
    for capture in book.captures(document["id"]):
        yield f"had from {capture['path'] or capture['url']} on {capture['captured']}"
    for removed in document["removed"]:
        yield f"left out of the {removed['where']}: “{removed['text'].strip()}” ({removed['why'].rstrip('.')})"
    claims = {claim["id"]: claim for claim in book.claims(document["id"])}
    for claim in sorted(claims.values(), key=lambda each: each["content"]):
        yield f"{claim['id']}  {wording.who(claim, claims)}  {claim['act']}: {claim['quote']}"


def _link(book: Ledger, link: Payload) -> Iterator[str]:
    ends = (link["from"], link["to"])
    yield wording.bearing(link, {})
    yield f"found by {link['found_by']}, on the ground of {link['basis']}"
    yield from _quoted(book, ends).values()


def _matter(book: Ledger, matter: Payload) -> Iterator[str]:
    yield from wording.standing(matter, {})
    if matter.get("because"):
        yield f"because {matter['because']}"
    claims = [each for ids in matter["sides"].values() for each in ids]
    yield from _quoted(book, [*claims, *matter["unattributed"]]).values()
    for link in book.links():
        if link["id"] in matter["links"]:
            yield f"link {link['id']}: {wording.bearing(link, {})}"
    yield from told(book.history(matter["id"]))


def _bare(book: Ledger, payload: Payload) -> Iterator[str]:
    """Records that people seldom ask for are shown as they are."""
    return (f"{key}: {value}" for key, value in payload.items() if isinstance(value, str | int | float))


_BODIES: dict[str, Callable[[Ledger, Payload], Iterator[str]]] = {
    "claim": _claim,
    "document": _document,
    "link": _link,
    "matter": _matter,
}
