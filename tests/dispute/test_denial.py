"""A denial is linked to the claim it denies: the one it holds, the one it names, the one in its words; else to none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Basis, Link, LinkKind
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker


def links(*lines: Says) -> list[tuple[str, str, str, str]]:
    """From, to, kind and basis of each link."""
    found = found_links(*lines)
    return [(link.from_claim, link.to_claim, link.kind.value, link.basis.value) for link in found]


def found_links(*lines: Says) -> tuple[Link, ...]:
    document, claims = debate(*lines)
    return find_disputes(document, claims).links


ACCUSED = Says("Norway", "accused", "Sweden of poisoning the reindeer", Act.ACCUSES, "Norway")


def test_a_denial_denies_the_claim_it_holds() -> None:
    """The structure says it: nothing is inferred."""
    line = Says(
        "Sweden",
        "denied",
        "Norwegian claims that it had poisoned the reindeer",
        Act.DENIES,
        "Sweden",
        held=("Norwegian", "claims", "that it had poisoned the reindeer"),
        held_side="Norway",
    )
    assert links(line) == [("c0", "c0h", "denies", "structure")]


def test_somebody_who_only_quotes_denies_nothing() -> None:
    """The same claim held by a plain report is no denial."""
    line = Says(
        "Sweden", "cited", "Norwegian claims of poison", Act.ASSERTS, "Sweden", (), ("Norwegian", "claims", "poison")
    )
    assert links(line) == []


def test_denying_a_part_in_it_answers_the_accusation_before() -> None:
    """*Any role* has no words of its own; the accusation of the one who denies stands next to it."""
    denied = Says("Sweden", "has denied", "any role in it", Act.DENIES, "Sweden")
    assert links(ACCUSED, denied) == [("c1", "c0", "denies", "explicit")]


def test_belittling_the_claims_of_a_named_side_denies_what_it_said_last() -> None:
    """*Norway's claims as "fairy tales"* is no judgement on Norway but on what it claimed."""
    said = Says("Oslo", "said", "the herd had been counted twice", Act.ASSERTS, "Norway")
    judged = Says("The ministry", "described", 'Norway\'s claims as "baseless propaganda"', Act.JUDGES, "Sweden")
    assert links(said, judged) == [("c1", "c0", "denies", "explicit")]


def test_a_denial_in_words_of_its_own_finds_the_claim_with_those_words() -> None:
    """A claim in between on another thing is passed over."""
    first = Says("Norway", "said", "Swedish rangers had burned the northern fence", Act.ACCUSES, "Norway")
    other = Says("Norway", "said", "fish prices were rising", Act.ASSERTS, "Norway")
    denied = Says("Sweden", "denied", "burning the northern fence", Act.DENIES, "Sweden")
    assert links(first, other, denied) == [("c2", "c0", "denies", "explicit")]


@pytest.mark.parametrize(
    "answer",
    [
        Says("Sweden", "said", "the winter had been mild", Act.ASSERTS, "Sweden"),
        Says("Sweden", "refused", "to open the archive", Act.DENIES, "Sweden"),
        Says("Norway", "denied", "any role in it", Act.DENIES, "Norway"),
        Says("Sweden", "denied", "that the dam at Vik had cracked", Act.DENIES, "Sweden"),
    ],
    ids=["another topic", "a refusal", "the same side", "another claim denied"],
)
def test_what_answers_nothing_is_linked_to_nothing(answer: Says) -> None:
    """A wrong link is worse than none."""
    assert links(ACCUSED, answer) == []


SAID = Says("Norway", "said", "the levy would pay for the new road", Act.ASSERTS, "Norway")


@pytest.mark.parametrize(
    "answer",
    [
        Says("Sweden", "said", "not even one", Act.ASSERTS, "Sweden"),
        Says("Sweden", "said", "it was not just that", Act.ASSERTS, "Sweden"),
        Says("Sweden", "said", "she did not", Act.ASSERTS, "Sweden"),
        Says("55 percent of those asked", "said", "it was not true", Act.ASSERTS, "Sweden"),
    ],
    ids=["none at all", "not only that", "somebody else", "a share of those asked"],
)
def test_who_says_less_than_no_or_is_only_asked_denies_nothing(answer: Says) -> None:
    """What is said must be said of what the other said."""
    assert links(SAID, answer) == []


