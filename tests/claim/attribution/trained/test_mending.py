"""How proposals are mended: whom a passive names, who speaks inside a content, and how far that content goes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from trees_made import body, disjoint, hanging, roles, trees

from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.claim.attribution.trained.finder import Proposal
from counterclaim.claim.attribution.trained.mending import mended
from counterclaim.model.reading import Reading


def parsed(text: str, *hung: tuple[int, str, str]) -> Reading:
    """One sentence with head, relation and part of speech of each word."""
    reading = hanging(body(text), *((head, dep) for head, dep, _ in hung))
    tokens = zip(reading.tokens, hung, strict=True)
    return replace(reading, tokens=tuple(token._replace(pos=pos) for token, (_, _, pos) in tokens))


def after(reading: Reading, *found: Roles) -> list[Roles]:
    """The roles once mended."""
    return [each.roles for each in mended(reading, [Proposal(each, 0.9, True) for each in found])]


def test_who_was_urged_to_do_something_does_not_speak() -> None:
    """The subject of a passive goes; nobody is named."""
    reading = parsed(
        "Farmers were urged to sell",
        (2, "nsubjpass", "NOUN"),
        (2, "auxpass", "AUX"),
        (2, "ROOT", "VERB"),
        (4, "aux", "PART"),
        (2, "xcomp", "VERB"),
    )
    assert after(reading, roles([0], [1, 2], [3, 4])) == [roles([], [1, 2], [3, 4])]


def test_who_was_stopped_and_told_to_leave_does_not_speak() -> None:
    """A second passive has the subject of the first."""
    reading = parsed(
        "Farmers were stopped and told to leave",
        (2, "nsubjpass", "NOUN"),
        (2, "auxpass", "AUX"),
        (2, "ROOT", "VERB"),
        (2, "cc", "CCONJ"),
        (2, "conj", "VERB"),
        (6, "aux", "PART"),
        (4, "xcomp", "VERB"),
    )
    passive = replace(reading, tokens=tuple(token._replace(tag="VBN") for token in reading.tokens))
    assert after(passive, roles([0], [4], [5, 6])) == [roles([], [4], [5, 6])]


def test_who_was_quoted_speaks() -> None:
    """*Quoted* is a passive of the hearer."""
    reading = parsed(
        "Birk was quote that dam holds",
        (2, "nsubjpass", "PROPN"),
        (2, "auxpass", "AUX"),
        (2, "ROOT", "VERB"),
        (5, "mark", "SCONJ"),
        (5, "nsubj", "NOUN"),
        (2, "ccomp", "VERB"),
    )
    quoted = roles([0], [1, 2], [3, 4, 5])
    assert after(reading, quoted) == [quoted]


INNER = (
    (1, "nsubj", "PROPN"),
    (1, "ROOT", "VERB"),
    (3, "nsubj", "NOUN"),
    (1, "ccomp", "VERB"),
    (5, "nsubj", "NOUN"),
    (3, "ccomp", "VERB"),
)


def test_who_speaks_inside_a_content_stands_there() -> None:
    """Lund said the guild believes ...: it isn't Lund who believes."""
    reading = parsed("Lund says guild believes dam holds", *INNER)
    outer = roles([0], [1], [2, 3, 4, 5])
    assert after(reading, outer, roles([0], [3], [4, 5])) == [outer, roles([2], [3], [4, 5])]


def test_a_source_in_the_content_is_left_as_it_is() -> None:
    """Whatever the tree says."""
    reading = parsed("Lund says guild believes dam holds", *INNER)
    found = [roles([0], [1], [2, 3, 4, 5]), roles([4], [3], [5])]
    assert after(reading, *found) == found


