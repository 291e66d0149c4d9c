"""Origins: what is a copy, an excerpt or a rewriting of an article is of its origin, and what only looks so is not."""

from __future__ import annotations

import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.ledger import Ledger, shelf
from counterclaim.model.analysis import Analysis
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.identity import identity
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

# Ten sentences of an invented report, and other wordings of three of them.
REPORT = (
    "The ferry between Orsa and Lindholm will stand still until June, the harbour office told reporters on Tuesday.",
    "Divers had found a bent shaft and 14 broken bolts when they looked at the hull of the Maren last week.",
    "Captain Ilse Norr called the damage the worst that she had seen in 22 years at sea.",
    "Some 900 people take the ferry to work each morning, and most of them have no car.",
    "A bus now drives around the bay, which takes 70 minutes instead of a quarter of an hour.",
    "The town of Lindholm asked the navy for a landing craft, but got no answer so far.",
    "Baker Tom Reksten said his bread reached the island only after noon.",
    "The yard in Sundby wants 3 million crowns for the repair and half of it at once.",
    "Mayor Edda Vang hopes that an insurance will pay, though its papers are disputed.",
    "The Maren was built in 1987 and had been overhauled only two summers ago.",
)
REWORDED = {
    3: "Every morning some 900 commuters depend on the boat since few own a car.",
    6: "Only after noon did bread get to the island, according to baker Tom Reksten.",
    8: "Whether an insurance steps in, as mayor Edda Vang hopes, is unclear because papers are disputed.",
}
# Another report, and the next one of the same agency with the same background.
OTHER = (
    "A storm tore the roof off the concert hall of Kelm on Friday night while 300 guests were inside.",
    "Nobody was hurt, said fire chief Arvid Solum, who praised the ushers for their calm.",
    "The choir of Velby went on singing by torchlight until the last row was empty.",
    "Repairs may last into autumn, and the opera has offered its small stage for the festival.",
    "Insurers put the loss at 6 million crowns, not counting the organ, which stood in the rain.",
    "Conductor Pia Roth wept when she saw the pipes, a neighbour told this paper.",
)
NEXT = (
    "Passengers from Lindholm blocked the quay of Orsa for 5 hours on Saturday with bicycles and fishing nets.",
    "They shouted for a new boat, and a delegation led by Hanno Friis was received by the governor at noon.",
    "Police under Berit Kolm took the names of 31 people and let them go at dusk.",
    "A rented catamaran from Velby could arrive as soon as next Thursday, the governor promised them.",
    *REPORT[7:],
)


def document(sentences, *, title="Ferry", published="2031-05-06", number=0, **facts):
    """A document of a title and paragraphs of two sentences; the number makes two equal texts two files."""
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    pieces = [(PartKind.TITLE, title), *((PartKind.BODY, each) for each in paragraphs)]
    parts, at = [], 0
    for kind, words in pieces:
        parts.append(Part(kind, Span(at, at + len(words))))
        at += len(words) + 2
    text = "\n\n".join(words for _, words in pieces)
    key = identity("d", text, published, number)
    return Document(key, text, title, tuple(parts), published=published, path=f"{number}.md", **facts)


def add(ledger, *documents):
    for each in documents:
        ledger.add(Analysis(each, Reading(each), (), Disputes()))


def origins(ledger) -> dict[str, str]:
    """The leading document of each document's origin."""
    return {each["id"]: each["origin"] for each in ledger.documents()}


def together(ledger, *documents) -> bool:
    found = origins(ledger)
    return len({found[each.id] for each in documents}) == 1


def apart(ledger, *documents) -> bool:
    found = origins(ledger)
    return len({found[each.id] for each in documents}) == len(documents)


LEAD_INS = ("", "Breaking: ", "We can now report that ", "Here is what is known. ", "Stay with us for this one: ")


def test_prefix_variants_of_an_article_are_one_origin(ledger):
    """Whatever stands before the first word, in a table of ours or not, and under whatever title."""
    made = [document((start + REPORT[0], *REPORT[1:]), title=f"{start}Ferry") for start in LEAD_INS]
    add(ledger, *made)
    assert together(ledger, *made)
    assert ledger.verify().ok


def test_prefix_variants_of_two_sentences_are_one_origin(ledger):
    """A short text has few words to be known by, so they must be the same."""
    made = [document((start + REPORT[0], REPORT[1]), title=f"{start}Ferry") for start in LEAD_INS]
    add(ledger, *made)
    assert together(ledger, *made)


