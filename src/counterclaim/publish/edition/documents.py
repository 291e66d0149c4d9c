"""Makes published documents and claims of the ledger's records: quotes cut, whole texts only where they are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from counterclaim.model.span import Span
from counterclaim.publish.edition.gate import Passed, host_of, passed, source_settings
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument, Voice
from counterclaim.publish.neutral import seen
from counterclaim.publish.quoting import BETWEEN, Quote, Terms, bare, quote, shortened, word_count
from counterclaim.publish.rights import is_open
from counterclaim.publish.settings import Settings

Record = Mapping[str, Any]

HELD = "█"
# Words of a source or a cue are a phrase, a title is a name; what is longer is text, and shortened like a quotation.
LONGEST_PHRASE = 30
# What of a front matter is published: fields that describe a post, and those with text of it where that is open.
FIELDS = frozenset({"layout", "date", "author", "categories", "category", "tags", "image", "lang", "license"})
TEXTS = frozenset({"excerpt", "description", "subtitle"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document's page needs from outside it: captures, the copies of its origin, former ids of its claims."""

    captured: Mapping[str, Sequence[str]] = field(default_factory=dict)
    copies: Mapping[str, Sequence[str]] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """One document's record on its way out: what the gate says to it, and under what terms it is quoted."""

    record: Record
    gate: Passed
    terms: Terms
    source: str | None
    url: str | None
    rights: str | None


def opened(record: Record, claims: Sequence[Record], settings: Settings) -> Opened:
    """Sends the current claims of a document through the gate, and looks up what rights there are in its text."""
    url = record["url"] if host_of(record["url"]) else None
    source = seen(record["publisher"]) or host_of(url)
    rights = record["rights"] or source_settings(settings, source, url).rights
    whole = settings.own_text or is_open(rights)
    terms = Terms(record["text"], tuple(_paragraphs(record)), whole)
    return Opened(record, passed(record, claims, settings, source), terms, source, url, rights)


def _paragraphs(record: Record) -> Iterator[Span]:
    """What may not be shown whole: all parts but the title, and what only says the title again."""
    title = str(record["title"])
    name = bare(title) if word_count(title) <= LONGEST_PHRASE else None
    for part in record["parts"]:
        span = Span(part["start"], part["end"])
        if bare(span.of(record["text"])) != name:
            yield span


def published(document: Opened, around: Surroundings) -> PublishedDocument:
    """What may be shown of one document and its claims."""
    record, gate, whole = document.record, document.gate, document.terms.whole
    front = record.get("front_matter") or {}
    same = ("id", "published", "language", "understood", "origin")
    return PublishedDocument(
        **{name: record[name] for name in same},
        author=None if gate.tells(record["author"] or "") else seen(record["author"]),
        notes=tuple(_phrase(each, document.terms) for each in record.get("notes") or () if not gate.tells(each)),
        places=_told(_free(record, "places", gate), document.terms),
        times=_told(_free(record, "times", gate), document.terms),
        quantities=_told(_free(record, "quantities", gate), document.terms),
        title=_title(document),
        source=document.source,
        host=host_of(document.url),
        url=None if gate.addresses(document.url or "") else document.url,
        published_precision=record.get("published_precision"),
        captured=tuple(around.captured.get(record["id"], ())),
        rights=document.rights,
        categories=_names(front.get("categories") or front.get("category"), document),
        tags=_names(front.get("tags"), document),
        front_matter=_front_matter(front, document),
        removed=tuple(_removed(document)),
        text=_text(record, gate) if whole else None,
        parts=tuple(record["parts"]) if whole else (),
        copies=tuple(each for each in around.copies.get(record["origin"], ()) if each != record["id"]),
        claims=tuple(_claims(document, around)),
        extractor=record.get("extractor"),
        unreviewed=gate.unreviewed,
        unreleased=gate.unreleased,
    )


def _claims(document: Opened, around: Surroundings) -> Iterator[PublishedClaim]:
    gate = document.gate
    ordered = sorted(gate.claims, key=lambda claim: (claim["content"][0], claim["cue"], claim["id"]))
    by_id = {claim["id"]: claim for claim in ordered}
    for number, claim in enumerate(ordered, 1):
        told = tuple(_voice(each) for each in _tellers(claim, by_id))
        made = _claim(claim, number, told, _quote(claim, gate, document.terms), document)
        yield replace(made, earlier=tuple(around.earlier.get(claim["id"], ())))


def _claim(claim: Record, number: int, tellers: tuple[Voice, ...], words: Quote, document: Opened) -> PublishedClaim:
    same = ("id", "document", "act", "certainty", "form", "addressee", "channel", "said_on", "happened")
    also = ("within", "found_by", "review", "score", "copy_of")
    return PublishedClaim(
        **{name: claim[name] for name in (*same, *also)},
        number=number,
        voice=_voice(claim),
        tellers=tellers,
        quote=words,
        because=document.terms.thinned(claim["because"]),
        source_words=_words(claim, "source", document),
        cue_words=_words(claim, "cue", document),
        chain=tuple(claim["chain"]),
        about=_told(claim["about"], document.terms),
        content=_pairs(claim["content"]),
        source=_pairs(claim["source"]),
        cue=_pairs(claim["cue"]),
    )


