"""Mends proposals where the tree and the nesting leave no choice: who speaks inside a content, and how far it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from counterclaim.claim.attribution.grammar import WH, agent_of, antecedent, below, is_passive, kids, subject_of
from counterclaim.claim.attribution.trained.company import companions
from counterclaim.claim.attribution.trained.ends import (
    with_added,
    with_first_half,
    with_other_halves,
    with_whole_clause,
    without_further,
    without_next_sentence,
    without_story,
)
from counterclaim.claim.attribution.trained.features import Roles, head_of
from counterclaim.claim.attribution.trained.finder import Proposal
from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

# Passives whose subject is the one who speaks: *the mayor was quoted as saying*.
HEARD = frozenset({"quote", "cite", "hear", "report"})
FINITE = frozenset({"VBZ", "VBP", "VBD"})
# *After saying*, *without saying*: whoever does what stands beside it speaks. *For saying* may be whom another blames.
TEMPORAL = frozenset({"after", "before", "by", "despite", "since", "while", "without"})
# What may stand between a cue and the speaker whose words it tells: *they wrote, that the mayor said*.
JOINS = frozenset({"PUNCT", "SCONJ", "DET"})
# How many words may stand before the speaker of a relative clause: *guild, on which, they say*.
NEAR = 4


def mended(reading: Reading, found: Sequence[Proposal], *, nests: bool = True) -> list[Proposal]:
    """
    The proposals in their order, source or content of some changed; a noun with another's words is left out.

    Where the network learnt from a corpus that `nests` nothing, no content is widened to hold what is said inside it.
    """
    near = companions(reading, [each.roles for each in found])
    found = [
        each
        for each, with_it in zip(found, near, strict=True)
        if not has_words_of_outer(reading, each.roles, with_it) and not is_who_speaks(each.roles, with_it)
    ]
    roles = [with_negation(reading, each.roles) for each in found]
    roles = [without_addressee(reading, with_own_speaker(reading, each)) for each in roles]
    roles = _each_with_company(reading, roles, _with_speaker)
    roles = [with_first_half(reading, with_whole_clause(reading, each)) for each in roles]
    roles = without_next_sentence(reading, roles)
    roles = _each_with_company(reading, roles, with_whole_inner) if nests else roles
    roles = with_other_halves(reading, without_further(reading, [without_story(reading, each) for each in roles]))
    return with_added(reading, [replace(each, roles=mine) for each, mine in zip(found, roles, strict=True)])


def _each_with_company(
    reading: Reading, roles: Sequence[Roles], mend: Callable[[Reading, Roles, Sequence[Roles]], Roles]
) -> list[Roles]:
    near = companions(reading, roles)
    return [mend(reading, each, with_it) for each, with_it in zip(roles, near, strict=True)]


def _with_speaker(reading: Reading, roles: Roles, others: Sequence[Roles]) -> Roles:
    return with_inner_source(reading, with_near_source(reading, roles), others)


def has_words_of_outer(reading: Reading, roles: Roles, others: Sequence[Roles]) -> bool:
    """
    Whether a noun inside another's content has for content what hangs on the outer cue.

    *They described its claims as tricks*: that they are tricks is what was said of the claims, and not in them, on
    whichever of the two words the parser hangs *as*.
    """
    noun = head_of(reading, roles.cue)
    if reading.tokens[noun].pos != "NOUN":
        return False
    outer = next((other for other in others if _holds(other, roles)), None)
    if outer is not None and reading.tokens[min(roles.content)].lemma == "as":
        return True
    words = (reading.tokens[i] for i in roles.content if reading.tokens[i].pos != "PUNCT")
    tops = {word.head for word in words if word.head not in roles.content}
    return outer is not None and bool(tops) and tops <= outer.cue


def is_who_speaks(roles: Roles, others: Sequence[Roles]) -> bool:
    """Whether the cue is a noun that speaks itself: *the guild's complaint to the court says* has one cue, not two."""
    return any(roles.cue <= other.source and other.cue <= roles.content for other in others)


def with_negation(reading: Reading, roles: Roles) -> Roles:
    """The negation of a verb in the cue belongs to the cue: *has [not] confirmed* losses is nothing without it."""
    verbs = (i for i in roles.cue if reading.tokens[i].pos in ("VERB", "AUX"))
    negations = {at for verb in verbs for at in kids(reading, verb, "neg")}
    return replace(roles, cue=roles.cue | (negations - roles.content - roles.source))


