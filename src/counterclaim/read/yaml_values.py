"""Builds plain values from YAML, dates left as written, with limits that no bomb of aliases or nesting gets past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from counterclaim.errors import ReadError
from counterclaim.read.limits import FRONT_MATTER_DEPTH, FRONT_MATTER_VALUES

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

STANDARD_TAG = "tag:yaml.org,2002:"
# Tags of the standard that name a plain value. Whatever else a tag asks to be built, we do not build.
STANDARD_TAGS = frozenset(
    STANDARD_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp", "binary", "set")
)


class Scalar(NamedTuple):
    """A scalar of the top level as written: its value, its style (`\"`, `'`, `|`, `>` or none) and where it stands."""

    value: str
    style: str
    start: int
    end: int


class Yaml(NamedTuple):
    """A YAML text as Python values, with the top-level scalars kept as written."""

    values: object
    scalars: dict[str, Scalar]


def parse_yaml(source: str, path: str, *, first_line: int = 1) -> Yaml:
    """
    The values of one YAML document.

    Follows the core schema of YAML 1.2, so *no* stays a word and a date the characters that were written. Raises
    ReadError for bombs and unknown tags, and yaml.YAMLError for what is no YAML; lines count from `first_line`.
    """
    return _Builder(source, path, first_line).build()


class _Builder:
    """Walks the events of the parser once, counting what aliases would unfold to."""

    def __init__(self, source: str, path: str, first_line: int) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(source, Loader=yaml.CSafeLoader))
        self.path, self.first_line = path, first_line
        self.anchors: dict[str, tuple[object, int]] = {}
        self.scalars: dict[str, Scalar] = {}
        self.count = 0

    def build(self) -> Yaml:
        values: object = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                values = self.value(next(self.events), 0)
                break
        return Yaml(values, self.scalars)

    def refuse(self, event: yaml.Event, reason: str) -> ReadError:
        mark = event.start_mark
        line = self.first_line + (mark.line if mark else 0)
        return ReadError(self.path, reason, place=f"line {line}", remedy="write the front matter plainly")

    def value(self, event: yaml.Event, depth: int) -> object:
        if depth > FRONT_MATTER_DEPTH:
            raise self.refuse(event, f"front matter is nested more than {FRONT_MATTER_DEPTH} deep")
        self.counted(event, 1)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!") and tag not in STANDARD_TAGS:
            raise self.refuse(event, f"front matter asks for the tag {str(tag)[:60]!r}, which is not read")
        before, anchor = self.count, getattr(event, "anchor", None)
        built = self.built(event, depth)
        if anchor is not None:
            self.anchors[anchor] = (built, self.count - before + 1)
        return built

    def counted(self, event: yaml.Event, number: int) -> None:
        self.count += number
        if self.count > FRONT_MATTER_VALUES:
            raise self.refuse(event, f"front matter unfolds to more than {FRONT_MATTER_VALUES:,} values")

    def alias(self, event: yaml.AliasEvent) -> object:
        if event.anchor not in self.anchors:
            raise self.refuse(event, f"front matter refers to {str(event.anchor)[:60]!r}, which is not known there")
        built, size = self.anchors[event.anchor]
        self.counted(event, size)
        return built

    def built(self, event: yaml.Event, depth: int) -> object:
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(depth)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, depth + 1))
        return items

    def mapping(self, depth: int) -> dict[str, object]:
        fields: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(event, "front matter has a field whose name is no plain word")
            after = next(self.events)
            fields[event.value] = self.value(after, depth + 1)
            if depth == 0 and isinstance(after, yaml.ScalarEvent) and after.start_mark and after.end_mark:
                start, end = after.start_mark.index, after.end_mark.index
                self.scalars[event.value] = Scalar(after.value, after.style or "", start, end)
        return fields


def _scalar(event: yaml.ScalarEvent) -> object:
    value: str = event.value
    if not event.implicit[0]:
        return value
    if value in WORDS:
        return WORDS[value]
    if INTEGER.match(value):
        return int(value)
    return float(value) if DECIMAL.match(value) else value
