"""Takes out what a republisher added to a post - prefixes, lead-ins, follow-us lines - and records every word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.model.document import PartKind, Removed
from counterclaim.read.pieces import Piece

# A republisher puts one phrase before a text, at times two (*Breaking: Update:*). More would be a text of its own.
PHRASES = 3
# Lines at the end that may be template, one after the other: follow, share, subscribe, related, copyright.
TAIL_LINES = 8
# Longer than any such line; what is longer is a paragraph, whatever it begins with.
TAIL_LENGTH = 300
# No lead-in met or imagined is longer; patterns are tried on no more than that.
LEAD_LENGTH = 400
# So many letters of the excerpt must open the rest of the body before we say that the excerpt begins there too.
EXCERPT_LETTERS = 20
# How far into the body a group that a lead-in names (*experts*) is looked for again.
TOLD_AGAIN_WITHIN = 600

SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?\s+")
# Only these stand after a sentence of the report in one line; the others could go on with it.
ASKING = frozenset(("follow", "follow us", "subscribe", "stay tuned", "for more"))
# Somebody's own words can ask, too (*Stay with us, she said*); some lines carry another headline, which may say *said*.
SAYING = re.compile(
    r",[\"'”’]? (?:\S+ ){0,4}(?:said|says|told|added|ordered|urged|warned|asked|decided?)\b", re.IGNORECASE
)
CARRYING = frozenset(("label", "first appeared", "read more"))

PLACES = {PartKind.TITLE: "title", PartKind.EXCERPT: "excerpt"}

IMAGE_FIELDS = (
    "image",
    "img",
    "thumbnail",
    "featured_image",
    "feature_image",
    "featuredImage",
    "cover",
    "header",
    "images",
)


class Pattern(NamedTuple):
    """One row of the table: what to look for, and the sentence that says why it goes."""

    kind: str
    name: str
    words: re.Pattern[str]
    why: str


class Cleaned(NamedTuple):
    """The pieces that are the report's own, and what was taken out of them."""

    pieces: tuple[Piece, ...]
    removed: tuple[Removed, ...]


@cache
def patterns(kind: str) -> tuple[Pattern, ...]:
    """The patterns of one kind, in the order of the table."""
    rows = [row for row in table("noise") if row["kind"] == kind]
    return tuple(
        Pattern(kind, row["name"], re.compile(_filled(row["pattern"]), re.IGNORECASE), row["why"]) for row in rows
    )


@cache
def _words() -> Mapping[str, str]:
    return {row["name"]: row["pattern"] for row in table("noise") if row["kind"] == "words"}


def _filled(pattern: str) -> str:
    return re.sub(r"\{([A-Z]+)\}", lambda match: _words()[match.group(1)], pattern)


@cache
def _whole_sentence() -> re.Pattern[str]:
    """A word that has a capital only because a sentence begins with it."""
    return re.compile(rf"(?:{_words()['WHOLE']})\b")


def clean(pieces: Sequence[Piece]) -> Cleaned:
    """
    `pieces` without what fits any article and says nothing of this one.

    Only whole phrases go, before the first word of a part or at the end of the body; where a phrase could be honest
    reporting (*according to the ministry*, *experts at the institute revealed that*) it stays.
    """
    kept, removed = list(pieces), list[Removed]()
    _clean_heads(kept, removed)
    _clean_body_head(kept, removed)
    _clean_tail(kept, removed)
    return Cleaned(tuple(kept), tuple(removed))


def _clean_heads(kept: list[Piece], removed: list[Removed]) -> None:
    """Prefixes of the title, and of the excerpt where one stands there too."""
    for number, piece in enumerate(kept):
        if piece.kind in PLACES:
            kept[number] = _without_prefixes(piece, removed)


def _without_prefixes(piece: Piece, removed: list[Removed]) -> Piece:
    kinds = ("title",) if piece.kind is PartKind.TITLE else ("title", "present")
    for _ in range(PHRASES):
        text = piece.words.text
        pattern, end = _first_match(kinds, text)
        if not pattern or not any(map(str.isalpha, text[end:])):
            break
        removed.append(Removed(text[:end], PLACES[piece.kind], pattern.why))
        piece = replace(piece, words=piece.words[end:])
    return piece


def _first_match(kinds: Sequence[str], text: str) -> tuple[Pattern | None, int]:
    for kind in kinds:
        for pattern in patterns(kind):
            if found := pattern.words.match(text, 0, LEAD_LENGTH):
                return pattern, found.end()
    return None, 0


def _clean_body_head(kept: list[Piece], removed: list[Removed]) -> None:
    """Lead-ins before the first word of the body, also where they are a paragraph of their own."""
    for _ in range(PHRASES):
        number = next((i for i, piece in enumerate(kept) if piece.kind is PartKind.BODY), None)
        found = None if number is None else _lead_in(kept, number)
        if number is None or found is None:
            return
        piece, (pattern, end) = kept[number], found
        removed.append(Removed(piece.words.text[:end], "body", pattern.why))
        rest = piece.words[end:]
        kept[number : number + 1] = [replace(piece, words=rest)] if rest.text.strip() else []


