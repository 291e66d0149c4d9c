"""Where or how something was said: *in a statement*, *at a news conference*, *on Telegram*, a report that says it."""

from __future__ import annotations

from functools import cache

from counterclaim.claim.clause import Saying
from counterclaim.claim.nounphrase import phrase
from counterclaim.data import table
from counterclaim.model.reading import Token

PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "by", "over", "from", "using"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What stands between *a meeting* and what is told about it.
WITHIN = frozenset({"with", "to", "of", "on", "at", "before", "between", "and", "in", "for"})


@cache
def words(kind: str) -> dict[str, str]:
    """The rows of one kind of `channels.tsv`: word and the name it stands for."""
    return {row["word"]: row["name"] for row in table("channels") if row["kind"] == kind}


def channel_of(saying: Saying) -> str | None:
    """The words for the channel, or the platform's name; None where the text names none."""
    return _around(saying) or _verb(saying) or _source(saying) or _above(saying)


def _around(saying: Saying) -> str | None:
    """A phrase beside the cue; the one that hangs on it closest, then the nearest."""
    found = []
    for i in saying.outside:
        token = saying.token(i)
        if token.dep != "prep" or token.lemma not in PREPOSITIONS or i in saying.cue:
            continue
        name = _of_preposition(saying, i)
        rank = saying.belongs(i) if name else None
        if rank is None and name in words("platform").values():
            rank = 2
        if name and rank is not None:
            found.append((rank, abs(i - (saying.head or i)), name))
    return min(found)[2] if found else None


def _of_preposition(saying: Saying, index: int) -> str | None:
    for child in saying.reading.children[index]:
        token = saying.token(child)
        if token.dep == "pobj" and child not in saying.inside:
            return _platform(saying, child) or (_words(saying, child) if _is_channel(token) else None)
    return None


def _is_channel(token: Token) -> bool:
    return token.pos in NOUNS and bool({token.lemma, token.text.lower()} & words("noun").keys())


def _platform(saying: Saying, head: int) -> str | None:
    """The platform named in a phrase; only a name counts, a *signal* is none."""
    names = words("platform")
    for i in saying.reading.subtree(head)[:8]:
        token = saying.token(i)
        if token.text.lower() in names and token.text[:1].isupper() and i not in saying.inside:
            return names[token.text.lower()]
    return None


def _words(saying: Saying, head: int) -> str:
    """The phrase without whose it is: *the ministry's statement* and *its statement* are a statement of the source."""
    span = phrase(saying, head, WITHIN)
    before = [i for i in saying.reading.tokens_in(span) if i < head]
    owners = [i for i in before if saying.token(i).tag in {"POS", "PRP$"}]
    first = owners[-1] + 1 if owners else None
    start = saying.token(first).start if first is not None else span.start
    return saying.reading.document.text[start : span.end]


def _verb(saying: Saying) -> str | None:
    """*Tweeted*, *emailed*: the verb names it."""
    names = words("verb")
    found = (saying.token(i) for i in saying.cue)
    return next((names[t.lemma] for t in found if t.pos == "VERB" and t.lemma in names), None)


def _text_speaking(saying: Saying) -> int | None:
    """The head of the source where the source is a text: *the report said*."""
    source = set(saying.source)
    head = next((i for i in saying.source if saying.token(i).head not in source), None)
    return head if head is not None and _speaks(saying.token(head)) else None


def known_text(saying: Saying) -> str | None:
    """The noun of a text that speaks and was spoken of before: *the report*, not *another report*."""
    head = _text_speaking(saying)
    if head is None:
        return None
    first = {saying.token(i).lemma for i in saying.reading.children[head] if saying.token(i).dep == "det"}
    return None if first & {"a", "an", "another", "some"} else saying.token(head).lemma


def _source(saying: Saying) -> str | None:
    """*The report said*, *according to a statement*: what speaks is the channel."""
    head = _text_speaking(saying)
    if head is None:
        return None
    owned = [i for i in saying.reading.children[head] if i < head and saying.token(i).pos in {"PROPN", "DET", "PRON"}]
    first = max(owned) + 1 if owned else head
    span = phrase(saying, head, WITHIN)
    return saying.reading.document.text[saying.token(min(first, head)).start : span.end]


def _speaks(token: Token) -> bool:
    """A text that speaks for somebody; several reports, a poll or a paper are sources and no channel of anybody's."""
    names = words("noun")
    return token.tag in {"NN", "NNP"} and names.get(token.text.lower()) == "speaks"


def _above(saying: Saying) -> str | None:
    """*A petition asking*, *issued a statement saying*: the noun the cue hangs on, or the object of its verb."""
    if saying.head is None or len(saying.above) < 2:
        return None
    above = saying.token(saying.above[1])
    label = saying.token(saying.head).dep
    if label in {"acl", "relcl"} and _is_channel(above):
        return _words(saying, above.i)
    if label not in {"advcl", "xcomp"} or above.pos != "VERB":
        return None
    objects = (saying.token(i) for i in saying.reading.children[above.i] if saying.token(i).dep == "dobj")
    return next((_words(saying, t.i) for t in objects if _is_channel(t)), None)
