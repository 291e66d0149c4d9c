"""Cuts text into the words that expressions of time are made of, and matches patterns over their classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from counterclaim.data import table

# A number of five digits or more is never a day, a year or a count of units that anybody writes in digits.
LONGEST_NUMBER = 4

LEXER = re.compile(
    r"(?P<ISO>[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w))"
    r"|(?P<SLASH>[0-9]{1,2}/[0-9]{1,2}(?:/(?:[0-9]{4}|[0-9]{2}))?(?![\w/]))"
    r"|(?P<CLOCK>[0-9]{1,2}[:.][0-9]{2}(?=\s*[ap]\.?m\b)|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!\w))"
    r"|(?P<DECADE>[0-9]{3}0s(?!\w)|['’][0-9]0s(?!\w))"
    r"|(?P<ORDINALNO>[0-9]{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<NUMBER>[$€£#]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?)"
    r"|(?P<AMPM>[ap]\.m\.|[ap]\.?m\b)"
    r"|(?P<SHORT>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.(?!\w))"
    r"|(?P<WORD>['’]s\b|[^\W\d_]+)"
    r"|(?P<OTHER>\S)",
    re.IGNORECASE,
)

NAMES_OF_TIME = {"WEEKDAY", "MONTH", "SHORTDAY", "SHORTMONTH"}
PIECE = re.compile(r"=?[A-Z]+|[a-z]+|\{\d,\d\}|[()|?]")
UNKNOWN = "x"


class Word(NamedTuple):
    """One word of the text: where it stands, its lower-case form, its class, what it stands for, its code."""

    start: int
    end: int
    text: str
    kind: str
    value: str
    code: str


class Rule(NamedTuple):
    """One row of the grammar; `pattern` runs over the codes of words."""

    name: str
    pattern: re.Pattern[str]
    reader: str
    because: str


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Class and value of each word of `time_words.tsv`."""
    found = {}
    for row in table("time_words"):
        for word in row["word"].split("|"):
            found[word] = (row["class"], row["value"])
    return found


@cache
def names() -> dict[str, tuple[str, str]]:
    """How each named day of `time_days.tsv` is worked out."""
    return {row["name"]: (row["how"], row["value"]) for row in table("time_days")}


class Alphabet:
    """One private character for each class and for each word that the grammar names itself."""

    def __init__(self, patterns: Iterable[str]) -> None:
        pieces = {piece for pattern in patterns for piece in PIECE.findall(pattern) if piece[0].isalpha()}
        classes = {kind for kind, _ in lexicon().values()} | {piece for piece in pieces if piece.isupper()}
        self.words = {word: chr(0xE100 + i) for i, word in enumerate(sorted(p for p in pieces if p.islower()))}
        self.classes = {name: chr(0xE800 + i) for i, name in enumerate(sorted(classes))}
        members: dict[str, list[str]] = {name: [code] for name, code in self.classes.items()}
        for word, code in self.words.items():
            if word in lexicon():
                members[lexicon()[word][0]].append(code)
        self.members = {name: f"[{''.join(codes)}]" for name, codes in members.items()}

    def code(self, word: str, kind: str) -> str:
        """The character that stands for a word in the strings that patterns run over."""
        return self.words.get(word) or self.classes.get(kind, UNKNOWN)

    def compiled(self, pattern: str, parts: dict[str, str]) -> str:
        """`pattern` as a regular expression over codes; `parts` are the named parts known so far."""
        out = []
        for piece in PIECE.findall(pattern):
            if piece in parts:
                out.append(f"(?:{parts[piece]})")
            elif piece[0].isupper():
                out.append(self.members[piece])
            elif piece[0].islower():
                out.append(self.words[piece])
            else:
                out.append("(?:" if piece == "(" else piece)
        return "".join(out)


@cache
def grammar() -> tuple[Alphabet, tuple[Rule, ...]]:
    """The alphabet and the rules of `time_rules.tsv`, in their order."""
    rows = table("time_rules")
    named = {row["rule"][1:] for row in rows if row["rule"].startswith("=")}
    alphabet = Alphabet(_without(named, row["pattern"]) for row in rows)
    parts: dict[str, str] = {}
    rules = []
    for row in rows:
        pattern = alphabet.compiled(row["pattern"], parts)
        if row["rule"].startswith("="):
            parts[row["rule"][1:]] = pattern
        else:
            rules.append(Rule(row["rule"], re.compile(pattern), row["reader"], row["because"]))
    return alphabet, tuple(rules)


def _without(named: set[str], pattern: str) -> str:
    return " ".join(piece for piece in PIECE.findall(pattern) if piece not in named)


def words_of_time(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, named days joined to one, each with its class."""
    alphabet, _ = grammar()
    found: list[Word] = []
    for match in LEXER.finditer(text, start, end):
        kind, value = _classified(match)
        lower = match[0].lower().replace("’", "'")
        found.append(Word(match.start(), match.end(), lower, kind, value, alphabet.code(lower, kind)))
    return _with_names(found, alphabet)


def _classified(match: re.Match[str]) -> tuple[str, str]:
    kind, text = str(match.lastgroup), match[0]
    if kind == "NUMBER":
        return _number(text)
    if kind not in ("WORD", "SHORT", "OTHER"):
        return kind, text
    if text in "()":
        return ("OPENED" if text == "(" else "CLOSED"), text
    known = lexicon().get(text.lower().replace("’", "'"), ("", ""))
    return ("", "") if known[0] in NAMES_OF_TIME and text[0].islower() else known


def _number(text: str) -> tuple[str, str]:
    if not text.isdigit() or not text.isascii() or len(text) > LONGEST_NUMBER:
        return "", ""
    number = int(text)
    if 1 <= number <= 31 and len(text) <= 2:
        return "DAYNO", text
    return ("YEARNO" if 1000 <= number <= 2100 else "COUNT"), text


def _with_names(words: list[Word], alphabet: Alphabet) -> list[Word]:
    longest = max(len(_parts_of(name)) for name in names())
    openers = {_parts_of(name)[0] for name in names()}
    joined: list[Word] = []
    at = 0
    while at < len(words):
        length = _name_at(words, at, longest) if words[at].text in openers else 0
        if length:
            name = _spelled(words[at : at + length])
            code = alphabet.code("", "NAMED")
            joined.append(Word(words[at].start, words[at + length - 1].end, name, "NAMED", name, code))
        else:
            joined.append(words[at])
        at += max(1, length)
    return joined


@cache
def _parts_of(name: str) -> tuple[str, ...]:
    return tuple(match[0] for match in LEXER.finditer(name))


def _spelled(words: list[Word]) -> str:
    return " ".join(word.text for word in words).replace(" 's", "'s")


def _name_at(words: list[Word], at: int, longest: int) -> int:
    most = min(longest, len(words) - at)
    return next((n for n in range(most, 0, -1) if _spelled(words[at : at + n]) in names()), 0)
