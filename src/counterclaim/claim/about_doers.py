"""Who does what a frame tells of, and to whom: the words for them, and the party that they stand for."""

from __future__ import annotations

from functools import cache

from counterclaim.claim.about_mood import words
from counterclaim.claim.about_parties import SUBJECTS, country_in, party, passive
from counterclaim.data import table
from counterclaim.model.reading import MentionKind, Reading

# A verb or noun without a subject of its own has that of the word it hangs on in one of these ways.
SHARES = frozenset(
    {"xcomp", "conj", "aux", "auxpass", "acomp", "attr", "dobj", "pobj", "prep", "pcomp", "oprd", "advmod"}
)
FIRST = frozenset({"i", "we", "us", "me", "my", "our", "ours", "mine"})
PERSONAL = frozenset({"he", "she", "him", "her", "they", "them", "who", "whom", *FIRST})
RELATIVE = frozenset({"who", "which", "that", "whom"})
# What hangs on a noun and is not part of the name: *A and B*, *the attack targeting B*.
APART = frozenset({"conj", "cc", "relcl", "acl"})
LIVING = frozenset({MentionKind.PERSON, MentionKind.ROLE})
HIGHEST = 5


@cache
def _people() -> frozenset[str]:
    roles = {row["role"] for row in table("roles") if " " not in row["role"]}
    return frozenset(roles).union(words("people"), words("anybody"), words("forces"))


def person(reading: Reading, index: int) -> bool:
    """Whether the noun, name or pronoun `index` stands for people."""
    token = reading.tokens[index]
    mention = reading.mention_of.get(index)
    if token.entity == "PERSON" or token.text.lower() in PERSONAL or token.lemma.lower() in _people():
        return True
    if token.tag in ("NNS", "NNPS") and country_in(token.text):
        return True
    return mention is not None and mention.kind in LIVING


def doer_of(reading: Reading, index: int, inside: frozenset[int]) -> int | None:
    """The subject of what `index` tells of, or of the verb it shares one with, inside the content; else None."""
    at = index
    for _ in range(HIGHEST):
        token = reading.tokens[at]
        subjects = [c for c in reading.children[at] if reading.tokens[c].dep in SUBJECTS and c in inside]
        if subjects:
            return _antecedent(reading, at, subjects[0], inside)
        if token.head == at or token.head not in inside:
            return None
        if token.dep == "acl" and token.tag in ("VBG", "VBN"):
            return token.head
        if not (token.dep in SHARES or (token.dep == "advcl" and token.tag == "VBG")):
            return None
        at = token.head
    return None


def _antecedent(reading: Reading, verb: int, subject: int, inside: frozenset[int]) -> int | None:
    """Whom *who* and *which* stand for: the noun that their clause hangs on."""
    if reading.tokens[subject].text.lower() not in RELATIVE or reading.tokens[verb].dep != "relcl":
        return subject
    head = reading.tokens[verb].head
    return head if head in inside and reading.tokens[head].pos in ("NOUN", "PROPN", "PRON") else None


def undergoer_of(reading: Reading, index: int, inside: frozenset[int]) -> int | None:
    """Whom or what the verb `index` befalls: its object, its subject in the passive, the noun it describes."""
    token = reading.tokens[index]
    for child in reading.children[index]:
        if reading.tokens[child].dep in ("dobj", "obj") and child in inside:
            return child
    if befallen(reading, index):
        return doer_of(reading, index, inside)
    return token.head if participle(reading, index) and token.head in inside else None


def befallen(reading: Reading, index: int) -> bool:
    """Whether the verb is passive, by its own words or with the one it is joined to: *was tried and jailed*."""
    token = reading.tokens[index]
    if passive(reading, index) or token.dep != "conj" or token.tag != "VBN":
        return passive(reading, index)
    own = any(reading.tokens[c].dep in ("nsubj", "aux", "dobj") for c in reading.children[index])
    return not own and befallen(reading, token.head)


def participle(reading: Reading, index: int) -> bool:
    """Whether the verb only describes a noun that it befalls: *the towns held by rebels*, *a jailed leader*."""
    token = reading.tokens[index]
    finite = any(reading.tokens[c].dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in reading.children[index])
    return token.tag == "VBN" and token.dep in ("acl", "amod") and not finite


def side_of(reading: Reading, head: int, own: str | None) -> str | None:
    """The party that the phrase around `head` stands for, all of several joined by *and*; None where one is unknown."""
    below = reading.children[head]
    others = [c for c in below if reading.tokens[c].dep == "conj"]
    joined = {i for c in below if reading.tokens[c].dep in APART for i in reading.subtree(c)}
    first = _one(reading, head, [i for i in reading.subtree(head) if i not in joined], own)
    if not others:
        return first
    # *Either A or B* did it: which of them is not told.
    either = any(reading.tokens[c].lemma in ("or", "nor") for c in below)
    rest = [side_of(reading, each, own) for each in others]
    parties = list(dict.fromkeys([first, *rest]))
    if len(parties) == 1:
        return first
    return None if either or None in parties else " and ".join(each for each in parties if each)


def _one(reading: Reading, head: int, phrase: list[int], own: str | None) -> str | None:
    if any(reading.tokens[i].lemma in ("or", "nor") or reading.tokens[i].text == "either" for i in phrase):
        return None
    for i in phrase:
        word = reading.tokens[i].text.lower()
        if word in words("own") and word not in FIRST and _own_words(reading, i):
            own = _other(reading, i, own) if i == head and word != "it" else None
    return party(reading, phrase, own)


def _own_words(reading: Reading, index: int) -> bool:
    """Whether somebody speaks in their own words here, so that *they* are others: quoted, or with an *I* or *we*."""
    sentence = reading.sentence_at(index)
    if reading.quoted(reading.tokens[index].start):
        return True
    return any(reading.tokens[i].text.lower() in FIRST for i in range(sentence.first, sentence.last))


def _other(reading: Reading, index: int, own: str | None) -> str | None:
    """Whom the document knows *they* to be; not the one who speaks."""
    mention = reading.mention_of.get(index)
    speaker = mention.speaker if mention else None
    found = (speaker.side or speaker.name) if speaker else None
    return None if found == own else found


def called(reading: Reading, head: int) -> str | None:
    """The words for those whom something befalls, by a name or a noun; None for a pronoun."""
    token = reading.tokens[head]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    before = [c for c in reading.children[head] if c < head and reading.tokens[c].dep in ("compound", "amod")]
    return " ".join(reading.tokens[i].text for i in (*before, head) if reading.tokens[i].tag != "VBN")
