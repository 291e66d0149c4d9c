"""Plain narration, full of words that look like cues, has hardly an attribution."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from counterclaim.claim.attribution import find_attributions
from counterclaim.understand import understand
from stories_made import document

TEXTS = sorted((Path(__file__).parents[1] / "narration").glob("*.txt"))
SHORTEST, LONGEST = 150, 300
WORDS_FOR_ONE = 300


def text_of(path: Path) -> str:
    """A text without the line end that closes the file."""
    return path.read_text(encoding="utf-8").strip()


def test_there_are_ten_texts_of_the_length_of_a_report() -> None:
    """A folder that is not found would make the test below pass."""
    lengths = [len(text_of(path).split()) for path in TEXTS]
    assert len(lengths) == 10
    assert all(SHORTEST <= length <= LONGEST for length in lengths)


@pytest.mark.model
def test_narration_has_at_most_one_attribution_in_three_hundred_words() -> None:
    """Over all texts; in them nobody says anything."""
    found: dict[str, list[str]] = defaultdict(list)
    words = 0
    for path in TEXTS:
        text = text_of(path)
        words += len(text.split())
        for each in find_attributions(understand(document(text))):
            found[path.name].append(" ".join(span.of(text) for span in each.cue) + ": " + each.content[0].of(text))
    assert sum(map(len, found.values())) <= words / WORDS_FOR_ONE, dict(found)
