"""News reports -> what is said to have happened, who says so, and whether there is a second source."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource import model
    from secondsource.collation import collate
    from secondsource.reading import read_report
    from secondsource.store import open_store

__version__ = "0.1.0"
__all__ = ["collate", "model", "open_store", "read_report"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The public names, each loaded when it is asked for: `--help` needs none of them."""
        if name == "model":
            return import_module("secondsource.model")
        homes = {"collate": "collation", "open_store": "store", "read_report": "reading"}
        if name not in homes:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"secondsource.{homes[name]}"), name)
