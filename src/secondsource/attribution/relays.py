"""Credits and agencies -> links behind what is told without a cue: a wire credit, a report retold."""

import re
from functools import cache

from secondsource.attribution.draft import Draft
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model import Mention, Report, Sentence, Span
from secondsource.model.placed import Placed

_CREDIT = re.compile(
    r"[(/](?P<name>[A-Z][\w.&'’ -]{1,40})[)/]\s*(?:[-–—:]|--)"
    r"|^\s*(?:source|credit|via)s?\s*:\s*(?P<named>[A-Z][\w.&'’ -]{1,40})"
    r"|\((?P<alone>[A-Z][\w.&'’ -]{1,30})\)\s*$",
    re.IGNORECASE,
)
_NEAR = 160
_RETOLD = 3
_POINTERS = frozenset({"he", "she", "they", "it"})


@cache
def outlet_names() -> frozenset[str]:
    """Names of agencies and other outlets, lower case."""
    return frozenset(
        name.lower() for row in load("outlets") for name in (row["name"], *row["also"].split("|")) if name
    )


def find_credit(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> Draft | None:
    """SEOUL, Aug. 6 (Reuters) - ...: everything in the body is relayed from the agency."""
    body = [one for one in sentences if one.part in ("body", "dateline")]
    if not body:
        return None
    first = body[0].span.start
    places = [Span(first, min(first + _NEAR, len(report.text)))]
    places += [part.span for part in report.parts if part.kind in ("dateline", "byline")]
    places.append(Span(max(first, body[-1].span.end - 60), body[-1].span.end))
    for place in places:
        match = _CREDIT.search(place.of(report.text))
        if match is None:
            continue
        group = next(name for name in ("name", "named", "alone") if match[name])
        name = match[group].strip()
        source = Span(place.start + match.start(group), place.start + match.start(group) + len(name))
        if name.lower() not in outlet_names() or _own(report, name):
            continue
        opens = place.start <= first + _NEAR
        start = max(first, place.start + match.end()) if opens else first
        end = max(one.span.end for one in body) if opens else source.start
        content = Span(start, max(start, end))
        if not content.of(report.text).strip():
            continue
        draft = Draft(0, 0, "asserts", "attribution/relay: credit", source=[source], how="inferred")
        draft.content = [trimmed(report, content)]
        draft.medium = "report"
        draft.source_entity = _entity_at(source, mentions)
        return draft
    return None


def trimmed(report: Report, span: Span) -> Span:
    """The stretch without white space and dashes before it, or white space and a bracket after it."""
    text = span.of(report.text)
    left = len(text) - len(text.lstrip(" \t\r\n-–—"))
    return Span(span.start + left, span.start + len(text.rstrip(" \t\r\n(")))


def put_inside_credit(credit: Draft, drafts: list[Draft]) -> None:
    """What the body says is said inside the agency's report."""
    for draft in drafts:
        if draft.outer is None and any(span.covers(draft.place[0]) for span in credit.content):
            draft.outer = credit


def _own(report: Report, name: str) -> bool:
    """The outlet's own name in its dateline is no relay."""
    return report.outlet is not None and name.lower() in report.outlet.lower()


def _entity_at(span: Span, mentions: tuple[Mention, ...]) -> str | None:
    return next((one.entity for one in mentions if one.entity and one.span.overlaps(span)), None)


def find_retellings(
    sentences: tuple[Sentence, ...], trees: list[Tree], mentions: tuple[Mention, ...], drafts: list[Draft]
) -> list[Draft]:
    """The agency said he toured a plant. [He also fired a gun.]: what goes on with what was reported."""
    telling = {draft.number for draft in drafts}
    placed = Placed(mentions, lambda one: one.span)
    found: list[Draft] = []
    for draft in drafts:
        if draft.outer is not None or not draft.strong or not draft.source:
            continue
        following = draft.number + 1
        if following in telling or following >= len(sentences) or not _is_outlet(draft, placed):
            continue
        for number in range(draft.number + 1, min(draft.number + 1 + _RETOLD, len(sentences))):
            sentence = sentences[number]
            if number in telling or sentence.part != "body" or not _points_back(trees[number]):
                break
            later = Draft(number, 0, draft.stance, "attribution/relay: retold", how="inferred")
            later.source, later.source_head = list(draft.source), None
            later.content, later.medium = [sentence.span], draft.medium
            later.source_entity, later.commitment = draft.source_entity, draft.commitment
            found.append(later)
    return found


def _is_outlet(draft: Draft, mentions: Placed[Mention]) -> bool:
    """Whether the source is an agency, a paper, a broadcaster."""
    if draft.stance != "asserts":
        return False
    names = outlet_names()
    return any(
        mention.text.lower() in names or (mention.entity or "").removeprefix("organization/") in outlet_ids()
        for span in draft.source
        for mention in mentions.within(span)
    )


@cache
def outlet_ids() -> frozenset[str]:
    """Ids of the outlets' table."""
    return frozenset(row["id"] for row in load("outlets"))


def _points_back(tree: Tree) -> bool:
    """A past happening told of somebody named before: `He also fired a gun.`"""
    for number, token in enumerate(tree.tokens):
        if token.head == number:
            past = token.xpos in ("VBD", "VBN") or any(
                tree.tokens[one].xpos == "VBD" for one in tree.children(number)
            )
            subjects = [
                one for one in tree.children(number) if tree.tokens[one].deprel in ("nsubj", "nsubj:pass")
            ]
            return past and any(tree.tokens[one].text.lower() in _POINTERS for one in subjects)
    return False
