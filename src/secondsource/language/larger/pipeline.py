"""A report's sentences -> the same with tags, trees and names by a spaCy pipeline (a package or a folder)."""

from typing import Any

from msgspec import structs

from secondsource.language.encoder.trees import make_tree
from secondsource.language.larger.placing import UNKNOWN, Told, kind_of, place, put
from secondsource.language.larger.relations import CLEAR, to_universal
from secondsource.language.larger.unavailable import ReaderUnavailable
from secondsource.language.mending import mend
from secondsource.model import Note, Report, Sentence, Span, Token

UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


class Pipeline:
    """Runs on our own words, so that all it says is of the text's very characters."""

    def __init__(self, which: str) -> None:
        try:
            import spacy
        except ImportError:
            raise ReaderUnavailable("spaCy is not installed: pip install 'secondsource[spacy]'") from None
        try:
            self._nlp: Any = spacy.load(which)
        except (OSError, ValueError) as fault:
            why = str(fault).split("\n")[0][:120]
            raise ReaderUnavailable(f"spaCy cannot load {which!r}: {why}") from None
        meta = self._nlp.meta
        self.made_by = f"spacy/{meta['lang']}_{meta['name']}@{meta['version']}"
        labels = {label for labels in self._nlp.pipe_labels.values() for label in labels}
        self._clear = bool(labels & CLEAR)

    def check(self) -> None:
        """Nothing more: what was loaded can read."""

    def read(
        self, report: Report, sentences: tuple[Sentence, ...]
    ) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
        words = [token for sentence in sentences for token in sentence.tokens]
        if not words:
            return sentences, ()
        doc = self._nlp(self._doc(sentences, words))
        told, notes = self._names(report, doc, words)
        if doc.has_annotation("DEP"):
            old = [one for sentence in sentences for one in sentence.proposals]
            sentences = self._parsed(report, sentences, doc, words)
            sentences = put(sentences, frozenset(), [], old)
        kept, more = place(report, sentences, told, self.made_by)
        layers = frozenset({"entity"}) if self._nlp.has_pipe("ner") or told else frozenset[str]()
        return put(sentences, layers, [Span(0, len(report.text))], kept), (*notes, *more)

    def _doc(self, sentences: tuple[Sentence, ...], words: list[Token]) -> Any:
        from spacy.tokens import Doc

        begins = {
            sentence.tokens[0].start
            for before, sentence in zip((None, *sentences), sentences, strict=False)
            if sentence.tokens and (before is None or before.paragraph != sentence.paragraph)
        }
        spaces = [one.end < two.start for one, two in zip(words, words[1:], strict=False)]
        return Doc(
            self._nlp.vocab,
            words=[one.text for one in words],
            spaces=[*spaces, False],
            sent_starts=[True if one.start in begins else None for one in words],
        )

    def _parsed(
        self, report: Report, sentences: tuple[Sentence, ...], doc: Any, words: list[Token]
    ) -> tuple[Sentence, ...]:
        paragraphs = {token.start: one.paragraph for one in sentences for token in one.tokens}
        certain = [value for one in sentences for value in one.certainties]
        found = [one for one in sentences if not one.tokens]  # too long for words: kept, and noted before
        for sent in doc.sents:
            whole = Span(words[sent.start].start, words[sent.end - 1].end)
            tokens = self._tokens(sent, words[sent.start : sent.end])
            sure = tuple(certain[sent.start : sent.end])
            made = Sentence("", whole, report.part_at(whole), paragraphs[whole.start], tokens, (), sure)
            found.append(mend(made))
        found.sort(key=lambda one: one.span)
        return tuple(structs.replace(one, id=f"{report.id}:s{number}") for number, one in enumerate(found))

    def _tokens(self, sent: Any, words: list[Token]) -> tuple[Token, ...]:
        """What the pipeline leaves open (a Penn tag, say) is as the default reader has it."""
        pairs = list(zip(sent, words, strict=True))
        upos = [one.pos_ or (one.tag_ if one.tag_ in UPOS else old.upos) for one, old in pairs]
        xpos = [old.xpos if not one.tag_ or one.tag_ in UPOS else one.tag_ for one, old in pairs]
        heads = [one.head.i - sent.start for one in sent]
        names = ["root" if one.head.i == one.i else one.dep_ for one in sent]
        if self._clear:
            heads, names = to_universal(heads, names, upos, [one.text.lower() for one in words])
        heads, names = make_tree(heads, names, _even(len(heads)))
        return tuple(
            Token(old.start, old.end, old.text, old.lemma, pos, tag, head, name)
            for old, pos, tag, head, name in zip(words, upos, xpos, heads, names, strict=True)
        )

    def _names(self, report: Report, doc: Any, words: list[Token]) -> tuple[list[Told], list[Note]]:
        told: list[Told] = []
        unknown: dict[str, Span] = {}
        for one in doc.ents:
            span = Span(words[one.start].start, words[one.end - 1].end)
            kind = kind_of(one.label_)
            if kind == UNKNOWN:
                unknown.setdefault(one.label_, span)
            elif kind:
                told.append(Told("entity", kind, span, span.of(report.text)))
        notes = [
            Note(
                report.id, span, f"the reader's label {label} is none that is known",
                "it was dropped; add a row to knowledge/reader_labels.tsv", f"language/{self.made_by}",
            )
            for label, span in sorted(unknown.items())
        ]  # fmt: skip
        return told, notes


def _even(size: int) -> Any:
    import numpy as np

    return np.zeros((size, size), np.float32)
