"""Strings made to steer a terminal, forge a line, or run in a spreadsheet: what a title or a quotation may hold."""

from __future__ import annotations

from itertools import product

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]

SEQUENCES = [
    "\x1b[31mred",
    "\x1b[2J\x1b[H",
    "\x1b[1A\x1b[2Koverwritten",
    "\x1b]0;a new title\x07",
    "\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1bP1$r0m\x1b\\",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x1b[6n",
    "\x1bc",
    "\x1b[?1049h",
    "\x08" * 8 + "erased",
    "first\rsecond",
]

FORGERIES = [
    f"a title{end}counterclaim: all is well"
    for end in ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029")
]

UNSEEN = [f"left{chr(code)}right" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xFFF9, 0xE0041)]

MARKUP = ["[bold red]text[/]", "[/]", "[link=http://example.invalid]x[/link]", ":warning:", "\\[bold]", "[blink]x"]

SURROGATES = ["\ud800", "a\udfffb", "\udc80.md"]

FORMULAS = [
    before + sign + "HYPERLINK(1)"
    for before, sign in product(
        ("", " ", "\t", '"', "'", '" ', "\u00a0", "“", "\n", "\r\n", "\x1b"), ("=", "+", "-", "@", "＝", "＠", "−")
    )
]

HOSTILE = [*CONTROLS, *SEQUENCES, *FORGERIES, *UNSEEN, *MARKUP, *SURROGATES, *FORMULAS]
