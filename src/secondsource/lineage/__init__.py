"""Which report is made from which, and how many voices stand behind an event.

In:   readings; for voices the claims of an event
Out:  derivations (copy, edited copy, quotes, shares an origin) with their passages; voices as an interval
Add:  a way to see that a report is made from another: a function in derivations.py that gives its evidence
"""

from secondsource.lineage.derivations import trace_lineage
from secondsource.lineage.voices import add_voices, count_voices

__all__ = ["add_voices", "count_voices", "trace_lineage"]
