"""Settings: what a publisher decides once: the site's name and address, whose text is open, what waits for a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from counterclaim.errors import CounterclaimError

REVIEWED = "reviewed-only"
EVERYTHING = "everything"
# A settings file is written by hand; one larger than this is something else.
LARGEST = 1_000_000
# Paths of pages are put behind it: nothing may come between that they would belong to.
_URL = re.compile(r"https?://[^\s/?#\"<>]+(?:/[^\s?#\"<>]*)?", re.IGNORECASE)


class SettingsError(CounterclaimError):
    """A settings file that cannot be used: which, where, what was expected."""


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What a publisher decided on one source: its `rights` where the source states none, and what waits for review."""

    rights: str | None = None
    reviewed_only: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What a publisher decides on a publication.

    `url` is the address that the site will stand at, without a last slash; without one, addresses stay relative.
    `own_text` says that all texts are the publisher's own. `sources` are keyed by a source's name or host.
    """

    title: str = "counterclaim"
    url: str | None = None
    language: str = "en"
    own_text: bool = False
    reviewed_only: bool = False
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)


def settings_of(path: Path) -> Settings:
    """The settings in a YAML file; raises SettingsError for what cannot be read, is misspelt or of the wrong type."""
    try:
        text = path.read_text(encoding="utf-8")
        found = yaml.safe_load(text) if len(text) <= LARGEST else "too much"
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        said = " ".join(str(getattr(error, "problem", None) or getattr(error, "strerror", None) or error).split())
        raise SettingsError(f"{path}: cannot be read: {said}; expected YAML such as `title: My desk`") from error
    known = {"title": str, "url": str, "language": str, "own_text": bool, "publish": str, "sources": dict}
    values = _checked(found or {}, known, str(path))
    given = values.pop("sources", {}) or {}
    sources = {str(name): _source(each, f"{path}, source {name!r}") for name, each in given.items()}
    url = values.pop("url", None)
    reviewed = _reviewed(values.pop("publish", EVERYTHING), str(path))
    return Settings(**values, url=_address(url, str(path)), reviewed_only=reviewed, sources=sources)


def _source(found: object, where: str) -> SourceSettings:
    values = _checked(found or {}, {"rights": str, "publish": str}, where)
    return SourceSettings(values.get("rights"), _reviewed(values.get("publish", EVERYTHING), where))


def _checked(found: object, known: Mapping[str, type], where: str) -> dict[str, Any]:
    if not isinstance(found, Mapping):
        raise SettingsError(f"{where}: expected names with values, one a line, such as `title: My desk`")
    for name, value in found.items():
        if name not in known:
            raise SettingsError(f"{where}: there is no setting {str(name)[:40]!r}; expected one of {', '.join(known)}")
        if not isinstance(value, known[name]):
            kind = {str: "text", bool: "true or false", dict: "names with values"}[known[name]]
            raise SettingsError(f"{where}: {name} is {str(value)[:40]!r}; expected {kind}")
    return dict(found)


def _reviewed(value: str, where: str) -> bool:
    if value not in (REVIEWED, EVERYTHING):
        raise SettingsError(f"{where}: publish is {value[:40]!r}; expected {REVIEWED} or {EVERYTHING}")
    return value == REVIEWED


def _address(url: str | None, where: str) -> str | None:
    if url is not None and not _URL.fullmatch(url):
        raise SettingsError(f"{where}: url is {url[:80]!r}; expected an address that begins with https:// or http://")
    return url.rstrip("/") if url else None
