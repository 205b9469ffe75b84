"""Times: every expression as an interval, with the words, the rule and the anchor that gave it.

In:   a report (its text and its day of publication, when known)
Out:  mentions of kind time, each with a Time, and notes on what cannot be dated
Add:  a row of knowledge/time_words.tsv (a word) or time_forms.tsv (a form, its example; then a builder)
"""

from secondsource.mentions.times.find import find_times

__all__ = ["find_times"]
