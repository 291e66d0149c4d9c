"""Finds whom a claim accuses: the persons it names beside a wrong or a crime, each with their role in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claim.persons import Persons
from counterclaim.claim.wrong import charged, imputes, linked, of_things, spared, suffers, wrongs_in
from counterclaim.model.claim import Accused, Act, Claim
from counterclaim.model.reading import MentionKind, Reading
from counterclaim.model.span import Spans, hold

# Who denies or admits a wrong is the one of whom it was said.
OWN = frozenset({Act.DENIES, Act.ADMITS})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
# Of several, or of none, nobody is told apart.
MANY = frozenset({"we", "us", "our", "ours", "ourselves", "it", "its"})
SUBJECTS = frozenset({"nsubj"})
NEVER = frozenset({"never", "no", "nothing", "nobody", "innocent"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
IMPERSONAL = frozenset({MentionKind.BODY, MentionKind.STATE})
THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})


def with_accused(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """
    The claims, each with the persons that it names beside a wrong; a denial and a question name them just as well.

    Where the text does not tell who is accused, everybody is whom the words name, but for those who plainly are not.
    Whoever is accused anywhere in the document is so too where they speak of what they did: *I was at home*.
    """
    finder = Finder(reading, claims)
    return tuple(replace(claim, accused=(*finder.accused(claim), *finder.of_self(claim))) for claim in claims)


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
        # A last name that several have tells of none of them.
        single = [(at, names[0]) for at, names in self.persons.named() if len(names) == 1 and not self._unsure(at)]
        self.charged = {name for at, name in single if charged(reading, at, self.wrongs)}
        self.victims = self._victims()

    def accused(self, claim: Claim) -> tuple[Accused, ...]:
        """The persons whom `claim` accuses, in text order."""
        found = [at for at in self._named(claim) if at is not None]
        names = dict.fromkeys(name for at in found for name in self.persons.names_at(at))
        spared_here = self.victims - self._doers(claim)
        return tuple(self.persons.accused(name) for name in names if name not in spared_here)

    def of_self(self, claim: Claim) -> tuple[Accused, ...]:
        """Those without a public role who are charged and speak here of themselves, where no wrong is named."""
        telling, content = self._tokens(claim.source), self._tokens(claim.content)
        own = {names[0] for at in telling if len(names := self.persons.names_at(at)) == 1} & self.charged
        if not own or not (claim.act in OWN or self._tells_of(own, content)):
            return ()
        already = {each.name for each in self.accused(claim)}
        found = (self.persons.accused(name) for name in sorted(own - already))
        return tuple(each for each in found if not each.public)

    def _tells_of(self, own: set[str], content: Sequence[int]) -> bool:
        """Whether the words are on what these did or did not do."""
        tokens = self.reading.tokens
        selves = [at for at in content if tokens[at].text.lower() in FIRST or own & set(self.persons.names_at(at))]
        if any(tokens[at].dep == "neg" or tokens[at].lemma.lower() in NEVER for at in content):
            return any(not spared(self.reading, at, self.wrongs) for at in selves)
        return any(tokens[at].dep == "nsubj" and self._is_past(tokens[at].head) for at in selves)

    def _is_past(self, verb: int) -> bool:
        below = (self.reading.tokens[child] for child in self.reading.children[verb])
        return any(each.tag == "VBD" for each in (self.reading.tokens[verb], *below) if each.dep != "ccomp")

    def _doers(self, claim: Claim) -> set[str]:
        """*He contended that Birk provoked it*: who does something in words that accuse, even of no wrong by name."""
        tokens = (self.reading.tokens[at] for at in self._tokens(claim.content) if claim.act is Act.ACCUSES)
        return {name for token in tokens if token.dep in SUBJECTS for name in self.persons.names_at(token.i)}

    def _victims(self) -> frozenset[str]:
        """Those to whom the document's wrongs are done, and of whom it nowhere says one: accused by none of them."""
        done_to, said_of = set[str](), set[str]()
        for at, names in self.persons.named():
            if suffers(self.reading, at, self.wrongs):
                done_to.update(names)
            elif not spared(self.reading, at, self.wrongs) and linked(self.reading, at, self.wrongs):
                said_of.update(names)
        called = {name for name in done_to if imputes(self.persons.accused(name).role)}
        return frozenset(done_to - said_of - called)

    def _named(self, claim: Claim) -> Iterator[int | None]:
        """The tokens by which the accused are named."""
        telling = self._tokens(claim.source)
        yield from (at for at in telling if imputes(self.persons.role_at(at)))
        content = self._tokens(claim.content)
        wrongs = [at for at in (*content, *self._tokens(claim.cue)) if at in self.wrongs]
        if not wrongs and claim.act is not Act.ACCUSES:
            return
        impersonal = bool(wrongs) and all(of_things(self.reading, at, self.wrongs) for at in wrongs)
        own = {name for at in telling for name in self.persons.names_at(at)}
        yield from self._around(claim, own) if claim.act is Act.ACCUSES else ()
        for at in content:
            if not impersonal or linked(self.reading, at, self.wrongs):
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
            near = at if names and not self._unsure(at) else self.persons.last_before(at, but=own)
            return near if surely or linked(self.reading, at, self.wrongs) else None
        return None if at in self.tellers else at

    def _unsure(self, at: int) -> bool:
        """Words that stand for somebody else than the nearest name: *we*; *he* in a quotation, of its own speaker."""
        token = self.reading.tokens[at]
        word = token.text.lower()
        return word in MANY or (word in THIRD and self.reading.quoted(token.start))

    def _of_another(self, content: Sequence[int], own: set[str]) -> bool:
        """*Denied that the crash was a crime*: what is denied has a doer of its own, who is not the one who denies."""
        tokens, inside = self.reading.tokens, set(content)
        for at in content:
            token = tokens[at]
            main = tokens[token.head].head not in inside or tokens[token.head].head == token.head
            if token.dep in SUBJECTS and main and token.pos in ("NOUN", "PROPN"):
                return not own & set(self.persons.names_at(at))
            others = set(self.persons.names_at(at)) - own
            if others and token.dep in SUBJECTS and charged(self.reading, at, self.wrongs):
                return True
        return False

    def _speaks_of_self(self, telling: Sequence[int], content: Sequence[int]) -> Sequence[int]:
        """Those who speak, where their own *I* is what the wrong is said of."""
        firsts = (at for at in content if self.reading.tokens[at].text.lower() in FIRST)
        of_self = any(
            linked(self.reading, at, self.wrongs) and not spared(self.reading, at, self.wrongs) for at in firsts
        )
        return telling if of_self else ()

    def _around(self, claim: Claim, own: set[str]) -> Iterator[int]:
        """
        *The ministry accused Birk of fraud*: the others in the sentence of the cue, who do not accuse themselves.

        Where the cue has an object, it is who is accused.
        """
        for at in self._tokens(claim.cue)[:1]:
            sentence = self.reading.sentence_at(at)
            for each in self._objects(at) or range(sentence.first, sentence.last):
                teller = each in self.tellers or own & set(self.persons.names_at(each))
                if not teller and not hold(claim.content, (self.reading.tokens[each].span,)):
                    yield each

    def _objects(self, cue: int) -> list[int]:
        """The words for whom the verb at token `cue` accuses; none where it has no object, or one that is not known."""
        if self.wrongs.get(cue) != "done":
            return []
        tops = [child for child in self.reading.children[cue] if self.reading.tokens[child].dep in OBJECTS]
        found = [at for top in tops for at in self.reading.subtree(top)]
        known = any(self.persons.names_at(at) or self._is_body(at) for at in tops)
        return found if known else []

    def _is_body(self, at: int) -> bool:
        mention = self.reading.mention_of.get(at)
        return mention is not None and mention.kind in IMPERSONAL

    def _tokens(self, spans: Spans) -> list[int]:
        return [at for span in spans for at in self.reading.tokens_in(span)]
