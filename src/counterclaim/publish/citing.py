"""Citations and briefs: a claim or a matter as sentences to copy, each with who, how, when and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.publish.dates import days_spoken, spoken
from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedDocument, PublishedMatter
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.neutral import visible
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.telling import circumstances, who
from counterclaim.publish.texts import Texts

DIRECT = "direct"
# What is worded with certainty, or with none that shows, needs no word on it.
HEDGED = frozenset({"probable", "possible"})
GUESSED = "possible"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_PERIOD = re.compile(r"[\dXW-]+")
_ENDS = tuple(".!?")
# Inside a quotation of ours those of the text become single ones, as print has it.
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}


def citation(claim: PublishedClaim, document: PublishedDocument, imprint: Imprint) -> str:
    """A claim as a footnote cites it: who, when and how, the exact words, the text, its day and address, our id."""
    texts = imprint.texts
    speech = texts.template("citation.between").join(part for part in _speech(claim, texts) if part)
    said = f"{speech}{_worded(claim, document, texts)}: {_quoted(claim, texts)}"
    entry = texts(
        "citation.entry", id=claim.id, version=imprint.program, review=texts(f"review.{_review(claim.review)}")
    )
    about = (entry, imprint.permalink(claim))
    sentences = (said, texts("citation.reported", title=_where(document, texts, captured=True)), _joined(about, texts))
    return " ".join(each if _ends(each) else texts("citation.sentence", text=each) for each in sentences)


def _ends(sentence: str) -> bool:
    """Whether a quotation brings the mark that ends the sentence it stands in."""
    return sentence[-2:-1] in _ENDS and sentence[-1:] in _MARKS.values()


def claim_brief(claim: PublishedClaim, document: PublishedDocument, imprint: Imprint) -> str:
    """A claim as one sentence of a report: the day, who as whose teller, the words, the text they stand in."""
    texts = imprint.texts
    how = (
        texts("brief.addressee", addressee=visible(claim.addressee)) if claim.addressee else "",
        texts("brief.channel", channel=visible(claim.channel)) if claim.channel else "",
    )
    told = who(claim, texts) + "".join(how)
    where = (_where(document, texts), imprint.permalink(claim) or claim.id)
    return texts(
        "brief.claim",
        day=_day(claim.said_on, texts),
        who=texts("brief.told", who=told) if claim.tellers and not any(how) else told,
        verb=_verb(claim, texts),
        worded=_worded(claim, document, texts),
        quote=_quoted(claim, texts),
        where=_joined(where, texts),
    )


def brief(matter: PublishedMatter, edition: Edition, imprint: Imprint) -> str:
    """A matter as a report could hold it: the question, who says what, how it bears on each other, who is silent."""
    return "\n".join(_brief(matter, edition, imprint))


def _brief(matter: PublishedMatter, edition: Edition, imprint: Imprint) -> Iterator[str]:
    texts = imprint.texts
    yield texts("brief.question", question=visible(days_spoken(matter.question, texts)))
    yield f"{texts('brief.' + matter.status.replace('-', '_'))} {texts('brief.origins', count=matter.origins)}"
    for position in matter.positions:
        sides = texts.listed([visible(side) for side in position.sides]) or texts("brief.nobody")
        yield ""
        if position.answer:
            yield texts("brief.position", sides=sides, answer=visible(position.answer))
        else:
            yield texts("brief.position_open", sides=sides)
        for each in position.claims:
            yield texts("brief.item", text=_item(edition.claims[each], matter, edition, imprint))
    yield ""
    yield from _bearings(matter, edition, texts)
    if matter.unanswered_by:
        yield texts("brief.unanswered", sides=texts.listed([visible(side) for side in matter.unanswered_by]))
    yield _colophon(matter, imprint)


def _item(claim: PublishedClaim, matter: PublishedMatter, edition: Edition, imprint: Imprint) -> str:
    told = claim_brief(claim, edition.documents[claim.document], imprint)
    again = len(matter.again.get(claim.id, ()))
    return _joined((told, imprint.texts("brief.again", count=again) if again else None), imprint.texts)


def _bearings(matter: PublishedMatter, edition: Edition, texts: Texts) -> Iterator[str]:
    """Why the claims stand against each other or together, each reason once; guesses are called so."""
    links = [edition.links[each] for each in matter.links if each in edition.links]
    told = [(texts("brief.possible") if link.basis == GUESSED else "", visible(link.because)) for link in links]
    reasons = told or ([("", visible(matter.because[:1].upper() + matter.because[1:]))] if matter.because else [])
    for guess, because in dict.fromkeys(reasons):
        yield texts("brief.item", text=texts("brief.link", basis=guess, because=because))


def _colophon(matter: PublishedMatter, imprint: Imprint) -> str:
    address = imprint.address(path_of("matter", matter.id))
    if address:
        return imprint.texts("brief.colophon_at", version=imprint.program, id=matter.id, address=address)
    return imprint.texts("brief.colophon", version=imprint.program, id=matter.id)


def _speech(claim: PublishedClaim, texts: Texts) -> Iterator[str]:
    """Who speaks, in what role, on which day, to whom, by what channel."""
    yield who(claim, texts)
    if claim.voice.name and claim.voice.role:
        yield visible(claim.voice.role)
    yield circumstances(claim, texts)
    if not claim.said_on:
        yield texts("voice.no_day")
    yield _verb(claim, texts)


def _verb(claim: PublishedClaim, texts: Texts) -> str:
    """What was done by saying it; where that was not to say it, in the text's own words."""
    return f"“{visible(claim.cue_words)}”" if claim.unsaid else texts(f"verb.{claim.act}")


