"""Finds out who is named only after being described: *a former judge says ...*, then *Ada Birk, a former judge*."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.document import PartKind
from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_phrase import Phrase
from counterclaim.understand.mentions_words import body_kind, singular
from counterclaim.understand.who_cast import Someone, words_of
from counterclaim.understand.who_pronoun import Seen
from counterclaim.understand.who_scene import Scene

HEADLINES = frozenset({PartKind.TITLE, PartKind.EXCERPT})
# Who is not named within so many sentences of the body is not named because he was described.
OPENING = 12
# Words that tell nobody from another who holds the same office.
PLAIN = frozenset({"a", "an", "the", "one", "former", "ex", "top", "senior", "new", "first", "of", "for", "at", "in"})


class Later:
    """Joins those whom the opening of a document only describes to those who are named after it, where one fits."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens = scene, scene.tokens
        parts = scene.read.reading.document.parts
        self._first = next((n for n, part in enumerate(parts) if part.kind == PartKind.BODY), len(parts))
        self._kinds = [part.kind for part in parts]
        self._seen = self._first_seen()
        end = self._body_sentence() + OPENING
        self._speaking = {each.who for each in scene.history if each.speaking and each.sentence <= end}

    def join(self) -> None:
        """Puts the named one in place of the described one wherever that was found."""
        described = list(self._described())
        if not described:
            return
        for old, phrase in described:
            # Of two who are only described either may be named next.
            new = self._by_words(phrase) or (self._named_next(phrase) if len(described) == 1 else None)
            if new is not None:
                self._replace(old, new)

    def _described(self) -> Iterator[tuple[Someone, Phrase]]:
        """Single persons and bodies without a name that speak in the opening, each once."""
        known: set[int] = set()
        for head, phrase in self.scene.phrases.items():
            who, token = self.scene.found.get(head), self.tokens[head]
            if self._part(head) > self._first:
                return
            kind = phrase.kind == MentionKind.ROLE or self._is_plain_body(phrase)
            if who is None or id(who) in known or not kind or phrase.plural or who.plural:
                continue
            nameless = who.noun and not phrase.name
            headline = self._kinds[self._part(head)] in HEADLINES
            if (nameless and token.dep == "nsubj") or (headline and self._is_class(who)):
                known.add(id(who))
                yield who, phrase

    def _is_class(self, who: Someone) -> bool:
        """Whether a name stands in headlines only, whose capitals make a name of what is none: *Rights Group*."""
        heads = [head for head, each in self.scene.found.items() if each is who]
        return all(self._kinds[self._part(head)] == PartKind.TITLE for head in heads)

    def _is_plain_body(self, phrase: Phrase) -> bool:
        headline = self._kinds[self._part(phrase.head)] == PartKind.TITLE
        kinds = ("own", "group", "public", *(("court", "local", "school", "media") if headline else ()))
        return phrase.kind == MentionKind.BODY and body_kind(phrase.noun) in kinds

    def _by_words(self, phrase: Phrase) -> Someone | None:
        """The one named and speaking in the opening for whom the same words stand."""
        fits = self._fits_person if phrase.kind == MentionKind.ROLE else self._fits_body
        lands = self._lands(phrase)
        fitting = [
            who
            for who, first in self._seen.items()
            if who in self._speaking and not (lands and who.lands and not lands & set(who.lands)) and fits(phrase, who)
            if self._kinds[self._part(first.token)] != PartKind.TITLE
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _fits_person(self, phrase: Phrase, who: Someone) -> bool:
        """Whether the same office and words are given to a person; headlines give one of the two, of the lead's."""
        words = self._words(phrase)
        office, same = singular(phrase.noun) in who.nouns, bool(words) and words <= who.nouns
        if who.kind != MentionKind.PERSON or not (office or same):
            return False
        headline = self._kinds[self._part(phrase.head)] == PartKind.TITLE and self._in_lead(who)
        return (office and same) or (headline and (office or len(words) > 1))

    def _fits_body(self, phrase: Phrase, who: Someone) -> bool:
        """Whether the name of a body in the lead holds a telling word of the phrase, or ends with a headline's only."""
        if who.kind != MentionKind.BODY or not self._in_lead(who):
            return False
        words = self._words(phrase)
        headline = self._kinds[self._part(phrase.head)] == PartKind.TITLE and len(who.words) > 1
        return bool(words & set(who.words)) or (headline and not words and who.words[-1] == phrase.noun)

    def _in_lead(self, who: Someone) -> bool:
        return self._part(self._seen[who].token) <= self._first

    def _named_next(self, phrase: Phrase) -> Someone | None:
        """The one person who speaks next, is named for the first time and is not described otherwise."""
        if phrase.kind != MentionKind.ROLE:
            return None
        end = self._body_sentence() + OPENING
        new = [
            (who, seen)
            for who, seen in self._seen.items()
            if who.kind == MentionKind.PERSON and self._part(phrase.head) < self._part(seen.token)
        ]
        speaking = [who for who, seen in new if seen.subject and seen.speaking and seen.sentence <= end]
        plain = [who for who in speaking if not who.described and len(who.words) > 1]
        return plain[0] if len(plain) == 1 and plain[0] is speaking[0] else None

    def _replace(self, old: Someone, new: Someone) -> None:
        for head, who in self.scene.found.items():
            if who is old:
                self.scene.found[head] = new
        new.role = new.role or old.role
        new.side, new.because = (new.side, new.because) if new.side else (old.side, old.because)

    def _words(self, phrase: Phrase) -> set[str]:
        """What the phrase says beside the office: without articles, states and words that fit everybody."""
        last = max(phrase.last, phrase.described[-1]) if phrase.described else phrase.last
        at = [at for at in range(phrase.first, last + 1) if at not in self.scene.lands and at != phrase.head]
        words = {word for each in at for word in words_of(self.tokens[each].text)}
        return {singular(word) for word in words} - PLAIN - {singular(phrase.noun)}

    def _lands(self, phrase: Phrase) -> set[str]:
        return {self.scene.lands[at].name for at in range(phrase.first, phrase.last + 1) if at in self.scene.lands}

    def _first_seen(self) -> dict[Someone, Seen]:
        """Everybody with a name, with where the body names them first, in text order; those in headlines too."""
        found: dict[Someone, Seen] = {}
        for seen in self.scene.history:
            phrase = self.scene.phrases[seen.token]
            named = phrase.name is not None and not seen.who.noun
            if (named or self._is_half_named(phrase)) and seen.who not in found:
                found[seen.who] = seen
        return found

    def _is_half_named(self, phrase: Phrase) -> bool:
        """*The Harrow Valley hospital*: a body by a name and a plain word."""
        before = self.tokens[phrase.first : phrase.head]
        return phrase.kind == MentionKind.BODY and not phrase.plural and any(each.pos == "PROPN" for each in before)

    def _part(self, token: int) -> int:
        return self.scene.part(token)

    def _body_sentence(self) -> int:
        """The number of the first sentence of the body."""
        sentences = self.scene.read.reading.sentences
        return next((n for n, each in enumerate(sentences) if each.part >= self._first), 0)
