"""Finds attributions whose cue is a verb: said that, denied the charge, described X as Y, is believed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.claim.attribution.cues import VERBAL, Cue, claims, lemma_of, rejects, verb_cue
from counterclaim.claim.attribution.found import Found
from counterclaim.claim.attribution.grammar import ancestors, below, is_passive, kids, subject_of, words
from counterclaim.claim.attribution.misparsed import misparsed, precedes_wrongly
from counterclaim.claim.attribution.sources import ENDING, phrase, resumed, source_of_verb
from counterclaim.model.reading import Reading, Token

RULE = "verb.v1"
ADJUNCTS = ("prep", "advcl", "npadvmod", "advmod", "oprd", "dative", "agent", "xcomp", "acomp", "dobj", "prt", "acl")
# *I say*, *we urge* inside a quotation is how people talk, not a report of what was said.
FIRST_PERSON = frozenset({"i", "we", "you", "let", "me", "us"})
# Conjunctions that open a new statement of the writer's beside the one before, not a part of what was said.
TURNING = frozenset({"while", "whereas", "although", "though"})
# Conjunctions that do so where their clause is a report itself: *denied the theft after a guard accused him*.
FOLLOWING = frozenset({"after", "as"})


def find_by_verb(reading: Reading) -> Iterator[Found]:
    """One Found for each verb of the cue table that has a content; source and content may be empty for quotations."""
    for token in words(reading):
        if token.pos not in VERBAL and not (token.dep == "ROOT" and token.tag.startswith("VB")):
            continue
        cue = verb_cue(reading, token)
        if cue is None or _is_hypothetical(reading, token) or not _stands(reading, token, cue):
            continue
        found = _of_verb(reading, token, cue)
        if found is not None:
            yield found


def _is_hypothetical(reading: Reading, verb: Token) -> bool:
    """Whether nobody is said to have said it: *to say*, *might claim*, *if they deny*, *Who says so?*"""
    if verb.tag == "VBN" and verb.dep == "advcl" and not kids(reading, verb.i, "aux", "auxpass"):
        return True
    if _asks_who(reading, verb):
        return True
    for child in kids(reading, verb.i, "aux", "mark"):
        word = reading.tokens[child]
        if word.tag in ("TO", "MD") or word.text.lower() in ("if", "whether", "unless"):
            return True
    return False


def _asks_who(reading: Reading, verb: Token) -> bool:
    """Whether the clause asks who says so: *Analysis: Who says that the bridge is lost*."""
    found = subject_of(reading, verb.i)
    if found is None or reading.tokens[found].text.lower() != "who":
        return False
    start = reading.sentence_at(found).span.start
    return reading.tokens[found].start == start or reading.tokens[found - 1].text in ENDING


def _stands(reading: Reading, verb: Token, cue: Cue) -> bool:
    """Whether a cue inside a quotation or a phrase is one that reports speech there too."""
    if reading.quoted(verb.start):
        found = subject_of(reading, verb.i)
        person = reading.tokens[found].text.lower() if found is not None else ""
        return cue.kind == "speech" and not (person in FIRST_PERSON and verb.tag in ("VB", "VBP"))
    return verb.dep != "acl" or subject_of(reading, verb.i) is not None or (cue.kind == "speech" and verb.tag == "VBG")


def _of_verb(reading: Reading, verb: Token, cue: Cue) -> Found | None:
    source, patient, _ = source_of_verb(reading, verb.i)
    group = verb_group(reading, verb.i)
    if is_passive(reading, verb.i):
        content = _passive(reading, verb, cue, patient, bool(source))
    else:
        content = _active(reading, verb, cue)
    content = _with_antecedent(reading, content) - source - group
    if not source and not is_passive(reading, verb.i) and content:
        return None
    return Found(verb.i, RULE, source, group, frozenset(content))


def _with_antecedent(reading: Reading, content: set[int]) -> set[int]:
    """The content, a relative pronoun in it replaced by the noun it stands for (*the report, which he denied*)."""
    found = set(content)
    for i in content:
        token = reading.tokens[i]
        if _is_relative(token):
            noun = next(
                (a.head for a in (reading.tokens[token.head], *ancestors(reading, i)) if a.dep == "relcl"), None
            )
            if noun is not None and noun not in content:
                found = (found - {i}) | phrase(reading, noun)
    return found


def _is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun that stands for a noun: *the report, which he denied*, *that he denies*."""
    if token.text.lower() == "what" or token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return False
    return token.tag in ("WDT", "WP") or (token.tag == "IN" and token.text.lower() == "that")


