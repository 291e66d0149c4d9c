"""Makes readings of invented texts for the tests of mentions and speakers: by hand, or parsed."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.model.reading import Reading, Sentence, Token
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from counterclaim.understand.mentions import find_mentions
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations
from stories_made import document


def by_hand(*rows: str) -> Reading:
    """A reading of one sentence from rows of `text POS tag dep head`, with the label of an entity after them."""
    tokens, at, before = [], 0, ""
    for i, row in enumerate(rows):
        text, pos, tag, dep, head, *labels = row.split()
        label = labels[0] if labels else ""
        tokens.append(
            Token(i, at, at + len(text), text, text.lower(), pos, tag, dep, int(head), label, label not in ("", before))
        )
        at, before = at + len(text) + 1, label
    text = " ".join(token.text for token in tokens)
    return Reading(document(text), tuple(tokens), (Sentence(Span(0, len(text)), 0, len(tokens), 0),))


def with_mentions(reading: Reading) -> Reading:
    """The reading with its quotations and mentions."""
    quoted = replace(reading, quotations=find_quotations(reading.document))
    return replace(quoted, mentions=find_mentions(quoted))


def parsed(text: str) -> Reading:
    """The text parsed by the language model, with its mentions."""
    made = document(text)
    tokens, sentences = parse(made)
    return with_mentions(Reading(made, tokens, sentences))


def meant(reading: Reading, words: str, number: int = 0) -> Speaker | None:
    """Whom the mention means whose head is the last token of the `number`-th occurrence of `words`."""
    text, at = reading.document.text, -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    head = reading.tokens_in(Span(at, at + len(words)))[-1]
    return next(mention.speaker for mention in reading.mentions if mention.head == head)
