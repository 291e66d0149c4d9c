"""Turns attributions into claims: who says it to whom, where and when, what is done by saying it, how certainly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claim.about import find_frames
from counterclaim.claim.act import Ruling, decide
from counterclaim.claim.certainty import certainty_of
from counterclaim.claim.chain import chain_of
from counterclaim.claim.clause import Saying
from counterclaim.claim.form import form_of
from counterclaim.claim.setting import Setting, settings_of
from counterclaim.claim.speaker import speaker_of
from counterclaim.model.claim import Attribution, Claim
from counterclaim.model.document import Document
from counterclaim.model.identity import identity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Spans, words_of

# The version of the rules that make a claim of an attribution: it goes up when they change what they say.
VERSION = "interpret.v1"


def interpret(reading: Reading, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """
    The claims that the attributions of one document make, in their order.

    `within` becomes the id of the outer claim; ids are unique in the document and the same on every run.
    """
    sayings = [Saying(reading, each, _outer(each, attributions)) for each in attributions]
    rulings = [decide(saying) for saying in sayings]
    speakers = [speaker_of(reading, attribution) for attribution in attributions]
    settings = settings_of(sayings, rulings, speakers)
    ids = _ids(reading.document, attributions)
    return tuple(
        replace(
            _claim(saying, rulings[i], settings[i]),
            id=ids[i],
            speaker=speakers[i],
            within=None if saying.attribution.within is None else ids[saying.attribution.within],
            chain=chain_of(i, attributions, speakers, reading.document),
        )
        for i, saying in enumerate(sayings)
    )


def _outer(attribution: Attribution, attributions: Sequence[Attribution]) -> Spans:
    return () if attribution.within is None else attributions[attribution.within].content


def _claim(saying: Saying, ruling: Ruling, setting: Setting) -> Claim:
    """The claim without what needs the other claims of the document."""
    reading, attribution = saying.reading, saying.attribution
    return Claim(
        id="",
        document=reading.document.id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        form=form_of(reading, attribution),
        act=ruling.act,
        certainty=certainty_of(saying, ruling),
        speaker=None,
        addressee=setting.addressee,
        channel=setting.channel,
        said_on=setting.said_on,
        happened=_happened(saying),
        about=find_frames(reading, attribution),
        score=attribution.score,
        found_by=f"{attribution.rule} {VERSION}",
        because=_because(saying, ruling),
    )


def _ids(document: Document, attributions: Sequence[Attribution]) -> tuple[str, ...]:
    """An id for each; two attributions of the very same spans are counted, so that their ids differ."""
    seen: Counter[str] = Counter()
    ids = []
    for attribution in attributions:
        spans = [_pairs(part) for part in (attribution.source, attribution.cue, attribution.content)]
        plain = identity("c", document.id, *spans)
        ids.append(identity("c", document.id, *spans, seen[plain]) if seen[plain] else plain)
        seen[plain] += 1
    return tuple(ids)


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _happened(saying: Saying) -> str | None:
    """The EDTF value of the time that what is said tells of, where it tells of exactly one."""
    content = saying.attribution.content
    values = {t.value for t in saying.reading.times_in(*content) if any(span.holds(t.span) for span in content)}
    return values.pop() if len(values) == 1 else None


def _because(saying: Saying, ruling: Ruling) -> str:
    cue = words_of(saying.attribution.cue, saying.reading.document.text)
    return f"“{cue}” attributes it; {ruling.why}." if cue else f"It is a quotation that runs on; {ruling.why}."
