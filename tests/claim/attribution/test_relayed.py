"""Whom a report says it has its words from: what is cited stands in the report that cites it."""

from __future__ import annotations

import pytest
from test_held import found, read, triple

from counterclaim.claim.attribution.nesting import nested
from counterclaim.claim.attribution.relayed import with_relayed

pytestmark = pytest.mark.model

FIRE = "the fire had spread to the docks"


def relayed(text: str, source: str, cue: str, content: str) -> list[tuple[str, str, str]]:
    """What is found beside the one attribution that is given."""
    return [triple(text, each) for each in with_relayed(read(text), [found(text, source, cue, content)])[1:]]


@pytest.mark.parametrize(
    ("text", "source", "cue", "cited"),
    [
        (f"The Orsa Courier said, citing two officials, that {FIRE}.", "The Orsa Courier", "said", "two officials"),
        (f"The Orsa Courier said {FIRE}, citing the coast guard.", "The Orsa Courier", "said", "the coast guard"),
        (
            f"According to the Courier, quoting the harbour police, {FIRE}.",
            "the Courier",
            "According to",
            "the harbour police",
        ),
        (
            f"According to the Courier, which cited sources close to the mayor, {FIRE}.",
            "the Courier",
            "According to",
            "sources close to the mayor",
        ),
        (
            f"The Courier reported, citing weather service data, that {FIRE}.",
            "The Courier",
            "reported",
            "weather service data",
        ),
    ],
)
def test_whom_a_report_cites_says_what_the_report_says(text: str, source: str, cue: str, cited: str) -> None:
    """The same content once more, with the one who is cited and the word for it."""
    made = relayed(text, source, cue, FIRE)

    assert [(who, what) for who, _, what in made] == [(cited, FIRE)]


def test_what_is_cited_stands_in_the_report() -> None:
    """Though it is all that the report says, it points at the report, and nothing points at it."""
    text = f"The Orsa Courier said, citing two officials, that {FIRE}."
    report = found(text, "The Orsa Courier", "said", FIRE)

    made = nested(with_relayed(read(text), [report]))
    by = {triple(text, each)[0]: each.within for each in made}

    assert by["The Orsa Courier"] is None
    assert by["two officials"] == next(k for k, each in enumerate(made) if each.rule == report.rule)


@pytest.mark.parametrize(
    "text",
    [
        f"The council said, citing safety, that {FIRE}.",
        f"The Courier said {FIRE} and cited the mayor as saying the quay was lost.",
        f"The Courier said {FIRE}. Its rival cited two officials.",
        f"The clerk said {FIRE} before he quoted from the register.",
        f"The guild said {FIRE} as the mayor cited two officials.",
    ],
)
def test_a_reason_or_another_report_is_nobody_who_says_it(text: str) -> None:
    """Reasons speak for nobody, and who is quoted for something else says something else."""
    source = text.partition(" said")[0]

    assert relayed(text, source, "said", FIRE) == []
