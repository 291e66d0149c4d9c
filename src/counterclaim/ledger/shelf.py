"""Shelf: the index by which copies of an article are found, and which two documents were found to be copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from json import dumps, loads

from counterclaim.ledger.likeness import TURNED, Kin, begins, kinship
from counterclaim.ledger.prints import GRAM_KEY, Print, kind_of, number_of, print_of
from counterclaim.ledger.store import Store

# Under one key a document meets the so many next ones on either side, by their numbers: what hundreds of texts share
# says little, copies meet under their rarer keys as well, and of hundreds of copies each meets some, so that all hang
# together. A number is made of the id, so the order of adding changes nothing.
NEAREST = 3
# Two texts are compared where they meet under a band, or under so many of the grams of the shorter one: copies do under
# half of them or more, two that only quote the same words under one in a dozen.
PROMISING = 0.3
# Texts that were just compared are likely compared again; some megabytes at most.
KEPT = 256


@dataclass(slots=True)
class Touched:
    """
    Documents whose kin changed; `parted` where somebody lost a kin, so that an origin may have come apart.

    What is the same as the `comer` does not come apart where that one came between.
    """

    documents: set[str] = field(default_factory=set)
    parted: bool = False
    comer: str | None = None


def placed(store: Store, document: str) -> Touched:
    """Brings the index and the kin of a document up to what it says now."""
    state = _state(store, document)
    found = store.connection.execute("SELECT state FROM print WHERE document = ?", (document,)).fetchone()
    touched = Touched({document})
    if found and found[0] == state:
        return touched
    if found:
        _take_out(store, document, touched)
    if state:
        _put_in(store, document, state, touched)
    return touched


def _state(store: Store, document: str) -> str | None:
    """What a document's print is made of: its payload, and the origin that its reader told; None where it is gone."""
    row = store.row(document)
    readings = store.of_document(document, "reading")
    told = store.payload_of(readings[0])["origin"] if readings else document
    return f"{row.payload_sha256} {told}" if row and row.state == "current" else None


def shown(store: Store, document: str) -> Print:
    """The print of a document in the index."""
    (state,) = store.connection.execute("SELECT state FROM print WHERE document = ?", (document,)).fetchone()
    sha, _, told = state.partition(" ")
    (body,) = store.connection.execute("SELECT body FROM payload WHERE sha256 = ?", (sha,)).fetchone()
    return _read(body, told)


@lru_cache(maxsize=KEPT)
def _read(body: str, told: str) -> Print:
    return print_of(loads(body), told)


def _put_in(store: Store, document: str, state: str, touched: Touched) -> None:
    """Adds the keys of a document, and weighs it against all that it is to be compared with."""
    number = number_of(document)
    store.connection.execute("INSERT INTO print VALUES (?, ?, ?, 0, '[]')", (number, document, state))
    keys = sorted(shown(store, document).keys)
    grams = sum(kind_of(key) == GRAM_KEY for key in keys)
    store.connection.execute("UPDATE print SET grams = ?, keys = ? WHERE number = ?", (grams, dumps(keys), number))
    store.connection.executemany("INSERT INTO run VALUES (?, ?, ?)", [(key, number, grams) for key in keys])
    met: dict[tuple[int, int], list[int]] = {}
    pushed: set[tuple[int, int]] = set()
    for key in keys:
        before, after = _beside(store, key, number)
        pushed.update(_astride(before, after))
        for each in (*before, *after):
            met.setdefault(each, []).append(key)
    for (other, its), under in sorted(met.items()):
        if _enough(under, min(grams, its)):
            _weigh(store, document, _named(store, other), touched, met=under)
    touched.comer = document
    _weigh_pushed(store, pushed, touched)


