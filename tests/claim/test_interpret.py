"""Attributions become claims: what is done by saying them, how certainly, where, when, to whom, told by whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.interpret import interpret
from counterclaim.model.claim import Act, Certainty, Claim
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.mentions import find_mentions
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations
from sayings import attribution, document, timed

pytestmark = pytest.mark.model


def read(text: str) -> Reading:
    post = document(text)
    tokens, sentences = parse(post)
    reading = Reading(post, tokens, sentences, find_quotations(post))
    return replace(reading, mentions=find_mentions(reading))


def claims(reading: Reading, *rows: str) -> tuple[Claim, ...]:
    """The claims of `source | cue | content` rows; a fourth cell is the row the claim stands in."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return interpret(reading, [attribution(reading, *c[:3], int(c[3]) if len(c) > 3 else None) for c in cells])


def claim(text: str, row: str) -> Claim:
    return claims(read(text), row)[0]


# act: sentence = source | cue | content
ACTS = """
asserts: Norland said its troops crossed the river. = Norland | said | its troops crossed the river
accuses: Norland said Russian troops shelled the mill. = Norland | said | Russian troops shelled the mill
asserts: Villagers said gunfire could be heard. = Villagers | said | gunfire could be heard
denies: Arvo Tam described that account as "nonsense". = Arvo Tam | described | that account as "nonsense"
asserts: Arvo Tam described how the bridge fell. = Arvo Tam | described | how the bridge fell
judges: Arvo Tam described the film as brilliant. = Arvo Tam | described | the film as brilliant
denies: Bell pleaded not guilty. = Bell | pleaded | not guilty
accuses: Bell said the council failed to warn the crew. = Bell | said | the council failed to warn the crew
asserts: Arvo Tam announced that the bridge had reopened. = Arvo Tam | announced | that the bridge had reopened
denies: Sudmark rejected the report. = Sudmark | rejected | the report
denies: The general described the claims as "propaganda". = The general | described | the claims as "propaganda"
denies: The minister called the allegation baseless. = The minister | called | the allegation baseless
denies: Officials refused to open the border. = Officials | refused | to open the border
accuses: Norland accused Sudmark of shelling a school. = Norland | accused | Sudmark of shelling a school
accuses: Villagers said soldiers tortured the prisoners. = Villagers | said | soldiers tortured the prisoners
denies: The mayor has not conceded defeat. = The mayor | has not conceded | defeat
asserts: The rebels claimed victory in the valley. = The rebels | claimed | victory in the valley
demands: Bell suggested that the crew leave the ship. = Bell | suggested | that the crew leave the ship
predicts: Norland claimed the road would open markets. = Norland | claimed | the road would open markets
demands: "We urge the owners to pay," Bell said. = Bell | said | "We urge the owners to pay,"
admits: The rebels claimed responsibility for the blast. = The rebels | claimed responsibility | for the blast
admits: The mayor admitted that the alarm had failed. = The mayor | admitted | that the alarm had failed
promises: Arvo Tam said he would resign in June. = Arvo Tam | said | he would resign in June
promises: "We will rebuild the harbour," the mayor said. = the mayor | said | "We will rebuild the harbour,"
promises: Norwegian minister Tam said Norway would send ships. = Norwegian minister Tam | said | Norway would send ships
predicts: Norwegian minister Tam said Kenya would send ships. = Norwegian minister Tam | said | Kenya would send ships
promises: The company announced that it would close two mines. = The company | announced | that it would close two mines
promises: The general threatened to flood the valley. = The general | threatened | to flood the valley
predicts: The minister said prices will fall by spring. = The minister | said | prices will fall by spring
predicts: Analysts warned that the truce could collapse. = Analysts | warned | that the truce could collapse
demands: The mayor said the troops must leave. = The mayor | said | the troops must leave
demands: The union asked the owners to pay the fishermen. = The union | asked | to pay the fishermen
demands: The coast guard told the captain to turn back. = The coast guard | told | to turn back
demands: Sudmark called for an inquiry. = Sudmark | called for | an inquiry
asks: The union asked whether the mine was safe. = The union | asked | whether the mine was safe
asks: "Who gave the order?" Bell asked. = Bell | asked | "Who gave the order?"
judges: The minister praised the divers. = The minister | praised | the divers
judges: Bell said the film was brilliant. = Bell | said | the film was brilliant
judges: "I am proud of these children," the teacher said. = the teacher | said | "I am proud of these children,"
hopes: The farmers hope that the rain lasts. = The farmers | hope | that the rain lasts
hopes: Tam expressed concern that the dam would break. = Tam | expressed | concern that the dam would break
hopes: The fishermen plan to sail on Sunday. = The fishermen | plan | to sail on Sunday
"""


