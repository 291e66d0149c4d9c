"""What all tests share: strings and makers that stand beside this file can be imported by name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# A run that decides on a change must not depend on luck; every other run looks for examples that nobody thought of.
settings.register_profile("steady", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("steady")
