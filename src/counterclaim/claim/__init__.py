"""Finds the attributions of a document and makes claims of them: who says what, when, where and how certainly."""

from __future__ import annotations

from counterclaim.claim.accused import with_accused
from counterclaim.claim.attribution import find_attributions
from counterclaim.claim.clauses import find_clauses
from counterclaim.claim.interpret import interpret as make_claims
from counterclaim.claim.statements import find_statements
from counterclaim.model.claim import Claim
from counterclaim.model.reading import Reading

__all__ = ["find_claims", "find_clauses", "find_statements"]


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """The claims made in one document, as its attributions stand in the text."""
    return with_accused(reading, make_claims(reading, find_attributions(reading)))
