"""A denial answers the claim that its words point at, and nothing where its words reject no claim."""

from __future__ import annotations

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act


def denied(*lines: Says) -> list[tuple[str, str]]:
    """The ends of each denial."""
    document, claims = debate(*lines)
    return [
        (link.from_claim, link.to_claim)
        for link in find_disputes(document, claims).links
        if link.kind.value == "denies"
    ]


SAID = Says("Orsa", "said", "the eastern sluice had been opened at night", Act.ASSERTS, "Orsa")
OTHER = Says("Orsa", "said", "herring was dear this spring", Act.ASSERTS, "Orsa")
ACCUSED = Says("Orsa", "accused", "Sundmark of opening the sluice", Act.ACCUSES, "Orsa")


def test_a_verb_that_doubles_its_letter_is_the_same_verb() -> None:
    """*Dismissed* and *dismiss* are one word."""
    answer = Says("Sundmark", "dismissed", "that allegation", Act.DENIES, "Sundmark")
    assert denied(SAID, answer) == [("c1", "c0")]


@pytest.mark.parametrize("label", ["it a lie", "that nonsense", "this untrue"])
def test_what_is_called_a_lie_is_denied(label: str) -> None:
    """A word for what is untrue, said of *it*, rejects what was said last."""
    assert denied(OTHER, SAID, Says("Sundmark", "called", label, Act.JUDGES, "Sundmark")) == [("c2", "c1")]


@pytest.mark.parametrize(
    "label",
    ["it a wonder", "the sluice a provocation by the eastern guild", "it no lie at all", "that, if so, might be a lie"],
)
def test_other_labels_deny_nothing(label: str) -> None:
    """Praise, a deed that is called names, a label that is itself negated, and a condition."""
    assert denied(SAID, Says("Sundmark", "called", label, Act.JUDGES, "Sundmark")) == []


def test_condemning_the_conclusions_answers_who_concluded() -> None:
    """Words are condemned, not a deed; and the noun is that of the cue."""
    concluded = Says("Orsa", "concluded", "that the sluice treaty is void", Act.ASSERTS, "Orsa")
    answer = Says("Sundmark", "denounced", "the conclusions of the meeting", Act.JUDGES, "Sundmark")
    assert denied(concluded, OTHER, answer) == [("c2", "c0")]
    assert denied(concluded, OTHER, answer._replace(content="the flooding of the meadows")) == []


def test_the_accusation_is_what_somebody_accused_of() -> None:
    """A plain remark of the same side in between is passed over."""
    answer = Says("Sundmark", "rejected", "the accusation", Act.DENIES, "Sundmark")
    assert denied(ACCUSED, OTHER, answer) == [("c2", "c0")]


def test_the_official_s_assessment_is_the_official_s() -> None:
    """Of two speakers of one side the denial means the one whose role it names."""
    official = Says("A senior Orsa official", "said", "the sluice would hold", Act.ASSERTS, "Orsa")
    plain = Says("Orsa", "said", "grain was cheap", Act.ASSERTS, "Orsa")
    answer = Says("Sundmark", "rejected", "the assessment of the Orsa official", Act.DENIES, "Sundmark")
    assert denied(official, plain, answer) == [("c2", "c0")]


def test_who_is_accused_by_name_denies_that_charge() -> None:
    """What a fellow accused says stands nearer and is not answered."""
    charge = Says("Mira Holt", "testified", "that Aksel Brand forged the seal", Act.ACCUSES)
    fellow = Says("Jon Vik", "claimed", "the seal was real", Act.ASSERTS)
    assert denied(charge, fellow, Says("Aksel Brand", "denied", "any forgery", Act.DENIES)) == [("c2", "c0")]
    assert denied(charge, fellow, Says("Ilse Tarn", "denied", "any forgery", Act.DENIES)) == []


def test_this_was_not_so_is_said_of_a_claim_and_not_of_a_wish_inside_it() -> None:
    """*They argue that the guild wanted them out*: the argument is answered."""
    argued = Says(
        "Orsa",
        "argues",
        "that the guild wanted the sluice shut",
        Act.ACCUSES,
        "Orsa",
        held=("the guild", "wanted", "the sluice shut"),
        held_side="the guild",
    )
    assert denied(argued, Says("Sundmark", "said", "this was not the case", Act.DENIES, "Sundmark")) == [("c1", "c0")]


def test_a_part_in_it_is_denied_without_a_verb_of_denying() -> None:
    """*It was not involved*, *he is innocent*."""
    for words in ("it was not involved", "it was innocent"):
        assert denied(ACCUSED, Says("Sundmark", "said", words, Act.ASSERTS, "Sundmark")) == [("c1", "c0")]
    for words in ("it was involved", "it was not innocent"):
        assert denied(ACCUSED, Says("Sundmark", "said", words, Act.ASSERTS, "Sundmark")) == []


