"""find_attributions: the rules propose, the trained network decides where it is installed, and both are nested."""

from __future__ import annotations

from counterclaim.claim.attribution.completion import completed
from counterclaim.claim.attribution.found import Found
from counterclaim.claim.attribution.grammar import spans_of
from counterclaim.claim.attribution.nesting import nested
from counterclaim.claim.attribution.nouns import find_by_adjective, find_by_noun
from counterclaim.claim.attribution.phrases import find_by_phrase
from counterclaim.claim.attribution.quoting import with_quotations
from counterclaim.claim.attribution.relayed import with_relayed
from counterclaim.claim.attribution.taken_back import with_taken_back
from counterclaim.claim.attribution.trained import by_network, weights
from counterclaim.claim.attribution.verbs import find_by_verb
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading
from counterclaim.model.span import Spans

__all__ = ["by_rules", "find_attributions"]


def find_attributions(reading: Reading) -> tuple[Attribution, ...]:
    """The attributions of a document in text order of their contents, nested ones pointing at what holds them."""
    ruled = by_rules(reading)
    folder = weights()
    return ruled if folder is None else completed(reading, by_network(reading, ruled, folder))


def by_rules(reading: Reading) -> tuple[Attribution, ...]:
    """The same by the rules alone, mended by the quotations."""
    found = [*find_by_verb(reading), *find_by_noun(reading), *find_by_adjective(reading), *find_by_phrase(reading)]
    anchored = []
    for each, content in with_quotations(reading, found):
        if content:
            source, cue = spans_of(reading, each.source), _cue(reading, each)
            anchored.append(Attribution(tuple(source), cue, content, None, each.rule, each.head))
    return nested(with_relayed(reading, with_taken_back(reading, anchored)))


def _cue(reading: Reading, found: Found) -> Spans:
    spans = spans_of(reading, found.cue)
    return tuple(spans) if spans else (reading.tokens[found.head].span,)
