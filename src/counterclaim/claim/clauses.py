"""Cuts a document into clauses, each with its verb, who does it, and whose words it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claim.about_mood import beside, modality, negated
from counterclaim.claim.about_parties import SUBJECTS, agent_of, passive, subject_of
from counterclaim.claim.voice import Voices, of_another_time, voice_of, voices
from counterclaim.model.claim import Act, Claim
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.statement import Clause, Voice

# What says that something is so, or may be (*it could halve the toll*); a demand, promise, question or view does not.
STATING = frozenset({Act.ASSERTS, Act.ACCUSES, Act.ADMITS, Act.DENIES, Act.PREDICTS})
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
# In a claim these are background that others may share (*when a train derailed*); the article's own are its own words.
OWN = frozenset({"advcl", "relcl"})
LOOSE = OWN | {"acl", "pcomp", "xcomp", "dep", "appos"}
# A participle may be a headline's verb (*mayor held*); an *-ing* form without a helper is a noun there as often.
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
# Where a verb of saying hangs on what is not said: *it came after the council rejected the budget*.
SAYING = frozenset({"conj", "advcl", "relcl"})
JOINTS = frozenset({"CCONJ", "PUNCT", "SPACE"})
STOPS = frozenset(".!?")
VERBS = ("VERB", "AUX")
OBJECTS = frozenset({"dobj", "nsubjpass", "obj"})
PRESENT = frozenset({"VBZ", "VBP"})
YET = frozenset({"until", "till", "before", "once", "when", "whenever", "unless", "if", "lest"})
WISHED = frozenset({"hope", "wish", "want", "doubt", "fear", "expect", "pretend", "imagine", "suppose", "demand"})
# *It is that ...*, *few know that ...* say so; what hangs on another verb is somebody's, though no rule knows it.
SO = frozenset({"be", "know", "mean", "emerge", "turn", "happen", "learn", "realise", "realize", "forget", "remember"})
FEWEST = 2
# A headline of which verbs hold less than two thirds was parsed wrongly.
REST = 1 / 3


def find_clauses(reading: Reading, claims: Sequence[Claim]) -> tuple[Clause, ...]:
    """The clauses of the document in text order: its own, its own hedged ones, and those of claims that state."""
    told = voices(reading, claims)
    return tuple(each for sentence in reading.sentences for each in _of_sentence(reading, sentence, told, claims))


def _of_sentence(reading: Reading, sentence: Sentence, told: Voices, claims: Sequence[Claim]) -> Iterator[Clause]:
    inside = range(sentence.first, sentence.last)
    heads = _heads(reading, inside, told)
    if _is_title(reading, sentence) and _torn(reading, inside, heads, told):
        heads = [i for i in heads if told.owner[i] is not None]
    bare = {told.owner[i] for i in inside} - {told.owner[i] for i in heads}
    for head in heads:
        clause = _clause(reading, sentence, told, (head, _own_tokens(reading, head, heads, told)), claims)
        if clause:
            yield clause
    for owner in sorted(bare, key=lambda each: -1 if each is None else each):
        clause = _verbless(reading, sentence, told, owner, claims)
        if clause:
            yield clause


def _is_title(reading: Reading, sentence: Sentence) -> bool:
    return reading.document.parts[sentence.part].kind is PartKind.TITLE


def _torn(reading: Reading, inside: range, heads: Sequence[int], told: Voices) -> bool:
    """Whether the parse leaves much of a headline to no verb: *12 killed in ferry sinking*, by *sinking*."""
    held = {i for head in heads for i in _own_tokens(reading, head, heads, told)}
    words = [i for i in inside if reading.tokens[i].pos != "PUNCT"]
    return len([i for i in words if i not in held]) > REST * len(words)


def _heads(reading: Reading, inside: range, told: Voices) -> list[int]:
    """The verbs that carry a clause; of a claim those that carry its point, and what hangs on them only without any."""
    verbs = [i for i in inside if reading.tokens[i].pos in VERBS and i not in told.cue]
    firm = [i for i in verbs if _firm(reading, i, told)]
    # A sentence without any verb of its own was parsed wrongly, unless it is a headline.
    held = {told.owner[i] for i in firm} | ({None} if _is_title(reading, reading.sentence_at(inside[0])) else set())
    loose = [i for i in verbs if reading.tokens[i].dep in LOOSE and told.owner[i] not in held]
    return sorted((*firm, *loose))


def _firm(reading: Reading, index: int, told: Voices) -> bool:
    """Whether a verb has a clause of its own: *men fled*, in a headline *mayor held*; not *for the wind to drop*."""
    token = reading.tokens[index]
    helped = any(reading.tokens[c].dep in ("aux", "auxpass") for c in reading.children[index])
    whose = any(reading.tokens[c].dep in SUBJECTS for c in reading.children[index])
    if token.tag == "VBN" and token.dep == "ccomp" and not (helped or whose):
        # *The collapse leaves 30 trapped* is one clause.
        return False
    if told.owner[index] is not None:
        return token.dep in MAIN
    if token.tag == "VBG" and token.dep == "advcl" and index and reading.tokens[index - 1].text == ",":
        return _is_title(reading, reading.sentence_at(index))
    finite = token.tag in FINITE or (token.tag == "VBG" and helped) or (token.tag == "VB" and _modal(reading, index))
    return token.dep in MAIN | OWN and (finite or (token.tag == "VB" and token.dep == "ROOT"))


def _modal(reading: Reading, index: int) -> bool:
    return any(reading.tokens[c].dep == "aux" and reading.tokens[c].lemma != "to" for c in reading.children[index])


def _own_tokens(reading: Reading, head: int, heads: Sequence[int], told: Voices) -> list[int]:
    """The tokens below `head` that no other clause takes and that are the same voice's; with its subject."""
    others = frozenset(heads) - {head}
    found, queue = [], [head]
    while queue:
        at = queue.pop()
        if told.owner[at] == told.owner[head] and at not in told.cue:
            found.append(at)
        queue.extend(
            child for child in reading.children[at] if child not in others and not _apart(reading, child, told)
        )
    return sorted(found)