def test_a_thing_withheld_is_no_claim_denied() -> None:
    """*Denied funding for the sluice* rejects nothing that was said of the sluice."""
    given = Says("Orsa", "said", "funding for the sluice was agreed", Act.ASSERTS, "Orsa")
    answer = Says("Sundmark", "denied", "funding for the sluice", Act.DENIES, "Sundmark")
    assert denied(given, answer) == []
    assert denied(given, answer._replace(content="that funding for the sluice was agreed")) == [("c1", "c0")]


def test_a_theory_called_unfounded_around_it_is_denied() -> None:
    """The claim stands inside, the word that belittles it outside."""
    line = Says(
        "Sundmark",
        "said",
        "the theory that otters opened the sluice is unfounded",
        Act.ASSERTS,
        "Sundmark",
        held=("the", "theory", "that otters opened the sluice"),
        held_side="Orsa",
    )
    assert denied(line) == [("c0", "c0h")]
    assert denied(line._replace(content="the theory that otters opened the sluice is elegant")) == []


@pytest.mark.parametrize("adverb, links", [("falsely", [("c0", "c0h")]), ("loudly", [])])
def test_what_somebody_falsely_said_is_denied(adverb: str, links: list[tuple[str, str]]) -> None:
    """The adverb is the outer speaker's, and it is all that denies."""
    line = Says(
        "Sundmark",
        "said",
        f"that Orsa had {adverb} announced a flood",
        Act.ASSERTS,
        "Sundmark",
        held=("Orsa", "announced", "a flood"),
        held_side="Orsa",
    )
    assert denied(line) == links


def test_refusing_somebody_rejects_no_wish_told_along_with_it() -> None:
    """*Refused to let in travellers eager to fish*: nobody said that they were not eager."""
    line = Says(
        "Sundmark",
        "refused",
        "to let in travellers eager to fish",
        Act.DENIES,
        "Sundmark",
        held=("travellers", "eager", "to fish"),
        held_side="travellers",
    )
    document, claims = debate(line)
    assert denied(line) == [("c0", "c0h")]  # an assertion that is turned down is denied
    hoping = [
        claims[0],
        type(claims[1])(**{n: getattr(claims[1], n) for n in claims[1].__slots__} | {"act": Act.HOPES}),
    ]
    assert find_disputes(document, hoping).links == ()


def test_what_is_denied_is_denied_wherever_its_speaker_said_it() -> None:
    """The claim inside the denial and the one that was made earlier are one."""
    first = Says("Orsa", "said", "there was wide fraud with river permits", Act.ACCUSES, "Orsa")
    line = Says(
        "Sundmark",
        "rejected",
        "the claims of wide fraud with permits by Orsa",
        Act.DENIES,
        "Sundmark",
        held=("the", "claims", "of wide fraud with permits"),
        held_side="Orsa",
    )
    assert denied(first, line) == [("c1", "c0"), ("c1", "c1h")]
    assert denied(OTHER, line) == [("c1", "c1h")]


@pytest.mark.parametrize("accused", ["Norway", "Veldaria"])
def test_a_state_is_no_person_named_in_a_charge(accused: str) -> None:
    """Whether the tables know the state or not: a charge some paragraphs back is not what it denies now."""
    charge = Says("Orsa", "accused", f"{accused} of forging the seal", Act.ACCUSES, "Orsa")
    between = [Says("The guild", "said", words, Act.ASSERTS) for words in ("it snowed", "it thawed", "it rained")]
    assert denied(charge, *between, Says(accused, "denied", "any talks", Act.DENIES, accused)) == []


def test_claims_are_what_was_said_rather_than_a_judgement_passed_since() -> None:
    """*Orsa's claims* are its statements, though it called something a failure or asked for something later."""
    judged = Says("Orsa", "described", "the harvest as a failure", Act.JUDGES, "Orsa")
    asked = Says("Orsa", "demanded", "an answer by noon", Act.DEMANDS, "Orsa")
    answer = Says("Sundmark", "described", 'Orsa\'s claims as "fairy tales"', Act.JUDGES, "Sundmark")
    assert denied(SAID, judged, asked, answer) == [("c3", "c0")]


def test_what_the_named_one_says_next_is_what_their_report_says() -> None:
    """A report by the guild is called a fabrication, and then told in the guild's words."""
    answer = Says("Sundmark", "called", "a report by Orsa a fabrication", Act.JUDGES, "Sundmark")
    assert denied(answer, SAID) == [("c0", "c1")]
    assert denied(answer, SAID._replace(source="Ferrin", side="Ferrin")) == []
