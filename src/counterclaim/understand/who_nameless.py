"""Decides whom a phrase without a name means: *the minister*, *the military*, *the report*, *his aides*."""

from __future__ import annotations

from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_land import COMPOUNDED, adjective_of
from counterclaim.understand.mentions_phrase import Phrase
from counterclaim.understand.mentions_words import body_kind, role_kind, singular
from counterclaim.understand.who_cast import Someone, words_of
from counterclaim.understand.who_nameless_side import (
    DATELINE,
    HEADS_OF_BODIES,
    INDEFINITE,
    PLAIN_BODY,
    NamelessSides,
)
from counterclaim.understand.who_pronoun import distance
from counterclaim.understand.who_scene import Scene

# Words before *group* that only say of what kind it is; *-backed* and the like come with a state.
KINDS_OF_GROUP = frozenset(
    {"armed", "militant", "paramilitary", "rebel", "islamist", "jihadist", "shia", "sunni", "separatist", "insurgent"}
)
# An agency or a force may be called so though its name holds a word for a body of a state.
OFFICIAL, FORCE = frozenset({"agency", "regulator", "watchdog", "body"}), frozenset({"group", "movement", "militia"})
STATEMENTS = frozenset({"statement", "announcement", "release", "communique", "communiqué", "declaration"})
NOT_YET_OR_NO_MORE = frozenset({"elect", "former", "ex", "designate"})
SEATED = frozenset({"based", "headquartered"})
NARROWING = frozenset({"amod", "acl", "relcl"})
POINTING = frozenset({"the", "this", "that"})
# How many sentences back somebody is still taken to be speaking, and a company to be *the company*.
NEAR_BY, SOME_WAY = 3, 12
# A body is called by what it is this soon after it spoke, and these kinds of body are.
CLOSE = 2
RESUMED = frozenset({"own", "media", "public", "group", "local"})


