"""Gathers what the whole document says of those who are named: full names, roles, the sides they speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from counterclaim.model.document import PartKind
from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_land import UNION_NAMES, adjective_of, index_of_forms
from counterclaim.understand.mentions_phrase import Phrase, Phrases
from counterclaim.understand.mentions_words import body_kind, genders, movements, name_genders, role_kind, singular
from counterclaim.understand.who_bodies import kind_of_body
from counterclaim.understand.who_cast import Cast, Someone, words_of
from counterclaim.understand.who_side import (
    belongs_to_state,
    describe,
    is_school,
    side_of,
    state_of_body,
    without_topic,
)

NAMED = frozenset({MentionKind.PERSON, MentionKind.BODY, MentionKind.OTHER})
# A state is the one the document is about where it is named this many times as often as the next: on the development
# articles 89 of the 193 sides so given are those of gold with 2, 71 of 139 with 3, 22 of 78 with 5.
ABOUT = 3
# A public body so called is a ministry where the text is about one state.
STATES_PARTS = ("department of ", "directorate ", "bureau of ")
# What the head of a body does to it; others who do so once led it.
LEADS = frozenset({"head", "lead", "chair", "direct"})
# Of what parliaments are made: nobody who sits in one speaks for it.
CHAMBERS = frozenset({"senate", "house", "congress", "parliament", "committee", "subcommittee", "assembly"})
# Words for bodies that a name beside them is a body by, and those that are a state's where it is named.
OF_STATES = frozenset({"state", "public"})
CALLED = OF_STATES | {"own", "media", "local", "court"}
# How far right of a head noun the state is looked for that its phrase names.
REACH = 8


class Known:
    """The cast of a document with their roles and sides, gathered before anybody is met in the text."""

    def __init__(self, read: Phrases, phrases: Mapping[int, Phrase]) -> None:
        self.read, self.phrases = read, phrases
        self.tokens, self.lands = read.tokens, read.lands
        self.places = self._named_places()
        self._headlines: dict[str, tuple[str, ...]] = {}
        self.cast = Cast(self._names())
        for name, short in self._headlines.items():
            if (who := self.cast.find(" ".join(short))) is not None:
                self.cast.also(name, who)
        self.opening = self._opening()
        self.home, self.about = self._home(), self._about()
        for phrase in phrases.values():
            self._note(phrase)
            self._note_ahead(phrase)
        for someone in self.cast.everybody:
            settle(someone)

    def land_of(self, phrase: Phrase) -> str | None:
        """The state that a phrase names: in its words, its possessor, its *of*."""
        end = max(phrase.last, self.read.right[phrase.head]) if phrase.owner is not None else phrase.last
        owner = [phrase.owner] if phrase.owner is not None else []
        place = range(phrase.head + 2, phrase.head + 5) if self._follows(phrase.head, "in") else range(0)
        near = (*range(phrase.first, min(end, phrase.head + REACH) + 1), *owner, *place)
        return next((self.lands[at].name for at in near if at in self.lands), None)

    def side_of_body(self, name: str, land: str | None) -> str | None:
        """For whom a body of this name speaks, where its phrase names the state `land`."""
        state = state_of_body(name)
        if state is not None:
            # *Pakistan's State Department* is not the one that goes by that name alone; whose it is stays open.
            return state if land in (None, state) else None
        if land in UNION_NAMES and not belongs_to_state(name):
            return land
        kind = kind_of_body(name)
        if kind == "state" or (kind == "public" and name.lower().startswith(STATES_PARTS)):
            # A department of a town or a university is told by its own name only.
            return land or self.home or (name if kind == "public" else None)
        national = kind == "local" and land and adjective_of(land).lower() == name.lower().split()[0]
        return land if land and (kind == "public" or national) else name

    def _follows(self, at: int, word: str) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].text == word

    def full(self, side: str | None) -> str | None:
        """A side by the full name of the body where the document gives it."""
        # A party keeps the name it has without the state that a text may put before it.
        party = side is not None and side.lower().endswith("party")
        # *Norland* is not short for the *Norland Trade Commission*, nor *Ostby* for the *Ostby County Court*.
        place = side in self.places
        body = self.cast.find(side) if side is not None and not party and not place else None
        if side is None or body is None or body.kind not in (MentionKind.BODY, MentionKind.PERSON):
            return side
        # *Mayor of Ostby* is no longer name of Ostby.
        if role_kind((body.name or side).split()[0]) and " of " in (body.name or ""):
            return side
        letters = len(words_of(side)) == 1 and side.isupper()
        return body.name if letters or set(words_of(side)) <= set(body.words) else side

    def _named_places(self) -> frozenset[str]:
        """Every name of a state or a place that the document holds."""
        towns = {name for name, label in self.read.names.entities() if label in ("GPE", "LOC")}
        return frozenset(towns | {land.name for land in self.lands.values()})

    def _names(self) -> Iterator[tuple[str, str]]:
        """Every name with what its bearer is taken for most often; roles and first names weigh most."""
        votes: dict[tuple[str, ...], Counter[str]] = {}
        written: dict[tuple[str, ...], str] = {}
        told: set[tuple[str, ...]] = set()
        for phrase in self.phrases.values():
            if phrase.name and phrase.kind in NAMED:
                name = self.read.words(*phrase.name)
                words = words_of(name)
                kind = MentionKind.BODY if self._is_surely_body(phrase) else phrase.kind
                written.setdefault(words, name)
                told |= set() if self._in_headline(phrase.head) else {words}
                votes.setdefault(words, Counter())[kind] += self._weight(phrase, kind)
        last = {words[-1] for words in written if len(words) > 1 and MentionKind.PERSON in votes[words]}
        for words, name in written.items():
            if words not in told and (short := _begins(words, told)):
                self._headlines[name] = short
                continue
            # *Birk-Olsen talks* names two, not one.
            if "-" in name and " " not in name and set(words) <= last and len(words) == 2:
                continue
            yield name, max(sorted(votes[words]), key=lambda kind: votes[words][kind])

    def _in_headline(self, at: int) -> bool:
        """Whether the token stands in a title, whose capitals make names of other words too."""
        reading = self.read.reading
        return reading.document.parts[reading.sentence_at(at).part].kind is PartKind.TITLE

    def _weight(self, phrase: Phrase, kind: str) -> int:
        assert phrase.name is not None
        first, last = phrase.name
        if kind == MentionKind.BODY and (body_kind(self.tokens[last].text) or self._is_surely_body(phrase)):
            return 5
        if phrase.kind == MentionKind.PERSON and self.read.names.has_age(last):
            return 5
        called = phrase.kind == MentionKind.PERSON and (bool(phrase.gender) or phrase.first < first)
        return 3 if called else 1 if phrase.kind != MentionKind.OTHER else 0

    def _is_surely_body(self, phrase: Phrase) -> bool:
        """
        Whether a name is a movement's, stands behind a word for a body (*the airline Norwind*) or has an *its*.
        """
        assert phrase.name is not None
        first, last = phrase.name
        name, before = self.tokens[first].text, self.tokens[first - 1].text if first else ""
        if (first == last and name.lower() in movements()) or self._called_body(phrase) is not None:
            return True
        called = first < last and self.tokens[first].text.lower() in name_genders()
        # *Co-developer Li Wan* is a person; a body is nobody's fellow.
        called = called or (first > 1 and self.tokens[first - 2].text == "-")
        if before.islower() and body_kind(before) == "own" and not role_kind(before) and not called:
            return phrase.kind != MentionKind.PERSON or not phrase.gender
        letters = re.search(r"[A-Z]{2}.*[a-z]{2}|[a-z]news$", name) is not None
        return first == last and not phrase.gender and (letters or self._has_its(phrase.head))

    def _called_body(self, phrase: Phrase) -> Phrase | None:
        """What a name is called beside it where that is a body: *Kosmotek, [the Norland space agency]*."""
        twin = self.phrases.get(phrase.twin) if phrase.twin is not None else None
        if twin is None or twin.name is not None or twin.plural or phrase.gender or role_kind(twin.noun):
            return None
        return twin if twin.head > phrase.head and self._kind_of(twin) in CALLED else None

    def _kind_of(self, called: Phrase) -> str:
        """Of which kind a body is that is called so; a *news agency* is no *agency* of a state."""
        return kind_of_body(self.read.words(called.first, called.head))

    def _has_its(self, head: int) -> bool:
        """Whether what a subject does is said with *its*: *Norwind, in its May report, said*."""
        token = self.tokens[head]
        if token.dep != "nsubj" or token.head == head:
            return False
        near = range(head + 1, min(token.head + REACH, self.read.right[token.head] + 1, len(self.tokens)))
        objects = [at for at in near if self.tokens[at].text == "its" and self._clause(at) == token.head]
        others = any(self.tokens[at].dep in ("nsubj", "nsubjpass") for at in near if at < max(objects, default=0))
        return bool(objects) and not others

    def _clause(self, at: int) -> int:
        """The verb that a possessor's phrase belongs to."""
        at = self.tokens[at].head
        while self.tokens[at].dep in ("pobj", "prep", "dobj", "conj", "compound") and self.tokens[at].head != at:
            at = self.tokens[at].head
        return at

    def _home(self) -> str | None:
        """The one state the document is about, as far as one is named far more often than any other."""
        counts = Counter(land.name for at, land in self.lands.items() if at == land.first)
        ranked = counts.most_common(2)
        if not ranked:
            return None
        first, most = ranked[0]
        next_most = ranked[1][1] if len(ranked) > 1 else 0
        if most >= ABOUT * max(1, next_most):
            return first
        return first if self.opening == {first} and most > next_most else None

    def _about(self) -> tuple[str, ...]:
        """The states named at least so many times, and not by far less often than the one named most."""
        counts = Counter(land.name for at, land in self.lands.items() if at == land.first)
        most = max(counts.values(), default=0)
        return tuple(name for name, count in counts.items() if count >= ABOUT and count * ABOUT >= most)

    def _opening(self) -> set[str]:
        """The states that title, excerpt and the first paragraph name."""
        parts = self.read.reading.document.parts
        bodies = [number for number, part in enumerate(parts) if part.kind is PartKind.BODY]
        if not bodies or parts[0].kind is not PartKind.TITLE:
            return set()
        end = parts[bodies[0]].span.end
        return {land.name for at, land in self.lands.items() if self.tokens[at].end <= end}

    def _note(self, phrase: Phrase) -> None:
        """Keeps what a phrase says of somebody with a name: role, gender, state, side."""
        who = self.cast.find(self.read.words(*phrase.name)) if phrase.name and phrase.kind in NAMED else None
        if who is None or not phrase.name:
            return
        self._abbreviation(phrase.name[1], who)
        if who.kind == MentionKind.PERSON:
            self._note_person(who, phrase)
        elif phrase.kind == MentionKind.BODY or (who.kind == MentionKind.BODY and who.words):
            land = self.land_of(phrase)
            who.lands.extend([land] if land else [])
            called = self._called_body(phrase)
            theirs = self.land_of(called) if called is not None and self._kind_of(called) in OF_STATES else None
            side = self._court_of(phrase, who, land) or theirs or self.side_of_body(who.name or "", land)
            # *The Norlanders* may be those who talk; *Norlanders* without an article are just people.
            side = None if _is_people(who.name or "") and not phrase.definite else side
            who.sides.extend([side] if side else [])

    def _court_of(self, phrase: Phrase, who: Someone, land: str | None) -> str | None:
        """The name of a state's court with the state before it, as it stands there: *Norland's Supreme Court*."""
        if land is None or phrase.name is None or phrase.owner is None or kind_of_body(who.name or "") != "court":
            return None
        before = self.lands.get(phrase.owner)
        owns = before is not None and before.first < phrase.name[0] and phrase.name[0] - before.last <= REACH // 2
        return self.read.words(before.first, phrase.name[1]) if owns and before is not None else None

    def _note_person(self, who: Someone, phrase: Phrase) -> None:
        who.gender = who.gender or phrase.gender or (genders().get(who.words[0], "") if len(who.words) > 1 else "")
        assert phrase.name is not None
        # What stands before a name is said of it more surely than what stands after.
        self._describe(who, [at for at in phrase.described if at < phrase.name[0]], weight=2)
        self._describe(who, [at for at in phrase.described if at > phrase.name[1]])
        for predicate in self._predicates(phrase.head):
            self._describe(who, predicate)
        for head in (phrase.head, *([phrase.twin] if phrase.twin is not None else [])):
            self._note_led(who, head)
        twin = self.phrases.get(phrase.twin) if phrase.twin is not None else None
        if twin is not None and twin.kind in (MentionKind.ROLE, MentionKind.OTHER):
            self._describe(who, tuple(sorted({*range(twin.first, twin.last + 1), *twin.described})))

    def _note_ahead(self, phrase: Phrase) -> None:
        """Keeps a role for the person behind it whom the parser joined to a word of it: *head of Norwind, Birk*."""
        twin = self.phrases.get(phrase.twin) if phrase.twin is not None and phrase.kind == MentionKind.ROLE else None
        if twin is None or twin.kind != MentionKind.PERSON or not twin.name or twin.twin == phrase.head:
            return
        who = self.cast.find(self.read.words(*twin.name))
        if who is not None and who.kind == MentionKind.PERSON and phrase.last < twin.first:
            self._describe(who, tuple(sorted({*range(phrase.first, phrase.last + 1), *phrase.described})))

    def _note_led(self, who: Someone, head: int) -> None:
        """Keeps the body that somebody leads, where a verb says so: *Birk, who heads the Harbour Council*."""
        if who.voice in ("minister", "office", "law"):
            return
        for verb in self._verbs(head):
            if self.tokens[verb].lemma not in LEADS or self.tokens[verb].tag not in ("VBZ", "VBP"):
                continue
            led = (self.phrases.get(child) for child in self.read.children[verb] if self.tokens[child].dep == "dobj")
            body = next(
                (each for each in led if each is not None and each.kind == MentionKind.BODY and each.name), None
            )
            if body is not None and body.name:
                side = self.full(self.side_of_body(self.read.words(*body.name), self.land_of(body)))
                who.sides.extend([side] if side else [])

    def _verbs(self, head: int) -> Iterator[int]:
        """The verbs that say what somebody does: the clause's own, the relative clause's."""
        if self.tokens[head].dep == "nsubj":
            yield self.tokens[head].head
        yield from (child for child in self.read.children[head] if self.tokens[child].dep == "relcl")

    def _predicates(self, head: int) -> Iterator[range]:
        """What a clause says somebody is: *Birk is the director of the harbour*, *Birk, who was an aide of Holm's*."""
        for verb in self._verbs(head):
            for child in self.read.children[verb] if self._is(verb) else ():
                if self.tokens[child].dep == "attr" and role_kind(self.tokens[child].text):
                    yield range(self.read.left[child], min(self.read.right[child], child + REACH) + 1)

    def _is(self, verb: int) -> bool:
        return self.tokens[verb].lemma == "be" and self.tokens[verb].tag != "VBD"

    def _abbreviation(self, last: int, who: Someone) -> None:
        """Takes the letters in brackets after a name for another form of it."""
        if last + 3 < len(self.tokens) and self.tokens[last + 1].text == "(" and self.tokens[last + 3].text == ")":
            letters = self.tokens[last + 2].text
            if letters[0].isupper() and len(letters) > 1:
                self.cast.also(letters, who)
                state = state_of_body(letters)
                who.sides.extend([state] * 9 if state else [])

    def _describe(self, who: Someone, described: Sequence[int], *, weight: int = 1) -> None:
        if not described:
            return
        said = describe(self.tokens, self.lands, described)
        self.cast.call(who, (singular(self.tokens[at].text) for at in described))
        who.lands.extend(land for land in said.lands if land not in who.lands)
        who.described.append(tuple(without_topic(self.tokens, self.lands, described)))
        if said.kind and not who.role:
            who.role = role_in(self.read, described)
            who.voice = "" if said.past or said.opposed else said.kind
        side = self.full(side_of(said))
        if side and side != who.name:
            who.sides.extend([side] * weight)


