"""Exports a trained network: the encoder as int8 ONNX, the small scorers as arrays, and what both are made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from counterclaim.claim.attribution.trained.features import Labels
from training.network import HIDDEN, Network


class Shipped(nn.Module):
    """
    The part of the network that runs in ONNX: the encoder and everything that is linear in the states of the words.

    One window at a time, so that nothing is padded or masked; queries, keys and values come from one product, and the
    tables of features are one. That takes a quarter less time than the graph that the training code would give.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.layers = nn.ModuleList(_Layer(layer) for layer in network.encoder.encoder.layer)
        tables = [table.weight for table in network.word_features]
        self.features = nn.Embedding.from_pretrained(torch.cat([*tables, torch.zeros(1, HIDDEN)]).detach())
        parts = _projections(network)
        self.widths = [len(weight) for weight, _ in parts]
        self.project = nn.Linear(HIDDEN, sum(self.widths))
        with torch.no_grad():
            self.project.weight.copy_(torch.cat([weight for weight, _ in parts]))
            self.project.bias.copy_(torch.cat([bias for _, bias in parts]))

    def forward(self, pieces: Tensor, features: Tensor, pool: Tensor) -> Tensor:
        """From pieces [p], feature numbers [p, columns] and the share of each piece in a word [w, p]: [w, widths]."""
        tables = self.encoder.embeddings
        place = tables.position_embeddings.weight[: pieces.shape[0]] + tables.token_type_embeddings.weight[0]
        states = tables.LayerNorm(tables.word_embeddings(pieces) + self.features(features).sum(1) + place)
        for layer in self.layers:
            states = layer(states)
        out: Tensor = self.project(pool @ states)
        return out


class _Layer(nn.Module):
    """One layer of the encoder, its three projections joined and the scale of the queries in their weights."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        own = layer.attention.self
        self.heads, self.width = own.num_attention_heads, own.attention_head_size
        scale = self.width**-0.5
        self.joined = nn.Linear(HIDDEN, 3 * HIDDEN)
        with torch.no_grad():
            self.joined.weight.copy_(torch.cat([own.query.weight * scale, own.key.weight, own.value.weight]))
            self.joined.bias.copy_(torch.cat([own.query.bias * scale, own.key.bias, own.value.bias]))
        self.after, self.first_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.wide, self.narrow, self.last_norm = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def forward(self, states: Tensor) -> Tensor:
        """[p, HIDDEN] to the same."""
        joined = self.joined(states).reshape(-1, 3, self.heads, self.width)
        queries, values = joined[:, 0].transpose(0, 1), joined[:, 2].transpose(0, 1)
        weights = torch.softmax(queries @ joined[:, 1].permute(1, 2, 0), -1)
        mixed = (weights @ values).transpose(0, 1).reshape(-1, HIDDEN)
        states = self.first_norm(states + self.after(mixed))
        after: Tensor = self.last_norm(states + self.narrow(nn.functional.gelu(self.wide(states))))
        return after


def _projections(network: Network) -> list[tuple[Tensor, Tensor]]:
    return [
        (network.tagger.weight, network.tagger.bias),
        (network.cue_side.weight, network.cue_side.bias),
        (network.word_side.weight, network.word_side.bias),
    ]


def export(network: Network, labels: Labels, folder: Path, card: dict[str, Any]) -> None:
    """Writes extractor.onnx, .npz and .json into `folder`, and float.onnx, which is not shipped, to compare with."""
    network.eval()
    shipped = Shipped(network).eval()
    folder.mkdir(parents=True, exist_ok=True)
    _to_onnx(shipped, labels, folder / "float.onnx")
    quant_pre_process(str(folder / "float.onnx"), str(folder / "ready.onnx"), skip_symbolic_shape=True)
    # 7 bits of each weight: without VNNI the kernels add pairs of products in 16 bits and would saturate.
    quantize_dynamic(
        folder / "ready.onnx",
        folder / "extractor.onnx",
        weight_type=QuantType.QInt8,
        reduce_range=True,
        per_channel=True,
    )
    (folder / "ready.onnx").unlink()
    np.savez(folder / "extractor.npz", **_heads(network))
    known = {"tags": labels.tags, "deps": labels.deps, "entities": labels.entities}
    record = {**card, "widths": shipped.widths, "labels": known}
    (folder / "extractor.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _to_onnx(shipped: Shipped, labels: Labels, path: Path) -> None:
    pieces = torch.randint(1000, 2000, (24,))
    features = torch.ones(24, len(labels.word_sizes()), dtype=torch.long)
    pool = torch.eye(24)[1:23]
    axes = {"pieces": {0: "p"}, "features": {0: "p"}, "pool": {0: "w", 1: "p"}, "out": {0: "w"}}
    with torch.no_grad():
        torch.onnx.export(
            shipped,
            (pieces, features, pool),
            str(path),
            input_names=["pieces", "features", "pool"],
            output_names=["out"],
            dynamic_axes=axes,
            dynamo=False,
            opset_version=17,
        )


def _heads(network: Network) -> dict[str, Any]:
    arrays = {
        "moves": network.transitions + network.allowed,
        "starts": network.starts,
        "ends": network.ends,
        "bilinear": network.bilinear,
        "out": network.out.weight.T,
        "out_bias": network.out.bias,
        "pairs": torch.cat([table.weight for table in network.pair_features]),
    }
    found = {name: np.ascontiguousarray(value.detach().numpy().astype(np.float32)) for name, value in arrays.items()}
    sizes = [table.num_embeddings for table in network.pair_features]
    return {**found, "pair_offsets": np.concatenate([[0], np.cumsum(sizes)[:-1]])}