def cases(block: str) -> list[tuple[str, str, str]]:
    rows = [line.partition(": ") for line in block.strip().splitlines()]
    return [(label, *rest.split(" = ", 1)) for label, _, rest in rows]  # type: ignore[misc]


@pytest.mark.parametrize(("act", "text", "row"), cases(ACTS), ids=[each[1] for each in cases(ACTS)])
def test_the_cue_or_the_words_said_decide_what_is_done(act: str, text: str, row: str) -> None:
    """One sentence for each way of telling."""
    found = claim(text, row)
    assert (found.act, bool(found.because)) == (Act(act), True), found.because


CERTAINTIES = """
certain: Norland said the port is open. = Norland | said | the port is open
possible: Norland said the port may be open. = Norland | said | the port may be open
probable: Norland said the port is likely open. = Norland | said | the port is likely open
probable: Surveyors estimate that forty houses fell. = Surveyors | estimate | that forty houses fell
unstated: Norland urged Sudmark to open the port. = Norland | urged | to open the port
unstated: Norland did not say that the port was open. = Norland | did not say | that the port was open
"""


@pytest.mark.parametrize(("label", "text", "row"), cases(CERTAINTIES), ids=[each[1] for each in cases(CERTAINTIES)])
def test_certainty_is_the_speakers_as_worded(label: str, text: str, row: str) -> None:
    """Hedges of the cue and of the main clause count; what is asked or left unsaid states nothing."""
    assert claim(text, row).certainty is Certainty(label)


CHANNELS = """
statement: Norland said in a statement on Monday that the port was open. = Norland | said | that the port was open
Telegram: Writing in a post on Telegram, the general said the bridge stood. = the general | said | the bridge stood
Twitter: The mayor tweeted that the bridge stood. = The mayor | tweeted | that the bridge stood
letter: The union sent a letter asking the owners to pay. = The union | asking | to pay
hearing: Addressing a hearing on Monday, the mayor said the bridge stood. = the mayor | said | the bridge stood
letters: In a series of letters, the mayor said the bridge stood. = the mayor | said | the bridge stood
blog: Arvo Tam blogged that the bridge stood. = Arvo Tam | blogged | that the bridge stood
none: The mayor said the bridge in the valley stood. = The mayor | said | the bridge in the valley stood
none: The mayor, who met voters at a rally, said the bridge stood. = The mayor | said | the bridge stood
"""


@pytest.mark.parametrize(("label", "text", "row"), cases(CHANNELS), ids=[each[1] for each in cases(CHANNELS)])
def test_the_channel_is_a_phrase_beside_the_cue(label: str, text: str, row: str) -> None:
    """Platforms by their name, others by the words that stand there, none where none is named."""
    assert (claim(text, row).channel or "none").removeprefix("a ") == label.removeprefix("a ")


ADDRESSEES = """
the Harbour Times: Bell told the Harbour Times on Friday that the ship sank. = Bell | told | that the ship sank
the owners: The union asked the owners to pay the fishermen. = The union | asked | to pay the fishermen
reporters: Bell said to reporters that the ship sank. = Bell | said | that the ship sank
The captain: The captain was told to turn back. =  | was told | to turn back
US: UK urges US to open the strait. = UK | urges | to open the strait
none: Bell said the captain sank the ship. = Bell | said | the captain sank the ship
"""


@pytest.mark.parametrize(("label", "text", "row"), cases(ADDRESSEES), ids=[each[1] for each in cases(ADDRESSEES)])
def test_the_addressee_is_who_is_spoken_to(label: str, text: str, row: str) -> None:
    """The object of *told*, what follows *to*, the subject of *was told*."""
    assert (claim(text, row).addressee or "none") == label


def test_a_second_verb_shares_when_where_and_to_whom() -> None:
    """*Told the paper on Friday that ... but insisted ...* is one interview."""
    reading = timed(
        read("Bell told the Times on Friday that the ship sank but insisted the crew was safe."), Friday="2031-05-02"
    )
    first, second = claims(reading, "Bell | told | that the ship sank", "Bell | insisted | the crew was safe")
    assert (first.said_on, first.addressee) == (second.said_on, second.addressee) == ("2031-05-02", "the Times")


