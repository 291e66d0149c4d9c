"""Speaker: who talks, in what role, for which side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Who talks. `name` is the fullest form in the document, None for somebody who is not named.

    `side` is the state, party or organisation that the speaker speaks for, never their nationality, and None where
    the text does not tell. `because` says what the resolution rests on.
    """

    name: str | None
    role: str | None = None
    side: str | None = None
    because: str = ""
