"""Measures what an article costs, in CPU seconds stage by stage and in memory, and writes it into docs/results.md."""
