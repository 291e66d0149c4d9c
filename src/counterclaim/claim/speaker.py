"""Says who speaks in an attribution: the resolved speaker of the mention that its source is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.claim.carried import carried_on
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Mention, MentionKind, Reading, Token
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker

NAMED = (MentionKind.PERSON, MentionKind.BODY)
# Participles between a description and the name: *a student named Birk*.
CALLED = frozenset({"name", "call"})


def speaker_of(reading: Reading, attribution: Attribution) -> Speaker | None:
    """
    The speaker that the source of `attribution` stands for; None where the text does not tell.

    A quotation without a source goes on from the words before it; nothing else without a source has a speaker.
    Of several, as in *X and Y*, one speaker with all their names, and all their sides where they differ.
    """
    found: list[Speaker] = []
    by_head = reading.mention_of
    for span in attribution.source:
        mentions = list(_speaking(reading, by_head, span))
        if not mentions and not any(reading.tokens[at].pos == "PRON" for at in reading.tokens_in(span)):
            found.append(Speaker(_bare(reading.document.quote(span)), because="as written"))
        found.extend(each.speaker for each in mentions if each.speaker is not None and each.speaker not in found)
    return _joint(found) if found else carried_on(reading, attribution)


def _speaking(reading: Reading, by_head: Mapping[int, Mention], span: Span) -> Iterator[Mention]:
    """The mentions that `span` names: the one its head token is of, and those joined to it by *and*."""
    inside = reading.tokens_in(span)
    tops = [at for at in inside if reading.tokens[at].head not in inside or reading.tokens[at].head == at]
    head = next((at for at in tops if at in by_head), None)
    name = _name_at_end(reading, by_head, inside, tops[0]) if tops else None
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


def _name_at_end(reading: Reading, by_head: Mapping[int, Mention], inside: range, top: int) -> int | None:
    """
    The head of a name that closes the description on `top`: *speaker of the house Ada Birk*.

    Not *aide of Birk* or *the wife of a man named Birk*, where the name is somebody else's.
    """
    equals = set(_joined(reading, top)) & set(inside)
    if any(at in by_head and by_head[at].kind in NAMED for at in equals):
        return None
    for head in reversed(inside):
        mention = by_head.get(head)
        if mention is None or mention.kind not in NAMED or _is_second(reading, by_head, head):
            continue
        first = max(reading.tokens_in(mention.span)[0], _entity_start(reading, head))
        before = reading.tokens[first - 1] if first - 1 in inside else None
        if before is None or not _ends(reading, head, inside) or before.tag == "POS":
            continue
        if mention.kind == MentionKind.PERSON and _introduces(before, top):
            return head
        if mention.kind == MentionKind.BODY and _is_class(before) and before.i in {top, *equals}:
            return head
    return None


def _introduces(before: Token, top: int) -> bool:
    """Whether a person's name may follow the word: a description's last, *named*, the town of a seat in parliament."""
    return before.pos in ("NOUN", "PROPN", "PUNCT") or (
        before.lemma in CALLED and before.tag == "VBN" and before.head == top
    )


def _is_second(reading: Reading, by_head: Mapping[int, Mention], head: int) -> bool:
    """Whether a name is joined to one before it, which then stands for both."""
    above = by_head.get(reading.tokens[head].head) if reading.tokens[head].dep == "conj" else None
    return above is not None and above.kind in NAMED


def _is_class(before: Token) -> bool:
    """Whether a word is a common noun, which says of what kind the body is: *the news agency Norpress*."""
    return before.tag == "NN" and before.text.islower()


def _entity_start(reading: Reading, head: int) -> int:
    """The first token of the person's name that ends with `head`, as the parser marks names."""
    at = head
    while at and reading.tokens[at].entity == "PERSON" and not reading.tokens[at].entity_start:
        at -= 1
    return at if reading.tokens[at].entity == "PERSON" else 0


def _ends(reading: Reading, head: int, inside: range) -> bool:
    """Whether only what stands apart follows a name: a comma, brackets, a last *'s*, a second name joined to it."""
    if head + 1 not in inside or reading.tokens[head + 1].text in (",", "("):
        return True
    if reading.tokens[head + 1].tag == "POS":
        return head + 1 == inside[-1]
    return inside[-1] in _joined(reading, head)


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
