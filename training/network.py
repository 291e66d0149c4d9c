"""The network: a small encoder, tags for cues, and for each cue a linear-chain CRF over the words around it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import torch
from torch import Tensor, nn

from counterclaim.claim.attribution.trained.features import Labels
from counterclaim.claim.attribution.trained.labels import LABELS, allowed, ends, starts
from training.windowed import ACTS, IGNORED, Sample

HIDDEN = 384
# Widths of the two scorers of a word as seen from a cue.
BILINEAR = 128
MIXED = 96
DROPOUT = 0.1
# How often, in training, a window comes without what the rules found, and without parse and rules.
RULELESS, PARSELESS = 0.15, 0.15
# How much of the loss is what teachers tell, where there are some; the rest is what readers marked.
TAUGHT = 0.5
# The columns of words and pairs that come from the parse.
PARSED_WORDS, PARSED_PAIRS = (0, 1, 2, 6), (0,)
RULED_WORDS, RULED_PAIRS = (7,), (1,)


@dataclass
class Batch:
    """Windows padded to one length; `owner` is the window of each cue."""

    pieces: Tensor
    mask: Tensor
    word_of: Tensor
    features: Tensor
    words: Tensor
    tags: Tensor
    owner: Tensor
    cues: Tensor
    pairs: Tensor
    labels: Tensor
    acts: Tensor
    told_tags: Tensor
    told_labels: Tensor

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, each.name).to(device) for each in fields(self)))


def batch(samples: list[Sample]) -> Batch:
    """Pads and joins windows."""
    longest = max(len(s.pieces) for s in samples)
    most = max(len(s.tags) for s in samples)
    targets = [(n, t) for n, s in enumerate(samples) for t in s.targets]
    made = Batch(
        pieces=_padded([s.pieces for s in samples], longest, 0),
        mask=_padded([s.pieces * 0 + 1 for s in samples], longest, 0),
        word_of=_padded([s.word_of for s in samples], longest, -1),
        features=torch.zeros(len(samples), most, samples[0].words.shape[1], dtype=torch.long),
        words=torch.tensor([len(s.tags) for s in samples]),
        tags=_padded([s.tags for s in samples], most, IGNORED),
        owner=torch.tensor([n for n, _ in targets], dtype=torch.long),
        cues=torch.tensor([t.cue for _, t in targets], dtype=torch.long).reshape(-1, 2),
        pairs=torch.zeros(len(targets), most, 5, dtype=torch.long),
        labels=_padded([t.labels for _, t in targets], most, 0) if targets else torch.zeros(0, most, dtype=torch.long),
        acts=torch.tensor([t.act for _, t in targets], dtype=torch.long),
        **_told(samples, most),
    )
    for n, s in enumerate(samples):
        made.features[n, : len(s.words)] = torch.from_numpy(s.words)
    for n, (_, t) in enumerate(targets):
        made.pairs[n, : len(t.pairs)] = torch.from_numpy(t.pairs)
    return made


def _told(samples: list[Sample], most: int) -> dict[str, Tensor]:
    """The lessons of windows, padded; empty where one has none."""
    lessons = [s.lesson for s in samples if s.lesson is not None]
    if len(lessons) < len(samples):
        return {"told_tags": torch.zeros(0), "told_labels": torch.zeros(0)}
    tags = torch.zeros(len(lessons), most, lessons[0].tags.shape[1])
    labels = torch.zeros(sum(len(each.labels) for each in lessons), most, len(LABELS))
    at = 0
    for n, each in enumerate(lessons):
        tags[n, : len(each.tags)] = torch.from_numpy(each.tags)
        labels[at : at + len(each.labels), : each.labels.shape[1]] = torch.from_numpy(each.labels).float()
        at += len(each.labels)
    return {"told_tags": tags, "told_labels": labels}


def _padded(rows: list, length: int, value: int) -> Tensor:  # type: ignore[type-arg]
    out = torch.full((len(rows), length), value, dtype=torch.long)
    for n, row in enumerate(rows):
        out[n, : len(row)] = torch.from_numpy(row)
    return out


def dropped(made: Batch, chance: torch.Generator) -> Batch:
    """The batch with parse and rules taken from some of its windows, so that the network learns to do without."""
    draw = torch.rand(len(made.pieces), generator=chance)
    for limit, words, pairs in (
        (RULELESS + PARSELESS, RULED_WORDS, RULED_PAIRS),
        (PARSELESS, PARSED_WORDS, PARSED_PAIRS),
    ):
        gone = draw < limit
        for column in words:
            made.features[gone, :, column] = 0
        if len(made.owner):
            of_cue = gone[made.owner]
            for column in pairs:
                made.pairs[of_cue, :, column] = 0
    return made


class Network(nn.Module):
    """
    Encoder, cue tags, labels seen from each cue, act of each cue.

    The acts are a further task in training only: what the network takes a claim for is right less often than what the
    tables of the product do (docs/attribution.md).
    """

    def __init__(self, encoder: nn.Module, labels: Labels) -> None:
        super().__init__()
        self.encoder = encoder
        self.word_features = nn.ModuleList(nn.Embedding(n, HIDDEN) for n in labels.word_sizes())
        self.pair_features = nn.ModuleList(nn.Embedding(n, MIXED) for n in labels.pair_sizes())
        for table in self.word_features:
            nn.init.zeros_(table.weight)
        for table in self.pair_features:
            nn.init.normal_(table.weight, std=0.05)
        count = len(LABELS)
        self.tagger = nn.Linear(HIDDEN, 3)
        self.cue_side = nn.Linear(HIDDEN, BILINEAR + MIXED)
        self.word_side = nn.Linear(HIDDEN, BILINEAR + MIXED)
        self.bilinear = nn.Parameter(torch.randn(count, BILINEAR, BILINEAR) * (0.5 / BILINEAR))
        self.out = nn.Linear(MIXED, count)
        self.transitions = nn.Parameter(torch.zeros(count, count))
        self.acts = nn.Sequential(nn.Linear(2 * HIDDEN, 128), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(128, len(ACTS)))
        self.drop = nn.Dropout(DROPOUT)
        self.register_buffer("allowed", torch.from_numpy(allowed()))
        self.register_buffer("starts", torch.from_numpy(starts()))
        self.register_buffer("ends", torch.from_numpy(ends()))

    def fed(self, made: Batch) -> Tensor:
        """What the encoder is fed with, [windows, pieces, HIDDEN]: its pieces, and what is known of their words."""
        added = sum(table(made.features[:, :, k]) for k, table in enumerate(self.word_features))
        place = made.word_of.clamp(min=0)[:, :, None].expand(-1, -1, HIDDEN)
        marked = (made.word_of >= 0)[:, :, None]
        known = self.encoder.embeddings.word_embeddings(made.pieces)
        return known + torch.gather(added, 1, place) * marked

    def states(self, known: Tensor, mask: Tensor, word_of: Tensor, features: Tensor) -> Tensor:
        """The states of the words, [windows, words, HIDDEN]: the mean of their pieces'."""
        place = word_of.clamp(min=0)[:, :, None].expand(-1, -1, HIDDEN)
        marked = (word_of >= 0)[:, :, None]
        hidden = self.encoder(inputs_embeds=known, attention_mask=mask).last_hidden_state
        sums = torch.zeros(features.shape[0], features.shape[1], HIDDEN, dtype=hidden.dtype, device=hidden.device)
        sums = sums.scatter_add(1, place, hidden * marked)
        counts = torch.zeros(features.shape[:2], dtype=hidden.dtype, device=hidden.device)
        counts = counts.scatter_add(1, word_of.clamp(min=0), (word_of >= 0).to(hidden.dtype))
        return sums / counts.clamp(min=1)[:, :, None]

    def emissions(self, states: Tensor, owner: Tensor, cues: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
        """The score of each label for each word seen from each cue, [cues, words, labels]; and the cues' own states."""
        upto = torch.cat([torch.zeros_like(states[:, :1]), states.cumsum(1)], 1)
        cue = (upto[owner, cues[:, 1]] - upto[owner, cues[:, 0]]) / (cues[:, 1] - cues[:, 0])[:, None]
        near, far = self.cue_side(self.drop(cue)), self.word_side(self.drop(states))[owner]
        seen = torch.einsum("nd,lde->nle", near[:, :BILINEAR], self.bilinear)
        scores = torch.einsum("nle,nwe->nwl", seen, far[:, :, :BILINEAR])
        mixed = near[:, None, BILINEAR:] + far[:, :, BILINEAR:]
        mixed = mixed + sum(table(pairs[:, :, k]) for k, table in enumerate(self.pair_features))
        return scores + self.out(torch.relu(mixed)), cue

    def loss(self, made: Batch, known: Tensor) -> tuple[Tensor, dict[str, float]]:
        """The sum of the losses over the batch for each of its cues, where the encoder is fed with `known`."""
        states = self.states(known, made.mask, made.word_of, made.features).float()
        tags = _tag_loss(made, self.tagger(self.drop(states)).float())
        count = max(len(made.owner), 1)
        if not len(made.owner):
            return tags / count, {"cue": tags.item() / count}
        scores, cue = self.emissions(states, made.owner, made.cues, made.pairs)
        spans = self._span_loss(made, scores.float())
        content = (made.labels >= 6).to(states.dtype)
        mean = torch.einsum("nw,nwd->nd", content, states[made.owner]) / content.sum(1).clamp(min=1)[:, None]
        known = (made.acts >= 0).sum()
        acts = tags.new_zeros(())
        if known:
            logits = self.acts(torch.cat([cue, mean], 1)).float()
            acts = nn.functional.cross_entropy(logits, made.acts, ignore_index=IGNORED, reduction="sum")
        total = (tags + spans + 0.3 * acts) / count
        return total, {
            "cue": tags.item() / count,
            "spans": spans.item() / count,
            "acts": acts.item() / max(int(known), 1),
        }

    def _span_loss(self, made: Batch, scores: Tensor) -> Tensor:
        """What the marked labels cost, and how far the scores are from what was told of each word."""
        lengths = made.words[made.owner]
        marked = self.crf(scores, made.labels, lengths)
        if not made.told_labels.numel():
            return marked
        inside = torch.arange(scores.shape[1], device=scores.device)[None, :] < lengths[:, None]
        return (1 - TAUGHT) * marked + TAUGHT * (_apart(made.told_labels, scores) * inside).sum()

    def crf(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """The negative log likelihood of `labels`, summed over cues (Lafferty et al. 2001)."""
        moves = self.transitions + self.allowed
        step = torch.arange(scores.shape[1], device=scores.device)
        inside = step[None, :] < lengths[:, None]
        own = scores.gather(2, labels[:, :, None])[:, :, 0] * inside
        pairs = moves[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]
        last = labels.gather(1, (lengths - 1)[:, None])[:, 0]
        gold = own.sum(1) + pairs.sum(1) + self.starts[labels[:, 0]] + self.ends[last]
        alpha = scores[:, 0] + self.starts
        for t in range(1, scores.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + moves[None], 1) + scores[:, t]
            alpha = torch.where(inside[:, t, None], after, alpha)
        return (torch.logsumexp(alpha + self.ends, 1) - gold).sum()


def _tag_loss(made: Batch, scores: Tensor) -> Tensor:
    """What the marked cue tags cost, and how far the scores are from what was told; nothing for words not asked for."""
    marked = nn.functional.cross_entropy(
        scores.flatten(0, 1), made.tags.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    if not made.told_tags.numel():
        return marked
    return (1 - TAUGHT) * marked + TAUGHT * (_apart(made.told_tags, scores) * (made.tags != IGNORED)).sum()


def _apart(told: Tensor, own: Tensor) -> Tensor:
    """The Kullback-Leibler divergence over the last axis of what was told from what is given."""
    wanted = told.log_softmax(-1)
    return (wanted.exp() * (wanted - own.log_softmax(-1))).sum(-1)


def fresh(folder: Path, labels: Labels) -> Network:
    """A network on the encoder in `folder`; its table of pieces stays as it is."""
    from transformers import BertModel  # noqa: PLC0415

    encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    return Network(encoder, labels)


__all__ = ["Batch", "Network", "batch", "dropped", "fresh"]
