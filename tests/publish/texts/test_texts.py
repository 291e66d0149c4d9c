"""Texts come from one file a language, by key, and a mistake in a key is named."""

from __future__ import annotations

import pytest

from counterclaim.publish.texts import MissingText, Texts, UnknownLanguage, fields, languages, texts_in

ENGLISH = texts_in("en")


def made(**entries: object) -> Texts:
    """Texts of an invented language."""
    return Texts("xx", entries)  # type: ignore[arg-type]


def test_fields_of_a_sentence_are_filled_in() -> None:
    """Values stand where the sentence has their names, and are not read as sentences themselves."""
    assert made(a="{who} in {where}")("a", who="{where}", where="Orsa") == "{where} in Orsa"


def test_the_count_chooses_the_form() -> None:
    """One thing has its own form, none and several share another."""
    texts = made(n={"one": "1 claim", "other": "{count} claims"})
    assert [texts("n", count=n) for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]


def test_a_missing_key_is_named() -> None:
    """Who asks for a text that there is not learns its name and the file."""
    with pytest.raises(MissingText, match=r"^there is no text 'voice.unheard' in en.toml$"):
        ENGLISH("voice.unheard")


def test_a_missing_field_is_named() -> None:
    """Who forgets a value learns which, of which text."""
    with pytest.raises(MissingText, match=r"^text 'voice.to' in en.toml needs a value for 'addressee'$"):
        ENGLISH("voice.to")


def test_a_list_is_no_sentence() -> None:
    """The months can be had as a list, and only so."""
    assert ENGLISH.value("dates.months")[2] == "March"  # type: ignore[index]
    with pytest.raises(MissingText, match="is a list"):
        ENGLISH("dates.months")


def test_an_unknown_language_tells_those_there_are() -> None:
    """A misspelt language, also one that tries to leave the folder, is answered with the list."""
    for name in ("xx", "../en", ""):
        with pytest.raises(UnknownLanguage, match=r"choose one of .*en"):
            texts_in(name)


@pytest.mark.parametrize(
    ("names", "listed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed(names: list[str], listed: str) -> None:
    """One name stands alone, the last of several follows a conjunction."""
    assert ENGLISH.listed(names) == listed


@pytest.mark.parametrize("language", languages())
def test_every_sentence_has_plain_fields(language: str) -> None:
    """No field reaches into its value, and both forms of a text are there and are text."""
    for key, entry in texts_in(language).entries.items():
        for sentence in entry.values() if isinstance(entry, dict) else [entry] if isinstance(entry, str) else entry:
            assert all(name.isidentifier() for name in fields(sentence)), key
            assert sentence == sentence.replace("\n", " "), key


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_keys_and_fields_of_english(language: str) -> None:
    """A translation lacks no text, and fills the same fields in."""
    other = texts_in(language)
    assert other.entries.keys() == ENGLISH.entries.keys()
    for key, entry in ENGLISH.entries.items():
        if isinstance(entry, str):
            assert fields(other.template(key)) == fields(entry), key
