"""Decodes scores into spans: the best allowed sequence of labels for each cue, and how sure it is (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.claim.attribution.trained.labels import OUTSIDE

# A word that is outside by so much in logarithms of odds is in no span of a best row; longer rows cost time.
SURE = 7.0

Scores = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]


def best_rows(scores: Sequence[Scores], moves: Scores, edges: tuple[Scores, Scores]) -> list[list[int]]:
    """
    The best row of labels for each cue.

    `scores` has an array [words, labels] for each cue, `moves` the score of each label after each, `edges` those of the
    first and the last label. Of equals the label with the smaller number is taken, so that a tie never depends on the
    machine. All cues are decoded side by side, none touching another, and each only where something else than *outside*
    is in sight.
    """
    if not scores:
        return []
    hulls = [_hull(each) for each in scores]
    lengths = np.array([last - first for first, last in hulls])
    held = np.zeros((lengths.max(), len(scores), scores[0].shape[1]), np.float32)
    for n, (each, (first, last)) in enumerate(zip(scores, hulls, strict=True)):
        held[: last - first, n] = each[first:last]
    found = _viterbi(held, lengths, moves, edges).tolist()
    return [
        [OUTSIDE] * first + row[: last - first] + [OUTSIDE] * (len(each) - last)
        for each, row, (first, last) in zip(scores, found, hulls, strict=True)
    ]


def _hull(scores: Scores) -> tuple[int, int]:
    """First word and last + 1 that is anywhere near being something else than outside, with a word on each side."""
    near = np.flatnonzero(np.delete(scores, OUTSIDE, 1).max(1) - scores[:, OUTSIDE] > -SURE)
    return (max(int(near[0]) - 1, 0), min(int(near[-1]) + 2, len(scores))) if len(near) else (0, 1)


def _viterbi(held: Scores, lengths: Rows, moves: Scores, edges: tuple[Scores, Scores]) -> Rows:
    """The best rows of `held`, [words, cues, labels]; each cue has its own number of words, the rest is no matter."""
    words, cues, count = held.shape
    back = np.zeros((words, cues, count), dtype=np.int64)
    onto = np.ascontiguousarray(moves.T)[None]
    every = np.arange(cues)
    best = held[0] + edges[0]
    last = best.copy()
    for t in range(1, words):
        ways = best[:, None, :] + onto
        back[t] = ways.argmax(2)
        best = ways.max(2) + held[t]
        last[lengths > t] = best[lengths > t]
    rows = np.zeros((cues, words), dtype=np.int64)
    rows[every, lengths - 1] = (last + edges[1]).argmax(1)
    for t in range(words - 1, 0, -1):
        inside = every[lengths > t]
        rows[inside, t - 1] = back[t, inside, rows[inside, t]]
    return rows


def cue_runs(tags: Scores, threshold: float) -> list[tuple[int, int, float]]:
    """
    First word, last + 1 and probability of each cue.

    `tags` are the probabilities [words, 3] of no cue, first word, further word. A cue begins where the first word of
    one is as likely as `threshold`, and goes on while *further* is the likeliest.
    """
    found: list[tuple[int, int, float]] = []
    words, at = len(tags), 0
    while at < words:
        if tags[at, 1] < threshold:
            at += 1
            continue
        end = at + 1
        while end < words and tags[end, 2] > max(tags[end, 0], tags[end, 1]):
            end += 1
        found.append((at, end, float(tags[at, 1])))
        at = end
    return found
