"""Times: spans and values against annotated sets and peers, intervals, undated reports, roles, speed."""

import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.time_intervals import score_intervals, score_stress, score_undated
from bench.time_peers import Reader, peers
from bench.time_roles import score_roles, score_sentences
from bench.time_scores import Counts, Spanned, count, total
from bench.time_sets import Document, meantime_documents, timeml_documents
from secondsource.mentions.times.timeml import find_timexes
from secondsource.model.calendar import read_day

_POOLED = ("tempeval3", "wikiwars", "meantime")
_ROUNDS = 1000
_SPEED = """
import json, sys
from secondsource.mentions.times.timeml import find_timexes
for text, day in json.load(open(sys.argv[1])):
    find_timexes(text, day)
"""


def run(data: Path) -> dict[str, float]:
    """Every table for which data is there; percents, days, documents a CPU second."""
    sets = {
        "tempeval3": list(timeml_documents(data / "time" / "tempeval3")),
        "wikiwars": list(timeml_documents(data / "time" / "wikiwars")),
        "meantime": list(meantime_documents(data / "events" / "meantime" / "intra-doc_annotation")),
        "tweets": list(timeml_documents(data / "time" / "tweets")),
    }
    scores: dict[str, float] = {}
    readers: dict[str, Reader] = {"ours": _ours, **peers()}
    print(f"{'strict / relaxed / value F1':<28}" + "".join(f"{name:>24}" for name in readers))
    counted: dict[str, dict[str, list[Counts]]] = {}
    for name, documents in sets.items():
        if documents:
            counted[name] = {
                reader: [
                    count(one.times, found)
                    for one, found in zip(documents, read(name, documents), strict=True)
                ]
                for reader, read in readers.items()
            }
            scores |= _compare(name, counted[name])
    scores |= _pooled([counted[name] for name in _POOLED if name in counted], list(readers))
    scores |= _beside(data)
    news = sets["tempeval3"] or next((documents for documents in sets.values() if documents), [])
    if news:
        scores["documents_per_cpu_second"] = speed = _speed(news)
        print(f"speed, whole process over {len(news)} documents: {speed:.0f} of 336 words a CPU second")
    return {key: round(value, 2) for key, value in scores.items()}


def _ours(_: str, documents: Sequence[Document]) -> list[Sequence[Spanned]]:
    return [find_timexes(one.text, read_day(one.published)) for one in documents]


def _compare(name: str, counted: dict[str, list[Counts]]) -> dict[str, float]:
    """The row of one set, and its scores."""
    scores, cells = {}, []
    for reader, counts in counted.items():
        whole = total(counts)
        cells.append(f"{whole.strict:.1f} / {whole.relaxed:.1f} / {whole.value:.1f}")
        scores[f"{name}_{reader}_value"] = whole.value
        if reader == "ours":
            low, high = _spread([counts], lambda one: one[0])
            scores |= {
                f"{name}_strict": whole.strict,
                f"{name}_relaxed": whole.relaxed,
                f"{name}_value": whole.value,
            }
            scores |= {f"{name}_value_low": low, f"{name}_value_high": high}
    label = f"{name} ({total(counted['ours']).gold})"
    print(f"{label:<28}" + "".join(f"{cell:>24}" for cell in cells))
    return scores


def _pooled(sets: list[dict[str, list[Counts]]], readers: list[str]) -> dict[str, float]:
    """Value F1 over all sets as one, and how far each peer is behind ours (95 % interval)."""
    scores: dict[str, float] = {}
    pools = {reader: [one for counted in sets for one in counted[reader]] for reader in readers}
    for reader in readers if sets else ():
        scores[f"pooled_{reader}_value"] = value = total(pools[reader]).value
        if reader == "ours":
            print(f"pooled value F1: ours {value:.1f}")
            continue
        ahead = scores["pooled_ours_value"] - value
        low, high = _spread([pools["ours"], pools[reader]], lambda both: both[0] - both[1])
        scores |= {f"ahead_of_{reader}": ahead, f"ahead_of_{reader}_low": low}
        print(f"pooled value F1: {reader} {value:.1f}, ours ahead by {ahead:.1f} [{low:.1f}, {high:.1f}]")
    return scores


def _spread(counted: list[list[Counts]], figure: Callable[[list[float]], float]) -> tuple[float, float]:
    """95 % interval of a figure of value F1s, by drawing the same documents for all with replacement."""
    chance = random.Random(1)
    places = range(len(counted[0]))
    drawn = []
    for _ in range(_ROUNDS):
        chosen = chance.choices(places, k=len(places))
        drawn.append(figure([total(counts[one] for one in chosen).value for counts in counted]))
    drawn.sort()
    return drawn[int(0.025 * _ROUNDS)], drawn[int(0.975 * _ROUNDS)]


def _beside(data: Path) -> dict[str, float]:
    """Intervals, stress phrases, undated reports, roles."""
    scores: dict[str, float] = {}
    wanted, exact, overlapping = score_intervals(data)
    if wanted:
        scores |= {"intervals_exact": 100 * exact / wanted, "intervals_overlap": 100 * overlapping / wanted}
        print(f"intervals: {exact} of {wanted} exact, {overlapping} overlap")
    definite, dated, phrases, right = score_stress(data)
    if phrases:
        scores |= {"stress_definite": definite, "stress_right": dated}
        scores |= {"stress_all": phrases, "stress_all_right": right}
        print(
            f"definite phrases: {dated} of {definite}; all, with the undatable refused: {right} of {phrases}"
        )
    undated = score_undated(data)
    if undated:
        scores |= {f"undated_{key}": value for key, value in undated.items()}
        print(
            f"undated reports: {undated['answered']} of {undated['texts']} answered, true day inside "
            f"{100 * undated['inside']:.1f} %, in the best interval {100 * undated['best']:.1f} %, "
            f"its median width {undated['median_width']} days; "
            f"bounds of {undated['bounded']}, kept {100 * undated['bounds_kept']:.1f} %"
        )
    roles, agreed = score_roles(data)
    if roles:
        scores |= {"roles": roles, "roles_right": 100 * agreed / roles}
        print(f"roles: {agreed} of {roles}")
    drawn, agreed = score_sentences()
    scores |= {"roles_in_sentences": drawn, "roles_in_sentences_right": 100 * agreed / drawn}
    print(f"roles in sentences of our own: {agreed} of {drawn}")
    return scores


def _speed(documents: list[Document]) -> float:
    """Documents of 336 words a CPU second: one process over all of them, its start-up included.

    The least of five runs counts: what a run takes beyond it is the machine's other work.
    """
    rows = [(one.text, read_day(one.published)) for one in documents]
    words = sum(len(text.split()) for text, _ in rows)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(rows, file)
        file.flush()
        return words / 336 / min(_cpu_seconds(file.name) for _ in range(5))


def _cpu_seconds(file: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", _SPEED, file], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
