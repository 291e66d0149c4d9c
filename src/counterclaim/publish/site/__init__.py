"""The site: its pages, what they are made of, and where they stand."""
