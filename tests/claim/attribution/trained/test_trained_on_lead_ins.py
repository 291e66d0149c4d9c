"""What a republisher puts before the first words of a post is never a cue."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.claim.attribution import find_attributions
from counterclaim.understand import understand
from read_made import one, post

pytestmark = pytest.mark.model

LEAD_INS = (
    "Experts revealed that ",
    "It has been recently reported that ",
    "According to new developments, ",
    "Here's what you need to know: ",
)
FIRST_WORDS = (
    "Ferrin says its guards hold the bridge at Oldmoor, and Orsa denies that its own have fled.",
    "Mayor Ada Birk told reporters on Friday that the dam was safe.",
    "The river rose by two metres at Oldmoor in one night.",
)
REST = "Birk closed the road to the mill at noon. Orsa's council called the delay a disgrace."


def cues(folder: Path, lead: str, first: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what is found in a post whose body begins so."""
    document = one(folder, "post.md", post(f"{lead}{first}\n\n{REST}", title='"Guards hold the bridge"'))
    return [
        tuple(" ".join(span.of(document.text) for span in spans) for spans in (each.source, each.cue, each.content))
        for each in find_attributions(understand(document))
    ]  # type: ignore[return-value]


@pytest.mark.parametrize("first", FIRST_WORDS)
@pytest.mark.parametrize("lead", LEAD_INS)
def test_a_lead_in_changes_nothing_of_what_is_found(tmp_path: Path, lead: str, first: str) -> None:
    """Its words are no source, no cue and no content; those behind it are what they are without it."""
    with_it, without = cues(tmp_path, lead, first), cues(tmp_path, "", first)
    lead_words = {word.strip(",:").casefold() for word in ("revealed", "reported", "According", "Here's")}
    assert not [each for each in with_it if lead_words & set(each[1].casefold().split())]
    assert with_it == without
