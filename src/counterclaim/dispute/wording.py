"""Whether two claims say one thing with and without a negation, or with two words that exclude each other."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.dispute.apart import of_others, of_parts, of_self, of_themselves
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import is_name, share, stem, stems_of_kind, words_of_kind
from counterclaim.dispute.view import View, own_name
from counterclaim.model.claim import Act

# With fewer words in common, or a smaller share, the two are on one topic, not on one proposition.
COMMON, ALIKE = 3, 0.5
# Two words in common are enough where hardly one word is in the one and not in the other.
PLAIN, EXTRA = 2, 1
# So many words of a sentence need who answers in the next not say again.
AGAIN = 4
POINTING = frozenset({"it", "he", "she", "they", "this", "that"})
# *no evidence of poison*: the word found missing stands this close behind.
CLOSE = 6
# Two words in common must be this share of the shorter claim.
OVERLAP = 0.4
# Paragraphs between a finding of nothing and what it answers.
NEAR = 3
HEDGES = frozenset(
    row["word"] for row in table("frame_words") if row["kind"] == "modality" and row["value"] != "predicted"
)
NOUNS = frozenset({"plan", "promise", "pledge", "hope", "aim", "attempt", "vow"})
FUTURE = frozenset({"would", "will"})
# What somebody demands should be.
WANTED = frozenset({"should", "must"})
BEING = frozenset({"is", "are", "was", "were", "be"})
FOUND = frozenset({"evidence", "trace", "traces", "proof", "sign", "signs", "indication", "indications"})


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
def judging(kind: str) -> frozenset[tuple[str, str]]:
    """The pairs of one kind in the table, both ways round: *yes*, those that judge; *bare*, those said in many ways."""
    pairs = [(stem(row["word"]), stem(row["excludes"])) for row in table("antonyms") if row["judges"] == kind]
    return frozenset([*pairs, *((other, one) for one, other in pairs)])


def turned(view: View, other: View) -> str | None:
    """Why the words of the two exclude each other, as a clause; None where they need not."""
    found = _nothing_found(view, other) or _nothing_found(other, view)
    return _excluded(view, other, near=abs(view.paragraph - other.paragraph) <= NEAR) or found


def exclusive(view: View, other: View, *, near: bool = False) -> str | None:
    """
    The same where the two stand in different articles, so that no paragraph tells what *nothing was found* is of;
    `near` where the two articles tell one story, so that few words tell enough.
    """
    return _excluded(view, other, near=near)


def _excluded(view: View, other: View, *, near: bool) -> str | None:
    if near and _who_was_first(view, other):
        return "only one of them can have been the first"
    if of_others(view, other) or of_parts(view, other) or of_themselves(view, other):
        return None
    # What a denial denies has its own rules; here a few words are not enough to tell what it turns round.
    near = near and not any(map(turns_down, (view, other)))
    if of_self(view, other):
        # *He was unarmed* is short and may be said of the other's suspect.
        return _antonym(view, other, near=near) if near and _bare_pair(view, other) else None
    return _negation(view, other, near=near) or _antonym(view, other, near=near)


def hedged(view: View) -> bool:
    """Whether a word in the claim makes it less than a plain statement: *might*, *if*, *would*."""
    return bool(hedges(view))


def hedges(view: View) -> list[str]:
    """Those words; *the plan was approved* plans nothing."""
    following = (*view.words[1:], "")
    pairs = zip(view.words, following, strict=True)
    return [word for word, after in pairs if word in HEDGES and (word not in NOUNS or after in ("to", "that"))]


def _what(view: View) -> frozenset[str]:
    return frozenset(term for term in view.terms if not is_name(term))


def _negation(view: View, other: View, *, near: bool) -> str | None:
    one, two = _levelled(view, other)
    common = one & two
    alike = len(common) / len(one | two) if one | two else 0.0
    if view.negated == other.negated or _unsure(view, other):
        return None
    # Where either has words of its own they may be of two things: *the water in Tarn*, *the water in the taps*.
    plain = not one - two or not two - one or len(common) > COMMON
    told = len(common) >= COMMON and alike >= ALIKE and plain
    return "the one affirms what the other negates" if told or (near and _bare_negation(view, other)) else None


def _levelled(view: View, other: View) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of both, those of the one that affirms as general as those of the one that negates."""
    one, two = _what(view), _what(other)
    return (one, _generalised(two, one)) if view.negated else (_generalised(one, two), two)


def _generalised(yes: frozenset[str], no: frozenset[str]) -> frozenset[str]:
    """The terms of what is affirmed, with *rise* for *double* where that is what the other negates."""
    known = _generals()
    return frozenset(min(known.get(each, frozenset()) & (no - yes), default=each) for each in yes)


@cache
def _generals() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("generals"):
        found.setdefault(stem(row["word"]), set()).add(stem(row["general"]))
    return {word: frozenset(others) for word, others in found.items()}


