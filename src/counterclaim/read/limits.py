"""The limits at which a reader stops and says so, so that no file takes the machine's memory or an hour of its time."""

from __future__ import annotations

# An article has some ten thousand characters; a saved page with its pictures inside comes to some megabytes.
FILE_BYTES = 20_000_000

# Malformed feeds go through a parser written in Python that reads about a megabyte a second.
FEED_BYTES = 8_000_000

# The parser needs about 1 kB of memory a character: two million characters are what a small machine can take.
TEXT_CHARACTERS = 2_000_000

# Real front matters have some dozen lines. Above this they are data, or an attack.
FRONT_MATTER_CHARACTERS = 100_000
FRONT_MATTER_VALUES = 10_000
FRONT_MATTER_DEPTH = 20
