"""Finds the programs from outside Python that some tests need, and says what to run where one is missing."""

from __future__ import annotations

import os
import shutil

import pytest

# Names, with commas between, of what must be there: a test that lacks one of them fails and is not left out.
REQUIRE = "COUNTERCLAIM_REQUIRE"


def component(name: str) -> str:
    """The path of the program `name`; skips the test where it is missing, fails it where it is required."""
    found = shutil.which(name)
    if found:
        return found
    missing = f"{name} is not installed; run: scripts/need.sh {name}"
    if name in os.environ.get(REQUIRE, "").replace(",", " ").split():
        pytest.fail(f"{missing} ({REQUIRE} asks for it)", pytrace=False)
    pytest.skip(missing)
