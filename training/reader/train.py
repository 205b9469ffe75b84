"""Corpora and the seed weights -> a checkpoint of the reader: `python -m training.reader.train --help`.

Stops and resumes at any step that was saved: the checkpoint holds weights, their running mean, the optimizer,
the step and how much of the epoch was done.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch

from secondsource.language.encoder.pieces import PieceCutter
from training.reader.corpora import READERS, Document, read_corpus
from training.reader.labels import Labels
from training.reader.losses import Losses, total
from training.reader.network import Linear, Reader
from training.reader.own import own_documents
from training.reader.windows import Window, collate, cut_windows, make_batches

SHARES = "ewt:1,gum:1,polnear:0.6,re3d:2,meantime:2,ecbplus:0.5,own:1"
TOLD, SAVED = 50, 200  # steps


def main() -> None:
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("--data", type=Path, required=True, help="folder of the annotated public data")
    ways.add_argument("--seed-model", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    ways.add_argument(
        "--out", type=Path, required=True, help="folder of the checkpoint; resumed when it is there"
    )
    ways.add_argument("--start", type=Path, help="folder of a checkpoint to start from")
    ways.add_argument("--shares", default=SHARES, help="passes over each corpus an epoch, name:number,...")
    ways.add_argument("--steps", type=int, default=10_000, help="steps after which the rates have fallen")
    ways.add_argument("--stop", type=int, help="stop after this step, the rates still high")
    ways.add_argument("--pieces", type=int, default=2048, help="word pieces a batch")
    ways.add_argument("--windows", default="60,160", help="fewest and most word pieces a window")
    ways.add_argument("--rate", type=float, default=2e-4, help="learning rate of the layers")
    ways.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of the heads")
    ways.add_argument("--lower", type=float, default=1.0, help="rate of each layer, of that of the one above")
    ways.add_argument(
        "--unfrozen", action="store_true", help="train the word embeddings too (a try; not shipped)"
    )
    ways.add_argument("--caps", type=float, default=0.06, help="share of windows shown in other capitals")
    ways.add_argument("--hide", type=float, default=0.05, help="share of words masked")
    ways.add_argument("--licence", choices=("all", "open"), default="all", help="open: sets that state one")
    ways.add_argument("--seed", type=int, default=1)
    ways.add_argument("--mean", type=float, default=0.998, help="decay of the running mean of the weights")
    ways.add_argument(
        "--quantised", type=int, help="from this step on, weights and inputs rounded as shipped"
    )
    train(ways.parse_args())


def train(ways: argparse.Namespace) -> None:
    """Trains until the last step; one line of progress every 50 steps."""
    torch.set_num_threads(1)
    torch.manual_seed(ways.seed)
    ways.out.mkdir(parents=True, exist_ok=True)
    cutter = PieceCutter(ways.seed_model / "vocab.txt")
    shares = _shares(ways)
    documents = {name: _documents(name, ways.data) for name in shares}
    found = [folder for folder in (ways.out, ways.start) if folder and (folder / "labels.json").exists()]
    labels = Labels.collect([one for several in documents.values() for one in several])
    if found:
        labels = Labels.read(found[0] / "labels.json").widened(labels)
    labels.write(ways.out / "labels.json")
    reader = Reader(labels)
    reader.encoder.load_seed(ways.seed_model / "model.safetensors")
    reader.encoder.piece.weight.requires_grad_(ways.unfrozen)
    optimizer = _optimizer(reader, ways)
    mean: dict[str, torch.Tensor] = {}
    step = epoch = done = 0
    if (ways.out / "checkpoint.pt").exists():
        saved = torch.load(ways.out / "checkpoint.pt")
        reader.load_state_dict(saved["weights"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        mean, step, epoch, done = saved["mean"], saved["step"], saved["epoch"], saved.get("done", 0)
    elif ways.start:
        saved = torch.load(ways.start / "checkpoint.pt")
        reader.load_state_dict(saved["mean"] or saved["weights"], strict=False)
    most = tuple(int(number) for number in ways.windows.split(","))
    losses, last = Losses(labels), min(ways.steps, ways.stop or ways.steps)
    reader.train()
    while step < last:
        random_ = random.Random(ways.seed * 1000 + epoch)
        batches = _epoch(documents, shares, labels, cutter, (most[0], most[1]), ways, random_)
        started, machine, sums = time.time(), time.process_time(), {}
        for batch in batches[done:]:
            if step == last:
                break
            Linear.rounded = ways.quantised is not None and step >= ways.quantised
            _set_rate(optimizer, step / ways.steps)
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(reader, collate(batch, labels))
                loss = total(parts)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step, done = step + 1, done + 1
            _average(mean, reader, ways.mean, step)
            for name, part in parts.items():
                count, so_far = sums.get(name, (0, 0.0))
                sums[name] = (count + 1, so_far + part.item())
            if step % TOLD == 0:
                told = {name: round(so_far / count, 3) for name, (count, so_far) in sums.items()}
                print(epoch, step, ways.steps, f"wall {time.time() - started:.0f}", told, flush=True)
            if step % SAVED == 0:
                _save(ways.out, reader, mean, optimizer, (step, epoch, done))
        if done == len(batches):
            epoch, done = epoch + 1, 0
        print("EPOCH", epoch, f"machine seconds {time.process_time() - machine:.0f}", flush=True)
    _save(ways.out, reader, mean, optimizer, (step, epoch, done))
    told = {key: str(value) for key, value in vars(ways).items() if key not in {"data", "seed_model"}}
    (ways.out / "recipe.json").write_text(json.dumps(told, indent=1))


def _shares(ways: argparse.Namespace) -> dict[str, float]:
    shares = {name: float(share) for name, share in (one.split(":") for one in ways.shares.split(","))}
    if ways.licence == "open":
        shares = {name: share for name, share in shares.items() if name == "own" or READERS[name][2]}
    return shares


def _documents(name: str, data: Path) -> list[Document]:
    return own_documents(data) if name == "own" else read_corpus(name, data)["train"]


def _epoch(
    documents: dict[str, list[Document]],
    shares: dict[str, float],
    labels: Labels,
    cutter: PieceCutter,
    most: tuple[int, int],
    ways: argparse.Namespace,
    random_: random.Random,
) -> list[list[Window]]:
    batches: list[list[Window]] = []
    for name, share in shares.items():
        while share > 0:
            chosen = documents[name]
            if share < 1:
                chosen = random_.sample(chosen, max(1, round(len(chosen) * share))) if chosen else []
            # a document's windows stay together in a batch where mentions are tied: alike in length
            ranged = (most[1] - 30, most[1]) if name == "gum" else most
            windows = cut_windows(chosen, labels, cutter, ranged, random_, ways.caps, ways.hide)
            batches += make_batches(windows, ways.pieces, random_) if windows else []
            share -= 1
    random_.shuffle(batches)
    return batches


def _optimizer(reader: Reader, ways: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW; the rate of each layer is that of the layer above times `lower` (Howard and Ruder 2018)."""
    groups: dict[float, list[torch.nn.Parameter]] = {}
    count = len(reader.encoder.layers)
    for name, weight in reader.named_parameters():
        if not weight.requires_grad:
            continue
        if not name.startswith("encoder.") or "shape" in name:
            rate = ways.head_rate
        else:
            layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else -1
            rate = ways.rate * ways.lower ** (count - 1 - layer)
        groups.setdefault(rate, []).append(weight)
    told = [{"params": weights, "lr": rate, "full": rate} for rate, weights in groups.items()]
    return torch.optim.AdamW(told, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    """Rises over the first 6 % of the steps, then falls in a line to 1 %."""
    factor = max(0.01, min(1.0, done / 0.06 + 0.02, (1 - done) / 0.94 + 0.01))
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * factor


def _save(
    folder: Path,
    reader: Reader,
    mean: dict[str, torch.Tensor],
    optimizer: torch.optim.Optimizer,
    where: tuple[int, int, int],
) -> None:
    kept = {"weights": _trained(reader), "mean": mean, "optimizer": optimizer.state_dict()}
    kept |= dict(zip(("step", "epoch", "done"), where, strict=True))
    torch.save(kept, folder / "checkpoint.new")
    (folder / "checkpoint.new").replace(folder / "checkpoint.pt")


def _trained(reader: Reader) -> dict[str, torch.Tensor]:
    return {name: weight for name, weight in reader.state_dict().items() if name != "encoder.piece.weight"}


@torch.no_grad()
def _average(mean: dict[str, torch.Tensor], reader: Reader, decay: float, step: int) -> None:
    decay = min(decay, (step + 1) / (step + 20))
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            if name in mean:
                mean[name].lerp_(weight, 1 - decay)
            else:
                mean[name] = weight.detach().clone()


if __name__ == "__main__":
    main()
