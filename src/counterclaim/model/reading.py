"""Reading: what was understood of one document - tokens, sentences, quotations, mentions, times, places, quantities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from counterclaim.model.document import Document
from counterclaim.model.located import Located
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.span import Span, Spans
from counterclaim.model.speaker import Speaker
from counterclaim.model.when import Time


class Token(NamedTuple):
    """
    One token of the parse.

    `i` and `head` count tokens of the whole document (a root is its own head); `start` and `end` are offsets into
    the document's text; `pos` and `dep` are Universal POS and ClearNLP labels, `tag` the Penn tag; `entity` is the
    label of the named entity the token belongs to, or empty; `entity_start` whether it opens one.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_start: bool

    @property
    def span(self) -> Span:
        """The characters of this token."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, but not including, `last`; `part` is the index of the document's part it stands in."""

    span: Span
    first: int
    last: int
    part: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """
    One quotation with its marks; in several pieces where it runs over paragraphs.

    `closed` is False where no closing mark was found and the quotation was taken to end with its paragraph.
    """

    pieces: Spans
    closed: bool = True

    def holds(self, span: Span) -> bool:
        """Whether `span` lies inside the quotation."""
        return any(piece.holds(span) for piece in self.pieces)


class MentionKind:
    """What a mention is: the values of `Mention.kind`."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    ROLE = "role"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A noun phrase, pronoun or adjective that can stand for somebody who speaks.

    `span` is the whole phrase with its description, `head` the token it hangs on; `speaker` is who it stands for as
    far as the document tells, None where it does not.
    """

    span: Span
    head: int
    kind: str
    speaker: Speaker | None = None


# What a reading works out of tokens and sentences alone, so that it holds when a layer is added.
KEPT = ("children", "_starts", "_sentence_starts")


@dataclass(frozen=True)
class Reading:
    """The annotations of one document, all by offsets into its text."""

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def having(self, **layers: Any) -> Reading:
        """This reading with other `layers` than tokens and sentences (`times=...`); what is known of those is kept."""
        made = replace(self, **layers)
        made.__dict__.update({name: self.__dict__[name] for name in KEPT if name in self.__dict__})
        return made

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens that hang on it, in text order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(each) for each in found)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def subtree(self, index: int) -> list[int]:
        """The token `index` and all that hang below it, in text order."""
        found, queue = [], [index]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(self.children[at])
        return sorted(found)

    def sentence_at(self, index: int) -> Sentence:
        """The sentence that token `index` stands in."""
        return self.sentences[bisect_right(self._sentence_starts, index) - 1]

    def tokens_in(self, span: Span) -> range:
        """The indices of the tokens that share a character with `span`."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return range(first, last)

    def times_in(self, *spans: Span) -> list[Time]:
        """The times that share a character with one of `spans`, in text order; so for the four below."""
        return self._times.meeting(*spans)

    def places_in(self, *spans: Span) -> list[Place]:
        """The places there."""
        return self._places.meeting(*spans)

    def quantities_in(self, *spans: Span) -> list[Quantity]:
        """The quantities there."""
        return self._quantities.meeting(*spans)

    def mentions_in(self, *spans: Span) -> list[Mention]:
        """The mentions there, in the order of their heads."""
        return self._mentions.meeting(*spans)

    def quotations_in(self, *spans: Span) -> list[Quotation]:
        """The quotations there."""
        return self._quotations.meeting(*spans)

    @cached_property
    def mention_of(self) -> Mapping[int, Mention]:
        """The mention that hangs on a token, by its index."""
        return {mention.head: mention for mention in self.mentions}

    @cached_property
    def _times(self) -> Located[Time]:
        return Located(self.times, lambda time: (time.span,))

    @cached_property
    def _places(self) -> Located[Place]:
        return Located(self.places, lambda place: (place.span,))

    @cached_property
    def _quantities(self) -> Located[Quantity]:
        return Located(self.quantities, lambda quantity: (quantity.span,))

    @cached_property
    def _mentions(self) -> Located[Mention]:
        return Located(self.mentions, lambda mention: (mention.span,))

    @cached_property
    def _quotations(self) -> Located[Quotation]:
        return Located(self.quotations, lambda quotation: quotation.pieces)

    def span_of(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the stretches that stand in quotations, those that meet made one."""
        starts: list[int] = []
        ends: list[int] = []
        for piece in sorted(piece for quotation in self.quotations for piece in quotation.pieces):
            if ends and piece.start <= ends[-1]:
                ends[-1] = max(ends[-1], piece.end)
            else:
                starts.append(piece.start)
                ends.append(piece.end)
        return starts, ends

    def quoted(self, position: int) -> bool:
        """Whether the character at `position` stands inside a quotation."""
        starts, ends = self._quoted
        at = bisect_right(starts, position) - 1
        return at >= 0 and position < ends[at]
