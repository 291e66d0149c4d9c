"""The explanation of a document shows what was seen where, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.explain import explain
from counterclaim.explain.page import NoSuchClaim
from counterclaim.model.claim import Frame
from counterclaim.model.lost import Lost, Missing, Where
from counterclaim.model.span import Span
from counterclaim.model.statement import Statement
from stories_made import TEXT, analysis_of

LINES = list(explain(analysis_of()))


def test_marks_stand_under_their_words() -> None:
    """The cue of the denial is marked in the column where it stands in the line above."""
    at = next(number for number, line in enumerate(LINES) if TEXT[:40] in line)
    column = LINES[at].index("denies")
    assert any(line[column:].startswith("^cue") for line in LINES[at + 1 : at + 4])


def test_each_claim_has_its_rule_and_its_because() -> None:
    """What found it, and one sentence that a reader can check."""
    at = next(number for number, line in enumerate(LINES) if "claim 2  Orsa" in line)
    assert "inside claim 1" in LINES[at]
    assert LINES[at + 1].strip() == "found by hand.v1: made by hand"


def test_links_matters_and_quantities_are_shown() -> None:
    """The later stages have their lines, too."""
    whole = "\n".join(LINES)
    assert "claim 1 denies claim 2  (structure, hand.v1)  because the denial holds the claim." in whole
    assert "matter  Did guards flee the bridge?  contested" in whole
    assert 'quantity  "40 guards"  exact  40' in whole


def test_one_claim_is_shown_with_what_it_stands_in_and_no_other() -> None:
    """The hope for rain has nothing to do with the claim about the guards."""
    whole = "\n".join(explain(analysis_of(), claim=2))
    assert "claim 1  Ferrin" in whole
    assert "claim 2  Orsa" in whole
    assert "claim 3" not in whole


@pytest.mark.parametrize("number", [0, 4])
def test_a_number_that_no_claim_has_is_named(number: int) -> None:
    """The error says how many there are."""
    with pytest.raises(NoSuchClaim, match="it has 3"):
        list(explain(analysis_of(), claim=number))


def test_no_line_of_text_is_wider_than_asked() -> None:
    """Long sentences are cut at blanks, and their marks with them."""
    lines = list(explain(analysis_of(), width=50))
    assert all(len(line) <= 50 for line in lines if line.startswith("  body"))
    assert sum(line.startswith("  body") for line in lines) > 1


def test_a_headline_that_lost_its_attribution_is_shown_beside_the_body() -> None:
    """Both texts, where they stand, and why."""
    page = analysis_of()
    told = page.claims[0].content[0]
    lost = Lost(
        page.document.id,
        Span(0, 6),
        page.document.id,
        told,
        page.claims[0].id,
        Missing.ATTRIBUTION,
        Where.HEADLINE,
        "The headline says it.",
        "lost.headline.v1",
        1.0,
    )
    lines = list(explain(replace(page, lost=(lost,))))
    at = lines.index("lost  attribution  in the headline  (lost.headline.v1)")
    assert lines[at + 1] == f'  headline 0-6: "{page.document.text[:6]}"'
    assert lines[at + 2] == f'  claim 1 {told.start}-{told.end}: "{told.of(page.document.text)}"'
    assert lines[at + 3] == "  because The headline says it."


def test_a_statement_is_shown_with_its_sentence() -> None:
    """What the article says in its own voice, without a speaker."""
    page = analysis_of()
    statement = Statement(Span(0, 6), Frame("capture", Span(0, 6), actor="Ferrin"))
    assert '    statement  capture  by Ferrin  from "Ferrin"' in list(explain(replace(page, statements=(statement,))))
