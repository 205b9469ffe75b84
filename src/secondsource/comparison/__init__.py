"""Claims of one event -> comparisons (agree, finer, differ, incompatible, only one, silent, open); findings.

In:   events and the readings that they were made from
Out:  comparisons by event and role; findings; the timeline
Add:  a kind of value: say in values.py when two of them fit; a finding: a function in findings.py and its
      place in FINDERS
"""

from secondsource.comparison.comparing import compare
from secondsource.comparison.findings import find_findings
from secondsource.comparison.timeline import arrange_timeline

__all__ = ["arrange_timeline", "compare", "find_findings"]
