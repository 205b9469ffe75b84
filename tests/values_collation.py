"""Readings drawn by hand: what is said stands in the sentence, in square brackets with what it is.

    = Army fires rockets                                              a headline
    [The army](actor state/XA) [fired](action launch) [two rockets](quantity 2 rocket) on a range.
    It [denied](cue denies) the [accusation](action denial).      {factuality denied; part of 1; answers 2}

One line is one sentence and at most one claim; braces at its end say more about the claim. "part of 1" and
"answers 2" name lines, counted from 1. An attribution's content is the whole line.
"""

import hashlib
import re

from secondsource.model import (
    Attribution,
    Claim,
    Ledger,
    Mention,
    Part,
    Published,
    Quantity,
    Reading,
    Report,
    Role,
    Span,
    Time,
)

_MARK = re.compile(r"\[([^\[\]]+)\]\((\w+)(?: ((?:[^()]|\((?:[^()]|\([^()]*\))*\))+))?\)")
_MORE = re.compile(r" *\{([^{}]*)\}$")
_KINDS = {"weapon": "weapon", "state": "state", "person": "person", "organization": "organization"}
_KINDS |= {"group": "group", "place": "place", "site": "place", "outlet": "organization"}
_ROLES = ("actor", "recipient", "object", "instrument", "place", "occasion", "attendee", "target", "content")


def draw(name: str, drawn: str, published: str | None = None, outlet: str | None = None) -> Reading:
    """The reading that some lines draw. Raises ValueError on a line that cannot be read."""
    id = hashlib.sha256(name.encode()).hexdigest()[:12]
    text = ""
    parts: list[Part] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    ledgers: list[Ledger] = []
    lines = [line.strip() for line in drawn.strip().split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        headline = line.startswith("= ")
        more = _MORE.search(line)
        options = dict(_option(one) for one in more[1].split(";")) if more else {}
        words = line[2 if headline else 0 : more.start() if more else None]
        start = len(text)
        place, roles, action, source, cue = 0, [], None, None, None
        for mark in _MARK.finditer(words):
            text += words[place : mark.start()]
            place = mark.end()
            span = Span(len(text), len(text) + len(mark[1]))
            text += mark[1]
            mention = _mention(f"{id}:m{len(mentions)}", span, mark[1], mark[2], mark[3])
            mentions.append(mention)
            if mark[2] == "action":
                action = (mention, mark[3])
            elif mark[2] == "source":
                source = mention
            elif mark[2] == "cue":
                cue = (mention, mark[3])
            elif mark[2] in (*_ROLES, "time", "quantity"):
                roles.append(Role(mark[2], mention.id))
            else:
                raise ValueError(f"{name}:{number}: {mark[2]!r} is no role: {line!r}")
        text += words[place:]
        if "[" in text[start:] or "](" in text[start:]:
            raise ValueError(f"{name}:{number}: unmatched bracket: {line!r}")
        span = Span(start, len(text))
        if headline:
            parts.append(Part(span, "title", "by hand", "by hand"))
        chain: tuple[str, ...] = ()
        if cue is not None:
            link = Attribution(
                id=f"{id}:a{number}",
                source=(source.span,) if source else (),
                cue=(cue[0].span,),
                content=(span,),
                stance=cue[1],
                source_entity=source.entity if source else None,
                how="explicit" if source else "unnamed",
                answers=f"{id}:a{options['answers']}" if "answers" in options else None,
            )
            attributions.append(link)
            chain = (link.id,)
        if action is not None:
            claims.append(
                Claim(
                    id=f"{id}:c{number}",
                    type=action[1],
                    action=action[0].id,
                    roles=tuple(roles),
                    sentence=f"{id}:s{number}",
                    attribution=chain,
                    factuality=options.get("factuality", "happened"),
                    headline=headline,
                    foreground="background" not in options,
                    part_of=f"{id}:c{options['part of']}" if "part of" in options else None,
                )
            )
        ledgers.append(Ledger(f"{id}:s{number}", span, "used", "by hand"))
        text += "\n\n" if headline else "\n"
    published_ = Published(published, "given", published, published) if published else Published()
    title = next((part.span.of(text) for part in parts), None)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        id, text, sha256, name, title=title, outlet=outlet, published=published_, parts=tuple(parts)
    )
    return Reading(report, tuple(ledgers), tuple(mentions), tuple(attributions), tuple(claims))


def _option(written: str) -> tuple[str, str]:
    name, _, value = written.strip().rpartition(" ")
    return (name, value) if name else (value, "")


def _mention(id: str, span: Span, words: str, role: str, given: str | None) -> Mention:
    if role == "time":
        return Mention(id, span, words, "time", _time(given or ""))
    if role == "quantity":
        return Mention(id, span, words, "quantity", Quantity.parse(given or "?"))
    if role == "action":
        return Mention(id, span, words, "action", None, f"event/{given}")
    kind = _KINDS.get((given or "").partition("/")[0], "thing")
    return Mention(id, span, words, kind, words, given)


def _time(notation: str) -> Time:
    return Time.parse(notation)


def id_of(name: str) -> str:
    """The id of the report drawn under a name."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]
