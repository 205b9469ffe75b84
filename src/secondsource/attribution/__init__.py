"""Sentences and mentions -> who says so: source, cue, content, stance, nesting, answers.

In:   a Report, its Sentences with trees (and proposals of a trained reader, if any), its Mentions
Out:  find_attributions -> Attributions in text order (ids REPORT:aN), Notes
Add:  a cue is a row of knowledge/cues.tsv; a noun that can speak is a row of knowledge/media.tsv; a way of
      saying is a function from a sentence to drafts, and a line in finding.RULES
"""

from secondsource.attribution.finding import find_attributions

__all__ = ["find_attributions"]
