"""README and docs against the program: every command, option, bench, key and link is there, and no other."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bench.__main__ import NAMES
from secondsource.cli.main import COMMANDS, program

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))
EVERYTHING = "\n".join([README, *(page.read_text(encoding="utf-8") for page in PAGES)])


def commands(group: click.Group, names: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name: `read`, `judge same`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*names, name))
        else:
            yield " ".join((*names, name)), command


CALLS = dict(commands(program))
OPTIONS = {
    option
    for command in (program, *CALLS.values())
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in (*parameter.opts, *parameter.secondary_opts)
}


@pytest.mark.parametrize("name", [*CALLS, *COMMANDS])
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"(secondsource |`){name}\b", README)


@pytest.mark.parametrize("option", sorted(OPTIONS))
def test_every_option_is_documented(option: str) -> None:
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", README)


def test_no_option_is_documented_that_does_not_exist() -> None:
    code = " ".join(re.findall(r"`[^`]+`", EVERYTHING))
    elsewhere = {"--help", "--data"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", code)) <= OPTIONS | elsewhere


def test_the_calls_in_the_readme_are_calls_of_the_program() -> None:
    calls = re.findall(r"^secondsource (\w+)", README, re.MULTILINE)
    assert set(calls) == set(COMMANDS), "one example a command"


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_file_that_is_named_is_there() -> None:
    places = [ROOT, ROOT / "src" / "secondsource", ROOT / "src" / "secondsource" / "knowledge"]
    named = re.findall(r"`([\w./]+(?:\.tsv|\.py|\.sql|/))(?=`)", EVERYTHING)
    assert named
    missing = [name for name in named if not any((place / name).exists() for place in places)]
    assert missing == []


def test_every_page_is_linked_from_the_readme() -> None:
    assert [page.name for page in PAGES if f"docs/{page.name}" not in README] == []


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert " | disputed | " in done.stdout


def test_every_bench_is_in_the_table_of_benchmarks() -> None:
    table = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in table] == []


def keys(value: object) -> Iterator[str]:
    """Every key of a record, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_every_key_of_the_record_is_documented(tmp_path: Path) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "secondsource", "read", str(ROOT / "examples" / "launch"), "--reader", "rules"]
        + ["--format", "jsonl", "--into", "story.db"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    written = {key for line in printed.splitlines() for key in keys(json.loads(line))}
    documented = set(re.findall(r'["`](\w+)["`]', (ROOT / "docs" / "record.md").read_text(encoding="utf-8")))
    assert written - documented == set()
