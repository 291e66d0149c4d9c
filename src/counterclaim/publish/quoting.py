"""Quoting: the words of a claim as they may be shown: exact, with at most a sentence around them, cut where long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.model.span import Span

# Nineteen claims of twenty have fewer than 40 words; a longer quotation than this gives the text, not the claim. It is
# stated on the page about the site.
LONGEST = 60
# At each end of a quotation, as much of its sentence as tells who speaks and when.
AROUND = 25
# Where the words of a claim are a whole paragraph, as much is shown of it.
SHARE = 0.8
# A heading of one word stands in many a sentence by chance; with so many letters a paragraph is meant.
TELLING = 20
CUT = "[…]"
BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Quote:
    """
    The words of a claim, `cut` of them left out at the end, with what stands `before` and `after` in their sentence.

    `words` are exact but for a last `[…]` where something was cut, and for the ` … ` between pieces.
    """

    words: str
    cut: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Terms:
    """Under what terms a text is quoted: `whole` where it may be shown; `paragraphs` are the spans of its parts."""

    text: str
    paragraphs: tuple[Span, ...] = ()
    whole: bool = False

    @cached_property
    def bare_paragraphs(self) -> tuple[str, ...]:
        """The letters and figures of each paragraph."""
        return tuple(bare for span in self.paragraphs if (bare := _bare(span.of(self.text))))


def quote(content: Sequence[Span], sentence: Span | None, terms: Terms) -> Quote:
    """The words at `content` of a text, cut and with their sentence around them as far as its terms allow."""
    words = BETWEEN.join(span.of(terms.text) for span in content)
    before, after = _around(content, sentence, terms)
    if terms.whole:
        return Quote(words, before=before, after=after)
    before, after = _last(before), _first(after)
    shown, cut = shortened(words, LONGEST)
    if _holds_paragraph(before + shown + after, terms):
        before = after = ""
    most = min(LONGEST, len(words.split()))
    while most > 1 and _holds_paragraph(shown, terms):
        most = int(most * SHARE)
        shown, cut = shortened(words, most)
    return Quote(shown, cut, before, "" if cut else after)


def shortened(words: str, most: int) -> tuple[str, int]:
    """At most `most` words, with `[…]` for the rest, and how many were left out."""
    pieces = words.split()
    if len(pieces) <= most:
        return words, 0
    kept = _prefix(words, most)
    return f"{kept} {CUT}".lstrip(), len(pieces) - most


def _prefix(words: str, count: int) -> str:
    """The first `count` words, blanks between them as they are."""
    at = 0
    for _ in range(count):
        at = _end_of_word(words, at)
    return words[:at]


def _end_of_word(words: str, at: int) -> int:
    while at < len(words) and words[at].isspace():
        at += 1
    while at < len(words) and not words[at].isspace():
        at += 1
    return at


def _around(content: Sequence[Span], sentence: Span | None, terms: Terms) -> tuple[str, str]:
    """What stands in the sentence before the first piece and after the last, where the sentence holds it."""
    if sentence is None or not content or not sentence.holds(content[0]):
        return "", ""
    last = content[-1].end
    after = terms.text[last : sentence.end] if last <= sentence.end else ""
    return terms.text[sentence.start : content[0].start], after


def _last(before: str) -> str:
    """The last words of what stands before."""
    pieces = before.split()
    if len(pieces) <= AROUND:
        return before
    return f"{CUT} {' '.join(pieces[-AROUND:])}" + (" " if before[-1:].isspace() else "")


def _first(after: str) -> str:
    """The first words of what stands after."""
    return shortened(after, AROUND)[0] if after.split() else ""


def _holds_paragraph(shown: str, terms: Terms) -> bool:
    """Whether a whole paragraph stands in this, signs and blanks aside; a short one only where it is all of it."""
    bare = _bare(shown)
    return any(bare == each or (len(each) >= TELLING and each in bare) for each in terms.bare_paragraphs)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
