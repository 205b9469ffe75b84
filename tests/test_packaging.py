"""What the package asks for against what it imports, its licences, and the names it offers."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import secondsource

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "secondsource"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Asked for, though no line of ours imports it: trafilatura cleans pages with it, and its own extra that
# names it does not resolve with older pips.
IMPORTED_BY_OTHERS = {"lxml-html-clean"}


def plain(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[; ]", name)[0]).lower()


def imported(folder: Path) -> set[str]:
    """Distributions whose modules the Python files of a folder import."""
    modules = set[str]()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                modules.add((node.module or "").split(".")[0])
    homes = packages_distributions()
    foreign = modules - set(sys.stdlib_module_names) - {"secondsource"}
    return {plain(home) for module in foreign for home in homes.get(module, [module])}


def test_every_import_is_declared_and_every_dependency_is_imported() -> None:
    declared = {plain(one) for one in PROJECT["dependencies"]}
    extras = PROJECT["optional-dependencies"]
    optional = {plain(one) for name, wanted in extras.items() if name != "dev" for one in wanted}
    assert imported(SOURCE) - optional == declared - IMPORTED_BY_OTHERS
    assert optional <= imported(SOURCE)


def test_every_dependency_has_its_licence_in_the_docs() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    named = {plain(word) for word in re.findall(r"[\w.-]+", page)}
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    assert {plain(one) for group in groups for one in group} - named == set()


def test_the_public_names_are_there_and_loaded_when_asked_for() -> None:
    code = "import sys, secondsource; print('msgspec' in sys.modules); print(secondsource.collate.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "collate"]
    assert [name for name in secondsource.__all__ if getattr(secondsource, name) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        secondsource.nothing  # noqa: B018
