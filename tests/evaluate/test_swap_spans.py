"""Templates are filled with names, then exchanged; spans told by their fields, both tests kept on the page."""

from __future__ import annotations

from pathlib import Path

from evaluate.swap.filled import filled, twins
from evaluate.swap.page import SPANS, write_decisions, write_spans

from counterclaim import Span
from counterclaim.model.document import PartKind

FIELDS = {"a": "the Netherlands", "b": "Chile", "x": "Ada Brook", "x_he": "she"}


def test_a_field_opens_a_sentence_with_a_capital() -> None:
    """An article and a pronoun are written as their place wants them."""
    text = filled("{a} denied it. {x_he} said “{a} lied.”", PartKind.BODY, FIELDS).text
    assert text == "The Netherlands denied it. She said “The Netherlands lied.”"


def test_a_headline_has_no_article() -> None:
    """As headlines are written."""
    assert filled("{b} says {a} lied", PartKind.TITLE, FIELDS).text == "Chile says Netherlands lied"


def test_a_span_is_told_by_the_fields_in_it() -> None:
    """A field that a span cuts through keeps its words."""
    made = filled("“Go,” said {x} of {b}.", PartKind.BODY, FIELDS)
    whole = made.text.index("Ada"), made.text.index(".")
    assert made.words(Span(*whole)) == "{x} of {b}"
    assert made.words(Span(whole[0] + 4, whole[1])) == "Brook of {b}"


def test_twins_differ_in_what_their_group_exchanges_alone() -> None:
    """States for states, first names with the last name kept, parties for parties."""
    for pair in twins():
        assert pair.before.kind is pair.after.kind
        assert [name for name, _ in pair.before.fields] == [name for name, _ in pair.after.fields]
        changed = {
            name[0]
            for (name, one), (_, other) in zip(pair.before.fields, pair.after.fields, strict=True)
            if one.of(pair.before.text) != other.of(pair.after.text)
        }
        assert changed <= {"states": {"a", "b"}, "parties": {"p", "q"}}.get(pair.group, {"x", "y"})


def test_a_woman_gets_her_pronouns() -> None:
    """In the group that exchanges them; no name is exchanged without its pronouns."""
    for pair in twins():
        pronouns = {name for name, _ in pair.before.fields} & {"x_he", "x_his", "x_him"}
        assert pair.group != "names" or not pronouns
        assert pair.group != "pronouns" or pronouns


def test_each_of_the_two_tests_keeps_what_the_other_wrote(tmp_path: Path) -> None:
    """In whatever order they are run."""
    page = tmp_path / "swap.md"
    write_spans(f"{SPANS}\n\nold", page)
    write_decisions("# Swap test\n\nfirst\n", page)
    write_spans(f"{SPANS}\n\nnew", page)
    write_decisions("# Swap test\n\nsecond\n", page)
    assert page.read_text(encoding="utf-8") == f"# Swap test\n\nsecond\n\n{SPANS}\n\nnew\n"
