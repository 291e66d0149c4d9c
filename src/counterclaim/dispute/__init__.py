"""Stage dispute."""
