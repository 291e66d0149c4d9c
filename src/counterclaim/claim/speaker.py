"""Says who speaks in an attribution: the resolved speaker of the mention that its source is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Mention, MentionKind, Reading
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker

NAMED = (MentionKind.PERSON, MentionKind.BODY)


def speaker_of(reading: Reading, attribution: Attribution) -> Speaker | None:
    """
    The speaker that the source of `attribution` stands for; None where it has no source or the text does not tell.

    Of several, as in *X and Y*, one speaker with all their names, and all their sides where they differ.
    """
    found: list[Speaker] = []
    by_head = reading.mention_of
    for span in attribution.source:
        mentions = list(_speaking(reading, by_head, span))
        if not mentions and not any(reading.tokens[at].pos == "PRON" for at in reading.tokens_in(span)):
            found.append(Speaker(_bare(reading.document.quote(span)), because="as written"))
        found.extend(each.speaker for each in mentions if each.speaker is not None and each.speaker not in found)
    return _joint(found) if found else None


def _speaking(reading: Reading, by_head: Mapping[int, Mention], span: Span) -> Iterator[Mention]:
    """The mentions that `span` names: the one its head token is of, and those joined to it by *and*."""
    inside = reading.tokens_in(span)
    tops = [at for at in inside if reading.tokens[at].head not in inside or reading.tokens[at].head == at]
    head = next((at for at in tops if at in by_head), None)
    name = _name_at_end(reading, by_head, inside)
    if name is not None and (head is None or by_head[head].kind not in (MentionKind.PERSON, MentionKind.PRONOUN)):
        head = name
    if head is None:
        head = next((at for at in inside if at in by_head and by_head[at].kind in NAMED), None)
    if head is None:
        return
    yield by_head[head]
    for joined in _joined(reading, head):
        if joined in inside and joined in by_head:
            yield by_head[joined]


def _name_at_end(reading: Reading, by_head: Mapping[int, Mention], inside: range) -> int | None:
    """The head of a person's name that closes a description: *speaker of the house Ada Birk*, not *aide of Birk*."""
    for head in reversed(inside):
        mention = by_head.get(head)
        if mention is None or mention.kind != MentionKind.PERSON:
            continue
        first = reading.tokens_in(mention.span)[0]
        before = reading.tokens[first - 1] if first - 1 in inside else None
        ends = head + 1 not in inside or reading.tokens[head + 1].text in (",", "(", "'s", "’s")
        if before is not None and ends and before.pos in ("NOUN", "PROPN", "PUNCT") and before.tag != "POS":
            return head
    return None


def _joined(reading: Reading, head: int) -> Iterator[int]:
    """The tokens joined to `head` by *and*, one after the other."""
    queue = [head]
    for at in queue:
        joined = [child for child in reading.children[at] if reading.tokens[child].dep == "conj"]
        queue.extend(joined)
        yield from joined


def _joint(speakers: list[Speaker]) -> Speaker:
    """One speaker out of several."""
    if len(speakers) == 1:
        return speakers[0]
    names = [each.name for each in speakers if each.name]
    sides = list(dict.fromkeys(each.side for each in speakers if each.side))
    roles = list(dict.fromkeys(each.role for each in speakers if each.role))
    joint = " and ".join(sides) or None
    return Speaker(" and ".join(names) or None, "; ".join(roles) or None, joint, "several speak as one")


def _bare(words: str) -> str:
    """The words without a leading *the*."""
    return words[4:] if words[:4].lower() == "the " else words
