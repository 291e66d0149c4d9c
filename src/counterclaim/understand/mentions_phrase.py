"""Reads one noun phrase: the name in it, the words that describe who bears it, and whom they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model.reading import MentionKind, Reading, Token
from counterclaim.understand.mentions_land import Land
from counterclaim.understand.mentions_names import Names, is_capital
from counterclaim.understand.mentions_words import body_kind, genders, role_kind, singular, titles

LEFT = frozenset({"compound", "amod", "det", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod"})
PERSONAL = frozenset({"PRP", "PRP$", "WP", "WP$"})
# A description after a name is shorter than this; what is longer is a clause that the parser did not see as one.
LONGEST_DESCRIPTION = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    A noun phrase with its parts as token indices; `first` to `last` is all of it, `name` the run that names.

    `noun` is the head word in small letters; `described` the tokens that say what its bearer is; `owner` the token of
    the possessor or of what stands after *of*; `twin` the head of the other phrase for the same one (apposition).
    """

    head: int
    kind: str
    first: int
    last: int
    name: tuple[int, int] | None
    noun: str
    described: tuple[int, ...] = ()
    owner: int | None = None
    twin: int | None = None
    plural: bool = False
    definite: bool = False
    gender: str = ""


class Phrases:
    """Reads the phrases of one reading; holds what all of them need: tokens, names of states, extents of subtrees."""

    def __init__(self, reading: Reading, lands: Mapping[int, Land]) -> None:
        self.reading, self.tokens, self.lands = reading, reading.tokens, lands
        self.children, self.names = reading.children, Names(reading, lands)
        self.left, self.right = _extents(self.tokens, self.children)

    def at(self, head: int) -> Phrase | None:
        """The phrase that hangs on token `head`; None where nobody can speak by it."""
        token = self.tokens[head]
        if token.tag in PERSONAL and (len(token.text) == 1 or not token.text.isupper()):
            return Phrase(head, MentionKind.PRONOUN, head, head, None, token.text.lower())
        land = self.lands.get(head)
        if land is not None and self._is_land(land, head):
            kind = MentionKind.ADJECTIVE if land.form == "adjectives" else MentionKind.STATE
            return Phrase(head, kind, land.first, land.last, (land.first, land.last), token.text.lower())
        if self.names.is_joint(head - 1):
            return None
        if token.pos in ("NOUN", "PROPN") or (token.pos in ("PRON", "ADJ", "NUM", "DET") and token.dep != "det"):
            return self._nominal(head)
        return None

    def words(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`."""
        return self.reading.document.text[self.tokens[first].start : self.tokens[last].end]

    def _is_land(self, land: Land, head: int) -> bool:
        """Whether the phrase is the state itself, or its adjective before a noun that is said or done."""
        if land.form == "people":
            return False
        follows = self.tokens[head + 1] if head + 1 < len(self.tokens) else None
        return land.last == head or follows is None

    def _nominal(self, head: int) -> Phrase:
        first = self._core_start(head)
        run = self.names.run(first, head)
        kind = self.names.kind(first, head, run)
        if kind == MentionKind.BODY and run is not None:
            run = self.names.of_body(run, head)
            run = None if run == (head, head) and self.names.is_generic(first, head) else run
        elif kind == MentionKind.ROLE or (kind == MentionKind.OTHER and self.tokens[head].pos != "PROPN"):
            run = None
        elif kind == MentionKind.PERSON and run is not None:
            first = min(first, self._description_start(first, run[0]))
        if (whole := self.names.joined(head, run)) is not None:
            kind, run = MentionKind.BODY, whole
        twin = self._twin(head, kind)
        last = max(head, run[1] if run else head)
        described = self._described(first, head, run, kind)
        token = self.tokens[head]
        plural = token.tag in ("NNS", "NNPS") or any(self.tokens[k].dep == "conj" for k in self.children[head])
        definite = any(self.tokens[k].text.lower() == "the" for k in self.children[head] if k < head)
        gender = self._gender(described, run) if kind in (MentionKind.PERSON, MentionKind.ROLE) else ""
        return Phrase(
            head,
            kind,
            first,
            last,
            run,
            token.text.lower(),
            described,
            self._owner(head),
            twin,
            plural,
            definite,
            gender,
        )

    def _description_start(self, first: int, start: int) -> int:
        """Where the role before a name begins that the parser did not join to it: *Norland's President Ada Birk*."""
        begin = self.reading.sentence_at(start).first
        at = self._role_before(start, begin)
        if at is None:
            return first
        while at > max(begin, start - LONGEST_DESCRIPTION) and self._describes(at - 1):
            at -= 1
        return at

    def _role_before(self, start: int, begin: int) -> int | None:
        """The role right before a name, or before the place it is held in: *Governor of Ostby Ada Birk*."""
        at = start - 1
        while at > begin and (at in self.lands or self.tokens[at].entity == "GPE"):
            at -= 1
        if at < start - 1:
            at -= 1 if at > begin and self.tokens[at].text in ("of", "from") else len(self.tokens)
        return at if at >= begin and role_kind(self.tokens[at].text) else None

    def _describes(self, at: int) -> bool:
        """Whether a token can belong to a role that stands before a name."""
        token = self.tokens[at]
        joined = token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS" or at in self.lands
        return joined and not token.entity.startswith(("PERSON", "DATE"))

    def _core_start(self, head: int) -> int:
        first = head
        for child in reversed(self.children[head]):
            if child < head and self.tokens[child].dep in LEFT and self.right[child] <= first:
                first = min(first, self.left[child])
        while first < head and (self.tokens[first].pos == "PUNCT" or self.tokens[first].text == "FILE"):
            first += 1
        return first

    def _twin(self, head: int, kind: str) -> int | None:
        """The head of the phrase in apposition: *the minister, Ada Birk*; *Ada Birk, the minister*."""
        for child in self.children[head]:
            if self.tokens[child].dep == "appos" and self.tokens[child].pos in ("NOUN", "PROPN"):
                return child
        token = self.tokens[head]
        if token.dep == "appos":
            return token.head
        return self._named_after(head) if kind in (MentionKind.ROLE, MentionKind.OTHER, MentionKind.BODY) else None

    def _named_after(self, head: int) -> int | None:
        """The last token of a person's name that follows a description which the parser did not join to it."""
        if (told := self._named_source(head)) is not None:
            return told
        end = self.right[head]
        for at in range(head + 1, min(end, head + LONGEST_DESCRIPTION) + 1):
            token = self.tokens[at]
            if token.entity == "PERSON" and is_capital(token) and self._follows_description(at):
                return self.names.entity_end(at)
            if token.tag in ("VBD", "VBZ", "VBP", "WP") or token.dep in ("conj", "relcl", "cc"):
                return None
            if token.pos == "ADP" and token.text.lower() not in ("of", "in", "at"):
                return None
        return None

    def _named_source(self, head: int) -> int | None:
        """The last token of the name between commas in *according to the mayor, Ada Birk, the road is closed*."""
        above = self.tokens[head].head
        source = self.tokens[above].text.lower() == "to" and self.tokens[above - 1].text.lower() == "according"
        if not source or head + 2 >= len(self.tokens) or self.tokens[head + 1].text != ",":
            return None
        name = self.tokens[head + 2]
        end = self.names.entity_end(name.i) if name.entity == "PERSON" and name.entity_start else None
        closed = end is not None and end + 1 < len(self.tokens) and self.tokens[end + 1].text == ","
        return end if closed else None

    def _follows_description(self, at: int) -> bool:
        """Whether the word before is the end of a description, not a preposition or a first name."""
        while at > 1 and self.tokens[at - 1].text.lower() in titles():
            at -= 1
        before = self.tokens[at - 1]
        if before.tag == "POS" or before.text == "(":
            return False
        return before.pos in ("NOUN", "PUNCT") or at - 1 in self.lands or bool(role_kind(before.text))

    def _described(self, first: int, head: int, run: tuple[int, int] | None, kind: str) -> tuple[int, ...]:
        """The tokens that say what the bearer of the phrase is: before the name, in apposition, after a comma."""
        before = range(first, run[0] if run else head + 1)
        found = [at for at in before if self.tokens[at].text.lower() not in titles()]
        if run is None or kind != MentionKind.PERSON:
            return tuple(sorted({*found, *self._after(head)}))
        for child in self.children[head]:
            if self.tokens[child].dep == "appos":
                found += range(self.left[child], self._before_clause(child) + 1)
            elif self.tokens[child].dep == "prep" and child == head + 1:
                found += range(child, self._phrase_end(child) + 1)
        return tuple(sorted({*found, *self._comma(run[1])}))

    def _before_clause(self, head: int) -> int:
        """The last token of a noun's description before *who*, *which* and what follows them."""
        end = min(self.right[head], head + LONGEST_DESCRIPTION)
        return next((at - 1 for at in range(head + 1, end + 1) if self.tokens[at].tag in ("WP", "WDT")), end)

    def _after(self, head: int) -> range:
        """The *of* phrase and the like right after a head noun."""
        child = next((k for k in self.children[head] if k == head + 1 and self.tokens[k].dep == "prep"), None)
        return range(head, self._phrase_end(child) + 1) if child is not None else range(0)

    def _phrase_end(self, preposition: int) -> int:
        """The last token of a prepositional phrase before any comma or clause."""
        end = preposition
        for at in range(preposition, min(self.right[preposition], preposition + LONGEST_DESCRIPTION) + 1):
            if self.tokens[at].text in (",", ";", "--", "—") or self.tokens[at].dep == "relcl":
                break
            end = at
        return end

    def _comma(self, last: int) -> range:
        """A description between commas after a name, as far as it holds a role and no verb."""
        if last + 2 >= len(self.tokens) or self.tokens[last + 1].text != ",":
            return range(0)
        end, known = last + 2, False
        if (
            self.tokens[end].tag in ("VBG", "VBN")
            and self.tokens[end + 1 : end + 2]
            and self.tokens[end + 1].text == "with"
        ):
            # *Birk, speaking with the president*, is not the president.
            return range(0)
        belongs = self.tokens[end].text in ("of", "from", "with")
        while end < min(len(self.tokens), last + 2 + LONGEST_DESCRIPTION):
            token = self.tokens[end]
            if (
                token.text in (",", ".", ";", '"', "”")
                or token.pos in ("AUX", "PRON")
                or token.tag in ("VBD", "VBZ", "VBP")
            ):
                break
            body = belongs and is_capital(token) and body_kind(token.text) not in ("", "document")
            known = known or body or bool(role_kind(token.text))
            end += 1
        return range(last + 2, end) if known and not self._acts(last + 2, end) else range(0)

    def _acts(self, first: int, end: int) -> bool:
        """Whether the words up to a verb are its subject: *According to Birk, the rebels were* describes nobody."""
        verb = self.tokens[end] if end < len(self.tokens) else None
        if verb is None or not (verb.pos == "AUX" or verb.tag in ("VBD", "VBZ", "VBP")):
            return False
        return any(self.tokens[at].dep in ("nsubj", "nsubjpass") for at in range(first, end))

    def _owner(self, head: int) -> int | None:
        """The token of the possessor, else of what stands after *of*, *from*, *by* or *for*."""
        for child in self.children[head]:
            if self.tokens[child].dep == "poss":
                return child
        for child in self.children[head]:
            token = self.tokens[child]
            if token.dep == "prep" and token.text.lower() in ("of", "from", "by", "for"):
                return next((k for k in self.children[child] if self.tokens[k].dep == "pobj"), None)
            if token.dep == "acl" and (maker := self._maker(child)) is not None:
                return maker
        return None

    def _maker(self, participle: int) -> int | None:
        """Who did what the participle says: *a survey made by the institute*."""
        for child in self.children[participle]:
            if self.tokens[child].text.lower() == "by":
                return next((k for k in self.children[child] if self.tokens[k].dep == "pobj"), None)
        return None

    def _gender(self, described: Sequence[int], run: tuple[int, int] | None) -> str:
        known = genders()
        words = [self.tokens[run[0]]] if run and run[1] > run[0] else []
        words += [self.tokens[at] for at in described]
        if run and run[0] > 0:
            words.append(self.tokens[run[0] - 1])
        return next((known[key] for each in words if (key := singular(each.text)) in known), "")


def _extents(tokens: Sequence[Token], children: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """For each token the first and the last token of its subtree; each token is visited once, however deep the tree."""
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    order = [token.i for token in tokens if token.head == token.i]
    for at in order:
        order.extend(children[at])
    for at in reversed(order):
        above = tokens[at].head
        left[above], right[above] = min(left[above], left[at]), max(right[above], right[at])
    return left, right