class Nameless:
    """Finds the bearer of a phrase without a name among those met so far, else takes the phrase for somebody new."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.read = scene, scene.read
        self.tokens, self.lands = scene.tokens, scene.lands
        self._makers: dict[str, Someone] = {}
        self.sides = NamelessSides(scene)

    def who(self, phrase: Phrase) -> Someone:
        """Whom the phrase means."""
        if phrase.kind == MentionKind.ROLE:
            return self._known_role(phrase) or self._described(phrase)
        if body_kind(phrase.noun) == "document":
            return self._maker(phrase) or self._described(phrase)
        if phrase.kind == MentionKind.BODY:
            return self._acting(phrase) or self._known_body(phrase) or self._described(phrase)
        known = (self._known_body(phrase) or self._elect(phrase)) if phrase.definite else None
        return known or self._made_by(phrase) or self._described(phrase)

    def _made_by(self, phrase: Phrase) -> Someone | None:
        """The one whom the phrase names as its maker: *projections by Norpress*, *the tests made by a laboratory*."""
        if phrase.owner is None or body_kind(phrase.noun) or role_kind(phrase.noun):
            return None
        joint = any(self.tokens[child].dep == "conj" for child in self.read.children[phrase.owner])
        by = self.tokens[self.tokens[phrase.owner].head].text.lower() == "by"
        return self._owner(phrase) if by and not joint else None

    def _elect(self, phrase: Phrase) -> Someone | None:
        """Whom a role with a second part means: *the president-elect*."""
        at = phrase.head
        joined = at - 2 >= phrase.first and self.tokens[at - 1].text == "-" and role_kind(self.tokens[at - 2].text)
        return self._known_role(phrase) if joined else None

    def _known_role(self, phrase: Phrase) -> Someone | None:
        """The person this role was given to: *the minister* after *Ada Birk, the interior minister*."""
        if phrase.plural or self._first_word(phrase) in INDEFINITE:
            return None
        before = range(phrase.first, phrase.head + 1)
        lands = {self.lands[at].name for at in before if at in self.lands}
        words = {singular(self.tokens[at].text) for at in before if at not in self.lands} - POINTING
        fitting = [
            each
            for each in self.scene.cast.called(singular(phrase.noun))
            if words <= each.nouns and each.noun in ("", phrase.noun) and not each.plural
        ]
        fitting = [each for each in fitting if not lands or not each.lands or lands & set(each.lands)]
        whose = self._whose(phrase)
        fitting = [each for each in fitting if whose <= each.nouns]
        fitting = [each for each in fitting if not each.noun or self._is_recent(each, phrase)]
        # *The president* is who is in office, as long as there is one, not *the former president*.
        fitting = [each for each in fitting if not (each.nouns - words) & NOT_YET_OR_NO_MORE] or fitting
        return max(fitting, key=lambda each: each.seen, default=None)

    def _whose(self, phrase: Phrase) -> set[str]:
        """The common noun after the head that says whose: *man* in *the wife of a man named Birk*."""
        after = [self.tokens[at] for at in phrase.described if at > phrase.head and self.tokens[at].dep == "pobj"]
        people = [token for token in after if token.pos == "NOUN" and role_kind(token.text)]
        return {singular(token.text) for token in people if self.tokens[token.head].head == phrase.head}

    def _is_recent(self, who: Someone, phrase: Phrase) -> bool:
        """Whether somebody without a name was spoken of not long ago: *the woman* later is another one."""
        return who.seen >= 0 and distance(self.scene.spot(who.seen), self.scene.spot(phrase.head)) <= SOME_WAY

    def _known_body(self, phrase: Phrase) -> Someone | None:
        """The body this word was used of: *the ministry* after *the Ministry of Ports*."""
        words = self._telling(phrase)
        if not words or self._first_word(phrase) in INDEFINITE or self._is_narrowed(phrase):
            return None
        plain = phrase.definite and not phrase.plural and words <= PLAIN_BODY
        if plain and (named := self._last_body(phrase, subjects=True)) is not None:
            return named
        sharing = self.scene.cast.sharing(phrase.noun)
        best = max((each for each in sharing if _may_be(each, phrase.noun, words)), key=lambda w: w.seen, default=None)
        if best is None and plain:
            return self._last_body(phrase)
        return best or (self._resumed(phrase) if phrase.definite and not phrase.plural else None)

    def _resumed(self, phrase: Phrase) -> Someone | None:
        """The one body that spoke just before, called by what it is: *the daily* after *The Orsa Herald said*."""
        kind = body_kind(phrase.noun)
        speaks = self.tokens[phrase.head].dep == "nsubj" and self.scene.says(phrase.head)
        if kind not in RESUMED or not speaks or phrase.owner is not None or self.scene.known.land_of(phrase):
            return None
        spoke = {seen.who for seen in self.scene.lately(phrase.head, CLOSE) if seen.speaking and seen.quotation < 0}
        bodies = {who for who in spoke if who.kind == MentionKind.BODY and who.words and not who.noun}
        only = next(iter(bodies)) if len(bodies) == 1 else None
        if only is None or not _is_itself(only):
            return None
        return only if all(body_kind(word) in ("", "own", kind) for word in only.words) else None

    def _is_narrowed(self, phrase: Phrase) -> bool:
        """Whether words after it make others of them than were spoken of: *officials familiar with the plan*."""
        after = phrase.last + 1
        if phrase.definite or after >= len(self.tokens) or self.tokens[after].head != phrase.head:
            return False
        return self.tokens[after].dep in NARROWING

    def _telling(self, phrase: Phrase) -> set[str]:
        """The words of a phrase without those that only say of what kind a group is: *the Norland-backed group*."""
        whole = not phrase.definite or phrase.noun in HEADS_OF_BODIES
        last = max((phrase.last, *phrase.described)) if whole else phrase.last
        words = set(words_of(self.read.words(phrase.first, last)))
        if phrase.noun not in PLAIN_BODY:
            return words
        backed = {at for at in range(phrase.first, phrase.head) if self.tokens[at].text.lower() in COMPOUNDED}
        before = {self.tokens[at - 2].text.lower() for at in backed if at - 2 >= phrase.first}
        seated = {word for at in self._seated(phrase) for word in words_of(self.tokens[at].text)}
        return words - KINDS_OF_GROUP - before - seated - {self.tokens[at].text.lower() for at in backed}

    def _seated(self, phrase: Phrase) -> range:
        """The words that only say where a body sits: *the New York-based group*."""
        based = [at for at in range(phrase.first + 2, phrase.head) if self.tokens[at].text.lower() in SEATED]
        hyphened = [at for at in based if self.tokens[at - 1].text == "-"]
        named = hyphened and all(self.tokens[at].pos in ("PROPN", "DET") for at in range(phrase.first, hyphened[0] - 1))
        return range(phrase.first, hyphened[0] + 1) if named else range(0)

    def _last_body(self, phrase: Phrase, *, subjects: bool = False) -> Someone | None:
        """The body with a name that was met last, for *the company* and the like; of `subjects` only."""
        kinds = {"own", ""} | ({"public"} if phrase.noun in OFFICIAL else set())
        kinds |= {"state"} if phrase.noun in FORCE else set()
        for seen in self.scene.lately(phrase.head, SOME_WAY):
            who = seen.who
            named = who.kind == MentionKind.BODY and not who.plural and not who.noun and bool(who.words)
            if named and body_kind(who.words[-1]) in kinds and (seen.subject or not subjects) and _is_itself(who):
                return who
        return None

    def _acting(self, phrase: Phrase) -> Someone | None:
        """A body of the state that acts in the sentence: *the military* after *Ukraine says*; else of the only one."""
        bare = phrase.definite and phrase.owner is None and phrase.first >= phrase.head - 1
        if body_kind(phrase.noun) != "state" or not bare or self.scene.known.land_of(phrase) is not None:
            return None
        here = (seen.who.side for seen in self.scene.lately(phrase.head, 0) if _is_acting_state(seen.who, seen.subject))
        state = next(here, None)
        if state is None:
            known = self._known_body(phrase)
            if known is not None:
                return known
            state = self.scene.known.home
        if state is None:
            return None
        name = f"{adjective_of(state)} {phrase.noun}"
        return self.scene.add(name, phrase, state, f"the state that acts here: {state}")

    def _maker(self, phrase: Phrase) -> Someone | None:
        """Who made the document that speaks: its possessor, the body named before it, or the last one's maker."""
        who = self._owner(phrase) or self._before(phrase)
        if who is not None:
            self._makers[phrase.noun] = who
            return who
        return (self._makers.get(phrase.noun) or self._last_to_speak(phrase)) if phrase.definite else None

    def _owner(self, phrase: Phrase) -> Someone | None:
        """The possessor or maker that the phrase names, where it can speak."""
        if phrase.owner is None:
            return None
        who = self.scene.found.get(phrase.owner)
        named = self.scene.phrases.get(phrase.owner)
        # What stands after the head was not met yet; only names are looked up early, so that nothing goes round.
        if who is None and named is not None and phrase.owner > phrase.head:
            who = self._early(named)
        return who if who is not None and who.kind != MentionKind.OTHER else None

    def _early(self, named: Phrase) -> Someone | None:
        if named.kind in (MentionKind.STATE, MentionKind.ADJECTIVE):
            return self.scene.state(self.lands[named.head])
        if named.name is not None:
            return self.scene.cast.find(self.read.words(*named.name))
        if named.kind == MentionKind.ROLE and named.definite and not named.plural:
            return self._known_role(named) or self._described(named)
        generic = named.kind == MentionKind.BODY and body_kind(named.noun) != "document"
        return (self._known_body(named) or self._described(named)) if generic else None

    def _before(self, phrase: Phrase) -> Someone | None:
        """Whom the capitalised words before the head noun name."""
        at = phrase.head
        while at > phrase.first and self.tokens[at - 1].pos == "PROPN":
            at -= 1
        if at == phrase.head:
            # *A Swedish government paper* is Sweden's.
            state = at > phrase.first and body_kind(self.tokens[at - 1].text) == "state"
            near = self.lands.get(at - 1 - state) if at - state > phrase.first else None
            return self.scene.state(near) if near is not None else None
        land = self.lands.get(at)
        if land is not None and land.last == phrase.head - 1:
            return self.scene.state(land)
        return self.scene.cast.find(self.read.words(at, phrase.head - 1))

    def _last_to_speak(self, phrase: Phrase) -> Someone | None:
        """Who spoke last, for *the statement* and the like after what was stated."""
        if phrase.noun not in STATEMENTS:
            return None
        near = self.scene.lately(phrase.head, NEAR_BY)
        speaking = (seen.who for seen in near if self.scene.speaks(seen))
        return next((who for who in speaking if who.kind != MentionKind.OTHER), None)

    def _described(self, phrase: Phrase) -> Someone:
        """Somebody of whom the phrase itself is all there is."""
        last = max(phrase.last, phrase.described[-1]) if phrase.described else phrase.last
        words = self.read.words(phrase.first, last)
        owner = self.scene.found.get(phrase.owner) if phrase.owner is not None else None
        owner = owner or self._owner(phrase)
        if phrase.owner is not None and owner is not None and owner.name and self.tokens[phrase.owner].tag == "PRP$":
            words = f"{owner.name}'s {self.read.words(min(phrase.owner + 1, last), last)}"
        side, because = self.sides.of(phrase, owner)
        words = words.rpartition(DATELINE)[2]
        return self.scene.add(self._of_state(phrase, owner) or _bare(words), phrase, side, because)

    def _of_state(self, phrase: Phrase, owner: Someone | None) -> str | None:
        """The name of a state's body that only a pronoun tells: *his government*; a named owner stays as written."""
        if body_kind(phrase.noun) != "state" or owner is None or phrase.owner is None:
            return None
        own = self.tokens[phrase.owner].tag == "PRP$" and 0 < phrase.head - phrase.owner <= 2
        of_land = owner.side in {land.name for land in self.lands.values()}
        return f"{adjective_of(owner.side)} {phrase.noun}" if own and of_land and owner.side else None

    def _first_word(self, phrase: Phrase) -> str:
        return self.tokens[phrase.first].text.lower()


def _is_itself(who: Someone) -> bool:
    """Whether a body speaks for itself as far as is known, not for a state."""
    return who.side is None or set(words_of(who.side)) <= set(who.words)


def _is_acting_state(who: Someone, subject: bool) -> bool:
    return subject and who.kind == MentionKind.STATE


def _may_be(who: Someone, noun: str, words: set[str]) -> bool:
    """Whether a body already spoken of can be meant by a head noun with these words."""
    if who.seen < 0 or who.kind == MentionKind.PERSON or (who.noun and who.noun != noun):
        return False
    return words <= set(who.words)


def _bare(words: str) -> str:
    """The words without a leading *the*."""
    return words[4:] if words[:4].lower() == "the " else words
