"""What we know before reading: sorted, checked tables, their strict reader, and the matcher.

In:   *.tsv in this folder: a header, sorted rows, no row twice; lines that start with "# " are remarks
Out:  load(name) -> rows; Matcher finds every name of a table in a text, longest first; name_of, states_of,
      parents and is_finer tell of an entity's id what the tables know of it
Add:  a row where the order puts it; a table with a header and a line in docs/adding.md
"""

from secondsource.knowledge.containment import is_finer, parents
from secondsource.knowledge.matcher import Found, Matcher, fold
from secondsource.knowledge.standing import is_news_agency, name_of, states_of
from secondsource.knowledge.tables import MalformedTable, load, rows_of

__all__ = [
    "Found", "MalformedTable", "Matcher", "fold", "is_finer", "is_news_agency", "load", "name_of", "parents",
    "rows_of", "states_of",
]  # fmt: skip
