"""Understands one document: tokens and sentences, quotations, times, quantities, places, and who is spoken of."""

from __future__ import annotations

from counterclaim.model.document import Document
from counterclaim.model.reading import Reading
from counterclaim.understand.mentions import find_mentions
from counterclaim.understand.parse import parse
from counterclaim.understand.places import find_places
from counterclaim.understand.quantities import find_quantities
from counterclaim.understand.quotations import find_quotations
from counterclaim.understand.times import find_times

__all__ = ["understand"]


def understand(document: Document) -> Reading:
    """
    The reading of `document`; each finder sees what those before it found, and all offsets are those of its text.

    Mentions come last: who *the capital* or *the general staff* stands for is told from places and quotations.
    """
    tokens, sentences = parse(document)
    reading = Reading(document, tokens, sentences, find_quotations(document))
    reading = reading.having(times=find_times(reading))
    reading = reading.having(quantities=find_quantities(reading))
    reading = reading.having(places=find_places(reading))
    return reading.having(mentions=find_mentions(reading))
