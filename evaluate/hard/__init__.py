"""Hard pairs of claims, with the right decision on each, and how many of them the product decides rightly."""
