"""Shelf: the index by which copies of an article are found, and which two documents were found to be copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from json import dumps, loads

from counterclaim.ledger.likeness import SHORT, TURNED, Kin, begins, kinship
from counterclaim.ledger.prints import GRAM_KEY, Print, kind_of, number_of, print_of
from counterclaim.ledger.store import Store

# Under one key only the first so many documents, by their number, are compared with all others: what hundreds of texts
# share says little, and of hundreds of copies each meets these. A number is made of the id, so the order of adding
# changes nothing, and a new document is rarely among them.
FIRST = 12
# One gram may be a phrase of a ministry; a text of two sentences has but a few.
GRAMS = 2
# Texts that were just compared are likely compared again; some megabytes at most.
KEPT = 256


@dataclass(slots=True)
class Touched:
    """Documents whose kin changed; `parted` where somebody lost a kin, so that an origin may have come apart."""

    documents: set[str] = field(default_factory=set)
    parted: bool = False


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
    store.connection.execute("INSERT INTO print VALUES (?, ?, ?, '[]')", (number, document, state))
    keys = sorted(shown(store, document).keys)
    store.connection.execute("UPDATE print SET keys = ? WHERE number = ?", (dumps(keys), number))
    store.connection.executemany("INSERT INTO run VALUES (?, ?)", [(key, number) for key in keys])
    found: dict[int, Counter[int]] = {}
    for key in keys:
        others, pushed = _met(store, key, number)
        for each in others:
            found.setdefault(each, Counter())[kind_of(key)] += 1
        if pushed is not None:
            _weigh_all(store, pushed, touched)
    for each, shared in found.items():
        _weigh(store, document, _named(store, each), touched, shared)


def _met(store: Store, key: int, number: int) -> tuple[list[int], int | None]:
    """Whom a document meets under a key, and who is no longer among the first there because it came."""
    first = _first(store, key)
    if number not in first[:FIRST]:
        return first[:FIRST], None
    rest = store.connection.execute("SELECT number FROM run WHERE key = ? AND number > ?", (key, number))
    before = first[: first.index(number)]
    return [*before, *(each for (each,) in rest)], first[FIRST] if len(first) > FIRST else None


def _first(store: Store, key: int) -> list[int]:
    """The first documents under a key, and one more."""
    select = "SELECT number FROM run WHERE key = ? ORDER BY number LIMIT ?"
    return [number for (number,) in store.connection.execute(select, (key, FIRST + 1))]


def _named(store: Store, number: int) -> str:
    return str(store.connection.execute("SELECT document FROM print WHERE number = ?", (number,)).fetchone()[0])


def _take_out(store: Store, document: str, touched: Touched) -> None:
    """Takes a document out; who comes to be among the first under its keys is compared with all others there."""
    kin = kin_of(store, document)
    touched.documents.update(other for other, _ in kin)
    touched.parted = touched.parted or bool(kin)
    store.connection.execute("DELETE FROM kin WHERE document = ? OR other = ?", (document, document))
    number = number_of(document)
    (keys,) = store.connection.execute("SELECT keys FROM print WHERE number = ?", (number,)).fetchone()
    pairs: set[tuple[int, int]] = set()
    for key in loads(keys):
        first = _first(store, key)
        store.connection.execute("DELETE FROM run WHERE key = ? AND number = ?", (key, number))
        if number in first[:FIRST] and len(first) > FIRST:
            rest = store.connection.execute("SELECT number FROM run WHERE key = ? AND number > ?", (key, first[FIRST]))
            pairs.update((first[FIRST], each) for (each,) in rest)
    store.connection.execute("DELETE FROM print WHERE number = ?", (number,))
    for one, other in sorted(pairs):
        _weigh(store, _named(store, one), _named(store, other), touched)


def _weigh_all(store: Store, number: int, touched: Touched) -> None:
    """Weighs a document anew against each of its kin: some it may no longer meet."""
    document = _named(store, number)
    for other, _ in kin_of(store, document):
        _weigh(store, document, other, touched)


def _weigh(store: Store, one: str, other: str, touched: Touched, shared: Counter[int] | None = None) -> None:
    """Writes down what two documents are to each other now; `shared` counts the keys under which they meet."""
    before = store.connection.execute("SELECT kind FROM kin WHERE document = ? AND other = ?", (one, other)).fetchone()
    kind = judged(store, one, other, shared)
    if kind == (before[0] if before else None):
        return
    touched.documents.update((one, other))
    touched.parted = touched.parted or before is not None
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


def judged(store: Store, one: str, other: str, shared: Counter[int] | None = None) -> Kin | None:
    """What one document is to another, None also where they do not meet; of the two alone, whatever came first."""
    mine, theirs = shown(store, one), shown(store, other)
    if shared is None:
        lower = min(number_of(one), number_of(other))
        shared = Counter(kind_of(key) for key in mine.keys & theirs.keys if lower in _first(store, key)[:FIRST])
    few = min(len(mine.words), len(theirs.words)) < SHORT
    if set(shared) == {GRAM_KEY} and shared[GRAM_KEY] < (1 if few else GRAMS):
        return None
    return kinship(mine, theirs) if shared else None


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
    met = {_named(store, each) for key in keys for each in _met(store, key, number)[0]}
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