def _bare_negation(view: View, other: View) -> bool:
    """*The road was open*, *the road was not open*: what is negated is all in the other, which has hardly more."""
    no, yes = (view, other) if view.negated else (other, view)
    less, more = _telling(no), _generalised(_telling(yes), _telling(no))
    if len(less & more) < PLAIN:
        return False
    if less <= more and no.called & yes.terms:
        # *No acid had been dumped*, says whom the other names: what they are said to have done, and where, is known.
        return True
    if _follows(no, yes):
        # Who answers in the next sentence need not say again where and when: *none of the tenants had been told*.
        return less <= more and len(more - less) <= AGAIN
    if _follows(yes, no) and more <= less and len(less - more) <= AGAIN:
        return True
    return less <= more and len(more - less) <= EXTRA * (1 if len(less) == PLAIN else 2)


def _follows(later: View, earlier: View) -> bool:
    """Whether the one stands behind the other in its sentence or the next."""
    behind = later.start > earlier.start and later.sentence - earlier.sentence <= 1
    return behind and later.paragraph == earlier.paragraph


def _who_was_first(view: View, other: View) -> bool:
    """*The army fired first*, *the rebels fired first*: one deed of two."""
    last = all(each.words[-1:] == ("first",) for each in (view, other))
    one, two = _telling(view) - {"first"}, _telling(other) - {"first"}
    return last and not (view.negated or other.negated) and bool(one & two and one - two and two - one)


def _telling(view: View) -> frozenset[str]:
    """The terms but for names of states, figures and words like *people* that a statement may have or not."""
    return frozenset(each for each in _what(view) if not each[0].isdigit()) - stems_of_kind("light")


def _nothing_found(view: View, other: View) -> str | None:
    """*No trace of poison* against a claim that says poison."""
    if abs(view.paragraph - other.paragraph) > NEAR or other.negated:
        return None
    words = [stem(word) for word in view.words]
    for at, word in enumerate(view.words):
        before = view.words[max(0, at - 2) : at]
        # *The past is no sign of the future* has looked for none.
        missing = word in FOUND and any(w in words_of_kind("negates") for w in before) and not BEING & frozenset(before)
        behind = frozenset(words[at + 1 : at + 1 + CLOSE])
        if missing and behind & _what(other) & _what(view):
            return "the one has found nothing of what the other says there was"
    return None


def _antonym(view: View, other: View, *, near: bool) -> str | None:
    one, two = _what(view), _what(other)
    if view.negated or other.negated or _unsure(view, other):
        return None
    pairs = sorted((a, b) for a in one - two for b in antonyms().get(a, frozenset()) & (two - one))
    if not (near and _bare_pair(view, other)):
        pairs = [pair for pair in pairs if pair not in judging("bare") and not _of_two(view, other, pair)]
        if len(one & two) < 2 or share(one, two) < OVERLAP:
            known = near and (bool(one & two) or _answers_charge(view, other))
            pairs = [pair for pair in pairs if known and pair in judging("yes")]
    return f"“{_form(view, pairs[0][0])}” and “{_form(other, pairs[0][1])}” exclude each other" if pairs else None


def _of_two(view: View, other: View, pair: tuple[str, str]) -> bool:
    """Whether each has a word of its own beside the two that exclude each other: *the maize crop*, *the wheat crop*."""
    one, two = _telling(view) - {pair[0]}, _telling(other) - {pair[1]}
    return bool(one - two and two - one) and pair not in judging("yes")


def _unsure(view: View, other: View) -> bool:
    """Whether either is less than a plain statement; of two that tell what would be, *would* makes neither less."""
    future = all(FUTURE & frozenset(each.words) for each in (view, other))
    wanted = {view.claim.act, other.claim.act} == {Act.DEMANDS}
    meant = (FUTURE if future else frozenset()) | (WANTED if wanted else frozenset())
    return any(frozenset(hedges(each)) - meant for each in (view, other))


def _bare_pair(view: View, other: View) -> bool:
    """
    *The talks failed*, *the talks succeeded*: hardly a word differs but the two that exclude each other; or the answer
    in the next sentence is short (*it had failed*).
    """
    earlier, later = sorted((view, other), key=lambda each: each.start)
    one, two = _telling(earlier), _telling(later)
    if one & two and len(one ^ two) <= 2 + EXTRA:
        return True
    pointed = bool(POINTING & frozenset(later.words[:2])) and not of_themselves(earlier, earlier)
    return _follows(later, earlier) and len(two - one) <= 1 and len(one - two) <= AGAIN and bool(one & two or pointed)


def _answers_charge(view: View, other: View) -> bool:
    """Whether the one speaks who is accused by name in the other: *an accident*, says whom they call its cause."""
    return other.claim.act is Act.ACCUSES and bool(own_name(view) & other.terms)


def _form(view: View, wanted: str) -> str:
    return next((word for word in view.words if stem(word) == wanted), wanted)
