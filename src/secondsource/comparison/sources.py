"""Events -> findings about who says so: nobody named, one voice, parties only, a relay that is not told."""

from collections.abc import Iterator

from secondsource.comparison.context import Context
from secondsource.knowledge.standing import is_news_agency, name_of, states_of
from secondsource.model import Attribution, Claim, Finding

_TOLD = ("happened (as claimed)", "ongoing (as claimed)", "disputed", "alleged")
_AGAINST = ("denies", "declines")
# The weightiest events of a story are asked for a second source even when one report alone tells them.
_MAIN = 3


def attribution_missing(context: Context) -> Iterator[Finding]:
    """One report gives a source, another states the same as a fact."""
    label = context.index.label
    for event in context.events:
        sources: dict[str, str] = {}
        bare: dict[str, list[str]] = {}
        for claim in context.own(event):
            report = context.index.report_of(claim.id)
            named = _source(claim, context)
            if named:
                sources.setdefault(report, named)
            elif (
                not context.index.chain(claim)
                and claim.factuality in ("happened", "ongoing")
                and not claim.headline
            ):
                bare.setdefault(report, []).append(claim.action)
        for report, actions in bare.items():
            if report in sources:
                continue
            others = [f"{label(other)} gives it to {words}" for other, words in sources.items()]
            if others:
                message = f"{label(report)} names no source for “{event.title}”; {'; '.join(others)}"
                yield Finding("attribution missing", event.id, tuple(actions), message, (report,))


def _source(claim: Claim, context: Context) -> str:
    for link in context.index.chain(claim):
        if link.stance in _AGAINST:
            return ""
        if link.source_entity:
            return context.named(link.source_entity)
        if link.source:
            return f"“{_words(link, context)}”"
    return ""


def _words(link: Attribution, context: Context) -> str:
    text = context.index.readings[context.index.report_of(link.id)].report.text
    return " ".join(" ".join(span.of(text).split()) for span in link.source)


def single_voice(context: Context) -> Iterator[Finding]:
    """Several reports, and one voice behind them: nobody else vouches for it."""
    place: dict[str, int] = {}
    for event in context.events:
        place[event.story] = place.get(event.story, 0) + 1
        reports = context.reports(event)
        main = place[event.story] <= _MAIN and event.foreground
        if event.voices.least != 1 or not (len(reports) > 1 or (main and event.voices.most == 1)):
            continue
        behind = [voice for voice in event.voices.who if voice.stance not in _AGAINST]
        who = ", ".join(context.named(voice.voice) for voice in behind)
        count = "one voice" if event.voices.most == 1 else f"1 to {event.voices.most} voices"
        told = f"{len(reports)} report{'s' if len(reports) > 1 else ''}"
        message = f"“{event.title}”: {told}, {count} ({who})"
        yield Finding("single voice", event.id, context.actions(event), message, reports)


def party_only(context: Context) -> Iterator[Finding]:
    """Everybody who is named as vouching for it takes part in it."""
    for event in context.events:
        # "A diplomat" is somebody, though not by name; a report that gives no source at all is nobody.
        named = [
            voice
            for voice in event.voices.who
            if voice.stance not in _AGAINST
            and ("(" in voice.voice or not voice.voice.startswith("unnamed in "))
        ]
        if named and all(voice.party for voice in named) and event.status in _TOLD:
            who = ", ".join(context.named(voice.voice) for voice in named)
            message = f"“{event.title}”: nobody vouches for it but {who}, party to the event"
            yield Finding("party only", event.id, context.actions(event), message, context.reports(event))


def incomplete_chain(context: Context) -> Iterator[Finding]:
    """A leader is quoted from inside a plant, and the report does not say who passed his words on."""
    index = context.index
    relays = {
        state: link.source_entity
        for reading in index.readings.values()
        for link in reading.attributions
        if link.source_entity and is_news_agency(link.source_entity)
        for state in states_of(link.source_entity)
    }
    for id, reading in index.readings.items():
        own = {link.source_entity for link in reading.attributions if is_news_agency(link.source_entity)}
        outlet = (reading.report.outlet or "").casefold()
        itself = any(outlet and outlet == name_of(relay or "").casefold() for relay in relays.values())
        if (
            own
            or itself
            or any(one.report == id and one.origin in relays.values() for one in context.derivations)
        ):
            continue
        for link in reading.attributions:
            speaker = link.source_entity or ""
            states = [state for state in states_of(speaker) if state in relays]
            if speaker.startswith("person/") and states and link.within is None and link.stance == "asserts":
                relay = context.named(relays[states[0]] or "")
                message = (
                    f"{index.label(id)} quotes {context.named(speaker)}, not saying who passed the words on; "
                    f"another report names {relay}"
                )
                mentions = tuple(
                    mention.id
                    for mention in reading.mentions
                    if link.source and mention.span == link.source[0]
                )
                yield Finding("incomplete chain", None, mentions, message, (id,))
