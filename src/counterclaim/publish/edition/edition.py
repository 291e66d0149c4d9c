"""Makes an edition of a ledger: all passes the gate and the limits of quotation once, before any page is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from counterclaim.dispute.lost import find_lost
from counterclaim.publish.edition.changes import changes_of
from counterclaim.publish.edition.documents import Opened, Surroundings, opened, published
from counterclaim.publish.edition.lost import published_lost
from counterclaim.publish.edition.matters import published_links, published_matters, with_turns
from counterclaim.publish.edition.nouns import Edition, Held, PublishedDocument
from counterclaim.publish.edition.retold import links_retold, matters_retold
from counterclaim.publish.settings import Settings

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

Record = Mapping[str, Any]


def edition_of(ledger: Ledger, settings: Settings) -> Edition:
    """What may be published of `ledger` under `settings`; equal ledgers and settings give equal editions."""
    former, records, found = ledger.successions(), list(ledger.documents()), list(ledger.claims())
    earlier = _grouped((heir, old) for old, heir in former.items())
    own = {key: list(each) for key, each in groupby(found, key=lambda claim: claim["document"])}
    ready = {each["id"]: opened(each, own.get(each["id"], ()), settings) for each in records}
    documents = _documents(ready.values(), Surroundings(_captured(ledger), _copies(records), earlier))
    claims = {claim.id: claim for document in documents.values() for claim in document.claims}
    links = links_retold(published_links(ledger.links(), claims), claims, ready)
    matters, moved, held = published_matters(list(ledger.matters()), claims, links, earlier)
    matters = with_turns(matters_retold(matters, ready), ledger.histories())
    return Edition(
        documents=documents,
        claims=claims,
        links=links,
        matters=matters,
        lost=tuple(published_lost(find_lost(records, found), ready, claims)),
        moved=moved | {old: heir for old, heir in former.items() if heir in matters},
        held=_held(documents.values(), held, len(ledger.withheld())),
        changes=changes_of(ledger, matters),
        read_last=max((when for each in documents.values() for when in each.captured), default=None),
    )


def _documents(ready: Iterable[Opened], around: Surroundings) -> dict[str, PublishedDocument]:
    """The documents, the latest first."""
    made = sorted((published(each, around) for each in ready), key=lambda each: each.id)
    made.sort(key=lambda each: each.published or "", reverse=True)
    return {each.id: each for each in made}


def _captured(ledger: Ledger) -> dict[str, list[str]]:
    return _grouped((each["document"], each["captured"]) for each in ledger.captures())


def _copies(records: Iterable[Record]) -> dict[str, list[str]]:
    return _grouped((each["origin"], each["id"]) for each in records)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: sorted(set(values)) for key, values in found.items()}


def _held(documents: Iterable[PublishedDocument], matters: int, withheld: int) -> Held:
    every = list(documents)
    unreviewed, unreleased = sum(each.unreviewed for each in every), sum(each.unreleased for each in every)
    return Held(unreviewed=unreviewed, unreleased=unreleased, matters=matters, withheld=withheld)
