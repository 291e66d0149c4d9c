"""Which tags of HTML divide paragraphs, head them, caption a picture, or hold what is not seen."""

from __future__ import annotations

from counterclaim.data import table


def _tags(*roles: str) -> frozenset[str]:
    return frozenset(row["tag"] for row in table("html_tags") if row["role"] in roles)


HEADINGS = _tags("heading")
CAPTIONS = _tags("caption")
BLOCKS = _tags("heading", "caption", "block")
UNSEEN_TAGS = _tags("unseen")
BREAKS = _tags("break")
# trafilatura's own names for headings, items, quotations and the parts of a table.
MADE_BLOCKS = _tags("made block", "made heading")
MADE_HEADINGS = _tags("made heading")
