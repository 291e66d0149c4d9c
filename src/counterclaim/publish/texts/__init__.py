"""The words that pages, feeds and citations are made of: sentences by key, one file a language, so that all can go."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from counterclaim.errors import CounterclaimError

ONE, OTHER = "one", "other"
Value = str | int
Entry = str | tuple[str, ...] | Mapping[str, str]


class UnknownLanguage(CounterclaimError):
    """A language that there are no texts in."""


class MissingText(KeyError):
    """A key, or a field of a sentence, that a caller and the file do not agree on; `str()` of it is one line."""

    def __str__(self) -> str:
        """The line, without the quotation marks that KeyError puts around it."""
        return str(self.args[0])


@dataclass(frozen=True)
class Texts:
    """
    The sentences of one language by their key, `section.name`.

    `texts("feed.held", count=3, name="Orsa")` fills the fields `{count}` and `{name}` in. A key with the forms `one`
    and `other` chooses by `count`. Values are put in as they are: who writes HTML escapes the whole.
    """

    language: str
    entries: Mapping[str, Entry]

    def __call__(self, key: str, **values: Value) -> str:
        """The sentence with its fields filled in; raises MissingText for an unknown key or a field not given."""
        template = self.template(key, values.get("count"))
        try:
            return template.format_map(values)
        except KeyError as error:
            raise MissingText(f"text {key!r} in {self.language}.toml needs a value for {error}") from None

    def template(self, key: str, count: Value | None = None) -> str:
        """The sentence with its fields open, for scripts that fill them in."""
        found = self.value(key)
        if isinstance(found, Mapping):
            found = found[ONE if count == 1 else OTHER]
        if not isinstance(found, str):
            raise MissingText(f"text {key!r} in {self.language}.toml is a list, not a sentence")
        return found

    def value(self, key: str) -> Entry:
        """What stands at `key`: a sentence, its forms `one` and `other`, or a list; raises MissingText."""
        if key not in self.entries:
            raise MissingText(f"there is no text {key!r} in {self.language}.toml")
        return self.entries[key]

    def has(self, key: str) -> bool:
        """Whether there is a text for `key`."""
        return key in self.entries

    def listed(self, names: Sequence[str]) -> str:
        """
        Names as a sentence lists them; nothing for none.

        >>> texts_in("en").listed(["Orsa", "Sundmark", "Veldaria"])
        'Orsa, Sundmark and Veldaria'
        """
        if len(names) < 2:
            return "".join(names)
        return self("list.last", first=self.template("list.between").join(names[:-1]), last=names[-1])


def languages() -> tuple[str, ...]:
    """The languages that there are texts in."""
    found = (each.name for each in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def texts_in(language: str = "en") -> Texts:
    """The texts of a language such as `en`; raises UnknownLanguage."""
    if language not in languages():
        raise UnknownLanguage(f"there are no texts in {language!r}; choose one of {', '.join(languages())}")
    return Texts(language, _entries((files(__name__) / f"{language}.toml").read_text(encoding="utf-8")))


def _entries(toml: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    _gather(tomllib.loads(toml), "", found)
    return found


def _gather(table: Mapping[str, object], at: str, found: dict[str, Entry]) -> None:
    for name, value in table.items():
        key = f"{at}{name}"
        if isinstance(value, Mapping) and value.keys() != {ONE, OTHER}:
            _gather(value, f"{key}.", found)
        elif isinstance(value, Mapping):
            found[key] = {form: str(each) for form, each in value.items()}
        else:
            found[key] = tuple(map(str, value)) if isinstance(value, list) else str(value)


def fields(template: str) -> frozenset[str]:
    """The names of the fields of a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
