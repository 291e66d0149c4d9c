"""Use: whether a name stands for a place, for those who act in its name, or for a part of another name."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.reading import Token
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.places_spans import PLACE_LABELS, SURE, Named
from counterclaim.understand.places_words import PlaceWords

# *Oslo-based* says where somebody is.
HYPHENED = frozenset({"based", "born", "area"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
NO_PLACES = frozenset({"NORP", "DATE", "LANGUAGE", "EVENT", "WORK_OF_ART", "LAW"})
# A name of two words or more that is wholly one of these is no chance likeness.
NAMED_IN_FULL = SURE | {"admin1"}
# The label alone is wrong too often for a name that only a village bears.
TINY = 20_000
# Below this a town whose name is in no other way marked as a place is more often a person, a firm or a plain word.
KNOWN_TOWN = 100_000
# From here on a name is more often the town, even where it is labelled a person or a firm.
GREAT_TOWN = 300_000


def _is_large(unit: Unit, least: int) -> bool:
    return unit.precision != "settlement" or unit.geonames_id is None or unit.population >= least


class Use:
    """Judges name spans of one document by the words and the syntax around them."""

    def __init__(self, tokens: Sequence[Token], words: PlaceWords) -> None:
        self._tokens, self._words = tokens, words
        self._person_names = self._names_of_people()
        self._speakers = self._names_of_speakers()

    def _names_of_people(self) -> frozenset[str]:
        """The words of personal names of two words or more: *Jordan* after *Michael Jordan* is no country."""
        names: set[str] = set()
        run: list[str] = []
        for token in (*self._tokens, None):
            if token is not None and token.entity == "PERSON" and not token.entity_start:
                run.append(token.text)
                continue
            if len(run) > 1:
                names.update(run)
            run = [token.text] if token is not None and token.entity == "PERSON" else []
        return frozenset(names)

    def _names_of_speakers(self) -> frozenset[str]:
        """Single names that speak: *Berg said* makes Berg a person, if it is no capital and no country."""
        return frozenset(
            token.text
            for token in self._tokens
            if token.dep == "nsubj" and token.pos == "PROPN" and self._tokens[token.head].lemma in self._words.speech
        )

    def is_part(self, named: Named) -> bool:
        """Whether the name is part of one that is no place: *Oslo Post*, *Paris Berg*, *Bank of Norway*."""
        first = self._tokens[named.first]
        after, before = self._beside(named.whole[1] + 1), self._beside(named.first - 1)
        if self._is_hyphened(named):
            return True
        if before and before.text in ("from", "in") and self._is_before_person(named, after):
            return False
        if after and self._joins(self._tokens[named.whole[1]], after) and not self._follows(after):
            return True
        if before and named.whole[0] == named.first and self._joins(before, first) and not self._introduces(before):
            return True
        if before and before.text == "of" and named.whole[0] == named.first:
            return self._is_organisation(self._beside(named.first - 2))
        person = first.entity == "PERSON" == self._tokens[named.last].entity
        return person and not named.wanted and self._entity_size(named) > named.last - named.first + 1

    def _is_before_person(self, named: Named, after: Token | None) -> bool:
        """Whether a state and then its senator are named: *the senator from Vermont Ada Berg*."""
        state = any(m.main and m.unit.precision in ("admin1", "country") for m in named.matches)
        before = self._beside(named.first - 2)
        titled = before is not None and before.text.lower() in self._words.titles
        return state and after is not None and (after.entity == "PERSON" or titled)

    def _is_hyphened(self, named: Named) -> bool:
        """Whether the name is half of an adjective: *pro-Paris*, *Paris-led*."""
        hyphen, word = self._beside(named.last + 1), self._beside(named.last + 2)
        tight = hyphen is not None and hyphen.text == "-" and hyphen.start == self._tokens[named.last].end
        if tight and word and word.text.islower():
            return word.text not in HYPHENED
        hyphen, word = self._beside(named.first - 1), self._beside(named.first - 2)
        joined = hyphen and hyphen.text == "-" and hyphen.end == self._tokens[named.first].start
        return bool(joined and word and word.text.islower())

    def _beside(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def _joins(self, one: Token, other: Token) -> bool:
        """Whether two capitalised tokens beside each other make one name."""
        if not (one.text[0].isupper() and other.text[0].isupper() and other.start - one.end <= 1):
            return False
        if one.pos not in ("PROPN", "NOUN", "ADJ") or other.pos not in ("PROPN", "NOUN"):
            return False
        if other.entity == "PERSON" and other.entity_start and one.entity != "PERSON":
            return False
        same_entity = bool(one.entity) and one.entity == other.entity and not other.entity_start
        return same_entity or one.head == other.i or other.head == one.i or one.head == other.head

    def _follows(self, after: Token) -> bool:
        """Whether a word may stand behind a name without being part of it: *Kowloon West*, *Texas Governor*."""
        if after.text.lower() in self._words.titles:
            return True
        further = self._beside(after.i + 1)
        ends = further is None or not further.text[0].isupper()
        return ends and after.text.lower() in self._words.directions

    def _introduces(self, before: Token) -> bool:
        word = before.text.lower()
        return word in self._words.units or word in self._words.titles or word in self._words.directions

    def _is_organisation(self, noun: Token | None) -> bool:
        if noun is None or not noun.text[0].isupper() or noun.pos not in ("PROPN", "NOUN"):
            return False
        if noun.entity == "PERSON" or self._is_titled(noun):
            return False
        if noun.text.lower() in self._words.units:
            before = self._beside(noun.i - 1)
            return before is not None and before.text[0].isupper() and before.pos in ("PROPN", "ADJ")
        return noun.text.lower() not in self._words.titles

    def _is_titled(self, noun: Token) -> bool:
        """Whether a title opens the name that `noun` closes: *Senator Ada Berg of Hawaii*."""
        at = noun.i - 1
        while at >= 0 and at > noun.i - 4 and self._tokens[at].pos == "PROPN":
            if self._tokens[at].text.lower() in self._words.titles:
                return True
            at -= 1
        return False

    def _entity_size(self, named: Named) -> int:
        first, last = named.first, named.last
        while first > 0 and not self._tokens[first].entity_start and self._tokens[first].entity:
            first -= 1
        while (
            last + 1 < len(self._tokens) and self._tokens[last + 1].entity and not self._tokens[last + 1].entity_start
        ):
            last += 1
        return last - first + 1

    def is_known(self, named: Named) -> bool:
        """Whether enough speaks for a place: its fame, its label, a word beside it, or where the sentence puts it."""
        first = self._tokens[named.first]
        if self.is_dateline(named):
            return True
        if self.is_person(named) and not self._is_directly_located(named):
            return False
        if named.ground or self._is_famous(named):
            return True
        if named.wanted or named.direction:
            return first.entity != "PERSON" or bool(named.wanted)
        if first.entity in PLACE_LABELS:
            return not self.is_tiny(named) or self.is_located(named)
        if named.first == named.last and (first.entity in NO_PLACES or first.pos not in ("PROPN", "NOUN")):
            if first.entity != "NORP":
                return False
            return self._has_unit_behind(named) or (self.is_possible(named) and self.is_located(named))
        if named.name in self._words.ordinary or (
            first.text.isupper() and named.first == named.last and self._is_small(named)
        ):
            return False
        if first.entity in ("PERSON", "ORG", "PRODUCT"):
            return self.is_located(named) or any(m.main and _is_large(m.unit, GREAT_TOWN) for m in named.matches)
        return self.is_located(named) or not self._is_small(named)

    def _is_famous(self, named: Named) -> bool:
        """Whether a name of two words or more is wholly that of a country, a region or the like."""
        return named.first < named.last and any(m.main and m.unit.precision in NAMED_IN_FULL for m in named.matches)

    def _has_unit_behind(self, named: Named) -> bool:
        """Whether a country or state stands before what lies in it: *a Texas town*, *the US capital city*."""
        after = self._beside(named.last + 1)
        state = any(m.main and m.unit.precision in ("admin1", "country") for m in named.matches)
        return state and after is not None and self._words.units.get(after.lemma) in ("settlement", "admin2")

    def is_person(self, named: Named) -> bool:
        """Whether the document uses the name for somebody: as part of a full name, or as one who speaks."""
        if named.first < named.last:
            return False
        first = self._tokens[named.first]
        return first.text in self._person_names or self._is_speaker(named)

    def _is_speaker(self, named: Named) -> bool:
        famous = any(match.main and _is_large(match.unit, GREAT_TOWN) for match in named.matches)
        return named.name in self._speakers and not famous

    def is_possible(self, named: Named) -> bool:
        """Whether nothing speaks against a place: no personal name, no plain word."""
        first = self._tokens[named.first]
        ordinary = named.name in self._words.ordinary or first.text in self._person_names
        return bool(named.matches) and first.pos == "PROPN" and not ordinary and not self.is_tiny(named)

    def _is_small(self, named: Named) -> bool:
        return not any(match.main and _is_large(match.unit, KNOWN_TOWN) for match in named.matches)

    def is_tiny(self, named: Named) -> bool:
        """Whether only villages bear the name, or towns as one of their other names."""
        return bool(named.matches) and all(
            match.unit.precision == "settlement" and (match.unit.population < (TINY if match.main else KNOWN_TOWN))
            for match in named.matches
        )

    def is_dateline(self, named: Named) -> bool:
        """Whether the name opens a sentence in capitals before a dash: *OSLO —*, *BERGEN, Norway —*."""
        token, after = self._tokens[named.first], self._tokens[named.last + 1 : named.last + 4]
        opens = named.first == 0 or self._tokens[named.first - 1].end < token.start - 1 or token.dep == "ROOT"
        dashed = any(t.text in ("—", "–", "--") for t in after)
        return token.text.isupper() and len(token.text) > 3 and dashed and (opens or self._starts(named.first))

    def _starts(self, at: int) -> bool:
        return self._tokens[at - 1].text in (".", '"', "”") if at else True

    def _is_directly_located(self, named: Named) -> bool:
        before = self._beside(named.whole[0] - 1)
        return before is not None and before.text.lower() in self._words.stative and before.pos == "ADP"

    def _root(self, named: Named) -> Token:
        """The token that the name hangs in the sentence by, with the word beside it (*Kursk region*)."""
        inside = range(named.first, named.whole[1] + 1)
        return next(
            (self._tokens[at] for at in inside if self._tokens[at].head not in inside), self._tokens[named.last]
        )

    def _joined_root(self, named: Named) -> Token:
        """The root, or what it is joined to: the first of *Lvov, Kharkov and Odessa*."""
        token = self._root(named)
        for _ in range(8):
            if token.dep not in ("conj", "appos") or token.head == token.i:
                break
            token = self._tokens[token.head]
        return token

    def is_located(self, named: Named) -> bool:
        """Whether the sentence puts something at the name: *in X*, *near X*."""
        before = self._beside(named.whole[0] - 1)
        if before and before.text.lower() in self._words.stative and before.pos in ("ADP", "SCONJ", "VERB"):
            return True
        if before and before.text == "of" and self._is_office(self._beside(before.i - 1)):
            return True
        root = self._joined_root(named)
        if root.dep != "pobj":
            return False
        head = self._tokens[root.head]
        return head.text.lower() in self._words.stative or (
            head.text == "of" and self._is_office(self._beside(head.i - 1))
        )

    def is_clearly_located(self, named: Named) -> bool:
        """Whether a name that no list has is a place all the same: *in X*, and X is taken for one and owns nothing."""
        before, after = self._beside(named.first - 1), self._beside(named.last + 1)
        if self._tokens[named.first].entity not in PLACE_LABELS or (after and after.tag == "POS"):
            return False
        return bool(before and before.text.lower() in ("in", "near", "at", "outside", "around"))

    def _is_office(self, noun: Token | None) -> bool:
        """Whether a noun before *of* takes a place: *the mayor of X*, *residents of X*."""
        if noun is None or noun.pos == "PROPN":
            return False
        return noun.text.lower() in self._words.titles or noun.text.lower() in self._words.units

    def speaks(self, named: Named) -> bool:
        """Whether a country stands for those who speak or decide in its name: *Norway said*, *Norway's decision*."""
        root = self._joined_root(named)
        head = self._tokens[root.head]
        if root.dep in ("nsubj", "agent"):
            return head.lemma in self._words.speech
        if root.dep == "pobj" and head.text == "by":
            return self._tokens[head.head].lemma in self._words.speech
        return root.dep == "poss" and head.lemma in self._words.deeds

    def _explains(self, named: Named) -> bool:
        """Whether the name only says which town is meant: *the capital, Oslo, fell*."""
        comma, noun = self._beside(named.first - 1), self._beside(named.first - 2)
        return bool(comma and noun and comma.text == "," and noun.lemma in self._words.units)

    def places_noun(self, named: Named) -> bool:
        """Whether a town says where a thing is: *an Oslo street*, but *the Oslo government*."""
        root = self._root(named)
        head = self._tokens[root.head]
        return root.dep in MODIFIERS and head.i > root.i and head.lemma not in self._words.deeds

    def acts(self, named: Named) -> bool:
        """Whether a seat of government stands for those who act in its name: *Oslo wants*, *the Oslo plan*."""
        if self.is_dateline(named) or self._explains(named) or self._has_unit_behind(named):
            return False
        root = self._joined_root(named)
        head = self._tokens[root.head]
        if root.dep in SUBJECTS:
            return head.lemma not in self._words.still
        if root.dep in MODIFIERS or root.dep == "poss":
            return True
        if root.dep in ("pobj", "prep"):
            return head.text.lower() not in self._words.locative
        if root.dep in ("dobj", "obj"):
            return head.lemma not in self._words.visited
        return root.dep in ("dative", "oprd")
