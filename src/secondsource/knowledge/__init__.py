"""What we know before reading: sorted, checked tables, their strict reader, and the matcher.

In:   *.tsv in this folder: a header, sorted rows, no row twice; lines that start with "# " are remarks
Out:  load(name) -> rows; Matcher finds every name of a table in a text, longest first
Add:  a row where the order puts it; a table with a header and a line in docs/adding.md
"""

from secondsource.knowledge.tables import MalformedTable, load, rows_of

__all__ = ["MalformedTable", "load", "rows_of"]
