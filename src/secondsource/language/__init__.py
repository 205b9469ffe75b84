"""Report -> sentences, words, tags, lemmas, trees: what every later stage reads.

In:   a Report; its parts tell titles, captions and furniture from running text
Out:  analyse(report, reader) -> Sentences in text order, Notes; every character but white space is in one
Add:  a reader is a function from Report to (sentences, notes) and a line in READERS (one that needs a
      package, a model or an address: larger/); an abbreviation or a lemma that spelling does not give is a
      row of knowledge/abbreviations.tsv or lemmas.tsv
"""

from secondsource.language.analysis import analyse, check_reader
from secondsource.language.larger import UNANSWERED
from secondsource.language.sentences import split_sentences
from secondsource.language.words import split_words

__all__ = ["UNANSWERED", "analyse", "check_reader", "split_sentences", "split_words"]
