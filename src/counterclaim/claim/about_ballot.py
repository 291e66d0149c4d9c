"""Tells states won and lost at the polls from towns taken by troops: *he captured Ohio in the primary*."""

from __future__ import annotations

from counterclaim.claim.about_doers import doer_of
from counterclaim.claim.about_mood import words
from counterclaim.claim.about_parties import country_in
from counterclaim.model.reading import Reading

# So many tokens before and behind are read for words of voting: an article that takes results in turn names the vote
# every few sentences.
NEAR = 80
# One such word may be a reporter's aside; where nobody is told to do it, more are asked for.
ENOUGH, BARE = 2, 3


def at_the_polls(reading: Reading, index: int, inside: frozenset[int]) -> bool:
    """Whether who takes or loses a place is no state and no force, in a passage on votes; `index` is the verb."""
    doer = doer_of(reading, index, inside)
    if doer is not None and _takes_towns(reading, doer):
        return False
    near = reading.tokens[max(0, index - NEAR) : index + NEAR]
    voting = sum(token.lemma.lower() in words("ballot") for token in near)
    return voting >= (ENOUGH if doer is not None else BARE)


def _takes_towns(reading: Reading, doer: int) -> bool:
    """Whether the phrase of a doer names a state or people who hold or leave places: *Norland, the rebels*."""
    phrase = [reading.tokens[i] for i in reading.subtree(doer)]
    force = any(token.lemma.lower() in words("forces") for token in phrase)
    return force or country_in(" ".join(token.text for token in phrase)) is not None
