"""Whom a relative clause describes."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.attribution.grammar import antecedent
from counterclaim.model.reading import Reading
from sayings import by_hand

ROWS = (
    "clerk clerk NOUN NN nsubj 5",
    "in in ADP IN prep 0",
    "Harrow harrow PROPN NNP pobj 1",
    "who who PRON WP nsubj 4",
    "asked ask VERB VBD relcl 2",
    "left leave VERB VBD ROOT 5",
)


def with_place(*rows: str) -> Reading:
    """The sentence, where *Harrow* is a place."""
    made = by_hand(*rows)
    return replace(made, tokens=tuple(t._replace(entity="GPE" if t.text == "Harrow" else "") for t in made.tokens))


def test_who_is_never_a_place() -> None:
    """*A clerk in Harrow who asked*: the clerk, though parsers hang the clause on the nearer noun."""
    assert antecedent(with_place(*ROWS), 4) == 0


def test_which_may_be_a_place() -> None:
    """*Which* leaves it at the noun that the clause hangs on."""
    rows = [row.replace("who who", "which which") for row in ROWS]
    assert antecedent(with_place(*rows), 4) == 2


def test_who_is_left_where_no_place_stands() -> None:
    """*A clerk of Harrow who asked*, if Harrow is somebody, is Harrow."""
    assert antecedent(by_hand(*ROWS), 4) == 2
