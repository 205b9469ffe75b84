"""What several claims are about: events, with the reasons why claims are held to be of one.

In:   readings, stories, derivations, judgements
Out:  events, the weightiest first, each with its claims, links and reasons; voices are counted by lineage
Add:  a reason two claims are one event: a function in reasons.py, its place in REASONS, a row in
      knowledge/reason_points.tsv
"""

from secondsource.events.linking import link_events

__all__ = ["link_events"]