def test_who_is_quoted_as_saying_something_says_it() -> None:
    """*Courier quotes Lund as saying it rained*: not the Courier says so."""
    reading = parsed(
        "Courier quotes Lund as saying it rained",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (1, "dobj", "PROPN"),
        (1, "prep", "ADP"),
        (3, "pcomp", "VERB"),
        (6, "nsubj", "PRON"),
        (4, "ccomp", "VERB"),
    )
    outer = roles([0], [1], [2, 3, 4, 5, 6])
    assert after(reading, outer, roles([0], [4], [5, 6])) == [outer, roles([2], [4], [5, 6])]


BREACH = (
    (1, "nsubj", "PROPN"),
    (1, "ROOT", "VERB"),
    (3, "nsubj", "NOUN"),
    (1, "ccomp", "VERB"),
    (3, "prep", "ADP"),
    (6, "poss", "NOUN"),
    (4, "pobj", "NOUN"),
    (6, "acl", "VERB"),
)


def test_a_noun_that_hangs_on_a_content_belongs_to_it() -> None:
    """*Lund says wages fell despite guild pledge standing*: Lund tells of the pledge too."""
    reading = parsed("Lund says wages fell despite guild pledge standing", *BREACH)
    inner = roles([5], [6], [7])
    assert after(reading, roles([0], [1], [2, 3]), inner) == [roles([0], [1], [2, 3, 4, 5, 6, 7]), inner]


def test_a_noun_that_hangs_on_the_cue_stays_outside() -> None:
    """There it is the writer who tells of it."""
    hung = list(BREACH)
    hung[4] = (1, "prep", "ADP")
    found = [roles([0], [1], [2, 3]), roles([5], [6], [7])]
    assert after(parsed("Lund says wages fell despite guild pledge standing", *hung), *found) == found


SAYING = (
    (1, "nsubj", "PROPN"),
    (1, "ROOT", "VERB"),
    (1, "advcl", "VERB"),
    (4, "nsubj", "NOUN"),
    (2, "ccomp", "VERB"),
)


def test_who_left_saying_something_said_it() -> None:
    """Where nobody is named, the subject of the verb that *saying* hangs on."""
    made = parsed("Lund left saying dam holds", *SAYING)
    reading = replace(made, tokens=tuple(t._replace(tag="VBG" if t.i == 2 else "") for t in made.tokens))
    assert after(reading, roles([], [2], [3, 4])) == [roles([0], [2], [3, 4])]


def test_what_hangs_on_a_verb_in_another_way_names_nobody() -> None:
    """*If told so*: it isn't the subject of the main clause that tells."""
    assert after(parsed("Lund left told dam holds", *SAYING), roles([], [2], [3, 4])) == [roles([], [2], [3, 4])]


def test_a_relative_clause_names_what_it_describes() -> None:
    """*Lund knows a guild that believes ...*: the guild."""
    reading = parsed(
        "Lund knows guild that believes rain",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (1, "dobj", "NOUN"),
        (4, "nsubj", "PRON"),
        (2, "relcl", "VERB"),
        (4, "dobj", "NOUN"),
    )
    outer = roles([0], [1], [2, 3, 4, 5])
    assert after(reading, outer, roles([], [4], [5])) == [outer, roles([2], [4], [5])]


def test_a_content_that_holds_a_cue_holds_what_was_said() -> None:
    """It goes on to the end of the inner one, of which it has half."""
    reading = parsed("Lund says guild believes dam holds", *INNER)
    inner = roles([2], [3], [4, 5])
    assert after(reading, roles([0], [1], [2, 3, 4]), inner) == [roles([0], [1], [2, 3, 4, 5]), inner]


def test_a_second_verb_with_the_same_subject_belongs_to_the_content() -> None:
    """*Lund says they expect rain but hope for sun*: both are what Lund says."""
    reading = parsed(
        "Lund says they expect rain but hope sun",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (3, "nsubj", "PRON"),
        (1, "ccomp", "VERB"),
        (3, "dobj", "NOUN"),
        (3, "cc", "CCONJ"),
        (3, "conj", "VERB"),
        (6, "dobj", "NOUN"),
    )
    second = roles([2], [6], [7])
    assert after(reading, roles([0], [1], [2, 3, 4]), second) == [roles([0], [1], [2, 3, 4, 5, 6, 7]), second]


