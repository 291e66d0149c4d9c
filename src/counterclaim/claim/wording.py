"""Wording: what a content says on its face - its main clause, who acts in it, its modal verbs and its telling words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from counterclaim.claim.clause import Saying
from counterclaim.data import table
from counterclaim.model.reading import MentionKind, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FIRST_PERSON = frozenset({"i", "we"})
# Bodies that are people, or speak for nobody but themselves, are *they*.
PLURAL = frozenset({"people", "group", "document"})
# No body speaks of itself so.
PERSONAL = frozenset({"he", "she"})
PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})


@cache
def bodies() -> frozenset[str]:
    """The words for bodies that nobody calls *he* or *she*."""
    return frozenset(row["word"] for row in table("bodies") if row["kind"] not in PLURAL)


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The kinds of `contents.tsv` for each word."""
    found: dict[str, set[str]] = {}
    for row in table("contents"):
        found.setdefault(row["word"], set()).add(row["kind"])
    return {word: frozenset(each) for word, each in found.items()}


@cache
def movements() -> frozenset[str]:
    """Movements that go by one word, in small letters: *it* can stand for them."""
    return frozenset(row["name"] for row in table("movements"))


@dataclass(frozen=True)
class Wording:
    """The content of one saying, read for what it does: all of it by tokens of the reading."""

    saying: Saying

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The head of each sentence of the content, in text order: a verb where there is one."""
        saying, found = self.saying, []
        for i in saying.content:
            token = saying.token(i)
            if (token.head == i or token.head not in saying.inside) and token.pos in VERBAL and i in saying.inside:
                found.append(i)
        return tuple(found)

    @cached_property
    def main(self) -> int | None:
        """The main verb of what is said; the verb of *that X* in *think that X* stays below its own."""
        return self.roots[0] if self.roots else None

    @cached_property
    def words(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The telling words with their kinds, in text order."""
        known, found = kinds(), []
        for i in self.saying.content:
            token = self.saying.token(i)
            each = known.get(token.lemma) or known.get(token.text.lower())
            if each:
                found.append((token.text, each))
        return tuple(found)

    def told(self, kind: str) -> str | None:
        """The first telling word of that kind."""
        return next((word for word, each in self.words if kind in each), None)

    def count(self, kind: str) -> int:
        """How many telling words of that kind there are."""
        return sum(kind in each for _, each in self.words)

    def children(self, index: int) -> list[Token]:
        """The tokens of the content that hang on that token."""
        return [self.saying.token(i) for i in self.saying.reading.children[index] if i in self.saying.inside]

    def subject(self, index: int) -> Token | None:
        """The subject of that verb, or of the one it is joined to."""
        for _ in range(3):
            found = next((t for t in self.children(index) if t.dep in SUBJECTS), None)
            token = self.saying.token(index)
            if found or token.dep != "conj" or token.head not in self.saying.inside:
                return found
            index = token.head
        return None

    def helpers(self, index: int) -> set[str]:
        """The auxiliary words of that verb: *will*, *'ll*, *have to*, *be going to*."""
        return {
            t.lemma if t.tag != "MD" else t.text.lower() for t in self.children(index) if t.dep in {"aux", "auxpass"}
        }

    def negated(self, index: int) -> bool:
        """Whether that verb is negated."""
        return any(t.dep == "neg" or t.lemma in {"never", "no"} for t in self.children(index))

    def is_speaker(self, subject: Token | None) -> bool:
        """Whether the subject is the speaker: *we*, *our forces*; in reported words *she*, *its forces*, a name."""
        if subject is None:
            return False
        lower = subject.text.lower()
        owners = {t.text.lower() for t in self.children(subject.i) if t.dep == "poss"}
        if lower in FIRST_PERSON or owners & {"our", "my"}:
            return True
        if self.quoted:
            return False
        if (
            lower in PRONOUNS - {"it", *PERSONAL}
            or (lower == "it" and self._body_speaks())
            or (lower in PERSONAL and not self._noun_speaks())
            or owners & {"his", "her", "their", "its"}
        ):
            return True
        return subject.pos in {"PROPN", "NOUN"} and any(
            self.saying.token(i).text == subject.text for i in self.saying.source
        )

    def is_own_state(self, subject: Token | None) -> bool:
        """Whether the subject is the state or body that the source speaks for: *Norland will*, said by its minister."""
        if subject is None:
            return False
        known = self.saying.reading.mention_of
        named, sources = known.get(subject.i), [known[i].speaker for i in self.saying.source if i in known]
        sides = {each.side for each in sources if each is not None and each.side}
        of_all = named is not None and named.kind in (MentionKind.STATE, MentionKind.BODY)
        return of_all and named is not None and named.speaker is not None and named.speaker.side in sides

    def _body_speaks(self) -> bool:
        """Whether the source is a state or a body, which *it* can stand for."""
        last = [self.saying.token(i) for i in self.saying.source[-1:]]
        return any(t.entity in {"GPE", "ORG", "NORP"} or t.text.lower() in movements() for t in last)

    def _noun_speaks(self) -> bool:
        """Whether the source is a plain noun for a body, which is never *he*: *the commission*."""
        last = [self.saying.token(i) for i in self.saying.source[-1:]]
        return any(t.pos == "NOUN" and t.text.lower() in bodies() for t in last)

    @cached_property
    def heads(self) -> tuple[Token, ...]:
        """The words of the content that hang on nothing in it."""
        saying = self.saying
        found = (saying.token(i) for i in saying.content if i in saying.inside)
        return tuple(
            t for t in found if (t.head not in saying.inside or t.head == t.i) and t.pos not in {"PUNCT", "ADP"}
        )

    @cached_property
    def to_do(self) -> bool:
        """Whether the content is an infinitive with *to*: *to leave the town*."""
        return any(t.text.lower() == "to" for root in self.roots[:1] for t in self.children(root) if t.dep == "aux")

    @cached_property
    def quoted(self) -> bool:
        """Whether the content opens with quoted words."""
        first = self.saying.attribution.content[0]
        return self.saying.reading.quoted(first.start) or self.saying.reading.quoted(first.end - 1)

    @property
    def text(self) -> str:
        """The words as they stand, without outer quotation marks and blanks."""
        whole = self.saying.reading.document.text
        spans = self.saying.attribution.content
        return " ".join(span.of(whole) for span in spans).strip(" \"'“”‘’«»,\n\t")
