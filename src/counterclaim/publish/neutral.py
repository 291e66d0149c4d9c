"""Makes text from an article harmless where it is shown: control characters in terminals, formulas in spreadsheets."""

from __future__ import annotations

import re
import unicodedata

# Controls that break a line are shown as a blank, so that no title can forge a line of output.
BREAKS = (*range(0x09, 0x0E), *range(0x1C, 0x20), 0x85, 0x2028, 0x2029)

# Embeddings, overrides and isolates reorder what is read after them; tags and annotations are read by nobody.
# Joiners, soft hyphens and the plain direction marks stay: Persian, emoji and Hebrew are spelt with them.
UNSEEN = (
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x2070),
    *range(0xFFF9, 0xFFFC),
    0xFEFF,
    *range(0xE0000, 0xE0080),
    *range(0xD800, 0xE000),
)

PICTURES = 0x2400

_SHOWN_AS = (
    {code: chr(PICTURES + code) for code in range(0x20)}
    | dict.fromkeys(UNSEEN, "\ufffd")
    | {0x7F: "\u2421"}
    | dict.fromkeys(BREAKS, " ")
)

_FORMULA = re.compile(r"[\s\"'`“”„‘’«»]*[=+\-@＝＋－＠﹢﹣−]")

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` on one line, each control character replaced by one that only looks: lengths and offsets stay."""
    return text.translate(_SHOWN_AS)


_IN_HTML = {code: shown for code, shown in _SHOWN_AS.items() if code != 0x0A}


def harmless(text: str) -> str:
    """`text` for a page: control characters replaced by ones that only look, line ends kept; lengths stay."""
    # A page has thousands of texts, hardly any with a control in it: looking first takes a hundredth of the time.
    return text if text.isprintable() else text.translate(_IN_HTML)


def seen(text: str | None) -> str | None:
    """
    `text`, or None where nothing of it can be seen: blanks, joiners and what is no character.

    A link of such a name would be there and could not be read.

    >>> seen("\u00a0\u200b"), seen("Orsa")
    (None, 'Orsa')
    """
    return text if text and any(unicodedata.category(each)[0] in "LNPSM" for each in text) else None


def cell(text: str) -> str:
    """
    `text` for one cell of a table: visible, and with an apostrophe before what a spreadsheet would take for a formula.

    Quotation marks and blanks before the sign do not help it, since spreadsheets strip them.
    """
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(unicodedata.normalize("NFKC", shown)) else shown


def escaped(json: str) -> str:
    """JSON with the characters a terminal could obey written as `\\uXXXX`; the values it holds are the same."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
