"""Walks the dependency tree of a reading: subjects, clauses, phrases, and the spans that sets of tokens make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span

# Nobody writes a sentence of so many tokens; what comes as one is a list or a table, and walking it takes for ever.
LONGEST_SENTENCE = 400
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
WH = frozenset({"who", "which", "that", "whom"})
# Entities that no *who* can be of.
PLACES = frozenset({"GPE", "LOC", "FAC"})
OPENING = frozenset("“\"'‘«„([")
CLOSING = frozenset("”\"'’»)]")
# Punctuation that belongs to the sentence around a content, not to the content.
LOOSE = frozenset({",", ".", ";", ":", "-", "–", "—", "―", "--", "...", "…", "|", "/"})


def words(reading: Reading) -> Iterator[Token]:
    """The tokens of all sentences that are short enough to be one."""
    for sentence in reading.sentences:
        if sentence.last - sentence.first <= LONGEST_SENTENCE:
            yield from reading.tokens[sentence.first : sentence.last]


def kids(reading: Reading, i: int, *deps: str) -> list[int]:
    """The children of token `i` with one of the relations `deps`, in text order."""
    return [child for child in reading.children[i] if reading.tokens[child].dep in deps]


def subject_of(reading: Reading, verb: int) -> int | None:
    """The token that is the verb's own subject."""
    found = kids(reading, verb, *SUBJECTS)
    return found[-1] if found else None


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether the verb has a passive auxiliary or subject."""
    return bool(kids(reading, verb, "auxpass", "nsubjpass"))


def antecedent(reading: Reading, verb: int) -> int | None:
    """The noun that a relative clause with head `verb` describes."""
    token = reading.tokens[verb]
    while token.dep == "conj":
        token = reading.tokens[token.head]
    if token.dep not in ("relcl", "acl"):
        return None
    return _person(reading, token.head) if _is_of_person(reading, verb) else token.head


def _is_of_person(reading: Reading, verb: int) -> bool:
    """Whether *who* is the subject of the verb."""
    return any(reading.tokens[at].text.lower() == "who" for at in kids(reading, verb, *SUBJECTS))


def _person(reading: Reading, noun: int) -> int:
    """The noun itself, or the one that it says the place of: *an officer in Harrow, who asked* is not the town."""
    at = reading.tokens[noun]
    while at.entity in PLACES and at.dep == "pobj" and reading.tokens[at.head].dep == "prep":
        at = reading.tokens[reading.tokens[at.head].head]
    return at.i if at.pos in ("NOUN", "PROPN") else noun


def agent_of(reading: Reading, verb: int) -> int | None:
    """The noun in the *by* phrase of a passive."""
    for by in kids(reading, verb, "agent"):
        for noun in kids(reading, by, "pobj"):
            return noun
    return None


def below(reading: Reading, i: int, *, without: frozenset[int] = frozenset()) -> set[int]:
    """The tokens of the subtree of `i`, with the subtrees of the tokens in `without` left out."""
    found, queue = set(), [i]
    while queue:
        at = queue.pop()
        if at in without:
            continue
        found.add(at)
        queue.extend(reading.children[at])
    return found


def ancestors(reading: Reading, i: int) -> Iterator[Token]:
    """The heads above token `i`, nearest first, up to the root of the sentence."""
    token = reading.tokens[i]
    while token.head != token.i:
        token = reading.tokens[token.head]
        yield token


def runs(reading: Reading, tokens: Iterable[int]) -> list[list[int]]:
    """
    The token numbers cut into runs that stand next to each other.

    A gap that holds nothing but loose punctuation joins two runs: it is the writer's, and cutting there would make
    pieces where a reader sees one stretch.
    """
    found: list[list[int]] = []
    for i in sorted(tokens):
        if found and all(reading.tokens[g].text in LOOSE for g in range(found[-1][-1] + 1, i)):
            found[-1].extend(range(found[-1][-1] + 1, i + 1))
        else:
            found.append([i])
    return found


def trimmed(reading: Reading, run: list[int]) -> list[int]:
    """The run without loose punctuation and stray conjunctions at its edges."""
    first, last = 0, len(run)
    while first < last and reading.tokens[run[first]].text in LOOSE:
        first += 1
    while last > first and reading.tokens[run[last - 1]].text in LOOSE:
        last -= 1
    return run[first:last]


def spans_of(reading: Reading, tokens: Iterable[int]) -> list[Span]:
    """The spans that a set of tokens makes: one for each run, trimmed, runs of punctuation left out."""
    found = []
    for run in runs(reading, tokens):
        kept = trimmed(reading, run)
        if any(reading.tokens[i].text[0].isalnum() for i in kept):
            found.append(reading.span_of(kept[0], kept[-1]))
    return found
