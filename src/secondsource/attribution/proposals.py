"""What a trained reader proposes -> drafts that the rules did not find, and better bounds for theirs."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.attribution.contents import Content
from secondsource.attribution.cues import Cue, cue_of, word_cue
from secondsource.attribution.draft import QUOTES, Draft, spans_of
from secondsource.attribution.phrases import base, is_passive, subject_of
from secondsource.attribution.quoting import merge
from secondsource.attribution.speakers import is_personal
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import phrasal_cue, source_words
from secondsource.model import Proposal, Report, Sentence, Span

CUE, SOURCE, CONTENT = 0.45, 0.4, 0.3
SURE = 0.6
SURE_CONTENT = 0.4
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}


class Heard(NamedTuple):
    """What a reader proposes for one cue, and what the tree had before any of it was taken."""

    confidence: float
    sources: list[Proposal]
    contents: list[Proposal]
    source: tuple[Span, ...]
    content: tuple[Span, ...]


def weigh_proposals(
    report: Report, sentences: tuple[Sentence, ...], trees: list[Tree], drafts: list[Draft]
) -> tuple[list[Draft], dict[int, Heard]]:
    """The drafts, mended and added to by the attribution layer of the sentences' proposals.

    The second value tells, by the draft's identity, what was proposed for its cue.
    """
    heard: dict[int, Heard] = {}
    here: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        here[draft.number].append(draft)
    added = []
    for number, one, sources, contents in _proposed(report, sentences):
        sure = one.confidence >= CUE
        begins, ends = one.span.start, one.span.end
        same = [
            draft
            for draft in here[number]
            if draft.cue[-1].end > begins
            and draft.cue[0].start < ends
            and (len(draft.cue) == 1 or any(span.overlaps(one.span) for span in draft.cue))
        ]
        for draft in same:
            if draft.made_by.startswith("attribution/layout"):
                continue  # a turn speaks for itself, to its end
            heard[id(draft)] = Heard(
                one.confidence, sources, contents, tuple(draft.source), tuple(draft.content)
            )
            if not sure:
                continue
            if _mend(trees[number], draft, [two for two in sources if two.confidence >= SOURCE]):
                _rebound(report, draft, contents)
            if not any(one.span.overlaps(span) for span in (*draft.source, *draft.content)):
                draft.cue = [one.span]
        if not same and contents:
            draft = _new(trees[number], number, one, sources, contents)
            heard[id(draft)] = Heard(one.confidence, sources, contents, (), ())
            added.append(draft)
    return [*drafts, *added], heard


def _proposed(
    report: Report,
    sentences: tuple[Sentence, ...],
) -> Iterator[tuple[int, Proposal, list[Proposal], list[Proposal]]]:
    """Each proposed cue with its sentence's number, its sources (of its sentence first) and contents."""
    parts: dict[str, dict[Span, list[Proposal]]] = defaultdict(lambda: defaultdict(list))
    cues: list[tuple[int, Proposal]] = []
    for number, sentence in enumerate(sentences):
        if sentence.part == "furniture":
            continue
        for one in sentence.proposals:
            if one.layer != "attribution":
                continue
            if one.label == "cue":
                cues.append((number, one))
            elif one.of is not None:
                parts[one.label][one.of].append(one)
    for number, one in cues:
        sources = parts["source"][one.span]
        sources = [two for two in sources if sentences[number].span.covers(two.span)] or sources[:1]
        contents = [two for two in parts["content"][one.span] if two.confidence >= CONTENT]
        yield number, one, sources, _not_before(report, sentences[number], contents)


def _not_before(report: Report, sentence: Sentence, contents: list[Proposal]) -> list[Proposal]:
    """Without what an earlier sentence says outside quotation marks, where the cue's own has a content."""
    begins = sentence.span.start
    if not any(one.span.start >= begins for one in contents):
        return contents
    return [one for one in contents if one.span.start >= begins or report.text[one.span.start] in QUOTES]


