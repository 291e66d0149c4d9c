"""Saying: one attribution with the tokens around it that its interpretation looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Sentence, Token
from counterclaim.model.span import Spans

# Longer chains than this are parse errors or sentences nobody writes.
LONGEST_WAY = 24
# A verb that hangs on another by one of these shares its adverbials; one in a relative clause or a subject does not.
SHARING = frozenset({"conj", "advcl", "xcomp", "ccomp", "parataxis", "dep", "aux", "auxpass", "prep", "pcomp"})


@dataclass(frozen=True)
class Saying:
    """One attribution in its reading, with its tokens by their indices; `outer` is the content it stands in, if any."""

    reading: Reading
    attribution: Attribution
    outer: Spans = ()

    @cached_property
    def cue(self) -> tuple[int, ...]:
        """The tokens of the cue."""
        return tokens_of(self.reading, self.attribution.cue)

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The tokens of the content."""
        return tokens_of(self.reading, self.attribution.content)

    @cached_property
    def source(self) -> tuple[int, ...]:
        """The tokens of the source."""
        return tokens_of(self.reading, self.attribution.source)

    @cached_property
    def inside(self) -> frozenset[int]:
        """The content's tokens, to ask whether one of them is meant."""
        return frozenset(self.content) - frozenset(self.cue)

    @cached_property
    def head(self) -> int | None:
        """The token the cue hangs on: the one given, else the first of the cue that hangs on none of the others."""
        if self.attribution.head is not None:
            return self.attribution.head
        cue = set(self.cue)
        return next((i for i in self.cue if self.reading.tokens[i].head not in cue or self._is_root(i)), None)

    @cached_property
    def sentence(self) -> Sentence | None:
        """The sentence of the cue, or of the content where there is no cue."""
        at = self.head if self.head is not None else next(iter(self.content), None)
        return None if at is None else self.reading.sentence_at(at)

    @cached_property
    def outside(self) -> tuple[int, ...]:
        """The tokens of the cue's sentence that are not content."""
        if self.sentence is None:
            return ()
        return tuple(i for i in range(self.sentence.first, self.sentence.last) if i not in self.inside)

    @cached_property
    def above(self) -> tuple[int, ...]:
        """The tokens that the cue hangs below, nearest first, its head included."""
        if self.head is None:
            return ()
        way = [self.head]
        while not self._is_root(way[-1]) and len(way) < LONGEST_WAY:
            way.append(self.reading.tokens[way[-1]].head)
        return tuple(way)

    @cached_property
    def sharing(self) -> frozenset[int]:
        """The verbs above the cue that share their adverbials with it: *met the press on Monday and said*."""
        shared = []
        for below, above in zip(self.above, self.above[1:], strict=False):
            if self.token(below).dep not in SHARING and not self._issued(below, above):
                break
            shared.append(above)
        return frozenset(shared)

    def _issued(self, below: int, above: int) -> bool:
        """*Released a statement saying*: the participle on the object, or the object on its verb."""
        one, other = self.token(below), self.token(above)
        if one.dep == "acl":
            return one.tag == "VBG" and other.dep == "dobj"
        return one.dep == "dobj" and below in self.above[1:2] and self.token(self.above[0]).dep == "acl"

    def token(self, index: int) -> Token:
        """The token with that index."""
        return self.reading.tokens[index]

    def belongs(self, index: int) -> int | None:
        """
        How closely a token outside the content hangs on the cue: 0 on the cue itself or its source, 1 on a verb the cue
        hangs below; None where another clause comes between, as in *X, who resigned on Monday, said*.
        """
        cue, source, at = set(self.cue), set(self.source), index
        for _ in range(LONGEST_WAY):
            if at in cue or at == self.head or at in source:
                return 0
            if at in self.sharing:
                return 1
            token = self.token(at)
            if self._participle(at):
                return 1
            if at != index and (token.pos in {"VERB", "AUX"} or token.dep in {"relcl", "acl"}):
                return None
            if self._is_root(at) or token.head in self.inside:
                return self._of_content(at)
            at = token.head
        return None

    def _participle(self, index: int) -> bool:
        """*Speaking on Monday, X said*: a participle of the cue's clause, with no subject of its own."""
        token = self.token(index)
        if token.tag not in {"VBG", "VBN"} or token.dep not in {"advcl", "acl", "dep"}:
            return False
        own = {self.token(i).dep for i in self.reading.children[index]}
        at_home = token.head in self.above or token.head in self.source or token.head in self.cue
        return at_home and not own & {"nsubj", "nsubjpass", "mark"} and token.dep != "acl"

    def _of_content(self, index: int) -> int | None:
        """A phrase outside that the parser hung on the content: it is the cue's where it stands beside the cue."""
        if self.head is None:
            return None
        between = range(min(index, self.head) + 1, max(index, self.head))
        return None if any(i in self.inside for i in between) else 1

    def _is_root(self, index: int) -> bool:
        return self.reading.tokens[index].head == index


def tokens_of(reading: Reading, spans: Spans) -> tuple[int, ...]:
    """The indices of the tokens that share a character with one of `spans`, in the order of the spans."""
    return tuple(i for span in spans for i in reading.tokens_in(span))
