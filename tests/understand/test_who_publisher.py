"""Outside quotations *we* is the state whose office put the text out, and nobody where a newsroom did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentions_made import meant, with_mentions

from counterclaim.model.reading import Reading
from counterclaim.understand.parse import parse
from counterclaim.understand.who_publisher import state_of_office
from stories_made import document

STATEMENT = "We condemn the theft of the nets. Norway stands by its fishers."


def test_the_office_of_a_state_tells_whose_statement_it_is() -> None:
    """A ministry of a state that its name begins with; a newsroom and a person are nobody's office."""
    authors = ("Norwegian Ministry of Ports", "Herring Herald", "Ada Birk", "")
    assert [state_of_office(author) for author in authors] == ["Norway", None, None, None]


@pytest.mark.model
@pytest.mark.parametrize(("author", "who"), [("Norwegian Ministry of Ports", "Norway"), ("Herring Herald", None)])
def test_we_is_the_state_that_publishes(author: str, who: str | None) -> None:
    """The text lets the state speak for those who say *we*."""
    made = replace(document(STATEMENT), author=author)
    tokens, sentences = parse(made)
    speaker = meant(with_mentions(Reading(made, tokens, sentences)), "We")
    assert (speaker.name if speaker else None) == who


@pytest.mark.model
def test_we_is_the_office_where_the_text_does_not_name_the_state() -> None:
    """The author that the document names, with its state."""
    made = replace(document("We condemn the theft of the nets."), author="Norwegian Ministry of Ports")
    tokens, sentences = parse(made)
    speaker = meant(with_mentions(Reading(made, tokens, sentences)), "We")
    assert speaker is not None
    assert (speaker.name, speaker.side) == ("Norwegian Ministry of Ports", "Norway")