def _mend(tree: Tree, draft: Draft, sources: list[Proposal]) -> bool:
    """Take the proposed source where it is sure; False where it contradicts the tree's own subject."""
    sure = [one for one in sources if one.confidence >= SURE]
    if not sure:
        return True
    if _beside(tree, draft):
        return _touch(sure, draft.source)
    if _touch(sure, draft.content):
        return True
    if draft.source and not any(_stands_in(tree, one.span) for one in sure):
        # A speaker of another sentence, a headline's say, does not oust the subject of this one.
        return True
    draft.source = merge([one.span for one in sure])
    draft.source_head = head_in(tree, draft.source[0])
    draft.how = "explicit"
    draft.made_by = draft.made_by.partition(":")[0]
    return True


def _touch(proposals: list[Proposal], spans: list[Span]) -> bool:
    return any(one.span.overlaps(span) for one in proposals for span in spans)


def _stands_in(tree: Tree, span: Span) -> bool:
    return tree.tokens[0].start <= span.start < tree.tokens[-1].end


def _beside(tree: Tree, draft: Draft) -> bool:
    """The tree's own subject right before the cue stands, however sure a proposal is."""
    head = draft.source_head
    if head is None or tree.tokens[head].head != draft.head or not 0 < draft.head - head <= 2:
        return False
    return tree.tokens[head].upos in ("PRON", "PROPN") and tree.tokens[head].deprel == "nsubj"


def _rebound(report: Report, draft: Draft, contents: list[Proposal]) -> None:
    """Take the proposed bounds of the content: measured on news, they are better than the tree's."""
    sure = [one.span for one in contents if one.confidence >= SURE_CONTENT]
    if sure:
        last = max(sure)
        longer = [span.end for span in draft.content if span.start <= last.end < span.end]
        if longer and report.text.startswith(", including", last.end):
            sure = [span for span in sure if span != last] + [Span(last.start, max(longer))]
        draft.content = merge(sure)


def _new(
    tree: Tree, number: int, proposal: Proposal, sources: list[Proposal], contents: list[Proposal]
) -> Draft:
    head = head_in(tree, proposal.span)
    row = None if head is None else row_in(tree, head, proposal.span)
    draft = Draft(number, head or 0, row.stance if row else "asserts", proposal.made_by)
    if row is not None:
        draft.commitment, draft.medium = row.commitment, row.medium
    draft.cue = [proposal.span]
    draft.source = merge([one.span for one in sources])[:1]
    draft.source_head = head_in(tree, draft.source[0]) if draft.source else None
    draft.content = merge([one.span for one in contents])
    if not draft.source and head is not None and tree.tokens[head].xpos.startswith("VB"):
        _add_subject(tree, draft, head)
    draft.how = "explicit" if draft.source else "unnamed"
    return draft


def row_in(tree: Tree, head: int, cue: Span) -> Cue | None:
    """The row of the cue's head with its particle or preposition, of it alone, or of a noun beside it."""
    token = tree.tokens[head]
    own = phrasal_cue(tree, head) or word_cue(tree.tokens, head, _KINDS.get(token.upos, "verb"))
    if own is not None:
        return own
    nouns = [
        cue_of(one.lemma, _KINDS[one.upos])
        for one in tree.tokens
        if cue.start <= one.start < cue.end and one.upos in ("NOUN", "ADJ", "VERB")
    ]
    return next((row for row in nouns if row is not None), None)


def _add_subject(tree: Tree, draft: Draft, verb: int) -> None:
    """The subject of a verb whose source was not proposed."""
    subject, _ = (None, False) if is_passive(tree, verb) else subject_of(tree, verb)
    if subject is None or not is_personal(tree, subject):
        return
    words = source_words(tree, subject, verb, Content(frozenset(), True))
    source = spans_of(tree, words)[:1]
    if source and not any(span.overlaps(source[0]) for span in (*draft.content, *draft.cue)):
        draft.source, draft.source_head = source, subject


def head_in(tree: Tree, span: Span) -> int | None:
    """The word of a stretch that is governed from outside it."""
    inside = tree.at(span)
    for number in inside:
        token = tree.tokens[number]
        if token.upos != "PUNCT" and (token.head not in inside or base(token.deprel) == "root"):
            return number
    return inside[0] if inside else None
