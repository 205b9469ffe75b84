"""The code that reads -> a short name that changes whenever the code, its tables or its models do."""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from secondsource import __version__

_OUTSIDE = {"cli", "export", "store", "__pycache__"}  # they read nothing out of a report
_READ = 128 << 10  # bytes of a file that are looked at: all of the code, the beginning of a model


@cache
def made_with(reader: str) -> str:
    """`0.1.0 3f2a91c04d7e default`: version, 12 hex digits over the files' words and sizes, reader."""
    return f"{__version__} {_fingerprint()} {reader}"


@cache
def _fingerprint() -> str:
    root = files("secondsource")
    if not isinstance(root, Path):
        return "packed"
    told = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if not _OUTSIDE & set(inside.parts) and path.is_file():
            told.update(f"{inside.as_posix()} {path.stat().st_size}\n".encode())
            with path.open("rb") as stream:
                told.update(stream.read(_READ))
    return told.hexdigest()[:12]
