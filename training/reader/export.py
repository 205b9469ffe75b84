"""A checkpoint -> the shipped files: int8 embeddings, int8 layers with heads, vocabulary, labels with hashes.

`python -m training.reader.export CHECKPOINT FOLDER --seed-model S --name N`.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from secondsource.language.encoder.files import LABELS, LAYERS, TABLE, VOCABULARY
from training.reader.chain import step_mask
from training.reader.labels import Labels
from training.reader.network import FAR, WIDTH, Reader


class Graph(nn.Module):
    """The reader as it is shipped: the embeddings of one window come in, trees are masked by the sentence
    ends it finds. Windows run alone: no mask to add to every score, and what a window's words get does not
    hang on its neighbours in a batch, whose scale of rounding they would share."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, embedded: Tensor, shapes: Tensor, first: Tensor, ends: Tensor) -> tuple[Tensor, ...]:
        reader = self.reader
        vectors = reader.read_embedded(embedded, shapes, None, first)
        heads = reader.heads
        scores = heads["ends"](vectors)
        end_scores = scores[:, :, 1] - scores[:, :, 0]
        found = (end_scores + ends > 0).long()
        number = found.cumsum(1) - found
        same = number[:, :, None] == number[:, None, :]
        arcs = reader.arcs(vectors)
        arcs = torch.where(same, arcs, torch.full_like(arcs, FAR))
        best = arcs.argmax(-1)
        tags = tuple(heads[name](vectors).argmax(-1) for name in ("upos", "xpos", "lemma", "mention"))
        later, earlier, none = reader.same(vectors)
        return (
            *tags, end_scores, found, arcs, best, reader.relations(vectors, best).argmax(-1),
            reader.factuality(vectors).squeeze(-1), reader.links(vectors), later, earlier, none.squeeze(-1),
            *(heads[name](vectors) for name in reader.labels.spans),
        )  # fmt: skip


def load_reader(checkpoint: Path, seed_model: Path, averaged: bool = True) -> Reader:
    """The reader of a checkpoint folder, its running mean of weights unless told otherwise."""
    reader = Reader(Labels.read(checkpoint / "labels.json"))
    reader.encoder.load_seed(seed_model / "model.safetensors")
    saved = torch.load(checkpoint / "checkpoint.pt")
    reader.load_state_dict(saved["mean"] if averaged and saved["mean"] else saved["weights"], strict=False)
    return reader.eval()


def export(reader: Reader, folder: Path, seed_model: Path, name: str, quantize: bool = True) -> None:
    """Writes the four files; with `quantize` false the layers stay float32, to measure what int8 loses."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_table(reader.encoder.piece.weight.detach().numpy(), folder / TABLE)
    shutil.copyfile(seed_model / "vocab.txt", folder / VOCABULARY)
    _write_layers(reader, folder / LAYERS, quantize)
    labels = reader.labels
    told = {
        "name": name,
        "words": labels.words,
        "relations": labels.relations,
        "steps": {
            span: np.maximum(reader.steps[span].detach().numpy() + step_mask(labels.words[span]).numpy(), FAR)
            .round(4).tolist()
            for span in labels.spans
        },
        "sha256": {
            file: hashlib.sha256((folder / file).read_bytes()).hexdigest()
            for file in (TABLE, LAYERS, VOCABULARY)
        },
        "curves": {},
        "same": {
            "distance": reader.same_distance.weight.detach().flatten().numpy().round(4).tolist(),
            "word": round(reader.same_word.item(), 4),
        },
    }  # fmt: skip
    (folder / LABELS).write_text(json.dumps(told, indent=None, sort_keys=True) + "\n")


def _write_table(values: "np.ndarray", path: Path) -> None:  # type: ignore[type-arg]
    scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8).astype("<f4") / 127
    rows = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    np.save(path, np.concatenate([rows, scale.astype("<f4").view(np.int8)], 1))


def _write_layers(reader: Reader, path: Path, quantize: bool) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    rows, pieces, words = 1, 40, 30
    inputs = (
        torch.randn(rows, pieces, WIDTH),
        torch.zeros(rows, pieces, dtype=torch.long),
        torch.arange(1, words + 1)[None].expand(rows, words).contiguous(),
        torch.zeros(rows, words),
    )
    names = ["embedded", "shapes", "first", "ends"]
    outputs = [
        "upos", "xpos", "lemma", "mention", "end_scores", "found_ends", "arcs", "heads", "relations",
        "factuality", "links", "same_later", "same_earlier", "same_none", *reader.labels.spans,
    ]  # fmt: skip
    axes = {name: {0: "rows", 1: "pieces" if name in names[:2] else "words"} for name in [*names, *outputs]}
    raw, ready = path.with_suffix(".raw"), path.with_suffix(".ready")
    torch.onnx.export(
        Graph(reader), inputs, str(raw), input_names=names, output_names=outputs, opset_version=18,
        dynamic_axes=axes, dynamo=False,
    )  # fmt: skip
    quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
    if quantize:
        quantize_dynamic(str(ready), str(path), per_channel=True, reduce_range=True,
                         weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"])  # fmt: skip
        ready.unlink()
    else:
        ready.replace(path)
    raw.unlink()


def main() -> None:
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("checkpoint", type=Path)
    ways.add_argument("folder", type=Path)
    ways.add_argument("--seed-model", type=Path, required=True)
    ways.add_argument("--name", default="reader-en-1")
    ways.add_argument("--float", action="store_true", help="float32 layers, to compare with")
    ways.add_argument("--last", action="store_true", help="the last weights, not their mean")
    told = ways.parse_args()
    reader = load_reader(told.checkpoint, told.seed_model, not told.last)
    export(reader, told.folder, told.seed_model, told.name, not told.float)


if __name__ == "__main__":
    main()
