"""`python -m training open|research`: reads, trains, measures by five folds, calibrates, quantises, exports."""

from __future__ import annotations

import argparse
import os
import pickle
from dataclasses import asdict, replace
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch  # noqa: E402 - the environment has to be set first
from evaluate.scoring import f1  # noqa: E402

from counterclaim.claim.attribution.trained.network import Limits  # noqa: E402
from training.bench import Bench, bench  # noqa: E402
from training.calibration import calibration_error, chosen_limits, curves, summed  # noqa: E402
from training.council import Council, remarked  # noqa: E402
from training.export import export  # noqa: E402
from training.folds import FOLDS, Unseen, kept, parted, unseen  # noqa: E402
from training.measuring import open_figures, right_ones  # noqa: E402
from training.network import Network  # noqa: E402
from training.teaching import with_lessons  # noqa: E402
from training.variants import VARIANTS, VERSION, Variant  # noqa: E402
from training.windowed import Sample  # noqa: E402

# What a network of a fold is exported with: its scores are taken as they are.
AS_IS = [[0, 1], [0, 1]]
PLAIN = {
    "limits": {"alone": 0.5, "agreed": 0.5, "nested": 0.5},
    "calibration": {"agreed": AS_IS, "alone": AS_IS},
}
# What one of PolNeAR alone is exported with, to be measured on PolNeAR. The corpus wants any form of *say* found, which
# rules know; these limits were chosen by trials on its development part. It marks nothing inside another's words.
FIRST = {**PLAIN, "limits": {"alone": 0.5, "agreed": 0.2, "nested": 0.5}, "nests": False}


def main() -> None:
    """Runs all stages of one variant; what an earlier run has finished is taken from the work folder."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("variant", choices=sorted(VARIANTS))
    parser.add_argument("--shared", type=Path, default=HOME.parent / "shared", help="folder with the corpora")
    parser.add_argument("--work", type=Path, default=HOME / "out" / "training", help="where stages are kept")
    parser.add_argument("--into", type=Path, help="where the weights go (default: a folder in --work)")
    parser.add_argument("--seeds", type=int, default=3, help="seeds that the first fold is trained with")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    wanted = parser.parse_args()
    variant = VARIANTS[wanted.variant]
    table = bench(wanted.shared, wanted.work, jobs=wanted.jobs, device=wanted.device)
    first = pretrained(variant, table)
    runs = [(fold, 0) for fold in range(FOLDS)] + [(0, seed) for seed in range(1, wanted.seeds)]
    found = {run: fold_of(variant, table, first, run) for run in runs}
    card = measured(variant, table, found)
    network = final(variant, table, first)
    into = wanted.into or wanted.work / variant.name
    export(network, table.labels, into, card)
    (into / "float.onnx").rename(wanted.work / f"{variant.name}.float.onnx")
    print(f"wrote {into}")


def pretrained(variant: Variant, table: Bench) -> dict[str, torch.Tensor] | None:
    """The network after its first stage; None where there is none."""
    if variant.first is None:
        return None
    name = f"{variant.name}.first"
    learnt = [] if table.has(name) else _lessons(variant, table)
    network = table.trained(name, learnt, variant.first, None)
    export(network, table.labels, table.work / name, {"variant": variant.name, "version": VERSION, **FIRST})
    return network.state_dict()


def _lessons(variant: Variant, table: Bench) -> list[Sample]:
    """
    The windows of PolNeAR, with what the variant's teachers make of them once they have learnt them.

    So with the open texts, in which the teachers mark what they find together: what readers marked there follows
    another convention, and is not shown to them.
    """
    learnt = table.samples(table.polnear())
    names = [f"{variant.name}.first.seed{plan.seed}" for plan in variant.teachers]
    teachers = [table.trained(name, learnt, plan, None) for name, plan in zip(names, variant.teachers, strict=True)]
    if not teachers:
        return learnt
    for name, teacher in zip(names, teachers, strict=True):
        export(teacher, table.labels, table.work / name, {"variant": variant.name, "version": VERSION, **FIRST})
    council = Council([table.loaded(name) for name in names])
    further = table.samples([remarked(text, council) for text in (*table.news, *table.own)])
    return with_lessons([*learnt, *further], teachers)


def fold_of(
    variant: Variant, table: Bench, first: dict[str, torch.Tensor] | None, run: tuple[int, int]
) -> list[Unseen]:
    """What the network of a fold and seed proposes for the texts that were kept aside."""
    fold, seed = run
    name = f"{variant.name}.fold{fold}.seed{seed}"
    path = table.work / f"{name}.pickle"
    if not path.is_file():
        learnt = [each for texts in (table.news, table.own) for each in parted(texts, fold)[0]]
        network = table.trained(name, table.samples(learnt), replace(variant.then, seed=seed), first)
        export(network, table.labels, table.work / name, {"variant": variant.name, "version": VERSION, **PLAIN})
        aside = [each for texts in (table.news, table.own) for each in parted(texts, fold)[1]]
        path.write_bytes(pickle.dumps([unseen(each, table.loaded(name)) for each in aside]))
    found: list[Unseen] = pickle.loads(path.read_bytes())
    return found


def measured(variant: Variant, table: Bench, found: dict[tuple[int, int], list[Unseen]]) -> dict[str, object]:
    """The card of the weights: limits, curves and figures, all from texts that were kept aside."""
    trained = table.loaded(f"{variant.name}.fold0.seed0")
    every = {each.name: each for (_, seed), group in found.items() if seed == 0 for each in group}
    gold = table.gold()

    def tallies(limits: Limits) -> list:  # type: ignore[type-arg]
        return [table.tally(text, kept(text, every[text.example.name], limits, trained), gold) for text in table.news]

    limits = chosen_limits(lambda each: summed(tallies(each)))
    scored = [one for text in (*table.news, *table.own) for one in right_ones(text, every[text.example.name])]
    learnt = curves(scored)
    best = tallies(limits)
    figures = {each.name: [each.value, each.low, each.high] for each in open_figures(best).values()}
    exact = {name: f1(summed(best), name)[:2] for name in figures}
    seeds = [
        open_figures([table.tally(text, kept(text, each, limits, trained), gold) for text, each in table.paired(group)])
        for (fold, _), group in found.items()
        if fold == 0
    ]
    print(variant.name, limits, figures, exact, flush=True)
    decided = {"limits": asdict(limits), "calibration": learnt}
    for fold in range(FOLDS):
        table.amend(f"{variant.name}.fold{fold}.seed0", decided)
    return {
        "variant": variant.name,
        "version": VERSION,
        **decided,
        "five folds": figures,
        "precision and recall": exact,
        "first fold by seed": [{name: each.value for name, each in one.items()} for one in seeds],
        "calibration error before": calibration_error([(score, right) for score, _, right in scored]),
    }


def final(variant: Variant, table: Bench, first: dict[str, torch.Tensor] | None) -> Network:
    """The network trained on all texts."""
    return table.trained(f"{variant.name}.final", table.samples([*table.news, *table.own]), variant.then, first)


if __name__ == "__main__":
    main()
