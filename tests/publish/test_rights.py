"""Rights: which words of a source let its whole text be shown, and which do not although they look like it."""

from __future__ import annotations

import pytest

from counterclaim.data import table
from counterclaim.publish.rights import is_open

OPEN = (
    "CC0",
    "CC0-1.0",
    "CC0 1.0 Universal",
    "CC0: no rights reserved",
    "Creative Commons Zero v1.0",
    "CC BY",
    "CC BY 4.0",
    "CC-BY-4.0",
    "cc_by_4.0",
    "CC BY-SA 3.0",
    "CC-BY-SA-4.0",
    "CC BY 3.0 IGO",
    "Creative Commons Attribution 4.0 International",
    "Creative Commons Attribution-ShareAlike 4.0",
    "Creative Commons (CC BY 4.0)",
    "Licensed under CC BY 4.0",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.",
    "https://creativecommons.org/licenses/by/4.0/",
    "http://www.creativecommons.org/licenses/by-sa/3.0/de/",
    "creativecommons.org/licenses/by/4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "https://creativecommons.org/publicdomain/mark/1.0/",
    "Public Domain",
    "public domain (US Government, VOA)",
    "Public Domain Mark 1.0",
    "This work is in the public domain.",
    "PDM",
    "OGL-UK-3.0",
    "OGL v3.0",
    "Open Government Licence v3.0",
    "Open Government License - Canada",
    "etalab-2.0",
    "Licence Ouverte 2.0",
)

CLOSED = (
    "",
    " ",
    "© 2031",
    "© 2031, all rights reserved",
    "All rights reserved",
    "copyright",
    "unknown",
    "open",
    "free",
    "Creative Commons",
    "CC",
    "BY 4.0",
    "CC-BY-NC",
    "CC BY-NC 4.0",
    "CC-BY-NC4.0",
    "CC BY/NC/4.0",
    "CC BY NC",
    "CC BY\u200bNC",
    "CC BY ND 4.0",
    "CC BY-NC-ND 4.0",
    "CC BY-NC-SA 2.0",
    "CC BYNC",
    "CC BY Non-Commercial",
    "CC BY (noncommercial)",
    "CC BY, no derivatives",
    "CC BY for personal use",
    "CC BY 4.0, except for the text",
    "CC BY 4.0 does not apply to this article",
    "CC BY 4.0 (photos only)",
    "CC BY 4.0? All rights reserved.",
    "not CC BY",
    "no CC BY 4.0",
    "Creative Commons Attribution-NonCommercial 4.0",
    "Creative Commons Attribution-Noncommercial-No Derivative Works",
    "Creative Commons Attribution NoDerivs",
    "https://creativecommons.org/licenses/by-nc/4.0/",
    "https://creativecommons.org/licenses/by-nd/4.0/",
    "creativecommons.org/licenses/by-nc-sa/4.0",
    "https://creativecommons.org.example.invalid/licenses/by/4.0/",
    "https://example.invalid/licenses/by/4.0/",
    "CC0 for metadata",
    "CC0, except the pictures",
    "CC01",
    "not in the public domain",
    "public domain: no",
    "Public domain in some countries",
    "public domain, except for agency reports",
    "public domain status unknown",
    "public domains",
    "a public affair",
    "PDMX",
    "OGL 1.0a",
    "OGL v1.0a",
    "OGL",
    "Open Government Licence does not apply",
    "Open",
    "etalabs",
    "MIT",
    "fair use",
    "quoted with permission",
)


@pytest.mark.parametrize("rights", OPEN)
def test_an_open_licence_is_one_in_any_spelling(rights: str) -> None:
    """Names, short names, addresses."""
    assert is_open(rights)


@pytest.mark.parametrize("rights", CLOSED)
def test_what_only_looks_like_an_open_licence_is_none(rights: str) -> None:
    """Conditions, exceptions, denials, other names that begin alike."""
    assert not is_open(rights)


@pytest.mark.parametrize("row", table("rights"), ids=lambda row: row["pattern"])
def test_each_row_opens_what_it_says_and_nothing_with_one_of_its_exceptions(row: dict[str, str]) -> None:
    """Alone, with a version, and with each word that bars it."""
    said = row["pattern"]
    assert is_open(said)
    assert is_open(f"  {said.upper()}, 4.0")
    assert not is_open(f"x {said}")
    assert not is_open(f"{said}1" if said[-1].isdigit() else f"{said}x")
    assert row["not"]
    for word in row["not"].split("|"):
        assert not is_open(f"{said} 4.0 {word}")
        assert not is_open(f"{said}, ({word.upper()})")


def test_nothing_said_is_not_open() -> None:
    """Unknown rights mean quotes only."""
    assert not is_open(None)
