"""Searches current claims and the titles of documents; what people type is words, never a query language."""

from __future__ import annotations

import re

from counterclaim.ledger.answers import Hit
from counterclaim.ledger.canonical import storable
from counterclaim.ledger.store import Store

# Words between straight double quotes are looked for in a row; everything else word by word, all of them.
PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
# SQLite nests one expression for each word and stops at 1,000; nobody types more than this.
MOST = 64

SELECT = """
SELECT r.id, r.kind, r.document, bm25(search), p.title, p.speaker, p.side, p.act, p.cue, p.quote, p.sentence
FROM search JOIN passage p ON p.number = search.rowid JOIN record r ON r.id = p.id
WHERE search MATCH :match AND r.state = 'current' AND r.copy_of IS NULL
  AND (:act IS NULL OR p.act = :act) AND (:side IS NULL OR p.side = :side COLLATE NOCASE)
ORDER BY bm25(search), r.id LIMIT :limit
"""


def search(store: Store, query: str, *, limit: int, act: str | None = None, side: str | None = None) -> tuple[Hit, ...]:
    """The best `limit` answers, by bm25 and then by id; none for a query without a word."""
    match = expression(query)
    if not match or limit < 1:
        return ()
    wanted = {"match": match, "act": act and storable(act), "side": side and storable(side), "limit": limit}
    return tuple(Hit(*row) for row in store.connection.execute(SELECT, wanted))


def expression(query: str) -> str:
    """
    `query` as an FTS5 expression in which nothing of it is an operator.

    >>> expression('Kursk NOT "full control" OR *')
    '"Kursk" "NOT" "full control" "OR"'
    """
    pieces = [row or word for row, word in PIECE.findall(storable(query))]
    words = [piece for piece in pieces if any(each.isalnum() for each in piece)]
    return " ".join(f'"{piece}"' for piece in words[:MOST])
