"""Who controls, leaves or attacks: the party that a phrase of a claim's content stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from counterclaim.claim.about_mood import words
from counterclaim.data.countries import countries
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "obj"})


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all forms of all countries, and the country of each form that names only one."""
    found: dict[str, set[str]] = {}
    for country in countries():
        for form in (*country.names, *country.adjectives, *country.people):
            found.setdefault(form.removeprefix("the "), set()).add(country.name)
    forms = {form: min(names) for form, names in found.items() if len(names) == 1}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])"), forms


@lru_cache(maxsize=4096)
def country_in(text: str) -> str | None:
    """The first country that `text` names, by its name, an adjective or its people."""
    pattern, forms = _countries()
    match = pattern.search(text)
    return forms[match[0]] if match else None


def own_side(reading: Reading, attribution: Attribution) -> str | None:
    """
    The side that *it*, *we*, *its troops* stand for in the content: the speaker's.

    An adjective is no antecedent: in *A denied B's claims that it has left*, *it* is A, the subject of *denied*.
    """
    if _only_owner(reading, attribution):
        subject = _subject_above(reading, attribution)
        if subject is not None:
            return party(reading, reading.subtree(subject), None)
    for mention in reading.mentions_in(*attribution.source):
        if mention.speaker:
            return mention.speaker.side or mention.speaker.name
    return next((name for span in attribution.source if (name := country_in(span.of(reading.document.text)))), None)


def _only_owner(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source is an adjective or a possessive before the noun that is the cue."""
    heads = [reading.tokens[i] for span in attribution.source for i in reading.tokens_in(span)]
    return bool(heads) and all(token.pos == "ADJ" or token.dep in ("poss", "amod", "case") for token in heads)


def _subject_above(reading: Reading, attribution: Attribution) -> int | None:
    at = reading.tokens_in(attribution.source[0])[0]
    for _ in range(6):
        at = reading.tokens[at].head
        subject = next((c for c in reading.children[at] if reading.tokens[c].dep in SUBJECTS), None)
        if subject is not None and subject not in reading.tokens_in(attribution.source[0]):
            return subject
    return None


def party(reading: Reading, phrase: Sequence[int], own: str | None) -> str | None:
    """The party that the tokens of `phrase` stand for: a country in it, the speaker's own side, a name; else None."""
    if not phrase:
        return None
    tokens = [reading.tokens[i] for i in _core(reading, phrase)]
    text = Span(tokens[0].start, tokens[-1].end).of(reading.document.text)
    if any(token.lemma.lower() in words("stateless") for token in tokens):
        # *Ruritanian rebels* are not Ruritania.
        return " ".join(token.text for token in tokens if token.pos not in ("DET", "NUM", "PUNCT"))
    country = country_in(text)
    if country:
        return country
    if any(token.lemma in words("own") or token.text.lower() in words("own") for token in tokens):
        return own
    proper = (token for token in tokens if token.pos == "PROPN" and token.entity not in ("DATE", "TIME"))
    names = [token.text for token in proper if any(map(str.isalpha, token.text))]
    return " ".join(names) or _forces(tokens)


def _forces(tokens: Sequence[Token]) -> str | None:
    """A plain noun for people under arms, with what stands before it: *separatist fighters*, *the rebels*."""
    at = next((i for i, token in enumerate(tokens) if token.lemma in words("forces")), None)
    if at is None:
        return None
    kept = [token.text for token in tokens[: at + 1] if token.pos not in ("DET", "NUM", "PUNCT")]
    return " ".join(kept)


def _core(reading: Reading, phrase: Sequence[int]) -> list[int]:
    """The tokens of a phrase up to what only says where or which: *rebels in Ruritania* are no party Ruritania."""
    kept: list[int] = []
    for i in phrase:
        token = reading.tokens[i]
        if kept and (token.text in (",", "(", "-") or (token.pos in ("ADP", "SCONJ") and token.lemma != "of")):
            break
        kept.append(i)
    return kept


def subject_of(reading: Reading, index: int, inside: frozenset[int]) -> int | None:
    """The subject of token `index` or of the verb it hangs on, inside the content; None where the parse has none."""
    at = index
    for _ in range(4):
        for child in reading.children[at]:
            if reading.tokens[child].dep in SUBJECTS and child in inside:
                return child
        if reading.tokens[at].head == at or reading.tokens[at].head not in inside:
            return None
        at = reading.tokens[at].head
    return None


def object_of(reading: Reading, index: int, inside: frozenset[int]) -> int | None:
    """The object of token `index`, or its passive subject."""
    found = [c for c in reading.children[index] if reading.tokens[c].dep in OBJECTS and c in inside]
    return found[0] if found else None


def agent_of(reading: Reading, index: int) -> int | None:
    """Who does it in a passive: what follows *by*."""
    for child in reading.children[index]:
        if reading.tokens[child].dep == "agent" or reading.tokens[child].lemma == "by":
            return next((c for c in reading.children[child] if reading.tokens[c].dep == "pobj"), None)
    return None


def taken_from(reading: Reading, index: int) -> list[int]:
    """From whom it was taken: the phrase after *from*."""
    for child in reading.children[index]:
        if reading.tokens[child].lemma == "from":
            return [i for i in reading.subtree(child) if i != child]
    return []


def passive(reading: Reading, index: int) -> bool:
    """Whether the verb `index` is passive."""
    return any(reading.tokens[c].dep in ("nsubjpass", "auxpass") for c in reading.children[index])
