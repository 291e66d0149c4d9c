"""Finds what is turned down inside an attribution: *denied northern claims of fraud* holds the claim of fraud too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claim.attribution.cues import belittles, claims, lemma_of, noun_cue, rejects, sues, turns_down, wishes
from counterclaim.claim.attribution.grammar import below, kids, spans_of
from counterclaim.claim.attribution.nouns import owner
from counterclaim.claim.attribution.sources import phrase
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span, Spans, hold

RULE = "held.v1"
SAID = frozenset({"that", "of", "about", "against", "for"})
# *The claim is false*, *the theory remains unproven*.
RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
LINKING = frozenset({"be", "remain", "seem", "appear", "look", "sound"})


def with_held(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """
    The attributions, those by a noun with whose they are where the noun's phrase tells, and what is turned down inside
    another one beside them.
    """
    owned = [part for each in found for part in _split(reading, _owned(reading, each))]
    taken = {at for each in owned for at in _tokens(reading, each.cue)}
    inner = [each for outer in owned for each in _inside(reading, outer, taken)]
    return [*owned, *{each.head: each for each in inner}.values()]


def _owned(reading: Reading, each: Attribution) -> Attribution:
    """*Western accusations of fraud* are the West's, where the cue is the noun and nobody was found to have said it."""
    cue = _tokens(reading, each.cue)
    if each.source or len(cue) != 1 or reading.tokens[cue[0]].pos != "NOUN":
        return each
    return replace(each, source=tuple(spans_of(reading, _owner(reading, cue[0]))))


def _inside(reading: Reading, outer: Attribution, taken: set[int]) -> Iterator[Attribution]:
    turned = any(turns_down(reading, reading.tokens[at]) for at in _tokens(reading, outer.cue))
    for at in _tokens(reading, outer.content):
        noun = reading.tokens[at]
        named = noun.pos == "NOUN" and noun.dep != "compound" and at not in taken and _is_claim(noun)
        if named and (turned or _is_belittled(reading, at)):
            made = _attribution(reading, at)
            if made and hold(outer.content, made.content):
                yield made


def _split(reading: Reading, each: Attribution) -> list[Attribution]:
    """
    *Dismissed speculation this week that X*: what is dismissed is the speculation, and X what is speculated, where only
    X was found. Anything else stays as it is.
    """
    noun = _object(reading, each)
    if noun is None:
        return [each]
    start = min(reading.tokens[at].start for at in below(reading, noun) if at <= noun)
    outer = replace(each, content=(Span(start, each.content[0].end), *each.content[1:]))
    source, cue = tuple(spans_of(reading, _owner(reading, noun))), (reading.tokens[noun].span,)
    return [outer, Attribution(source, cue, each.content, None, RULE, noun)]


def _object(reading: Reading, each: Attribution) -> int | None:
    """The noun for something said that stands between a word that rejects and the clause that was found with it."""
    start = each.content[0].start
    for verb in _tokens(reading, each.cue):
        for noun in kids(reading, verb, "dobj") if rejects(lemma_of(reading.tokens[verb])) else ():
            token = reading.tokens[noun]
            own = hold((*each.source, *each.cue), (token.span,))
            if verb < noun and token.end <= start and not own and token.pos == "NOUN" and _is_claim(token):
                return noun
    return None


def _is_claim(noun: Token) -> bool:
    lemma = lemma_of(noun)
    return claims(lemma) or wishes(lemma) or sues(lemma) or noun_cue(noun) is not None


def _is_spoken(noun: Token) -> bool:
    cue = noun_cue(noun)
    return cue is not None and cue.kind == "speech"


def _is_belittled(reading: Reading, noun: int) -> bool:
    """Whether the noun is what is called false: *the theory that X is unfounded*, *the absurd pretext that X*."""
    if any(belittles(reading.tokens[at].text.lower()) for at in kids(reading, noun, "amod")):
        return True
    verb = reading.tokens[noun].head
    if reading.tokens[noun].dep not in ("nsubj", "nsubjpass") or reading.tokens[verb].lemma not in LINKING:
        return False
    return any(belittles(reading.tokens[at].text.lower()) for at in kids(reading, verb, "acomp", "attr", "oprd"))


def _attribution(reading: Reading, noun: int) -> Attribution | None:
    source = _owner(reading, noun)
    content = _said(reading, noun, source)
    if not content:
        return None
    spans = tuple(spans_of(reading, content - source))
    cue = (reading.tokens[noun].span,)
    return Attribution(tuple(spans_of(reading, source)), cue, spans, None, RULE, noun) if spans else None


def _said(reading: Reading, noun: int, source: frozenset[int]) -> frozenset[int]:
    """What the noun is followed by that tells what is claimed or wanted: a clause, or a phrase with *of*."""
    that = reading.tokens[noun + 1] if noun + 1 < len(reading.tokens) else None
    if that is not None and that.text.lower() == "that" and that.dep == "mark":
        return frozenset(at for at in below(reading, that.head) if at >= that.i)
    for child in reading.children[noun]:
        token = reading.tokens[child]
        if child < noun or child in source:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and _tells(reading, child):
            return frozenset(below(reading, child))
        charge = claims(lemma_of(reading.tokens[noun])) and token.lemma == "of" and _is_spoken(reading.tokens[noun])
        if token.dep == "prep" and (token.lemma in SAID if source else charge):
            return frozenset(below(reading, child))
    return frozenset()


def _tells(reading: Reading, clause: int) -> bool:
    """Whether a clause tells what is said, and not something of the noun: *that X*, *to X*; not *which X denied*."""
    marked = any(reading.tokens[at].text.lower() == "that" for at in kids(reading, clause, "mark"))
    wanted = reading.tokens[clause].tag == "VB" and any(
        reading.tokens[at].tag == "TO" for at in kids(reading, clause, "aux")
    )
    relative = any(reading.tokens[at].tag in RELATIVE for at in below(reading, clause))
    seeking = reading.tokens[clause].tag == "VBG" and bool(kids(reading, clause, "xcomp"))
    return marked or wanted or seeking or (not relative and bool(kids(reading, clause, "nsubj", "nsubjpass")))


def _owner(reading: Reading, noun: int) -> frozenset[int]:
    """Whose claim it is; an adjective with a capital letter names somebody even where no name was recognised."""
    found = owner(reading, reading.tokens[noun])
    if found:
        return found
    first = {sentence.first for sentence in reading.sentences}
    for child in kids(reading, noun, "amod", "compound", "nmod"):
        if reading.tokens[child].text[0].isupper() and child not in first:
            return phrase(reading, child)
    return frozenset()


def _tokens(reading: Reading, spans: Spans) -> list[int]:
    return [at for span in spans for at in reading.tokens_in(span)]
