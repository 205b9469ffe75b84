"""The shape of the house: who may import whom, how long a file may be, what a folder must say."""

import ast
import re
import subprocess
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "secondsource"
FILES = sorted(SOURCE.rglob("*.py"))
STAGES = {"language", "mentions", "attribution", "claims", "lineage", "stories", "events", "comparison"}
SHARED = {"model", "knowledge"}
# Folder or page -> what it may import of ours, besides itself. Anything not named here may import nothing.
MAY_IMPORT = {
    "model": set[str](),
    "knowledge": set[str](),
    **dict.fromkeys(STAGES, SHARED),
    "intake": SHARED,
    "references": SHARED,
    "reading": {"model", "language", "mentions", "attribution", "claims"},
    "collation": {"model", "lineage", "stories", "events", "comparison"},
    "store": {"model", "export"},
    "export": SHARED,
    "run": {"model", "intake", "reading"},
    "cli": {"model", "knowledge", "intake", "references", "reading", "collation", "store", "run", "export"},
    "__main__": {"cli"},
    "__init__": {"model", "reading", "collation", "store"},
}
JUNK = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "core",
    "base",
    "common",
    "misc",
    "registry",
}


def room(path: Path) -> str:
    """The folder or page of the package that a file belongs to."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Rooms of the package that a file imports, TYPE_CHECKING blocks and functions included."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module == "secondsource":
            names = [f"secondsource.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("secondsource.")}
    return {one for one in found if not one.startswith("__")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    own = room(path)
    assert imports(path) - {own} <= MAY_IMPORT.get(own, set()), f"{own} reaches into another room"


def test_no_import_goes_round_in_a_circle() -> None:
    modules = {
        "secondsource." + str(path.relative_to(SOURCE)).removesuffix(".py").replace("/", "."): path
        for path in FILES
    }
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    graph: dict[str, set[str]] = {}
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        wanted = set[str]()
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    wanted.add(inner if inner in modules else node.module)
        # A folder's page imports its files; a file that imports its own folder's page would be the circle.
        graph[name] = {one for one in wanted if one in modules and one != name}
    assert tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_says_what_it_does_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300, "split it by subject"
    first = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
    assert 20 <= len(first) <= 120, "open it with one line that says what it turns into what"
    assert path.stem not in JUNK
    assert path.parent.name not in JUNK


@pytest.mark.parametrize(
    "page",
    [path for path in FILES if path.name == "__init__.py" and path.parent != SOURCE],
    ids=lambda p: p.parent.name,
)
def test_a_folder_page_tells_what_goes_in_and_out(page: Path) -> None:
    doc = ast.get_docstring(ast.parse(page.read_text(encoding="utf-8"))) or ""
    assert "In:" in doc
    assert "Out:" in doc
    assert "Add:" in doc


def test_every_table_is_sorted_and_strict() -> None:
    from secondsource.knowledge import load

    names = sorted(path.stem for path in (SOURCE / "knowledge").glob("*.tsv"))
    assert names
    for name in names:
        assert load(name), f"{name}.tsv has no rows"


def test_no_pickles_and_no_machine_paths() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    files = [ROOT / name for name in listed.splitlines()] or [*FILES, ROOT / "README.md"]
    assert not [path for path in files if path.suffix in (".pkl", ".pickle")]
    for path in files:
        if path.suffix in (".py", ".md", ".toml", ".tsv", ".css", ".js", ".sql") and path.exists():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"(?<![\w.])/(?:work|root|farm)/\w", text), path
