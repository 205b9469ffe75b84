"""Layout that says who speaks -> drafts: a colon before a quotation, a dash and a name after it, Q and A."""

import re
from bisect import bisect_left

from secondsource.attribution.cues import cue_of
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import group_of, subject_of
from secondsource.attribution.quotations import Quotation
from secondsource.attribution.quoting import sentence_at
from secondsource.attribution.tree import Tree
from secondsource.model import Report, Sentence, Span

_SIGNED = re.compile(
    r"[ \t\xa0]{0,9}\n?[ \t\xa0]{0,9}(?P<dash>[―—–]|--?)[ \t\xa0]{0,9}"
    r"(?P<name>[A-Z](?:[^\n\"“”.?!;]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){1,80})(?=\.?[ \t\xa0]{0,9}(?:\n|$))"
)
_SPEAKER = re.compile(
    r"^[\"“]?(?P<name>[A-Z][A-Z.'’ -]{1,40}|Q|A|[A-Z][a-z]{1,20}(?: [A-Z][a-z.'’-]{1,20}){1,3})"
    r"(?P<colon>:)[ \t\xa0]+",
    re.MULTILINE,
)
_LEAST_TURNS = 3
_LONGEST_TURN = 2000


def find_announced(
    report: Report, sentences: tuple[Sentence, ...], trees: list[Tree], quotations: list[Quotation]
) -> list[Draft]:
    """The envoy said: (line end) “We stay.”"""
    drafts = []
    for number, (sentence, tree) in enumerate(zip(sentences, trees, strict=True)):
        if not tree.tokens or tree.tokens[-1].text != ":" or number + 1 == len(sentences):
            continue
        verbs = [one for one, token in enumerate(tree.tokens) if token.xpos.startswith("VB")]
        verb = verbs[-1] if verbs else None
        cue = None if verb is None else cue_of(tree.tokens[verb].lemma, "verb")
        if verb is None or cue is None or not cue.frames & {"quote", "clause"}:
            continue
        following = bisect_left(quotations, sentence.span.end, key=lambda one: one.span.start)
        subject, _ = subject_of(tree, verb)
        if following == len(quotations) or subject is None:
            continue
        if quotations[following].span.start > sentence.span.end + 3:
            continue
        draft = Draft(number, verb, cue.stance, "attribution/layout: colon", quoted=True, source_head=subject)
        draft.cue = spans_of(tree, group_of(tree, verb))
        draft.source = spans_of(tree, [one for one in tree.subtree(subject) if one < verb])[:1]
        draft.content = [quotations[following].span]
        draft.medium = cue.medium
        if draft.source and draft.cue:
            drafts.append(draft)
    return drafts


def find_signed(report: Report, sentences: tuple[Sentence, ...], quotations: list[Quotation]) -> list[Draft]:
    """“We stay.” — Ana Ruiz, mayor"""
    drafts = []
    for quotation in quotations:
        match = _SIGNED.match(report.text, quotation.span.end)
        if match is None or len(quotation.span) < 12:
            continue
        number = sentence_at(sentences, match.start("name"))
        draft = Draft(number, 0, "asserts", "attribution/layout: signed", quoted=True)
        draft.source = [Span(match.start("name"), match.start("name") + len(match["name"].rstrip()))]
        draft.cue = [Span(*match.span("dash"))]
        draft.content = [quotation.span]
        drafts.append(draft)
    return drafts


def find_turns(report: Report, sentences: tuple[Sentence, ...]) -> list[Draft]:
    """Q: Why? / RUIZ: Because it fell. (three turns at least: fewer are no transcript)"""
    turns = list(_SPEAKER.finditer(report.text))
    if len(turns) < _LEAST_TURNS:
        return []
    drafts = []
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        end = report.text.find("\n", turn.end())
        end = len(report.text) if end < 0 else end
        if following is not None and following.start() - end < _LONGEST_TURN:
            end = following.start()
        content = report.text[turn.end() : end].rstrip()
        if not content:
            continue
        number = sentence_at(sentences, turn.start())
        if sentences and sentences[number].part != "body":
            continue
        asks = content.endswith("?")
        draft = Draft(
            number, 0, "requests" if asks else "asserts", "attribution/layout: turn", medium="speech"
        )
        draft.source = [Span(*turn.span("name"))]
        draft.cue = [Span(*turn.span("colon"))]
        draft.content = [Span(turn.end(), turn.end() + len(content))]
        drafts.append(draft)
    return drafts
