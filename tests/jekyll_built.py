"""Builds a folder with the real Jekyll, offline and strictly, and keeps what it says beyond its usual chatter."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from components import component

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# What Jekyll says of every build that went well; all else is a warning or an error.
CHATTER = re.compile(
    r"^\s*(Configuration file: .*|Source: .*|Destination: .*|Incremental build: .*|Generating\.\.\.\s*"
    r"|done in .* seconds\.|Auto-regeneration: .*)?$"
)


@dataclass(frozen=True)
class Built:
    """What one build made: the folder of the site, the exit code, and each line that is no chatter."""

    site: Path
    code: int
    complaints: tuple[str, ...]

    def read(self, name: str) -> str:
        """The text of one file of the site."""
        return (self.site / name).read_text(encoding="utf-8")

    def pages(self) -> list[str]:
        """The names of all pages of the site, sorted."""
        return sorted(path.relative_to(self.site).as_posix() for path in self.site.rglob("*.html"))


def jekyll_build(source: Path, destination: Path, *options: str) -> Built:
    """Builds `source` as it is, with a strict reading of the front matter and without anybody's Gemfile or cache."""
    words = [component("jekyll"), "build", "--source", str(source), "--destination", str(destination)]
    words += ["--strict_front_matter", "--trace", "--disable-disk-cache", *options]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("BUNDLE_", "RUBY"))}
    environment |= {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=300, cwd=source
    )
    said = COLOUR.sub("", done.stdout.decode("utf-8", "replace")).splitlines()
    return Built(destination, done.returncode, tuple(line.strip() for line in said if not CHATTER.match(line)))
