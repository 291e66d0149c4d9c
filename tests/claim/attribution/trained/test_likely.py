"""How proposals are made of what a network sees, and which of them are likely enough, with a network made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from trees_made import LABELS as KNOWN
from trees_made import body, made, roles

from counterclaim.claim.attribution import trained
from counterclaim.claim.attribution.trained import attribution, by_network, shown
from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.claim.attribution.trained.finder import Proposal, likely, proposals
from counterclaim.claim.attribution.trained.labels import LABELS, allowed, ends, starts
from counterclaim.claim.attribution.trained.network import Limits, Seen
from counterclaim.claim.attribution.trained.windows import ROOM
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading

LIMITS = Limits(alone=0.5, agreed=0.5, nested=0.7)
NAME = "network.open.v1"


class Stub:
    """A network that takes each word *says* for a cue, the word before for its source and those after for content."""

    labels = KNOWN
    moves, edges = allowed(), (starts(), ends())
    name, limits, nests = NAME, LIMITS, True

    def __init__(self, reading: Reading, content: str = "cB cI cE", source: str = "sS") -> None:
        self._words = [token.text for token in reading.tokens]
        self._labels = (source, "K", *content.split())
        self._seen_upto = 0

    def calibrated(self, score: float, *, agreed: bool) -> float:
        """The score, and more where a rule agrees."""
        return round(score / 2 + 0.5 * agreed, 2)

    def look(self, pieces: object, word_of: Any, features: Any) -> Seen:
        """Cue tags; windows come in text order, and each is found again by its words in the document."""
        words = self._words[self._seen_upto :][: len(features)]
        self._seen_upto += len(features)
        tags = np.array([(0, 3 if word == "says" else -3, -9) for word in words], dtype=np.float32)
        return Seen(tags, *(np.zeros((len(words), 4), np.float32) for _ in range(2)))

    def emissions(self, seen: Seen, cues: list[tuple[int, int]], pairs: Any) -> Any:
        """A source of one word, the cue, and the content asked for."""
        scores = np.full((len(cues), len(seen.tags), len(LABELS)), -9, np.float32)
        scores[:, :, 0] = 0
        for row, (first, _) in zip(scores, cues, strict=True):
            for word, label in enumerate(self._labels, start=first - 1):
                row[word, LABELS.index(label)] = 9
        return scores


def found(reading: Reading, stub: Stub, *ruled: Roles) -> list[Proposal]:
    """The proposals of the stub."""
    return list(proposals(reading, ruled, stub, 0.5))  # type: ignore[arg-type]


def test_a_proposal_has_roles_and_a_score() -> None:
    """Its tokens are counted in the document."""
    reading = body("rain fell | Birk says dam is safe today")
    (one,) = found(reading, Stub(reading))
    assert one.roles == roles([2], [3], [4, 5, 6])
    assert one.score == pytest.approx(0.9526, abs=1e-3)


def test_every_window_is_looked_at_and_its_tokens_are_those_of_the_document() -> None:
    """A cue in the last of many paragraphs is found at its place."""
    long = [["w"] * 10] * (ROOM // 14)
    line = ["Birk", "says", "dam", "is", "safe"]
    reading = made(*((PartKind.BODY, [*long, line]) for _ in range(4)))
    starts_at = [sentence.first for sentence in reading.sentences if sentence.last - sentence.first == len(line)]
    assert [min(each.roles.source) for each in found(reading, Stub(reading))] == starts_at


def test_a_cue_without_content_is_nothing() -> None:
    """Who said nothing that stands in the text."""
    reading = body("Birk says so often now")
    assert found(reading, Stub(reading, content="O O O")) == []


def test_a_reading_without_words_has_no_proposals() -> None:
    """And none without a cue either."""
    for reading in (made(), body("rain fell")):
        assert found(reading, Stub(reading)) == []


def test_content_that_is_only_punctuation_makes_no_attribution(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its spans are empty once trimmed."""
    reading = body("Birk says , . – today")
    monkeypatch.setattr(trained, "network", lambda folder: Stub(reading))
    assert by_network(reading, [], tmp_path) == []


