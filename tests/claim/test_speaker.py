"""The speaker of an attribution is the one its source stands for, two joined by *and* are one, none is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.speaker import speaker_of
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Mention, MentionKind, Reading
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from sayings import by_hand, quoting

ADA = Speaker("Ada Birk", "minister", "Norway")
RUI = Speaker("Rui Teles", None, "Portugal")


def reading() -> Reading:
    made = by_hand(
        "Birk birk PROPN NNP nsubj 3",
        "and and CCONJ CC cc 0",
        "Teles teles PROPN NNP conj 0",
        "agreed agree VERB VBD ROOT 3",
    )
    mentions = (
        Mention(made.tokens[0].span, 0, MentionKind.PERSON, ADA),
        Mention(made.tokens[2].span, 2, MentionKind.PERSON, RUI),
    )
    return replace(made, mentions=mentions)


def attribution(*source: Span) -> Attribution:
    return Attribution(source, (), (Span(0, 1),), None, "test.v1")


def test_the_source_stands_for_its_mention() -> None:
    """One name, one speaker."""
    assert speaker_of(reading(), attribution(Span(0, 4))) == ADA


def test_two_who_speak_as_one_have_both_names_and_both_sides() -> None:
    """Joint speakers are one attribution."""
    joint = speaker_of(reading(), attribution(Span(0, 14)))
    assert joint is not None
    assert (joint.name, joint.side) == ("Ada Birk and Rui Teles", "Norway and Portugal")


def test_only_the_joined_ones_inside_the_source_speak() -> None:
    """*Birk* of *Birk and Teles* is Birk alone."""
    assert speaker_of(reading(), attribution(Span(10, 15))) == RUI


def test_nobody_speaks_where_there_is_no_source() -> None:
    """*reportedly* has no speaker."""
    assert speaker_of(reading(), attribution()) is None


def test_a_source_without_a_mention_keeps_its_words_and_has_no_side() -> None:
    """The words are known, the side is not."""
    made = replace(reading(), mentions=())
    assert speaker_of(made, attribution(Span(0, 4))) == Speaker("Birk", because="as written")


def test_a_text_without_tokens_gives_nobody() -> None:
    """An empty reading breaks nothing."""
    with pytest.raises(IndexError):
        quoting("no marks").tokens[0]
    assert speaker_of(quoting("no marks"), attribution()) is None


def test_a_long_list_of_speakers_is_no_deep_recursion() -> None:
    """Ten thousand joined names are one speaker."""
    rows = ["Birk birk PROPN NNP ROOT 0", *(f"Birk birk PROPN NNP conj {i}" for i in range(9_999))]
    made = by_hand(*rows)
    named = tuple(Mention(token.span, token.i, MentionKind.PERSON, ADA) for token in made.tokens)
    assert speaker_of(replace(made, mentions=named), attribution(Span(0, len(made.document.text)))) == ADA


PRESS = Speaker("Norpress")


def named(*rows: str, head: int, kind: str, speaker: Speaker, top: int = 0) -> Speaker | None:
    """The speaker of the whole of a phrase, where its `top` is *somebody* and its name ends with token `head`."""
    made = by_hand(*rows)
    known = Mention(made.tokens[top].span, top, MentionKind.ROLE, Speaker("somebody"))
    mentions = (known, Mention(made.tokens[head].span, head, kind, speaker))
    return speaker_of(replace(made, mentions=mentions), attribution(Span(0, len(made.document.text))))


def test_the_name_behind_a_common_noun_is_the_source() -> None:
    """*agency Norpress* is Norpress, though the parser saw two subjects."""
    rows = ("agency agency NOUN NN nsubj 0", "Norpress norpress PROPN NNP nsubj 1")
    assert named(*rows, head=1, kind=MentionKind.BODY, speaker=PRESS) == PRESS


def test_a_body_behind_a_preposition_is_not() -> None:
    """*agency for Norpress* is somebody else."""
    rows = ("agency agency NOUN NN nsubj 0", "for for ADP IN prep 0", "Norpress norpress PROPN NNP pobj 1")
    assert named(*rows, head=2, kind=MentionKind.BODY, speaker=PRESS) == Speaker("somebody")


def test_a_student_named_birk_is_birk() -> None:
    """The participle introduces the name of whom it describes."""
    rows = ("student student NOUN NN nsubj 0", "named name VERB VBN acl 0", "Birk birk PROPN NNP oprd 1")
    assert named(*rows, head=2, kind=MentionKind.PERSON, speaker=ADA) == ADA


def test_the_wife_of_a_man_named_birk_is_not() -> None:
    """There the participle describes somebody else."""
    rows = (
        "wife wife NOUN NN nsubj 0", "of of ADP IN prep 0", "man man NOUN NN pobj 1", "named name VERB VBN acl 2",
        "Birk birk PROPN NNP oprd 3",
    )  # fmt: skip
    assert named(*rows, head=4, kind=MentionKind.PERSON, speaker=ADA) == Speaker("somebody")


def test_the_lawyer_of_somebody_is_not_that_person() -> None:
    """*Ms Birk's lawyer* is the lawyer, though a title stands before the name."""
    rows = (
        "Ms ms PROPN NNP compound 1", "Birk birk PROPN NNP poss 3", "'s 's PART POS case 1",
        "lawyer lawyer NOUN NN nsubj 3",
    )  # fmt: skip
    assert named(*rows, head=1, kind=MentionKind.PERSON, speaker=ADA, top=3) == Speaker("somebody")
