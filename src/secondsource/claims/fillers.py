"""A phrase in a role -> the mention that fills it: one already found, else its words as a thing."""

from collections.abc import Iterator, Sequence
from typing import cast

from secondsource.claims.meanings import Argument
from secondsource.claims.phrases import phrase_of
from secondsource.model import Attribution, Mention, Report, Sentence, Span, hull
from secondsource.model.claim import RoleName
from secondsource.model.mention import MentionKind
from secondsource.model.placed import Placed

SOURCES = ("person", "organization", "state", "group", "office", "document")
# Words that stand for a phrase elsewhere: without a resolved mention they name nothing.
EMPTY = frozenset(
    "he her him i it its one she that the their them these they this those there "
    "us we what which who whom you".split()
)


class Fillers:
    """The mentions of a report by place, and those added because a role needed them."""

    def __init__(self, report: Report, mentions: Sequence[Mention], added: list[Mention]) -> None:
        self.report = report
        self.mentions = Placed((one for one in mentions if one.kind != "action"), _span)
        self.actions = Placed((one for one in mentions if one.kind == "action"), _span)
        self.added = added
        self.known: dict[tuple[Span, str], Mention] = {}
        self.count = len(mentions) + 1

    def named_in(self, sentence: Sentence) -> dict[int, Mention]:
        """Token -> the mention it belongs to: a mention's own head first, then the longest that covers it."""
        inside = sorted(
            self.mentions.within(sentence.span),
            key=lambda one: (one.kind != "quantity", len(one.span), one.span),
        )
        named: dict[int, Mention] = {}
        for one in inside:
            head = sentence.head_of(one.span)
            if head is not None:
                named[head] = one
        for index, token in enumerate(sentence.tokens):
            if index not in named and token.upos not in ("VERB", "AUX", "ADP", "PUNCT", "SCONJ", "CCONJ"):
                covering = [
                    one for one in inside if one.span.start <= token.start and token.end <= one.span.end
                ]
                if covering:
                    named[index] = covering[0]
        return named

    def fill(
        self, sentence: Sentence, argument: Argument, named: dict[int, Mention]
    ) -> Iterator[tuple[RoleName, Mention]]:
        """The role and mention of an argument, with the quantities that stand inside its phrase."""
        mention = named.get(argument.head)
        token = sentence.tokens[argument.head]
        if argument.role == "content":
            clause = sentence.span_of(sentence.subtree(argument.head))
            yield argument.role, self.add(clause, "thing", argument.rule)
            return
        if mention is None:
            if (
                token.upos in ("PRON", "DET", "PUNCT", "ADV", "ADP", "VERB", "AUX")
                or token.text.lower() in EMPTY
            ):
                return
            span = phrase_of(sentence, argument.head)
            mention = self._name_beside(span) or self.add(span, "thing", argument.rule)
            yield argument.role, mention
        elif mention.kind == "time":
            yield "time", mention
        else:
            yield argument.role, mention
        if argument.role not in ("object", "instrument", "target"):
            return
        whole = phrase_of(sentence, argument.head)
        for one in self.mentions.within(hull([whole, mention.span])):
            inside = whole.covers(one.span) or mention.span.covers(one.span)
            if one.kind == "quantity" and one is not mention and inside:
                yield "quantity", one

    def _name_beside(self, span: Span) -> Mention | None:
        """ "the state news agency [KCNA]": the name that closes a phrase, or stands right after it."""
        for one in self.mentions.reaching(Span(span.start, span.end + 3)):
            closes = span.start < one.span.start and one.span.end == span.end
            follows = self.report.text[span.end : one.span.start] == " " and one.span.start > span.end
            if one.kind in ("person", "organization") and (closes or follows):
                return one
        return None

    def words(self, spans: Sequence[Span], rule: str) -> Iterator[Mention]:
        """The mentions that stand for whole spans: one with just these characters, else their words."""
        for span in spans:
            same = [one for one in self.mentions.within(span) if one.span == span]
            yield same[0] if same else self.add(span, "thing", rule)

    def sources(self, one: Attribution) -> Iterator[Mention]:
        """The mention of each source: its own, else its words under the entity they stand for."""
        for span in one.source:
            if one.source_entity is None and span.of(self.report.text).lower() in EMPTY:
                continue
            same = [each for each in self.mentions.within(span) if each.span == span]
            entity = one.source_entity
            kind = (entity or "").partition("/")[0]
            if same:
                yield same[0]
            else:
                named = kind if kind in SOURCES else "thing"
                yield self.add(span, named, "speech.source", entity)

    def within(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Mentions that stand in a sentence, in order, actions apart."""
        return tuple(self.mentions.within(sentence.span))

    def action(self, spans: Sequence[Span], type: str) -> Mention:
        """The action mention of a cue: the one found there, else the cue's own words."""
        for span in spans:
            found = self.actions.reaching(span)
            if found:
                return found[0]
        return self.add(spans[0], "action", "speech.cue", f"event/{type}")

    def add(self, span: Span, kind: str, rule: str, entity: str | None = None) -> Mention:
        """A mention that only a role needs; the same words are added once."""
        if (span, kind) in self.known:
            return self.known[span, kind]
        text = span.of(self.report.text)
        mention = Mention(
            id=f"{self.report.id}:m{self.count + len(self.added)}",
            span=span,
            text=text,
            kind=cast(MentionKind, kind),
            value=" ".join(text.split()),
            entity=entity,
            made_by=rule,
            confidence=0.6,
        )
        self.known[span, kind] = mention
        self.added.append(mention)
        return mention


def _span(mention: Mention) -> Span:
    return mention.span
