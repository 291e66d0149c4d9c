"""Where or how something was said: *in a statement*, *at a news conference*, *on Telegram*, a report that says it."""

from __future__ import annotations

from functools import cache

from counterclaim.claim.clause import Saying
from counterclaim.claim.nounphrase import phrase
from counterclaim.data import table
from counterclaim.model.reading import Token

PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "by", "over", "from", "using"})
# What one who speaks at a channel does there: *addressing a rally*.
ATTENDING = frozenset({"address", "attend", "open", "host", "chair", "hold", "conclude"})
CONTAINERS = frozenset({"series", "number", "string", "flurry", "pair", "set", "part", "couple", "version", "copy"})
PUBLISHING = frozenset({"ORG", "WORK_OF_ART"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What stands between *a meeting* and what is told about it.
WITHIN = frozenset({"with", "to", "of", "on", "at", "before", "between", "and", "in", "for"})


@cache
def words(kind: str) -> dict[str, str]:
    """The rows of one kind of `channels.tsv`: word and the name it stands for."""
    return {row["word"].lower(): row["name"] for row in table("channels") if row["kind"] == kind}


def channel_of(saying: Saying) -> str | None:
    """The words for the channel, or the platform's name; None where the text names none."""
    return _verb(saying) or _around(saying) or _issued(saying) or _source(saying) or _above(saying)


def _around(saying: Saying) -> str | None:
    """A phrase beside the cue; the one that hangs on it closest, then the nearest."""
    found = []
    for i in saying.outside:
        if i in saying.cue or (i in saying.source and not _carried(saying, i)):
            continue
        name = _of_preposition(saying, i) or _attended(saying, i)
        rank = saying.belongs(i) if name else None
        if rank is None and name in words("platform").values():
            rank = 2
        if name and rank is not None:
            found.append((rank, abs(i - (saying.head or i)), name))
    return min(found)[2] if found else None


def _of_preposition(saying: Saying, index: int) -> str | None:
    """*In a statement*, *on Telegram*; a platform right behind is one whatever the parser hung it on."""
    token = saying.token(index)
    if token.dep != "prep" or token.lemma not in PREPOSITIONS:
        return None
    for child in saying.reading.children[index]:
        if saying.token(child).dep == "pobj" and child not in saying.inside:
            named = _one_of(saying, child)
            known = _is_channel(saying.token(named)) or _publication(saying, index, child)
            return _platform(saying, child) or (_words(saying, named) if known else None)
    behind = index + 1
    return _platform_name(saying, behind) if behind < len(saying.reading.tokens) else None


def _one_of(saying: Saying, index: int) -> int:
    """*A series of letters* is letters."""
    if saying.token(index).lemma not in CONTAINERS:
        return index
    of = (i for i in saying.reading.children[index] if saying.token(i).lemma == "of")
    parts = (i for each in of for i in saying.reading.children[each] if saying.token(i).dep == "pobj")
    return next(parts, index)


def _carried(saying: Saying, index: int) -> bool:
    """*Videos posted on social media*, *a witness quoted in the filing*: where the source itself was met with."""
    above = saying.token(saying.token(index).head)
    return above.dep == "acl" and above.tag == "VBN" and above.i in saying.source


def _publication(saying: Saying, preposition: int, index: int) -> bool:
    """*Wrote in the Morning Courier*: a name behind an *in* or *via* of the cue's own."""
    token, above = saying.token(index), saying.token(preposition)
    return (
        token.pos == "PROPN"
        and token.entity in PUBLISHING
        and above.lemma in {"in", "via", "on"}
        and above.head in saying.cue
    )


def _attended(saying: Saying, index: int) -> str | None:
    """*Addressing a hearing, she said*: what the speaker took part in when saying it."""
    token = saying.token(index)
    attending = token.tag == "VBG" and token.lemma in ATTENDING
    objects = (i for i in saying.reading.children[index] if attending and saying.token(i).dep == "dobj")
    return next((_words(saying, i) for i in objects if _is_channel(saying.token(i))), None)


def _issued(saying: Saying) -> str | None:
    """*Provided the following statement*, *signed an order*: the cue names what was issued."""
    if saying.head is None or saying.token(saying.head).pos != "VERB":
        return None
    named = (i for i in saying.cue if saying.token(i).dep == "dobj" and _is_channel(saying.token(i)))
    return next((saying.token(i).text for i in named), None)


def _is_channel(token: Token) -> bool:
    return token.pos in NOUNS and bool({token.lemma, token.text.lower()} & words("noun").keys())


def _platform(saying: Saying, head: int) -> str | None:
    """The platform named in a phrase; only a name counts, a *signal* is none."""
    found = (_platform_name(saying, i) for i in saying.reading.subtree(head)[:8])
    return next((name for name in found if name), None)


def _platform_name(saying: Saying, index: int) -> str | None:
    token = saying.token(index)
    if index in saying.inside or not token.text[:1].isupper():
        return None
    return words("platform").get(token.text.lower())


def _words(saying: Saying, head: int) -> str:
    """The phrase without whose it is: *the ministry's statement* and *its statement* are a statement of the source."""
    span = phrase(saying, head, WITHIN)
    before = [i for i in saying.reading.tokens_in(span) if i < head]
    owners = [i for i in before if saying.token(i).tag in {"POS", "PRP$"}]
    first = owners[-1] + 1 if owners else None
    start = saying.token(first).start if first is not None else span.start
    return saying.reading.document.text[start : span.end]


def _verb(saying: Saying) -> str | None:
    """*Tweeted*, *blogged to them and said*: the verb names it, or the one whose adverbials it shares."""
    names = words("verb")
    found = (saying.token(i) for i in [*saying.cue, *sorted(saying.sharing)])
    forms = (names.get(t.lemma) or names.get(t.text.lower()) for t in found if t.pos == "VERB")
    return next((name for name in forms if name), None)


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
    platform = _platform(saying, head)
    if platform:
        return platform
    owned = [i for i in saying.reading.children[head] if i < head and _owns(saying.token(i))]
    first = max(owned) + 1 if owned else head
    span = phrase(saying, head, WITHIN)
    return saying.reading.document.text[saying.token(min(first, head)).start : span.end]


def _owns(token: Token) -> bool:
    """*The ministry's*, *this*, *Norlandic*: whose it is."""
    return token.pos in {"PROPN", "DET", "PRON"} or token.entity in {"NORP", "GPE"}


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
