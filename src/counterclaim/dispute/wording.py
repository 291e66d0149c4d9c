"""Whether two claims say one thing with and without a negation, or with two words that exclude each other."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.dispute.terms import is_name, share, stem, words_of_kind
from counterclaim.dispute.view import View, own_name
from counterclaim.model.claim import Act

# With fewer words in common, or a smaller share, the two are on one topic, not on one proposition.
COMMON, ALIKE = 3, 0.5
# *no evidence of poison*: the word found missing stands this close behind.
CLOSE = 6
# Two words in common must be this share of the shorter claim.
OVERLAP = 0.4
# Paragraphs between a finding of nothing and what it answers.
NEAR = 3
HEDGES = frozenset(
    row["word"] for row in table("frame_words") if row["kind"] == "modality" and row["value"] != "predicted"
)
FOUND = frozenset(stem(word) for word in ("evidence", "trace", "traces", "proof", "sign", "signs", "indication"))


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """For each stem those that exclude it."""
    found: dict[str, set[str]] = {}
    for row in table("antonyms"):
        one, other = stem(row["word"]), stem(row["excludes"])
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def judging() -> frozenset[tuple[str, str]]:
    """The pairs that judge a thing, both ways round."""
    pairs = [(stem(row["word"]), stem(row["excludes"])) for row in table("antonyms") if row["judges"] == "yes"]
    return frozenset([*pairs, *((other, one) for one, other in pairs)])


def turned(view: View, other: View) -> str | None:
    """Why the words of the two exclude each other, as a clause; None where they need not."""
    return _negation(view, other) or _nothing_found(view, other) or _nothing_found(other, view) or _antonym(view, other)


def exclusive(view: View, other: View) -> str | None:
    """The same where the two stand in different articles, so that no paragraph tells what *nothing was found* is of."""
    return _negation(view, other) or _antonym(view, other)


def hedged(view: View) -> bool:
    """Whether a word in the claim makes it less than a plain statement: *might*, *if*, *would*."""
    return any(word in HEDGES for word in view.words)


def _what(view: View) -> frozenset[str]:
    return frozenset(term for term in view.terms if not is_name(term))


def _negation(view: View, other: View) -> str | None:
    one, two = _what(view), _what(other)
    common = one & two
    alike = len(common) / len(one | two) if one | two else 0.0
    if view.negated == other.negated or len(common) < COMMON or alike < ALIKE or hedged(view) or hedged(other):
        return None
    return "the one affirms what the other negates"


def _nothing_found(view: View, other: View) -> str | None:
    """*No trace of poison* against a claim that says poison."""
    if abs(view.paragraph - other.paragraph) > NEAR or other.negated:
        return None
    words = [stem(word) for word in view.words]
    for at, word in enumerate(words):
        missing = word in FOUND and any(w in words_of_kind("negates") for w in view.words[max(0, at - 2) : at])
        behind = frozenset(words[at + 1 : at + 1 + CLOSE])
        if missing and behind & _what(other) & _what(view):
            return "the one has found nothing of what the other says there was"
    return None


def _antonym(view: View, other: View) -> str | None:
    one, two = _what(view), _what(other)
    if view.negated or other.negated or hedged(view) or hedged(other):
        return None
    pairs = sorted((a, b) for a in one - two for b in antonyms().get(a, frozenset()) & (two - one))
    if len(one & two) < 2 or share(one, two) < OVERLAP:
        near = abs(view.paragraph - other.paragraph) <= NEAR
        known = near and (bool(one & two) or _answers_charge(view, other))
        pairs = [pair for pair in pairs if known and pair in judging()]
    return f"“{_form(view, pairs[0][0])}” and “{_form(other, pairs[0][1])}” exclude each other" if pairs else None


def _answers_charge(view: View, other: View) -> bool:
    """Whether the one speaks who is accused by name in the other: *an accident*, says whom they call its cause."""
    return other.claim.act is Act.ACCUSES and bool(own_name(view) & other.terms)


def _form(view: View, wanted: str) -> str:
    return next((word for word in view.words if stem(word) == wanted), wanted)
