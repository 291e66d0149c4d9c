"""Which words of a sentence the rules take for source, cue and content, construction by construction."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from counterclaim.claim.attribution import by_rules
from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span, Spans
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations

pytestmark = pytest.mark.model

JOIN = " // "


def read_sentence(text: str, kind: PartKind = PartKind.BODY) -> Reading:
    document = Document("d", text, "", (Part(kind, Span(0, len(text))),))
    tokens, sentences = parse(document)
    return replace(Reading(document, tokens, sentences), quotations=find_quotations(document))


def words(spans: Spans, text: str) -> str:
    return JOIN.join(span.of(text) for span in spans)


def triples(text: str, kind: PartKind = PartKind.BODY) -> list[tuple[str, str, str]]:
    found = by_rules(read_sentence(text, kind))
    return [(words(a.source, text), words(a.cue, text), words(a.content, text)) for a in found]


def nested(text: str) -> list[Attribution]:
    return [a for a in by_rules(read_sentence(text)) if a.within is not None]


# what it shows: the sentence, then source | cue | content of each attribution; pieces are joined by //
CASES = r"""
said in a statement that: Harbour Council said in a statement that it was mending the wall.
    Harbour Council | said | that it was mending the wall
a claim the other side denied: Norland's army says it has taken the mill, a claim the rebels have denied.
    Norland's army | says | it has taken the mill
    the rebels | have denied | a claim
charges that somebody denies: The court held the mayor on theft charges that he denies.
    he | denies | theft charges
which it blames on somebody: Norland mourned the fire, which it blames on Sudmark.
    it | blames | the fire // on Sudmark
reports that nobody is named for: The port denied reports that it was closing.
    The port | denied | reports that it was closing
     | reports | that it was closing
a claim that was dismissed as something: Norland says it sank two boats, a claim that Sudmark has dismissed as nonsense.
    Norland | says | it sank two boats
    Sudmark | has dismissed | a claim // as nonsense
put the figure at: The ministry put the death toll at 24.
    The ministry | put | the death toll at 24
called on somebody to do: Ada Birk called on both sides to show restraint.
    Ada Birk | called | to show restraint
things do not call anything: Birk rejected Norland's claims that missiles had hit the mill, calling them lies.
    Birk | rejected | Norland's claims that missiles had hit the mill
    Norland | claims | that missiles had hit the mill
    Birk | calling | them lies
who says goes on behind a comma: Hamas has said it will postpone the talks, accusing Norland of lying.
    Hamas | has said | it will postpone the talks
    Hamas | accusing | Norland of lying
a clause without that: Norland claims its army has taken the port.
    Norland | claims | its army has taken the port
a passive of belief: The general is believed to have fled the country.
     | is believed | The general // to have fled the country
an expletive: It is claimed that the general fled.
     | is claimed | that the general fled
a hearsay adverb: Sudmark reportedly lost forty tanks.
     | reportedly | Sudmark // lost forty tanks
according to, first: According to the harbour master, two ships sank.
    the harbour master | According to | two ships sank
according to, last: Two ships sank on Monday, according to the harbour master.
    the harbour master | according to | Two ships sank on Monday
describe as: The mayor described the attack as a provocation.
    The mayor | described | the attack as a provocation
call: The mayor called the attack a provocation.
    The mayor | called | the attack a provocation
dismiss as: The mayor dismissed the report as "nonsense".
    The mayor | dismissed | the report as "nonsense"
told somebody that: The governor told reporters that the dam was safe.
    The governor | told | that the dam was safe
an inverted quotation: “The dam is safe. Nobody has to leave,” said Governor Lind.
    Governor Lind | said | “The dam is safe. Nobody has to leave,”
a split quotation: "We hold the town," he said, "and nobody will take it."
    he | said | "We hold the town," // "and nobody will take it."
a quotation that runs on: "We hold the town," General Orsk told state television. "Nobody will take it from us."
    General Orsk | told | "We hold the town," // "Nobody will take it from us."
a colon before a quotation: The report said: “Twelve people were killed.”
    The report | said | “Twelve people were killed.”
a promise: He vowed to rebuild the bridge.
    He | vowed | to rebuild the bridge
a denial of a deed: Norland denies carrying out the strike.
    Norland | denies | carrying out the strike
a light verb and its noun: Lind expressed concern that the dam could break.
    Lind | expressed | concern that the dam could break
parentheses in a sentence: The road, the mayor said, was open.
    the mayor | said | The road // was open