def _worded(claim: PublishedClaim, document: PublishedDocument, texts: Texts) -> str:
    """How certain the words are, and whose they are: an indirect quotation is worded by who reports it."""
    hedge = (
        texts("brief.certainty", certainty=texts(f"citation.as_{claim.certainty}")) if claim.certainty in HEDGED else ""
    )
    if claim.form == DIRECT:
        return hedge
    if not document.source:
        return hedge + texts("brief.worded_by_text")
    return hedge + texts("brief.worded", source=visible(document.source))


def _quoted(claim: PublishedClaim, texts: Texts) -> str:
    """The exact words in quotation marks, once; and how many were left out."""
    words = visible(claim.quote.words).strip()
    whole = len(words) > 1 and not claim.quote.cut and words[-1] == _MARKS.get(words[0])
    quoted = words if whole else texts("citation.quoted", words=words.translate(_INNER))
    return f"{quoted} ({texts('citation.cut', count=claim.quote.cut)})" if claim.quote.cut else quoted


def _where(document: PublishedDocument, texts: Texts, *, captured: bool = False) -> str:
    """The text that a claim was read in: title, source, day, address, and the day it was read."""
    read = document.captured[0] if captured and document.captured else None
    parts = (
        texts("citation.title", title=visible(document.title)) if document.title else texts("citation.no_title"),
        visible(document.source or document.author or ""),
        visible(spoken(document.published, texts)) if document.published else "",
        visible(document.url or ""),
        texts("citation.read", day=spoken(read, texts)) if read else "",
    )
    return _joined(parts, texts)


def _day(said_on: str | None, texts: Texts) -> str:
    """The beginning of a sentence that tells the day, or that it is not told."""
    if not said_on:
        return texts("brief.no_day")
    key = "day" if _DAY.fullmatch(said_on) else "month" if _PERIOD.fullmatch(said_on) else "when"
    return texts(f"brief.{key}", day=spoken(said_on, texts))


def _review(review: str) -> str:
    return review if review in ("accepted", "corrected") else "unreviewed"


def _joined(parts: tuple[str | None, ...], texts: Texts) -> str:
    return texts.template("citation.between").join(part for part in parts if part)
