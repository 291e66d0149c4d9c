"""The feed of changes, as Atom (RFC 4287) and JSON Feed 1.1: only what the edition shows, in template sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from counterclaim.dispute.history import Kind, amount, figures_of
from counterclaim.publish.alerts import Alert, Speech, alert
from counterclaim.publish.dates import days_spoken, spoken
from counterclaim.publish.edition.nouns import Edition, PublishedMatter
from counterclaim.publish.feed import MOST, NO_DAY, attribute, element, moment
from counterclaim.publish.imprint import Imprint, urn
from counterclaim.publish.jsontext import one_object
from counterclaim.publish.neutral import visible
from counterclaim.publish.site.addresses import file_name, path_of
from counterclaim.publish.telling import who
from counterclaim.publish.texts import Texts

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger
    from counterclaim.ledger.changes import Change

# A reader of feeds asks often; what is older stands on the site. The last days on which anything was taken in.
DAYS = 30
ATOM, JSON = "changes.xml", "changes.json"
VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class News:
    """A feed of changes: its entries, the latest first, and where it will stand, None where nobody told."""

    alerts: tuple[Alert, ...]
    edition: Edition
    imprint: Imprint
    self_path: str | None = None


def recent(ledger: Ledger) -> tuple[Change, ...]:
    """What each of the last days on which the log was written has brought, day by day."""
    return tuple(change for _, since, until in ledger.days()[-DAYS:] for change in ledger.changes(since, until))


def news(changes: Iterable[Change], edition: Edition, imprint: Imprint, heirs: Mapping[str, str]) -> News:
    """
    What may be published of `changes`, the latest first.

    One is left out whole where its matter, a claim or link of it, its side or its answer is not in the edition;
    `heirs` are the ledger's successions: what was read anew is told in the words of the present reading.
    """
    speech = Speech(imprint.texts, _who(edition, imprint.texts), _words(edition))
    found = (_now(each, edition, heirs) for each in changes)
    shown = [each for each in found if each and _may_be_shown(each, edition)]
    told = [alert(each, edition.matters[each.matter].question, speech) for each in shown]
    told.sort(key=lambda each: (each.change.seq, each.change.id), reverse=True)
    return News(tuple(told[:MOST]), edition, imprint)


def _now(change: Change, edition: Edition, heirs: Mapping[str, str]) -> Change | None:
    """The change with the ids of the present reading; of a matter that is no longer published, nothing."""
    matter = edition.moved.get(change.matter, heirs.get(change.matter, change.matter))
    if matter not in edition.matters:
        return None
    claim, other = (heirs.get(each, each) if each else None for each in (change.claim, change.other))
    return replace(change, matter=matter, claim=claim, other=other)


def _may_be_shown(change: Change, edition: Edition) -> bool:
    matter = edition.matters[change.matter]
    if any(each and each not in edition.claims for each in (change.claim, change.other)):
        return False
    if change.other and not _rests(change, edition):
        return False
    if change.side and change.side not in matter.sides:
        return False
    return not change.answer or change.answer in {each.answer for each in matter.positions}


def _rests(change: Change, edition: Edition) -> bool:
    """Whether what bears two claims on each other is published too: the link, or both numbers."""
    if change.kind is Kind.NUMBER:
        return change.before in _amounts(change.other, edition) and change.after in _amounts(change.claim, edition)
    links = edition.links_at.get(change.claim or "", ())
    return any(each.from_claim == change.claim and each.to_claim == change.other for each in links)


def _amounts(claim: str | None, edition: Edition) -> set[str]:
    return {amount(each) for each in figures_of(edition.claims[claim].about)} if claim else set()


def _who(edition: Edition, texts: Texts) -> Callable[[str], str]:
    return lambda claim: who(edition.claims[claim], texts) if claim in edition.claims else ""


def _words(edition: Edition) -> Callable[[str], str]:
    return lambda claim: edition.claims[claim].quote.words if claim in edition.claims else ""


def atom_of(found: News) -> str:
    """The feed as Atom; its days are those of the log."""
    return "\n".join([*_head(found), *(line for each in found.alerts for line in _entry(each, found)), "</feed>", ""])


def _head(found: News) -> Iterator[str]:
    imprint = found.imprint
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(imprint.texts.language)}>'
    yield element("id", imprint.address("changes") or urn("changes"))
    yield element("title", _title(imprint))
    yield element("subtitle", imprint.texts("changes.subtitle"))
    yield element("updated", _when(found.alerts[0]) if found.alerts else NO_DAY)
    yield f"<author>{element('name', imprint.settings.title)}</author>"
    yield f"<generator version={attribute(imprint.version)}>counterclaim</generator>"
    if front := _address("index.html", found):
        yield f'<link rel="alternate" type="text/html" href={attribute(front)}/>'
    if own := _own(found):
        yield f'<link rel="self" type="application/atom+xml" href={attribute(own)}/>'


def _entry(each: Alert, found: News) -> Iterator[str]:
    yield "<entry>"
    yield element("id", urn(each.change.id))
    yield element("title", _asked(each, found))
    yield element("updated", _when(each))
    if address := _place(each, found):
        yield f'<link rel="alternate" type="text/html" href={attribute(address)}/>'
    yield f"<category term={attribute(each.change.kind.replace(' ', '-'))}/>"
    # Content, not a summary: without one each entry needs a link, and there is none where no address was told.
    yield element("content", _told(each, found))
    yield "</entry>"


def json_of(found: News) -> str:
    """The feed as JSON Feed 1.1."""
    imprint = found.imprint
    head = {
        "version": VERSION,
        "title": _title(imprint),
        "home_page_url": imprint.address("index.html"),
        "feed_url": _own(found),
        "description": imprint.texts("changes.subtitle"),
        "language": imprint.texts.language,
        "authors": [{"name": visible(imprint.settings.title)}],
        "items": [_item(each, found) for each in found.alerts],
    }
    return one_object({key: value for key, value in head.items() if value is not None})


def _item(each: Alert, found: News) -> dict[str, Any]:
    item = {
        "id": urn(each.change.id),
        "url": _place(each, found) if found.imprint.settings.url else None,
        "title": visible(_asked(each, found)),
        "content_text": visible(_told(each, found)),
        "date_published": _when(each),
        "tags": [each.change.kind.replace(" ", "-")],
    }
    return {key: value for key, value in item.items() if value is not None}


def _title(imprint: Imprint) -> str:
    return visible(imprint.texts("changes.title", site=imprint.settings.title))


def _asked(each: Alert, found: News) -> str:
    return days_spoken(each.question, found.imprint.texts)


def _told(each: Alert, found: News) -> str:
    """The sentence, the claim's words, and the day by which they were said."""
    texts, parts = found.imprint.texts, [each.sentence]
    if each.words:
        parts.append(texts("changes.words", who=each.who, words=each.words))
    if each.words and each.change.day:
        parts.append(texts("changes.said", day=spoken(each.change.day, texts)))
    return " ".join(parts)


def _when(each: Alert) -> str:
    return moment(each.change.at) or NO_DAY


def _place(each: Alert, found: News) -> str | None:
    """Where the matter stands, at the claim that changed it where that has a place of its own on the page."""
    matter: PublishedMatter = found.edition.matters[each.change.matter]
    page = path_of("matter", matter.id)
    anchor = f"#{file_name(each.change.claim)}" if each.change.claim in matter.claims and each.change.claim else ""
    return _address(page + anchor, found)


def _address(path: str, found: News) -> str | None:
    """The address of a page: whole where one was told, else as seen from the feed, where that stands in the site."""
    return found.imprint.address(path) or (path if found.self_path else None)


def _own(found: News) -> str | None:
    return found.imprint.address(found.self_path) if found.self_path else None
