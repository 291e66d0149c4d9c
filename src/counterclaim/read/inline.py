"""Takes the marks out of a Markdown paragraph - emphasis, links, images, entities, tags; the rest keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from counterclaim.read.mapped import Mapped, joined
from counterclaim.read.masking import UNSEEN
from counterclaim.read.tags import BLOCKS, CAPTIONS, HEADINGS

SPECIAL = re.compile(r"[\\`*_~\[\]!<&{\0]")
IN_FIELDS = re.compile(r"[<&\0]")
SEEN = re.compile(r"[^\0]+")
ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,200})>")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>")
TARGET = re.compile(
    r"\([ \t\n]*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"""(?:[ \t\n]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t\n]*\)"""
)
LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
LABEL_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph between two block tags, and whether a tag says that they are a heading or a caption."""

    words: Mapped
    heading: bool = False
    caption: bool = False


@dataclass(slots=True)
class _Bit:
    """Characters `start` up to `end` of the paragraph, shown as they are or as `shown`; `tag` where a block begins."""

    start: int
    end: int
    shown: str | None = None
    tag: str | None = None


def without_unseen(words: Mapped) -> Mapped:
    """`words` without the characters that were blotted out."""
    return joined(words[slice(*seen.span())] for seen in SEEN.finditer(words.text))


def label_of(words: str) -> str:
    """A link label as Markdown compares them: case and blanks do not count."""
    return " ".join(words.casefold().split())


def plain_words(words: Mapped, references: set[str], *, marks: bool = True) -> Iterator[Stretch]:
    """
    What a reader sees of the paragraph `words`, in as many stretches as block tags divide it into.

    `references` are the labels defined in the document; without `marks` only tags and entities are taken out, as in a
    field of a front matter.
    """
    special = SPECIAL if marks else IN_FIELDS
    if not special.search(words.text):
        yield Stretch(words)
        return
    yield from _stretches(words, _Scanner(words.text, references, special).bits())


def _stretches(words: Mapped, bits: list[_Bit]) -> Iterator[Stretch]:
    kept: list[Mapped] = []
    tag = ""
    for bit in bits:
        if bit.tag is not None:
            yield _stretch(kept, tag)
            kept, tag = [], bit.tag
        elif bit.shown is not None:
            kept.append(Mapped.made(bit.shown))
        elif bit.start < bit.end:
            kept.append(words[bit.start : bit.end])
    yield _stretch(kept, tag)


def _stretch(kept: list[Mapped], tag: str) -> Stretch:
    return Stretch(joined(kept), heading=tag in HEADINGS, caption=tag in CAPTIONS)


