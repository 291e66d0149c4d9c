"""The limits at which a reader stops and says so, so that no file takes the machine's memory or an hour of its time."""

from __future__ import annotations

# An article has some ten thousand characters; a saved page with its pictures inside comes to some megabytes.
FILE_BYTES = 20_000_000

# Malformed feeds go through a parser written in Python that reads about a megabyte a second.
FEED_BYTES = 8_000_000

# All stages together take about a minute of one processor for a million characters, which is two long novels; the time
# grows with the length and no faster, so that above this a file is only more of what is no article.
TEXT_CHARACTERS = 1_000_000

# Real front matters have some dozen lines. Above this they are data, or an attack.
FRONT_MATTER_CHARACTERS = 100_000
FRONT_MATTER_VALUES = 10_000
FRONT_MATTER_DEPTH = 20
