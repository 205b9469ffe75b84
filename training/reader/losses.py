"""A batch and the reader -> one loss, the sum over the layers that the batch's corpus annotates."""

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.chain import FAR, chain_loss, start_mask, step_mask
from training.reader.labels import SPANS, TAGS, Labels
from training.reader.network import Reader, steps_between
from training.reader.windows import OPEN

WEIGHTS = {"upos": 0.6, "xpos": 0.4, "lemma": 0.4, "ends": 1.0, "factuality": 0.2, "link": 0.5,
           "mention": 0.5, "same": 0.5}  # fmt: skip


class Losses:
    """Holds the masks of the chains; call it with a reader and a batch."""

    def __init__(self, labels: Labels) -> None:
        self.never = {layer: step_mask(labels.words[layer]) for layer in SPANS}
        self.start = {layer: start_mask(labels.words[layer]) for layer in SPANS}

    def __call__(self, reader: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        words = reader.read(batch["pieces"], batch["shapes"], batch["mask"], batch["first"])
        found = {}
        for layer in TAGS:
            if layer in batch:
                found[layer] = _choice(reader.heads[layer](words), batch[layer])
        for layer in SPANS:
            if "allowed:" + layer in batch:
                found[layer] = chain_loss(
                    reader.heads[layer](words),
                    reader.steps[layer],
                    batch["allowed:" + layer],
                    batch["words"],
                    self.never[layer],
                    self.start[layer],
                )
        if "head" in batch:
            arcs = reader.arcs(words).float().masked_fill(~batch["same"], FAR)
            found["head"] = _choice(arcs, batch["head"])
            found["deprel"] = _choice(reader.relations(words, batch["head"].clamp(min=0)), batch["deprel"])
        if "link" in batch:
            # only words that begin a cue can be meant, and the word itself (none)
            own = torch.eye(batch["words"].shape[1], dtype=torch.bool)[None]
            hidden = ~(batch["cues"][:, None, :] | own)
            lost = hidden.gather(2, batch["link"].clamp(min=0)[:, :, None]).squeeze(-1)
            gold = batch["link"].masked_fill(lost, OPEN)
            found["link"] = _choice(reader.links(words).float().masked_fill(hidden, FAR), gold)
        if "thing" in batch and (batch["thing"] != OPEN).sum() > 1:
            found["same"] = _same_loss(reader, words, batch)
        if "factuality" in batch:
            known = batch["factuality"] != OPEN
            if known.any():
                told = reader.factuality(words).squeeze(-1).float()
                found["factuality"] = functional.smooth_l1_loss(told[known], batch["factuality"][known])
        return found


def _same_loss(reader: Reader, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Each mention against those before it, after Lee et al. (2017): any earlier mention of its thing is
    right, none is right for the first."""
    known = batch["thing"] != OPEN
    things = batch["thing"][known]
    written = batch["pieces"].gather(1, batch["first"])[known]
    later, earlier, none = reader.same(words[known])
    place = torch.arange(len(things))
    apart = place[:, None] - place[None, :]
    scores = (later @ earlier.T).float()
    scores = scores + reader.same_distance(steps_between(apart.clamp(min=1))).squeeze(-1)
    scores = scores + reader.same_word * (written[:, None] == written[None, :])
    scores = torch.cat([scores.masked_fill(apart <= 0, FAR), none.float()], 1)
    right = (things[:, None] == things[None, :]) & (apart > 0)
    right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~right, FAR).logsumexp(1)).mean()


def total(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum that is trained on."""
    return torch.stack([loss * WEIGHTS.get(layer, 1.0) for layer, loss in losses.items()]).sum()


def _choice(scores: Tensor, gold: Tensor) -> Tensor:
    if not (gold != OPEN).any():
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=OPEN)
