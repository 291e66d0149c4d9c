"""Stage understand."""
