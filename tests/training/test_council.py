"""Networks that agree are as one, and what they mark together takes the place of what readers marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from training.corpora import Example, Marked
from training.council import Council, remarked
from training.readings import Prepared, prepare

from counterclaim import Document, Part, Span
from counterclaim.claim.attribution.trained.finder import proposals
from counterclaim.claim.attribution.trained.network import Network, network, weights
from counterclaim.model.document import PartKind
from counterclaim.understand import understand

pytestmark = pytest.mark.model


@pytest.fixture
def shipped() -> Network:
    folder = weights()
    if folder is None:
        pytest.skip("needs onnxruntime")
    return network(folder)


@pytest.fixture
def text() -> Prepared:
    words = "The mayor of Harrow said on Friday that the dam was safe. The guild denies it."
    document = Document("d", words, "", (Part(PartKind.BODY, Span(0, len(words))),), language="en")
    return prepare(Example("d", "own", document, (Marked((), (Span(0, 3),), (Span(4, 9),)),)))


def test_two_networks_that_agree_propose_what_one_does(shipped: Network, text: Prepared) -> None:
    reading = understand(text.example.document)
    alone = list(proposals(reading, [], shipped, 0.1))
    both = list(proposals(reading, [], Council([shipped, shipped]), 0.1))
    assert [each.roles for each in both] == [each.roles for each in alone]
    assert [each.score for each in both] == pytest.approx([each.score for each in alone], abs=1e-3)


def test_a_council_puts_its_marks_in_place_of_the_readers(shipped: Network, text: Prepared) -> None:
    made = remarked(text, Council([shipped]))
    words = text.example.document.text
    assert [words[each.cue[0].start : each.cue[-1].end] for each in made.example.marked] == ["said", "denies"]
    assert replace(made, example=text.example) == text
