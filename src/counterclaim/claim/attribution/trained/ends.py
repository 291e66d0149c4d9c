"""Mends where contents end: what is the writer's story behind them, or has a cue of its own, and what was cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claim.attribution.cues import verb_cue
from counterclaim.claim.attribution.grammar import below
from counterclaim.claim.attribution.trained.features import Roles, head_of
from counterclaim.claim.attribution.trained.finder import Proposal
from counterclaim.model.reading import Reading, Token

# Shorter quotations may be words held at arm's length.
SPEECH_TOKENS = 4
# How many words may stand between the two halves of a quotation: who says it, to whom and of what.
HALVES_APART = 12
# No clause with a subject has fewer words.
CLAUSE = 3
# Within how many words *that* or a quotation follows a participle: *adding a moment later that*.
NEAR = 6


def without_story(reading: Reading, roles: Roles) -> Roles:
    """What goes on unquoted behind a whole quotation and its cue is told by the writer: *"Go," he said, and we did*."""
    told = roles.source | roles.cue
    before = [i for i in sorted(roles.content) if i < min(told)]
    sentence = reading.sentence_at(min(roles.cue))
    behind = range(max(told) + 1, sentence.last)
    if len(before) < SPEECH_TOKENS or not all(reading.quoted(reading.tokens[i].start) for i in before):
        return roles
    if any(reading.quoted(reading.tokens[i].start) or reading.tokens[i].text == "that" for i in behind):
        return roles
    return replace(roles, content=roles.content.difference(behind))


def with_other_halves(reading: Reading, every: Sequence[Roles]) -> list[Roles]:
    """
    What is said is cut in two by who says it, and the second half is quoted: *"Once it opens," Lund said, "we go."*

    The half goes on with the sentence of the first: after a comma, in small letters, or with *and* before it. Nobody
    else has it: what stands between, *referring to the mill*, ends before it.
    """
    halves = [_other_half(reading, each) for each in every]
    whose = {i: n for n, half in enumerate(halves) for i in half}
    left = [frozenset(i for i in each.content if whose.get(i, n) == n) for n, each in enumerate(every)]
    found = zip(every, halves, left, strict=True)
    return [replace(each, content=(own or each.content) | half) for each, half, own in found]


def _other_half(reading: Reading, roles: Roles) -> frozenset[int]:
    told = roles.source | roles.cue
    first = frozenset(i for i in roles.content if i < min(told))
    if not first or any(reading.tokens[i].pos != "PUNCT" for i in range(max(first) + 1, min(told))):
        return frozenset()
    behind = range(max(told) + 1, reading.sentence_at(max(told)).last)
    opens = next((i for i in behind if _goes_on_quoted(reading, i)), behind.stop)
    begins = _half_begins(reading, first, behind, opens) if opens < behind.stop else behind.stop
    return frozenset(range(begins, behind.stop))


def with_first_half(reading: Reading, roles: Roles) -> Roles:
    """A quotation in small letters goes on with a clause before who says it: *Once it opens, Lund said, "we go."*"""
    told = roles.source | roles.cue
    first = min(roles.content)
    before = range(reading.sentence_at(min(told)).first, min(told))
    starts = reading.tokens[first - 1].text == "," and max(told) in (first - 2, first - 1)
    small = reading.quoted(reading.tokens[first].start) and reading.tokens[first + 1 : first + 2][:1]
    if len(before) < CLAUSE or not starts or not small or not small[0].text[:1].islower():
        return roles
    clause = reading.tokens[before[-1]].text == "," and _has_clause(reading, before[:-1])
    return replace(roles, content=roles.content.union(before[:-1])) if clause else roles


def _has_clause(reading: Reading, tokens: Sequence[int]) -> bool:
    """Whether there is a verb with a subject, and no quotation."""
    verbs = {reading.tokens[i].head for i in tokens if reading.tokens[i].dep in ("nsubj", "nsubjpass")}
    return bool(verbs.intersection(tokens)) and not any(reading.quoted(reading.tokens[i].start) for i in tokens)


def without_next_sentence(reading: Reading, every: Sequence[Roles]) -> list[Roles]:
    """
    The contents without what another says in the next sentence, where the full stop between is missing.

    *He said the dam is old The guild says it is not*.
    """
    begins = [min(each.source) for each in every if each.source and _begins_anew(reading, each)]
    return [_before(each, [at for at in begins if at in each.content]) for each in every]


def _begins_anew(reading: Reading, each: Roles) -> bool:
    """Whether a speaker with a capital article stands behind a word that nothing joins to it."""
    first, verb = reading.tokens[min(each.source)], reading.tokens[head_of(reading, each.cue)]
    capital = first.pos == "DET" and first.text[:1].isupper() and first.i > reading.sentence_at(first.i).first
    follows = min(each.cue) > first.i and verb.dep != "relcl" and max(each.content) > verb.i
    return capital and follows and reading.tokens[first.i - 1].pos in ("NOUN", "NUM", "ADV")


def _before(each: Roles, ends: Sequence[int]) -> Roles:
    said = frozenset(i for i in each.content if not ends or i < min(ends))
    return replace(each, content=said) if said and min(each.cue) < min(ends, default=0) else each


def _goes_on_quoted(reading: Reading, at: int) -> bool:
    """Whether a quotation opens at a token, in the middle of a sentence."""
    token, before = reading.tokens[at], reading.tokens[at - 1]
    opens = reading.quoted(token.start) and not reading.quoted(before.start) and at + 1 < len(reading.tokens)
    return opens and not reading.tokens[at + 1].text[:1].isupper()


def _half_begins(reading: Reading, first: frozenset[int], behind: range, opens: int) -> int:
    """The token the second half begins with; the end of the sentence where there is none."""
    joins = reading.tokens[min(behind.start + 1, opens)].pos == "CCONJ"
    whole = all(reading.quoted(reading.tokens[i].start) for i in first)
    if reading.tokens[behind.start].text != "," or opens - behind.start > HALVES_APART:
        return behind.stop
    if whole and reading.tokens[opens - 1].text == "," and _breaks_off(reading, max(first)):
        return opens
    return behind.start + 1 if joins and not whole else behind.stop


def _breaks_off(reading: Reading, last: int) -> bool:
    """Whether a quotation that ends with a token has a comma for its last word."""
    return "," in (reading.tokens[last].text, reading.tokens[last - 1].text)


def without_further(reading: Reading, every: Sequence[Roles]) -> list[Roles]:
    """What the same speaker is told to add has a cue of its own: *"Go," he said, [adding that it was late]*."""
    added: dict[int, list[Roles]] = {}
    for each in every:
        verb = _going_on(reading, head_of(reading, each.cue))
        if verb.tag == "VBG" and verb.dep == "advcl" and verb.head < verb.i and _is_parted(reading, each):
            added.setdefault(verb.head, []).append(each)
    return [_without(each, [one for at in each.cue for one in added.get(at, ())]) for each in every]


def _going_on(reading: Reading, verb: int) -> Token:
    """The verb itself, or the one it is joined to by *to*: *going on to say*."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head]
    return above if token.dep == "xcomp" and above.tag == "VBG" else token


