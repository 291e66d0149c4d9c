"""Origin: which documents are copies of one article, and which of them stands for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from counterclaim.data import table
from counterclaim.ledger.prints import day_of
from counterclaim.ledger.shelf import Touched, article_of, connected, neighbours, placed, stands
from counterclaim.ledger.store import Change, Payload, Row, State, Store
from counterclaim.model.identity import identity

# What tells where a text comes from: the more of these a copy names, the better sourced it is.
SOURCES = ("canonical_url", "publisher", "author", "rights", "published")
# Where a text begins or ends, an agency is named in brackets or behind a dash.
CREDIT = re.compile(r"[(\[—–-]\s*([^\W\d_][\w .]{1,40}?)\s*[)\]—–-]")
AROUND = 120


@dataclass(frozen=True, slots=True)
class Moved:
    """What changed: the origins that got another leader, and the documents that came under another origin."""

    led_anew: tuple[str, ...]
    documents: tuple[str, ...]


def enter(store: Store, document: str) -> Moved:
    """Puts a document, as it stands or no longer stands, under the origin of its copies, and regroups who must be."""
    touched = placed(store, document)
    groups = _parted(store, document, touched) if touched.parted else _joined(store, document)
    moved = {each: origin for origin, group in groups.items() for each in group if _origin_of(store, each) != origin}
    left = {old: moved[each] for each in sorted(moved) if (old := _origin_of(store, each))}
    _make(store, groups, moved)
    many = touched.parted or len(moved) > 1
    changes = {origin: _led(store, origin, document, many=many) for origin in sorted(groups)}
    changes |= {old: _left(store, old, successor) for old, successor in left.items() if old not in groups}
    return Moved(tuple(each for each, change in changes.items() if change is not Change.KEPT), tuple(sorted(moved)))


def _origin_of(store: Store, document: str) -> str | None:
    row = store.row(document)
    return row.origin if row else None


def _joined(store: Store, document: str) -> dict[str, set[str]]:
    """The one origin of a document and its kin, with those who come under it: nobody left anybody."""
    if not _is_current(store, document):
        return {}
    origins = {_origin_of(store, each) for each in neighbours(store, document)} | {_origin_of(store, document)}
    known = {each for each in origins if each}
    origin = min({origin_of(document), *known})
    return {origin: {document, *(row.id for each in known - {origin} for row in members(store, each))}}


def _parted(store: Store, document: str, touched: Touched) -> dict[str, set[str]]:
    """The origins of all that may have come apart."""
    before = {_origin_of(store, each) for each in (document, *touched.documents)}
    every = {row.id for each in before if each for row in members(store, each)}
    every |= {each for each in touched.documents if _is_current(store, each)}
    return {min(map(origin_of, group)): group for group in connected(store, every)}


def _is_current(store: Store, document: str) -> bool:
    row = store.row(document)
    return row is not None and row.state == State.CURRENT


def origin_of(document: str) -> str:
    """The id of the origin of a document that has no copies; of several documents the least is that of all."""
    return identity("o", document)


def _make(store: Store, groups: Mapping[str, set[str]], moved: Mapping[str, str]) -> None:
    """Makes the origins that are missing, and puts under each who comes to it."""
    for origin in sorted(groups):
        row = store.row(origin)
        if row is None or row.state != State.CURRENT:
            store.save("origin", {"id": origin, "origin": min(groups[origin])})
    store.set_many("origin", [(origin, document) for document, origin in moved.items()])


def _led(store: Store, origin: str, document: str, *, many: bool) -> Change:
    """Finds who leads an origin: without a look at all the others, where one document only came."""
    row = store.row(origin)
    lead = store.row(store.payload_of(row)["origin"]) if row else None
    gone = lead is None or lead.state != State.CURRENT or lead.origin != origin
    if many or lead is None or gone or document in (lead.id, article_of(store, lead.id)):
        return refresh(store, origin)
    first = min((document, lead.id), key=lambda each: standing(store, each))
    return store.save("origin", {"id": origin, "origin": first})


def _left(store: Store, origin: str, successor: str) -> Change:
    """What an origin is after documents left it for another: superseded where none stayed."""
    row = store.row(origin)
    if row is None or row.state != State.CURRENT or members(store, origin):
        return refresh(store, origin)
    store.supersede(row, successor, {"because": "its documents were found to be of another origin"})
    return Change.REVISED


def give_way(store: Store, origin: str | None, document: str) -> None:
    """Supersedes an origin that a document was under before, where nobody is under it any more."""
    successor = _origin_of(store, document)
    if origin and successor and origin != successor:
        _left(store, origin, successor)


def refresh(store: Store, origin: str) -> Change:
    """Finds out of all its documents which one leads an origin; the log keeps which did before."""
    found = members(store, origin)
    if not found:
        return Change.KEPT
    lead = min((row.id for row in found), key=lambda each: standing(store, each))
    return store.save("origin", {"id": origin, "origin": lead})


def members(store: Store, origin: str) -> list[Row]:
    """The documents of an origin, by id."""
    return store.rows("origin = ? AND kind = 'document' AND state = 'current'", origin)


def lead_of(store: Store, document: str) -> str:
    """The document that stands for all copies of this one; itself where it has none."""
    row = store.row(document)
    origin = store.row(row.origin) if row and row.origin else None
    return str(store.payload_of(origin)["origin"]) if origin and origin.state == State.CURRENT else document


def standing(store: Store, document: str) -> tuple[bool, str, bool, bool, int, str, str]:
    """
    Orders the copies of an article, the probable original first.

    Last come those that name another address as theirs; then the day counts, then whether an agency is named that did
    not publish it, whether it is a piece of another, how well it is sourced, the time, and the id.
    """
    row = store.row(document)
    content = store.payload_of(row) if row else {}
    if not content:
        return True, "", True, True, 0, "", document
    day, sources, published, identifier = rank(content)
    piece = article_of(store, document) is not None
    return _stands_elsewhere(store, content), day, names_agency(content), piece, sources, published, identifier


def _stands_elsewhere(store: Store, content: Payload) -> bool:
    """Whether a document says that its address is another than any that it was had from."""
    canonical = content["canonical_url"]
    captures = [store.payload_of(row).get("url") for row in store.of_document(content["id"], "capture")]
    known = [_address(each) for each in captures if each]
    return bool(canonical and known and _address(canonical) not in known)


def _address(url: str) -> tuple[str, str]:
    """Host and path of an address: what follows, and how it is fetched, changes from link to link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "", url
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/")


