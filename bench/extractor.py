"""Measures the trained extractor alone: articles of 500 words per CPU second, parse and rules not counted."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
# As the command itself does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from counterclaim import Analysis, analyse_all  # noqa: E402 - the environment has to be set first
from counterclaim.claim.attribution import by_rules  # noqa: E402
from counterclaim.claim.attribution.trained import by_network, weights  # noqa: E402

NEWS = HOME.parent / "shared" / "data" / "news"
EXAMPLES = HOME / "examples" / "posts"
WORDS = 500


def main() -> None:
    """Prints the figure; the first pass over the articles is not counted, since it loads the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=60, help="so many articles")
    wanted = parser.parse_args()
    folder = weights()
    if folder is None:
        raise SystemExit("the trained network is not at work: onnxruntime is missing or COUNTERCLAIM_WEIGHTS is none")
    posts = sorted((NEWS if NEWS.is_dir() else EXAMPLES).glob("*.md"))[:: 5 if NEWS.is_dir() else 1][: wanted.limit]
    readings = [each.reading for each in analyse_all(posts) if isinstance(each, Analysis)]
    texts = [(reading, by_rules(reading)) for reading in readings]
    words = sum(len(reading.document.text.split()) for reading in readings)
    for reading, ruled in texts:
        by_network(reading, ruled, folder)
    began = time.process_time()
    for reading, ruled in texts:
        by_network(reading, ruled, folder)
    spent = time.process_time() - began
    print(f"{len(texts)} articles, {words} words: {words / WORDS / spent:.1f} articles of {WORDS} words per CPU second")


if __name__ == "__main__":
    main()
