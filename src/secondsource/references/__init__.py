"""A table of known events that the user trusts -> ReferenceEvents; columns are found by their headers.

In:   a file: CSV, TSV, JSON or JSON Lines, with a date and at least a kind or a description
Out:  ReferenceEvents with ISO days, months or years, and Notes on the rows that have no date to be read
Add:  a header: a row of knowledge/reference_columns.tsv; a way to write days: a function in days.py
"""

from secondsource.references.loading import ReferenceList, UnreadableList, load_reference

__all__ = ["ReferenceList", "UnreadableList", "load_reference"]
