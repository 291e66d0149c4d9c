"""Ground: names spoken of as of what is held, taken or left, so that villages and hills no list has are places too."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.data.falling import NEAR, sinks
from counterclaim.model.reading import Token
from counterclaim.understand.places_words import PlaceWords

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Of people and ground, hardly of firms.
FREED = frozenset({"capture", "liberate"})
TIMES = frozenset({"DATE", "TIME"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
INTO = frozenset({"from", "into", "of", "towards", "toward", "beyond", "through"})
# One may flee from a person, too; forces withdraw from ground.
RETREATS = frozenset({"withdraw", "retreat", "drive", "dislodge"})
KEPT = frozenset({("under", "control"), ("under", "occupation"), ("under", "siege"), ("in", "hand")})
# *Remains firmly under the control*, *in government hands*: words between the verb and the noun.
HELD = 4
LONGEST = 4


class Ground:
    """Judges capitalised names of one document by what its sentences say happens to them."""

    def __init__(self, tokens: Sequence[Token], words: PlaceWords) -> None:
        self._tokens, self._words = tokens, words
        self.names = frozenset(self._name(first) for first in range(len(tokens)) if self._is_ground(first))

    def is_height(self, first: int, last: int) -> bool:
        """Whether the tokens are a word for a height with its number."""
        return last > first and self._is_numbered(last - 1, last)

    def last(self, first: int, end: int) -> int | None:
        """The last token of a name that begins at `first`, before `end`, and is ground here or elsewhere; else None."""
        if not self._opens(first):
            return None
        last = self._last(first)
        return last if last < end and self._name(first) in self.names else None

    def _opens(self, first: int) -> bool:
        """Whether a name begins here and not one token before."""
        token, before = self._tokens[first], self._tokens[first - 1] if first else None
        if token.pos != "PROPN" or not token.text[0].isupper() or (token.text.isupper() and len(token.text) > 1):
            return False
        if token.text in self._words.never and not self._is_numbered(first, first + 1):
            return False
        # *The Cold War*, *the Alawites*: villages and hills go without an article.
        return before is None or not (
            before.text.lower() == "the" or (before.pos == "PROPN" and before.end < token.start)
        )

    def _last(self, first: int) -> int:
        last = first
        for at in range(first + 1, min(first + LONGEST, len(self._tokens))):
            token = self._tokens[at]
            named = token.pos == "PROPN" and token.text[0].isupper() and token.start - self._tokens[last].end <= 1
            named = named and token.entity not in TIMES
            if not (named or self._is_numbered(last, at)):
                break
            last = at
        return last

    def _is_numbered(self, word: int, number: int) -> bool:
        """Whether a word for a height and a number stand together: *Hill 90*."""
        tall = self._tokens[word].text.lower() in self._words.heights
        return tall and number < len(self._tokens) and self._tokens[number].text[0].isdigit()

    def _name(self, first: int) -> str:
        return " ".join(token.text for token in self._tokens[first : self._last(first) + 1])

    def _is_ground(self, first: int) -> bool:
        if not self._opens(first):
            return False
        last = self._last(first)
        if self.is_height(first, last):
            return True
        root = next((t for t in self._tokens[first : last + 1] if not first <= t.head <= last), self._tokens[last])
        label, root = self._joined(self._tokens[first].entity, root)
        if label == "NORP":
            return False
        if label in PLACE_LABELS:
            held = self._is_held(root, self._words.taken) or self._is_left(root, self._words.moved)
            return held or self._is_kept(root) or self._is_part(root, self._words.edges | self._words.ground)
        # A village is as often labelled a person or a firm as a place; what is said of it has to be the stronger then.
        spatial = self._words.edges if label else self._words.edges | self._words.ground
        held = self._is_held(root, self._words.stormed) or self._is_left(root, RETREATS)
        held = held or (label != "PERSON" and self._is_held(root, FREED))
        return held or self._is_kept(root) or self._is_part(root, spatial)

    def _joined(self, label: str, root: Token) -> tuple[str, Token]:
        """The first of several names with its label: *captured X and Y*."""
        while root.dep == "conj" and self._tokens[root.head].pos == "PROPN":
            root = self._tokens[root.head]
            label = root.entity
        return label, root

    def _is_held(self, root: Token, verbs: frozenset[str]) -> bool:
        """*Captured X*, *X was shelled*, *X has fallen*."""
        verb = self._tokens[root.head]
        if root.dep in OBJECTS:
            return verb.lemma in verbs
        return root.dep == "nsubj" and falls(self._tokens, verb.i)

    def _is_kept(self, root: Token) -> bool:
        """*X remained under northern control*, *X is in rebel hands*."""
        words = self._tokens[root.head + 1 : root.head + 2 + HELD]
        return root.dep == "nsubj" and any(
            (one.text, word.lemma) in KEPT for at, one in enumerate(words) for word in words[at + 1 : at + HELD]
        )

    def _is_left(self, root: Token, verbs: frozenset[str]) -> bool:
        """*Withdrew from X*, *pulled out of X*, *advanced into X*."""
        if root.dep != "pobj" or self._tokens[root.head].text.lower() not in INTO:
            return False
        verbs = self._words.moved if self._tokens[root.head].text.lower() == "into" else verbs
        verb = self._tokens[root.head]
        while verb.pos == "ADP" and verb.head != verb.i:
            verb = self._tokens[verb.head]
        return verb.lemma in verbs

    def _is_part(self, root: Token, nouns: frozenset[str]) -> bool:
        """*The outskirts of X*, *control of X*."""
        of = self._tokens[root.head]
        noun = self._tokens[of.head].text
        return root.dep == "pobj" and of.text == "of" and (noun in nouns or self._words.units.get(noun) == "settlement")


def falls(tokens: Sequence[Token], verb: int) -> bool:
    """Whether *fell* may tell that something is taken: not by an amount, and not *short*, *ill* or *behind*."""
    behind = [(token.text, token.pos) for token in tokens[verb + 1 : verb + 1 + NEAR]]
    return tokens[verb].lemma == "fall" and not sinks(behind)
