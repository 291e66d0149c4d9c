"""Makes a link between two views, with an id that depends on what it joins and a sentence that quotes both."""

from __future__ import annotations

from counterclaim.dispute.view import View
from counterclaim.model.identity import identity
from counterclaim.model.matter import Basis, Link, LinkKind

UNNAMED = "an unnamed speaker"
# A `because` is one sentence for a page: it shows how a claim begins, not all of it.
SHOWN = 120
# Quotation marks inside a quotation are single.
MARKS = tuple("\"“”'‘’")
INSIDE = str.maketrans('“”"', "‘’'")


def bond(kind: LinkKind, ends: tuple[View, View], basis: Basis, because: str, found_by: str) -> Link:
    """The link of `kind` from the first to the second of `ends`."""
    one, other = ends[0].claim.id, ends[1].claim.id
    return Link(identity("l", one, other, kind.value), one, other, kind, basis, because, found_by)


def quote(view: View) -> str:
    """The words of a claim's content in quotation marks, cut at a blank where they are long."""
    words = " ".join(view.content.split())
    if len(words) > SHOWN:
        words = words[:SHOWN].rsplit(" ", 1)[0] + " …"
    return "“" + words.translate(INSIDE) + "”"


def plainly(view: View) -> str:
    """The words of a claim in quotation marks as a question quotes them: no *that* before, no marks of their own."""
    words = " ".join(view.content.split())
    words = words[5:] if words[:5].lower() == "that " else words
    if words[:1] in MARKS and words[-1:] in MARKS and not any(mark in words[1:-1] for mark in '"“”'):
        words = words[1:-1]
    words = words.rstrip(",.")
    if len(words) > SHOWN:
        words = words[:SHOWN].rsplit(" ", 1)[0] + " …"
    return "“" + words.translate(INSIDE) + "”"


def cue_words(view: View) -> str:
    """The words of a claim's cue in quotation marks."""
    return "“" + " ".join(view.cue.split()) + "”"


def who(view: View) -> str:
    """Whom the text names as the speaker, or that it names nobody."""
    speaker = view.claim.speaker
    return (speaker.name or speaker.side or UNNAMED) if speaker else UNNAMED