def _lead_in(kept: Sequence[Piece], number: int) -> tuple[Pattern, int] | None:
    text = kept[number].words.text
    following = next((piece.words.text for piece in kept[number + 1 :] if piece.kind is PartKind.BODY), "")
    for kind in ("present", "lead", "capital"):
        for pattern in patterns(kind):
            # The blank stands for the paragraph's end, where a lead-in can stand alone.
            found = pattern.words.match(text[:LEAD_LENGTH] + " ")
            if found:
                end = min(found.end(), len(text))
                rest = text[end:] if text[end:].strip() else following
                if _is_template(pattern, found, rest, kept):
                    return pattern, end
    return None


def _is_template(pattern: Pattern, found: re.Match[str], rest: str, kept: Sequence[Piece]) -> bool:
    """Whether what follows is a sentence that is whole without the phrase, and nothing else speaks for the phrase."""
    opening = rest.lstrip("\"'“‘„«([ ")[:1]
    if not opening or opening.islower():
        return False
    if pattern.kind == "present":
        return True
    heads = [piece.words.text for piece in kept if piece.kind in PLACES]
    if _opens_excerpt(rest, kept) or _whole_sentence().match(rest):
        return True
    if pattern.kind == "capital" or opening.isdigit():
        return False
    phrase = found.group().strip().casefold()
    return not any(head.casefold().startswith(phrase) for head in heads) and not _told_again(found, rest, heads)


def _opens_excerpt(rest: str, kept: Sequence[Piece]) -> bool:
    """The excerpt, made before the phrase was put in, begins where the rest does."""
    for piece in kept:
        if piece.kind is PartKind.EXCERPT:
            words = piece.words.text[: 3 * EXCERPT_LETTERS].rstrip(".… ")
            return len(words) >= EXCERPT_LETTERS and rest.startswith(words)
    return False


def _told_again(found: re.Match[str], rest: str, heads: Sequence[str]) -> bool:
    """The headline speaks of the group that the phrase names, or the body comes back to it: it is real."""
    who = found.groupdict().get("who")
    if not who:
        return False
    named = re.compile(rf"\b{re.escape(who)}\b", re.IGNORECASE)
    again = re.compile(rf"\b(?:the|these|those|its|their) {re.escape(who)}\b", re.IGNORECASE)
    return any(named.search(head) for head in heads) or bool(again.search(rest[:TOLD_AGAIN_WITHIN]))


def _clean_tail(kept: list[Piece], removed: list[Removed]) -> None:
    """Lines at the end of the body that ask the reader to follow, share or subscribe; the first paragraph stays."""
    taken: list[Removed] = []
    while len(taken) < TAIL_LINES and sum(piece.kind is PartKind.BODY for piece in kept) > 0:
        last = kept[-1]
        text = last.words.text.rstrip()
        start = text.rfind("\n") + 1
        pattern = _tail_pattern(text[start:].strip())
        if not pattern:
            start, pattern = _tail_sentence(text, start)
        alone = start == 0 and sum(piece.kind is PartKind.BODY for piece in kept) == 1
        if not pattern or alone or last.kind in PLACES:
            break
        taken.append(Removed(text[start:].strip(), "body", pattern.why))
        kept[-1:] = [replace(last, words=last.words[:start].stripped())] if start else []
    removed.extend(reversed(taken))


def _tail_pattern(line: str) -> Pattern | None:
    bare = line.strip(" *_-–—•►▶→»>#[](){}|")
    if not bare or len(bare) > TAIL_LENGTH:
        return None
    found = next((pattern for pattern in patterns("tail") if pattern.words.fullmatch(bare)), None)
    return None if found and found.name not in CARRYING and (SAYING.search(bare) or _is_quoted(bare)) else found


def _is_quoted(line: str) -> bool:
    """Whether the line is the end of somebody's words: it closes a quotation that it does not open."""
    return line.count("”") > line.count("“") or line.count('"') % 2 == 1


def _tail_sentence(text: str, line: int) -> tuple[int, Pattern | None]:
    """Where, in the last line, a *Follow X on Y* begins after a sentence that is the report's own."""
    for end in SENTENCE_END.finditer(text, max(line, len(text) - TAIL_LENGTH)):
        pattern = _tail_pattern(text[end.end() :])
        if pattern and pattern.name in ASKING and text[end.end()].isupper():
            return end.end(), pattern
    return line, None


def placeholder_images(fields: Mapping[str, object]) -> Iterator[Removed]:
    """The images of a front matter that stand for none; the fields themselves stay as they are."""
    for name in IMAGE_FIELDS:
        for path in _paths(fields.get(name)):
            for pattern in patterns("image"):
                if pattern.words.fullmatch(path[:LEAD_LENGTH]):
                    yield Removed(path, "image", pattern.why)


def _paths(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [each for each in values if isinstance(each, str)]
