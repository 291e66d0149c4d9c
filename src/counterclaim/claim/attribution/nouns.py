"""Finds attributions whose cue is a noun or adjective: Russian claims that, his denial of, is confident that."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.claim.attribution.cues import VERBAL, Cue, adjective_cue, lemma_of, noun_cue, rejects, verb_cue
from counterclaim.claim.attribution.found import Found
from counterclaim.claim.attribution.grammar import below, kids, words
from counterclaim.claim.attribution.misparsed import is_vehicle
from counterclaim.claim.attribution.sources import phrase, subject
from counterclaim.model.reading import Reading, Token

NOUN_RULE = "noun.v1"
ADJECTIVE_RULE = "adjective.v1"
OWNERS = ("poss", "amod", "compound", "nmod")


def find_by_noun(reading: Reading) -> Iterator[Found]:
    """Nouns of the cue table with a clause, an infinitive or a prepositional phrase as their content."""
    for token in words(reading):
        cue = noun_cue(token) if token.pos in ("NOUN", "PROPN", "VERB") else None
        if cue is None or token.dep == "compound":
            continue
        content = _of_noun(reading, token, cue)
        source = frozenset() if is_vehicle(reading, token) else owner(reading, token)
        stands = bool(source) or (_that_clause(reading, token) and not _is_voiced(reading, token))
        if content and stands and not reading.quoted(token.start):
            yield Found(token.i, NOUN_RULE, source, frozenset({token.i}), frozenset(content) - source)


def _of_noun(reading: Reading, noun: Token, cue: Cue) -> set[int]:
    for child in reading.children[noun.i]:
        token = reading.tokens[child]
        if child < noun.i:
            continue
        if token.dep in ("acl", "ccomp", "relcl", "xcomp") and _clause_fits(reading, token, cue):
            return below(reading, child)
        if token.dep == "prep" and token.lemma in cue.prepositions:
            return below(reading, child)
    return set()


def _is_voiced(reading: Reading, noun: Token) -> bool:
    """Whether a verb of the cue table has the noun as its object: then that is the cue (*expressed the hope that*)."""
    verb = reading.tokens[noun.head]
    if is_vehicle(reading, noun):
        return True
    return noun.dep == "dobj" and verb_cue(reading, verb) is not None and not rejects(lemma_of(verb))


def _that_clause(reading: Reading, noun: Token) -> bool:
    """Whether a clause with *that* hangs on the noun: only then it is an attribution without anybody named."""
    clauses = kids(reading, noun.i, "acl", "ccomp", "relcl")
    return any(reading.tokens[k].text.lower() == "that" for c in clauses for k in kids(reading, c, "mark"))


def _clause_fits(reading: Reading, clause: Token, cue: Cue) -> bool:
    if clause.tag == "VB" and any(reading.tokens[k].tag == "TO" for k in kids(reading, clause.i, "aux")):
        return "infinitive" in cue
    if clause.dep == "relcl" and _is_relative(reading, clause):
        return False
    if rejects(lemma_of(clause)) and not kids(reading, clause.i, "dobj", "ccomp", "xcomp"):
        # *A claim that the guards have denied* does not tell what was claimed.
        return False
    return "clause" in cue and bool(kids(reading, clause.i, "nsubj", "nsubjpass", "expl", "csubj"))


def _is_relative(reading: Reading, clause: Token) -> bool:
    """Whether the clause tells of the noun (*a statement which ...*, *in which ...*) and not what the noun says."""
    opening = sorted(below(reading, clause.i))[:3]
    return any(
        reading.tokens[k].tag in ("WDT", "WP", "WRB", "WP$") and reading.tokens[k].dep != "mark" for k in opening
    )


def owner(reading: Reading, noun: Token) -> frozenset[int]:
    """Whose claim it is: the possessor, or the adjective or name before it (*Kyiv's*, *Russian*, *Hamas*)."""
    for child in reading.children[noun.i]:
        token = reading.tokens[child]
        if token.dep == "poss":
            return frozenset(i for i in phrase(reading, child) if reading.tokens[i].tag != "POS")
        if (
            token.dep in OWNERS
            and (token.entity in ("NORP", "GPE", "ORG", "PERSON") or token.pos == "PROPN")
            and token.text[0].isupper()
        ):
            return phrase(reading, child)
    for preposition in kids(reading, noun.i, "prep"):
        if reading.tokens[preposition].lemma in ("by", "from"):
            for child in kids(reading, preposition, "pobj"):
                return phrase(reading, child)
    return frozenset()


def find_by_adjective(reading: Reading) -> Iterator[Found]:
    """*X is confident that ...*, *X was critical of ...*."""
    for token in words(reading):
        cue = adjective_cue(token) if token.dep in ("acomp", "oprd") or token.pos == "ADJ" else None
        verb = reading.tokens[token.head]
        if (
            cue is None
            or verb.lemma not in ("be", "remain", "feel", "sound", "seem", "become", "appear")
            or verb.pos not in VERBAL
        ):
            continue
        content = _of_adjective(reading, token, cue)
        found = subject(reading, verb.i)
        if content and found:
            yield Found(
                token.i, ADJECTIVE_RULE, phrase(reading, found.head), _copula(reading, verb, token), frozenset(content)
            )


def _copula(reading: Reading, verb: Token, adjective: Token) -> frozenset[int]:
    return frozenset({verb.i, adjective.i, *kids(reading, verb.i, "aux", "neg")})


def _of_adjective(reading: Reading, adjective: Token, cue: Cue) -> set[int]:
    for child in reading.children[adjective.i]:
        token = reading.tokens[child]
        if token.dep in ("ccomp", "xcomp") and ("clause" in cue or "infinitive" in cue):
            return below(reading, child)
        if token.dep == "prep" and token.lemma in cue.prepositions:
            return below(reading, child)
    return set()
