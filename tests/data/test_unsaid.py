"""Whether a cue says that something was not said."""

from __future__ import annotations

import pytest

from counterclaim.data.unsaid import unsaid


@pytest.mark.parametrize(
    "cue", ["has not confirmed", "wouldn't say", "won’t", "declined", "never said", "would neither confirm nor deny"]
)
def test_a_negation_or_a_refusal_in_a_cue_says_that_it_was_not_said(cue: str) -> None:
    """With either kind of apostrophe."""
    assert unsaid(cue)


@pytest.mark.parametrize("cue", ["denied", "has confirmed", "noted", "", "announced", "knows", "said"])
def test_other_cues_say_what_they_say(cue: str) -> None:
    """A denial is said, and *noted* holds a *not* in its letters only."""
    assert not unsaid(cue)
