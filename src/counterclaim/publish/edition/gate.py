"""The gate: which claims of a document may be published now, and which words must not be seen with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.model.span import Span, meet
from counterclaim.publish.edition.hidden import addresses_somebody, names_somebody
from counterclaim.publish.release import names_held, needs_release
from counterclaim.publish.settings import REVIEWED, Settings, SourceSettings

Record = Mapping[str, Any]

REVIEWED_WELL = frozenset({"accepted", "corrected"})
REJECTED = "rejected"
# Held words of fewer letters stand in other texts by chance.
TELLING = 20


@dataclass(frozen=True, slots=True)
class Passed:
    """
    What the gate lets through of one document's claims, and what it holds.

    `spans` are the words of claims that wait to be released, `names` the persons they accuse: nothing with one of
    these in it is shown of this document. `words` are those at `spans` that are long enough to be known again.
    """

    claims: tuple[Record, ...]
    spans: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    unreviewed: int = 0
    unreleased: int = 0
    words: tuple[str, ...] = ()

    def hides(self, *spans: Span, text: str) -> bool:
        """Whether one of these stretches of the text has something in it that is held back."""
        return bool(meet(spans, self.spans)) or any(self.names_in(span.of(text)) for span in spans)

    def holds(self, spans: Iterable[Sequence[int]]) -> bool:
        """Whether words that are held back stand at one of these offsets."""
        return meet((Span(start, end) for start, end in spans), self.spans)

    def names_in(self, text: str) -> bool:
        """Whether one of those is named in these words."""
        return names_somebody(text, self.names)

    def tells(self, text: str) -> bool:
        """Whether these words, which stand outside the text, name one of those or repeat what is held back."""
        bare = " ".join(text.split())
        return self.names_in(text) or any(words in bare for words in self.words)

    def addresses(self, text: str) -> bool:
        """Whether this tag or address is made of such a name."""
        return addresses_somebody(text, self.names)


def passed(document: Record, claims: Sequence[Record], settings: Settings, source: str | None) -> Passed:
    """Sends the current claims of one document through the gate."""
    kept = [claim for claim in claims if claim["review"] != REJECTED]
    accusing = [claim for claim in kept if needs_release(claim)]
    spans = tuple(span for claim in accusing for span in _content(claim))
    free = [claim for claim in kept if not meet(_content(claim), spans)]
    wait = waits_for_review(document, settings, source)
    shown = [claim for claim in free if not wait or claim["review"] in REVIEWED_WELL]
    hidden = (*accusing, *_rejected(claims))
    return Passed(
        claims=_whole(shown),
        spans=tuple(span for claim in hidden for span in _content(claim)),
        names=tuple(names_held(hidden)),
        words=tuple(_words(hidden, str(document["text"]))),
        unreviewed=len(free) - len(shown),
        unreleased=len(kept) - len(free),
    )


def _whole(claims: Iterable[Record]) -> tuple[Record, ...]:
    """Those whose tellers are all there: a nested claim is never shown bare."""
    shown = {claim["id"]: claim for claim in claims}
    while bare := [each for each, claim in shown.items() if claim["within"] and claim["within"] not in shown]:
        for each in bare:
            del shown[each]
    return tuple(shown.values())


def _rejected(claims: Sequence[Record]) -> list[Record]:
    """Rejected accusations that nobody released: a misread one tells of a person in the text all the same."""
    released = [span for claim in claims if claim.get("released") for span in _content(claim)]
    rejected = (claim for claim in claims if claim["review"] == REJECTED and needs_release(claim))
    return [claim for claim in rejected if not meet(_content(claim), released)]


def _words(claims: Iterable[Record], text: str) -> Iterator[str]:
    for claim in claims:
        for span in _content(claim):
            words = " ".join(span.of(text).split())
            if len(words) >= TELLING:
                yield words


def _content(claim: Record) -> list[Span]:
    return [Span(start, end) for start, end in claim["content"]]


def waits_for_review(document: Record, settings: Settings, source: str | None) -> bool:
    """Whether only what a person has accepted is published of this document."""
    own = document.get("front_matter") or {}
    decided = source_settings(settings, source, document.get("url"))
    return settings.reviewed_only or decided.reviewed_only or own.get("publish") == REVIEWED


def source_settings(settings: Settings, *names: str | None) -> SourceSettings:
    """What was decided on the first of these names or addresses that anything was decided on."""
    for name in names:
        if name and name in settings.sources:
            return settings.sources[name]
        host = host_of(name)
        if host and host in settings.sources:
            return settings.sources[host]
    return SourceSettings()


def host_of(url: str | None) -> str | None:
    """The host of a web address, without *www.* and port; None for anything else."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    host = url.split("/", 3)[2].rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
    return host or None
