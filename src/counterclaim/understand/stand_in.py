"""Shows the parser one country in place of every country, so that no parse depends on which one a text names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from counterclaim.data import table
from counterclaim.data.countries import countries

# Forms that a later kind shares with an earlier one (*Israeli*, *Iraqi*) are taken for the earlier.
KINDS = ("name", "adjectives", "people", "capital", "seats")


def with_stand_ins(doc: Doc) -> Doc:
    """
    `doc`, not parsed yet, with each name, adjective, people, capital and seat of a country that is one word replaced
    by that of one country, token for token.

    A small model tags *Kyiv* otherwise than *Moscow* and hangs *Veldaria* elsewhere than *Norway*; two sides of a
    dispute must get the same tree. Names of several words keep their own number of tokens and stay.
    """
    known = _stand_ins()
    own = [doc.vocab.strings[number] for number in doc.to_array(["ORTH"]).tolist()]
    words = [known.get(word, word) for word in own]
    return doc if words == own else Doc(doc.vocab, words=words, spaces=[bool(each) for each in doc.to_array(["SPACY"])])


@cache
def _stand_ins() -> Mapping[str, str]:
    """For each word that names a country, its people or its government, the word of the country that stands in."""
    rows = table("stand_ins")
    shown = {row["kind"]: row["word"] for row in rows if row["kind"] in KINDS}
    kept = {row["word"] for row in rows if row["kind"] == "kept"}
    found: dict[str, str] = {}
    for kind in KINDS:
        for country in countries():
            forms = getattr(country, kind)
            for form in (forms,) if isinstance(forms, str) else forms:
                if form.isalpha() and not form.isupper() and form not in kept:
                    found.setdefault(form, shown[kind])
    return found
