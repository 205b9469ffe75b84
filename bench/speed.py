"""A few hundred reports of a state agency's archive -> reports a second, peak memory, share of each stage.

The first figures are of the whole process with its children, start-up, store and printing included; the
shares of CPU time are taken in one process over a sample, stage by stage, as `reading.py` runs them.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from secondsource.attribution import find_attributions
from secondsource.claims import make_claims
from secondsource.collation import collate
from secondsource.language import analyse
from secondsource.language.encoder import load_encoder
from secondsource.mentions import find_mentions
from secondsource.model import Published, Report
from secondsource.reading import read_report

COUNT = 300
SAMPLE = 40


def run(data: Path) -> dict[str, float]:
    """Reports a second and core, peak memory in MB, and the share of time of each stage."""
    rows = _rows(data / "reports" / "kcna_archive" / "kcna_articles.jsonl")[:COUNT]
    if not rows:
        print("reports/kcna_archive is not there: nothing measured")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "secondsource",
            "read",
            str(path),
            "--into",
            f"{folder}/store.db",
            "--quiet",
        ]
        wall, cpu, peak = _measure([*command, "--processes", "1", "--no-cache"])
    words = sum(len(row["text"].split()) for row in rows)
    shares = _shares(rows[:SAMPLE])
    reader = "the trained reader" if load_encoder() else "the rules (no weights are there)"
    print(f"{len(rows)} reports, {words} words, one at a time, read by {reader}\n")
    print(f"{'whole process':<24}{wall:8.1f} s wall {cpu:8.1f} s CPU {peak:8.0f} MB peak")
    print(f"{'reports a CPU second':<24}{len(rows) / cpu:8.1f}   words a CPU second {words / cpu:10.0f}\n")
    for stage, share in shares.items():
        print(f"{stage:<24}{100 * share:7.1f} %")
    return {
        "reports_per_cpu_second": round(len(rows) / cpu, 2),
        "words_per_cpu_second": round(words / cpu, 1),
        "peak_mb": round(peak, 1),
        **{f"share_{stage}": round(share, 3) for stage, share in shares.items()},
    }


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        {"text": row["story_text"], "title": row["headline"], "published": row["date"], "url": row["link"]}
        for row in rows
        if row.get("story_text")
    ]


def _measure(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak resident MB of a command with all its children."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seen: dict[int, float] = {}
    peak = 0.0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            try:
                tree = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
                peak = max(peak, sum(one.memory_info().rss for one in tree) / 1e6)
                for one in tree:
                    times = one.cpu_times()
                    seen[one.pid] = times.user + times.system
            except psutil.Error:
                pass
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, complaint = process.communicate()
    watcher.join()
    if process.returncode != 0:
        raise SystemExit(f"the command failed: {complaint.decode(errors='replace')[-500:]}")
    return time.perf_counter() - started, sum(seen.values()), peak


def _shares(rows: list[dict[str, str]]) -> dict[str, float]:
    spent = dict.fromkeys(("language", "mentions", "attribution", "claims", "collation"), 0.0)
    readings = []
    for number, row in enumerate(rows):
        published = Published(row["published"], "given")
        report = Report(f"{number:012x}", row["text"], "", published=published, language="en")
        readings.append(
            read_report(report)
        )  # the first one loads tables and weights, which is nobody's share
        clock = time.process_time()
        sentences, _ = analyse(report)
        clock = _add(spent, "language", clock)
        mentions, _ = find_mentions(report, sentences)
        clock = _add(spent, "mentions", clock)
        attributions, _ = find_attributions(report, sentences, mentions)
        clock = _add(spent, "attribution", clock)
        make_claims(report, sentences, mentions, attributions)
        _add(spent, "claims", clock)
    clock = time.process_time()
    collate(readings)
    _add(spent, "collation", clock)
    whole = sum(spent.values()) or 1.0
    return {stage: seconds / whole for stage, seconds in spent.items()}


def _add(spent: dict[str, float], stage: str, since: float) -> float:
    now = time.process_time()
    spent[stage] += now - since
    return now
