"""What was read and collated -> forms that other programs and people take: each made from the record.

In:   a Collation
Out:  JSON Lines (the record), CSV tables, Parquet tables, the dossier page
Add:  a form: one module with a `write_` function, and its name in cli/exporting.py
"""

from secondsource.export.jsonl import read_jsonl, write_jsonl
from secondsource.export.read_back import read_reading, read_record
from secondsource.export.record import reading_line, write_record

__all__ = ["read_jsonl", "read_reading", "read_record", "reading_line", "write_jsonl", "write_record"]
