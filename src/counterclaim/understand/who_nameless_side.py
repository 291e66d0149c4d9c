"""Reads from a phrase without a name for whom those it means speak: *Orsa officials*, *the rebels*, *a witness*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_land import adjective_of, town_called
from counterclaim.understand.mentions_phrase import Phrase
from counterclaim.understand.mentions_words import body_kind, movements, role_kind, side_words, singular
from counterclaim.understand.who_cast import Someone
from counterclaim.understand.who_scene import Scene
from counterclaim.understand.who_side import Description, describe, side_of

PLAIN_BODY = frozenset({"company", "firm", "group", "organization", "organisation", "agency", "party", "association"})
PLAIN_BODY |= {
    "movement",
    "militia",
    "regulator",
    "watchdog",
    "carmaker",
    "airline",
    "charity",
    "club",
    "union",
    "body",
}
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "every", "each", "his", "her", "its", "their"})
VAGUE = frozenset({"some", "many", "several", "most", "other", "few", "various", "certain", "more", "numerous"})
LOCAL = frozenset(
    {"local", "provincial", "city", "county", "municipal", "regional", "district", "town", "state", "village"}
)
# What leads a body speaks for it: *the board of Norwind*.
HEADS_OF_BODIES = frozenset({"board", "management", "leadership", "directors", "executive", "secretariat", "trustees"})
STAFF = frozenset({"office", "administration", "team", "staff", "campaign", "cabinet"})
# What stands between the place of a report and its first words.
DATELINE = " — "
ITS_OWN = frozenset({"local", "school", "court", "own", "public", "media", "group"})

IN_WORDS = "in the words of the phrase"


class NamelessSides:
    """Says of phrases without a name for whom those meant speak; who works for a person is kept for later."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.read = scene, scene.read
        self.tokens, self.lands = scene.tokens, scene.lands
        # The office, team and the like of a person by its head, with that person, whose side may be known only later.
        self.staff: dict[int, Someone] = {}

    def of(self, phrase: Phrase, owner: Someone | None) -> tuple[str | None, str]:
        """The side that the words of a phrase without a name tell, and what tells it; *no group* and foes have none."""
        small = {self.tokens[at].text.lower() for at in range(phrase.first, phrase.head)}
        if self.tokens[phrase.first].text.lower() == "no" or phrase.noun in side_words("foe"):
            return None, ""
        if small & side_words("captive"):
            return None, ""
        words = sorted({*range(phrase.first, phrase.last + 1), *phrase.described})
        if phrase.kind == MentionKind.ROLE:
            return self._of_role(phrase, owner, describe(self.tokens, self.lands, words))
        kind, land = body_kind(phrase.noun), self.scene.known.land_of(phrase)
        if self._is_official_source(phrase) and land is not None:
            return land, IN_WORDS
        if kind == "state" or (kind == "media" and any(self.tokens[at].text.lower() == "state" for at in words)):
            return self._side_of_state_body(phrase, land, describe(self.tokens, self.lands, words))
        led = self._of_led(phrase, owner) or self._of_page(phrase, owner)
        if led is not None:
            return led
        return self._of_group(phrase, words) or self._of_person(phrase, owner) or self._its_own(phrase, land)

    def _of_role(self, phrase: Phrase, owner: Someone | None, said: Description) -> tuple[str | None, str]:
        """The side of somebody called by a role, *Birk's spokesman*; who only works somewhere does not speak for it."""
        if phrase.noun in side_words("inside"):
            return (self._core(phrase), "its own") if phrase.plural and said.bodies else (None, "")
        side = self.scene.known.full(side_of(said))
        if side is None and owner is not None and role_kind(phrase.noun) == "speaks":
            return owner.side, f"speaks for {owner.name}"
        return side, IN_WORDS if side else ""

    def _of_group(self, phrase: Phrase, words: Sequence[int]) -> tuple[str | None, str] | None:
        """The movement or body whose members a phrase names: *Coast Front fighters*."""
        kind, known = body_kind(phrase.noun), self.scene.known
        movement = next((self.tokens[at].text for at in words if self.tokens[at].text.lower() in movements()), None)
        if movement is not None and kind in ("group", "own", "people") and not phrase.owner:
            return known.full(movement), IN_WORDS
        if kind != "group" or phrase.noun in side_words("inside"):
            return None
        bodies = describe(self.tokens, self.lands, words).bodies
        return (known.full(bodies[0]), IN_WORDS) if bodies and not self._is_persons(bodies[0]) else None

    def _of_led(self, phrase: Phrase, owner: Someone | None) -> tuple[str | None, str] | None:
        """The body whose board or management speaks: *the board of Norwind*, *Norwind management*."""
        if phrase.noun not in HEADS_OF_BODIES:
            return None
        if owner is None and (name := self._named_before(phrase)) is not None:
            owner = self.scene.cast.find(name)
        if owner is None or owner.kind != MentionKind.BODY or owner.noun:
            return None
        return owner.side or owner.name, f"speaks for {owner.name}"

    def _of_page(self, phrase: Phrase, owner: Someone | None) -> tuple[str | None, str] | None:
        """Whoever has the page that something is read on: *the WHO's website*."""
        if owner is None or phrase.noun not in side_words("page"):
            return None
        side = owner.side or (None if owner.noun else owner.name)
        return side, f"speaks for {owner.name}" if side else ""

    def _of_person(self, phrase: Phrase, owner: Someone | None) -> tuple[str | None, str] | None:
        """The side of the person whose lawyers or staff a phrase names."""
        if owner is None or owner.kind != MentionKind.PERSON:
            return None
        if phrase.noun in side_words("counsel"):
            return owner.name, f"speaks for {owner.name}"
        if phrase.noun in STAFF:
            self.staff[phrase.head] = owner
            return owner.side, f"speaks for {owner.name}"
        return None

    def _its_own(self, phrase: Phrase, land: str | None) -> tuple[str | None, str]:
        """The words of a phrase for a body or group that speaks for itself, or the body named in them."""
        kind = body_kind(phrase.noun)
        if kind not in ITS_OWN or self._is_anybody(phrase) or self._are_only_people(phrase):
            return None, ""
        told = kind == "media" or phrase.noun in PLAIN_BODY
        # The *Harbour Bank union* is not the bank's voice; the *Unisono union* is called so.
        within = phrase.noun == "union" and body_kind((self._named_before(phrase) or " ").rpartition(" ")[2])
        if told and not within and (whose := self._named_before(phrase)) is not None:
            return self.scene.known.full(whose), IN_WORDS
        town = self._town(phrase) if phrase.noun in side_words("town") else None
        own = self._opposition(phrase, land) or town or self._core(phrase)
        return (land if kind in ("local", "public") and land else own), "its own"

    def _opposition(self, phrase: Phrase, land: str | None) -> str | None:
        """*The opposition*, *opposition activists*: those of the state named there, or that the text is about."""
        words = (self.tokens[at].text.lower() for at in range(phrase.first, phrase.head + 1))
        state = land or self.scene.known.home
        return f"{adjective_of(state)} opposition" if state and "opposition" in words else None

    def _side_of_state_body(self, phrase: Phrase, land: str | None, said: Description) -> tuple[str | None, str]:
        """The state of officials and the like; their party, army or town where the phrase names that instead."""
        known = self.scene.known
        if said.opposed:
            return self._opposition(phrase, land) or self._core(phrase), "its own"
        if land is not None:
            return land, IN_WORDS
        if said.union is not None:
            return said.union, IN_WORDS
        if said.bodies:
            return known.full(said.bodies[0]), IN_WORDS
        if body_kind(phrase.noun) == "state" and self._is_local(phrase):
            return self._town(phrase) or self._core(phrase), "its own"
        if (whose := self._named_before(phrase)) is not None:
            return known.full(whose), IN_WORDS
        home = None if self._is_from_elsewhere(phrase) else known.home
        return home, "the only state the text is about" if home else ""

    def _is_from_elsewhere(self, phrase: Phrase) -> bool:
        """Whether officials are those of other states: *Western diplomats*, *foreign ministers*, *an envoy from X*."""
        small = [self.tokens[at].text.lower() for at in range(phrase.first, phrase.head + 2) if at < len(self.tokens)]
        # *The foreign ministry* is the state's own.
        kept = (one for one, after in pairwise(small) if one != "foreign" or after not in side_words("department"))
        return small[-1] == "from" or not side_words("elsewhere").isdisjoint(kept)

    def _is_official_source(self, phrase: Phrase) -> bool:
        """Whether the phrase names a source inside a state's services: *Norland security sources*."""
        before = self.tokens[phrase.head - 1].text.lower() if phrase.head > phrase.first else ""
        return singular(phrase.noun).removesuffix("s") == "source" and (
            body_kind(before) == "state" or before in side_words("service")
        )

    def _is_persons(self, name: str) -> bool:
        """Whether a name in a phrase is a person's, whose followers are not that person: *Birk supporters*."""
        who = self.scene.cast.find(name)
        return who is not None and who.kind == MentionKind.PERSON

    def _is_anybody(self, phrase: Phrase) -> bool:
        """
        Whether a phrase leaves open who of many is meant: *a militant group*, *many fighters*, *a post*.

        Nobody knows who that is, so it is no side; with a name in it, as in *an Orsa newspaper*, it is one.
        """
        if phrase.noun == "post" and self.tokens[phrase.head].text.islower():
            return True
        first = self.tokens[phrase.first]
        open_to_all = first.text.lower() in (INDEFINITE | VAGUE) or first.pos == "NUM"
        inside = (self.tokens[at].text for at in range(phrase.first + 1, phrase.last + 1))
        return open_to_all and phrase.owner is None and not any(word[0].isupper() for word in inside)

    def _are_only_people(self, phrase: Phrase) -> bool:
        """Whether a phrase is for people who have but an opinion or a trade in common: *critics*, *angry workers*."""
        inside = (self.tokens[at] for at in range(phrase.first, phrase.last + 1))
        named = any(token.pos == "PROPN" or token.entity in ("GPE", "NORP", "ORG", "PERSON") for token in inside)
        return phrase.noun in side_words("nobody") and not named

    def _named_before(self, phrase: Phrase) -> str | None:
        """The name of the body before what it is: *Norwind officials*, *the Orsa Herald newspaper*."""
        end = phrase.head
        while end > phrase.first and self.tokens[end].text.islower() and self.tokens[end - 1].pos in ("NOUN", "PROPN"):
            end -= 1
        at = end + 1
        while at > phrase.first and self._is_of_name(at - 1):
            at -= 1
        name = self.read.words(at, end) if at <= end < phrase.head else ""
        if self.tokens[phrase.first].text.lower() in INDEFINITE:
            # *An Orsa newspaper* is any of that place.
            return None
        who = self.scene.cast.find(name) if name else None
        if name and body_kind(phrase.noun) == "media":
            # Papers are called by their towns: *the Ostby Post newspaper*.
            while at > phrase.first and self.tokens[at - 1].pos == "PROPN":
                at -= 1
            return self.read.words(at, end)
        return who.name if who is not None and who.kind != MentionKind.PERSON and not who.noun else None

    def _is_of_name(self, at: int) -> bool:
        token = self.tokens[at]
        return (token.pos == "PROPN" and not self._is_place(at)) or token.text == "-"

    def _is_place(self, at: int) -> bool:
        return at in self.lands or self.tokens[at].entity in ("GPE", "LOC")

    def _town(self, phrase: Phrase) -> str | None:
        """The town before a word for its officials, or after *the city of*."""
        before = [at for at in range(phrase.first, phrase.head) if self.tokens[at].entity == "GPE"]
        if not before and phrase.noun in ("city", "town") and phrase.owner is not None:
            named = phrase.owner if self.tokens[phrase.owner].pos == "PROPN" else None
            before = [] if named is None else [named]
        return town_called(self.read.words(before[0], before[-1])) if before else None

    def _is_local(self, phrase: Phrase) -> bool:
        """Whether the phrase says that a body is a town's or a province's, not the state's."""
        words = [self.tokens[at] for at in range(phrase.first, phrase.head)]
        return any(word.text.lower() in LOCAL or word.entity in ("GPE", "NORP") for word in words)

    def _core(self, phrase: Phrase) -> str:
        """The words of a phrase without article and number."""
        first = phrase.first
        owned = phrase.owner is not None and self.tokens[phrase.owner].dep == "poss"
        if owned and phrase.owner is not None and self.tokens[phrase.owner].tag != "PRP$":
            first = min(first, self.read.left[phrase.owner])
        numbers = (
            at for at in range(first, phrase.head) if self.tokens[at].pos == "NUM" and self.tokens[at].text.isdigit()
        )
        first = max((first, *numbers))
        if phrase.noun == "police":
            # *Gun-carrying police* are the police.
            first = max((first, *(at + 1 for at in range(first, phrase.head) if self._says_only_how(at))))
        while first < phrase.head and self._is_vague(first):
            first += 1
        return self.read.words(first, phrase.last).rpartition(DATELINE)[2]

    def _says_only_how(self, at: int) -> bool:
        """Whether a word before *police* names nothing."""
        token = self.tokens[at]
        return not token.entity and token.pos not in ("NOUN", "PROPN") and token.tag != "POS"

    def _is_vague(self, at: int) -> bool:
        return self.tokens[at].pos in ("DET", "NUM", "PRON") or self.tokens[at].text.lower() in VAGUE
