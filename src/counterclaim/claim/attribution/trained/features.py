"""What the parse and the rules tell of each word, and of each word as seen from a cue, as numbers for the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from counterclaim.claim.attribution.cues import VERBAL, adjective_cue, adverb_cue, noun_cue, verb_cue
from counterclaim.model.claim import Attribution
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Spans

Numbers = npt.NDArray[np.int64]

# 0 stands for *not known* in every column, so that the network can do without parse or rules.
WORD_COLUMNS = ("tag", "dep", "entity", "quoted", "part", "shape", "listed", "rules")
PAIR_COLUMNS = ("branch", "rules", "quotation", "sentences", "distance")
KINDS = tuple(PartKind)
SHAPES = ("lower", "title", "upper", "number", "mark", "mixed")
LISTED = ("no", "speech", "stance", "noun", "adjective", "adverb")
# Relations of the cue to its own head, which tell what the words outside of its subtree are to it.
HANGING = ("ROOT", "relcl", "acl", "conj", "parataxis", "ccomp", "advcl", "pcomp", "xcomp", "prep", "other")
NEAR = 3
# Distances in words are told apart up to 4 and then by halves of powers of two.
BUCKETS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)


@dataclass(frozen=True)
class Labels:
    """The labels of the parser in the order in which the network knows them."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]

    @cached_property
    def numbers(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Label -> number, from 1; for tags, deps and entities."""
        tags, deps, entities = ({label: i + 1 for i, label in enumerate(each)} for each in self._each())
        return tags, deps, entities

    def _each(self) -> tuple[tuple[str, ...], ...]:
        return self.tags, self.deps, self.entities

    def word_sizes(self) -> tuple[int, ...]:
        """How many numbers each of WORD_COLUMNS can take."""
        return (
            len(self.tags) + 1,
            len(self.deps) + 1,
            len(self.entities) + 2,
            5,
            len(KINDS) + 1,
            len(SHAPES) + 1,
            len(LISTED) + 1,
            9,
        )

    def pair_sizes(self) -> tuple[int, ...]:
        """How many numbers each of PAIR_COLUMNS can take."""
        return (len(self.deps) + 2 * len(HANGING) + 4, 6, 7, 2 * NEAR + 4, 2 * len(BUCKETS) + 4)


@dataclass(frozen=True, slots=True)
class Roles:
    """The tokens of one attribution, by role."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @property
    def tokens(self) -> frozenset[int]:
        """Those of any role."""
        return self.source | self.cue | self.content


def head_of(reading: Reading, cue: frozenset[int]) -> int:
    """The first token of a cue that hangs on none of the others."""
    heads = (i for i in sorted(cue) if reading.tokens[i].head not in cue or reading.tokens[i].head == i)
    return next(heads, min(cue))


def roles_of(reading: Reading, attribution: Attribution) -> Roles:
    """The tokens that share a character with each role."""
    return Roles(*(_tokens(reading, spans) for spans in (attribution.source, attribution.cue, attribution.content)))


def _tokens(reading: Reading, spans: Spans) -> frozenset[int]:
    return frozenset(i for span in spans for i in reading.tokens_in(span))


class Features:
    """The features of one reading as it is shown to the network, given what the rules found in it."""

    def __init__(self, reading: Reading, ruled: Sequence[Roles], labels: Labels) -> None:
        self.reading = reading
        self.ruled = ruled
        self.labels = labels

    @cached_property
    def words(self) -> Numbers:
        """One row a token, one column of WORD_COLUMNS each."""
        tags, deps, entities = self.labels.numbers
        quoted, ruled = self._quoted, self._ruled
        rows = [
            (
                tags.get(token.tag, 0),
                deps.get(token.dep, 0),
                entities.get(token.entity, -1) + 1 if token.entity else 1,
                quoted[token.i],
                part,
                shape(token.text),
                self._listed(token),
                ruled[token.i],
            )
            for token, part in zip(self.reading.tokens, self._parts, strict=True)
        ]
        return np.array(rows, dtype=np.int64).reshape(len(rows), len(WORD_COLUMNS))

    @cached_property
    def _parts(self) -> list[int]:
        """For each token the number of the kind of its part."""
        kinds = [0] * len(self.reading.tokens)
        for sentence in self.reading.sentences:
            kind = KINDS.index(self.reading.document.parts[sentence.part].kind) + 1
            kinds[sentence.first : sentence.last] = [kind] * (sentence.last - sentence.first)
        return kinds

    @cached_property
    def _sentence(self) -> list[int]:
        """For each token the number of its sentence."""
        numbers = [0] * len(self.reading.tokens)
        for number, sentence in enumerate(self.reading.sentences):
            numbers[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return numbers

    @cached_property
    def _quotation(self) -> list[int]:
        """For each token the number of the outermost quotation it stands in, from 1; 0 outside."""
        numbers = [0] * len(self.reading.tokens)
        for number, quotation in enumerate(self.reading.quotations, start=1):
            for piece in quotation.pieces:
                for i in self.reading.tokens_in(piece):
                    numbers[i] = numbers[i] or number
        return numbers

    @cached_property
    def _quoted(self) -> list[int]:
        """1 outside of quotations, 2 inside, 3 the first token of a stretch, 4 its last."""
        states = [2 if number else 1 for number in self._quotation]
        for quotation in self.reading.quotations:
            for piece in quotation.pieces:
                inside = self.reading.tokens_in(piece)
                if inside:
                    states[inside[0]], states[inside[-1]] = 3, 4
        return states

    @cached_property
    def _ruled(self) -> list[int]:
        """1 where no rule found anything; else 1 and a bit for each role that the token has in some attribution."""
        states = [0] * len(self.reading.tokens)
        for roles in self.ruled:
            for bit, tokens in ((1, roles.source), (2, roles.cue), (4, roles.content)):
                for i in tokens:
                    states[i] |= bit
        return [1 + state for state in states]

    @cached_property
    def _ruled_cues(self) -> dict[int, list[int]]:
        """For each token the numbers of the rules' attributions in whose cue it stands."""
        found: dict[int, list[int]] = {}
        for n, roles in enumerate(self.ruled):
            for i in roles.cue:
                found.setdefault(i, []).append(n)
        return found

    def _listed(self, token: Token) -> int:
        """Which table of cues has the word."""
        if token.pos in VERBAL:
            cue = verb_cue(self.reading, token)
            return 1 if cue is None else 2 + (cue.kind != "speech")
        if token.pos == "NOUN":
            return 4 if noun_cue(token) else 1
        if token.pos == "ADJ":
            return 5 if adjective_cue(token) else 1
        return 6 if adverb_cue(token) else 1

    def pairs(self, cue: Sequence[int], first: int, last: int) -> Numbers:
        """How each token from `first` up to `last` stands to a cue, one column of PAIR_COLUMNS each."""
        columns = (
            self._branches(cue, first, last),
            self._rule_says(cue, first, last),
            self._quotations(cue, first, last),
            self._sentences(cue, first, last),
            _distances(cue, first, last),
        )
        return np.array(columns, dtype=np.int64).T

    def _branches(self, cue: Sequence[int], first: int, last: int) -> list[int]:
        """
        Below the cue: the relation of the branch the token is in. Else how the cue hangs on its own head, and whether
        the token is in that head's subtree; 1 in other sentences.
        """
        tokens, deps = self.reading.tokens, self.labels.numbers[1]
        here = set(cue)
        top = next((i for i in cue if tokens[i].head not in here or tokens[i].head == i), cue[0])
        hanging = HANGING.index(tokens[top].dep if tokens[top].dep in HANGING else "other")
        base = len(self.labels.deps) + 3
        branch = dict.fromkeys(cue, 2)
        above = {tokens[top].head} if tokens[top].head != top else set()
        sentence = self.reading.sentence_at(top)
        found = [1] * (last - first)
        for i in range(max(first, sentence.first), min(last, sentence.last)):
            found[i - first] = self._climb(i, branch, above, (deps, base + 2 * hanging))
        return found

    def _climb(self, i: int, branch: dict[int, int], above: set[int], numbers: tuple[dict[str, int], int]) -> int:
        """The branch of a token, found on its way up and kept for all tokens on it."""
        tokens, way = self.reading.tokens, []
        deps, outside = numbers
        while i not in branch:
            way.append(i)
            head = tokens[i].head
            if head in branch and branch[head] == 2:
                branch[i] = deps.get(tokens[i].dep, 1) + 2
            elif i in above:
                branch[i] = outside
            elif head == i:
                branch[i] = outside + 1
            else:
                i = head
        for each in way:
            branch[each] = branch[i]
        return branch[i]

    def _rule_says(self, cue: Sequence[int], first: int, last: int) -> list[int]:
        """1 where no rule has this cue; else 2 and the role of the token in what the rule found."""
        here = set(cue)
        same = sorted({n for i in here for n in self._ruled_cues.get(i, ())})
        if not same:
            return [1] * (last - first)
        match = max((self.ruled[n] for n in same), key=lambda roles: len(roles.cue & here))
        return [_role(match, i) for i in range(first, last)]

    def _quotations(self, cue: Sequence[int], first: int, last: int) -> list[int]:
        """Whether cue and token are quoted, and by the same quotation."""
        own, sentence = self._quotation[cue[0]], self._sentence[cue[0]]
        states = []
        for i in range(first, last):
            other = self._quotation[i]
            if own:
                states.append(1 if other == own else 2 if other else 3)
            else:
                states.append(4 if not other else 5 if self._sentence[i] == sentence else 6)
        return states

    def _sentences(self, cue: Sequence[int], first: int, last: int) -> list[int]:
        own = self._sentence[cue[0]]
        return [min(max(self._sentence[i] - own, -NEAR), NEAR) + NEAR + 1 for i in range(first, last)]


def _role(roles: Roles, i: int) -> int:
    if i in roles.cue:
        return 5
    if i in roles.source:
        return 3
    return 4 if i in roles.content else 2


def _distances(cue: Sequence[int], first: int, last: int) -> Numbers:
    """The bucket of the distance in words, before the cue and after it."""
    at = np.arange(first, last)
    before = 2 + np.searchsorted(BUCKETS, cue[0] - at)
    after = 3 + len(BUCKETS) + np.searchsorted(BUCKETS, at - cue[-1])
    return np.where(at < cue[0], before, np.where(at > cue[-1], after, 1))


def shape(word: str) -> int:
    """The number of a word's shape in SHAPES, from 1."""
    if word.islower():
        return 1
    if word.istitle():
        return 2
    if word.isupper():
        return 3
    if word[:1].isdigit():
        return 4
    return 6 if any(map(str.isalnum, word)) else 5