def _is_parted(reading: Reading, each: Roles) -> bool:
    """Whether a mark stands before the cue."""
    return reading.tokens[min(each.cue) - 1].pos == "PUNCT"


def _without(each: Roles, further: Sequence[Roles]) -> Roles:
    """The roles without what the same speaker, or one who is not named, adds."""
    same = (one for one in further if not one.source or one.source & each.source)
    content = each.content.difference(*(one.tokens for one in same))
    return replace(each, content=content) if content else each


def with_whole_clause(reading: Reading, roles: Roles) -> Roles:
    """
    A content that has the subject of a clause, but not its verb, has the clause, where that hangs on the cue.

    *The fund predicted that advanced economies - Orsa among them - [will grow]*.
    """
    taken = roles.source | roles.cue
    verbs = {reading.tokens[i].head for i in roles.content if reading.tokens[i].dep in ("nsubj", "nsubjpass")}
    cut = [at for at in verbs - roles.content - taken if _is_said(reading, at, roles.cue)]
    whole = frozenset(at for verb in cut for at in below(reading, verb) if at > min(roles.content)) - taken
    marked = {reading.quoted(reading.tokens[at].start) for at in roles.content | whole}
    return replace(roles, content=roles.content | whole) if len(marked) == 1 else roles


def _is_said(reading: Reading, verb: int, cue: frozenset[int]) -> bool:
    token = reading.tokens[verb]
    return token.dep == "ccomp" and token.head in cue and min(cue) < verb


def with_added(reading: Reading, found: Sequence[Proposal]) -> list[Proposal]:
    """
    The proposals, and behind each what its speaker is told to add there: *"Go," he said, [adding later, "It is late"]*.

    The participle was taken for a word of the content, or of nothing; what is added is quoted or begins with *that*.
    """
    taken = frozenset(at for each in found for at in each.roles.cue)
    return [part for each in found for part in _parted(reading, each, _adding(reading, each.roles, taken))]


def _parted(reading: Reading, each: Proposal, at: int | None) -> list[Proposal]:
    """A proposal, and what its content has behind the participle at `at` as one of its own."""
    behind = [i for i in sorted(each.roles.content) if at is not None and i > at]
    if at is None or not behind or len(behind) == len(each.roles.content):
        return [each]
    said = each.roles.content.difference(behind, {at})
    opens = next((i for i in behind if _opens(reading, i)), behind[0])
    added = Roles(each.roles.source, frozenset({at}), frozenset(i for i in behind if i >= opens))
    return [replace(each, roles=replace(each.roles, content=said)), replace(each, roles=added)]


def _opens(reading: Reading, at: int) -> bool:
    """Whether a token is *that* or stands in a quotation."""
    return reading.tokens[at].text == "that" or reading.quoted(reading.tokens[at].start)


def _adding(reading: Reading, roles: Roles, taken: frozenset[int]) -> int | None:
    """The participle of saying that opens the clause behind a cue outside of quotations; None where none does."""
    sentence = reading.sentence_at(min(roles.cue))
    for token in reading.tokens[max(roles.cue) + 1 : sentence.last - 1]:
        if reading.quoted(token.start):
            return None
        if token.tag == "VBG" and token.i not in taken and reading.tokens[token.i - 1].text == ",":
            cue = verb_cue(reading, token)
            told = range(token.i + 1, min(token.i + NEAR, sentence.last))
            speaks = cue is not None and bool({"clause", "quotation"} & cue.takes)
            return token.i if speaks and any(_opens(reading, i) for i in told) else None
    return None
