"""Writes the front matter of a post: the fields that republishers use, in their order, then where it all is from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from counterclaim.publish.edition.nouns import PublishedDocument
from counterclaim.publish.jekyll.headline import excerpt, headline, lead_of
from counterclaim.publish.jekyll.marked import address, one_line
from counterclaim.publish.jekyll.naming import Day
from counterclaim.publish.jekyll.posts import Post
from counterclaim.publish.jekyll.sides import claims_told
from counterclaim.publish.jekyll.telling import Telling

# A list of everybody and everywhere is no list of tags.
MOST_TAGS = 20
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_STRING = "tag:yaml.org,2002:str"
# What YAML in any version takes for a string as it stands.
_PLAIN = re.compile(r"[^\W\d_][\w’ ./-]*")
_SWITCHES = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class _Sentence(str):
    """A text that is written between quotation marks."""


class _Moment(str):
    """A date that is written as it is."""


class _Dumper(yaml.SafeDumper):
    """Writes words plain only where every reader of YAML takes them for words."""


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    plain = bool(_PLAIN.fullmatch(value)) and value.lower() not in _SWITCHES and not value.endswith(" ")
    return dumper.represent_scalar(_STRING, value, style=None if plain else '"')


def _sentence(dumper: yaml.SafeDumper, value: _Sentence) -> yaml.Node:
    return dumper.represent_scalar(_STRING, str(value), style='"')


def _moment(dumper: yaml.SafeDumper, value: _Moment) -> yaml.Node:
    """Plain: a scalar of the tag that its words have by themselves needs neither marks nor a tag."""
    plain = yaml.safe_load(str(value))
    return dumper.represent_scalar(_STRING if isinstance(plain, str) else _TIMESTAMP, str(value))


def _row(dumper: yaml.SafeDumper, value: list[object]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(list, _row)
_Dumper.add_representer(_Sentence, _sentence)
_Dumper.add_representer(_Moment, _moment)


def front_matter(post: Post, day: Day, telling: Telling) -> str:
    """The front matter of a post between its two fences."""
    document, lead = post.document, lead_of(post, telling.edition)
    fields: dict[str, Any] = {
        "layout": "post",
        "title": _Sentence(headline(lead, telling)),
        "date": _Moment(day.written),
        "author": _author(document),
        "categories": _categories(document),
        "tags": _tags(post),
        "excerpt": _Sentence(excerpt(post, lead, telling)),
        "image": _bare(document.front_matter.get("image")),
        "source_url": address(document.url) if document.url else None,
        "source_title": _Sentence(one_line(document.title)) if document.title else None,
        "claims": list(claims_told(post, telling.edition)),
        "matters": [each.id for each in post.matters],
        "generator": f"counterclaim {telling.version}",
    }
    if day.precision:
        fields["date_precision"] = day.precision
    dumped = yaml.dump(
        fields, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=float("inf")
    )
    return f"---\n{dumped}---\n"


def _author(document: PublishedDocument) -> _Sentence | None:
    return _Sentence(one_line(document.author)) if document.author else None


def _categories(document: PublishedDocument) -> str | list[str]:
    """As the source has them: words in one line stay a line, a list a list."""
    own = document.front_matter.get("categories")
    return one_line(own) if isinstance(own, str) and own.strip() else [one_line(each) for each in document.categories]


def _tags(post: Post) -> list[str]:
    """The source's own tags, then the places that the claims are about and who speaks."""
    places = [about.get("place_name") for claim in post.claims for about in claim.about]
    places += [matter.place_name for matter in post.matters]
    speakers = [claim.voice.name for claim in post.claims]
    own = [one_line(each) for each in post.document.tags]
    found = [one_line(each) for each in (*places, *speakers) if each]
    return list(dict.fromkeys((*own, *found)))[: max(MOST_TAGS, len(own))]


def _bare(value: object) -> object:
    """A value of the source's front matter, each text in it on one line; what YAML has no plain form for, as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        return {one_line(str(key)): _bare(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_bare(each) for each in value]
    return one_line(str(value))
