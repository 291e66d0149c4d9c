"""Finds for a clause the claims that share its rarest words, within a few days or one origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from counterclaim.dispute.lost.said import Said

# *At that time*: an article that comes later may have seen for itself what was a claim before.
DAYS = 3
# A clause is looked up by its rarest words; more of them find nothing that these do not.
RAREST = 5
# A word that more claims of one day hold than this tells nothing, and would make the search grow with the square.
MOST = 300
MOST_LOOKED_AT = 100


class Index:
    """Claims by word and day, and by word and origin."""

    def __init__(self, told: Iterable[tuple[Said, str]]) -> None:
        """`told` are the claims' clauses, each with the origin of its document."""
        self._by_day: defaultdict[tuple[Hashable, str], list[Said]] = defaultdict(list)
        self._held: Counter[str] = Counter()
        for said, origin in told:
            self._held.update(said.terms)
            for term in said.terms:
                self._by_day[origin, term].append(said)
                if said.published:
                    self._by_day[said.published, term].append(said)

    def near(self, own: Said, origin: str) -> Iterator[Said]:
        """
        The claims of the same origin, and those of other articles of the same day or a few before; so many at most
        that a thousand reports of one event cost each of them no more than a hundred do.
        """
        return islice(self._near(own, origin), MOST_LOOKED_AT)

    def _near(self, own: Said, origin: str) -> Iterator[Said]:
        seen: set[tuple[str, tuple[int, int]]] = set()
        known = sorted((term for term in own.terms if term in self._held), key=lambda each: (self._held[each], each))
        for key in (origin, *_days(own.published)):
            for term in known[:RAREST]:
                held = self._by_day.get((key, term), ())
                for said in held if len(held) <= MOST else ():
                    if (said.document, said.span) not in seen:
                        seen.add((said.document, said.span))
                        yield said


def _days(published: date | None) -> list[date]:
    return [published - timedelta(days=back) for back in range(DAYS + 1)] if published else []
