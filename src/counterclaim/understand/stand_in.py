"""Shows the parser one country, first name and party in place of all, so that no parse depends on which is named."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc, Token

from counterclaim.data.stand_in_words import known
from counterclaim.data.stand_ins import ARTICLES, one_for_each


def with_stand_ins(doc: Doc) -> Doc:
    """
    `doc`, not parsed yet, with the words that `one_for_each` gives.

    A small model tags *Kyiv* otherwise than *Moscow*, *Olga* otherwise than *Peter*, and hangs *Veldaria* elsewhere
    than *Norway*; two sides of a dispute must get the same tree.
    """
    own = _words(doc)
    seen = one_for_each(own)
    words = [word for word, _ in seen]
    if words == own:
        return doc
    blanks = doc.to_array(["SPACY"]).tolist()
    ends = accumulate(count for _, count in seen)
    return Doc(doc.vocab, words=words, spaces=[bool(blanks[end - 1]) for end in ends])


def token_for_token(own: Doc, seen: Doc) -> Doc:
    """`seen`, parsed, with a token for each of `own`: of a name of several words the first ones hang on the last."""
    if len(own) == len(seen):
        return seen
    counts = [count for _, count in one_for_each(_words(own))]
    ends = list(accumulate(counts))
    rows: list[_Row] = []
    for token, count, end in zip(seen, counts, ends, strict=True):
        start = end - count
        if count > 1 and own[start].text in ARTICLES and not _is_name(own, start, end):
            rows.append(_article(own[start], token, end - 1))
            start += 1
        inside = token.ent_iob_ == "I" or end - start > 1
        rows.extend(_opening(own[at], token, end - 1, first=at == start) for at in range(start, end - 1))
        entity = f"{'I' if inside else 'B'}-{token.ent_type_}" if token.ent_type_ else "O"
        word = own[end - 1].text if count > 1 else token.text
        rows.append(_Row(word, token.tag_, token.pos_, token.dep_, token.lemma_, ends[token.head.i] - 1, entity))
    words, tags, pos, deps, lemmas, heads, entities = map(list, zip(*rows, strict=True))
    spaces = [bool(each) for each in own.to_array(["SPACY"]).tolist()]
    return Doc(own.vocab, words, spaces, tags=tags, pos=pos, deps=deps, lemmas=lemmas, heads=heads, ents=entities)


class _Row(NamedTuple):
    """What is told of one token."""

    word: str
    tag: str
    pos: str
    dep: str
    lemma: str
    head: int
    entity: str


def _is_name(own: Doc, start: int, end: int) -> bool:
    """Whether the words are a name with their article, as *The Hague* are."""
    return tuple(token.text for token in own[start:end]) in known()[0]


def _article(word: Token, name: Token, head: int) -> _Row:
    """The article of a name whose last word is `head`; it is no part of the entity, but where one goes on over it."""
    entity = f"I-{name.ent_type_}" if name.ent_iob_ == "I" else "O"
    return _Row(word.text, "DT", "DET", "det", word.text.lower(), head, entity)


def _opening(word: Token, name: Token, head: int, *, first: bool) -> _Row:
    """A word of a name before its last one, `head`; `name` is what the parser saw in place of all."""
    tag, pos = (name.tag_, name.pos_) if name.tag_ == "JJ" else ("NNP", "PROPN")
    opens = "B" if first and name.ent_iob_ == "B" else "I"
    entity = f"{opens}-{name.ent_type_}" if name.ent_type_ else "O"
    return _Row(word.text, tag, pos, "compound", word.text.lower(), head, entity)


def _words(doc: Doc) -> list[str]:
    return [doc.vocab.strings[number] for number in doc.to_array(["ORTH"]).tolist()]
