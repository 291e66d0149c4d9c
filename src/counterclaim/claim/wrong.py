"""Finds the words that impute a wrong or a crime, and who in the sentence is plainly not the one who is accused."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import MentionKind, Reading, Token

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
DOERS = frozenset({"nsubj", "agent"})
DONE_TO = frozenset({"dobj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
IMPERSONAL = frozenset({MentionKind.BODY, MentionKind.STATE})
AMONG = frozenset({"including", "like"})
# Behind *that* and *which* stand things, and bodies.
THINGS = frozenset({"that", "which"})
# A sentence in which the one named stands further from the verb than this was misread.
LONGEST_WAY = 12
LONGEST_PHRASE = 4
# No wrong at all, however close a part of the words comes to one: *conspiracy theory*.
NOBODY = "nobody"


@cache
def _rows() -> dict[tuple[str, ...], tuple[str, str]]:
    return {tuple(row["words"].split()): (row["pos"], row["accused"]) for row in table("wrongs")}


@cache
def _suffered() -> frozenset[str]:
    """Nouns whose owner has suffered it: *the death of Birk*, *Birk's murder*."""
    return frozenset(row["words"] for row in table("wrongs") if row["owner"] == "sufferer")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in table("bodies"))


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _rows())


def wrongs_in(reading: Reading) -> dict[int, str]:
    """For each token of the document that is or begins such words, who is accused by them: doer, done or anybody."""
    found: dict[int, str] = {}
    past = 0
    for token in reading.tokens:
        accused, size = _wrong_at(reading.tokens, token.i)
        if accused == NOBODY:
            past = max(past, token.i + size)
        elif accused and token.i >= past and not _of_a_body(reading, token.i):
            found[token.i] = accused
    return found


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
    return any(each in _rows() and not _rows()[each][0] and _rows()[each][1] != NOBODY for each in lower)


def _wrong_at(tokens: tuple[Token, ...], at: int) -> tuple[str, int]:
    """Who is accused by the words that begin at token `at`, and how many they are; the longest that the table has."""
    if not _forms(tokens[at]) & _openers():
        return "", 0
    for size in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
        for words in _spelt(tokens[at : at + size]):
            pos, accused = _rows().get(words, ("", ""))
            if accused and (not pos or pos == POS.get(tokens[at].pos)) and tokens[at].pos != "PROPN":
                return accused, size
    return "", 0


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
    if suffers(reading, at, wrongs):
        return True
    dep, above = _place_in_clause(reading, at)
    if dep == "poss" and above.i != at and above.pos in ("NOUN", "PROPN"):
        return suffers(reading, above.i, wrongs)
    return above.pos == "VERB" and wrongs.get(above.i) == "done" and dep in DOERS


def suffers(reading: Reading, at: int, wrongs: dict[int, str]) -> bool:
    """Whether a wrong is done to the one named at token `at`: *killed Birk*, *Birk, robbed of it*, *Birk's murder*."""
    if _done_in_passing(reading, at, wrongs, "doer"):
        return True
    dep, above = _place_in_clause(reading, at)
    if dep == "of":
        return wrongs.get(above.i) == "doer" or above.lemma.lower() in _suffered()
    if dep == "poss":
        others = (reading.tokens[child].lemma for child in reading.children[above.i])
        return above.lemma.lower() in _suffered() and "of" not in others
    return above.pos == "VERB" and wrongs.get(above.i) == "doer" and dep in DONE_TO


def charged(reading: Reading, at: int, wrongs: dict[int, str]) -> bool:
    """Whether a wrong is said of the one named at token `at` in so many words: *Birk stole*, *Birk, accused of it*."""
    if _done_in_passing(reading, at, wrongs, "done"):
        return True
    dep, above = _place_in_clause(reading, at)
    if above.pos == "AUX":
        return any(each in wrongs and reading.tokens[each].dep == "attr" for each in reading.children[above.i])
    accused = wrongs.get(above.i)
    return above.pos == "VERB" and dep in {"done": DONE_TO, "doer": DOERS, "anybody": DOERS}.get(accused or "", ())


def _done_in_passing(reading: Reading, at: int, wrongs: dict[int, str], kind: str) -> bool:
    """Whether a participle behind the name says so."""
    below = (reading.tokens[child] for child in reading.children[at])
    return any(each.dep == "acl" and each.tag == "VBN" and wrongs.get(each.i) == kind for each in below)


def _place_in_clause(reading: Reading, at: int) -> tuple[str, Token]:
    """What a name is to the word that it hangs on, prepositions passed over: *of* where one stands behind a noun."""
    token = reading.tokens[_first_of_several(reading, at)]
    above = reading.tokens[token.head]
    if token.dep != "pobj":
        return token.dep, above
    beyond = reading.tokens[above.head]
    of_noun = above.lemma == "of" and beyond.pos == "NOUN"
    return ("of" if of_noun else above.dep), beyond


def _first_of_several(reading: Reading, at: int) -> int:
    """Of several who are joined the first, which hangs on the verb for all."""
    for _ in range(LONGEST_WAY):
        token = reading.tokens[at]
        above = reading.tokens[token.head]
        if token.dep == "pobj" and above.text.lower() in AMONG:
            at = above.head
        elif token.dep in ("conj", "appos"):
            at = above.i
        else:
            break
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


def of_things(reading: Reading, at: int, wrongs: dict[int, str]) -> bool:
    """*A plan that would threaten the peace*, *the state attacked*: the wrong at token `at` is done by no person."""
    token, kinds = reading.tokens[at], reading.mention_of
    if token.pos != "VERB" or wrongs[at] != "doer":
        return False
    doers = [reading.tokens[child] for child in reading.children[at] if reading.tokens[child].dep == "nsubj"]
    if not doers:
        return False
    return all(each.text.lower() in THINGS or (each.i in kinds and kinds[each.i].kind in IMPERSONAL) for each in doers)


def _own_subject(reading: Reading, at: int) -> bool:
    return any(reading.tokens[child].dep in SUBJECTS for child in reading.children[at])
