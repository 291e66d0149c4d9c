"""Whether a frame is negated, only possible, tried, wished or reported by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterclaim.claim.about_mood import words
from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

# What bears on the word it hangs on: *not*, *may*, *possibly*, *no*.
BEARING = frozenset({"aux", "auxpass", "neg", "advmod", "det", "acomp"})
# What a word can hang on and still be under its sign: *failed to hold*, *lost control*, *a plan to take*.
UNDER = frozenset({"xcomp", "dobj", "acl", "advcl", "ccomp", "pcomp", "pobj", "acomp"})
NOBODY = frozenset({"nobody", "none", "neither"})
HIGHEST = 5
ASSERTED, REPORTED = "asserted", "reported"


class Mood(NamedTuple):
    """Whether it is said to be so or not, and how it is put forward."""

    holds: bool
    modality: str


@cache
def _signatures(complement: str) -> dict[str, str]:
    """What becomes of a clause, or of an infinitive, under each verb: +, - or o."""
    return {row["verb"]: row["holds"] for row in table("signatures") if row["complement"] == complement}


def mood(reading: Reading, index: int, inside: frozenset[int]) -> Mood:
    """
    Sign and modality of what the word `index` says, from all that it stands under in the content `inside`.

    Each level turns it once: *did not fail to* is so. Under a verb of saying it is only
    reported, and *denied* turns it.
    """
    holds, modality = True, ""
    for at, under in _levels(reading, index, inside):
        turned = _turned(reading, at, inside)
        sign = _sign(reading, at, under)
        if under == "ccomp":
            # What is not said, or not known, is left as it is: only a denial turns what it denies.
            holds = holds != (sign == "-" and not turned)
            modality = modality or _put(reading, at, inside) or ("" if sign == "+" else REPORTED)
            break
        holds = holds == (turned == (sign == "-"))
        modality = modality or _put(reading, at, inside) or _weighs(reading, at, under)
    return Mood(holds, modality or _of_sentence(reading, index, inside))


def _levels(reading: Reading, index: int, inside: frozenset[int]) -> Iterator[tuple[int, str]]:
    """The word and those it stands under, each with how the last one hangs on it."""
    at, under = index, ""
    for _ in range(HIGHEST):
        yield at, under
        token = reading.tokens[at]
        if under == "ccomp" or token.head == at or token.head not in inside:
            return
        if not _hangs_under(reading, token):
            return
        under, at = ("ccomp" if _told(reading, token) else token.dep), token.head


def _hangs_under(reading: Reading, token: Token) -> bool:
    if _told(reading, token):
        return True
    if token.dep in ("acl", "advcl"):
        # *A plan to take it*, *fought to keep it*; *while it held out* is a clause of its own.
        below = (reading.tokens[c] for c in reading.children[token.i])
        return any(child.lemma == "to" and child.dep == "aux" for child in below)
    if token.dep == "prep":
        # *The breakdown in the ceasefire*, *worked on taking it*.
        above = reading.tokens[token.head].lemma
        return token.lemma in ("from", "of", "to", "without") or above in words("attempt") or above in words("turning")
    return token.dep in UNDER


def _told(reading: Reading, token: Token) -> bool:
    """*A claim that it fell*: the clause under a noun."""
    below = (reading.tokens[c] for c in reading.children[token.i])
    return token.dep == "acl" and any(child.dep == "mark" and child.text.lower() == "that" for child in below)


def _bearing(reading: Reading, at: int, inside: frozenset[int]) -> list[Token]:
    near = [c for c in reading.children[at] if reading.tokens[c].dep in BEARING and c in inside]
    # *No longer*: the negation hangs on the adverb.
    near += [c for n in near if reading.tokens[n].dep == "advmod" for c in reading.children[n] if c in inside]
    near += [at - 1] if at - 1 in inside and reading.tokens[at - 1].pos in ("AUX", "PART", "ADV", "DET") else []
    return [reading.tokens[c] for c in near]


def _turned(reading: Reading, at: int, inside: frozenset[int]) -> bool:
    """Whether a negation bears on the word `at`, or nobody is its subject."""
    if any(_lemma(token) in words("polarity") for token in _bearing(reading, at, inside)):
        return True
    subjects = [c for c in reading.children[at] if reading.tokens[c].dep in ("nsubj", "nsubjpass") and c in inside]
    return any(
        reading.tokens[c].lemma.lower() in NOBODY
        or any(reading.tokens[d].lemma.lower() == "no" for d in reading.children[c])
        for c in subjects
    )


def _sign(reading: Reading, at: int, under: str) -> str:
    """What the word `at` makes of what stands under it."""
    token = reading.tokens[at]
    if not under:
        return "+"
    if under == "ccomp":
        return _signatures("that").get(token.lemma, "o")
    if token.lemma in words("polarity") or token.lemma in words("turning"):
        return "-"
    return _signatures("to").get(token.lemma, "+") if under in ("xcomp", "acl", "advcl") else "+"


def _put(reading: Reading, at: int, inside: frozenset[int]) -> str:
    """The modality that an auxiliary or an adverb gives the word `at`."""
    lemmas = (_lemma(token) for token in _bearing(reading, at, inside))
    return next((words("modality")[lemma] for lemma in lemmas if lemma in words("modality")), "")


def _weighs(reading: Reading, at: int, under: str) -> str:
    """The modality of what stands under a verb or noun: *tried to*, *agreed to*, *a plan to*."""
    if under == "dobj":
        # *Wants a ceasefire*, *seeks control*.
        return words("modality").get(reading.tokens[at].lemma, "")
    if under not in ("xcomp", "acl", "advcl"):
        return ""
    lemma = reading.tokens[at].lemma
    if lemma in words("attempt"):
        return "attempted"
    found = words("modality").get(lemma, "") or ("promised" if _signatures("to").get(lemma) == "o" else "")
    # *Returned to take it* tells of an aim.
    return found or ("attempted" if under == "advcl" else "")


def _lemma(token: Token) -> str:
    return {"ca": "can", "wo": "will", "n’t": "not", "n't": "not"}.get(token.lemma, token.lemma.lower())


def _of_sentence(reading: Reading, index: int, inside: frozenset[int]) -> str:
    sentence = reading.sentence_at(index)
    if reading.tokens[sentence.last - 1].text == "?":
        return "question"
    before = [i for i in range(sentence.first, index) if i in inside]
    if any(reading.tokens[i].lemma in ("if", "unless", "whether") for i in before):
        return "conditional"
    return "promised" if _to_do(reading, index, inside) else ASSERTED


def _to_do(reading: Reading, index: int, inside: frozenset[int]) -> bool:
    """
    Whether the content is an infinitive, or *that Orsa withdraw*, which tell of what is to be done.

    *To have left* tells of the past.
    """
    at = index
    for _ in range(HIGHEST):
        head = reading.tokens[at].head
        if head == at or head not in inside:
            break
        at = head
    helpers = {reading.tokens[c].lemma for c in reading.children[at] if reading.tokens[c].dep in ("aux", "auxpass")}
    if reading.tokens[at].tag != "VB" or "have" in helpers:
        return False
    below = reading.children[at]
    wished = not helpers and any(reading.tokens[c].text.lower() == "that" for c in below)
    return wished or ("to" in helpers and at - 2 not in inside)