def test_two_who_are_against_a_thing_do_not_deny_each_other() -> None:
    one = Says("Norway", "said", "the new levy on fish is not worth the paper", Act.JUDGES, "Norway")
    assert links(one, Says("Sweden", "rejected", "the new levy on fish", Act.DENIES, "Sweden")) == []


def test_who_tells_of_a_denial_is_not_denied_by_it() -> None:
    """The same words stand in what the teller says, with some more."""
    denied = "the ministry's claim about the dam is false"
    told = Says("Norway", "said", f"that Sweden now says {denied} again", Act.ASSERTS, "Norway")
    assert links(told, Says("Sweden", "said", denied, Act.ASSERTS, "Sweden")) == []


def test_who_turns_down_somebody_by_name_denies_nothing_said() -> None:
    """*Disavowed him* answers no accusation, also where the same words with a claim in them would."""
    accused = Says("Norway", "accused", "Anna Lund of poisoning the reindeer", Act.ACCUSES, "Norway")
    assert links(accused, Says("Anna Lund", "rejected", "Mr. Ole Birk", Act.DENIES, "Sweden")) == []
    assert links(accused, Says("Anna Lund", "rejected", "the charges", Act.DENIES, "Sweden")) != []


def test_who_doubts_that_anybody_denies_something_is_not_denied_by_that() -> None:
    doubt = "that no honest herder would deny that the reindeer were poisoned"
    said = Says("Norway", "said", doubt, Act.ASSERTS, "Norway")
    told = Says("herder", "would deny", "that the reindeer were poisoned", Act.DENIES, "herder")
    assert links(said, told) == []


@pytest.mark.parametrize("verb", ["condemn", "repudiate", "discuss"])
def test_who_refuses_to_turn_something_down_turns_nothing_down(verb: str) -> None:
    words = f"to {verb} Norwegian claims that it had poisoned the reindeer"
    held = ("Norwegian", "claims", "that it had poisoned the reindeer")
    assert links(Says("Sweden", "refused", words, Act.DENIES, "Sweden", held=held, held_side="Norway")) == []


def test_rejecting_the_allegations_answers_the_nearest_accuser() -> None:
    """Nobody is named; who accused last is meant."""
    first = Says("Norway", "blamed", "Sweden for the fire", Act.ACCUSES, "Norway")
    second = Says("Finland", "blamed", "Sweden for the flood", Act.ACCUSES, "Finland")
    rejected = Says("Sweden", "rejected", "the allegation", Act.DENIES, "Sweden")
    assert links(first, second, rejected) == [("c2", "c1", "denies", "explicit")]


def test_a_far_accusation_is_not_meant() -> None:
    """Vague denials reach back one paragraph."""
    between = [Says("Finland", "said", f"point {number} stood", Act.ASSERTS, "Finland") for number in range(4)]
    assert links(ACCUSED, *between, Says("Sweden", "denied", "any role", Act.DENIES, "Sweden")) == []


def test_an_excerpt_is_linked_only_to_an_excerpt() -> None:
    """It copies the body; its claims are not answered twice."""
    copied = ACCUSED._replace(part=PartKind.EXCERPT)
    assert links(copied, Says("Sweden", "denied", "any role", Act.DENIES, "Sweden")) == []


def test_the_reason_quotes_both() -> None:
    """A reader can check it without the program."""
    [link] = found_links(ACCUSED, Says("Sweden", "has denied", "any role in it", Act.DENIES, "Sweden"))
    assert link.kind is LinkKind.DENIES and link.basis is Basis.EXPLICIT and link.found_by == "denial.v1"
    assert "“any role in it”" in link.because and "“Sweden of poisoning the reindeer”" in link.because


def test_a_refused_request_is_denied() -> None:
    """Turning down what was asked counts; the words are shared."""
    asked = Says("Norway", "asked", "to inspect the northern kennels", Act.DEMANDS, "Norway")
    refused = Says("Sweden", "declined", "the request", Act.DENIES, "Sweden")
    assert links(asked, refused) == [("c1", "c0", "denies", "explicit")]


