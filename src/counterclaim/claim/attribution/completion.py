"""completed: what the network found, with what only the text around it tells, ordered and nested."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claim.attribution.answered import with_answers
from counterclaim.claim.attribution.held import with_held
from counterclaim.claim.attribution.nesting import nested
from counterclaim.claim.attribution.relayed import with_relayed
from counterclaim.claim.attribution.taken_back import with_taken_back
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading


def completed(reading: Reading, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, with those held in others, taken back or denied, and whom reports cite."""
    told = with_held(reading, with_taken_back(reading, found))
    return nested(with_relayed(reading, with_answers(reading, told)))
