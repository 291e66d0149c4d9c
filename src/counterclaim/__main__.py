"""Lets `python -m counterclaim` do what the `counterclaim` command does."""

from __future__ import annotations

from counterclaim.cli import main

if __name__ == "__main__":
    main()
