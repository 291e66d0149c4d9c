"""Front matters keep their fields as written, and bombs in them are refused with file and line."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from read_made import assert_whole, one, post, refused

WORDS = "abc XYZ0'\"\\\\:#&;<>*_[]()`“”…é\u0301ж中😀\u00ad\u200d\u00a0-"

BODY = "The port is closed, the council said."


def bomb() -> str:
    """Nine lists, each ten times the one before: a thousand million values in 400 characters."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join(['*' + before] * 10)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + BODY


def test_fields_are_kept_as_written(tmp_path: Path) -> None:
    """A date stays the characters of the file; *no* is a word; lists and mappings stay."""
    source = post(BODY, title='"A \\"port\\""', date="2025-04-26T15:50:21", draft="no", n="3", tags="[a, {b: c}]", x="")
    document = one(tmp_path, "a.md", source)
    assert document.front_matter == {
        "title": 'A "port"',
        "date": "2025-04-26T15:50:21",
        "draft": "no",
        "n": 3,
        "tags": ["a", {"b": "c"}],
        "x": None,
    }


def test_title_and_excerpt_lead_back_to_the_file(tmp_path: Path) -> None:
    """Through quotation marks, escapes and folded lines."""
    source = (
        '---\ntitle: "The \\"old\\" port \\u00e9 &amp; quay"\nexcerpt: >\n  It is\n  closed.\n'
        "subtitle: 'It''s'\n---\n\nBody.\n"
    )
    document = one(tmp_path, "a.md", source)
    assert document.text == 'The "old" port é & quay\n\nIt is closed.\n\nBody.'
    assert_whole(document, source)
    assert document.character_map.file_offset(document.text.index("old")) == source.index("old")
    assert document.character_map.file_offset(document.text.index("closed")) == source.index("closed")
    assert document.character_map.file_offset(document.text.index("é")) is None


def test_an_escaped_nul_in_a_title_is_no_character(tmp_path: Path) -> None:
    """It is replaced, and what follows it keeps its place."""
    source = post(BODY, title='"A\\0B port"')
    document = one(tmp_path, "a.md", source)
    assert document.title == "A\ufffdB port"
    assert_whole(document, source)
    assert document.character_map.file_offset(3) == source.index("B port") + 1


@settings(max_examples=200, deadline=None)
@given(
    title=st.text(WORDS, min_size=1, max_size=30),
    paragraphs=st.lists(st.text(WORDS, min_size=1, max_size=60), min_size=1, max_size=4),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_any_post_leads_back_to_its_file(title: str, paragraphs: list[str], line_end: str, bom: str) -> None:
    """Title in every YAML style, body in any script, line ends and BOM of any system."""
    for written in (json.dumps(title), json.dumps(title, ensure_ascii=False), "'" + title.replace("'", "''") + "'"):
        source = post("\n\n".join(("A port is shut.", *paragraphs)), title=written)
        with tempfile.TemporaryDirectory() as folder:
            document = one(Path(folder), "a.md", (bom + source.replace("\n", line_end)).encode())
        assert_whole(document, source)
        assert "A port is shut." in document.text


def test_toml_is_read_with_dates_as_written(tmp_path: Path) -> None:
    """Hugo's form; the offset stays as it was."""
    source = '+++\ntitle = "Port \\"shut\\""\ndate = 2025-04-26T15:50:21Z\n[extra]\nday = 2025-01-01\n+++\nBody.\n'
    document = one(tmp_path, "a.md", source)
    assert document.text == 'Port "shut"\n\nBody.'
    assert document.published == "2025-04-26T15:50:21Z"
    assert document.front_matter == {
        "title": 'Port "shut"',
        "date": "2025-04-26T15:50:21Z",
        "extra": {"day": "2025-01-01"},
    }


def test_what_a_post_says_of_itself_is_found(tmp_path: Path) -> None:
    """Address, author, rights, publisher, precision."""
    document = one(
        tmp_path,
        "2025-01-02-a.md",
        post(
            BODY,
            date="2025-04-01",
            date_precision="month",
            author="[Jo Doe, {name: Al Roe}]",
            source_url="https://example.org/a",
            license="CC-BY-2.5",
            publisher="Lakeland Post",
            canonical_url="javascript:alert(1)",
        ),
    )
    assert (document.published, document.published_precision) == ("2025-04-01", "month")
    assert (document.author, document.publisher, document.rights) == ("Jo Doe, Al Roe", "Lakeland Post", "CC-BY-2.5")
    assert (document.url, document.canonical_url) == ("https://example.org/a", None)


def test_the_file_name_gives_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    """As Jekyll names its posts; a date that cannot be read is noted."""
    document = one(tmp_path, "2025-01-02-port.md", post(BODY, title="Port", date="soon"))
    assert document.published == "2025-01-02"
    assert document.notes == ("date 'soon' was not understood",)


def test_a_leading_heading_is_the_title_where_there_is_no_other(tmp_path: Path) -> None:
    """With or without a front matter."""
    assert one(tmp_path, "a.md", post("# Port shut\n\nBody.", layout="post")).title == "Port shut"
    assert one(tmp_path, "b.md", "# Port shut\n\nBody.").title == "Port shut"
    assert one(tmp_path, "c.md", post("# Port shut\n\nBody.", title="Other")).title == "Other"


def test_a_front_matter_that_no_parser_takes_is_read_line_by_line(tmp_path: Path) -> None:
    """An unquoted colon in a headline is the commonest fault; the note names the line."""
    document = one(tmp_path, "a.md", post("Body.", title="Council says: port shut", date="2025-01-01"))
    assert document.title == "Council says: port shut"
    assert document.published == "2025-01-01"
    assert document.notes == ("front matter is no YAML in line 2; its fields were read line by line",)


def test_a_rule_at_the_head_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    """Nor is a sentence between two rules."""
    assert one(tmp_path, "a.md", "---\n\nOnly text.\n").text == "Only text."
    assert one(tmp_path, "b.md", "---\nOnly text.\n---\n\nMore.\n").text == "Only text.\n\nMore."


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (bomb(), "line 5: front matter unfolds to more than 10,000 values"),
        ("---\na: " + "[" * 5000 + "\n---\n", "line 2: front matter is nested more than 20 deep"),
        (
            "---\n" + "".join("  " * i + "a:\n" for i in range(99)) + "---\n",
            "line 23: front matter is nested more than 20",
        ),
        ("---\na: &a [*a]\n---\n", "line 2: front matter refers to 'a', which is not known there"),
        ('---\nb: 1\na: !!python/object/apply:os.system ["x"]\n---\n', "line 3: front matter asks for the tag"),
        ("---\na: " + "x" * 200_000 + "\n---\n", "line 1: front matter is longer than 100,000 characters"),
        ("---\n? [a]\n: b\n---\n", "line 2: front matter has a field whose name is no plain word"),
        ("---\ntitle: x\ndate: 2025\n", "line 3: front matter opened in line 1 is not closed by line 3"),
        ("+++\ntitle = 1\n", "line 2: front matter opened in line 1 is not closed by line 2"),
        ("+++\na = " + "[" * 40_000 + "\n+++\n", "line 2: front matter is nested more than 20 deep"),
        ("+++\n" + "a." * 30_000 + "b = 1\n+++\n", "line 2: front matter is nested more than 20 deep"),
        (post("", layout="post"), "nothing to read"),
    ],
)
def test_hostile_and_broken_front_matters_are_refused_in_one_line(tmp_path: Path, source: str, reason: str) -> None:
    """The line names the place in the file."""
    assert refused(tmp_path, "a.md", source).startswith(reason)
