"""Analysis and Failure: what the whole way gives for one document, and a file that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model.claim import Claim
from counterclaim.model.document import Document
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: its path and the reason with its remedy, one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document with what each stage made of it; `extractor` names the rules, tables and parser that did so."""

    document: Document
    reading: Reading
    claims: tuple[Claim, ...]
    disputes: Disputes
    extractor: str | None = None
