"""Linear-chain CRF (Lafferty et al. 2001) whose gold may be partial: all paths against the allowed ones."""

import torch
from torch import Tensor

FAR = -1e4


def step_mask(labels: list[str]) -> Tensor:
    """0 where label j may follow label i, FAR where not: I-x follows only B-x or I-x. Rows are i."""
    return torch.tensor(
        [
            [
                0.0 if not after.startswith("I-") or before[2:] == after[2:] and before != "O" else FAR
                for after in labels
            ]
            for before in labels
        ]
    )


def start_mask(labels: list[str]) -> Tensor:
    """0 where a window may begin with the label, FAR for I-x."""
    return torch.tensor([FAR if label.startswith("I-") else 0.0 for label in labels])


def chain_loss(
    scores: Tensor, steps: Tensor, allowed: Tensor, mask: Tensor, never: Tensor, start: Tensor
) -> Tensor:
    """Mean over words of -log p(allowed paths).

    `scores` is batch x words x labels; `allowed` the same shape, true where gold permits the label; `mask` is
    batch x words. A window cut out of the middle of a span begins with B by construction of its labels.
    """
    scores = scores.float()
    steps = steps + never
    everything = _forward(scores, steps, mask, start)
    gold = _forward(scores.masked_fill(~allowed, FAR), steps, mask, start)
    return (everything - gold).sum() / mask.sum()


def _forward(scores: Tensor, steps: Tensor, mask: Tensor, start: Tensor) -> Tensor:
    state = scores[:, 0] + start
    for place in range(1, scores.shape[1]):
        after = torch.logsumexp(state[:, :, None] + steps[None], 1) + scores[:, place]
        state = torch.where(mask[:, place, None], after, state)
    return torch.logsumexp(state, 1)