def _free(record: Record, name: str, gate: Passed) -> list[Record]:
    """The places, times or quantities of a document that stand in nothing held back."""
    return [each for each in record.get(name) or () if not gate.holds([each["span"]])]


def _removed(document: Opened) -> Iterator[Record]:
    """What a republisher added, as far as it may be shown; its words none where they tell what is held back."""
    for each in document.record["removed"]:
        words = "" if document.gate.tells(each["text"]) else _phrase(each["text"], document.terms)
        yield {**each, "text": words}


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)


def _words(claim: Record, name: str, document: Opened) -> str:
    """Who speaks, or the words that say so; none where they hold what is held back."""
    if document.gate.holds(claim[name]):
        return ""
    return _phrase(BETWEEN.join(claim["words"][name]), document.terms)


def _phrase(words: str, terms: Terms) -> str:
    """A few words of a text, or on it: no long ones, and no paragraph of it, where it may not be shown."""
    return terms.thinned(words if terms.whole else shortened(words, LONGEST_PHRASE)[0])


def _quote(claim: Record, gate: Passed, terms: Terms) -> Quote:
    """The words of a claim; without their sentence where something stands in that which is held back."""
    content = [Span(start, end) for start, end in claim["content"]]
    around = (claim.get("sentence") or {}).get("span")
    sentence = Span(*around) if around else None
    if sentence and gate.hides(sentence, text=terms.text):
        sentence = None
    return quote(content, sentence, terms)


def _voice(claim: Record) -> Voice:
    speaker = claim["speaker"] or {}
    name = speaker.get("name")
    key = " ".join(name.casefold().split()) if name else None
    return Voice(key, name, speaker.get("role"), speaker.get("side"))


def _tellers(claim: Record, others: Mapping[str, Record]) -> Iterator[Record]:
    """The claims that a nested one stands in, the nearest first, each speaker once in a row."""
    last, outer, seen = claim["speaker"], claim["within"], {claim["id"]}
    while outer in others and outer not in seen:
        seen.add(outer)
        teller = others[outer]["speaker"]
        # Who repeats their own words is no second teller; two who are not known may be two.
        if teller is None or teller != last:
            yield others[outer]
        last, outer = teller, others[outer]["within"]


def _title(document: Opened) -> str:
    """The title; none where a person who waits to be released is named in it, or the claim stands in it."""
    record, gate, title = document.record, document.gate, str(document.record["title"])
    held = gate.tells(title) or any(
        gate.hides(Span(part["start"], part["end"]), text=record["text"])
        for part in record["parts"]
        if part["kind"] == "title"
    )
    if held or not seen(title):
        return ""
    return title if document.terms.whole else shortened(title, LONGEST_PHRASE)[0]


def _text(record: Record, gate: Passed) -> str:
    """The text with each paragraph blanked, letter for letter, that has something in it that is held back."""
    text = str(record["text"])
    for part in record["parts"]:
        span = Span(part["start"], part["end"])
        if gate.hides(span, text=text):
            text = text[: span.start] + HELD * (span.end - span.start) + text[span.end :]
    return text


def _front_matter(front: Record, document: Opened) -> dict[str, Any]:
    """A post's own fields as far as they are no text of its own, and tell nothing that is held back."""
    whole, gate = document.terms.whole, document.gate
    shown = {key: value for key, value in front.items() if key in FIELDS or (whole and key in TEXTS)}
    free = {key: value for key, value in shown.items() if not gate.tells(str(value)) and not gate.addresses(str(value))}
    return {key: _field(value, partial(_phrase, terms=document.terms)) for key, value in free.items()}


def _told(records: Iterable[Record] | None, terms: Terms) -> tuple[Record, ...]:
    """What was understood of a text, with no paragraph of it in the reasons."""
    return tuple(_field(each, terms.thinned) for each in records or ())


def _field(value: Any, change: Callable[[str], str]) -> Any:
    """A value with each text in it changed: the caption of an image may be a paragraph."""
    if isinstance(value, Mapping):
        return {change(str(key)): _field(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [_field(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def _names(value: object, document: Opened) -> tuple[str, ...]:
    """Categories or tags as Jekyll takes them, a list, or words with blanks between; none made of a name held back."""
    found = value.split() if isinstance(value, str) else value if isinstance(value, list) else []
    free = (str(each) for each in found if seen(str(each)) and not document.gate.addresses(str(each)))
    return tuple(dict.fromkeys(" ".join(_phrase(each, document.terms).split()) for each in free))
