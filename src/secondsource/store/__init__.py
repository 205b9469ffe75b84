"""Everything that was read, judged and collated, in one file that survives a kill at any moment.

In:   an Original with its Reading; a Collation; Judgements; reference lists; Notes on unreadable files
Out:  the same values again, whatever order they came in; reports by words; faults found by verify
Add:  a column: schema.sql, tables.py and the number of the schema in opening.py; a question: queries.py
"""

from secondsource.store.errors import SpanMismatch, StoreError
from secondsource.store.searching import Hit
from secondsource.store.store import Given, Store, open_store
from secondsource.store.verifying import Checked, verify
from secondsource.store.version import made_with

__all__ = [
    "Checked",
    "Given",
    "Hit",
    "SpanMismatch",
    "Store",
    "StoreError",
    "made_with",
    "open_store",
    "verify",
]
