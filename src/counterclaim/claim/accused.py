"""Finds whom a claim accuses: the persons it names beside a wrong or a crime, each with their role in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claim.persons import Persons
from counterclaim.claim.wrong import imputes, linked, spared, wrongs_in
from counterclaim.model.claim import Accused, Act, Claim
from counterclaim.model.reading import Reading
from counterclaim.model.span import Spans, hold

# Who denies or admits a wrong is the one of whom it was said.
OWN = frozenset({Act.DENIES, Act.ADMITS})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
# Of several, or of none, nobody is told apart.
MANY = frozenset({"we", "us", "our", "ours", "ourselves", "it", "its"})
SUBJECTS = frozenset({"nsubj"})
THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})


def with_accused(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """
    The claims, each with the persons that it names beside a wrong; a denial and a question name them just as well.

    Where the text does not tell who is accused, everybody is whom the words name, but for those who plainly are not.
    """
    finder = Finder(reading, claims)
    return tuple(replace(claim, accused=finder.accused(claim)) for claim in claims)


class Finder:
    """Looks for the accused in the claims of one document."""

    def __init__(self, reading: Reading, claims: Sequence[Claim]) -> None:
        self.reading = reading
        self.wrongs = wrongs_in(reading)
        self.persons = Persons(reading)
        # Whoever only tells what was done is not accused of it.
        self.tellers = {
            at for claim in claims if claim.act not in OWN for span in claim.source for at in reading.tokens_in(span)
        }

    def accused(self, claim: Claim) -> tuple[Accused, ...]:
        """The persons whom `claim` accuses, in text order."""
        found = [at for at in self._named(claim) if at is not None]
        names = dict.fromkeys(name for at in found for name in self.persons.names_at(at))
        return tuple(self.persons.accused(name) for name in names)

    def _named(self, claim: Claim) -> Iterator[int | None]:
        """The tokens by which the accused are named."""
        telling = self._tokens(claim.source)
        yield from (at for at in telling if imputes(self.persons.role_at(at)))
        content = self._tokens(claim.content)
        wrong = any(at in self.wrongs for at in (*content, *self._tokens(claim.cue)))
        if not wrong and claim.act is not Act.ACCUSES:
            return
        yield from self._around(claim) if claim.act is Act.ACCUSES else ()
        own = {name for at in telling for name in self.persons.names_at(at)}
        for at in content:
            yield self._in_content(at, own, surely=claim.act is Act.ACCUSES)
        if claim.act in OWN and not self._of_another(content, own):
            yield from telling
        else:
            yield from self._speaks_of_self(telling, content)

    def _in_content(self, at: int, own: set[str], *, surely: bool) -> int | None:
        """The token if it names or may stand for somebody accused; a pronoun only where the wrong is said of it."""
        word = self.reading.tokens[at].text.lower()
        if word in FIRST or word in MANY or spared(self.reading, at, self.wrongs):
            return None
        names = self.persons.names_at(at)
        if word in THIRD and (not names or own & set(names)):
            near = at if names else self.persons.last_before(at)
            return near if surely or linked(self.reading, at, self.wrongs) else None
        return None if at in self.tellers else at

    def _of_another(self, content: Sequence[int], own: set[str]) -> bool:
        """*Denied that the crash was a crime*: what is denied has a doer of its own, who is not the one who denies."""
        tokens, inside = self.reading.tokens, set(content)
        for at in content:
            token = tokens[at]
            main = tokens[token.head].head not in inside or tokens[token.head].head == token.head
            if token.dep in SUBJECTS and main and token.pos in ("NOUN", "PROPN"):
                return not own & set(self.persons.names_at(at))
        return False

    def _speaks_of_self(self, telling: Sequence[int], content: Sequence[int]) -> Sequence[int]:
        """Those who speak, where their own *I* is what the wrong is said of."""
        firsts = (at for at in content if self.reading.tokens[at].text.lower() in FIRST)
        of_self = any(
            linked(self.reading, at, self.wrongs) and not spared(self.reading, at, self.wrongs) for at in firsts
        )
        return telling if of_self else ()

    def _around(self, claim: Claim) -> Iterator[int]:
        """*The ministry accused Birk of fraud*: the others in the sentence of the cue."""
        for at in self._tokens(claim.cue)[:1]:
            sentence = self.reading.sentence_at(at)
            for each in range(sentence.first, sentence.last):
                if each not in self.tellers and not hold(claim.content, (self.reading.tokens[each].span,)):
                    yield each

    def _tokens(self, spans: Spans) -> list[int]:
        return [at for span in spans for at in self.reading.tokens_in(span)]
