"""What a report names: times, places, actors, weapons, quantities, facilities, occasions, documents, actions.

In:   a Report and its Sentences
Out:  find_mentions(report, sentences) -> Mentions in text order with value and entity, Notes
Add:  a name is a row of a table in knowledge/; a form is a rule in the file of its kind, with its example
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.mentions.dating import date_report
    from secondsource.mentions.finding import find_mentions
    from secondsource.mentions.possible import rank_open_times

__all__ = ["date_report", "find_mentions", "rank_open_times"]

if not TYPE_CHECKING:
    _HOMES = {"date_report": "dating", "find_mentions": "finding", "rank_open_times": "possible"}

    def __getattr__(name: str) -> object:
        """The public names, each loaded when it is asked for: times alone need no gazetteer."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"secondsource.mentions.{_HOMES[name]}"), name)
