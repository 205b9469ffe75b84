"""Nouns for what says or shows something -> mentions of kind document: statement, photo, post, resolution."""

from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.phrases import start_of_phrase
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span


def find_documents(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates of kind document; the value is the medium: statement, photo, video, post, report."""
    found = []
    for sentence in around.sentences:
        for index, token in enumerate(sentence.tokens):
            row = _nouns().get(token.text.lower())
            if row is None or token.upos not in ("NOUN", "PROPN"):
                continue
            following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
            if following is not None and following.upos == "NOUN" and following.start == token.end + 1:
                continue
            first = start_of_phrase(sentence, index, 0, sentence.id in around.headlines)
            span = Span(sentence.tokens[first].start, token.end)
            found.append(Candidate(span, "document", row, None, "documents.noun", 0.8))
    return tuple(found)


@cache
def _nouns() -> dict[str, str]:
    return {name: row["medium"] for row in load("document_nouns") for name in row["names"].split("|")}
