"""What a report names: times, places, actors, weapons, quantities, facilities, occasions, documents, actions.

In:   a Report and its Sentences
Out:  find_mentions(report, sentences) -> Mentions in text order with value and entity, Notes
Add:  a name is a row of a table in knowledge/; a form is a rule in the file of its kind, with its example
"""

from secondsource.mentions.dating import date_report
from secondsource.mentions.finding import find_mentions
from secondsource.mentions.possible import rank_open_times

__all__ = ["date_report", "find_mentions", "rank_open_times"]