def verb_group(reading: Reading, verb: int) -> frozenset[int]:
    """The verb with its auxiliaries, negation and particle, as one stretch where that is one."""
    return frozenset({verb, *kids(reading, verb, "aux", "auxpass", "neg", "prt")})


def _active(reading: Reading, verb: Token, cue: Cue) -> set[int]:
    """The content of an active verb: the first of clause, infinitive, object and preposition that the cue takes."""
    clause = _clause(reading, verb, cue)
    if clause is not None and not precedes_wrongly(reading, verb, clause, cue):
        return _extended(reading, verb, clause)
    for preposition in kids(reading, verb.i, "prep", "dative"):
        if reading.tokens[preposition].lemma in cue.prepositions and preposition > verb.i:
            return below(reading, preposition) | _rest(reading, verb, preposition)
    if "figure" in cue:
        return _figure(reading, verb)
    objects = kids(reading, verb.i, "dobj", "oprd") if {"object", "predicate", "as"} & cue.takes else []
    if objects:
        return _object(reading, verb, cue, objects[0])
    free = kids(reading, verb.i, "ccomp") if "object" in cue else []
    if free and _is_free_relative(reading, free[0]):
        return below(reading, free[0])
    return _claim_before(reading, verb) or misparsed(reading, verb, cue)


def _figure(reading: Reading, verb: Token) -> set[int]:
    """*put the toll at nine*: a noun for a number, and the number."""
    for noun in kids(reading, verb.i, "dobj"):
        for at in kids(reading, verb.i, "prep") + kids(reading, noun, "prep"):
            number = any(reading.tokens[i].pos == "NUM" for i in below(reading, at))
            if reading.tokens[at].lemma == "at" and number:
                return below(reading, noun) | below(reading, at)
    return set()


def _claim_before(reading: Reading, verb: Token) -> set[int]:
    """*The gate is shut, a claim the guards denied*: the noun that a clause without a relative pronoun describes."""
    noun = reading.tokens[verb.head]
    loose = verb.dep not in ("relcl", "acl") or noun.pos != "NOUN" or not rejects(lemma_of(verb))
    if loose or not (claims(noun.lemma) or _stands_beside(reading, noun.i)):
        return set()
    return (set(phrase(reading, noun.i)) - below(reading, verb.i)) | _rest(reading, verb, verb.i)


def _is_free_relative(reading: Reading, clause: int) -> bool:
    """Whether a clause stands for a thing: *praised what he called ...*."""
    return any(reading.tokens[k].text.lower() == "what" for k in kids(reading, clause, "dobj", "nsubj"))


def _clause(reading: Reading, verb: Token, cue: Cue) -> int | None:
    """The head of the clause that the cue takes, or None."""
    for child in reading.children[verb.i]:
        token = reading.tokens[child]
        if token.dep == "ccomp" and _fits(reading, token, cue):
            return child
        if token.dep == "xcomp" and child > verb.i and _fits_infinitive(reading, token, cue):
            return child
        if token.dep == "advcl" and child > verb.i and " " in cue.lemma and _is_to_do(reading, token, cue):
            return child
    return None


def _fits(reading: Reading, clause: Token, cue: Cue) -> bool:
    if _infinite(reading, clause):
        return bool({"small", "infinitive", "predicate"} & cue.takes)
    return "clause" in cue or ("quotation" in cue and reading.quoted(clause.start))