def names_agency(content: Payload) -> bool:
    """Whether a text, or who is named as its author, is an agency's, and its publisher is not that agency."""
    publisher = _agency(content["publisher"] or "")
    body = [part for part in content["parts"] if part["kind"] == "body"]
    words = content["text"][body[0]["start"] : body[-1]["end"]] if body else ""
    named = [found[1] for end in (words[:AROUND], words[-AROUND:]) for found in CREDIT.finditer(end)]
    return any(agency and agency != publisher for agency in map(_agency, (content["author"] or "", *named)))


def _agency(name: str) -> str | None:
    return _agencies().get(name.strip().removeprefix("By ").casefold())


@cache
def _agencies() -> dict[str, str]:
    """The sign of each agency by its names."""
    names = ((row["sign"], name) for row in table("agencies") for name in (row["sign"], *row["names"].split("|")))
    return {name.casefold(): sign for sign, name in names}


def rank(content: Payload) -> tuple[str, int, str, str]:
    """Orders documents: the earliest day first (an unknown one last), then the best sourced, then by time and id."""
    sources = sum(1 for key in SOURCES if content[key])
    return day_of(content).ljust(10, "9"), -sources, content["published"] or "", content["id"]


def problems(store: Store, document: str) -> Iterator[str]:
    """What is wrong with where a document stands among its copies; nothing in a whole ledger."""
    if not stands(store, document):
        yield f"document {document}: its keys or its kin are not those that its words give"
    else:
        (group,) = connected(store, [document])
        if _origin_of(store, document) != min(map(origin_of, group)):
            yield f"document {document}: it is not under the origin of its copies"
