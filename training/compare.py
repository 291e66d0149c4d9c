"""`python -m training.compare WEIGHTS FLOAT POSTS`: how far the int8 network's spans are those of the float one."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim import Analysis, analyse_all
from counterclaim.claim.attribution import by_rules
from counterclaim.claim.attribution.nesting import nested
from counterclaim.claim.attribution.trained import by_network
from counterclaim.model.reading import Reading
from training.measuring import spans_of

Found = frozenset[tuple[str, str, str]]


def main() -> None:
    """Prints the share of attributions that both find with the same spans."""
    parser = argparse.ArgumentParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("weights", type=Path, help="folder with the int8 network")
    parser.add_argument("float", type=Path, help="the same network in 32-bit floats (*.float.onnx of the work folder)")
    parser.add_argument("posts", type=Path, nargs="+")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        other = Path(shutil.copytree(wanted.weights, Path(folder) / "float"))
        shutil.copy(wanted.float, other / "extractor.onnx")
        counts = compared(wanted.posts, wanted.weights, other)
    both, one, two = counts["both"], counts["int8"], counts["float"]
    print(f"{counts['articles']} articles; {one} attributions by int8, {two} by float, {both} with the same spans")
    print(f"{2 * both / max(one + two, 1):.4f} of them (F1); in {counts['same articles']} articles nothing differs")


def compared(posts: Iterable[Path], weights: Path, other: Path) -> Counter[str]:
    """How many attributions each finds, and how many are found by both with the same spans."""
    counts: Counter[str] = Counter()
    for reading in readings(posts):
        one, two = found(reading, weights), found(reading, other)
        counts.update({"articles": 1, "int8": len(one), "float": len(two), "both": len(one & two)})
        counts["same articles"] += one == two
    return counts


def readings(posts: Iterable[Path]) -> Iterator[Reading]:
    """The readings of all posts that can be read."""
    return (each.reading for each in analyse_all(posts) if isinstance(each, Analysis))


def found(reading: Reading, weights: Path) -> Found:
    """The spans of all attributions."""
    every = nested(by_network(reading, by_rules(reading), weights))
    return frozenset((str(spans["source"]), str(spans["cue"]), str(spans["content"])) for spans in map(spans_of, every))


if __name__ == "__main__":
    main()
