"""What is written to a terminal or a pipe obeys nobody but us."""

from __future__ import annotations

import io
import re
import sys
import unicodedata

import pytest

from counterclaim.cli import terminal
from counterclaim.cli.terminal import err, out, raw, rows
from hostile_strings import HOSTILE

# The colours and weights that rich itself writes in a terminal; nothing else may begin with an escape.
OWN_SEQUENCES = re.compile(r"\x1b\[[0-9;]*m")


class Watched(io.StringIO):
    """A terminal that keeps what is written to it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Somebody looks on."""
        return True


def watch(monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Stdout as a terminal of 100 columns with colours; called in the test, since pytest sets stdout after fixtures."""
    screen = Watched()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return screen


def obeyed(text: str) -> list[str]:
    """The characters of `text` that a terminal would act on, line ends and our own colours aside."""
    bare = OWN_SEQUENCES.sub("", text).replace("\n", "")
    return [each for each in bare if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_hostile_string_steers_a_pipe_or_forges_a_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A line stays one line, a row one row, and no control character comes through."""
    out(text)
    err(text)
    rows(("who", "words"), [(text, text)], wide=1)
    written = capsys.readouterr()
    assert obeyed(written.out) == []
    assert obeyed(written.err) == []
    assert written.out.count("\n") == 3
    assert written.err.count("\n") == 1
    assert "\t" not in written.out


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_hostile_string_steers_a_terminal(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a drawn table and in styled lines nothing but our own colours is obeyed."""
    watched = watch(monkeypatch)
    out(text, style="bold")
    rows(("who", "words"), [(text, text)], wide=1)
    assert watched.getvalue().count("words") == 1
    assert obeyed(watched.getvalue()) == []


def test_square_brackets_of_an_article_are_not_our_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are shown as they stand, in tables and in lines."""
    watched = watch(monkeypatch)
    rows(("words",), [("[bold red]alarm[/]",)], wide=0)
    out("[blink]x[/] :warning:", style="dim")
    assert "[bold red]alarm[/]" in watched.getvalue()
    assert "[blink]x[/] :warning:" in watched.getvalue()


def test_a_terminal_shows_a_table_in_colours_unless_they_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR takes the colours out; weights may stay."""
    watched = watch(monkeypatch)
    out("a title", style="red")
    assert "\x1b[31m" in watched.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    watched.truncate(0)
    out("a title", style="red")
    assert "\x1b[31m" not in watched.getvalue()


def test_a_pipe_gets_aligned_columns_without_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    """Blanks align them, no line has blanks at its end, and nothing is cut."""
    rows(("", "who"), [("1", "Ferrin"), ("10", "x" * 300)], wide=1)
    assert capsys.readouterr().out == "    who\n1   Ferrin\n10  " + "x" * 300 + "\n"


def test_a_terminal_of_another_encoding_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ASCII lacks is written as an escape."""
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", narrow)
    out("Ørsa")
    raw('{"title": "Ørsa"}\n')
    assert narrow.buffer.getvalue() == b'\\xd8rsa\n{"title": "\xc3\x98rsa"}\n'  # type: ignore[attr-defined]


def test_the_width_in_a_pipe_does_not_depend_on_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same input gives the same output, however wide the terminal is that starts the pipe."""
    monkeypatch.setenv("COLUMNS", "40")
    assert terminal.width() == 120
