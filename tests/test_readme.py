"""What the README shows is what the commands print, and its Python runs."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """A file of scripts/ as a module."""
    found = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_every_console_block_shows_what_its_command_prints() -> None:
    """`python scripts/refresh_readme.py` would change nothing."""
    assert "```console" in README
    assert script("refresh_readme").refreshed(README) == README


def test_the_python_of_the_readme_runs() -> None:
    """The example for Python prints claims with speakers."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Valery Gerasimov" in done.stdout
