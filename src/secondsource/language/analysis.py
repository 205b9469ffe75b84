"""Report -> sentences with words, tags, lemmas and trees, by the reader that is asked for."""

from secondsource.language.attaching import attach_words
from secondsource.language.encoder import load_encoder
from secondsource.language.hashing import code_of, codes_of_word
from secondsource.language.labelling import label_relations
from secondsource.language.larger import open_reader
from secondsource.language.lemmas import lemma_of
from secondsource.language.mending import mend
from secondsource.language.sentences import split_sentences
from secondsource.language.tagging import tag_words
from secondsource.language.weights import load_weights
from secondsource.language.words import split_words
from secondsource.model import Note, Report, Sentence, Span, Token

LONGEST = 400
_MARKS = str.maketrans("’‘", "''")
_SINGLE = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "–": "-"}


def sentences_of(report: Report) -> list[tuple[Sentence, list[Span]]]:
    """The report's sentences, still without words, and the spans of each one's words."""
    found = []
    for number, (span, paragraph) in enumerate(split_sentences(report)):
        words = split_words(report.text, span.start, span.end)
        sentence = Sentence(f"{report.id}:s{number}", span, report.part_at(span), paragraph, ())
        found.append((sentence, words))
    return found


def read_by_rules(report: Report) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
    """Sentences with tags and trees from the small linear reader: no encoder, numpy alone.

    Sentences of more than `LONGEST` words are kept without words, and noted.
    """
    kept, notes, spans = [], [], []
    for sentence, words in sentences_of(report):
        if len(words) > LONGEST:
            notes.append(_too_long(report, sentence, len(words)))
            words = []
        kept.append(sentence)
        spans.append(words)
    tokens = _tokens(report.text, spans)
    sentences = (
        Sentence(one.id, one.span, one.part, one.paragraph, words)
        for one, words in zip(kept, tokens, strict=True)
    )
    return tuple(sentences), tuple(notes)


def _tokens(text: str, spans: list[list[Span]]) -> list[tuple[Token, ...]]:
    words = [[plain(span.of(text)) for span in line] for line in spans]
    tags = tag_words(words, load_weights("tags"))
    forms = [[codes_of_word(word)[0] for word in line] for line in words]
    marks = [[code_of(tag) for tag in line] for line in tags]
    heads = attach_words(forms, marks, load_weights("arcs"))
    relations = label_relations(forms, marks, heads, load_weights("relations"))
    return [
        tuple(
            _token(text, span, tag, head, relation) for span, tag, head, relation in zip(*line, strict=True)
        )
        for line in zip(spans, tags, heads, relations, strict=True)
    ]


def _token(text: str, span: Span, tag: str, head: int, relation: str) -> Token:
    form = span.of(text)
    xpos, upos = tag.split("|")
    return Token(span.start, span.end, form, lemma_of(form, xpos), upos, xpos, head, relation)


def plain(word: str) -> str:
    """The word with a typewriter's marks, as the treebanks write them."""
    return word.translate(_MARKS) if len(word) > 1 else _SINGLE.get(word, word)


def _too_long(report: Report, sentence: Sentence, words: int) -> Note:
    return Note(
        report.id,
        sentence.span,
        f"a sentence of {words} words is not read: more than {LONGEST} without a full stop",
        "look whether the page's text was joined without punctuation",
        "language/rules",
    )


def read_by_default(
    report: Report, threads: int = 1, cached: bool = False
) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
    """Sentences from the shipped encoder; from `rules` where its weights are not there."""
    encoder = load_encoder(threads, cached)
    if encoder is None:
        return read_by_rules(report)
    return tuple(mend(one) for one in encoder.analyse(report, split_sentences(report))), ()


READERS = ("default", "rules")
READ_LANGUAGES = frozenset({"en"})


def check_reader(reader: str) -> None:
    """Raises ReaderUnavailable (a ValueError) when the reader cannot read, with one line that says why."""
    if reader not in READERS:
        open_reader(reader).check()


def analyse(
    report: Report, reader: str = "default", threads: int = 1, cached: bool = False
) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
    """Sentences of the report in text order, with words, tags and trees, and notes on what is doubtful.

    `reader` is `default` (the shipped encoder where its weights are there, else `rules`), `rules`, or a
    larger one (`spacy:PIPELINE`, `gliner:FOLDER`, `openai:BASE_URL#MODEL`). A report in a language that is
    not read gets its sentences without words, and a note. Raises ReaderUnavailable, a ValueError.
    `threads` is how many the encoder may use; `cached` keeps what it said for the next time.
    """
    if report.language is not None and report.language.split("-")[0] not in READ_LANGUAGES:
        note = Note(
            report.id,
            None,
            f"the report is in a language that is not read ({report.language})",
            "kept as it is, without events; give an English version to compare it",
            "language",
        )
        return tuple(sentence for sentence, _ in sentences_of(report)), (note,)
    if reader == "rules":
        return read_by_rules(report)
    larger = None if reader == "default" else open_reader(reader)
    sentences, notes = read_by_default(report, threads, cached)
    if larger is None:
        return sentences, notes
    sentences, more = larger.read(report, sentences)
    return sentences, (*notes, *more)
