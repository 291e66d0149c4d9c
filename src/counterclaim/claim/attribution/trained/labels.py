"""The labels a word can have as seen from a cue, which may follow which, and their way from and to sets of tokens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.claim.attribution.trained.features import Roles

# B, I, E: begins, inside, ends; S: a stretch of one word. K: the cue and its further pieces.
LABELS = ("O", "K", "sB", "sI", "sE", "sS", "cB", "cI", "cE", "cS")
OUTSIDE, CUE = 0, 1
OPENS = {"s": (2, 5), "c": (6, 9)}
FORBIDDEN = -1e4


def allowed() -> npt.NDArray[np.float32]:
    """0 where the second label may follow the first, FORBIDDEN elsewhere: what begins goes on or ends, in its role."""
    table = np.full((len(LABELS), len(LABELS)), FORBIDDEN, dtype=np.float32)
    for i, before in enumerate(LABELS):
        for j, after in enumerate(LABELS):
            going_on = before[1:] in ("B", "I")
            if going_on and after[0] == before[0] and after[1:] in ("I", "E"):
                table[i, j] = 0
            if not going_on and after[1:] not in ("I", "E"):
                table[i, j] = 0
    return table


def starts() -> npt.NDArray[np.float32]:
    """The same for the first word of a window."""
    return np.array([FORBIDDEN if label[1:] in ("I", "E") else 0 for label in LABELS], dtype=np.float32)


def ends() -> npt.NDArray[np.float32]:
    """The same for the last word of a window."""
    return np.array([FORBIDDEN if label[1:] in ("B", "I") else 0 for label in LABELS], dtype=np.float32)


def label_row(roles: Roles, first: int, last: int) -> list[int]:
    """The labels of tokens `first` up to `last`; where roles share a token the cue goes first, then the source."""
    row = [OUTSIDE] * (last - first)
    source = roles.source - roles.cue
    for name, tokens in (("c", roles.content - roles.cue - source), ("s", source)):
        inside = {i for i in tokens if first <= i < last}
        for i in inside:
            row[i - first] = _place(name, i - 1 in inside, i + 1 in inside)
    for i in roles.cue:
        if first <= i < last:
            row[i - first] = CUE
    return row


def _place(role: str, before: bool, after: bool) -> int:
    return LABELS.index(role + ("I" if before and after else "E" if before else "B" if after else "S"))


def roles_from(row: Sequence[int], first: int) -> Roles:
    """The tokens by role of a row of labels that begins at token `first`."""
    by_role: dict[str, set[int]] = {"s": set(), "c": set(), "K": set()}
    for i, number in enumerate(row, start=first):
        if number != OUTSIDE:
            by_role[LABELS[number][0]].add(i)
    return Roles(frozenset(by_role["s"]), frozenset(by_role["K"]), frozenset(by_role["c"]))
