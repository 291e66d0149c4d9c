"""Settings: what a publisher writes into a file is taken, or refused with the place and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.publish.settings import LARGEST, Settings, SettingsError, SourceSettings, settings_of

EVERYTHING = """
title: The Orsa desk
url: https://desk.example/claims/
language: en
own_text: false
publish: reviewed-only
sources:
  The Orsa Gazette:
    rights: CC BY 4.0
  copies.example:
    publish: reviewed-only
  Bare:
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "publish.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


def test_every_setting_is_taken(written) -> None:
    """The address without its last slash."""
    assert settings_of(written(EVERYTHING)) == Settings(
        title="The Orsa desk",
        url="https://desk.example/claims",
        language="en",
        own_text=False,
        reviewed_only=True,
        sources={
            "The Orsa Gazette": SourceSettings("CC BY 4.0"),
            "copies.example": SourceSettings(None, reviewed_only=True),
            "Bare": SourceSettings(),
        },
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "sources: {}", "publish: everything"])
def test_a_file_that_decides_nothing_leaves_all_as_it_is(written, text: str) -> None:
    """Also an empty one."""
    assert settings_of(written(text)) == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("heading: x", "there is no setting 'heading'; expected one of title, url"),
        ("- title", "expected names with values"),
        ("just words", "expected names with values"),
        ("title: 3", "title is '3'; expected text"),
        ("title: [a]", "expected text"),
        ("title:", "title is 'None'; expected text"),
        ("own_text: maybe", "own_text is 'maybe'; expected true or false"),
        ("own_text: 1", "expected true or false"),
        ("publish: some", "publish is 'some'; expected reviewed-only or everything"),
        ("url: desk.example", "expected an address that begins with https:// or http://"),
        ("url: 'javascript:alert(1)'", "expected an address"),
        ("url: 'https://'", "expected an address"),
        ("url: 'https://desk.example/a b'", "expected an address"),
        ("url: \"https://desk.example/\\nx\"", "expected an address"),
        ("sources: [a]", "sources is .*; expected names with values"),
        ("sources: {A: open}", "source 'A': expected names with values"),
        ("sources: {A: {right: x}}", "source 'A': there is no setting 'right'; expected one of rights, publish"),
        ("sources: {A: {rights: 1}}", "source 'A': rights is '1'; expected text"),
        ("sources: {A: {publish: 'no'}}", "source 'A': publish is 'no'"),
        ("title: 'x", "cannot be read"),
        ("a: &a [*a]", "cannot be read|there is no setting"),
        ("!!python/object/apply:os.system [id]", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"title: \x00", "cannot be read"),
        ("title: " + "x" * LARGEST, "expected names with values"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_what_was_expected(written, text: str | bytes, told: str) -> None:
    """On one line, beginning with the file."""
    path = written(text)
    with pytest.raises(SettingsError, match=told) as error:
        settings_of(path)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As is a folder."""
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(SettingsError, match="cannot be read"):
            settings_of(path)


def test_the_example_in_the_documentation_can_be_used_as_it_stands(written) -> None:
    """And shows every setting there is."""
    page = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    found = settings_of(written(example))
    assert found.url == "https://desk.example/claims"
    assert found.sources["The Orsa Gazette"].rights == "CC BY 4.0"
    assert found.sources["copies.example"].reviewed_only
    for name in ("title", "url", "language", "own_text", "publish", "sources", "rights"):
        assert f"{name}:" in example
