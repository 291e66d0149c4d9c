"""Stage claim."""
