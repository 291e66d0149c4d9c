"""Decides which mentions name the same speaker: *he*, *the president*, *Birk* and *Ada Birk* are one."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.model.document import PartKind
from counterclaim.model.reading import MentionKind, Reading
from counterclaim.model.speaker import Speaker
from counterclaim.understand.mentions_phrase import Phrase, Phrases
from counterclaim.understand.mentions_words import body_kind, name_genders, role_kind, side_words
from counterclaim.understand.who_cast import Someone
from counterclaim.understand.who_later import Later
from counterclaim.understand.who_nameless import NEAR_BY, Nameless
from counterclaim.understand.who_nameless_side import PLAIN_BODY
from counterclaim.understand.who_offices import can_have, office_in
from counterclaim.understand.who_pronoun import FAR, FIRST, MANY, ONE, THING, WE, WHO, choose
from counterclaim.understand.who_publisher import publisher
from counterclaim.understand.who_quoted import left_open, speaking_tokens
from counterclaim.understand.who_scene import Scene

# Roles that a state has but one of, so that *the president* needs no *of*.
HEADS = frozenset(
    {"president", "premier", "chancellor", "king", "queen", "emir", "minister", "monarch", "presidential"}
)
# Who speaks for the side of the person they work for.
AIDES = frozenset({"adviser", "advisor", "aide", "spokesman", "spokeswoman", "spokesperson", "envoy"})
OFFICES = frozenset({"minister", "office"})
FOR_A_STATE_OR_BODY = frozenset({"speaks", "minister", "office", "member"})
NAMED = (MentionKind.PERSON, MentionKind.BODY)
# Words for bodies that a text has but one of, so that a spokesperson's *police* are those it tells of.
COMMON = frozenset({"local", "state", "public", "own"})
STATES = (MentionKind.STATE, MentionKind.ADJECTIVE)


def resolve(reading: Reading, read: Phrases, phrases: Mapping[int, Phrase]) -> dict[int, Speaker | None]:
    """For each head token of a phrase the speaker that it stands for, None where the document does not tell."""
    resolver = Resolver(reading, read, phrases)
    later = {head for head, phrase in phrases.items() if _is_pronoun(phrase, FIRST)}
    for head, phrase in phrases.items():
        if head not in later:
            resolver.meet(phrase)
    # *I* is whoever speaks the quotation, and that is often said only after it.
    for head in later:
        resolver.scene.found[head] = resolver.first_person(head)
    Later(resolver.scene).join()
    for someone in resolver.scene.cast.everybody:
        resolver.give_side(someone)
    resolver.give_side_of_owner()
    return {head: resolver.speaker(head) for head in phrases}


class Resolver:
    """Goes through the phrases of one document in order and says of each whom it stands for."""

    def __init__(self, reading: Reading, read: Phrases, phrases: Mapping[int, Phrase]) -> None:
        self.scene = Scene(reading, read, phrases)
        self.nameless = Nameless(self.scene)
        self.speaking = speaking_tokens(reading, self.scene.quoted)
        self.acting: dict[Someone, str | None] = {}
        for each in self.scene.cast.everybody:
            if each.kind == MentionKind.PERSON and not each.gender and len(each.words) > 1:
                each.gender = name_genders().get(each.words[0], "")

    def meet(self, phrase: Phrase) -> None:
        """Finds out whom the phrase means and remembers that they were mentioned."""
        who = self._who(phrase)
        self.scene.found[phrase.head] = who
        if who is not None and not _is_pronoun(phrase, WHO):
            if who.kind == MentionKind.PERSON and who not in self.acting and self._of_a_state(who):
                self.acting[who] = self.scene.acting_state(phrase.head)
            self.scene.meet(phrase.head, who)

    @staticmethod
    def _of_a_state(who: Someone) -> bool:
        """Whether somebody holds an office that every state has but one of."""
        return not who.sides and (who.voice == "minister" or bool(who.nouns & HEADS))

    def first_person(self, head: int) -> Someone | None:
        """The speaker of the quotation a first person stands in; else who spoke last before it, or who publishes."""
        number = self.scene.quoted.get(head, left_open(self.scene.read.reading, head))
        if number is None:
            return publisher(self.scene) if self.scene.tokens[head].text.lower() in WE else None
        token = self.speaking.get(number)
        if token is not None:
            return self.scene.found.get(token)
        near = self.scene.lately(head, NEAR_BY)
        return next((seen.who for seen in near if self.scene.speaks(seen)), None)

    def give_side(self, someone: Someone) -> None:
        """Gives a person without a side that of the body in their description, or of the document's only state."""
        if someone.side is not None or someone.voice not in FOR_A_STATE_OR_BODY:
            return
        for at in (at for described in someone.described for at in described):
            other = self.scene.found.get(at)
            # *Minister of Education* names what is governed, not a body of that name.
            itself = other is not None and other.kind == MentionKind.BODY and other.side == other.name
            own_name = other is not None and set(someone.words) <= set(other.words)
            pointed = other is not None and self._is_pointed_at(at, other)
            if own_name or (itself and someone.voice == "minister" and not pointed):
                continue
            if other is not None and other.side and other.kind in self._speak_through(someone):
                someone.side, someone.because = other.side, f"described as {someone.role}"
                return
            if other is not None and pointed:
                # *The party's secretary* speaks for the party, whichever it is, and not for the state it sits in.
                someone.side = None if other.noun else other.name
                someone.because = f"described as {someone.role}" if someone.side else ""
                return
        office, common = office_in(someone.role), self._common_body(someone)
        if common is not None:
            someone.side, someone.because = common, f"the only body here so called as in {someone.role}"
        elif (acting := self.acting.get(someone)) is not None and can_have(acting, office):
            someone.side, someone.because = acting, f"the state that acts where they are first named: {acting}"
        elif self._of_home(someone):
            someone.side, someone.because = self.scene.known.home, "the only state the text is about"
        elif (left := self._left_over(someone)) is not None:
            someone.side, someone.because = left, "the only state here whose holder of that office is not another"

    def _common_body(self, someone: Someone) -> str | None:
        """The side of the only body here that goes by the word before a role: the police of a *police spokesman*."""
        words = {self.scene.tokens[at].text.lower() for described in someone.described for at in described}
        for word in sorted(words):
            if body_kind(word) not in COMMON or role_kind(word):
                continue
            named = (each for each in self.scene.cast.everybody if each.kind == MentionKind.BODY and each.side)
            sides = {each.side for each in named if word in (each.noun, *each.words[-1:])}
            if len(sides) == 1:
                return sides.pop()
        return None

    def _is_pointed_at(self, at: int, body: Someone) -> bool:
        """Whether a plain noun stands for a body that speaks for itself: *the party*, *the union*."""
        plain = self.scene.tokens[at].text.lower() in PLAIN_BODY and self.scene.tokens[at].pos == "NOUN"
        return plain and body.kind == MentionKind.BODY

    def _of_home(self, someone: Someone) -> bool:
        """
        Whether an office without a state may be one of the state the document is about.

        Not where that state's own is named: beside *the Norland president, Ada Birk* a *President Holm* is another's.
        """
        heads = someone.nouns & HEADS
        # A *visiting foreign minister* is another state's; *foreign* alone is what they deal with.
        elsewhere = someone.nouns & side_words("elsewhere") - {"foreign"}
        if elsewhere or someone.nouns & side_words("part") or not (someone.voice == "minister" or heads):
            return False
        known = self.scene.known
        if known.home is None or not can_have(known.home, office_in(someone.role)):
            return False
        holders = (each for each in self.scene.cast.everybody if each is not someone and known.home in each.sides)
        if someone.voice != "minister" and any(heads & each.nouns for each in holders):
            return False
        return not self._rival(someone)

    def _left_over(self, someone: Someone) -> str | None:
        """
        The one state of those the text is about that has that office and of which no one else is named in it.

        In a text on two states that names *the Norland president, Ada Birk*, a *President Holm* is the other's; in one
        on Britain and the United States a *Prime Minister Holm* is Britain's.
        """
        office, heads = office_in(someone.role), someone.nouns & HEADS
        if someone.nouns & side_words("part") or someone.voice not in OFFICES or not (heads or office):
            return None
        others = [each for each in self.scene.cast.everybody if each is not someone and heads & each.nouns]
        same = [each for each in others if office_in(each.role) == office]
        taken = {each.side for each in same if each.kind == MentionKind.PERSON and each.voice in OFFICES}
        about = self.scene.known.about
        left = [land for land in about if land not in taken and can_have(land, office)]
        return left[0] if len(left) == 1 < len(about) and left[0] in self.scene.known.opening else None

    def _rival(self, someone: Someone) -> bool:
        """Whether the opening names another state's bodies beside somebody: *President Birk told Orsa's ministries*."""
        here = {seen.sentence for seen in self.scene.history if seen.who is someone and self._opens(seen.token)}
        lands = self.scene.lands
        bodies = (at + 1 for at, land in lands.items() if at == land.last and self.scene.sentence(at) in here)
        named = {lands[at - 1].name for at in bodies if body_kind(self._possessed(at)) == "state"}
        return bool(named) and self.scene.known.home not in named

    def _possessed(self, at: int) -> str:
        """The word after a state's name or adjective, past *'s*."""
        tokens = self.scene.tokens
        at += at < len(tokens) and tokens[at].tag == "POS"
        same = at < len(tokens) and self.scene.sentence(at) == self.scene.sentence(at - 1)
        return tokens[at].text if same else ""

    def _opens(self, token: int) -> bool:
        """Whether a token stands in the title, the excerpt or the first paragraph."""
        parts = self.scene.read.reading.document.parts
        first = next((n for n, part in enumerate(parts) if part.kind is PartKind.BODY), 0)
        return self.scene.part(token) <= first

    def give_side_of_owner(self) -> None:
        """Gives the office, team and the like of a person that person's side."""
        for head, owner in self.nameless.sides.staff.items():
            staff = self.scene.found.get(head)
            if staff is not None and staff.side is None and owner.side is not None:
                staff.side, staff.because = owner.side, f"speaks for {owner.name}"
        for who in self.scene.found.values():
            person = self.scene.cast.find(who.side) if who is not None and who.side and self._is_aide(who) else None
            if who is not None and person not in (None, who) and person.kind == MentionKind.PERSON and person.side:
                who.side, who.because = person.side, f"speaks for {person.name}"

    @staticmethod
    def _is_aide(who: Someone) -> bool:
        """Whether somebody says what another wants said: not a lawyer, who speaks for that person alone."""
        return bool(AIDES & {who.noun, *who.nouns})

    @staticmethod
    def _speak_through(someone: Someone) -> tuple[str, ...]:
        """
        What those in a description must be for somebody to speak for their side; an aide's is a person's too.

        A state beside a member, as in *a Norland journalist*, is where they are from.
        """
        person = (MentionKind.PERSON,) if someone.nouns & AIDES else ()
        state = () if someone.voice == "member" else (MentionKind.STATE,)
        return (MentionKind.BODY, *state, *person)

    def speaker(self, head: int) -> Speaker | None:
        """Whom the phrase at token `head` stands for, as a noun."""
        who = self.scene.found.get(head)
        if who is None:
            return None
        # *The party* without its name tells nobody which one.
        unnamed = who.side in side_words("unnamed")
        return Speaker(who.name, who.role, None if unnamed else who.side, "" if unnamed else who.because)

    def _who(self, phrase: Phrase) -> Someone | None:
        if phrase.kind == MentionKind.PRONOUN:
            return self._pronoun(phrase)
        if phrase.kind in STATES:
            return self.scene.state(self.scene.lands[phrase.head])
        twin = self.scene.phrases.get(phrase.twin) if phrase.twin is not None else None
        named = phrase if phrase.name else twin if twin is not None and twin.kind in NAMED else None
        if named is not None and named.name:
            return self.scene.cast.find(self.scene.read.words(*named.name))
        return self.nameless.who(phrase)

    def _pronoun(self, phrase: Phrase) -> Someone | None:
        if phrase.noun in WHO:
            return self._antecedent(phrase.head)
        if phrase.noun not in ONE | MANY | THING:
            return None
        lately = self.scene.lately(phrase.head, FAR)
        here, above = self.scene.spot(phrase.head), self.scene.above(phrase.head)
        return choose(phrase.noun, here, lately, but=self._speaks(phrase.head), above=above)

    def _speaks(self, at: int) -> Someone | None:
        """Who is known to speak the quotation of whole sentences that token `at` stands in."""
        number = self.scene.quoted.get(at)
        token = self.speaking.get(number) if number is not None and self.scene.is_whole(number) else None
        if token is None or token in self.scene.found:
            return self.scene.found.get(token) if token is not None else None
        phrase = self.scene.phrases.get(token)
        return self.scene.cast.find(self.scene.read.words(*phrase.name)) if phrase is not None and phrase.name else None

    def _antecedent(self, token: int) -> Someone | None:
        """Whom the relative pronoun stands for: what its clause describes."""
        tokens = self.scene.tokens
        at = tokens[token].head
        while tokens[at].dep in ("conj", "xcomp", "aux") and tokens[at].head != at:
            at = tokens[at].head
        return self.scene.found.get(tokens[at].head) if tokens[at].dep in ("relcl", "acl") else None


def _is_pronoun(phrase: Phrase, words: frozenset[str]) -> bool:
    return phrase.kind == MentionKind.PRONOUN and phrase.noun in words
