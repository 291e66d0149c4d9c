"""Scores the program's answers against gold, holds the figures by pinned floors, and writes docs/results.md."""
