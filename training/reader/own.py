"""Our own sentences of the domain, and templates filled with names of weapons and sites -> documents.

In the text: `[words](kind)` for a name, `[words](source)`, `[words](cue)`, `{words}` for content.
"""

from pathlib import Path

from training.reader.corpora import Document


def own_documents(data: Path) -> list[Document]:
    """Every own sentence as a document; nothing yet when the files are absent."""
    return []