def test_another_speaker_after_the_content_stays_outside() -> None:
    """*Lund says they lost and Maro denies it*, which parsers hang on *lost*."""
    reading = parsed(
        "Lund says they lost and Maro denies it",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (3, "nsubj", "PRON"),
        (1, "ccomp", "VERB"),
        (3, "cc", "CCONJ"),
        (6, "nsubj", "PROPN"),
        (3, "conj", "VERB"),
        (6, "dobj", "PRON"),
    )
    found = [roles([0], [1], [2, 3]), roles([5], [6], [7])]
    assert after(reading, *found) == found


RELATIVE = (
    (1, "nsubj", "NOUN"),
    (1, "ROOT", "VERB"),
    (3, "nsubj", "PRON"),
    (1, "ccomp", "VERB"),
    (3, "dobj", "NOUN"),
    (7, "dobj", "PRON"),
    (7, "nsubj", "PRON"),
    (4, "relcl", "VERB"),
    (7, "oprd", "ADJ"),
)


def test_what_the_same_speaker_says_in_a_relative_clause_belongs_to_the_content() -> None:
    """*Farmers say they need guild which they call honest*: both are what farmers say."""
    reading = parsed("Farmers say they need guild which they call honest", *RELATIVE)
    inner = roles([6], [7], [5, 8])
    assert after(reading, roles([0], [1], [2, 3, 4]), inner) == [roles([0], [1], [2, 3, 4, 5, 6, 7, 8]), inner]


def test_another_speaker_in_a_relative_clause_stays_outside() -> None:
    """It may be the writer who tells what Maro calls the guild."""
    named = tuple((head, dep, "PROPN" if n == 6 else pos) for n, (head, dep, pos) in enumerate(RELATIVE))
    reading = parsed("Farmers say they need guild which Maro call honest", *named)
    found = [roles([0], [1], [2, 3, 4]), roles([6], [7], [5, 8])]
    assert after(reading, *found) == found


TOLD = (
    (1, "prep", "ADP"),
    (3, "pobj", "NOUN"),
    (3, "nsubj", "PROPN"),
    (3, "ROOT", "VERB"),
    (5, "nsubj", "NOUN"),
    (3, "ccomp", "VERB"),
)


def test_a_negation_belongs_to_the_cue() -> None:
    """*Lund has not confirmed losses*: without *not* it would be turned round."""
    reading = parsed(
        "Lund has not confirmed losses",
        (3, "nsubj", "PROPN"),
        (3, "aux", "AUX"),
        (3, "neg", "PART"),
        (3, "ROOT", "VERB"),
        (3, "dobj", "NOUN"),
    )
    assert after(reading, roles([0], [1, 3], [4])) == [roles([0], [1, 2, 3], [4])]
    assert after(reading, roles([0], [3], [4])) == [roles([0], [2, 3], [4])]


def test_who_acts_in_a_clause_behind_does_not_speak() -> None:
    """*Lund asked help which Maro refused*: Maro asks for nothing."""
    reading = parsed(
        "Lund asked help which Maro refused",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (1, "dobj", "NOUN"),
        (5, "dobj", "PRON"),
        (5, "nsubj", "PROPN"),
        (2, "relcl", "VERB"),
    )
    assert after(reading, roles([0, 4], [1], [2])) == [roles([0], [1], [2])]


def test_two_speakers_apart_both_speak() -> None:
    """*Lund asked help with Maro*: nothing says that Maro did something else."""
    reading = parsed(
        "Lund asked help with Maro",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (1, "dobj", "NOUN"),
        (1, "prep", "ADP"),
        (3, "pobj", "PROPN"),
    )
    both = roles([0, 4], [1], [2])
    assert after(reading, both) == [both]