def _fits_infinitive(reading: Reading, clause: Token, cue: Cue) -> bool:
    if clause.tag == "VBG":
        return bool({"object", "clause"} & cue.takes)
    return bool({"infinitive", "small"} & cue.takes) and clause.pos in VERBAL


def _is_to_do(reading: Reading, clause: Token, cue: Cue) -> bool:
    """What a cue with a preposition takes, where the parser hung it loosely: *called on both sides to stop*."""
    to = any(reading.tokens[k].tag == "TO" for k in kids(reading, clause.i, "aux"))
    return to and "infinitive" in cue and "receiver" in cue


def _infinite(reading: Reading, clause: Token) -> bool:
    """Whether the clause has no finite verb: *to go*, *Pakistan to help*, *him guilty*."""
    if clause.pos not in VERBAL:
        return not kids(reading, clause.i, "aux", "cop")
    if clause.tag in ("VBD", "VBZ", "VBP", "MD"):
        return False
    helpers = [reading.tokens[k] for k in kids(reading, clause.i, "aux", "auxpass")]
    return not any(helper.tag in ("MD", "VBD", "VBZ", "VBP") for helper in helpers)


def _extended(reading: Reading, verb: Token, clause: int) -> set[int]:
    """The clause and what follows it under the cue: the writer's adverbials after a content mostly belong to it."""
    content = below(reading, clause, without=_turns(reading, clause))
    if clause > verb.i:
        content |= _rest(reading, verb, clause)
    return content


def _rest(reading: Reading, verb: Token, after: int) -> set[int]:
    """The adjuncts of the cue that stand after token `after` and make no statement of their own."""
    found: set[int] = set()
    for child in reading.children[verb.i]:
        token = reading.tokens[child]
        if child <= after:
            continue
        if token.dep not in ADJUNCTS or _own_statement(reading, token):
            break
        found |= below(reading, child)
    return found


def _is_answered(reading: Reading, noun: Token) -> bool:
    """Whether a noun for a claim in apposition tells that somebody rejects what was just said: *, a claim X denied*."""
    if noun.pos != "NOUN" or not _stands_beside(reading, noun.i):
        return False
    return any(rejects(lemma_of(reading.tokens[k])) for k in kids(reading, noun.i, "relcl", "acl"))


def _stands_beside(reading: Reading, noun: int) -> bool:
    """Whether *a* and a comma stand before the noun: it names what was just said."""
    return noun > 1 and reading.tokens[noun - 1].text in ("a", "an") and reading.tokens[noun - 2].text == ","


def _is_refusal(reading: Reading, verb: Token) -> bool:
    """Whether a clause behind a comma tells that whom it describes rejects something: *, which denies the charge*."""
    subject = subject_of(reading, verb.i)
    if verb.dep != "relcl" or subject is None or not rejects(lemma_of(verb)):
        return False
    return reading.tokens[subject].tag in ("WDT", "WP") and reading.tokens[subject - 1].text == ","


def _answers(reading: Reading, token: Token, clause: int) -> bool:
    """
    Whether a clause beside the content is the writer's own next report: *X says it is open, and Y denies it*.

    It has a subject of its own, a cue of speech in the tense of the cue above, and a comma and a conjunction before.
    """
    above, subject = reading.tokens[reading.tokens[clause].head], subject_of(reading, token.i)
    if token.dep != "conj" or token.head != clause or subject is None or token.tag != above.tag:
        return False
    cue = verb_cue(reading, token)
    first = min(below(reading, subject))
    marks = [reading.tokens[i].text for i in range(max(0, first - 2), first)]
    return cue is not None and cue.kind == "speech" and marks[:1] == [","] and len(marks) == 2


def _own_statement(reading: Reading, token: Token) -> bool:
    """Whether an adjunct is a participle or clause that is a cue itself (*, claiming that*; *while Y described*)."""
    marks = {reading.tokens[k].text.lower() for k in kids(reading, token.i, "mark", "advmod")}
    if token.dep == "advcl" and (marks & TURNING or (marks & FOLLOWING and _tells(reading, token))):
        return True
    if token.dep == "prep" and token.lemma == "with":
        return any(_is_participle_cue(reading, k) for k in kids(reading, token.i, "pcomp", "pobj"))
    return token.dep == "advcl" and not subject_of(reading, token.i) and _is_participle_cue(reading, token.i)


