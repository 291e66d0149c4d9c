"""Reads the front matter of a post, YAML or TOML, and keeps every field as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

import yaml

from counterclaim.errors import ReadError
from counterclaim.read.limits import FRONT_MATTER_CHARACTERS, FRONT_MATTER_DEPTH
from counterclaim.read.mapped import MADE, Mapped, sound
from counterclaim.read.yaml_values import Scalar, parse_yaml

FENCES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\n|\Z)")
FIELD = re.compile(r"^([\w.-]{1,80})[ \t]*[:=][ \t]*(.*)$")
DEEP_KEY = re.compile(rf"^[^=\n.\"']*(?:\.[^=\n.\"']*){{{FRONT_MATTER_DEPTH}}}", re.MULTILINE)
TOML_DATE = re.compile(
    r"^[ \t]*([\w-]{1,80})[ \t]*=[ \t]*(\d{4}-\d\d-\d\d[^\s#]*(?: \d\d:\d\d[^\s#]*)?|\d\d:\d\d[^\s#]*)", re.MULTILINE
)

ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """
    The fields of a front matter and where the body begins in the decoded file.

    `scalars` are the top-level values as written, with their places in the file; `notes` say what was not understood.
    """

    fields: Mapping[str, object]
    body_start: int
    scalars: Mapping[str, Scalar] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def front_matter(content: str, path: str) -> FrontMatter | None:
    """
    The front matter that opens `content`; None where there is none.

    Raises ReadError, naming the line, where it is never closed, too large, or a bomb.
    """
    opening = OPENING.match(content)
    if not opening:
        return None
    closing = FENCES[opening.group(1)].search(content, opening.end())
    if closing is None:
        _refuse_unclosed(content, opening, path)
        return None
    source = content[opening.end() : closing.start()]
    if len(source) > FRONT_MATTER_CHARACTERS:
        reason = f"front matter is longer than {FRONT_MATTER_CHARACTERS:,} characters"
        raise ReadError(path, reason, place="line 1", remedy="move the data out of the post")
    read = _toml if opening.group(1) == "+++" else _yaml
    return read(source, opening.end(), min(closing.end() + 1, len(content)), path)


def _refuse_unclosed(content: str, opening: re.Match[str], path: str) -> None:
    """A rule of dashes at the head of a text is no front matter; a field below it means that one was cut off."""
    fence = opening.group(1)
    following = content[opening.end() : opening.end() + 200].lstrip("\n").split("\n", 1)[0]
    if FIELD.match(following):
        last = content.rstrip("\n").count("\n") + 1
        reason = f"front matter opened in line 1 is not closed by line {last}, where the file ends"
        raise ReadError(path, reason, place=f"line {last}", remedy=f"end it with a line {fence}")


def _yaml(source: str, start: int, body_start: int, path: str) -> FrontMatter | None:
    try:
        parsed = parse_yaml(source, path, first_line=2)
    except yaml.YAMLError as error:
        return _line_by_line(source, body_start, f"front matter is no YAML in line {_line_of(error)}")
    if parsed.values is None:
        return FrontMatter({}, body_start)
    if not isinstance(parsed.values, dict):
        return None
    moved = {
        name: scalar._replace(start=start + scalar.start, end=start + scalar.end)
        for name, scalar in parsed.scalars.items()
    }
    return FrontMatter(parsed.values, body_start, moved)


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return 2 + mark.line if mark else 2


def _toml(source: str, _start: int, body_start: int, path: str) -> FrontMatter:
    if DEEP_KEY.search(source):
        raise ReadError(path, f"front matter is nested more than {FRONT_MATTER_DEPTH} deep", place="line 2")
    try:
        fields = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = 1 + int(found.group(1)) if found else 2
        return _line_by_line(source, body_start, f"front matter is no TOML in line {line}")
    except RecursionError:
        raise ReadError(path, f"front matter is nested more than {FRONT_MATTER_DEPTH} deep", place="line 2") from None
    written = {match.group(1): match.group(2) for match in TOML_DATE.finditer(source)}
    return FrontMatter({name: _as_written(value, written.get(name)) for name, value in fields.items()}, body_start)


def _as_written(value: object, written: str | None) -> object:
    """TOML's dates as the characters that were written; nothing reads them as another day than they say."""
    if isinstance(value, date | datetime | time):
        return written or value.isoformat()
    if isinstance(value, dict):
        return {name: _as_written(each, None) for name, each in value.items()}
    return [_as_written(each, None) for each in value] if isinstance(value, list) else value


def _line_by_line(source: str, body_start: int, problem: str) -> FrontMatter:
    """The fields of a front matter that no parser takes, such as a title with an unquoted colon."""
    fields: dict[str, object] = {}
    for line in source.split("\n"):
        found = FIELD.match(line)
        if found:
            fields[found.group(1)] = _unquoted(found.group(2).strip())
    return FrontMatter(fields, body_start, notes=(f"{problem}; its fields were read line by line",))


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"')
    return value[1:-1].replace("''", "'") if len(value) >= 2 and value[0] == value[-1] == "'" else value


def words_of(matter: FrontMatter, name: str, content: str) -> Mapped:
    """The field `name` as text, each character with its place in the file where it stands there as it is."""
    value = matter.fields.get(name)
    scalar = matter.scalars.get(name)
    if value is None or isinstance(value, list | dict):
        return Mapped.made("")
    if scalar is None:
        return Mapped.made(str(value))
    return Mapped(sound(scalar.value), _places(scalar, content))


def _places(scalar: Scalar, content: str) -> tuple[int, ...]:
    """Walks value and source side by side: blanks may fold, quotes double and escapes stand for others."""
    places: list[int] = []
    at = scalar.start + (1 if scalar.style in ("'", '"') else 0)
    at = content.find("\n", at) + 1 if scalar.style in ("|", ">") else at
    for character in scalar.value:
        at = at if character.isspace() else _past_blanks(content, at, scalar)
        if scalar.style == '"' and content[at : at + 1] == "\\":
            same = content[at + 1 : at + 2] == character and character in '"\\/ '
            places.append(at + 1 if same else MADE)
            at += 2 if same else ESCAPE_LENGTHS.get(content[at + 1 : at + 2], 2)
        elif at < scalar.end and content[at] == character:
            places.append(at)
            at += 2 if scalar.style == "'" == character else 1
        else:
            places.append(MADE)
    return tuple(places)


def _past_blanks(content: str, at: int, scalar: Scalar) -> int:
    while at < scalar.end and (content[at].isspace() or _folded_escape(content, at, scalar)):
        at += 1
    return at


def _folded_escape(content: str, at: int, scalar: Scalar) -> bool:
    return scalar.style == '"' and content[at : at + 2] == "\\\n"
