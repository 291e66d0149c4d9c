"""Exchanges the names of two sides in a text, reads it again, and counts the decisions that are not the same."""
