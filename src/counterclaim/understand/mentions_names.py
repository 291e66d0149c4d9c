"""Finds the name in a noun phrase and tells whether it is a person's, a body's, or only a word for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.model.reading import MentionKind, Reading, Token
from counterclaim.understand.mentions_land import Land
from counterclaim.understand.mentions_words import (
    body_kind,
    first_names,
    movements,
    name_genders,
    parties,
    role_kind,
    titles,
)

PARTICLES = frozenset(
    {"al", "el", "bin", "bint", "ibn", "ben", "van", "von", "der", "den", "de", "da", "di", "du", "dos"}
)
PARTICLES |= {"la", "le", "ul", "ur", "abu", "zu", "af", "y", "e", "-", "–", "ter", "ten", "del", "della", "st."}
JOINTS = frozenset({"of", "for", "on", "the", "and", "&", "de", "'s", "’s", "against", "at", "'", "’", "-"})
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my"})
# What the parser calls some names of persons that it does not know.
MISLABELLED = frozenset({"NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
# What ends a body's name, though the parser saw the name go on.
NO_NAME_BEHIND = frozenset({":", "(", "–", "—", "in"})
# *J.D. Birk* has initials; *U.N.* and the like are names of states and their unions.
INITIALS = re.compile(r"(?:[A-Z]\.)+")
OFFICES = frozenset({"office", "minister", "law", "speaks", "candidate"})
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
# Nobody is older; a greater number after a name is a year.
OLDEST = 120
# No body is called by more words; what goes on is a sentence that the parser took for a name.
LONGEST_NAME = 16


class Names:
    """Reads the names in the phrases of one reading."""

    def __init__(self, reading: Reading, lands: Mapping[int, Land]) -> None:
        self.tokens, self.children, self.lands = reading.tokens, reading.children, lands

    def run(self, first: int, head: int) -> tuple[int, int] | None:
        """The capitalised words up to the head that may be a name, without role, title and state adjective."""
        if not any(letter.isupper() for letter in self.tokens[head].text) and not is_capital(self.tokens[head]):
            return None
        start = at = head
        while at > first:
            at -= 1
            if self._cuts(at, first, head):
                break
            if is_capital(self.tokens[at]):
                start = at
            elif self.tokens[at].text.lower() not in PARTICLES:
                break
            elif self._hyphenated(at):
                start = at
        end = head
        while end + 4 < len(self.tokens) and self._hyphenated(end) and self._hyphenated(end + 2):
            end += 4
        return start, end

    def kind(self, first: int, head: int, run: tuple[int, int] | None) -> str:
        token, small = self.tokens[head], self.tokens[head].text.lower()
        words = range(run[0], run[1] + 1) if run else range(0)
        if run is None or (run[0] == head and (body_kind(small) or role_kind(small)) and not self._called(first, head)):
            return self._common(small)
        proper = [self.tokens[at] for at in words]
        if (len(proper) == 1 and small in movements()) or self._is_one_of(first, run[0]):
            return MentionKind.BODY
        if body_kind(small) and not (self._called(first, run[0]) or _all_person(proper)):
            return MentionKind.BODY
        if role_kind(small) and not _all_person(proper):
            return MentionKind.ROLE
        if self._called(first, run[0]):
            return MentionKind.PERSON
        if any(body_kind(each.text) == "state" for each in proper[:-1]) and not _all_person(proper):
            return MentionKind.BODY
        return self._labelled(head, proper, token)

    def of_body(self, run: tuple[int, int], head: int) -> tuple[int, int]:
        """The whole name of a body around its head: the entity the parser saw, and what follows *of*."""
        first, last = run
        token = self.tokens[head]
        whose = head + 1 < len(self.tokens) and self.tokens[head + 1].text == "of" and first == head
        if (token.tag == "NNS" or whose) and role_kind(token.text) in OFFICES:
            # *Leaders of the Coast Union* are no body of that name.
            return run
        if token.entity in ("ORG", "FAC"):
            first, last = min(first, self._entity_start(head)), max(last, self.entity_end(head))
            while first < head and (
                self.tokens[first].text.lower() in DETERMINERS or not is_capital(self.tokens[first])
            ):
                first += 1
            first = next((at + 1 for at in range(head - 1, first - 1, -1) if self.tokens[at].text in "(:"), first)
            stop = next((at for at in range(head, last + 1) if self.tokens[at].text in NO_NAME_BEHIND), last + 1)
            last = min(last, stop - 1)
            first, last = self._without_office(first, head), self._before_day(head, last)
            while last > head and not is_capital(self.tokens[last]):
                last -= 1
        people = token.tag == "NNS" and body_kind(token.text) == "group"
        if (
            token.entity != "PERSON"
            and last == head
            and not people
            and (body_kind(token.text) or token.entity == "ORG")
        ):
            last = self._name_end(head)
        return first, last

    def _without_office(self, first: int, head: int) -> int:
        """Where a body's name begins behind who holds an office of it: *Leaders of* the Coast Union."""
        office = first + 2 <= head and role_kind(self.tokens[first].text) in OFFICES
        return first + 2 if office and self.tokens[first + 1].text == "of" else first

    def _before_day(self, head: int, last: int) -> int:
        """Where a name ends before the day on which its bearer did something: *Norwind on Sunday*."""
        days = (at for at in range(head, last) if self.tokens[at].text == "on" and self.tokens[at + 1].text in DAYS)
        return next((at - 1 for at in days), last)

    def is_generic(self, first: int, head: int) -> bool:
        """Whether the head is a plain word for a body that has its capital from the beginning of a sentence."""
        return bool(body_kind(self.tokens[head].text)) and not self._called(first, head)

    def entity_end(self, at: int) -> int:
        """The last token of the named entity that token `at` stands in."""
        limit = min(len(self.tokens), at + LONGEST_NAME) - 1
        while at < limit and self.tokens[at + 1].entity and not self.tokens[at + 1].entity_start:
            at += 1
        return at

    def is_joint(self, at: int) -> bool:
        """Whether a word between two capitals joins one name: *Nurses Without Frontiers*, *Ostby Fire and Rescue*."""
        if at < 1 or at + 1 >= len(self.tokens) or self.tokens[at].text.lower() not in ("without", "and"):
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        if not (before.text[0].isupper() and after.text[0].isupper()):
            return False
        if self.tokens[at].text == "and":
            return bool(body_kind(f"{before.text} and {after.text}"))
        return before.pos in ("NOUN", "PROPN") and after.tag in ("NNS", "NNPS", "NNP") and after.i not in self.lands

    def joined(self, head: int, run: tuple[int, int] | None) -> tuple[int, int] | None:
        """The whole of a name that has such a joint after its head word."""
        if not self.is_joint(head + 1):
            return None
        return (run[0] if run is not None and self.tokens[head].tag.startswith("NNP") else head), head + 2

    def entities(self) -> Iterator[tuple[str, str]]:
        """Every named entity that the parser saw: its words and its label."""
        for at, token in enumerate(self.tokens):
            if token.entity_start and token.entity:
                words = [each.text for each in self.tokens[at : self.entity_end(at) + 1]]
                yield " ".join(words).removeprefix("the "), token.entity

    def _entity_start(self, at: int) -> int:
        """The first token of the named entity that token `at` stands in."""
        limit = max(0, at - LONGEST_NAME)
        while at > limit and self.tokens[at].entity and not self.tokens[at].entity_start:
            at -= 1
        return at

    def _hyphenated(self, at: int) -> bool:
        """Whether a hyphen without blanks joins the token to the next."""
        if at + 2 >= len(self.tokens):
            return False
        middle, after = self.tokens[at + 1], self.tokens[at + 2]
        return middle.text == "-" and self.tokens[at].end == middle.start and middle.end == after.start

    def _cuts(self, at: int, first: int, head: int) -> bool:
        """Whether the word before a name is no part of it: a role, a title, a determiner."""
        token = self.tokens[at]
        small = token.text.lower()
        if self._is_town_before(at, head):
            return True
        if at in self.lands or (token.entity in ("GPE", "NORP", "DATE") and self.tokens[at + 1].entity == "PERSON"):
            return self.tokens[at + 1].entity == "PERSON"
        if small == "state" and at - 2 >= first - 2 and at >= 2 and role_kind(self.tokens[at - 2].text):
            return True
        if small in DETERMINERS or small in titles() or token.tag == "POS" or self._sentence_word(token):
            return True
        if small in parties() and not body_kind(self.tokens[head].text):
            return True
        if not role_kind(small):
            return False
        before = self.tokens[at - 1] if at > first else None
        inside = before is not None and before.entity == token.entity == "PERSON" and not token.entity_start
        return not (
            inside and before is not None and not role_kind(before.text) and before.text.lower() not in titles()
        )

    def _is_town_before(self, at: int, head: int) -> bool:
        """Whether what somebody is head of stands before their name: *the mayor of Ostby Piotr Birk*."""
        first = self.tokens[at + 1]
        named = first.text.lower() in name_genders() or (first.entity == "PERSON" and first.entity_start)
        if at + 1 >= head or at == 0 or not named or first.i in self.lands:
            return False
        return self.tokens[at - 1].text.lower() in ("of", "from", "in") and not body_kind(self.tokens[head].text)

    @staticmethod
    def _sentence_word(token: Token) -> bool:
        """Whether a word has its capital only from standing at the beginning of a sentence: *Both*, *Longtime*."""
        return token.pos in ("DET", "ADV", "CCONJ", "SCONJ", "VERB", "ADJ") and not token.entity

    def _labelled(self, head: int, proper: Sequence[Token], token: Token) -> str:
        """Person or body by the entity's label, else by article and letters."""
        if len(proper) == 1 and 1 < len(token.text) <= 6 and token.text.isupper():
            return MentionKind.BODY
        if len(proper) == 1 and token.pos == "ADJ" and token.tag == "JJ":
            return MentionKind.OTHER
        article = any(self.tokens[k].text.lower() == "the" for k in self.children[head])
        who = any(self.tokens[k].dep == "relcl" and self._has_who(k) for k in self.children[head])
        described = any(self.tokens[k].dep == "appos" and role_kind(self.tokens[k].text) for k in self.children[head])
        if who or described or self.has_age(head):
            return MentionKind.PERSON
        if token.entity == "PERSON" and not article:
            return MentionKind.PERSON
        if not article and self._like_a_person(proper):
            return MentionKind.PERSON
        short = len(proper) == 1 and len(token.text) > 1 and token.text.isupper()
        if short or article or token.entity in ("ORG", "NORP", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"):
            return MentionKind.BODY
        return MentionKind.PERSON if len(proper) > 1 and token.pos == "PROPN" else MentionKind.OTHER

    def _like_a_person(self, proper: Sequence[Token]) -> bool:
        """
        Whether a name of two or three words is a person's though the parser did not say so.

        The parser calls the same two words a person in one sentence, a work of art or a people in the next.
        """
        if not 2 <= len(proper) <= 3 or any(body_kind(each.text) or each.i in self.lands for each in proper):
            return False
        if INITIALS.fullmatch(proper[0].text):
            return True
        return proper[0].text.lower() in first_names() or proper[-1].entity in MISLABELLED

    def _has_who(self, verb: int) -> bool:
        return any(self.tokens[k].text.lower() in ("who", "whose") for k in self.children[verb])

    def _called(self, first: int, start: int) -> bool:
        """Whether a role or title stands right before the name."""
        if start <= first:
            return False
        before = self.tokens[start - 1].text.lower()
        if before == "state" and start >= 3 and role_kind(self.tokens[start - 3].text):
            return True
        return before in titles() or bool(role_kind(before)) or before in parties()

    def _is_one_of(self, first: int, start: int) -> bool:
        """Whether the word before the name is one for a body and for no person: *the carmaker Norwind*."""
        before = self.tokens[start - 1].text if start > first else ""
        return before.islower() and body_kind(before) == "own" and not role_kind(before)

    def has_age(self, last: int) -> bool:
        """Whether an age stands after the name, as it does of persons only: *Ada Birk, 52, said*."""
        after = self.tokens[last + 1 : last + 4]
        age = len(after) == 3 and after[0].text == "," and after[1].text.isdigit() and int(after[1].text) <= OLDEST
        return age and after[2].text in (",", ".", ";", "–", "—")

    @staticmethod
    def _common(small: str) -> str:
        if body_kind(small) == "group":
            return MentionKind.BODY
        if role_kind(small) and body_kind(small) != "state":
            return MentionKind.ROLE
        return MentionKind.BODY if body_kind(small) not in ("", "people") else MentionKind.OTHER

    def _name_end(self, head: int) -> int:
        """The last token of a body's name that goes on after its head: *of the Interior*, *for Peace and Health*."""
        last = at = head
        while at + 1 < min(len(self.tokens), head + LONGEST_NAME):
            following = self.tokens[at + 1]
            first_step = at == head and following.text.lower() not in ("of", "for", "on", "de")
            day = following.text == "on" and at + 2 < len(self.tokens) and self.tokens[at + 2].text in DAYS
            if first_step or day or not self._below(at + 1, head):
                break
            if not (is_capital(following) or following.text.lower() in JOINTS) or following.pos in ("VERB", "AUX"):
                break
            at += 1
            last = at if is_capital(following) else last
        return last

    def _below(self, at: int, head: int) -> bool:
        """Whether token `at` hangs below `head`, and not by being its equal."""
        while self.tokens[at].head != at:
            token = self.tokens[at]
            if token.head == head:
                return token.dep not in ("cc", "conj", "punct", "relcl", "appos")
            at = token.head
        return False


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name is."""
    return token.text[0].isupper() or (token.text[0].isdigit() and token.pos == "PROPN")


def _all_person(proper: Sequence[Token]) -> bool:
    return len(proper) > 1 and all(each.entity == "PERSON" for each in proper)
