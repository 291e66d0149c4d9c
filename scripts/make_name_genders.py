"""Makes data/name_genders.tsv: first names that Faker's name lists give to women only or to men only.

Usage: python scripts/make_name_genders.py FAKER_FOLDER > src/counterclaim/data/name_genders.tsv

FAKER_FOLDER is `faker` of an unpacked Faker wheel (MIT). Names in other alphabets are written as English does. A name
that any list gives to the other gender, or that stands in data/first_names.tsv already, is left out.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from make_stand_in_names import HERE, LOCALES, rows_of, written

GENDERED = re.compile(r"first_(romanized_)?names?_(fe)?male")
NAME = re.compile(r"[^\W\d_]{3,}")
KNOWN = HERE.parent / "src" / "counterclaim" / "data" / "first_names.tsv"
ABOVE = """\
# First names given to women (f) or to men (m) only, beside those of first_names.tsv. From the name lists of Faker
# (MIT), made by scripts/make_name_genders.py.
name	gender
"""


def gendered(path: Path) -> Iterator[tuple[str, str]]:
    """The first names of a provider, each with the gender of the list that it stands in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [getattr(each, "id", "") for each in node.targets] if isinstance(node, ast.Assign) else []
        found = next((match for each in names if (match := GENDERED.match(each))), None)
        if found is not None and isinstance(node, ast.Assign):
            strings = [each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)]
            yield from ((each, "f" if found.group(2) else "m") for each in strings if isinstance(each, str))


def main() -> None:
    """Writes the table to standard output."""
    folder = Path(sys.argv[1])
    alphabets = {row["locale"]: row["letters"].split() for row in rows_of(HERE / "romanized.tsv")}
    genders: dict[str, set[str]] = {}
    for locale in LOCALES.split():
        letters = alphabets.get(locale, [])
        spelled = dict(zip(letters[::2], letters[1::2], strict=True))
        for name, gender in gendered(folder / "providers" / "person" / locale / "__init__.py"):
            for form in written(name, spelled):
                genders.setdefault(form.lower(), set()).add(gender)
    known = {row["name"] for row in rows_of(KNOWN)}
    kept = {name: min(each) for name, each in genders.items() if len(each) == 1 and NAME.fullmatch(name)}
    sys.stdout.write(ABOVE + "".join(f"{name}\t{kept[name]}\n" for name in sorted(kept) if name not in known))


if __name__ == "__main__":
    main()
