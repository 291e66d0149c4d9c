"""Analysis and Failure: what the whole way gives for one document, and a file that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model.claim import Claim
from counterclaim.model.document import Document
from counterclaim.model.lost import Lost
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from counterclaim.model.statement import Clause, Statement


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: its path and the reason with its remedy, one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """
    One document with what each stage made of it; `extractor` names the rules, tables and parser that did so.

    `statements` is what it says in its own voice; `clauses` what a comparison with others needs; `lost` where its own
    headline is stronger than its body.
    """

    document: Document
    reading: Reading
    claims: tuple[Claim, ...]
    disputes: Disputes
    extractor: str | None = None
    statements: tuple[Statement, ...] = ()
    clauses: tuple[Clause, ...] = ()
    lost: tuple[Lost, ...] = ()
