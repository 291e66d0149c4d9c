"""completed: what the network found, with what only the text around it tells, ordered and nested."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claim.attribution.answered import with_answers
from counterclaim.claim.attribution.held import with_held
from counterclaim.claim.attribution.nesting import nested
from counterclaim.claim.attribution.relayed import with_relayed
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading


def completed(reading: Reading, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, with those held in others, denials of them, and whom reports cite."""
    return nested(with_relayed(reading, with_answers(reading, with_held(reading, found))))
