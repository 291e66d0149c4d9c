"""Attribution and Claim: who said what in which words, and what it asserts, denies, promises or predicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Span, Spans
from counterclaim.model.speaker import Speaker


class Act(StrEnum):
    """What is done by saying it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    ADMITS = "admits"
    PROMISES = "promises"
    PREDICTS = "predicts"
    DEMANDS = "demands"
    ASKS = "asks"
    JUDGES = "judges"
    HOPES = "hopes"


class Form(StrEnum):
    """Whether the words are wholly, partly or not at all quoted."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Certainty(StrEnum):
    """How certain the speaker is, as worded."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    One act of saying as it stands on the page: source, cue and content spans. Interprets nothing.

    `source` is empty where the text names nobody; `cue` is empty only for a quotation that runs on without one;
    `within` is the index, in the same list, of the attribution whose content this one stands in; `rule` names what
    found it, with its version (`verb.v1`); `head` is the token the cue hangs on. `score` is how likely it is right, as
    measured on texts that the network had not seen; rules give none.
    """

    source: Spans
    cue: Spans
    content: Spans
    within: int | None
    rule: str
    head: int | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a claim is about, as far as a rule can tell: one typed proposition.

    `kind` is control, presence, casualties ... or other; `words` the span it was read from; `place` the key of the
    place and `place_name` its name; `actor` who controls, is present, fights; `patient` who loses what is taken, who is
    held, struck or counted; `polarity` False where negated; `extent` full, most, some or none; `modality` asserted,
    possible, conditional, question, promised, predicted, attempted, or reported where somebody else is told to say it;
    `low`, `high`, `unit` and `counted` for quantities; `time` EDTF.
    """

    kind: str
    words: Span
    place: str | None = None
    place_name: str | None = None
    containers: tuple[str, ...] = ()
    actor: str | None = None
    patient: str | None = None
    polarity: bool = True
    extent: str | None = None
    modality: str = "asserted"
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    counted: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Accused:
    """
    A person whom a claim names beside a wrong, whether it says so, denies it or asks.

    `name` is the fullest form in the document, `role` what the document calls them; `public` is True only where that
    role is a public one, so that whoever is not known to have one has none.
    """

    name: str
    role: str | None
    public: bool
    because: str


@dataclass(frozen=True, slots=True)
class Claim:
    """
    An attribution understood.

    `said_on` and `happened` are EDTF; `chain` is who tells it, nearest first (*Russia*, *Ukraine*, the publisher);
    `within` is the id of the claim whose content this one stands in; `found_by` the rule or model with its version,
    `because` one plain sentence a reader can check. `document` is the id of the document.
    """

    id: str
    document: str
    source: Spans
    cue: Spans
    content: Spans
    form: Form
    act: Act
    certainty: Certainty
    speaker: Speaker | None
    within: str | None = None
    addressee: str | None = None
    channel: str | None = None
    said_on: str | None = None
    happened: str | None = None
    chain: tuple[str, ...] = ()
    about: tuple[Frame, ...] = ()
    score: float | None = None
    found_by: str = ""
    because: str = ""
    review: str = "unreviewed"
    accused: tuple[Accused, ...] = ()