def with_own_speaker(reading: Reading, roles: Roles) -> Roles:
    """
    A source in pieces has none that is a clause or that another verb acts with, where one is the subject of the cue.

    *Lund, who said the dam fell, called for a hearing, which Maro ruled out*: neither the dam nor Maro calls for it.
    """
    pieces, verb = _pieces(roles.source), head_of(reading, roles.cue)
    own = _subject(reading, verb)
    if len(pieces) < 2 or not own & roles.source or _is_of_noun(reading, verb):
        return roles
    others = (each for each in pieces if not each & own and _acts_elsewhere(reading, each, roles.cue))
    return replace(roles, source=roles.source.difference(*others))


def _acts_elsewhere(reading: Reading, piece: frozenset[int], cue: frozenset[int]) -> bool:
    top = reading.tokens[head_of(reading, piece)]
    return top.pos in ("VERB", "AUX") or (top.dep in ("nsubj", "nsubjpass", "dobj") and top.head not in cue)


def _pieces(tokens: frozenset[int]) -> list[frozenset[int]]:
    """Tokens as runs without a gap."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and runs[-1][-1] + 1 == i:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [frozenset(run) for run in runs]


def with_near_source(reading: Reading, roles: Roles) -> Roles:
    """Where nobody is named, who does what the verb of saying hangs on: *Lund left, saying that ...*."""
    verb = reading.tokens[head_of(reading, roles.cue)]
    if roles.source or verb.pos != "VERB" or is_passive(reading, verb.i):
        return roles
    if verb.dep == "pcomp" and verb.tag == "VBG":
        return _with_later_subject(reading, roles, reading.tokens[verb.head])
    hangs = verb.dep == "advcl" and (verb.tag == "VBG" or (verb.tag in FINITE and not _opened(reading, verb.i)))
    named = _subject(reading, verb.head if hangs else verb.i) - roles.cue - roles.content
    return replace(roles, source=named)


def _with_later_subject(reading: Reading, roles: Roles, preposition: Token) -> Roles:
    """*After saying the dam was safe, she left*: who does what follows speaks, and what follows is not said."""
    verb = reading.tokens[preposition.head]
    subject = subject_of(reading, verb.i) if verb.pos in ("VERB", "AUX") else None
    if preposition.lemma not in TEMPORAL or subject is None:
        return roles
    named = frozenset(below(reading, subject)) - roles.cue
    if min(named) > max(roles.cue):
        said = frozenset(i for i in roles.content if i < min(named))
        return replace(roles, source=named, content=said) if said else roles
    return replace(roles, source=named - roles.content)


def _opened(reading: Reading, verb: int) -> bool:
    """Whether a clause has a word such as *when*, or a subject of its own."""
    return bool(kids(reading, verb, "mark", "advmod")) or subject_of(reading, verb) is not None


def without_addressee(reading: Reading, roles: Roles) -> Roles:
    """Who was urged, told or asked to do something does not speak: the subject of a passive is no source."""
    verb = head_of(reading, roles.cue)
    told = _told(reading, verb)
    if reading.tokens[verb].lemma in HEARD or not roles.source.intersection(told) or _feels(reading, verb):
        return roles
    return replace(roles, source=frozenset())


def _feels(reading: Reading, verb: int) -> bool:
    """Whether what looks like a passive tells what its subject thinks or feels: *was concerned*, *were coy*."""
    token = reading.tokens[verb]
    return token.pos == "ADJ" or (token.lemma in _felt() and agent_of(reading, verb) is None)


@cache
def _felt() -> frozenset[str]:
    return frozenset(row["verb"] for row in table("felt"))


def _told(reading: Reading, verb: int) -> list[int]:
    """The subject of a passive, also of the first of two: *she was stopped and told to leave*."""
    token = reading.tokens[verb]
    first = reading.tokens[token.head]
    shared = token.dep == "conj" and token.tag == "VBN" == first.tag and subject_of(reading, verb) is None
    return kids(reading, first.i if shared else verb, "nsubjpass")


def with_inner_source(reading: Reading, roles: Roles, others: Sequence[Roles]) -> Roles:
    """Who speaks inside another's content stands there too: where the source lies outside, the verb's own subject."""
    outer = next((other for other in others if _holds(other, roles)), None)
    if outer is None:
        return roles
    verb = head_of(reading, roles.cue)
    quoted = _quoted(reading, verb, outer.cue)
    if roles.source & outer.content and not quoted:
        return roles
    named = (quoted or _subject(reading, verb)) - roles.cue - roles.content
    return replace(roles, source=named) if named and named <= outer.content else roles


def _quoted(reading: Reading, verb: int, cue: frozenset[int]) -> frozenset[int]:
    """
    Whom somebody quotes *as saying* something: the object of the outer cue that *as* hangs on.

    *Quotes what it calls a "witness" as saying*: there it hangs on the clause that stands for the object.
    """
    above = [at for at, _ in zip(_above(reading, verb), range(3), strict=False)]
    if reading.tokens[verb].dep != "pcomp" or len(above) < 2 or not cue.intersection(above[1:]):
        return frozenset()
    preposition, top = above[:2]
    if reading.tokens[preposition].text.lower() != "as":
        return frozenset()
    clauses = kids(reading, top, "ccomp") if top in cue else [top]
    nouns = kids(reading, top, "dobj") if top in cue else []
    nouns = nouns or [at for clause in clauses for at in kids(reading, clause, "oprd", "attr")]
    return frozenset(at for noun in nouns for at in below(reading, noun, without=frozenset({preposition})))


def with_whole_inner(reading: Reading, roles: Roles, others: Sequence[Roles]) -> Roles:
    """
    A content that holds another's cue, or is gone on with by it, holds all of the other.

    *They said [they expected little] but hope to win*: *hope* hangs on *expected* and has its subject.
    """
    content = roles.content
    for other in others:
        if not roles.cue & other.tokens:
            content |= _lacking(reading, roles, other)
    return replace(roles, content=content - roles.source - roles.cue)


def _lacking(reading: Reading, outer: Roles, inner: Roles) -> frozenset[int]:
    """What the outer content has to take in to hold the inner attribution; nothing where it need not hold it."""
    if _cut_through(outer, inner):
        return inner.content
    if _gone_on(reading, outer, inner) or _hung_on(reading, outer, inner) or _told_in_clause(reading, outer, inner):
        return frozenset(range(max(outer.content) + 1, max(inner.cue | inner.content) + 1))
    if _told_of(reading, outer, inner):
        return frozenset(range(min(inner.tokens), max(inner.tokens) + 1))
    return frozenset()


def _holds(outer: Roles, inner: Roles) -> bool:
    return inner.cue | inner.content <= outer.content


def _cut_through(outer: Roles, inner: Roles) -> bool:
    """Whether the outer content has the cue and half of what follows it, but not all."""
    return inner.cue <= outer.content and 2 * len(inner.content & outer.content) >= len(inner.content)


def _gone_on(reading: Reading, outer: Roles, inner: Roles) -> bool:
    """Whether the inner cue is a second verb to one in the outer content, with the subject of the first."""
    if not inner.source or not inner.source <= outer.content or min(inner.cue) <= max(outer.content):
        return False
    verb = reading.tokens[head_of(reading, inner.cue)]
    same = reading.sentence_at(verb.i) == reading.sentence_at(max(outer.content))
    return same and verb.dep == "conj" and verb.head in outer.content and not inner.content & outer.content


def _hung_on(reading: Reading, outer: Roles, inner: Roles) -> bool:
    """
    Whether the inner cue is a noun that follows the outer content and hangs on a word of it.

    *She says wages fell [in breach of the guild's pledge that they would not]*; a clause that hangs so is as often the
    writer's.
    """
    last = max(outer.content)
    if (
        min(inner.cue) <= last
        or max(outer.source | outer.cue) > last
        or min(inner.tokens - outer.content) > last + NEAR
    ):
        return False
    top = head_of(reading, inner.cue)
    clause = _stands_for_noun(reading, top)
    if inner.source & outer.source or not (reading.tokens[top].pos == "NOUN" or clause):
        return False
    above = next((at for at in _above(reading, top) if at in outer.content | outer.cue), None)
    return above in outer.content or (clause and above is not None and reading.tokens[above].pos == "NOUN")


def _stands_for_noun(reading: Reading, verb: int) -> bool:
    """Whether a clause stands for a noun behind a preposition: *revenge for what Orsa claims was a raid*."""
    free = any(reading.tokens[at].text.lower() == "what" for at in reading.subtree(verb))
    return reading.tokens[verb].dep == "pcomp" and free


def _above(reading: Reading, at: int) -> Iterator[int]:
    """What a token hangs on, nearest first."""
    while reading.tokens[at].head != at:
        at = reading.tokens[at].head
        yield at


def _told_in_clause(reading: Reading, outer: Roles, inner: Roles) -> bool:
    """
    Whether the inner cue is of a relative clause on the outer content's words, with the same speaker as a pronoun.

    *They have no choice but to work with the guild, which they say feeds the town*; where another speaks in the clause,
    it may as well be the writer who tells of it.
    """
    last = max(outer.content)
    if not inner.source or any(reading.tokens[i].pos != "PRON" for i in inner.source):
        return False
    if (
        max(outer.source | outer.cue) > last
        or min(inner.cue) <= last
        or min(inner.tokens - outer.content) > last + NEAR
    ):
        return False
    verb = reading.tokens[head_of(reading, inner.cue)]
    clauses = (each for each in (verb, reading.tokens[verb.head]) if each.dep == "relcl")
    return any(each.head in outer.content for each in clauses)


def _told_of(reading: Reading, outer: Roles, inner: Roles) -> bool:
    """
    Whether two have one content, which the inner one's speaker opens and the outer one leads in or closes.

    *According to the notes Berg said she knew*, *Berg said she knew, the notes say*.
    """
    if not inner.source or not max(inner.source) < min(inner.cue) <= max(inner.cue) < min(inner.content):
        return False
    same = 2 * len(inner.content & outer.content) > max(len(inner.content), len(outer.content))
    told, first, last = outer.source | outer.cue, min(inner.source), max(inner.content | outer.content)
    gap = range(max(told) + 1, first) if max(told) < first else range(last + 1, min(told))
    return same and (max(told) < first or min(told) > last) and all(reading.tokens[i].pos in JOINS for i in gap)


def _subject(reading: Reading, verb: int) -> frozenset[int]:
    """The words of the subject of a verb, which a second verb shares with the first; none where the tree has none."""
    if _is_of_noun(reading, verb):
        return frozenset(below(reading, reading.tokens[verb].head, without=frozenset({verb})))
    for at in _up_shared(reading, verb):
        subject = subject_of(reading, at)
        if is_passive(reading, at):
            return frozenset()
        if subject is None:
            continue
        if reading.tokens[subject].text.lower() not in WH:
            return frozenset(below(reading, subject))
        noun = antecedent(reading, at)
        return frozenset() if noun is None else frozenset(below(reading, noun, without=frozenset({at})))
    taken = _taken_for_object(reading, verb)
    return frozenset() if taken is None else frozenset(below(reading, taken))


def _up_shared(reading: Reading, verb: int) -> list[int]:
    """A verb and those whose subject it has, nearest first."""
    found = [verb]
    while reading.tokens[found[-1]].dep in ("conj", "xcomp") and reading.tokens[found[-1]].head not in found:
        found.append(reading.tokens[found[-1]].head)
    return [at for at in found if reading.tokens[at].pos in ("VERB", "AUX")]


def _is_of_noun(reading: Reading, verb: int) -> bool:
    """Whether a participle describes a noun before it, who does it: *the worst was Lund openly stating that ...*."""
    token = reading.tokens[verb]
    noun = reading.tokens[token.head]
    return token.dep == "acl" and token.tag == "VBG" and noun.pos in ("NOUN", "PROPN", "PRON") and noun.i < verb


def _taken_for_object(reading: Reading, verb: int) -> int | None:
    """
    The noun that the parser took for what is said, or is, where it does what a verb without a subject says.

    *He said the board, after two votes, believes in the levy*, *the worst of it was Lund stating that ...*.
    """
    token = reading.tokens[verb]
    above = kids(reading, token.head, "dobj") if token.dep == "ccomp" and token.tag in FINITE else []
    nouns = [at for at in (*kids(reading, verb, "attr"), *above) if at < verb]
    return max(nouns, default=None)