def test_two_who_reject_the_same_words_do_not_deny_each_other() -> None:
    """They agree."""
    one = Says("Finland", "rejected", "that the lake belongs to kings alone", Act.DENIES, "Finland")
    two = Says("Sweden", "rejected", "that the lake belongs to kings alone", Act.DENIES, "Sweden")
    assert links(one, two) == []


@pytest.mark.parametrize("cue", ["did not deny", "would neither confirm nor deny", "declined to confirm or deny"])
def test_a_negated_cue_denies_nothing(cue: str) -> None:
    """Silence is no answer."""
    line = Says("Sweden", cue, "any role in it", Act.DENIES, "Sweden")
    assert links(ACCUSED, line) == []


def test_a_claim_about_somebody_is_not_that_somebodys_claim() -> None:
    """*The claim that Norway cheated* is not Norway's."""
    pledged = Says("Norway", "said", "it would plant oaks", Act.ASSERTS, "Norway")
    rejected = Says("Sweden", "rejected", "the claim that Norway cheated at chess", Act.DENIES, "Sweden")
    assert links(pledged, rejected) == []
    assert links(pledged, rejected._replace(content="the claim by Norway")) == [("c1", "c0", "denies", "explicit")]


def test_missing_proof_of_somebodys_claims_denies_them() -> None:
    """*No evidence* alone does not: a claim must be named."""
    said = Says("Norway", "said", "the herd had been counted twice", Act.ASSERTS, "Norway")
    unproven = Says("Sweden", "said", "there was no evidence for Norway's claims", Act.ASSERTS, "Sweden")
    assert links(said, unproven) == [("c1", "c0", "denies", "explicit")]
    assert links(said, unproven._replace(content="there was no evidence of rain in Norway")) == []


def test_a_denial_answers_what_another_side_says_in_its_sentence() -> None:
    """*X says it sank the boats, Y denies losses*: the second answers the first, in any part of the text."""
    document, claims = debate(
        Says(
            "Norway", "says", "it sank three trawlers, Sweden denies losses", Act.ASSERTS, "Norway", part=PartKind.TITLE
        )
    )
    says = claims[0]
    at = document.text.index("Sweden denies losses")
    source, cue, content = Span(at, at + 6), Span(at + 7, at + 13), Span(at + 14, at + 20)
    denies = replace(
        says, id="c9", source=(source,), cue=(cue,), content=(content,), act=Act.DENIES, speaker=Speaker("Sweden")
    )
    says = replace(says, content=(Span(says.content[0].start, at - 2),))
    found = find_disputes(document, [says, denies]).links
    assert [(link.from_claim, link.to_claim, link.kind.value) for link in found] == [("c9", "c0", "denies")]


def test_the_report_is_what_was_said_last() -> None:
    """*The report* names no speaker and has no words of its own: it points at the claim right before."""
    said = Says("Norway", "said", "it had found two hills of herring", Act.ASSERTS, "Norway")
    denied = Says("Sweden", "dismissed", 'the report as "fake news"', Act.DENIES, "Sweden")
    assert links(said, denied) == [("c1", "c0", "denies", "explicit")]


def test_the_charge_is_no_demand() -> None:
    """What is denied as a charge was said to be so, not asked for."""
    asked = Says("Norway", "called", "for the release of the nets", Act.DEMANDS, "Norway")
    denied = Says("Sweden", "denies", "the charge", Act.DENIES, "Sweden")
    assert links(asked, denied) == []


def test_denying_a_breach_answers_who_called_it_one() -> None:
    """*Violated the truce* and *broke the agreement* are one thing in other words."""
    charged = Says("Norway", "said", "Sweden had broken the agreement on herring", Act.ASSERTS, "Norway")
    denied = Says("Sweden", "denied", "that it had violated the truce", Act.DENIES, "Sweden")
    assert links(charged, denied) == [("c1", "c0", "denies", "explicit")]