def _apart(reading: Reading, index: int, told: Voices) -> bool:
    """Whether what hangs there is not of the clause: what somebody says in another, or what is only added."""
    token = reading.tokens[index]
    says = token.dep in SAYING and token.pos in VERBS and index in told.cue
    # An article's own such clauses stand by themselves; in a claim they are background, and no part of its point.
    background = told.owner[index] is not None and index > token.head and of_another_time(reading, index)
    return says or background or _aside(reading, index)


def _aside(reading: Reading, index: int) -> bool:
    """Whether a relative clause after a comma only adds something: *the town, which had been theirs since May*."""
    if reading.tokens[index].dep != "relcl" or reading.tokens[index].pos not in VERBS:
        return False
    first = reading.subtree(index)[0]
    return first > 0 and reading.tokens[first - 1].text == ","


def _clause(
    reading: Reading, sentence: Sentence, told: Voices, found: tuple[int, list[int]], claims: Sequence[Claim]
) -> Clause | None:
    head, tokens = found
    owner = told.owner[head]
    voice = _voice(reading, sentence, told, found, claims)
    if voice is None:
        return None
    lowest = min(tokens)
    lemmas = beside(reading, head, lowest)
    actor, thing = _parties(reading, head, told)
    return Clause(
        span=_trimmed(reading, tokens),
        sentence=sentence.span,
        voice=voice,
        verb=reading.tokens[head].span,
        actor=actor,
        object=thing,
        polarity=not negated(lemmas),
        modality=_mood(reading, lemmas, head, lowest),
        claim=None if owner is None else claims[owner].id,
    )


def _trimmed(reading: Reading, tokens: Sequence[int]) -> Span:
    """From the first word to the last, without the comma or the *and* that joins it to the next clause."""
    kept = [i for i in tokens if reading.tokens[i].pos not in JOINTS] or tokens
    last = kept[-1]
    if tokens[-1] == last + 1 and reading.tokens[tokens[-1]].text in STOPS:
        last = tokens[-1]
    return reading.span_of(kept[0], last)


