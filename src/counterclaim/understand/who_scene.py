"""What has been understood so far while the mentions of a document are gone through in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from counterclaim.model.document import PartKind
from counterclaim.model.reading import MentionKind, Reading
from counterclaim.understand.mentions_land import Land
from counterclaim.understand.mentions_phrase import Phrase, Phrases
from counterclaim.understand.mentions_words import body_kind, role_kind, singular
from counterclaim.understand.who_cast import Someone, words_of
from counterclaim.understand.who_known import Known
from counterclaim.understand.who_pronoun import Seen, Spot, distance
from counterclaim.understand.who_quoted import quoted_tokens, saying

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Single words for many people: *they* may stand for them.
MANY = frozenset({"police", "military", "government", "army", "team", "family", "group", "company", "media", "staff"})


# Nobody is looked for behind more mentions than this, however long the sentence.
MOST = 200


class Scene:
    """The cast of a document, who was met so far and in what place, and whom each phrase was found to mean."""

    def __init__(self, reading: Reading, read: Phrases, phrases: Mapping[int, Phrase]) -> None:
        self.read, self.phrases = read, phrases
        self.tokens, self.lands = reading.tokens, read.lands
        self.quoted = quoted_tokens(reading)
        self.known = Known(read, phrases)
        self.cast = self.known.cast
        self.history: list[Seen] = []
        self.found: dict[int, Someone | None] = {}
        self._sentences = [n for n, each in enumerate(reading.sentences) for _ in range(each.first, each.last)]
        self._told = self._count_told()
        self._states: dict[str, Someone] = {}

    def sentence(self, token: int) -> int:
        """The number of the sentence that the token stands in."""
        return self._sentences[token]

    def part(self, token: int) -> int:
        """The number of the document's part that the token stands in."""
        return self.read.reading.sentences[self.sentence(token)].part

    def says(self, head: int) -> bool:
        """Whether what token `head` is the subject of is a verb of saying."""
        return self.tokens[self.tokens[head].head].lemma in saying()

    def spot(self, token: int) -> Spot:
        """Where the token stands."""
        sentence = self.sentence(token)
        return Spot(sentence, self.quoted.get(token, -1), self._told[sentence])

    def is_whole(self, quotation: int) -> bool:
        """Whether a quotation opens a sentence of its own, so that its speaker is *I* in it."""
        reading = self.read.reading
        first = reading.quotations[quotation].pieces[0].of(reading.document.text).lstrip("\"“”‘’'« ")
        return first[:1].isupper()

    def _count_told(self) -> list[int]:
        """For each sentence how many up to it are not wholly quoted."""
        found, told = [], 0
        for sentence in self.read.reading.sentences:
            words = [at for at in range(sentence.first, sentence.last) if self.tokens[at].pos != "PUNCT"]
            told += any(at not in self.quoted for at in words)
            found.append(told)
        return found

    def meet(self, head: int, who: Someone) -> None:
        """Notes that somebody was mentioned at token `head`."""
        who.seen, who.count = head, who.count + 1
        token = self.tokens[head]
        told = self._is_told_of(head)
        subject = told or token.dep in SUBJECTS
        speaking = told or (subject and self.says(head))
        aside = self._is_aside(head)
        self.history.append(Seen(who, head, self.spot(head), subject, speaking, token.dep == "poss", aside))

    def speaks(self, seen: Seen) -> bool:
        """Whether somebody is the subject of a verb of saying outside quotations."""
        return seen.speaking and seen.quotation < 0 and self.tokens[seen.token].dep in SUBJECTS

    def _is_told_of(self, head: int) -> bool:
        """Whether somebody is named as the source of what is told: *according to Birk*."""
        above = self.tokens[head].head
        return self.tokens[above].text.lower() == "to" and self.tokens[above - 1].text.lower() == "according"

    def _is_aside(self, head: int) -> bool:
        """Whether the token stands in brackets or in a caption, which tell of nobody that goes on to be spoken of."""
        sentence = self.read.reading.sentences[self.sentence(head)]
        if self.read.reading.document.parts[sentence.part].kind == PartKind.CAPTION:
            return True
        before = [self.tokens[at].text for at in range(sentence.first, head)]
        return before[:1] == ["FILE"] or before.count("(") > before.count(")")

    def above(self, token: int) -> list[int]:
        """The subjects of the clauses of saying that hold the clause of which the token is the subject."""
        found, at = [], self.tokens[token].head
        while self.tokens[at].dep == "ccomp" and self.tokens[at].head != at:
            at = self.tokens[at].head
            found += [child for child in self.read.children[at] if self.tokens[child].dep in SUBJECTS]
        return found

    def lately(self, head: int, sentences: int) -> Iterator[Seen]:
        """Who was met before token `head` in its sentence and so many before it, the last first."""
        here = self.spot(head)
        for seen in islice(reversed(self.history), MOST):
            if distance(seen.spot, here) > sentences:
                return
            if seen.token < head:
                yield seen

    def acting_state(self, head: int) -> str | None:
        """The one state that is the subject of what is told in this sentence and the one before, up to token `head`."""
        sentence = self.read.reading.sentences[self.sentence(head)]
        # A state named beside somebody else is theirs: *..., while his Norland counterpart*.
        named = any(at in self.lands for at in range(sentence.first, sentence.last))
        near = [seen for seen in self.lately(head, 0 if named else 1) if self._same_part(seen.token, head)]
        states = [seen for seen in near if seen.who.kind == MentionKind.STATE and seen.quotation < 0]
        here = {seen.who.side for seen in states}
        told = any(seen.subject and seen.speaking for seen in states)
        return next(iter(here)) if told and len(here) == 1 else None

    def _same_part(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        return self.part(one) == self.part(other)

    def state(self, land: Land) -> Someone:
        """The state as somebody who speaks; a seat of government keeps its own name, with the state as its side."""
        seat = land.form in ("seats", "capital")
        name = self.read.words(land.first, land.last) if seat else land.name
        who = self._states.get(name)
        if who is None:
            who = self._states[name] = Someone(name, MentionKind.STATE, side=land.name, lands=[land.name])
        return who

    def add(self, name: str, phrase: Phrase, side: str | None, because: str) -> Someone:
        """Somebody without a name of their own, called by the words of the phrase; the same for equal words."""
        known = self.cast.find(name)
        if known is not None:
            return known
        who = Someone(name, phrase.kind, phrase.noun, words_of(name), phrase.plural)
        who.gender, who.side, who.because = phrase.gender, side, because
        self.cast.call(who, (singular(self.tokens[at].text) for at in range(phrase.first, phrase.head + 1)))
        who.role = name if phrase.kind == MentionKind.ROLE else None
        who.people = body_kind(phrase.noun) in ("people", "group") or bool(role_kind(phrase.noun))
        who.many = phrase.noun in MANY
        return self.cast.add(who)
