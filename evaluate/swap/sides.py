"""Exchanges in a text every name of one side for that of the other; done twice it gives the text back."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.data import table

HERE = Path(__file__).parent
INVENTED = HERE.parents[1] / "examples" / "gazetteer.tsv"
NAMED = ("name", "adjectives", "people", "capital")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides: what each is called, by the name of a template's field, and all that is exchanged between them."""

    name: str
    one: Mapping[str, str]
    other: Mapping[str, str]
    exchanged: tuple[tuple[str, str], ...]

    def fields(self) -> dict[str, str]:
        """What a template's {a...} and {b...} stand for."""
        return dict(self._fields("a", self.one)) | dict(self._fields("b", self.other))

    @staticmethod
    def _fields(letter: str, side: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        yield letter, side["name"]
        for field, key in (("adj", "adjectives"), ("people", "people"), ("capital", "capital")):
            yield f"{letter}_{field}", side[key]
        for key in ("man", "woman"):
            yield f"{letter}_{key}", side[key]
            yield f"{letter}_{key}_last", side[key].split()[-1]

    def exchange(self, text: str) -> str:
        """`text` with the names of the two sides exchanged, as whole words, longest first."""
        instead = dict(self.exchanged) | {other: one for one, other in self.exchanged}
        names = sorted(instead, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        return pattern.sub(lambda found: instead[found[0]], text)


def pairs() -> list[Pair]:
    """The pairs of sides.tsv."""
    rows = rows_of(HERE / "sides.tsv")
    return [
        _pair(name, [row for row in rows if row["pair"] == name]) for name in dict.fromkeys(r["pair"] for r in rows)
    ]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table as dictionaries keyed by its header line; lines that begin with `#` are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _pair(name: str, rows: list[dict[str, str]]) -> Pair:
    code = next(row for row in rows if row["what"] == "code")
    one, other = country(code["one"]), country(code["other"])
    exchanged = [(one[key], other[key]) for key in NAMED]
    for row in rows:
        if row["what"] != "code":
            one[row["what"]], other[row["what"]] = row["one"], row["other"]
            exchanged += [(row["one"], row["other"]), (row["one"].split()[-1], row["other"].split()[-1])]
    return Pair(name, one, other, tuple(exchanged))


def country(code: str) -> dict[str, str]:
    """Name, first adjective, first word for the people and capital of a country; of an invented one by its key."""
    rows = [row for row in table("countries") if row["iso2"] == code]
    rows += [row for row in rows_of(INVENTED) if row["key"] == code]
    return {key: rows[0][key].split("|")[0] for key in NAMED}
