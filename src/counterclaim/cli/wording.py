"""Puts records of the contract into words: who says it, as who tells it, when, and how claims bear on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from counterclaim.data.unsaid import unsaid

Record = Mapping[str, Any]

# Statements that somebody could check against the world; hopes, fears and plans are nobody's to check.
CHECKABLE = frozenset({"asserts", "denies", "accuses", "admits"})
INWARD = frozenset({"hopes"})

UNKNOWN = "unknown speaker"

# Enough of an id to be the only one that begins so among millions, and short enough to stand at the end of a line.
SHORT = 10


def counted(count: int, noun: str) -> str:
    """*1 claim*, *2 claims*."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def words(spans: Iterable[Sequence[int]], text: str) -> str:
    """The words of a span in pieces, joined by an ellipsis as a quotation would be."""
    return " … ".join(text[start:end] for start, end in spans)


def name(claim: Record) -> str:
    """The speaker with their side, *General staff (Ukraine)*; an unknown one has a place of their own."""
    speaker = claim["speaker"]
    if speaker is None:
        return UNKNOWN
    known, side = speaker["name"], speaker.get("side")
    if known is None:
        described = speaker.get("role") or "not named"
        return f"{described} ({side})" if side else described
    return f"{known} ({side})" if side and side != known else str(known)


def who(claim: Record, others: Mapping[str, Record]) -> str:
    """The speaker, never bare where somebody else tells it: *Russia, as Ukraine tells it*."""
    told, last, outer, seen = name(claim), name(claim), claim["within"], {claim["id"]}
    while outer in others and outer not in seen:
        seen.add(outer)
        teller = name(others[outer])
        # Who repeats their own words is no second teller; two who are not known may be two.
        if teller != last or teller.startswith(UNKNOWN):
            told += f", as {teller} tells it"
        last, outer = teller, others[outer]["within"]
    return told


def deed(claim: Record, text: str | None = None) -> str:
    """What was done by saying it: the act; where the cue says that it was not said, its own words in `text`."""
    cue = words(claim["cue"], text) if text is not None else " … ".join(claim["words"]["cue"])
    return f"“{cue}”" if unsaid(cue) else str(claim["act"])


def held(claim: Record) -> Iterator[str]:
    """Why a claim waits for somebody to release it, one line for each person without a public role."""
    if claim.get("accused") is None:
        yield "held back: read before anybody looked for accusations; add its file again"
        return
    for each in claim["accused"]:
        if not each["public"]:
            yield f"held back: names {each['name']} beside a wrong or a crime; {each['because']}"


def circumstances(claim: Record) -> str:
    """The day it was said, to whom and by what channel, as far as the text tells."""
    parts = (
        claim.get("said_on") or "",
        f"to {claim['addressee']}" if claim.get("addressee") else "",
        f"via {claim['channel']}" if claim.get("channel") else "",
    )
    return ", ".join(part for part in parts if part)


def numbers_in(claim: Record, quantities: Iterable[Record]) -> bool:
    """Whether a quantity stands in the words of `claim`."""
    spans = [quantity["span"] for quantity in quantities]
    return any(start <= at and to <= end for start, end in claim["content"] for at, to in spans)


def checkable(claim: Record, quantities: Iterable[Record]) -> bool:
    """Whether `claim` is one that could be checked: by its act, or by a number in it."""
    return claim["act"] in CHECKABLE or (claim["act"] not in INWARD and numbers_in(claim, quantities))


def bearing(link: Record, labels: Mapping[str, str]) -> str:
    """How one claim bears on another, and why; a guess is called one."""
    ends = [labels.get(link[end], link[end]) for end in ("from", "to")]
    guess = ", possibly" if link.get("basis") == "possible" else ""
    return f"{ends[0]} {link['kind']} {ends[1]}{guess}, because {_clause(link['because'])}"


def _clause(sentence: str) -> str:
    return sentence.rstrip(". ")


def answers(matter: Record) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """
    Who answers a matter's question how: (who, answer, claims); claims of unknown speakers apart from those of a side.

    The answer is empty for claims that the matter holds without one.
    """
    unknown, told = set(matter.get("unattributed", ())), set()
    for position in matter.get("positions", ()):
        told |= set(position["claims"])
        own = tuple(each for each in position["claims"] if each not in unknown)
        if own:
            yield " and ".join(position.get("sides", ())) or UNKNOWN, position["answer"], own
        if len(own) < len(position["claims"]):
            yield UNKNOWN, position["answer"], tuple(each for each in position["claims"] if each in unknown)
    for who, ids in (*matter["sides"].items(), (UNKNOWN, matter.get("unattributed", ()))):
        rest = tuple(each for each in ids if each not in told)
        if rest:
            yield who, "", rest


def standing(matter: Record, labels: Mapping[str, str]) -> list[str]:
    """A matter in lines: its question and status, each answer with who gives it, who is silent."""
    lines = [f"{matter['question']}  [{matter['status']}]"]
    for who_answers, answer, ids in answers(matter):
        claims = _claims(ids, labels)
        lines.append(f"  {who_answers}: {answer}  ({claims})" if answer else f"  {who_answers}: {claims}")
    if matter.get("unanswered_by"):
        lines.append(f"  no answer from: {', '.join(matter['unanswered_by'])}")
    return lines


def _claims(ids: Sequence[str], labels: Mapping[str, str]) -> str:
    shown = ", ".join(dict.fromkeys(labels.get(each, each) for each in ids))
    return f"claims {shown}" if len(ids) > 1 else f"claim {shown}"