def test_a_speaker_who_goes_on_keeps_the_day_for_two_paragraphs() -> None:
    """From a past to a past, not to a present, which may be of any day."""
    text = (
        "Arvo Tam said on Friday that the mill burned.\n\nThe roof lay open.\n\n"
        "Arvo Tam added that a boiler was to blame.\n\nArvo Tam insists that nobody warned him."
    )
    rows = (
        "Arvo Tam | said | that the mill burned",
        "Arvo Tam | added | that a boiler was to blame",
        "Arvo Tam | insists | that nobody warned him",
    )
    reading = timed(read(text), on_Friday="2031-05-02")
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    at = [text.index(f"Arvo Tam {cell[1]}") for cell in cells]
    marked = [
        replace(attribution(reading, "", *cell[1:]), source=(Span(start, start + len(cell[0])),))
        for cell, start in zip(cells, at, strict=True)
    ]
    assert [each.said_on for each in interpret(reading, marked)] == ["2031-05-02", "2031-05-02", None]


def test_another_speaker_shares_nothing() -> None:
    """What Bell said on Friday dates nothing that Tam said."""
    text = "Bell claimed on Friday that the ship sank. Tam said the crew was safe."
    reading = timed(read(text), Friday="2031-05-02")
    first, second = claims(reading, "Bell | claimed | that the ship sank", "Tam | said | the crew was safe")
    assert (first.said_on, second.said_on) == ("2031-05-02", None)


def test_a_text_that_speaks_has_one_day() -> None:
    """What *the report* says further down was said when it came out; *another report* is another text."""
    text = "A report released Friday said the dam leaks.\n\nThe mayor slept.\n\n{} report warned that fish die."
    said = []
    for start in ("The", "Another"):
        reading = timed(read(text.format(start)), Friday="2031-05-02")
        rows = ("A report | said | the dam leaks", f"{start} report | warned | that fish die")
        said.append([each.said_on for each in claims(reading, *rows)])
    assert said == [["2031-05-02", "2031-05-02"], ["2031-05-02", None]]


def test_nested_claims_point_at_the_claim_they_stand_in() -> None:
    """The chain names both tellers; the id of the outer claim is the inner one's `within`."""
    reading = read("Sudmark denied that Norland said the port was open.")
    outer, inner = claims(
        reading, "Sudmark | denied | that Norland said the port was open", "Norland | said | the port was open | 0"
    )
    assert (outer.within, inner.within) == (None, outer.id)
    assert inner.chain == ("Norland", "Sudmark", "the publisher")


def test_what_is_told_of_one_time_happened_then() -> None:
    """One clear time inside the content; of two none is chosen."""
    text = "Bell said the ship sailed on Monday and sank on Friday."
    row = "Bell | said | the ship sailed on Monday and sank on Friday"
    assert claims(timed(read(text), Monday="2031-04-28"), row)[0].happened == "2031-04-28"
    assert claims(timed(read(text), Monday="2031-04-28", Friday="2031-05-02"), row)[0].happened is None


def test_ids_are_unique_and_stay() -> None:
    """The same spans found twice are two claims; another run gives the same ids."""
    reading = read("Bell said the ship sank.")
    row = "Bell | said | the ship sank"
    once, again = claims(reading, row, row), claims(reading, row, row)
    assert once[0].id != once[1].id
    assert [each.id for each in once] == [each.id for each in again]


def test_swapping_two_sides_swaps_the_answer_and_nothing_else() -> None:
    """No act, channel, day or certainty hangs on which of two names stands where."""
    text = "{0} accused {1} of shelling a school, and {1} said {0} would pay."
    names = ("Norland", "Sudmark")
    rows = ("{0} accused | accused | {1} of shelling a school", "{1} said | said | {0} would pay")
    answers = []
    for pair in (names, names[::-1]):
        reading = read(text.format(*pair))
        found = claims(reading, *(" | ".join(["", *row.format(*pair).split(" | ")[1:]]) for row in rows))
        answers.append(
            [(each.act, each.certainty, each.form, each.channel, each.said_on, each.addressee) for each in found]
        )
    assert answers[0] == answers[1]
