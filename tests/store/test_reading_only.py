"""A store that may only be read is read, refuses what would write in one line, and is left as it was."""

import os
import shutil
import tempfile
from pathlib import Path

from secondsource.store import Store, StoreError, open_store, verify
from tests.values import LEFT, collation, original


def ask(path: Path) -> str:
    """What a reader gets to see."""
    try:
        with open_store(path) as store:
            seen = f"{len(store.readings())} reports, read-only {store.read_only}, {verify(store).faults}"
            return f"{seen}, {refusal(store)}"
    except StoreError as fault:
        return str(fault)


def refusal(store: Store) -> str:
    try:
        store.keep_reference("list.csv", [])
        return "written"
    except StoreError as fault:
        return str(fault)


def ask_as_nobody(path: Path) -> str:
    """The same, by a process without rights: root may write everywhere, whatever a file says."""
    if os.geteuid() != 0:
        return ask(path)
    ask(path.with_name("other.db"))  # loads what the child could not load once it has given its rights away
    path.with_name("other.db").unlink()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        os.write(writer, ask(path).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said


def test_a_store_that_may_only_be_read() -> None:
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    path = folder / "a.db"
    try:
        with open_store(path) as store:
            store.add(original(LEFT), collation().readings[0])
        folder.chmod(0o755)
        path.chmod(0o444)
        before = path.read_bytes()
        if os.geteuid() != 0:
            folder.chmod(0o555)
        said = ask_as_nobody(path)
        assert said.startswith("1 reports, read-only True, (), ")
        assert said.endswith("a.db: is read-only; make it writable, or name another file with --into")
        assert path.read_bytes() == before
        assert [one.name for one in folder.iterdir()] == ["a.db"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
