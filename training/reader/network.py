"""The encoder with its heads, in torch: word pieces and shapes in, one score a word and label out."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from secondsource.language.encoder.pieces import SHAPES
from training.reader.labels import Labels

WIDTH, ATTENTION_HEADS, INNER, LAYERS, PIECES, POSITIONS = 384, 12, 1536, 6, 30522, 512
ARC, RELATION, LINK, SAME = 256, 96, 128, 96
BETWEEN = 10  # steps of the distance between two mentions: 1, 2, 3, 4, 5 to 7, 8 to 15, 16 to 31, ...
FAR_APART = 40
DROPPED = 0.1
FAR = -1e4


class Linear(nn.Linear):
    """A linear layer that, while `rounded`, computes as it is shipped: weights of seven bits a column, inputs
    of eight, gradients passed through (Jacob et al. 2018). Seven bits, since processors without VNNI
    instructions cap the sum of two products of eight."""

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        if not (Linear.rounded and self.training):
            return super().forward(x)
        weight = self.weight
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 63
        weight = weight + ((weight / scale).round() * scale - weight).detach()
        least, most = x.detach().amin().clamp(max=0).float(), x.detach().amax().clamp(min=0).float()
        step = ((most - least) / 255).clamp(min=1e-8)
        near = ((x.detach().float() / step).round() * step).to(x.dtype)
        return functional.linear(x + (near - x).detach(), weight, self.bias)


class Noise:
    """Dropout (Srivastava et al. 2014) from a pool of drawn masks: drawing one anew each time took a sixth
    of the step. The pool is drawn anew every so many uses."""

    SIZE, USES = 1 << 22, 4000

    def __init__(self, share: float) -> None:
        self.share, self._used, self._pool = share, 0, torch.empty(0, dtype=torch.bfloat16)

    def __call__(self, x: Tensor) -> Tensor:
        if self._used % self.USES == 0:
            kept = torch.rand(self.SIZE) >= self.share
            self._pool = (kept / (1 - self.share)).to(torch.bfloat16)
        self._used += 1
        begin = int(torch.randint(self.SIZE - x.numel(), ())) if x.numel() < self.SIZE else 0
        mask = self._pool[begin : begin + x.numel()]
        return x * mask.view(x.shape) if mask.numel() == x.numel() else x


class Layer(nn.Module):
    """One transformer layer after Devlin et al. (2019), attention written out: its backward is faster so."""

    noise = Noise(DROPPED)

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = Linear(WIDTH, INNER), Linear(INNER, WIDTH)

    def forward(self, x: Tensor, hidden: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        size = WIDTH // ATTENTION_HEADS

        def split(values: Tensor) -> Tensor:
            return values.view(batch, length, ATTENTION_HEADS, size).transpose(1, 2)

        scores = split(self.query(x) * size**-0.5) @ split(self.key(x)).transpose(2, 3)
        if hidden is not None:
            scores = scores + hidden
        mixed = torch.softmax(scores, -1).to(x.dtype) @ split(self.value(x))
        x = self.norm(x + self._drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.last_norm(x + self._drop(self.down(functional.gelu(self.up(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return self.noise(x) if self.training else x


class Encoder(nn.Module):
    """Six layers over frozen piece embeddings, with a small embedding of each word's shape added."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(PIECES, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, embedded: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of the pieces; without a mask every piece is one of the text, as in a window run alone."""
        x = self.norm(embedded + self.position.weight[: embedded.shape[1]] + self.kind + self.shape(shapes))
        if torch.is_autocast_enabled("cpu"):
            x = x.to(torch.bfloat16)
        hidden = None if mask is None else (1 - mask[:, None, None, :].to(x.dtype)) * FAR
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    def load_seed(self, weights: Path) -> None:
        """Starts from the weights of all-MiniLM-L6-v2 (safetensors)."""
        from safetensors.torch import load_file

        seed = load_file(str(weights))
        own = {
            "piece.weight": seed["embeddings.word_embeddings.weight"],
            "position.weight": seed["embeddings.position_embeddings.weight"],
            "kind": seed["embeddings.token_type_embeddings.weight"][0],
            "shape.weight": self.shape.weight.data,
            "norm.weight": seed["embeddings.LayerNorm.weight"],
            "norm.bias": seed["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "last_norm": "output.LayerNorm",
        }
        for layer in range(LAYERS):
            for ours, theirs in names.items():
                for kind in ("weight", "bias"):
                    own[f"layers.{layer}.{ours}.{kind}"] = seed[f"encoder.layer.{layer}.{theirs}.{kind}"]
        self.load_state_dict(own)


class Reader(nn.Module):
    """The encoder with a linear head a word layer, a biaffine parser (Dozat and Manning 2017), links."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({name: Linear(WIDTH, len(own)) for name, own in labels.words.items()})
        self.factuality = Linear(WIDTH, 1)
        self.steps = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(len(labels.words[name]), len(labels.words[name])))
             for name in labels.spans}
        )  # fmt: skip
        self.arc_below, self.arc_above = Linear(WIDTH, ARC), Linear(WIDTH, ARC)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC, ARC)))
        self.arc_bias, self.root = Linear(ARC, 1, bias=False), Linear(ARC, 1)
        self.arc_distance = nn.Embedding(2 * FAR_APART + 1, 1)
        self.link_distance = nn.Embedding(2 * FAR_APART + 1, 1)
        nn.init.zeros_(self.arc_distance.weight)
        nn.init.zeros_(self.link_distance.weight)
        self.relation_below, self.relation_above = Linear(WIDTH, RELATION), Linear(WIDTH, RELATION)
        count = len(labels.relations)
        self.relation = nn.Parameter(nn.init.normal_(torch.empty(count, RELATION, RELATION), std=0.02))
        self.relation_bias = Linear(2 * RELATION, count)
        self.link_below, self.link_above = Linear(WIDTH, LINK), Linear(WIDTH, LINK)
        self.link_none = Linear(LINK, 1)
        self.same_later, self.same_earlier = Linear(WIDTH, SAME), Linear(WIDTH, SAME)
        self.same_none, self.same_distance = Linear(SAME, 1), nn.Embedding(BETWEEN, 1)
        self.same_word = nn.Parameter(torch.zeros(()))
        nn.init.zeros_(self.same_distance.weight)

    def read(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """One vector a word: that of its first piece."""
        return self.read_embedded(self.encoder.piece(pieces), shapes, mask, first)

    def read_embedded(self, embedded: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        x = self.encoder(embedded, shapes, mask)
        x = x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        return functional.dropout(x, DROPPED, self.training)

    def arcs(self, words: Tensor) -> Tensor:
        """Score of each word (row) having each word (column) as its head; its own column means root."""
        below = functional.dropout(functional.gelu(self.arc_below(words)), 0.2, self.training)
        above = functional.dropout(functional.gelu(self.arc_above(words)), 0.2, self.training)
        scores = (below @ self.arc) @ above.transpose(1, 2) / ARC**0.5
        scores = scores + self.arc_bias(above).transpose(1, 2)
        scores = scores + _by_distance(self.arc_distance, scores.shape[1])
        own = torch.eye(scores.shape[1], dtype=scores.dtype, device=scores.device)[None]
        return scores * (1 - own) + self.root(below) * own

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Score of each relation of each word to the head that is given."""
        below = functional.dropout(functional.gelu(self.relation_below(words)), 0.2, self.training)
        above = functional.gelu(self.relation_above(words))
        above = above.gather(1, heads[:, :, None].expand(-1, -1, RELATION))
        batch, length, _ = below.shape
        count = self.relation.shape[0]
        grid = below.reshape(batch * length, RELATION) @ self.relation.permute(1, 0, 2).reshape(RELATION, -1)
        grid = grid.view(batch * length, count, RELATION)
        scores = (grid @ above.reshape(batch * length, RELATION, 1)).view(batch, length, count)
        return scores + self.relation_bias(torch.cat([below, above], -1))

    def links(self, words: Tensor) -> Tensor:
        """Score of each word's attribution having its cue begin at each word; its own column means none."""
        below, above = functional.gelu(self.link_below(words)), functional.gelu(self.link_above(words))
        scores = below @ above.transpose(1, 2) / LINK**0.5
        scores = scores + _by_distance(self.link_distance, scores.shape[1])
        own = torch.eye(scores.shape[1], dtype=scores.dtype, device=scores.device)[None]
        return scores * (1 - own) + self.link_none(below) * own

    def same(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Of each word as the head of a mention: its vectors as the later and as the earlier of two mentions
        of one thing, and its score for being the first mention."""
        later = functional.gelu(self.same_later(words)) / SAME**0.5
        return later, functional.gelu(self.same_earlier(words)), self.same_none(later)


def steps_between(apart: Tensor) -> Tensor:
    """Number of mentions from one to the other -> its step in `same_distance`."""
    far = apart.clamp(min=5).float().log2().floor().long() + 2
    return torch.where(apart < 5, apart - 1, far).clamp(0, BETWEEN - 1)


def _by_distance(learned: nn.Embedding, words: int) -> Tensor:
    """A learned score for each signed distance between two words, those far apart alike."""
    places = torch.arange(words)
    apart = (places[None, :] - places[:, None]).clamp(-FAR_APART, FAR_APART) + FAR_APART
    return learned(apart).squeeze(-1)[None]
