"""UD treebanks -> the tagger, attacher and labeller that ship in `models/tagger`, and their scores.

python training/tagger/train.py --ewt FOLDER --gum FOLDER --out src/secondsource/models/tagger
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from perceptron import Learner
from treebank import Tree, read_trees

from secondsource.language.attaching import LEFT, RIGHT, SHIFT, State, attach_words, step_rows
from secondsource.language.hashing import code_of, codes_of_word
from secondsource.language.labelling import label_relations, relation_rows, relation_views
from secondsource.language.tagging import (
    GAP,
    history_rows,
    tag_codes,
    tag_words,
    word_codes,
    word_rows,
)  # fmt: skip
from secondsource.language.weights import Weights

BATCH = 32


def train_tagger(trees: list[Tree], epochs: int, bits: int, least: float, above: int = 0) -> Weights:
    """A tagger for `XPOS|UPOS`."""
    labels = sorted({tag for tree in trees for tag in tree.tags})
    number = {label: place for place, label in enumerate(labels)}
    learner, codes_of_tags, none = Learner(labels, bits), tag_codes(labels), len(labels)
    chance = random.Random(1)
    order = sorted(trees, key=lambda tree: len(tree.words))
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    prepared = []
    for batch in batches:
        codes = word_codes([tree.words for tree in batch])
        starts = np.cumsum([GAP] + [len(tree.words) + GAP for tree in batch[:-1]])
        gold = np.full(len(codes), none)
        for tree, start in zip(batch, starts, strict=True):
            gold[start : start + len(tree.words)] = [number[tag] for tag in tree.tags]
        prepared.append(
            (codes, word_rows(codes, bits), starts, np.array([len(tree.words) for tree in batch]), gold)
        )
    for epoch in range(epochs):
        chance.shuffle(prepared)
        wrong_ones = 0
        for codes, static, starts, lengths, gold in prepared:
            chosen = np.full(len(codes), none)
            for step in range(int(lengths.max())):
                at = starts[lengths > step] + step
                history = history_rows(
                    codes_of_tags[chosen[at - 1]], codes_of_tags[chosen[at - 2]], codes[at], bits
                )
                rows = np.concatenate([static[at], history], axis=1)
                guess = learner.scores(rows).argmax(axis=1)
                chosen[at] = guess
                bad = guess != gold[at]
                if bad.any():
                    learner.correct(rows[bad], gold[at][bad], guess[bad])
                    wrong_ones += int(bad.sum())
                learner.steps += 1
        print(f"tagger epoch {epoch}: {wrong_ones} wrong", flush=True)
    return learner.average(least, above)


def forms_and_tags(words: list[str], tags: list[str]) -> tuple[list[int], list[int]]:
    """The codes that attaching and labelling see."""
    return [codes_of_word(word)[0] for word in words], [code_of(tag) for tag in tags]


def costless(state: State, heads: list[int], last_child: list[int], in_stack: list[bool]) -> list[bool]:
    """Which steps lose no gold arc (dynamic oracle of the arc-hybrid system)."""
    may = state.allowed()
    ahead, size, stack = state.next, state.size, state.stack
    shift = left = right = False
    if may[SHIFT]:
        head = heads[ahead]
        shift = not (head != ahead and head < ahead and in_stack[head] and head != stack[-1])
        if shift:
            shift = not any(heads[one] == ahead for one in stack)
    if stack:
        top = stack[-1]
        head = size if heads[top] == top else heads[top]
        waiting = last_child[top] >= ahead
        if may[LEFT]:
            left = not waiting and not (head > ahead or (len(stack) > 1 and head == stack[-2]))
        if may[RIGHT]:
            right = not waiting and head < ahead
    return [shift, left, right]


def train_attacher(
    trees: list[Tree], tags: list[list[str]], epochs: int, bits: int, least: float, above: int = 0
) -> Weights:
    """Weights for shift, left and right, learned along its own path."""
    learner, chance = Learner(["shift", "left", "right"], bits), random.Random(2)
    examples = []
    for tree, guessed in zip(trees, tags, strict=True):
        last = [-1] * len(tree.words)
        for child, head in enumerate(tree.heads):
            if head != child:
                last[head] = max(last[head], child)
        examples.append((*forms_and_tags(tree.words, guessed), tree.heads, last))
    examples.sort(key=lambda example: len(example[0]))
    batches = [examples[start : start + BATCH] for start in range(0, len(examples), BATCH)]
    for epoch in range(epochs):
        chance.shuffle(batches)
        wrong_ones = 0
        for batch in batches:
            active = [
                (State(forms, marks), heads, last, [False] * len(forms))
                for forms, marks, heads, last in batch
            ]
            while active:
                rows = step_rows(np.array([one[0].view() for one in active], dtype=np.uint64), bits)
                allowed = np.array([one[0].allowed() for one in active])
                good = np.array([costless(*one) for one in active]) & allowed
                good = np.where(good.any(axis=1, keepdims=True), good, allowed)
                scores = learner.scores(rows)
                low = np.iinfo(np.int32).min
                guess = np.where(allowed, scores, low).argmax(axis=1)
                right = np.where(good, scores, low).argmax(axis=1)
                bad = ~good[np.arange(len(active)), guess]
                if bad.any():
                    learner.correct(rows[bad], right[bad], guess[bad])
                    wrong_ones += int(bad.sum())
                learner.steps += 1
                for place, (state, _, _, in_stack) in enumerate(active):
                    move = int(guess[place] if epoch > 0 and chance.random() < 0.9 else right[place])
                    if move == SHIFT:
                        in_stack[state.next] = True
                    else:
                        in_stack[state.stack[-1]] = False
                    state.do(move)
                active = [one for one in active if not one[0].done]
        print(f"attacher epoch {epoch}: {wrong_ones} wrong", flush=True)
    return learner.average(least, above)


def train_labeller(
    trees: list[Tree], tags: list[list[str]], epochs: int, bits: int, least: float, above: int = 0
) -> Weights:
    """Weights for the relation of a word, learned on gold trees with guessed tags."""
    labels = sorted({label for tree in trees for label in tree.relations})
    number = {label: place for place, label in enumerate(labels)}
    learner = Learner(labels, bits)
    views, gold = [], []
    for tree, guessed in zip(trees, tags, strict=True):
        for place, view in enumerate(relation_views(*forms_and_tags(tree.words, guessed), tree.heads)):
            if tree.heads[place] != place:
                views.append(view)
                gold.append(number[tree.relations[place]])
    rows = relation_rows(np.array(views, dtype=np.uint64), bits)
    answers = np.array(gold)
    chance = np.random.default_rng(3)
    for epoch in range(epochs):
        order = chance.permutation(len(answers))
        wrong_ones = 0
        for start in range(0, len(order), 64):
            at = order[start : start + 64]
            guess = learner.scores(rows[at]).argmax(axis=1)
            bad = guess != answers[at]
            if bad.any():
                learner.correct(rows[at][bad], answers[at][bad], guess[bad])
                wrong_ones += int(bad.sum())
            learner.steps += 1
        print(f"labeller epoch {epoch}: {wrong_ones} wrong", flush=True)
    return learner.average(least, above)


def score(
    name: str, trees: list[Tree], tagger: Weights, attacher: Weights, labeller: Weights
) -> dict[str, float]:
    """Accuracy of tags and arcs on gold words, punctuation counted."""
    tags = tag_words([tree.words for tree in trees], tagger)
    coded = [forms_and_tags(tree.words, guessed) for tree, guessed in zip(trees, tags, strict=True)]
    heads = attach_words([one[0] for one in coded], [one[1] for one in coded], attacher)
    labels = label_relations([one[0] for one in coded], [one[1] for one in coded], heads, labeller)
    total = sum(len(tree.words) for tree in trees)
    figures = {"xpos": 0, "upos": 0, "uas": 0, "las": 0}
    for tree, tag, head, label in zip(trees, tags, heads, labels, strict=True):
        for place in range(len(tree.words)):
            figures["xpos"] += tag[place].split("|")[0] == tree.tags[place].split("|")[0]
            figures["upos"] += tag[place].split("|")[1] == tree.tags[place].split("|")[1]
            figures["uas"] += head[place] == tree.heads[place]
            figures["las"] += head[place] == tree.heads[place] and label[place] == tree.relations[place]
    return {f"{name}_{key}": round(count / total, 4) for key, count in figures.items()}


def main() -> None:
    """Train all three and write them."""
    options = argparse.ArgumentParser()
    options.add_argument("--ewt", type=Path, required=True)
    options.add_argument("--gum", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=8)
    chosen = options.parse_args()
    trees = read_trees(list(chosen.ewt.glob("*train*.conllu"))) + read_trees(
        list((chosen.gum / "train").glob("*.conllu"))
    )
    print(len(trees), "trees", flush=True)
    began = time.time()
    tagger = train_tagger(trees, chosen.epochs, 18, 0.5, 12)
    guessed: list[list[str]] = [[] for _ in trees]
    for fold in range(4):
        part = train_tagger([tree for n, tree in enumerate(trees) if n % 4 != fold], 4, 18, 0.0)
        places = [n for n in range(len(trees)) if n % 4 == fold]
        for place, tags in zip(places, tag_words([trees[n].words for n in places], part), strict=True):
            guessed[place] = tags
    attacher = train_attacher(trees, guessed, chosen.epochs, 19, 0.35, 12)
    labeller = train_labeller(trees, guessed, chosen.epochs, 17, 0.6, 18)
    for name, weights in (("tags", tagger), ("arcs", attacher), ("relations", labeller)):
        content = weights.to_bytes()
        (chosen.out / f"{name}.npz").write_bytes(content)
        print(name, len(content), "bytes", flush=True)
    print("trained in", round(time.time() - began), "s")
    for name, paths in (
        ("ewt", list(chosen.ewt.glob("*dev*.conllu"))),
        ("gum", list((chosen.gum / "dev").glob("*.conllu"))),
    ):
        print(score(name, read_trees(paths), tagger, attacher, labeller), flush=True)


if __name__ == "__main__":
    main()
