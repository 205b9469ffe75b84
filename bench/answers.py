"""Our own drawn reports -> which denial, confirmation or refusal is bound to what it speaks of, by part.

`found` binds what the program itself finds: an answer is right when both of its ends are matched by half,
so it falls short where attributions do. `drawn` gives the binding the attributions as they are drawn, with
their stances, and so measures it alone. The parts: reports of the domain (dev and test), those
drawn for answers, and those of them that nobody looked at while the rules were made.
"""

from pathlib import Path

from bench.attribution import match_links
from bench.gold.reports import DrawnReport, Said, read_reports
from bench.said import Found, add_answers, find, links_of
from secondsource.attribution.answers import bind_answers
from secondsource.attribution.antecedents import find_antecedents
from secondsource.attribution.draft import Draft
from secondsource.attribution.finding import as_values, by_sentence
from secondsource.attribution.nesting import enclose
from secondsource.attribution.quotations import find_quotations
from secondsource.attribution.sides import sides_of
from secondsource.attribution.sources import resolve_first_person, resolve_source
from secondsource.attribution.tree import Tree
from secondsource.language import analyse
from secondsource.mentions import find_mentions

PARTS = ("dev", "test", "answers", "answers unseen")


def run(data: Path, reader: str = "default") -> dict[str, float]:
    """Print and give precision, recall and F1 of every part; `data` is not needed: own reports."""
    reports = read_reports()
    scores: dict[str, float] = {}
    print(f"{'':22}{'answers':>8}{'found: P':>10}{'R':>7}{'F1':>7}{'drawn: P':>10}{'R':>7}{'F1':>7}")
    for part in PARTS:
        chosen = [one for one in reports if part_of(one) == part]
        found, drawn = [0, 0, 0], [0, 0, 0]
        for one in chosen:
            result = find(one, reader)
            gold, mine, cued = links_of(one, result)
            pairing = [(one.said[left], cued[right]) for left, right in match_links(gold, mine)]
            add_answers(found, one, result, pairing)
            bound = bind(one, result, reader)
            add_answers(drawn, one, bound, list(zip(one.said, bound.attributions, strict=True)))
        row = [*rates(found), *rates(drawn)]
        print(
            f"{part:22}{found[2]:8}"
            + "".join(f"{100 * one:{10 if n % 3 == 0 else 7}.1f}" for n, one in enumerate(row))
        )
        names = [f"{how}_{what}" for how in ("found", "drawn") for what in ("precision", "recall", "f1")]
        for name, value in zip(names, row, strict=True):
            scores[f"answers_{part.replace(' ', '_')}_{name}"] = round(value, 4)
    return scores


def part_of(report: DrawnReport) -> str:
    """What a report is for, or else its half."""
    return report.purpose or report.half


def rates(counts: list[int]) -> tuple[float, float, float]:
    """Precision, recall and F1 of right, given and wanted."""
    right, given, wanted = counts
    return right / max(given, 1), right / max(wanted, 1), 2 * right / max(given + wanted, 1)


def bind(report: DrawnReport, found: Found, reader: str) -> Found:
    """The attributions as drawn, in the order of their numbers, with the answers that they are given."""
    sentences, _ = analyse(found.report, reader)
    mentions, _ = find_mentions(found.report, sentences)
    trees = [Tree(one) for one in sentences]
    named = by_sentence(sentences, mentions)
    drafts = [draft_of(said, trees) for said in report.said]
    for draft in drafts:
        resolve_source(trees[draft.number], draft, named[draft.number])
    ordered = sorted(drafts, key=lambda one: one.place)
    enclose(ordered)
    for draft in ordered:
        resolve_first_person(trees[draft.number], draft)
    find_antecedents(trees, find_quotations(found.report)[0], named, ordered)
    bind_answers(trees, sides_of(found.report, sentences, trees, mentions, ordered))
    return Found(found.report, as_values(found.report, drafts), mentions)


def draft_of(said: Said, trees: list[Tree]) -> Draft:
    """A drawn attribution as the rules would have left it."""
    number = next(
        place for place, tree in enumerate(trees) if tree.tokens and said.cue[0].start < tree.tokens[-1].end
    )
    tree = trees[number]
    cue, source = tree.inside(said.cue), tree.inside(said.source)
    heads = [one for one in source if tree.tokens[one].head not in source]
    return Draft(
        number,
        cue[0],
        said.stance,  # type: ignore[arg-type]
        "bench",
        source=list(said.source),
        cue=list(said.cue),
        content=list(said.content),
        source_head=heads[0] if heads else None,
    )
