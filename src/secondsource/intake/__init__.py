"""Where reports come from: files, folders, records, feeds, archives, standard input, opened into Reports.

In:   paths (or "-"), then one Source a document
Out:  Opened: the Original bytes and the Report with its parts marked, or the Notes that say why not
Add:  a kind of document: an ending in source.py, a function in opening.py; words that mark furniture:
      a row in knowledge/furniture.tsv; a shape that marks a part: a function in the RULES of parts.py
"""

from secondsource.intake.checking import passage_holds
from secondsource.intake.limits import Limits
from secondsource.intake.opening import Opened, open_reports, open_source
from secondsource.intake.source import Source, find_sources

__all__ = ["Limits", "Opened", "Source", "find_sources", "open_reports", "open_source", "passage_holds"]
