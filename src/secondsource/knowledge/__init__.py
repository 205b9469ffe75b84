"""What we know before reading: sorted, checked tables, their strict reader, and the matcher.

In:   *.tsv in this folder: a header, sorted rows, no row twice; lines that start with "# " are remarks
Out:  load(name) -> rows; Matcher finds every name of a table in a text, longest first; name_of, states_of,
      parents and is_finer tell of an entity's id what the tables know of it
Add:  a row where the order puts it; a table with a header and a line in docs/adding.md
"""

from importlib import import_module
from typing import TYPE_CHECKING

from secondsource.knowledge.tables import MalformedTable, load, rows_of

if TYPE_CHECKING:
    from secondsource.knowledge.containment import is_finer, parents
    from secondsource.knowledge.matcher import Found, Matcher, fold
    from secondsource.knowledge.standing import is_news_agency, name_of, states_of

__all__ = [
    "Found", "MalformedTable", "Matcher", "fold", "is_finer", "is_news_agency", "load", "name_of", "parents",
    "rows_of", "states_of",
]  # fmt: skip

if not TYPE_CHECKING:
    _HOMES = {
        "containment": ("is_finer", "parents"),
        "matcher": ("Found", "Matcher", "fold"),
        "standing": ("is_news_agency", "name_of", "states_of"),
    }

    def __getattr__(name: str) -> object:
        """What needs the gazetteer or the matcher, loaded when it is asked for: times need neither."""
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"secondsource.knowledge.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