def test_an_attribution_has_the_name_of_the_network_and_its_score(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its head is the first token of the cue; `within` is not set."""
    reading = body("Birk says dam is safe today")
    monkeypatch.setattr(trained, "network", lambda folder: Stub(reading))
    (one,) = by_network(reading, [], tmp_path)
    text = reading.document.text
    assert [[span.of(text) for span in each] for each in (one.source, one.cue, one.content)] == [
        ["Birk"],
        ["says"],
        ["dam is safe"],
    ]
    assert (one.rule, one.head, one.within) == (NAME, 1, None)
    assert one.score == pytest.approx(0.48)


def test_a_rule_agrees_where_it_has_a_token_of_the_cue() -> None:
    """What it has in other roles does not matter."""
    reading = body("Birk says dam is safe")
    for ruled, agreed in (([], False), ([roles([], [0, 1], [3])], True), ([roles([1], [0], [1])], False)):
        (one,) = found(reading, Stub(reading), *ruled)
        assert one.agreed is agreed


def test_where_the_network_names_nobody_the_source_of_the_rule_is_taken() -> None:
    """Only of a rule with the same cue, and only what has no other role; else the network's own source stays."""
    reading = body("rain Birk says dam is safe")
    ruled = roles([0, 1, 3], [2], [4])
    (one,) = found(reading, Stub(reading, source="O"), ruled)
    assert one.roles == roles([0, 1], [2], [3, 4, 5])
    (one,) = found(reading, Stub(reading, source="O"), roles([0], [1], [4]))
    assert one.roles.source == frozenset()
    (one,) = found(reading, Stub(reading), ruled)
    assert one.roles.source == frozenset({1})


def test_a_rule_that_agrees_makes_a_cue_likelier_to_be_right() -> None:
    """Each kind has a calibration of its own."""
    reading = body("Birk says dam is safe")
    stub: Any = Stub(reading)
    assert attribution(shown(reading), proposal(0.5, 1, 2), stub, {}).score == 0.25
    assert attribution(shown(reading), proposal(0.5, 1, 2, agreed=True), stub, {}).score == 0.75


def proposal(score: float, cue: int, *content: int, agreed: bool = False) -> Proposal:
    """A proposal without a source."""
    return Proposal(roles([], [cue], content), score, agreed)


def test_what_stands_alone_has_to_be_as_likely_as_its_limit() -> None:
    """The order is that of the proposals."""
    one, other, unlikely = proposal(0.5, 1, 2), proposal(0.9, 11, 12), proposal(0.49, 21, 22)
    assert likely([one, other, unlikely], LIMITS) == [one, other]


def test_what_a_rule_has_too_has_a_limit_of_its_own() -> None:
    """And what is below all limits is not even looked at."""
    limits = Limits(alone=0.6, agreed=0.4, nested=0.5)
    alone, agreed = proposal(0.5, 1, 2), proposal(0.5, 11, 12, agreed=True)
    assert likely([alone, agreed], limits) == [agreed]
    assert limits.least == 0.4


def test_what_stands_inside_a_content_has_to_be_as_likely_as_the_nested_limit() -> None:
    """Both its cue and its content must stand there, and what holds it must be kept itself."""
    outer, inner = proposal(0.9, 1, *range(2, 9)), proposal(0.6, 3, 4, 5)
    assert likely([outer, inner], LIMITS) == [outer]
    assert likely([outer, proposal(0.75, 3, 4, 5)], LIMITS) == [outer, proposal(0.75, 3, 4, 5)]
    assert likely([outer, proposal(0.6, 3, 8, 9)], LIMITS) == [outer, proposal(0.6, 3, 8, 9)]
    assert likely([proposal(0.4, 1, *range(2, 9)), inner], LIMITS) == [inner]


def test_a_nested_limit_below_the_outer_one_works_too() -> None:
    """What holds is looked at first as long as it is the likelier one."""
    outer, inner = proposal(0.9, 1, *range(2, 9)), proposal(0.3, 3, 4, 5)
    assert likely([inner, outer], Limits(alone=0.5, agreed=0.5, nested=0.25)) == [inner, outer]
    assert likely([inner], Limits(alone=0.5, agreed=0.5, nested=0.25)) == []
