"""Many documents read side by side, each in a child process with a deadline and a bound on memory.

In:   paths (or "-"), the caller's word on date and outlet, how many processes
Out:  an Outcome a document, in the order of the input: its Original and Reading, or notes that say why not
Add:  another engine (a cluster): a function from works to answers in order, as `supervise` in supervisor.py
"""

from secondsource.run.allowance import Allowance
from secondsource.run.documents import Outcome, read_all, read_source
from secondsource.run.supervisor import Answer, Failure, supervise

__all__ = ["Allowance", "Answer", "Failure", "Outcome", "read_all", "read_source", "supervise"]
