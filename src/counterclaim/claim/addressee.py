"""Who is spoken to: the object of *told*, what follows *to*, the subject of *was told*, the other in an interview."""

from __future__ import annotations

from counterclaim.claim.act import Ruling
from counterclaim.claim.clause import Saying
from counterclaim.claim.nounphrase import in_time, phrase

OBJECTS = frozenset({"dobj", "dative", "iobj"})
TOWARDS = frozenset({"to", "with", "on", "upon", "at"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
TALKS = frozenset({"interview", "remark", "letter", "conversation", "message", "speech", "address", "testimony"})
# Nobody is named by these; who they stand for is asked of the mentions.
PRONOUNS = frozenset({"him", "her", "them", "it", "us", "me", "you", "he", "she", "they"})
PARTS = frozenset({"of", "for", "from", "in", "at", "and"})


def addressee_of(saying: Saying, ruling: Ruling) -> str | None:
    """The words for who is spoken to, by name where a pronoun stands for somebody; None where the text names nobody."""
    if saying.head is None:
        return None
    way = ruling.row["addressee"]
    found = _passive(saying) if way == "object" else None
    if found is None and way == "object":
        found = _object(saying)
    if found is None:
        found = _towards(saying, TOWARDS if way == "object" else frozenset({"to", way}))
    if found is None:
        found = _talked_with(saying)
    return None if found is None else _name(saying, found)


def _free(saying: Saying, index: int) -> bool:
    return not (index in saying.inside or index in saying.cue or index in saying.source or in_time(saying, index))


def _passive(saying: Saying) -> int | None:
    """*The delegation was told*: the subject, where it is not the one who speaks."""
    cue = {*saying.cue, saying.head}
    labels = {saying.token(i).dep for at in cue if at is not None for i in saying.reading.children[at]}
    if "auxpass" not in labels:
        return None
    return _child(saying, frozenset({"nsubjpass"}))


def _object(saying: Saying) -> int | None:
    """The object; where the parser gave it to the content's clause, the phrase right behind the cue."""
    return _child(saying, OBJECTS) or _behind(saying) or _told_to(saying)


def _told_to(saying: Saying) -> int | None:
    """*Told residents to leave*, where the content begins with the residents."""
    children = [saying.token(i) for i in saying.reading.children[saying.head]] if saying.head is not None else []
    to_do = any(t.dep == "xcomp" and t.tag == "VB" for t in children)
    return next((t.i for t in children if t.dep in OBJECTS and t.pos in NOMINAL), None) if to_do else None


def _child(saying: Saying, labels: frozenset[str]) -> int | None:
    at = saying.head
    children = saying.reading.children[at] if at is not None else ()
    found = (i for i in children if saying.token(i).dep in labels and _free(saying, i))
    return next((i for i in found if saying.token(i).pos in NOMINAL), None)


def _behind(saying: Saying) -> int | None:
    """The head of the phrase between cue and content, where nothing else stands between them."""
    after = [i for i in saying.content if i > max(saying.cue)]
    between = range(max(saying.cue) + 1, after[0]) if after else range(0)
    tokens = [saying.token(i) for i in between]
    if (
        not tokens
        or len(tokens) > 12
        or tokens[0].pos not in NOMINAL
        or not all(_free(saying, t.i) for t in tokens[:1])
    ):
        return None
    kept = set(between)
    return next((t.i for t in tokens if t.pos in {"NOUN", "PROPN", "PRON"} and t.head not in kept), None)


def _towards(saying: Saying, prepositions: frozenset[str]) -> int | None:
    """*Said to reporters*, *called on the mayor*, *pleaded with the crowd*."""
    at = saying.head
    nodes = (
        [i for i in saying.reading.children[at] if _prepositional(saying, i, prepositions)] if at is not None else []
    )
    nodes += [
        i for i in saying.cue if saying.token(i).lemma in prepositions and saying.token(i).pos in {"ADP", "SCONJ"}
    ]
    for node in nodes:
        for child in saying.reading.children[node]:
            if saying.token(child).dep == "pobj" and _free(saying, child):
                return child
    return None


def _prepositional(saying: Saying, index: int, prepositions: frozenset[str]) -> bool:
    token = saying.token(index)
    return token.dep in {"prep", "dative"} and token.lemma in prepositions and index not in saying.inside


def _talked_with(saying: Saying) -> int | None:
    """*In an interview with the paper*: the paper."""
    for i in saying.outside:
        token = saying.token(i)
        if token.lemma not in {"with", "to"} or token.dep not in {"prep", "dative"}:
            continue
        talk = saying.token(token.head)
        talking = (talk.lemma in TALKS and saying.token(talk.head).lemma == "in") or talk.lemma == "speak"
        if talking and saying.belongs(i) is not None:
            named = (c for c in saying.reading.children[i] if saying.token(c).dep == "pobj" and _free(saying, c))
            return next(named, None)
    return None


def _name(saying: Saying, head: int) -> str | None:
    span = phrase(saying, head, PARTS)
    words = span.of(saying.reading.document.text)
    if words.lower() not in PRONOUNS or words.isupper():
        return words
    stands_for = (mention.speaker for mention in saying.reading.mentions_in(span) if mention.span == span)
    speaker = next((each for each in stands_for if each is not None), None)
    return speaker.name if speaker is not None else None