def test_notes_that_tell_what_somebody_said_hold_that_it_was_said() -> None:
    """*Per notes Lund said dam holds*: the notes don't say that the dam holds."""
    reading = parsed("Per notes Lund said dam holds", *TOLD)
    inner = roles([2], [3], [4, 5])
    assert after(reading, roles([1], [0], [4, 5]), inner) == [roles([1], [0], [2, 3, 4, 5]), inner]


def test_who_told_of_it_may_stand_behind() -> None:
    """*Lund said dam holds notes show*."""
    hung = (
        (1, "nsubj", "PROPN"),
        (5, "ccomp", "VERB"),
        (3, "nsubj", "NOUN"),
        (1, "ccomp", "VERB"),
        (5, "nsubj", "NOUN"),
        (5, "ROOT", "VERB"),
    )
    reading = parsed("Lund said dam holds notes show", *hung)
    inner = roles([0], [1], [2, 3])
    assert after(reading, inner, roles([4], [5], [2, 3])) == [inner, roles([4], [5], [0, 1, 2, 3])]


def test_two_who_say_the_same_far_apart_stay_apart() -> None:
    """Where words stand between them, none tells of the other."""
    hung = (
        (1, "nsubj", "NOUN"),
        (1, "ROOT", "VERB"),
        (1, "advmod", "ADV"),
        (4, "nsubj", "PROPN"),
        (1, "conj", "VERB"),
        (4, "dobj", "NOUN"),
    )
    reading = parsed("Notes told once Lund said rain", *hung)
    found = [roles([0], [1], [5]), roles([3], [4], [5])]
    assert after(reading, *found) == found


def test_a_noun_does_not_get_what_was_said_of_it() -> None:
    """*Lund called their claims tricks*: nobody claimed tricks."""
    reading = parsed(
        "Lund called Maro claims as tricks",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (3, "poss", "PROPN"),
        (1, "dobj", "NOUN"),
        (1, "prep", "ADP"),
        (4, "pobj", "NOUN"),
    )
    outer = roles([0], [1], [2, 3, 4, 5])
    assert after(reading, outer, roles([2], [3], [4, 5])) == [outer]


def test_a_noun_does_not_get_what_it_was_called_as() -> None:
    """*Lund called their claims as tricks*, where the parser hangs *as* on the claims."""
    reading = parsed(
        "Lund called Maro claims as tricks",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (3, "poss", "PROPN"),
        (1, "dobj", "NOUN"),
        (3, "prep", "ADP"),
        (4, "pobj", "NOUN"),
    )
    outer = roles([0], [1], [2, 3, 4, 5])
    assert after(reading, outer, roles([2], [3], [4, 5])) == [outer]


def test_a_noun_keeps_what_hangs_on_it() -> None:
    """*Lund denied claims of tricks*: the tricks are what was claimed."""
    reading = parsed(
        "Lund denied claims of tricks",
        (1, "nsubj", "PROPN"),
        (1, "ROOT", "VERB"),
        (1, "dobj", "NOUN"),
        (2, "prep", "ADP"),
        (3, "pobj", "NOUN"),
    )
    found = [roles([0], [1], [2, 3, 4]), roles([], [2], [3, 4])]
    assert after(reading, *found) == found


@given(trees(), disjoint(6), disjoint(6))
def test_roles_stay_apart_and_cues_as_they_are(reading: Reading, one: Roles, other: Roles) -> None:
    """On any tree, and for any two proposals."""
    known = frozenset(range(len(reading.tokens)))
    found = [Roles(each.source & known, each.cue & known, each.content & known) for each in (one, other)]
    found = [each for each in found if each.cue and each.content]
    made = after(reading, *found)
    assert {each.cue for each in made} <= {each.cue for each in found}
    for each in made:
        before = [other.content for other in found if other.cue == each.cue]
        assert any(content - each.source <= each.content for content in before)
        assert not each.cue & (each.source | each.content)
        assert not each.source & each.content
