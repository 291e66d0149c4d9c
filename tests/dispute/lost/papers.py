"""Makes records of small invented documents by hand, with clauses marked in the text, so that no parser is needed."""

from __future__ import annotations

import re
from typing import Any

MARK = re.compile(r"\[(own|hedged|claim) ([^\]]+)\]")


def paper(identifier: str, *lines: str, **rest: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """
    A document and its claims. The first line is the title; `[own ...]`, `[hedged ...]` and `[claim ...]` mark clauses,
    the first word of which that stands in `verbs` is the verb. `who` is the speaker of all claims, in order.
    """
    text, clauses, parts = "", [], []
    for number, line in enumerate(lines):
        start, at = len(text), 0
        for found in MARK.finditer(line):
            text += line[at : found.start()]
            clauses.append((found[1], len(text), len(text) + len(found[2]), number))
            text += found[2]
            at = found.end()
        text += line[at:]
        parts.append({"kind": "body" if number else "title", "start": start, "end": len(text)})
        text += "\n\n"
    speakers = iter(rest.pop("who", ()))
    claims = [_claim(identifier, clause, next(speakers, None)) for clause in clauses if clause[0] == "claim"]
    named = iter(claims)
    records = [_clause(text, clause, parts, named, rest.get("verbs", ())) for clause in clauses]
    document = {"id": identifier, "title": lines[0], "text": text, "parts": parts, "clauses": records}
    told = {"origin": identifier, "published": "2031-05-02", "times": [], "places": [], "quantities": []}
    return {**document, **told, **rest}, claims


def _claim(document: str, clause: tuple[str, int, int, int], who: str | None) -> dict[str, Any]:
    speaker = {"name": who, "role": None, "side": who} if who else None
    made = {"id": f"c-{document}-{clause[1]}", "document": document, "act": "asserts", "speaker": speaker}
    return {**made, "source": [], "cue": [], "content": [list(clause[1:3])], "review": "unreviewed"}


def _clause(text: str, clause: tuple[str, int, int, int], parts: Any, claims: Any, verbs: Any) -> dict[str, Any]:
    voice, start, end, number = clause
    found = next((re.search(rf"\b{verb}\b", text[start:end]) for verb in verbs if verb in text[start:end]), None)
    verb = [start + found.start(), start + found.end()] if found else None
    sentence = [parts[number]["start"], parts[number]["end"]]
    marks = {"polarity": True, "modality": "asserted", "actor": None, "object": None}
    claim = next(claims)["id"] if voice == "claim" else None
    return {"span": [start, end], "sentence": sentence, "voice": voice, "verb": verb, "claim": claim, **marks}
