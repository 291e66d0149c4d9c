"""Packs an index into small scripts: lists of numbers as letters, and files that no page has to load whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from counterclaim.publish.jsontext import for_script

# A digit of five bits; the upper half of the alphabet says that more digits follow.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
MORE = 1 << BITS


def packed(numbers: Iterable[int]) -> str:
    """
    Rising numbers as their distances, the smallest in one letter.

    >>> packed([0, 1, 40])
    'ABhH'
    """
    return "".join(map(_digits, _distances(numbers)))


def _distances(numbers: Iterable[int]) -> Iterator[int]:
    last = 0
    for number in numbers:
        yield number - last
        last = number


def _digits(number: int) -> str:
    told = DIGITS[number % MORE]
    while number := number // MORE:
        told = DIGITS[MORE + number % MORE] + told
    return told


def unpacked(letters: str) -> list[int]:
    """What `packed` was given; the page's script reads it in the same way."""
    found, last, number = [], 0, 0
    for letter in letters:
        digit = DIGITS.index(letter)
        number = number * MORE + digit % MORE
        if digit < MORE:
            last += number
            found.append(last)
            number = 0
    return found


def shards(entries: Iterable[Any], largest: int) -> Iterator[list[Any]]:
    """The entries in groups that take at most `largest` bytes as JSON; an entry larger than that is alone."""
    group: list[Any] = []
    size = 0
    for entry in entries:
        taken = len(for_script(entry).encode("utf-8", "surrogatepass")) + 1
        if group and size + taken > largest:
            yield group
            group, size = [], 0
        group.append(entry)
        size += taken
    if group:
        yield group


def pieces(numbers: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Long lists in parts, so that no file grows with how common a word is."""
    for start in range(0, len(numbers), most):
        yield numbers[start : start + most]


def script(name: str, value: Any) -> str:
    """A file that hands `value` to the page's script under `name`; nothing in it can be anything but data."""
    return f"counterclaimSearch.take({json.dumps(name)},{for_script(value)});\n"
