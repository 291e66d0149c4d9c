"""Only attributions that share a sentence are held against each other."""

from __future__ import annotations

from trees_made import made

from counterclaim.claim.attribution.trained.company import companions
from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.model.document import PartKind


def roles(*tokens: int) -> Roles:
    return Roles(frozenset(), frozenset(tokens[:1]), frozenset(tokens[1:]))


def test_those_of_one_sentence_are_companions_in_their_order() -> None:
    """A content that runs over two sentences has the company of both."""
    reading = made((PartKind.BODY, (["Birk", "says", "so"], ["Ost", "says", "no"], ["It", "ends"])))
    one, over, other, last = roles(0, 1), roles(2, 3, 4), roles(5, 4), roles(6, 7)

    assert companions(reading, [one, over, other, last]) == [[over], [one, other], [over], []]
