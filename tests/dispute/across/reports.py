"""Makes several reports, each of who said what, that can answer each other: invented speakers, places and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debates import Says, debate

from counterclaim.dispute import connect, find_disputes
from counterclaim.model.analysis import Analysis
from counterclaim.model.matter import Disputes, Matter
from counterclaim.model.reading import Reading


def report(name: str, *lines: Says, on: str | None = "2031-05-02", origin: str | None = None) -> Analysis:
    """One analysed report; its claims are named NAME.0, NAME.1, ..."""
    document, claims = debate(*lines, published=on)
    document = replace(document, id=name, origin=origin)
    named = [replace(each, id=f"{name}.{each.id[1:]}", document=name) for each in claims]
    named = [replace(each, within=f"{name}.{each.within[1:]}") if each.within else each for each in named]
    return Analysis(document, Reading(document), tuple(named), find_disputes(document, named))


def across(*reports: Analysis) -> list[tuple[str, str, str]]:
    """From, to and kind of each link that leads from one report to another."""
    links = connect(reports).links
    ends = ((link.from_claim, link.to_claim, link.kind.value) for link in links)
    return [each for each in ends if each[0].split(".")[0] != each[1].split(".")[0]]


def matters(*reports: Analysis) -> dict[str, Matter]:
    """The matters over all reports, by question."""
    return {matter.question: matter for matter in connect(reports).matters}


def plain(disputes: Disputes) -> tuple[Sequence[object], Sequence[object]]:
    """Links and matters in an order of their own, with all that they hold."""
    return sorted(disputes.links, key=lambda link: link.id), sorted(disputes.matters, key=lambda matter: matter.id)
