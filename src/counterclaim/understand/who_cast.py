"""The cast of a document: everybody named or described in it, the full name that each short one belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_words import body_kind, role_kind

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
OWNED = re.compile(r"['’]s\b")
# Of two with one last name the bare name means the last one spoken of, unless another is met so many times as often.
FAR_MORE = 3
# Of many with one word in their names only so many are looked at, so that a document's time grows with its length.
LATEST = 60
SMALL = frozenset({"the", "of", "and", "for", "on", "in", "a", "an", "de", "to"})


@dataclass(eq=False)
class Someone:
    """
    One who may speak: `name` in the fullest form so far, and what is known of them.

    `words` are the words of the name, `nouns` the role and type words used of them, `lands` the states named in their
    descriptions, `sides` the sides read from their descriptions, each in text order.
    """

    name: str | None
    kind: str
    noun: str = ""
    words: tuple[str, ...] = ()
    plural: bool = False
    people: bool = False
    many: bool = False
    gender: str = ""
    side: str | None = None
    role: str | None = None
    because: str = ""
    nouns: set[str] = field(default_factory=set)
    lands: list[str] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)
    described: list[tuple[int, ...]] = field(default_factory=list)
    voice: str = ""
    seen: int = -1
    count: int = 0


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without articles and dots: what names are compared by."""
    found = (word.lower().replace(".", "") for word in WORD.findall(OWNED.sub("", _plain(name))))
    return tuple(word for word in found if word not in SMALL)


def _plain(name: str) -> str:
    """The name without marks on its letters, which one outlet writes and the next leaves out."""
    if name.isascii():
        return name
    return "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))


# First name and two family names. Of a particle (*al*, *bin*, *van*) nobody is called.
TWO_SURNAMES, SURNAME = 3, 4


class Cast:
    """All who are named, so that a short form finds the full one wherever in the document that stands."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.everybody: list[Someone] = []
        self._known: dict[tuple[str, ...], list[Someone]] = {}
        self._by_noun: dict[str, list[Someone]] = {}
        self._by_word: dict[str, list[Someone]] = {}
        forms: dict[tuple[str, ...], tuple[str, str]] = {}
        for name, kind in names:
            words = words_of(name)
            if words and (words not in forms or forms[words][1] == MentionKind.OTHER):
                forms[words] = (name, kind)
        # The longest first: each later one is then a short form of one that is there, or somebody new.
        for words, (name, kind) in sorted(forms.items(), key=lambda form: -len(form[0])):
            found = [each for each in self._sharing(words) if _short_form(name, words, kind, each)]
            self._known[words] = found or [self.add(Someone(name, kind, words=words))]

    def add(self, someone: Someone) -> Someone:
        """Takes somebody into the cast."""
        self.everybody.append(someone)
        keys = {*someone.words, _initials(someone.words)} if someone.words else set()
        for key in sorted(keys):
            self._by_word.setdefault(key, []).append(someone)
        return someone

    def call(self, someone: Someone, nouns: Iterable[str]) -> None:
        """Notes role and type words that were used of somebody."""
        for noun in nouns:
            if noun not in someone.nouns:
                someone.nouns.add(noun)
                self._by_noun.setdefault(noun, []).append(someone)

    def called(self, noun: str) -> list[Someone]:
        """Those for whom the role or type word was used."""
        return self._by_noun.get(noun, [])[-LATEST:]

    def sharing(self, word: str) -> list[Someone]:
        """Those in whose name the word stands."""
        return self._by_word.get(word, [])[-LATEST:]

    def also(self, name: str, someone: Someone) -> None:
        """Notes another form of a name, as the letters in brackets after it."""
        words = words_of(name)
        if words:
            self._known[words] = [someone]

    def find(self, name: str) -> Someone | None:
        """Whom the name means: of several with that name the one spoken of last."""
        words = words_of(name)
        if words and words not in self._known:
            sharing = [each for each in self._sharing(words) if each.words and not each.noun]
            self._known[words] = [each for each in sharing if _short_form(name, words, MentionKind.OTHER, each)]
        found = self._known.get(words, ())
        most = max(found, key=lambda each: each.count, default=None)
        if most is not None and all(each is most or each.count * FAR_MORE < most.count for each in found):
            return most
        return max(found, key=lambda each: (each.seen, each.count), default=None)

    def _sharing(self, words: tuple[str, ...]) -> list[Someone]:
        found: list[Someone] = []
        for key in (words[-1], words[0]):
            found.extend(each for each in self.sharing(key) if each not in found)
        return found


def _short_form(name: str, words: tuple[str, ...], kind: str, full: Someone) -> bool:
    """Whether `name` can be a shorter form of the name of `full`."""
    if len(words) == 1 and name.isupper() and len(name) > 1 and words[0] == _initials(full.words):
        return True
    if not set(words) <= set(full.words) or len(words) >= len(full.words):
        return False
    if len(words) == 1 and (body_kind(words[0]) or role_kind(words[0])):
        return False
    if full.kind == MentionKind.PERSON:
        whole = len(words) > 1 and kind == MentionKind.BODY and any(body_kind(word) for word in words)
        # Of *Wanda Valdes Garza* the first family name is the one that goes on: *Valdes said*.
        middle = len(full.words) == TWO_SURNAMES and words == full.words[1:2] and len(words[0]) >= SURNAME
        return not whole and (words[-1] == full.words[-1] or words == full.words[:1] or middle)
    if len(words) == 1 and (name.isupper() or any(word[0].isdigit() for word in full.words)):
        return False
    return kind != MentionKind.PERSON and (words[0] == full.words[0] or len(words) > 1)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)
