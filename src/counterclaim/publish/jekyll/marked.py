"""Makes text from articles harmless in Markdown, Liquid and addresses: what was a sign stays a sign, and no more."""

from __future__ import annotations

import re
from urllib.parse import quote

from counterclaim.publish.neutral import visible

# Liquid runs before Markdown and knows no backslash; kramdown and CommonMark both know entities.
_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "<>{}~"} | {ord("&"): "&amp;"}
# Straight quotation marks, dashes and dots too: kramdown would set others for them, and the words are to be exact.
_SIGNS = re.compile(r"""[\\*_`\[\]|#$"']|(?<=-)-|-(?=-)|(?<=\.)\.|\.(?=\.)""")
# What opens a list, a heading, a rule or a definition where it stands first.
_FIRST = re.compile(r"(?=[-+=:!])|(?<=\d)(?=[.)])")
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
_ADDRESS_SIGNS = "%/:?#@!$&+,;=~-._"

_OPENING = re.compile(r"(^|[\s(\[—–-])[\"“„«]")
_CLOSING = re.compile(r"[\"“”„«»]")
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'"}


def one_line(text: str) -> str:
    """`text` on one line, without controls."""
    return " ".join(visible(text).split())


def safe(text: str) -> str:
    """`text` as Markdown that renders to it, and to nothing else."""
    found = _SIGNS.sub(lambda sign: f"\\{sign[0]}", one_line(text).translate(_ENTITIES).replace("&#", "\0"))
    found = found.replace("\0", "&#")
    if numbered := _NUMBERED.match(found):
        return f"{numbered[1]}\\{found[numbered.end(1) :]}"
    return f"\\{found}" if _FIRST.match(found) else found


def address(url: str) -> str:
    """A web address with every sign that Markdown, Liquid or HTML could take up written as `%XX`."""
    return quote(visible(url), safe=_ADDRESS_SIGNS, errors="replace")


def link(words: str, url: str | None) -> str:
    """A link in Markdown; only the words where there is no address."""
    return f"[{safe(words)}]({address(url)})" if url else safe(words)


def quoted(words: str) -> str:
    """
    `words` in one pair of quotation marks, those inside made single; not yet Markdown.

    >>> quoted('"We have held," he said, "the line"'), quoted("“It fell,”")
    ('“‘We have held,’ he said, ‘the line’”', '“It fell”')
    """
    bare = one_line(words)
    if _enclosed(bare):
        bare = bare[1:-1].rstrip(",").strip()
    inner = _CLOSING.sub("’", _OPENING.sub(r"\1‘", bare))
    return f"“{inner}”"


def _enclosed(words: str) -> bool:
    """Whether the mark that opens is closed by the last one, and by none before it."""
    closing = _PAIRS.get(words[:1])
    return bool(closing) and len(words) > 2 and words.find(closing or "", 1) == len(words) - 1