a passive with agent: The plan was rejected by Norland.
    Norland | was rejected | The plan
a headline of two sentences: Norland claims full control of the dam, Sudmark denies it
    Norland | claims | full control of the dam
    Sudmark | denies | it
two reports in one sentence: Norland says its army has taken the port, and Sudmark denies that its troops have left.
    Norland | says | its army has taken the port
    Sudmark | denies | that its troops have left
a denial and an accusation: Norland denied shelling the town and blamed Sudmark for the deaths.
    Norland | denied | shelling the town
    Norland | blamed | Sudmark for the deaths
a trailing speaker: Sudmark's army has retaken Vell, says its general staff
    its general staff | says | Sudmark's army has retaken Vell
"""


def cases() -> list[object]:
    """The table as pytest parameters: a line for the sentence, an indented line for each attribution."""
    found: list[object] = []
    for block in re.split(r"\n(?=\S)", CASES.strip()):
        head, *answers = block.splitlines()
        name, text = head.split(": ", 1)
        expected = [tuple(each.strip() for each in line.split(" | ")) for line in answers]
        found.append(pytest.param(text, expected, id=name))
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_the_sentence_gives_source_cue_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each construction gives exactly these attributions, with these words."""
    assert triples(text) == expected


def test_a_denial_holds_the_claim_it_denies() -> None:
    """The nominal cue inside a denial is an attribution of its own, within the denial."""
    text = "Norland's defence ministry has denied Sudmark's claims that it has lost the port of Vell."
    outer, inner = by_rules(read_sentence(text))

    assert (outer.within, inner.within) == (None, 0)
    assert (words(inner.source, text), words(inner.cue, text)) == ("Sudmark", "claims")


def test_speech_resumed_after_but_has_the_same_speaker() -> None:
    """The parser hangs *insisted* on the content; things do not insist, so it is the speaker's."""
    text = "The harbour office said the damage was limited but insisted its crews were still at work in Vell."
    found = triples(text)

    assert [each[:2] for each in found] == [("The harbour office", "said"), ("The harbour office", "insisted")]


def test_a_participle_with_its_own_subject_leaves_the_content_before_it() -> None:
    """*with the opposition calling it a farce* is said by the opposition, and not part of what the minister said."""
    text = "The minister said the talks failed, with the opposition calling it a farce."

    assert triples(text) == [
        ("The minister", "said", "the talks failed"),
        ("the opposition", "calling", "it a farce"),
    ]


def test_a_headline_may_name_its_speaker_before_a_colon() -> None:
    """*Speaker: claim* counts in a title only."""
    title = "Harbour office: Port will open in May"

    assert triples(title, PartKind.TITLE) == [("Harbour office", ":", "Port will open in May")]
    assert triples(title) == []
    assert triples("Correction: Port was open in May", PartKind.TITLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor might say that the dam is safe.",
        "If the governor denies the report, the council will meet.",
        "The ship left the port and reached the island on Friday.",
        "The ministry corrected its statement, in which the toll stood at 12.",
    ],
)
def test_what_nobody_has_said_is_no_attribution(text: str) -> None:
    """Hypothetical speech and plain events give nothing."""
    assert triples(text) == []


def test_a_report_inside_a_report_is_nested() -> None:
    """*The minister said Norland had denied that ...*: the inner speaker is Norland."""
    text = "The minister said Norland had denied that it shelled the bridge."
    (inner,) = nested(text)

    assert words(inner.source, text) == "Norland"


def test_swapping_the_names_swaps_the_answer_and_changes_nothing_else() -> None:
    """The words of both sides go through the same rules."""
    text = "Norland denied Sudmark's claims that it has lost the port, while Sudmark said its troops hold Vell."
    swap = {"Norland": "Sudmark", "Sudmark": "Norland"}

    def swapped(words: str) -> str:
        return " ".join(
            word.replace(word.removesuffix("'s"), swap.get(word.removesuffix("'s"), word.removesuffix("'s")))
            for word in words.split()
        )

    assert [tuple(map(swapped, each)) for each in triples(text)] == triples(swapped(text))


def test_a_topic_before_a_headlines_colon_says_nothing() -> None:
    """*Norland fire: Birk says ...* has one speaker, and the topic is no part of what she says."""
    found = triples("Norland fire: Birk says Sudmark burned the mill, Sudmark blames Norland", PartKind.TITLE)
    assert ("Birk", "says", "Sudmark burned the mill") in found
    assert not [each for each in found if "Norland fire" in each[0] + each[2]]
