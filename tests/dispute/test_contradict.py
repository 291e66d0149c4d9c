"""Claims of two sides that cannot both be so are linked, with the reason; those of one side or two days are not."""

from __future__ import annotations

import pytest
from debates import Says, debate, frame

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind

RULES = frame("control", "Vargen", "Norway", extent="full")
THERE = frame("presence", "Vargen", "Sweden")
NORWAY = Says("Norway", "says", "its army now has full control of Vargen", Act.ASSERTS, "Norway", (RULES,))
SWEDEN = Says("Sweden", "says", "its soldiers are still holding positions in Vargen", Act.ASSERTS, "Sweden", (THERE,))


def opposing(*lines: Says) -> list[tuple[str, str]]:
    """The ends of each link that denies or contradicts."""
    document, claims = debate(*lines)
    kinds = ("denies", "contradicts")
    return [
        (link.from_claim, link.to_claim) for link in find_disputes(document, claims).links if link.kind.value in kinds
    ]


def test_holding_positions_contradicts_full_control() -> None:
    """The later claim points at the earlier."""
    assert opposing(NORWAY, SWEDEN) == [("c1", "c0")]


def test_swapping_the_sides_swaps_nothing_else() -> None:
    """No rule knows a name."""
    norway = NORWAY._replace(
        side="Sweden", source="Sweden", frames=(frame("control", "Vargen", "Sweden", extent="full"),)
    )
    sweden = SWEDEN._replace(side="Norway", source="Norway", frames=(frame("presence", "Vargen", "Norway"),))
    assert opposing(norway, sweden) == opposing(NORWAY, SWEDEN)


@pytest.mark.parametrize("act", [Act.PREDICTS, Act.PROMISES, Act.DEMANDS, Act.HOPES, Act.ASKS])
def test_what_states_nothing_contradicts_nothing(act: Act) -> None:
    """Wishes and forecasts are not answered by facts."""
    assert opposing(NORWAY, SWEDEN._replace(act=act)) == []


def test_one_side_is_not_set_against_itself() -> None:
    """Its other names are folded into it."""
    assert opposing(NORWAY, SWEDEN._replace(side="Norwegian government")) == []


def test_claims_said_on_two_days_are_an_update() -> None:
    """What held yesterday may have changed."""
    assert opposing(NORWAY._replace(said_on="2031-05-01"), SWEDEN._replace(said_on="2031-05-02")) == []


def test_an_unknown_speaker_is_no_side() -> None:
    """Nobody can be set against nobody."""
    assert opposing(NORWAY, SWEDEN._replace(source="Somebody", side=None)) == []


def test_finding_nothing_contradicts_what_is_said_to_be_there() -> None:
    """*No trace of X* is said against X."""
    poison = Says("The herders", "said", "the well had been laced with arsenic", Act.ASSERTS)
    none = Says("The clinic", "reported", "no trace of arsenic was found", Act.ASSERTS)
    assert opposing(poison, none) == [("c1", "c0")]
    assert opposing(poison, none._replace(content="no trace of lead was found")) == []


def test_what_is_no_sign_of_something_has_not_looked_for_it() -> None:
    one = Says("Norway", "said", "the rain of the past is no sign of rain to come", Act.ASSERTS, "Norway")
    other = Says("Sweden", "said", "there had been rain for a week", Act.ASSERTS, "Sweden")
    assert opposing(one, other) == []


def test_what_each_reports_doing_is_of_each() -> None:
    one = Says("Norway", "reported", "spending 900 crowns on the road", Act.ASSERTS, "Norway")
    other = Says("Sweden", "reported", "spending only 400 crowns on the road", Act.ASSERTS, "Sweden")
    assert opposing(one, other) == []


def test_words_that_exclude_each_other_contradict_in_like_sentences() -> None:
    """One pair of antonyms, the rest alike."""
    one = Says("The union", "said", "the vote in the valley was legal", Act.ASSERTS)
    two = Says("The court", "said", "the vote in the valley was unlawful", Act.ASSERTS)
    assert opposing(one, two) == [("c1", "c0")]
    assert opposing(one, two._replace(content="the bridge over the river was unlawful")) == []


def test_the_nearest_claim_of_the_body_is_answered_before_the_title() -> None:
    """A title tells what the body says again."""
    title = NORWAY._replace(part=PartKind.TITLE)
    assert opposing(title, NORWAY, SWEDEN) == [("c2", "c1")]
    assert opposing(title, SWEDEN) == [("c1", "c0")]


def test_words_that_judge_need_only_one_word_in_common() -> None:
    """*The treaty is void* and *the treaty is legitimate*; words that only tell things apart need more."""
    void = Says("Sundmark", "called", "the river treaty void", Act.JUDGES, "Sundmark")
    fine = Says("Orsa", "called", "the treaty legitimate and wise", Act.JUDGES, "Orsa")
    assert opposing(void, fine) == [("c1", "c0")]
    assert opposing(void, fine._replace(content="the orchard legitimate and wise")) == []
    army, village = "the treaty of the civilian river guard", "the treaty and the military road"
    assert opposing(void._replace(content=army), fine._replace(content=village)) == []


def test_who_is_accused_by_name_answers_with_the_opposite_word() -> None:
    """*An accident*, says whom the other accuses of acting on purpose; a bystander answers nothing."""
    charge = Says("Mira Holt", "testified", "the lamp was knocked over in a deliberate act by Brand", Act.ACCUSES)
    reply = Says("Aksel Brand", "said", "it had been accidental", Act.ASSERTS)
    assert opposing(charge, reply) == [("c1", "c0")]
    assert opposing(charge, reply._replace(source="Jon Vik")) == []


def test_what_is_done_without_something_is_done() -> None:
    """*Without a warning* turns no sentence round: both say that the sluice was opened."""
    bare = Says("Norway", "says", "the mill had opened the old sluice at Vargen", Act.ASSERTS, "Norway")
    more = Says(
        "Sweden", "says", "the mill had opened the old sluice at Vargen without a warning", Act.ASSERTS, "Sweden"
    )
    assert opposing(bare, more) == []
