"""Whether the words around a time point back or ahead of it."""

from __future__ import annotations

from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span

# How far up the tree the verb of a time is looked for: *at a meeting of ministers in May* stands four steps below it.
STEPS = 8

AHEAD_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo"})
# What these govern is still to come: *is due to meet on Monday*, *scheduled for June*.
AHEAD_WORDS = frozenset(
    {"plan", "schedule", "expect", "due", "set", "intend", "hope", "want", "slate", "aim", "prepare", "vow", "ready"}
    | {"propose", "likely", "promise", "pledge", "planned", "scheduled", "expected", "slated"}
)


def tense_at(reading: Reading, span: Span) -> str | None:
    """`past`, `present`, `future` or `conditional`, as the verb over the words of `span` is; None without one."""
    inside = reading.tokens_in(span)
    if not inside:
        return None
    token = reading.tokens[inside[-1]]
    for _ in range(STEPS):
        tense = _tense_of(reading, token)
        if tense or token.head == token.i:
            return tense
        token = reading.tokens[token.head]
    return None


def _tense_of(reading: Reading, token: Token) -> str | None:
    if token.lemma in AHEAD_WORDS and token.tag in ("VBN", "JJ", "VBG"):
        return "future"
    if token.pos not in ("VERB", "AUX"):
        return None
    helpers = [reading.tokens[i] for i in reading.children[token.i] if reading.tokens[i].dep in ("aux", "auxpass")]
    if any(helper.lemma == "would" or helper.text.lower() in ("would", "'d", "’d") for helper in helpers):
        return "conditional"
    if any(helper.lemma in AHEAD_AUXILIARIES or helper.text.lower() in AHEAD_AUXILIARIES for helper in helpers):
        return "future"
    if token.tag in ("VB", "VBG") and _to_come(reading, token):
        return "future"
    return _by_tag(token, {helper.tag for helper in helpers} | {helper.lemma for helper in helpers})


def _to_come(reading: Reading, token: Token) -> bool:
    """Whether an infinitive or participle hangs on a word such as *plans* or *is going*."""
    head = reading.tokens[token.head]
    return token.dep in ("xcomp", "acomp", "advcl", "acl") and (
        head.lemma in AHEAD_WORDS or (head.lemma == "go" and head.tag == "VBG")
    )


def _by_tag(token: Token, helpers: set[str]) -> str | None:
    if token.tag == "VBD" or "VBD" in helpers or "have" in helpers:
        return "past"
    if token.tag in ("VBZ", "VBP") or helpers & {"VBZ", "VBP"}:
        return "present"
    return "past" if token.tag == "VBN" else None
