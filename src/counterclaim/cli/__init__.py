"""The `counterclaim` command: what a person at a terminal asks of the stages, one file a command."""

from __future__ import annotations

from counterclaim.cli.app import main

__all__ = ["main"]
