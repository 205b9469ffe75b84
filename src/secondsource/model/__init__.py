"""What the data is. Frozen values; imports nothing else of ours.

In:   nothing
Out:  Report, Sentence, Mention, Attribution, Claim, Event, Comparison, and what they are made of
Add:  a field needs a default, a line in docs/record.md, and a row in the store's schema
"""

from secondsource.model.attribution import Attribution
from secondsource.model.claim import Claim, Role
from secondsource.model.collation import Collation, ReferenceEvent
from secondsource.model.comparison import Comparison, Finding, Side
from secondsource.model.event import Event, Link, Reason, Voice, Voices
from secondsource.model.judgement import Judgement
from secondsource.model.lineage import Derivation, SharedPassage, Story
from secondsource.model.mention import Mention
from secondsource.model.note import Note
from secondsource.model.quantity import Quantity
from secondsource.model.reading import Reading
from secondsource.model.report import Original, Part, Passage, Published, Report
from secondsource.model.sentence import Ledger, Proposal, Sentence, Token
from secondsource.model.span import Span, hull
from secondsource.model.time import Time

__all__ = [
    "Attribution", "Claim", "Collation", "Comparison", "Derivation", "Event", "Finding",
    "Judgement", "Ledger", "Link", "Mention", "Note", "Original", "Part", "Passage", "Proposal",
    "Published", "Quantity", "Reading", "Reason", "ReferenceEvent", "Report", "Role", "Sentence",
    "SharedPassage", "Side", "Span", "Story", "Time", "Token", "Voice", "Voices", "hull",
]  # fmt: skip
