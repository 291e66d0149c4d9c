"""Quoting: the words of a claim as they may be shown: exact, with at most a sentence around them, cut where long."""

from __future__ import annotations

import re
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
# Fewer words in fewer letters stand in many a sentence by chance, and cut they would say something else.
FEWEST, TELLING = 4, 20
# Words of more letters on average are no words of a language: without this, text without blanks had no limit.
LETTERS = 10
# So many letters can one letter become where capitals are made small.
WIDEST = 3
CUT = "[…]"
BETWEEN = " … "
# Blanks part words. Where a script has none, a sign is one (Han, kana, Bopomofo, Yi), or four letters are (Thai, Lao,
# Tibetan, Burmese, Khmer); what runs on for longer than nearly all words counts as several.
_SIGNS = (
    "\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
_JOINED = "\u0e00-\u109f\u1780-\u17ff"
_WORD = re.compile(f"\\s*(?P<word>[{_SIGNS}]|[{_JOINED}]{{1,4}}|[^\\s{_SIGNS}{_JOINED}]{{1,16}})")


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
    """Under what terms a text is quoted: `whole` where it may be shown; `paragraphs` are spans never shown whole."""

    text: str
    paragraphs: tuple[Span, ...] = ()
    whole: bool = False

    @cached_property
    def bare_paragraphs(self) -> tuple[str, ...]:
        """The letters and figures of each paragraph, each once, the longest first; those that say little left out."""
        told = (span.of(self.text) for span in self.paragraphs)
        found = {bare(each) for each in told if word_count(each) >= FEWEST or len(bare(each)) >= TELLING}
        return tuple(sorted(found - {""}, key=lambda each: (-len(each), each)))

    def thinned(self, words: str) -> str:
        """Words that others put together of the text, each whole paragraph in them cut like a quotation of it."""
        if self.whole or not self.bare_paragraphs or len(words) * WIDEST < len(self.bare_paragraphs[-1]):
            return words
        # Again from the first after each cut: what is cut away can bring together what stood around it.
        while paragraph := self.whole_in(words):
            first, last = _stretch(words, paragraph)
            most = min(LONGEST, int(word_count(words[first:last]) * SHARE))
            words = words[:first] + shortened(words[first:last], most)[0] + words[last:]
        return words

    def whole_in(self, words: str) -> str | None:
        """The letters and figures of the longest paragraph that stands whole in these words, signs and blanks aside."""
        told = bare(words)
        return next((each for each in self.bare_paragraphs if each in told), None)


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
    most = min(LONGEST, word_count(words))
    while most > 1 and _holds_paragraph(shown, terms):
        most = int(most * SHARE)
        shown, cut = shortened(words, most)
    return Quote(shown, cut, before, "" if cut else after)


def shortened(words: str, most: int) -> tuple[str, int]:
    """At most `most` words and ten letters for each, with `[…]` for the rest, and how many words were left out."""
    end = _end_of_first(words, most)
    if not words[end:].strip():
        return words, 0
    return f"{words[:end]} {CUT}" if end else CUT, word_count(words[end:])


def word_count(words: str) -> int:
    """How many words these are, also in scripts without blanks between them."""
    return sum(1 for _ in _WORD.finditer(words))


def bare(text: str) -> str:
    """The letters and figures of a text, capitals made small."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _end_of_first(words: str, most: int) -> int:
    """Where the first `most` words end, or those with so many letters."""
    end = letters = 0
    for number, found in enumerate(_WORD.finditer(words)):
        letters += len(found["word"])
        if number >= most or letters > most * LETTERS:
            break
        end = found.end()
    return end


def _around(content: Sequence[Span], sentence: Span | None, terms: Terms) -> tuple[str, str]:
    """What stands in the sentence before the first piece and after the last, where the sentence holds it."""
    if sentence is None or not content or not sentence.holds(content[0]):
        return "", ""
    last = content[-1].end
    after = terms.text[last : sentence.end] if last <= sentence.end else ""
    return terms.text[sentence.start : content[0].start], after


def _last(before: str) -> str:
    """The last words of what stands before."""
    starts = [found.start("word") for found in _WORD.finditer(before)][-AROUND:]
    kept = next((at for at in starts if len(before) - at <= AROUND * LETTERS), len(before))
    return before if not before[:kept].strip() else f"{CUT} {before[kept:]}"


def _first(after: str) -> str:
    """The first words of what stands after."""
    return shortened(after, AROUND)[0] if after.strip() else ""


def _holds_paragraph(shown: str, terms: Terms) -> bool:
    """Whether a whole paragraph stands in this, signs and blanks aside."""
    return terms.whole_in(shown) is not None


def _stretch(words: str, paragraph: str) -> tuple[int, int]:
    """From where to where the letters and figures of a paragraph stand in `words`; they do."""
    letters = [(sign, at) for at, each in enumerate(words) for sign in bare(each)]
    first = "".join(sign for sign, _ in letters).index(paragraph)
    return letters[first][1], letters[first + len(paragraph) - 1][1] + 1
