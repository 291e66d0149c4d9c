"""Source: the decoded text of one file on its way to a document, with its path, its id and what was noted so far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """
    One file: `content` has its BOM gone and its line ends made `\\n`; `id` is the hash of its bytes.

    `path` is fit for one line of a message; `name` is the file's own name.
    """

    content: str
    path: str
    name: str
    id: str
    notes: tuple[str, ...] = ()
