"""Names the file of a post: its day, and a slug of the source's title that no title can make unsafe or too long."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from counterclaim.publish.edition.nouns import PublishedDocument

# File systems take 255 bytes for a name; Jekyll puts folders and an ending around it.
LONGEST = 80
# Enough of an id to tell two posts of one day and one title apart.
TELLING = 8
_OTHER = re.compile(r"[^a-z0-9]+")
# What both YAML 1.1 and Ruby take for a date: anything else stops Jekyll, or is another day to it.
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PADDING = "-01-01"
NEVER = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Day:
    """
    When a post is dated: `written` for its front matter, `day` for its file name.

    `kind` is `dated`; `imprecise` where the source gives a month or a year, which `said` then is; `undated` where the
    day is the one on which the source was read. `precision` is the word that says so in the front matter.
    """

    written: str
    day: str
    kind: str
    said: str
    precision: str | None = None


def day_of(document: PublishedDocument) -> Day:
    """The date of a post: the source's own, in its own spelling where that is a common one; else when it was read."""
    said = document.published or ""
    if _WHOLE_DAY.match(said):
        own = document.front_matter.get("date")
        written = next((each for each in (own, said) if _is_date(each)), said[:10])
        return Day(str(written), said[:10], "dated", said.replace("T", " "))
    if said[:4].isdigit() and len(said) in (4, 7):
        day = said + _PADDING[len(said) - 4 :]
        return Day(day, day, "imprecise", said, "month" if len(said) > 4 else "year")
    day = (*(each[:10] for each in sorted(document.captured)), NEVER)[0]
    return Day(day, day, "undated", day, "captured")


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return False
    return True


def path_of(document: PublishedDocument, day: Day) -> str:
    """Where a post stands in its site; equal for one document however its claims are read."""
    plain = unicodedata.normalize("NFKD", document.title).encode("ascii", "ignore").decode()
    slug = _OTHER.sub("-", plain.lower()).strip("-")[:LONGEST].strip("-")
    telling = _OTHER.sub("-", document.id.lower()).strip("-")[:TELLING]
    return f"_posts/{day.day}-{slug}-{telling}.md" if slug else f"_posts/{day.day}-{telling}.md"
