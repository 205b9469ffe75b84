"""Corpora and the seed weights -> a checkpoint of the reader: `python -m training.reader.train --help`.

Stops and resumes at any epoch: the checkpoint holds weights, their running mean, the optimizer and the step.
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
from training.reader.network import Reader
from training.reader.own import own_documents
from training.reader.windows import Window, collate, cut_windows, make_batches

SHARES = "ewt:1,gum:1,polnear:0.2,re3d:2,meantime:2,ecbplus:0.5,own:1"


def main() -> None:
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("--data", type=Path, required=True, help="folder of the annotated public data")
    ways.add_argument("--seed-model", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    ways.add_argument(
        "--out", type=Path, required=True, help="folder of the checkpoint; resumed when it is there"
    )
    ways.add_argument("--start", type=Path, help="folder of a checkpoint to start from")
    ways.add_argument("--shares", default=SHARES, help="passes over each corpus an epoch, name:number,...")
    ways.add_argument("--epochs", type=int, default=3)
    ways.add_argument("--pieces", type=int, default=2048, help="word pieces a batch")
    ways.add_argument("--windows", default="60,160", help="fewest and most word pieces a window")
    ways.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the layers")
    ways.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of the heads")
    ways.add_argument("--caps", type=float, default=0.06, help="share of windows shown in other capitals")
    ways.add_argument("--licence", choices=("all", "open"), default="all", help="open: sets that state one")
    ways.add_argument("--seed", type=int, default=1)
    ways.add_argument("--mean", type=float, default=0.998, help="decay of the running mean of the weights")
    ways.add_argument("--minutes", type=float, help="stop then, the rates having fallen by the clock")
    ways.add_argument("--stop", type=int, help="stop after this step, whatever the epochs say")
    ways.add_argument("--hide", type=float, default=0.05, help="share of words masked")
    ways.add_argument(
        "--frozen", type=int, default=0, help="how many of the lowest layers to leave as they are"
    )
    train(ways.parse_args())


def train(ways: argparse.Namespace) -> None:
    """Trains until the last epoch; one line of progress every 50 steps."""
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
    reader.encoder.piece.weight.requires_grad_(False)
    optimizer = _optimizer(reader, ways)
    mean: dict[str, torch.Tensor] = {}
    step = epoch = 0
    if (ways.out / "checkpoint.pt").exists():
        saved = torch.load(ways.out / "checkpoint.pt")
        reader.load_state_dict(saved["weights"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        mean, step, epoch = saved["mean"], saved["step"], saved["epoch"]
        if ways.frozen:
            reader.load_state_dict(mean, strict=False)
    elif ways.start:
        saved = torch.load(ways.start / "checkpoint.pt")
        reader.load_state_dict(saved["mean"] or saved["weights"], strict=False)
    most = tuple(int(number) for number in ways.windows.split(","))
    for layer in reader.encoder.layers[: ways.frozen]:
        layer.requires_grad_(False)
    if ways.frozen:
        for part in (reader.encoder.position, reader.encoder.shape, reader.encoder.norm):
            part.requires_grad_(False)
        reader.encoder.kind.requires_grad_(False)
    losses, reader_steps, launched, late = Losses(labels), 0, time.time(), False
    reader.train()
    while epoch < ways.epochs and not late:
        random_ = random.Random(ways.seed * 1000 + epoch)
        batches = _epoch(documents, shares, labels, cutter, (most[0], most[1]), ways, random_)
        every = len(batches) * ways.epochs
        started, machine, sums = time.time(), time.process_time(), {}
        for batch in batches:
            clock = (time.time() - launched) / 60 / ways.minutes if ways.minutes else None
            if (clock is not None and clock > 1) or step == ways.stop:
                late = True
                break
            _set_rate(optimizer, ways, step / every, clock)
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(reader, collate(batch, labels))
                loss = total(parts)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step, reader_steps = step + 1, reader_steps + 1
            _average(mean, reader, ways.mean, step)
            for name, part in parts.items():
                count, so_far = sums.get(name, (0, 0.0))
                sums[name] = (count + 1, so_far + part.item())
            if reader_steps % 50 == 0:
                told = {name: round(so_far / count, 3) for name, (count, so_far) in sums.items()}
                if reader_steps % 200 == 0:
                    _save(ways.out, reader, mean, optimizer, step, epoch)
                print(epoch, step, every, f"wall {time.time() - started:.0f}", told, flush=True)
        epoch += 1
        print("EPOCH", epoch, f"machine seconds {time.process_time() - machine:.0f}", flush=True)
        _save(ways.out, reader, mean, optimizer, step, epoch)
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
    slow, fast = [], []
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            (slow if name.startswith("encoder.") and "shape" not in name else fast).append(weight)
    groups = [{"params": slow, "lr": ways.rate}, {"params": fast, "lr": ways.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _set_rate(
    optimizer: torch.optim.Optimizer, ways: argparse.Namespace, done: float, clock: float | None
) -> None:
    """Rises over the first 6 % of the steps, then falls in a line to 2 %; by the clock when there is one."""
    factor = max(0.02, min(1.0, done / 0.06 + 0.02, (1 - done) / 0.94 + 0.01))
    if clock is not None:
        factor = max(0.02, 0.85 * (1 - clock))
    for group, rate in zip(optimizer.param_groups, (ways.rate, ways.head_rate), strict=True):
        group["lr"] = rate * factor


def _save(
    folder: Path,
    reader: Reader,
    mean: dict[str, torch.Tensor],
    optimizer: torch.optim.Optimizer,
    step: int,
    epoch: int,
) -> None:
    kept = {"weights": _trained(reader), "mean": mean, "optimizer": optimizer.state_dict()}
    torch.save(kept | {"step": step, "epoch": epoch}, folder / "checkpoint.new")
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