def _beside(store: Store, key: int, number: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The next documents on either side under a key, the nearest first, each with how many grams it has."""
    select = "SELECT number, grams FROM run WHERE key = ? AND number {} ? ORDER BY number {} LIMIT ?"
    before, after = (
        store.connection.execute(select.format(*side), (key, number, NEAREST)).fetchall()
        for side in (("<", "DESC"), (">", "ASC"))
    )
    return before, after


def _astride(before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Who meets under a key only without the document between them: so many steps apart that one more is too many."""
    for step in range(NEAREST):
        if step < len(before) and NEAREST - 1 - step < len(after):
            yield before[step][0], after[NEAREST - 1 - step][0]


def _weigh_pushed(store: Store, pairs: Iterable[tuple[int, int]], touched: Touched) -> None:
    """Weighs anew those pairs of kin that a new document pushed apart; who is the same as it stays of one origin."""
    select = (
        "SELECT o.number FROM kin k JOIN print p ON p.document = k.document JOIN print o ON o.document = k.other "
        "WHERE p.number = ?"
    )
    kin = {one: {each for (each,) in store.connection.execute(select, (one,))} for one in {one for one, _ in pairs}}
    for one, other in sorted(pairs):
        if other in kin[one]:
            _weigh(store, _named(store, one), _named(store, other), touched)


def _named(store: Store, number: int) -> str:
    return str(store.connection.execute("SELECT document FROM print WHERE number = ?", (number,)).fetchone()[0])


def _take_out(store: Store, document: str, touched: Touched) -> None:
    """Takes a document out; who stood on either side of it may meet now."""
    kin = kin_of(store, document)
    touched.documents.update(other for other, _ in kin)
    touched.parted = touched.parted or bool(kin)
    store.connection.execute("DELETE FROM kin WHERE document = ? OR other = ?", (document, document))
    number = number_of(document)
    (keys,) = store.connection.execute("SELECT keys FROM print WHERE number = ?", (number,)).fetchone()
    pairs: set[tuple[int, int]] = set()
    for key in loads(keys):
        store.connection.execute("DELETE FROM run WHERE key = ? AND number = ?", (key, number))
        pairs.update(_astride(*_beside(store, key, number)))
    store.connection.execute("DELETE FROM print WHERE number = ?", (number,))
    for one, other in sorted(pairs):
        _weigh(store, _named(store, one), _named(store, other), touched)


def _weigh(store: Store, one: str, other: str, touched: Touched, *, met: Sequence[int] | None = None) -> None:
    """Writes down what two documents are to each other now; `met` are the keys under which they meet, if known."""
    before = store.connection.execute("SELECT kind FROM kin WHERE document = ? AND other = ?", (one, other)).fetchone()
    kind = judged(store, one, other, met=met)
    if kind == (before[0] if before else None):
        return
    touched.documents.update((one, other))
    held = touched.comer is not None and {(one, Kin.SAME), (other, Kin.SAME)} <= {*kin_of(store, touched.comer)}
    touched.parted = touched.parted or (before is not None and not held)
    store.connection.execute("DELETE FROM kin WHERE document IN (?, ?) AND other IN (?, ?)", (one, other, one, other))
    if kind:
        touched.parted = touched.parted or _moves(store, one, other, kind)
        rows = [(one, other, kind, _choice(store, one, other)), (other, one, TURNED[kind], _choice(store, other, one))]
        store.connection.executemany("INSERT INTO kin VALUES (?, ?, ?, ?)", rows)


def _moves(store: Store, one: str, other: str, kind: Kin) -> bool:
    """Whether a piece leaves the article it was held to be of, now that there is another."""
    if kind is Kin.SAME:
        return False
    piece, whole = (one, other) if kind is Kin.PIECE else (other, one)
    held = article_of(store, piece)
    select = "SELECT choice FROM kin WHERE document = ? AND other = ?"
    return held is not None and _choice(store, piece, whole) < str(
        store.connection.execute(select, (piece, held)).fetchone()[0]
    )


def _choice(store: Store, piece: str, whole: str) -> str:
    """What orders the articles that a piece may be of: those that begin with it, the earliest, then by id."""
    text = shown(store, whole)
    return f"{0 if begins(shown(store, piece), text) else 1} {text.day.ljust(10, '9')} {whole}"


def judged(store: Store, one: str, other: str, *, met: Sequence[int] | None = None) -> Kin | None:
    """What one document is to another, None also where they hardly meet; of the two alone, whatever came first."""
    if met is None:
        both = _keys(store, one) & _keys(store, other)
        met = [key for key in both if _near(store, key, *sorted((number_of(one), number_of(other))))]
    if not _enough(met, min(_grams(store, one), _grams(store, other))):
        return None
    return kinship(shown(store, one), shown(store, other))


def _near(store: Store, key: int, lower: int, higher: int) -> bool:
    """Whether two documents under a key are near each other there."""
    select = "SELECT number FROM run WHERE key = ? AND number > ? ORDER BY number LIMIT ?"
    return (higher,) in store.connection.execute(select, (key, lower, NEAREST))


def _enough(met: Sequence[int], grams: int) -> bool:
    """Whether two documents meet under enough keys, the shorter having so many grams."""
    return any(kind_of(key) != GRAM_KEY for key in met) or (bool(met) and len(met) >= PROMISING * grams)


def _keys(store: Store, document: str) -> frozenset[int]:
    select = "SELECT keys FROM print WHERE document = ?"
    return frozenset(loads(store.connection.execute(select, (document,)).fetchone()[0]))


def _grams(store: Store, document: str) -> int:
    select = "SELECT grams FROM print WHERE document = ?"
    return int(store.connection.execute(select, (document,)).fetchone()[0])


def stands(store: Store, document: str) -> bool:
    """Whether keys and kin of a document are those that its words and the others' give."""
    found = store.connection.execute("SELECT state, keys FROM print WHERE document = ?", (document,)).fetchone()
    if found is None or found[0] != _state(store, document):
        return False
    keys, number = sorted(shown(store, document).keys), number_of(document)
    select = "SELECT count(*) FROM run WHERE key = ? AND number = ?"
    if loads(found[1]) != keys or not all(
        store.connection.execute(select, (key, number)).fetchone()[0] for key in keys
    ):
        return False
    beside = (each for key in keys for side in _beside(store, key, number) for each, _ in side)
    met = {_named(store, each) for each in set(beside)}
    kin = dict(kin_of(store, document))
    right = {other: kind for other in met | kin.keys() if (kind := judged(store, document, other))}
    return kin == right


def kin_of(store: Store, document: str) -> list[tuple[str, str]]:
    """The kin of a document, by id, and what it is to each."""
    select = "SELECT other, kind FROM kin WHERE document = ? ORDER BY other"
    return store.connection.execute(select, (document,)).fetchall()


def article_of(store: Store, document: str) -> str | None:
    """The article that a document is a piece of: one, though others have the piece too, so that it joins no two."""
    select = "SELECT other FROM kin WHERE document = ? AND kind = 'piece' ORDER BY choice LIMIT 1"
    found = store.connection.execute(select, (document,)).fetchone()
    return str(found[0]) if found else None


def neighbours(store: Store, document: str) -> Iterator[str]:
    """Who is of the same origin as a document by what the two are to each other."""
    article = article_of(store, document)
    for other, kind in kin_of(store, document):
        whole = kind == Kin.WHOLE and article_of(store, other) == document
        if kind == Kin.SAME or whole or other == article:
            yield other


def connected(store: Store, documents: Iterable[str]) -> list[set[str]]:
    """The documents and all that they hang together with, each such group once."""
    groups: list[set[str]] = []
    for document in sorted(documents):
        if not any(document in group for group in groups):
            groups.append(_reached(store, document))
    return groups


def _reached(store: Store, document: str) -> set[str]:
    seen, waiting = {document}, [document]
    while waiting:
        new = set(neighbours(store, waiting.pop())) - seen
        seen |= new
        waiting.extend(new)
    return seen
