"""The Atom feed (RFC 4287): an entry for each matter, the one that was last changed first, in template sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from counterclaim.publish.dates import days_spoken
from counterclaim.publish.edition.nouns import Edition, PublishedDocument, PublishedMatter
from counterclaim.publish.imprint import Imprint, urn
from counterclaim.publish.neutral import visible
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.texts import Texts

# A reader of feeds asks often; older matters stand on the site.
MOST = 100
# What RFC 4287 demands where nothing tells a day.
NO_DAY = "1970-01-01T00:00:00Z"
# Noncharacters that XML 1.0 has no form for; controls and surrogates are gone before.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=T| |$)")


def atom(edition: Edition, imprint: Imprint) -> str:
    """
    The feed of an edition; its days come from what was read, never from a clock.

    Links are absolute where the publisher has told an address, else relative to the feed.
    """
    dated = sorted(((updated(each, edition), each) for each in edition.matters.values()), key=lambda pair: pair[1].id)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    lines = [*_head(imprint, dated[0][0] if dated else moment(edition.read_last) or NO_DAY)]
    for when, matter in dated[:MOST]:
        lines += _entry(matter, when, edition, imprint)
    return "\n".join([*lines, "</feed>", ""])


def updated(matter: PublishedMatter, edition: Edition) -> str:
    """When the newest document of a matter came in, as RFC 3339 has it; where no capture is known, its publication."""
    documents = (edition.documents[each] for each in matter.documents if each in edition.documents)
    return max((_came_in(each) for each in documents), default=NO_DAY)


def _came_in(document: PublishedDocument) -> str:
    """The first capture: to read an unchanged text once more is no news."""
    found = (moment(when) for when in (*document.captured[:1], document.published))
    return next((when for when in found if when), NO_DAY)


def moment(value: str | None) -> str | None:
    """A day or moment as RFC 3339 in UTC; a month or year as its first day; None for anything else."""
    found = _DAY.match(value or "")
    if not value or not found:
        return None
    try:
        exact = datetime.fromisoformat(value) if len(value) > len("2031-05-02") else None
        day = datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC)
        told = exact if exact and exact.tzinfo else day
        return told.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(len(NO_DAY), "0")
    except (ValueError, OverflowError):
        return None


def _head(imprint: Imprint, when: str) -> Iterator[str]:
    settings, site = imprint.settings, imprint.settings.url
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(imprint.texts.language)}>'
    yield element("id", f"{site}/" if site else urn("feed"))
    yield element("title", settings.title)
    yield element("subtitle", imprint.texts("feed.subtitle"))
    yield element("updated", when)
    yield f"<author>{element('name', settings.title)}</author>"
    yield f"<generator version={attribute(imprint.version)}>counterclaim</generator>"
    yield f'<link rel="alternate" type="text/html" href={attribute(_link("front", "", imprint))}/>'
    if site:
        yield f'<link rel="self" type="application/atom+xml" href={attribute(_link("feed", "", imprint))}/>'


def _entry(matter: PublishedMatter, when: str, edition: Edition, imprint: Imprint) -> Iterator[str]:
    yield "<entry>"
    yield element("id", urn(matter.id))
    yield element("title", days_spoken(matter.question, imprint.texts))
    yield element("updated", when)
    yield f'<link rel="alternate" type="text/html" href={attribute(_link("matter", matter.id, imprint))}/>'
    yield f"<category term={attribute(matter.status)}/>"
    yield f'<summary type="text">{_escaped(summary(matter, imprint.texts))}</summary>'
    yield "</entry>"


def _link(kind: str, key: str, imprint: Imprint) -> str:
    path = path_of(kind, key)
    return imprint.address(path) or path


def summary(matter: PublishedMatter, texts: Texts) -> str:
    """A matter in one or two sentences: where it stands, who gives which answer, how much was read, who is silent."""
    said = dict.fromkeys(_position(list(each.sides), each.answer, texts) for each in matter.positions)
    told = texts(
        "feed.summary",
        status=texts(f"feed.status.{matter.status.replace('-', '_')}"),
        positions="; ".join(said),
        size=texts(
            "feed.size", count=len(matter.claims), documents=texts("feed.documents", count=len(matter.documents))
        ),
    )
    if not matter.unanswered_by:
        return told
    return f"{told} {texts('feed.unanswered', sides=texts.listed([visible(each) for each in matter.unanswered_by]))}"


def _position(sides: list[str], answer: str, texts: Texts) -> str:
    named = texts.listed([visible(each) for each in sides]) or texts("feed.nobody")
    if not answer:
        return texts("feed.position_open", sides=named)
    return texts("feed.position", sides=named, answer=visible(answer))


def element(name: str, text: str) -> str:
    """An element with text in it."""
    return f"<{name}>{_escaped(text)}</{name}>"


def _escaped(text: str) -> str:
    """Text as XML 1.0 can hold it, on one line."""
    return escape(_FORBIDDEN.sub("\ufffd", visible(text)))


def attribute(text: str) -> str:
    """Text as the value of an attribute, quoted."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", visible(text)))
