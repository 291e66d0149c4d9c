"""Finds the words that impute a wrong or a crime, and who in the sentence is plainly not the one who is accused."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
DOERS = frozenset({"nsubj", "agent"})
DONE_TO = frozenset({"dobj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# A sentence in which the one named stands further from the verb than this was misread.
LONGEST_WAY = 12
LONGEST_PHRASE = 3


@cache
def _rows() -> dict[tuple[str, ...], tuple[str, str]]:
    return {tuple(row["words"].split()): (row["pos"], row["accused"]) for row in table("wrongs")}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in table("bodies"))


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _rows())


def wrongs_in(reading: Reading) -> dict[int, str]:
    """For each token of the document that is or begins such words, who is accused by them: doer, done or anybody."""
    found = ((token.i, _wrong_at(reading.tokens, token.i)) for token in reading.tokens)
    return {at: accused for at, accused in found if accused and not _of_a_body(reading, at)}


def _of_a_body(reading: Reading, at: int) -> bool:
    """*Militant groups*, *terror network*: said of a body, of which no person is told to be part."""
    token = reading.tokens[at]
    head = reading.tokens[token.head]
    return token.dep in ("amod", "compound") and bool(_forms(head) & _bodies())


def imputes(words: str | None) -> bool:
    """Whether a role is one by which somebody stands accused: *suspect*, *convicted murderer*."""
    # A capital is a body's name: who speaks for *Victims of Abuse* is not accused.
    # Nor is a word that is a wrong as a verb only: *traffic officer*.
    lower = ((each,) for each in (words or "").split() if each.islower())
    return any(each in _rows() and not _rows()[each][0] for each in lower)


def _wrong_at(tokens: tuple[Token, ...], at: int) -> str | None:
    if not _forms(tokens[at]) & _openers():
        return None
    for size in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
        for words in _spelt(tokens[at : at + size]):
            pos, accused = _rows().get(words, ("", ""))
            if accused and (not pos or pos == POS.get(tokens[at].pos)) and tokens[at].pos != "PROPN":
                return accused
    return None


def _forms(token: Token) -> set[str]:
    return {token.text.lower(), token.lemma.lower()}


def _spelt(tokens: tuple[Token, ...]) -> list[tuple[str, ...]]:
    """The words as they stand first: *alleged* tells less of who is meant than *allege*."""
    spelt: list[tuple[str, ...]] = [()]
    for token in tokens:
        spelt = [(*words, form) for words in spelt for form in dict.fromkeys((token.text.lower(), token.lemma.lower()))]
    return spelt


def spared(reading: Reading, at: int, wrongs: dict[int, str]) -> bool:
    """Whether the one named at token `at` is plainly on the other side: killed by somebody, arresting somebody."""
    at = _first_of_several(reading, at)
    token = reading.tokens[at]
    above = reading.tokens[token.head]
    dep = token.dep
    if dep == "pobj":
        dep, above = above.dep, reading.tokens[above.head]
        if reading.tokens[token.head].lemma == "of" and above.pos == "NOUN":
            return wrongs.get(above.i) == "doer"
    if above.pos != "VERB":
        return False
    accused = wrongs.get(above.i)
    return (accused == "doer" and dep in DONE_TO) or (accused == "done" and dep in DOERS)


def _first_of_several(reading: Reading, at: int) -> int:
    """Of several who are joined the first, which hangs on the verb for all."""
    for _ in range(LONGEST_WAY):
        if reading.tokens[at].dep not in ("conj", "appos"):
            break
        at = reading.tokens[at].head
    return at


def linked(reading: Reading, at: int, wrongs: dict[int, str]) -> bool:
    """Whether the clause that token `at` hangs on holds such words; clauses with a subject of their own are others."""
    top = at
    for _ in range(LONGEST_WAY):
        if reading.tokens[top].pos in ("VERB", "AUX") or reading.tokens[top].head == top:
            break
        top = reading.tokens[top].head
    queue = [top]
    for each in queue:
        if each in wrongs:
            return True
        queue += [child for child in reading.children[each] if not _own_subject(reading, child)]
    return False


def _own_subject(reading: Reading, at: int) -> bool:
    return any(reading.tokens[child].dep in SUBJECTS for child in reading.children[at])
