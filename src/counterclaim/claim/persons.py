"""Gathers the persons whom a document names, what it calls them, and where they are meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, ItemsView, Iterator
from functools import cache

from counterclaim.claim.nobody import LABEL, Nobody
from counterclaim.claim.public_role import is_public
from counterclaim.data import table
from counterclaim.model.claim import Accused
from counterclaim.model.document import PartKind
from counterclaim.model.place import Precision
from counterclaim.model.reading import Mention, MentionKind, Reading
from counterclaim.model.span import Span

TITLES = frozenset({PartKind.TITLE, PartKind.HEADING})
UNSURE = frozenset({MentionKind.OTHER, MentionKind.PERSON})


class Persons:
    """The named persons of one document; a role that is given once holds everywhere."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        common = _common_words(reading)
        people = {each.speaker.name for each in reading.mentions if each.speaker and _is_person(reading, each, common)}
        self._at: dict[int, tuple[str, ...]] = {}
        self._roles: dict[str, list[str]] = {}
        self._role_at: dict[int, str] = {}
        for mention in reading.mentions:
            speaker = mention.speaker
            if speaker is not None and speaker.name is not None and speaker.name in people:
                self._at[mention.head] = (speaker.name,)
                self._role_at[mention.head] = speaker.role or ""
                self._roles.setdefault(speaker.name, []).extend(self._called(mention, speaker.name, speaker.role))
        self._add_unread()
        self._followed = dict(self._with_followers())
        self._leave_out()
        self._share_surnames()
        self._named = sorted(at for at in self._at if reading.tokens[at].pos != "PRON")

    def names_at(self, at: int) -> tuple[str, ...]:
        """Whom token `at` names, by their fullest names: several where a last name may be either's."""
        return self._at.get(at, ())

    def named(self) -> ItemsView[int, tuple[str, ...]]:
        """Every token that names or stands for somebody, and whom."""
        return self._at.items()

    def role_at(self, at: int) -> str | None:
        """What the one meant at token `at` is, in the document's words."""
        return self._role_at.get(at)

    def last_before(self, at: int, *, but: Collection[str] = ()) -> int | None:
        """The last token before `at` that names somebody else than those of `but`."""
        before = reversed(self._named[: bisect_left(self._named, at)])
        return next((each for each in before if not set(self._at[each]) <= set(but)), None)

    def accused(self, name: str) -> Accused:
        """That person, with the public one of their roles where there is one."""
        roles = [each for each in self._roles.get(name, ()) if each]
        public = next((each for each in roles if is_public(each)), None)
        if public is not None:
            return Accused(name, public, True, f"the document calls them “{public}”")
        if name in self._followed:
            return Accused(name, self._followed[name], True, f"the document speaks of “{self._followed[name]}”")
        if roles:
            return Accused(name, roles[0], False, f"the document calls them “{roles[0]}”, which is no public role")
        return Accused(name, None, False, "the document gives them no role")

    def _called(self, mention: Mention, name: str, role: str | None) -> Iterator[str]:
        """
        What is said of them: the role that was read, and what stands before and behind the name in the phrase.

        Not what *the sheriff* stands for elsewhere: that is a guess, and a wrong one would let a private name out.
        """
        if role and any(letter.isalpha() for letter in role):
            yield role
        tokens = [self._reading.tokens[at] for at in self._reading.tokens_in(mention.span)]
        parts = {part for part in name.split() if part[0].isupper()}
        inside = [number for number, token in enumerate(tokens) if token.text in parts]
        if inside and mention.kind in UNSURE:
            for part in (tokens[: inside[0]], tokens[inside[-1] + 1 :]):
                if part and is_public(said := self._reading.span_of(part[0].i, part[-1].i).of(self._text)):
                    yield said.strip(" ,()")

    @property
    def _text(self) -> str:
        return self._reading.document.text

    def _add_unread(self) -> None:
        """Names of persons inside other phrases, which no mention stands for: *the Jon Birk case*."""
        tokens, at = self._reading.tokens, 0
        while at < len(tokens):
            end = at + 1
            while end < len(tokens) and tokens[end].entity == LABEL and not tokens[end].entity_start:
                end += 1
            if tokens[at].entity == LABEL and not any(each in self._at for each in range(at, end)):
                self._add(at, end - 1)
            at = end

    def _add(self, first: int, last: int) -> None:
        span, tokens = self._reading.span_of(first, last), self._reading.tokens
        named = all(tokens[at].pos == "PROPN" and tokens[at].text[0].isalpha() for at in (first, last))
        head = tokens[tokens[last].head]
        of_body = tokens[last].dep == "compound" and head.text.lower() in _bodies()
        if named and not of_body and not _is_place(self._reading, span) and not self._reading.mentions_in(span):
            self._at[last] = (self._full(span.of(self._text)),)

    def _full(self, words: str) -> str:
        """The fullest name that ends with these words, where only one does."""
        found = [name for name in self._roles if f" {name}".endswith(f" {words}")]
        return found[0] if len(found) == 1 else words

    def _with_followers(self) -> Iterator[tuple[str, str]]:
        """*The Birk campaign*, *Birk administration*: who has one is in public life; whose is meant must be plain."""
        tokens = self._reading.tokens
        for at, names in self._at.items():
            behind = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
            joined = tokens[at].dep == "compound" and behind.text.lower() in _public_marks()
            if joined and len(names) == 1:
                yield names[0], self._reading.span_of(at, at + 1).of(self._text)

    def _leave_out(self) -> None:
        """Places, bodies and things that were taken for persons."""
        nobody = Nobody(self._reading, self._at, self._roles)
        none = nobody.names()
        for at, (name, *_) in list(self._at.items()):
            if name in none or (nobody.of_body(at) and not nobody.surely(name)):
                del self._at[at]
        for name in none & set(self._roles):
            del self._roles[name]

    def _share_surnames(self) -> None:
        """A last name alone that several persons have stands for all of them: which one is meant is a guess."""
        last: dict[str, list[str]] = {}
        for name in self._roles:
            last.setdefault(name.split()[-1], []).append(name)
        for at, names in self._at.items():
            token = self._reading.tokens[at]
            alone = token.text in last and not (at and self._reading.tokens[at - 1].text in names[0].split())
            if alone and len(last[token.text]) > 1:
                self._at[at] = tuple(last[token.text])


@cache
def _public_marks() -> frozenset[str]:
    """Nouns that stand behind the name of somebody in public life: *campaign*, *administration*."""
    return frozenset(row["word"] for row in table("public_marks"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in table("bodies"))


def _is_place(reading: Reading, span: Span) -> bool:
    """Whether all of the words name a place that is known."""
    return any(place.span.holds(span) and place.precision != Precision.UNRESOLVED for place in reading.places_in(span))


def _common_words(reading: Reading) -> frozenset[str]:
    """What the document uses as common words: titles write them with capitals, and the parser takes them for names."""
    return frozenset(each.text for each in reading.tokens if each.pos in ("NOUN", "VERB") and each.text.islower())


def _is_person(reading: Reading, mention: Mention, common: frozenset[str]) -> bool:
    name = (mention.speaker.name if mention.speaker else None) or "-"
    if not name[0].isalpha() or name[0].islower() or any(each.isdigit() for each in name):
        return False
    if _is_place(reading, mention.span):
        return False
    part = reading.document.part_at(mention.span.start)
    if part is not None and part.kind in TITLES and name.split()[-1].lower() in common:
        return False
    if mention.kind == MentionKind.PERSON:
        return True
    return mention.kind == MentionKind.OTHER and reading.tokens[mention.head].entity == LABEL