def _mood(reading: Reading, lemmas: list[str], head: int, lowest: int) -> str:
    """How a clause is put forward; a headline's *to* and *until it opens* tell what is to come."""
    if "to" in lemmas and "have" not in lemmas:
        return "predicted"
    token = reading.tokens[head]
    opened = {reading.tokens[c].lemma for c in reading.children[head] if reading.tokens[c].dep in ("mark", "advmod")}
    if token.dep == "advcl" and token.tag in PRESENT and opened & YET:
        return "conditional"
    if token.dep == "ccomp" and reading.tokens[token.head].lemma in WISHED:
        return "promised"
    return modality(reading, lemmas, head, lowest)


def _voice(
    reading: Reading, sentence: Sentence, told: Voices, found: tuple[int, list[int]], claims: Sequence[Claim]
) -> Voice | None:
    head, tokens = found
    owner = told.owner[tokens[0]]
    if owner is not None:
        return Voice.CLAIM if claims[owner].act in STATING else None
    governor = reading.tokens[reading.tokens[head].head]
    if all(i in told.source for i in tokens):
        return None
    if reading.tokens[head].dep == "ccomp" and governor.pos == "VERB" and governor.lemma not in SO:
        first, last = sorted((head, governor.i))
        # Two headlines in one, parted by a semicolon, are parsed as one below the other.
        if all(reading.tokens[i].text != ";" for i in range(first, last)):
            return None
    return voice_of(reading, sentence, told, tokens, head)


def _parties(reading: Reading, head: int, told: Voices) -> tuple[Span | None, Span | None]:
    """Who does it and whom it befalls; a passive's subject is whom."""
    inside = frozenset(i for i in _around(reading, head) if told.owner[i] == told.owner[head])
    subject = subject_of(reading, head, inside)
    if passive(reading, head):
        agent = agent_of(reading, head)
        return _phrase(reading, agent), _phrase(reading, subject)
    thing = next((c for c in reading.children[head] if reading.tokens[c].dep in OBJECTS and c in inside), None)
    return _phrase(reading, subject), _phrase(reading, thing)


def _around(reading: Reading, head: int) -> range:
    sentence = reading.sentence_at(head)
    return range(sentence.first, sentence.last)


def _phrase(reading: Reading, index: int | None) -> Span | None:
    """A noun with what stands before it and its *of*: *the head of the union*, not *the head, who left*."""
    if index is None:
        return None
    first = last = index
    for child in reading.children[index]:
        token = reading.tokens[child]
        if child < index and token.pos not in VERBS and token.dep not in ("punct", "relcl"):
            first = min(first, reading.subtree(child)[0])
        elif token.lemma == "of" and token.dep == "prep":
            last = max(last, reading.subtree(child)[-1])
    return reading.span_of(first, last)


def _verbless(
    reading: Reading, sentence: Sentence, told: Voices, owner: int | None, claims: Sequence[Claim]
) -> Clause | None:
    """What has no verb of its own: a headline (*Twelve dead in Zenda*), or a noun that is a claim's content."""
    tokens = [i for i in range(sentence.first, sentence.last) if told.owner[i] == owner and i not in told.cue]
    titled = _is_title(reading, sentence)
    if len(tokens) < FEWEST or (owner is None and (not titled or len(tokens) < sentence.last - sentence.first)):
        return None
    # Words of the cue between those of a content without a verb: the verb was taken for a cue (*was found by a boy*).
    if told.cue & frozenset(range(tokens[0], tokens[-1])):
        return None
    voice = _voice(reading, sentence, told, (tokens[-1], tokens), claims)
    if voice is None:
        return None
    words = [reading.tokens[i].lemma for i in tokens]
    return Clause(
        span=reading.span_of(tokens[0], tokens[-1]),
        sentence=sentence.span,
        voice=voice,
        polarity=not negated(words),
        modality=modality(reading, words, tokens[-1], tokens[0]),
        claim=None if owner is None else claims[owner].id,
    )