class _Scanner:
    """Reads a paragraph once from left to right; what opens waits on a stack for what closes it."""

    def __init__(self, text: str, references: set[str], special: re.Pattern[str]) -> None:
        self.text, self.references, self.special = text, references, special
        self.out: list[_Bit] = []
        self.brackets: list[int] = []
        self.runs: dict[str, list[_Bit]] = {"*": [], "_": [], "~": []}
        self.ticks: dict[int, list[int]] | None = None

    def bits(self) -> list[_Bit]:
        """The paragraph in bits, in order."""
        at = 0
        while found := self.special.search(self.text, at):
            self.keep(at, found.start())
            at = READERS[found.group()](self, found.start())
        self.keep(at, len(self.text))
        return self.out

    def keep(self, start: int, end: int) -> int:
        if UNSEEN in self.text[start:end]:
            self.out.extend(_Bit(*seen.span()) for seen in SEEN.finditer(self.text, start, end))
        elif start < end:
            self.out.append(_Bit(start, end))
        return end

    def escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in ESCAPABLE and following:
            return self.keep(at + 1, at + 2)
        # A backslash at the end of a line is a line break.
        return at + 1 if following == "\n" else self.keep(at, at + 1)

    def code(self, at: int) -> int:
        end = _end_of_run(self.text, at)
        # A backtick inside a word is an apostrophe that somebody typed (can`t), whatever a renderer makes of it.
        if self.text[at - 1 : at].isalnum() and self.text[end : end + 1].isalnum():
            return self.keep(at, end)
        closing = self.closing_ticks(end, end - at)
        if closing is None:
            return self.keep(at, end)
        self.keep(end, closing)
        return closing + end - at

    def closing_ticks(self, after: int, length: int) -> int | None:
        if self.ticks is None:
            self.ticks = {}
            for run in re.finditer(r"`+", self.text):
                self.ticks.setdefault(len(run.group()), []).append(run.start())
        starts = self.ticks.get(length, [])
        number = bisect_left(starts, after)
        return starts[number] if number < len(starts) else None

    def entity(self, at: int) -> int:
        found = ENTITY.match(self.text, at)
        shown = unescape(found.group()) if found else ""
        if not found or shown == found.group():
            return self.keep(at, at + 1)
        self.out.append(_Bit(at, found.end(), shown.replace("\r", " ").replace("\0", "")))
        return found.end()

    def tag(self, at: int) -> int:
        if link := AUTOLINK.match(self.text, at):
            self.keep(*link.span(1))
            return link.end()
        tag = TAG.match(self.text, at)
        if not tag:
            return self.keep(at, at + 1)
        name = (tag.group(2) or "").lower()
        if name in BLOCKS:
            self.out.append(_Bit(at, tag.end(), tag="" if tag.group(1) else name))
        elif name == "br" and self.text[tag.end() : tag.end() + 1] != "\n":
            self.out.append(_Bit(at, tag.end(), "\n"))
        return tag.end()

    def unseen(self, at: int) -> int:
        end = at
        while self.text.startswith(UNSEEN, end):
            end += 1
        return end

    def attributes(self, at: int) -> int:
        found = ATTRIBUTES.match(self.text, at)
        return found.end() if found else self.keep(at, at + 1)

    def image(self, at: int) -> int:
        return self.bracket(at, at + 2) if self.text.startswith("![", at) else self.keep(at, at + 1)

    def bracket(self, at: int, end: int = 0) -> int:
        if not end and (footnote := FOOTNOTE.match(self.text, at)):
            return footnote.end()
        self.brackets.append(len(self.out))
        return self.keep(at, end or at + 1)

    def closing_bracket(self, at: int) -> int:
        end = self.end_of_link(at) if self.brackets else None
        number = self.brackets.pop() if self.brackets else None
        if end is None or number is None:
            return self.keep(at, at + 1)
        opener = self.out[number]
        if self.text[opener.start] == "!":
            self.forget({id(bit) for bit in self.out[number:]})
            del self.out[number:]
        else:
            opener.end = opener.start
        return end

    def forget(self, gone: set[int]) -> None:
        """What opened inside an image that goes can close nothing after it."""
        for run in self.runs.values():
            while run and id(run[-1]) in gone:
                run.pop()

    def end_of_link(self, at: int) -> int | None:
        """Where the link that closes with the bracket at `at` ends; None where that is no link."""
        if target := TARGET.match(self.text, at + 1):
            return target.end()
        label = LABEL.match(self.text, at + 1)
        if label and label.group(1) and label_of(label.group(1)) in self.references:
            return label.end()
        opener = self.out[self.brackets[-1]]
        inner = self.text[opener.end : at] if at - opener.end <= LABEL_LENGTH else ""
        if self.references and label_of(inner) in self.references:
            return label.end() if label and not label.group(1) else at + 1
        return None

    def emphasis(self, at: int) -> int:
        end = _end_of_run(self.text, at)
        bit = _Bit(at, end)
        self.out.append(bit)
        opens, closes = _flanks(self.text, at, end)
        if self.text[at] == "~" and end - at != 2:
            return end
        waiting = self.runs[self.text[at]]
        while closes and waiting and bit.start < bit.end:
            used = min(2, waiting[-1].end - waiting[-1].start, bit.end - bit.start)
            waiting[-1].end -= used
            bit.start += used
            if waiting[-1].start == waiting[-1].end:
                waiting.pop()
        if opens and bit.start < bit.end:
            waiting.append(bit)
        return end


READERS: dict[str, Callable[[_Scanner, int], int]] = {
    "\\": _Scanner.escape,
    "`": _Scanner.code,
    "*": _Scanner.emphasis,
    "_": _Scanner.emphasis,
    "~": _Scanner.emphasis,
    "[": _Scanner.bracket,
    "]": _Scanner.closing_bracket,
    "!": _Scanner.image,
    "<": _Scanner.tag,
    "&": _Scanner.entity,
    "{": _Scanner.attributes,
    UNSEEN: _Scanner.unseen,
}


def _end_of_run(text: str, at: int) -> int:
    end = at + 1
    while text.startswith(text[at], end):
        end += 1
    return end


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of marks can open and can close emphasis, as CommonMark has it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not after.isspace() and (not sign_after or before.isspace() or sign_before)
    right = not before.isspace() and (not sign_before or after.isspace() or sign_after)
    if text[start] == "_":
        return left and (not right or sign_before), right and (not left or sign_after)
    return left, right


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
