"""The page of a matter: positions beside each other, links with their reasons, when, where, and what to take along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from counterclaim.publish.citing import brief
from counterclaim.publish.downloads import matter_json_ld
from counterclaim.publish.edition.nouns import PublishedLink, PublishedMatter
from counterclaim.publish.site.addresses import beside, path_of
from counterclaim.publish.site.bearings import bearings, is_guess
from counterclaim.publish.site.columns import Column, columns_of
from counterclaim.publish.site.drawings import axis_of, map_of
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.front import sources


def matter_page(frame: Frame, matter: PublishedMatter) -> tuple[str, bytes]:
    """The page of one matter."""
    path = path_of("matter", matter.id)
    columns = columns_of(matter, frame.texts)
    numbers = numbered(columns)
    drawn = map_of(frame, matter, numbers)
    values = {
        "matter": matter,
        "standing": frame.texts(f"status_explained.{matter.status.replace('-', '_')}"),
        "columns": columns,
        "numbers": numbers,
        "bearings": {each: list(_bearings(frame, each, numbers)) for each in numbers},
        "links": list(_links(frame, matter, numbers)),
        "turns": list(_turns(frame, matter, numbers)),
        "place_path": path_of("place", matter.place_key) if matter.place_key else None,
        "sources": sources(frame),
        "axis": axis_of(frame, matter, columns, numbers),
        "map": drawn.svg,
        "unplaced": drawn.unplaced,
        "lost": [each for each in frame.edition.lost if each.claim in numbers],
        "brief": brief(matter, frame.edition, frame.imprint),
        "json_ld": Markup("".join(matter_json_ld(matter, frame.edition, frame.imprint))),
        "downloads": {form: beside(path, form) for form in ("csv", "jsonl", "geojson", "jsonld")},
    }
    return frame.page(path, "matter.html", "matters/index.html", values)


def numbered(columns: tuple[Column, ...]) -> dict[str, int]:
    """The number of each claim on the page, by id, in the order in which the page shows them."""
    ids = (claim for column in columns for answer in column.answers for claim in answer.claims)
    return {claim: number for number, claim in enumerate(dict.fromkeys(ids), 1)}


def _bearings(frame: Frame, claim: str, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The links at a claim to others on the page; the reasons stand in a list of their own there."""
    for each in bearings(frame.edition.claims[claim], frame.edition):
        if each.other.id in numbers:
            yield {"kind": each.kind, "other": each.other.id, "number": numbers[each.other.id], "guess": each.guess}


def _links(frame: Frame, matter: PublishedMatter, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The links between claims on the page, once where copies say the same."""
    seen = set()
    for identifier in matter.links:
        link = frame.edition.links[identifier]
        ends = _on_page(frame, link.from_claim, numbers), _on_page(frame, link.to_claim, numbers)
        if None not in ends and (link.kind, *ends) not in seen:
            seen.add((link.kind, *ends))
            yield _link(link, str(ends[0]), str(ends[1]), numbers)


def _on_page(frame: Frame, claim: str, numbers: Mapping[str, int]) -> str | None:
    """The claim itself where it is on the page, else the one that it is a copy of."""
    if claim in numbers:
        return claim
    copied = frame.edition.claims[claim].copy_of
    return copied if copied in numbers else None


def _turns(frame: Frame, matter: PublishedMatter, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Since when the matter stood how, with the claim on the page that made it so."""
    for each in matter.history:
        claim = _on_page(frame, str(each["claim"]), numbers) if each["claim"] in frame.edition.claims else None
        yield {**each, "id": claim, "number": numbers.get(claim or "")}


def _link(link: PublishedLink, first: str, last: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "kind": link.kind,
        "guess": is_guess(link),
        "because": link.because,
        "basis": link.basis,
        "found_by": link.found_by,
        "from_id": first,
        "from_number": numbers[first],
        "to_id": last,
        "to_number": numbers[last],
    }