@pytest.mark.parametrize(
    "sentences",
    [
        REPORT[:2],
        REPORT[3:7],
        REPORT[:7],
        (REPORT[0], REPORT[1][:60] + "..."),
        ("ORSA (ONA) - " + REPORT[0], *REPORT[1:9]),
        ("By Nils Aker, staff writer", "", *REPORT, "Subscribe to our newsletter for more news like this."),
        tuple(REWORDED.get(at, each) for at, each in enumerate(REPORT)),
        tuple(each for at, each in enumerate(REPORT) if at not in REWORDED),
        (REPORT[0], *reversed(REPORT[1:])),
    ],
    ids=["teaser", "middle", "prefix", "cut", "wire", "framed", "reworded", "shortened", "reordered"],
)
def test_what_is_made_of_an_article_is_of_its_origin(ledger, sentences):
    """Later, with another headline; each document stays visible with its own text."""
    first, later = document(REPORT), document(sentences, title="No boat to the island", published="2031-05-08")
    unlike = document(OTHER)
    add(ledger, later, unlike, first)
    assert together(ledger, first, later)
    assert apart(ledger, first, unlike)
    assert origins(ledger)[later.id] == first.id
    assert {each["text"] for each in ledger.documents()} == {first.text, later.text, unlike.text}


def test_the_next_report_with_the_same_background_is_no_copy(ledger):
    """Another beginning, other facts; only the last paragraphs are the same."""
    first, second = document(REPORT), document(NEXT, published="2031-05-10")
    add(ledger, first, second)
    assert apart(ledger, first, second)


def test_an_article_that_quotes_another_is_no_copy(ledger):
    """Two sentences of it amid other matters."""
    first, second = document(REPORT), document((*OTHER[:3], *REPORT[2:4], *OTHER[3:]), published="2031-05-07")
    add(ledger, first, second)
    assert apart(ledger, first, second)


def test_what_a_later_article_took_up_amid_more_is_no_piece_of_it(ledger):
    """A digest repeats whole reports, and its reports stay origins of their own."""
    first, second = document(REPORT[:5]), document(OTHER)
    digest = document((*REWORDED.values(), *OTHER, *NEXT[:4], *REPORT[:5]), published="2031-05-07")
    add(ledger, first, second, digest)
    assert apart(ledger, first, second, digest)


