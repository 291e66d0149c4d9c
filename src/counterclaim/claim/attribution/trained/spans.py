"""Makes spans of the tokens that the network marked: loose punctuation cut off, small gaps closed, quotations whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from counterclaim.claim.attribution.grammar import LOOSE
from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.model.reading import Reading
from counterclaim.model.span import Spans

# With its marks; shorter ones are words held at arm's length, and cut through or not as the sentence has it.
SPEECH_TOKENS = 3
NOBODY: Mapping[int, Roles] = MappingProxyType({})


def role_spans(reading: Reading, tokens: frozenset[int]) -> Spans:
    """A span for each run of tokens."""
    return tuple(reading.span_of(run[0], run[-1]) for run in _runs(reading, tokens))


def speakers_of(reading: Reading, every: Sequence[Roles]) -> dict[int, Roles]:
    """For each token that somebody says, with a cue outside of quotations in the same paragraph, by whom it is said."""
    found: dict[int, Roles] = {}
    for each in every:
        cue = min(each.cue)
        if not reading.quoted(reading.tokens[cue].start):
            found.update({i: each for i in each.content if not _parted(reading, i, cue)})
    return found


def content_spans(reading: Reading, roles: Roles, speakers: Mapping[int, Roles] = NOBODY) -> Spans:
    """
    The spans of a content; a run without a letter or digit is none.

    `speakers` is of `speakers_of`: whoever else has words in a paragraph of a quotation ends it for this one.
    """
    taken = roles.source | roles.cue
    whole = _with_quotations(reading, roles, speakers) - taken
    kept = [_trimmed(reading, run) for run in _joined(reading, _runs(reading, whole), taken)]
    return tuple(reading.span_of(run[0], run[-1]) for run in kept if any(_speaks(reading, i) for i in run))


def _with_quotations(reading: Reading, roles: Roles, speakers: Mapping[int, Roles]) -> frozenset[int]:
    """The content with the whole of each quotation it was cut from; one that holds the cue leaves it as it is."""
    content = roles.content
    if not content:
        # What was marked was another speaker's and has been given back.
        return content
    for quotation in reading.quotations_in(reading.span_of(min(content), max(content))):
        pieces = (frozenset(reading.tokens_in(piece)) for piece in quotation.pieces)
        own = (piece for piece in pieces if piece & roles.content or not _is_of_other(piece, roles, speakers))
        inside = frozenset(i for piece in own for i in piece)
        if len(inside) >= SPEECH_TOKENS and inside & roles.content and not inside & roles.cue:
            content |= inside
    return content


def _is_of_other(piece: frozenset[int], roles: Roles, speakers: Mapping[int, Roles]) -> bool:
    """Whether somebody else has words in a piece: where a closing mark is missing, two quotations look like one."""
    return any(speakers.get(i, roles) is not roles for i in piece)


def _speaks(reading: Reading, i: int) -> bool:
    return any(map(str.isalnum, reading.tokens[i].text))


def _runs(reading: Reading, tokens: frozenset[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for i in sorted(tokens):
        if found and found[-1][-1] + 1 == i and not _parted(reading, i - 1, i):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _parted(reading: Reading, one: int, other: int) -> bool:
    """Whether two tokens stand in different parts: no span reaches from one paragraph into the next."""
    return reading.sentence_at(one).part != reading.sentence_at(other).part


def _joined(reading: Reading, runs: list[list[int]], taken: frozenset[int]) -> list[list[int]]:
    """Runs with nothing but punctuation between them are one stretch of a paragraph, as a reader sees it."""
    found: list[list[int]] = []
    for run in runs:
        gap = range(found[-1][-1] + 1, run[0]) if found else range(0)
        open_gap = any(_speaks(reading, i) or i in taken for i in gap)
        if found and not open_gap and not _parted(reading, found[-1][-1], run[0]):
            found[-1].extend([*gap, *run])
        else:
            found.append(list(run))
    return found


def _trimmed(reading: Reading, run: list[int]) -> list[int]:
    """Without loose punctuation at the edges."""
    first, last = 0, len(run)
    words = [reading.tokens[i].text for i in run]
    while first < last and words[first] in LOOSE:
        first += 1
    while last > first and words[last - 1] in LOOSE:
        last -= 1
    return run[first:last]