def _tells(reading: Reading, clause: Token) -> bool:
    """Whether a clause reports what somebody named said or did by saying: *after the union accused him of fraud*."""
    cue, subject = verb_cue(reading, clause), subject_of(reading, clause.i)
    if cue is None or subject is None or reading.quoted(clause.start):
        return False
    return reading.tokens[subject].pos in ("NOUN", "PROPN")


def _is_participle_cue(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.tag == "VBG" and verb_cue(reading, token) is not None


def _turns(reading: Reading, clause: int) -> frozenset[int]:
    """Subclauses below `clause` that open a statement of the writer's: *, while X described ...*."""
    found = set()
    for i in below(reading, clause):
        token = reading.tokens[i]
        if i <= clause or reading.quoted(token.start):
            continue
        if _is_refusal(reading, token) or (token.dep in ("advcl", "prep") and _own_statement(reading, token)):
            found.add(i)
        elif _is_answered(reading, token):
            found |= {i} if reading.tokens[i - 1].text not in ("a", "an") else {i, i - 1}
        elif resumed(reading, i) is not None or _answers(reading, token, clause):
            found |= {i, *kids(reading, token.head, "cc")}
    return frozenset(found)


def _object(reading: Reading, verb: Token, cue: Cue, head: int) -> set[int]:
    if "receiver" in cue and not {"object", "as", "predicate"} & cue.takes:
        return set()
    if reading.tokens[head].tag == "WP":
        return _named(reading, verb, head) if {"as", "predicate"} & cue.takes else set()
    if _is_relative(reading.tokens[head]):
        return below(reading, head) | _rest(reading, verb, verb.i) if _stands_for_claim(reading, verb) else set()
    if "object" not in cue and not _has_predicate(reading, verb, head):
        return set()
    return below(reading, head) | _rest(reading, verb, head)


def _stands_for_claim(reading: Reading, verb: Token) -> bool:
    """Whether a relative pronoun is what is rejected, or what is called or laid at a door: *which it blames on X*."""
    return rejects(lemma_of(verb)) or _has_predicate(reading, verb, verb.i) or lemma_of(verb) == "blame"


def _named(reading: Reading, verb: Token, head: int) -> set[int]:
    """What follows in *what he called X*, *what he described as X*, without the *as*."""
    rest = _rest(reading, verb, verb.i) - {head}
    return {i for i in rest if not (reading.tokens[i].lemma == "as" and reading.tokens[i].head == verb.i)}


def _has_predicate(reading: Reading, verb: Token, head: int) -> bool:
    """Whether something is said of the object: *as* or a predicate after it."""
    for child in kids(reading, verb.i, "oprd", "prep", "xcomp", "acomp", "advcl"):
        token = reading.tokens[child]
        if child > head and (token.dep != "prep" or token.lemma == "as"):
            return True
    return False


def _passive(reading: Reading, verb: Token, cue: Cue, patient: int | None, agent: bool) -> set[int]:
    """The content of a passive: its subject and what is said of it; without an agent only where the cue stands bare."""
    clause = _clause(reading, verb, replace(cue, takes=cue.takes | {"small"}))
    if not agent and "bare" not in cue:
        return set()
    content = _extended(reading, verb, clause) if clause is not None else _rest(reading, verb, verb.i)
    if patient is not None and reading.tokens[patient].lemma != "it":
        content |= below(reading, patient)
    for by in kids(reading, verb.i, "agent"):
        content -= below(reading, by)
    return content if clause is not None or agent or _as_or_of(reading, verb) else set()


def _as_or_of(reading: Reading, verb: Token) -> bool:
    """Whether a passive without clause or agent says what is said: *accused of*, *seen as*, *charged with*."""
    return any(reading.tokens[k].lemma in ("as", "of", "with") for k in kids(reading, verb.i, "prep"))
