"""Name spans: the stretches of a text that may name a place, with the words around them that say what kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model.reading import Reading, Sentence, Token
from counterclaim.model.span import Span
from counterclaim.understand.gazetteer import Gazetteer, Match
from counterclaim.understand.places_ground import Ground
from counterclaim.understand.places_words import NationWords, PlaceWords

# No name in English news is longer, and each further token costs a look-up.
LONGEST = 6
# Airports are named after cities, and after towns and people with the names of towns.
CITY = 100_000
# Names that nobody writes without their article; others are found without it.
THE_NAMES = frozenset({"Hague", "Valley", "Bronx"})
# *White House* and *West Bank* are made of common words; so is *Northern District*, which is none of Israel's.
SURE = frozenset({"country", "region", "point"})
# Joined words that also stand between two names: *the Olav Library in Harbour Street*.
APART = frozenset({"in", "on", "and", "y", "e", "at", "am", "an", "as"})
# *In front of the Olav Hospital* speaks of the house.
SIDES = frozenset({"front", "outside", "inside", "back", "grounds", "steps", "gates", "corner", "roof", "side"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Named:
    """
    Tokens `first` to `last` (inclusive) that bear a name of the gazetteer, or one that spaCy takes for a place.

    `wanted` is the kind that a word beside it says (admin1, settlement ...); `whole` the tokens with that word and a
    direction; `direction` the shift of *eastern X*; `ground` whether no list has it and the text tells that it is held,
    taken or left.
    """

    first: int
    last: int
    name: str
    matches: tuple[Match, ...]
    whole: tuple[int, int]
    wanted: str = ""
    direction: str = ""
    ground: bool = False

    def span(self, tokens: Sequence[Token]) -> Span:
        """The characters from the word before to the word behind the name, as far as they belong to it."""
        return Span(tokens[self.whole[0]].start, tokens[self.whole[1]].end)


class Finder:
    """Finds name spans in one reading; a longer name wins over a shorter one that begins with the same word."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer, words: PlaceWords, nations: NationWords) -> None:
        self._reading, self._tokens, self._text = reading, reading.tokens, reading.document.text
        self._sentences = reading.sentences
        self._gazetteer, self._words, self._nations = gazetteer, words, nations
        self._ground = Ground(self._tokens, words)
        self._taken = -1

    def all(self) -> Iterator[Named]:
        """The name spans in the order of the text; none overlaps another."""
        for sentence in self._sentences:
            at = sentence.first
            while at < sentence.last:
                found = self._at(at, sentence)
                if found:
                    self._taken = found.whole[1]
                    yield found
                at = max(at, self._taken) + 1

    def named(self, span: Span) -> Named | None:
        """The name that stands at `span`, as far as its words have one; None where no word stands there."""
        inside = self._reading.tokens_in(span)
        if not inside:
            return None
        first, last, self._taken = inside[0], inside[-1], -1
        sentence = next(each for each in self._sentences if each.first <= first < each.last)
        last = min(last, sentence.last - 1)
        for end in range(last, first - 1, -1):
            matches = self._any(self._text[self._tokens[first].start : self._tokens[end].end])
            if matches:
                return self._with_words(first, end, matches, sentence)
        return self._with_words(first, last, (), sentence)

    def _any(self, name: str) -> tuple[Match, ...]:
        """What bears `name`, be it an adjective or an abbreviation."""
        code = self._nations.adjectives.get(name) or self._nations.exact.get(name)
        if code:
            return tuple(m for m in self._gazetteer.find(self._nations.names[code]) if m.unit.key == f"c:{code}")
        short = self._nations.abbreviations.get(name.rstrip("."))
        return self._gazetteer.find(short or name)

    def _at(self, first: int, sentence: Sentence) -> Named | None:
        if not self._opens(first, sentence):
            return None
        short = self._nations.abbreviations.get(self._tokens[first].text.rstrip("."))
        if short and self._word(first - 1, sentence) == ",":
            return Named(first, first, short, self._gazetteer.find(short), (first, first))
        held = self._ground.last(first, sentence.last)
        if held is not None and self._ground.is_height(first, held):
            return replace(self._with_words(first, held, (), sentence), ground=True)
        site = self._site(first, sentence)
        for last in reversed(list(self._ends(first, sentence))):
            if site and last < site.last - self._is_apart(site.last):
                return site
            if held is not None and last < held:
                return replace(self._with_words(first, held, (), sentence), ground=True)
            name = self._text[self._tokens[first].start : self._tokens[last].end]
            matches = self._matches(name)
            if matches:
                return replace(self._with_words(first, last, matches, sentence), ground=last == held)
        return site or self._unlisted(first, sentence)

    def _site(self, first: int, sentence: Sentence) -> Named | None:
        """A site that is named as one, whether or not a list has it: *Harbour Street*, *the Olav Tower*."""
        last = first
        for at in range(first + 1, min(first + LONGEST, sentence.last)):
            text = self._tokens[at].text
            if text.lower() in self._words.sites:
                last = at
            if not (text[0].isupper() or text == "-" or (text.lower() in self._words.joined and text not in APART)):
                break
        if last == first or not self._is_there(first, last, sentence):
            return None
        name = self._text[self._tokens[first].start : self._tokens[last].end]
        return Named(first, last, name, (), (first, last), "site")

    def _is_there(self, first: int, last: int, sentence: Sentence) -> bool:
        """Whether the sentence speaks of the site as of a place, not as of those who run it."""
        token, end = self._tokens[first], self._tokens[last]
        if token.pos not in ("PROPN", "NOUN", "ADJ") or token.entity == "NORP":
            return False
        the = self._word(first - 1, sentence) == "the"
        before = self._word(first - 1 - the, sentence)
        if token.entity == "PERSON":
            return the or before in self._words.stative or before in ("on", "to")
        if token.text in self._words.never:
            return end.entity == "FAC"
        if before == "of":
            kind = self._words.sites[end.text.lower()]
            return kind == "place" or self._word(first - 2 - the, sentence) in SIDES
        return before in self._words.locative or before in ("'s", "’s") or end.entity == "FAC"

    def _is_apart(self, at: int) -> bool:
        """Whether a listed name before the word is the place by itself: *Spandau district*, *the Oslo hospital*."""
        return self._tokens[at].text.islower() or self._tokens[at].text.lower() in self._words.units

    def _opens(self, first: int, sentence: Sentence) -> bool:
        """Whether a name may begin here: with a capital, or with an Arabic article before a hyphen and a capital."""
        text = self._tokens[first].text
        if text in ("The", "the"):
            return first + 1 < sentence.last and self._tokens[first + 1].text in THE_NAMES
        if text[0].isupper():
            return True
        follows = first + 2 < sentence.last and self._tokens[first + 1].text == "-"
        return follows and text in self._words.articles and self._tokens[first + 2].text[0].isupper()

    def _ends(self, first: int, sentence: Sentence) -> Iterator[int]:
        """The tokens that a name which begins at `first` may end with."""
        yield first
        for at in range(first + 1, min(first + LONGEST, sentence.last)):
            text, tight = self._tokens[at].text, self._tokens[at].start == self._tokens[at - 1].end
            if text[0].isupper() or (tight and text[0].isalpha()):
                yield at
            elif text.lower() in self._words.units and at > first:
                yield at
                return
            elif not (
                text.lower() in self._words.joined
                or text in ("-", "–", "'", "’", "'s", "’s")
                or (tight and text != ",")
            ):
                return

    def _matches(self, name: str) -> tuple[Match, ...]:
        """What bears `name`; a short word in capitals names a country or nothing (*CAR*, *UN*, *LA*)."""
        if name in self._nations.adjectives or name in self._words.never:
            return ()
        matches = self._gazetteer.find(name)
        if matches and all(word in self._words.never for word in name.split()):
            return tuple(match for match in matches if match.main and match.unit.precision in SURE)
        if len(name.replace(".", "")) <= 3:
            exact = f"c:{self._nations.exact.get(name, '')}"
            return tuple(m for m in matches if m.unit.key == exact or (name.istitle() and name.isalpha() and m.main))
        return matches

    def _with_words(self, first: int, last: int, matches: tuple[Match, ...], sentence: Sentence) -> Named:
        start, end, wanted = first, last, ""
        after = self._word(last + 1, sentence)
        if after in self._words.units and self._takes(self._words.units[after], matches):
            wanted, end = self._words.units[after], last + 1
            if self._tokens[end].text[0].isupper() and wanted in ("region", "site"):
                matches = self._famous(matches, wanted)
        elif after == "and" and self._word(last + 3, sentence) in self._words.units:
            wanted = self._words.units[self._word(last + 3, sentence)]
        elif self._word(first - 1, sentence) == "of" and self._word(first - 2, sentence) in self._words.units:
            wanted, start = self._words.units[self._word(first - 2, sentence)], first - 2
        elif self._word(first - 1, sentence) in self._words.units and self._tokens[first - 1].text.islower():
            wanted, start = self._words.units[self._word(first - 1, sentence)], first - 1
        direction = ""
        if self._word(start - 1, sentence) in self._words.directions:
            direction, start = self._words.directions[self._word(start - 1, sentence)], start - 1
        if (wanted or direction) and self._word(start - 1, sentence) == "the":
            start -= 1
        if start <= self._taken:
            start, wanted, direction = first, wanted if end > last else "", ""
        stem = last
        if not wanted and first < last and self._units_of(last) == "admin1":
            wanted, stem = "admin1", last - 1
        name = self._text[self._tokens[first].start : self._tokens[stem].end]
        return Named(first, last, name, matches, (start, end), wanted, direction)

    def _units_of(self, at: int) -> str:
        return self._words.units.get(self._tokens[at].text.lower(), "")

    def _takes(self, wanted: str, matches: tuple[Match, ...]) -> bool:
        """Whether a unit word behind the name belongs to it: *Bergen city*, but *a Norway town*."""
        return wanted != "settlement" or not matches or any(m.unit.precision == "settlement" for m in matches)

    def _famous(self, matches: tuple[Match, ...], wanted: str) -> tuple[Match, ...]:
        """What *Oslo Airport* may be named after: a city; *Trinity Peninsula* is named after no town of that name."""
        kept = (m for m in matches if m.unit.precision == "region" or (wanted == "site" and m.unit.population > CITY))
        return tuple(kept)

    def _word(self, at: int, sentence: Sentence) -> str:
        return self._tokens[at].text.lower() if sentence.first <= at < sentence.last else ""

    def _unlisted(self, first: int, sentence: Sentence) -> Named | None:
        """A name that spaCy takes for a place and the gazetteer lacks."""
        token = self._tokens[first]
        called = self._word(first - 1, sentence) == "of" and self._words.units.get(self._word(first - 2, sentence))
        if called == "settlement" and token.pos == "PROPN" and token.text not in self._words.never:
            return self._with_words(first, first, (), sentence)
        held = self._ground.last(first, sentence.last)
        if held is not None:
            return replace(self._with_words(first, held, (), sentence), ground=True)
        if token.entity != "GPE" or not token.entity_start or not token.text[0].isupper():
            return None
        if token.text.isupper() or token.text in self._words.never or self._word(first - 1, sentence) == "the":
            return None
        last = first
        while last + 1 < sentence.last and self._tokens[last + 1].entity == token.entity:
            if self._tokens[last + 1].entity_start or self._tokens[last + 1].text == ",":
                break
            last += 1
        return self._with_words(first, last, (), sentence)