TEMPLATES = {
    "weather": "The weather office warns of gusts of {} kilometres an hour in {} from {} noon on. Drivers should slow "
    "down, keep away from trees and not enter roads that are under water.",
    "court": "On {2} at {0} the court of {1} hears a case of theft in its great hall. Visitors show a card at the gate "
    "and leave bags with the guard. Seats are given in the order of arrival, and nobody is admitted later.",
    "match": "The team of {1} won its game on {2} with {0} points to 8. Both sides meet again in spring, when the "
    "second half of the season is played, and the winner of that game goes on to the cup.",
    "obituary": "Anna Vold of {1} died on {2} at the age of {0}. A service will be held in the chapel, with coffee in "
    "the parish hall afterwards. The family asks for donations instead of flowers and thanks all who helped.",
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_statements_of_one_template_are_no_copies_of_each_other(ledger, template):
    """They differ in names and numbers alone; a copy of one of them is one."""
    filled = [(91, "Velby", "Monday"), (72, "Kelm", "Friday"), (91, "Sundby", "Monday"), (84, "Velby", "Sunday")]
    made = [document((template.format(*each),), number=at) for at, each in enumerate(filled)]
    copy = document((template.format(*filled[0]),), title="Read this", published="2031-05-07", number=9)
    add(ledger, *made, copy)
    assert apart(ledger, *made)
    assert together(ledger, made[0], copy)


def test_a_template_is_none_the_less_where_all_but_the_first_sentence_is_the_same(ledger):
    """The reader takes no account of the first sentence; names and numbers in it count here."""
    rest = "Drivers should slow down, keep away from trees and not enter roads that are under water. " * 3
    starts = (
        "Gusts of 90 kilometres an hour threaten Velby on Monday.",
        "Up to 40 millimetres fall on Kelm on Friday.",
    )
    made = [document((start, rest), number=at, origin="same") for at, start in enumerate(starts)]
    add(ledger, *made)
    assert apart(ledger, *made)


def test_an_excerpt_that_two_articles_have_joins_none_of_them_to_the_other(ledger):
    """It is a piece of the one that begins with it."""
    background = REPORT[7:] + OTHER[3:5]
    one, other = document((*background, *OTHER[:3], OTHER[5])), document((*NEXT[:4], *background), number=1)
    piece = document(background, number=2)
    for number, order in enumerate(permutations((one, other, piece))):
        with Ledger(ledger.path.with_name(f"{number}.db"), create=True) as each:
            add(each, *order)
            assert apart(each, one, other)
            assert together(each, one, piece)
            assert each.verify().ok


def test_a_chain_of_rewritings_is_one_origin_however_unlike_its_ends(ledger):
    """Each is a rewriting of the one before."""
    reworded = tuple(REWORDED.get(at, each) for at, each in enumerate(REPORT))
    chain = [document(REPORT), document(reworded, number=1), document(reworded[3:], number=2)]
    add(ledger, chain[0], chain[2], chain[1])
    assert together(ledger, *chain)


def test_an_article_that_leaves_parts_what_it_joined(ledger):
    """When the document between two is withheld, they are what they would be without it."""
    teasers = document(REPORT[:3], number=1), document(REPORT[5:9], number=2)
    whole = document(REPORT)
    add(ledger, *teasers, whole)
    assert together(ledger, *teasers, whole)
    ledger.withhold(whole.id, reason="asked for")
    assert apart(ledger, *teasers)
    assert ledger.verify().ok


def test_the_earliest_leads_and_a_copy_that_says_so_does_not(ledger):
    """A document whose canonical address is another never leads, and of one day none that names an agency."""
    early = document(REPORT, published="2031-05-04", canonical_url="https://ona.invalid/1", url="https://x.invalid/2")
    wire = document(
        ("ORSA (Reuters) - " + REPORT[0], *REPORT[1:]), published="2031-05-05", publisher="Herald", number=1
    )
    own = document(REPORT, published="2031-05-05", number=2)
    piece = document(REPORT[:3], published="2031-05-05", publisher="Tidings", rights="CC0", number=3)
    add(ledger, early, piece, wire)
    assert origins(ledger)[early.id] == piece.id
    add(ledger, own)
    assert set(origins(ledger).values()) == {own.id}
    assert ledger.verify().ok


def test_a_text_that_was_read_anew_leaves_its_former_origin(ledger, story):
    """The same file, another reading: what it says now counts."""
    first, copy = document(REPORT), document(REPORT, number=1)
    add(ledger, first, copy)
    assert together(ledger, first, copy)
    now = story.replace(document(OTHER), id=copy.id)
    add(ledger, now)
    assert apart(ledger, first, now)
    assert ledger.verify().ok


def test_hundreds_of_copies_are_one_origin_and_each_meets_a_bounded_number(tmp_path, monkeypatch):
    """Under each key a document is compared with its nearest, whatever else stands there."""
    compared = [0]
    plain = shelf.kinship

    def counting(one, other):
        compared[0] += 1
        return plain(one, other)

    monkeypatch.setattr(shelf, "kinship", counting)
    with Ledger(tmp_path / "many.db", create=True) as ledger:
        made = [document(REPORT, title=f"Ferry {number}", number=number) for number in range(120)]
        add(ledger, *made[:-1])
        compared[0] = 0
        add(ledger, made[-1])
        assert compared[0] <= 4 * shelf.NEAREST
        assert together(ledger, *made)
        assert ledger.verify().ok


POOL = [
    document(REPORT),
    document(REPORT[:3], number=1),
    document(REPORT[4:8], number=2, published="2031-05-04"),
    document(tuple(REWORDED.get(at, each) for at, each in enumerate(REPORT)), number=3),
    document(NEXT, number=4, published="2031-05-09"),
    document(REPORT[7:], number=5),
    document(OTHER, number=6),
    document((*OTHER[:3], *REPORT[7:], *OTHER[3:]), number=7),
    document((*REPORT[7:], *OTHER), number=8, published="2031-05-03"),
    document(OTHER[2:], number=9, published=None),
    *(document(REPORT, number=number) for number in range(10, 20)),
]


@settings(max_examples=25, deadline=None)
@given(st.permutations(POOL), st.integers(3, len(POOL)), st.integers(1, 3))
def test_the_order_of_adding_changes_no_origin(order, count, nearest):
    """Not even where each meets one other under a key; and a ledger filled step by step is as one made anew."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "NEAREST", nearest)
        states = []
        for name, given_order in (("one", order[:count]), ("sorted", sorted(order[:count], key=lambda each: each.id))):
            with Ledger(Path(folder) / name, create=True) as ledger:
                add(ledger, *given_order)
                states.append(
                    (origins(ledger), {each["id"]: ledger.resolve(each["id"]).origin for each in ledger.documents()})
                )
                assert ledger.verify().problems == ()
        assert states[0] == states[1]


@settings(max_examples=15, deadline=None)
@given(st.permutations(POOL), st.integers(1, 3))
def test_what_is_left_after_withholding_is_as_if_it_had_never_been_there(order, nearest):
    """Index, kin and origins are those of the documents that stayed."""
    gone, left = order[:2], order[2:12]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "NEAREST", nearest)
        with Ledger(Path(folder) / "one", create=True) as ledger, Ledger(Path(folder) / "two", create=True) as never:
            add(ledger, *left[:4], *gone, *left[4:])
            for each in gone:
                ledger.withhold(each.id, reason="asked for")
            add(never, *left)
            assert origins(ledger) == origins(never)
            assert ledger.verify().problems == ()
