"""What time and which place belong to a frame: those that hang on its own verb or noun, not on another clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from counterclaim.data import table
from counterclaim.model.place import Place, Precision
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span, hold

# By these a word belongs to what it hangs on, so that a date or a place of the one is one of the other.
TOGETHER = frozenset(
    {
        "xcomp",
        "aux",
        "auxpass",
        "dobj",
        "pobj",
        "prep",
        "pcomp",
        "nsubj",
        "nsubjpass",
        "attr",
        "acomp",
        "oprd",
        "nummod",
        "quantmod",
        "compound",
        "amod",
        "nmod",
        "poss",
        "appos",
        "acl",
        "relcl",
        "conj",
        "agent",
        "advmod",
        "det",
        "npadvmod",
        "dative",
        "prt",
    }
)
LOCATIVE = frozenset(
    {"in", "at", "inside", "on", "near", "across", "within", "around", "throughout", "along", "outside", "off", "over"}
)
DASHES = frozenset({"—", "–", "--"})
LONGEST = 12


def together(reading: Reading, index: int) -> frozenset[int]:
    """The tokens above `index` that say one thing with it, itself included: up to the verb of its clause."""
    found, at = {index}, index
    for _ in range(LONGEST):
        token = reading.tokens[at]
        sharing = token.dep == "advcl" and token.tag == "VBG"
        if token.head == at or not (token.dep in TOGETHER or sharing):
            break
        at = token.head
        found.add(at)
    return frozenset(found)


def _belongs(reading: Reading, span: Span, own: frozenset[int]) -> bool:
    """Whether the words in `span` hang on one of the tokens `own`, with no verb of another clause between."""
    held = reading.tokens_in(span)
    at = next((i for i in held if reading.tokens[i].head not in held), held[0] if held else -1)
    for _ in range(LONGEST if held else 0):
        if at in own:
            return True
        token = reading.tokens[at]
        if token.pos in ("VERB", "AUX") or token.head == at:
            return False
        at = token.head
    return at in own


def when(reading: Reading, index: int, content: Sequence[Span]) -> str | None:
    """The EDTF value of the time within `content` at which the frame around token `index` is said to hold."""
    sentence, own = reading.sentence_at(index).span, together(reading, index)
    here = (time for time in reading.times_in(sentence) if time.value and hold(content, (time.span,)))
    near = [time for time in here if sentence.holds(time.span) and _belongs(reading, time.span, own)]
    # A span's ends are of one value; two plain dates are two, and neither is surely that of the frame.
    values = dict.fromkeys(time.value for time in near)
    return next(iter(values)) if len(values) == 1 else None


def where(reading: Reading, index: int, places: Sequence[Place]) -> Place | None:
    """The place in which the text sets what token `index` tells of; None where the place is somebody or elsewhere."""
    sentence, own = reading.sentence_at(index).span, together(reading, index)
    near = (place for place in places if sentence.holds(place.span))
    here = [place for place in near if _sets(reading, place) or _struck(reading, index, place)]
    fit = [place for place in here if _belongs(reading, place.span, own)]
    return fit[0] if fit else None


@cache
def _events() -> frozenset[str]:
    """Nouns for what happens, behind whose *of* a place stands."""
    return frozenset(row["word"] for row in table("happenings") if row["of"])


def _struck(reading: Reading, index: int, place: Place) -> bool:
    """*Shelled Zenda*: the place is what the verb `index` itself is done to."""
    held = reading.tokens_in(place.span)
    return any(reading.tokens[i].dep == "dobj" and reading.tokens[i].head == index for i in held)


def _sets(reading: Reading, place: Place) -> bool:
    """Whether something is said to be *in* the place, or a noun before it is of the place; a dateline is neither."""
    held = reading.tokens_in(place.span)
    if not held or dateline(reading, held[-1]):
        return False
    at = held[0]
    for _ in range(4):
        token = reading.tokens[at]
        if token.dep == "pobj":
            before = reading.tokens[token.head]
            # *The shelling of Zenda* was there; *the mayor of Zenda* may be anywhere.
            of_event = before.lemma == "of" and reading.tokens[before.head].lemma.lower() in _events()
            return of_event or before.lemma.lower() in LOCATIVE
        if token.dep in ("compound", "nmod") and token.head not in held:
            return place.precision is not Precision.COUNTRY
        if token.head == at or token.dep not in ("compound", "nmod", "amod", "appos", "conj", "nsubj"):
            return False
        at = token.head
    return False


def dateline(reading: Reading, last: int) -> bool:
    """Whether the place that ends with token `last` only opens the report: *ZENDA — Snow fell*."""
    first = reading.sentence_at(last).first
    return last - first < 5 and last + 1 < len(reading.tokens) and reading.tokens[last + 1].text in DASHES
