"""Two reports with their claims drawn by hand -> how many of the attributed ones are found, with what stance.

half is the attribution bench's: content overlap (intersection over union of tokens) of at least .5, and
sources that share a token or are both empty. A claim drawn with no words for its source (a nested one, or a
photo's) is matched by the content and the innermost source that has words. Precision counts every
attribution found that matches none; links of relay, which have no cue, are left out.
"""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from bench.attribution import Link, token_numbers
from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Report, Span

STANCES = {
    "accuse": {"accuses"},
    "assert": {"asserts"},
    "believe": {"believes", "estimates"},
    "deny": {"denies"},
    "evaluate": {"evaluates"},
    "name": {"names"},
    "order": {"orders"},
    "perceive": {"perceives"},
    "photograph": {"asserts", "perceives"},
}
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Found(NamedTuple):
    """A drawn claim and what was found for it."""

    claim: dict[str, Any]
    attribution: Attribution | None


def run(data: Path, reader: str = "default") -> dict[str, float]:
    """Print every drawn claim with its finding, and the scores; claims.json lies in data or its seeds."""
    path = next((one for one in (data / "claims.json", data / "seeds" / "claims.json") if one.exists()), None)
    if path is None:
        print("no claims.json: nothing measured")
        return {}
    rows: list[Found] = []
    predicted = answered = denials = 0
    for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
        text = (path.parent / document["doc"]).read_text(encoding="utf-8")
        attributions = _attributions(text, reader)
        found = match(text, document["claims"], attributions)
        rows += found
        predicted += sum(bool(one.cue) for one in attributions)
        here = {one.claim["id"]: one.attribution for one in found}
        for one in found:
            for about in one.claim["about"] if one.claim["speech_act"] == "deny" else ():
                told, denied = one.attribution, here.get(about)
                denials += 1
                answered += told is not None and denied is not None and told.answers == denied.id
    for claim, attribution in rows:
        stance = attribution.stance if attribution else "not found"
        print(f"  {claim['id']:8} {claim['speech_act']:11} {stance}")
    right = sum(one.attribution is not None for one in rows)
    stances = sum(
        one.attribution is not None and one.attribution.stance in STANCES[one.claim["speech_act"]]
        for one in rows
    )
    print(f"{right} of {len(rows)} claims by half, {predicted} attributions found, {stances} stances right,")
    print(f"{answered} of {denials} denials tied to what they deny")
    return {
        "seeds_half": right,
        "seeds_drawn": len(rows),
        "seeds_precision": round(right / max(predicted, 1), 4),
        "seeds_stances": stances,
        "seeds_denials": answered,
    }


def _attributions(text: str, reader: str) -> tuple[Attribution, ...]:
    report = Report("bench", text, "", language="en")
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    return find_attributions(report, sentences, mentions)[0]


def match(text: str, claims: list[dict[str, Any]], attributions: tuple[Attribution, ...]) -> list[Found]:
    """The attributed claims, each with its own attribution: best content overlap first, one to one."""
    tokens = [one.span() for one in _TOKEN.finditer(text)]
    drawn = [one for one in claims if one["kind"] == "attributed"]
    gold = [_link(tokens, one) for one in drawn]
    ours = [
        Link(*(token_numbers(tokens, spans) for spans in (one.source, one.cue, one.content)))
        for one in attributions
    ]
    candidates = sorted(
        (-len(left.content & mine.content) / len(left.content | mine.content), row, place)
        for row, left in enumerate(gold)
        for place, mine in enumerate(ours)
        if mine.cue
        and 2 * len(left.content & mine.content) >= len(left.content | mine.content)
        and (left.source & mine.source or not (left.source or mine.source))
    )
    pairs: dict[int, int] = {}
    for _, row, place in candidates:
        if row not in pairs and place not in pairs.values():
            pairs[row] = place
    return [
        Found(claim, attributions[pairs[row]] if row in pairs else None) for row, claim in enumerate(drawn)
    ]


def _link(tokens: list[tuple[int, int]], claim: dict[str, Any]) -> Link:
    named = [one["mention"] for one in claim["source_chain"] if one["mention"]]
    spans = {
        "source": named[-1:],
        "cue": claim["cue"],
        "content": claim["content"],
    }
    return Link(
        *(
            token_numbers(tokens, [Span(part["start"], part["end"]) for part in spans[role]])
            for role in ("source", "cue", "content")
        )
    )
