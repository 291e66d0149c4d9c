"""Names the extractor at work: a hash of its rules, tables, parser and weights, so that a change has a new name."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from counterclaim.claim.attribution.trained.network import FILES, weights

# What decides what is found in a text. How it is stored or shown does not.
DECIDING = ("model", "read", "understand", "claim", "dispute", "data")
KINDS = (".py", ".tsv", ".txt")
DIGITS = 12


@cache
def extractor() -> str:
    """
    The name and version of the extractor: `network-` and a hash of all that decides what is found; `rules-` where the
    trained network is not at work.

    Nobody has to remember to count a version up: a rule, a table or weights that change make documents be read again.
    """
    trained = weights()
    digest = hashlib.sha256(f"spacy {version('spacy')}".encode())
    if trained is not None:
        for name in FILES:
            digest.update(f"\n{name} {hashlib.sha256((trained / name).read_bytes()).hexdigest()}".encode())
    for folder in DECIDING:
        for name, content in sorted(_contents(files("counterclaim") / folder, folder)):
            digest.update(f"\n{name} {hashlib.sha256(content).hexdigest()}".encode())
    return f"{'rules' if trained is None else 'network'}-{digest.hexdigest()[:DIGITS]}"


def _contents(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, inner)
        elif entry.name.endswith(KINDS):
            # Line ends differ between systems and decide nothing.
            found.append((inner, entry.read_bytes().replace(b"\r\n", b"\n")))
    return found
