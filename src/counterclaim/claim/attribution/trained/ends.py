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


def with_other_half(reading: Reading, roles: Roles) -> Roles:
    """
    What is said is cut in two by who says it, and the second half is quoted: *"Once it opens," Lund said, "we go."*

    The half goes on with the sentence of the first: after a comma, in small letters, or with *and* before it.
    """
    told = roles.source | roles.cue
    between = range(max(roles.content) + 1, min(told))
    if max(roles.content) > min(told) or any(reading.tokens[i].pos != "PUNCT" for i in between):
        return roles
    behind = range(max(told) + 1, reading.sentence_at(max(told)).last)
    opens = next((i for i in behind if _goes_on_quoted(reading, i)), None)
    if opens is None:
        return roles
    return replace(roles, content=roles.content.union(range(_half_begins(reading, roles, behind, opens), behind.stop)))


def _goes_on_quoted(reading: Reading, at: int) -> bool:
    """Whether a quotation opens at a token, in the middle of a sentence."""
    token, before = reading.tokens[at], reading.tokens[at - 1]
    opens = reading.quoted(token.start) and not reading.quoted(before.start) and at + 1 < len(reading.tokens)
    return opens and not reading.tokens[at + 1].text[:1].isupper()


def _half_begins(reading: Reading, roles: Roles, behind: range, opens: int) -> int:
    """The token the second half begins with; the end of the sentence where there is none."""
    joins = reading.tokens[min(behind.start + 1, opens)].pos == "CCONJ"
    whole = all(reading.quoted(reading.tokens[i].start) for i in roles.content)
    if reading.tokens[behind.start].text != "," or opens - behind.start > HALVES_APART:
        return behind.stop
    if whole and reading.tokens[opens - 1].text == "," and _breaks_off(reading, max(roles.content)):
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
