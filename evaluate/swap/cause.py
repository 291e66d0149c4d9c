"""Says why a decision differs between a text and its exchanged twin: above all whether the parser gave another tree."""

from __future__ import annotations

from counterclaim import Reading
from counterclaim.model.reading import Token

LABELS = ("tag", "dep", "entity")
UNCHANGED = "the parse is the same: a rule or a table treats the names unequally"


def cause_of(before: Reading, after: Reading, at: int) -> str:
    """
    The first token, of the sentence that holds offset `at` of the first text, that the parser takes otherwise.

    `at` 0 looks at the whole text.
    """
    first, second = _sentence(before, after, at)
    if len(before.sentences) != len(after.sentences):
        return f"the parser gives {len(before.sentences)} sentences, exchanged {len(after.sentences)}"
    if len(first) != len(second):
        return f"the names are cut into {len(first)} tokens in one sentence and {len(second)} in the other"
    for one, other in zip(first, second, strict=True):
        if labels := _labels(one, other, first[0].i - second[0].i):
            return f"parser: *{one.text}* is {labels[0]}, *{other.text}* in its place is {labels[1]}"
    return UNCHANGED


def _sentence(before: Reading, after: Reading, at: int) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    number = next((n for n, each in enumerate(before.sentences) if each.span.start <= at < each.span.end), None)
    if not at or number is None or number >= len(after.sentences):
        return before.tokens, after.tokens
    one, other = before.sentences[number], after.sentences[number]
    return before.tokens[one.first : one.last], after.tokens[other.first : other.last]


def _labels(one: Token, other: Token, shift: int) -> tuple[str, str] | None:
    """What the parser gives the two tokens, where it is not the same; `shift` is how far the second one is behind."""
    if one.head - other.head != shift:
        return f"{one.dep} of token {one.head}", f"{other.dep} of token {other.head + shift}"
    differs = [label for label in LABELS if getattr(one, label) != getattr(other, label)]
    if not differs:
        return None
    return tuple(" ".join(getattr(token, label) or "no entity" for label in differs) for token in (one, other))  # type: ignore[return-value]