def _begins(words: tuple[str, ...], names: Container[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest of the names with which a longer run of words begins; empty where there is none."""
    return next((words[:size] for size in range(len(words) - 1, 0, -1) if words[:size] in names), ())


def _is_people(name: str) -> bool:
    """Whether a name is only that of all people of a state, for whom nobody speaks: *North Sundlanders*."""
    words = name.split()
    forms = index_of_forms()
    ends = ((words[at + 1 :], forms.get(words[at], ())) for at in range(len(words)))
    return any(form == "people" and list(rest) == end for end, rows in ends for rest, _, form in rows)


def settle(someone: Someone) -> None:
    """Takes the side that most descriptions give, the first of equals; for members of parliament no chamber of it."""
    if any(role_kind(noun) == "law" for noun in someone.nouns):
        someone.sides = [side for side in someone.sides if not CHAMBERS & set(side.lower().split())]
    if any(role_kind(noun) == "expert" for noun in someone.nouns):
        # Who is called a professor elsewhere only works at the university that stands beside the name.
        someone.sides = [side for side in someone.sides if not is_school(side)]
    if someone.sides and someone.side is None:
        someone.side = Counter(someone.sides).most_common(1)[0][0]
        someone.because = f"described as {someone.role}" if someone.role else "by its name"


def role_in(read: Phrases, tokens: Sequence[int]) -> str:
    """The words of a description, from its first to its last token as far as they stand together."""
    first = last = tokens[0]
    for at in tokens[1:]:
        if at > last + 1:
            break
        last = at
    while first < last and (read.tokens[first].pos in ("DET", "PUNCT", "PART") or read.tokens[first].text == "FILE"):
        first += 1
    return read.words(first, last)