def test_an_excerpt_in_its_own_words_answers_the_title_and_a_copied_one_nothing() -> None:
    """An excerpt cut from the body repeats it; one that was written for itself speaks to the headline."""
    title = Says("Norway", "accuses", "Sweden of firing first", Act.ACCUSES, "Norway", part=PartKind.TITLE)
    excerpt = Says("Stockholm", "rejects", "the accusation of the north", Act.DENIES, "Sweden", part=PartKind.EXCERPT)
    copied = Says("Stockholm", "rejects", "the accusation of the north at once", Act.DENIES, "Sweden")
    assert ("c1", "c0", "denies", "explicit") in links(title, excerpt)
    assert not [link for link in links(title, excerpt, copied) if link[0] == "c1"]


def test_who_is_contradicted_by_name_has_said_what_is_denied() -> None:
    """*Contradicted the canon*: what the canon said last."""
    told = Says("The canon", "said", "the bishop had sold the land", Act.ASSERTS)
    denied = Says("The diocese", "contradicted", "the canon", Act.DENIES, "diocese")
    assert links(told, denied) == [("c1", "c0", "denies", "explicit")]
    assert links(told, denied._replace(content="the baker")) == []


def test_what_is_brushed_aside_as_gossip_is_what_was_just_said() -> None:
    """*This* points, and what it is called says nothing of the matter."""
    told = Says("The union", "said", "the plant would close", Act.PREDICTS, "union")
    denied = Says("Norwind", "brushed", "this aside as idle gossip", Act.DENIES, "Norwind")
    assert links(told, denied) == [("c1", "c0", "denies", "explicit")]


@pytest.mark.parametrize("words", ["it had never told them any such thing", "no such promise had been made"])
def test_who_never_said_any_such_thing_denies_what_others_report_of_it(words: str) -> None:
    """The report that it was said is denied, not what is said to have been said."""
    told = Says(
        "The owners",
        "said",
        "Norway had promised them a new boat",
        Act.ASSERTS,
        "owners",
        held=("Norway", "had promised", "them a new boat"),
        held_side="Norway",
    )
    denied = Says("Norway", "said", words, Act.ASSERTS, "Norway")
    assert links(told, denied) == [("c1", "c0", "denies", "explicit")]


DUMPED = Says("The union", "said", "Norwind had dumped acid in the river", Act.ASSERTS, "union")


@pytest.mark.parametrize(
    ("cue", "words", "act"),
    [
        ("said", "“Not true,”", Act.ASSERTS),
        ("says", "otherwise", Act.ASSERTS),
        ("said", "nothing of the sort had happened", Act.ASSERTS),
        ("said", "there was no truth in it", Act.ASSERTS),
        ("said", "it had nothing to do with the acid", Act.ASSERTS),
        ("said", "the union had got it wrong", Act.JUDGES),
        ("said", "the union’s accusation was without foundation", Act.ASSERTS),
        ("said", "the union’s story was made up", Act.ASSERTS),
        ("said", "the accusation was politically motivated", Act.ASSERTS),
        ("contested", "that account", Act.DENIES),
        ("rebuffed", "the union’s accusation", Act.DENIES),
        ("ruled out", "that acid had been dumped", Act.DENIES),
        ("denies", "having dumped anything", Act.DENIES),
    ],
)
def test_what_was_just_said_is_denied_in_many_ways(cue: str, words: str, act: Act) -> None:
    """Each of these answers what was said of the one who speaks."""
    assert links(DUMPED, Says("Norwind", cue, words, act, "Norwind")) == [("c1", "c0", "denies", "explicit")]


def test_who_says_of_what_names_them_that_none_of_it_was_so_contradicts_it() -> None:
    """*No acid had been dumped* need not say where."""
    answer = Says("Norwind", "said", "no acid had been dumped", Act.ASSERTS, "Norwind")
    assert links(DUMPED, answer) == [("c1", "c0", "contradicts", "derived")]


def test_who_refuses_to_let_a_story_be_covered_contests_no_story() -> None:
    """The noun has to be what is turned down."""
    answer = Says("Norwind", "refused", "to let reporters cover the story of the acid", Act.DENIES, "Norwind")
    assert links(DUMPED, answer) == []
