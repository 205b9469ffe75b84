"""Larger readers, each an extra to install: the default reader's sentences -> the same, better told.

In:   a report and its sentences by the default reader
Out:  the sentences with tags, trees or proposals of the larger one, and notes on what does not fit the text:
      what it says of a stretch is kept only where it stands there word for word
Add:  a file with a class as `Larger` in opening.py describes it, a line in its KINDS, an extra in
      pyproject.toml; its labels for kinds of names are rows of knowledge/reader_labels.tsv
"""

from secondsource.language.larger.opening import open_reader
from secondsource.language.larger.unavailable import UNANSWERED, ReaderUnavailable

__all__ = ["UNANSWERED", "ReaderUnavailable", "open_reader"]
