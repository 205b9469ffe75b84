"""Our own drawn reports -> attributions found, their stance, chains from the outlet inward, answers, time.

half and exact3 as for PolNeAR, nested ones included, joint sources one by one. Stance and answers are judged
on attributions that match by half. A chain is right when all its links are; a link when one of the names or
words that the report has for its source shares a word that means something with the drawn name. Neighbours
that name the same are one link; a link that is the outlet itself adds nothing. Chains of what was not found
are wrong. Time is that of the stage alone (its thread), after reader and mentions, over the reports joined to
articles; they hold far more that is said than news does.
"""

import re
from pathlib import Path
from typing import NamedTuple

from bench.attribution import Link, match_links, score_links, time_articles, token_numbers
from bench.chains import merged, words_of
from bench.gold.reports import DrawnReport, Said, read_reports
from secondsource.attribution import find_attributions
from secondsource.intake import Source, open_source
from secondsource.knowledge.standing import name_of, row_of
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Mention, Report

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SELF = frozenset("i we me us my our".split())
WORDS = 850
_NOBODY = frozenset({"unnamed"})


class Found(NamedTuple):
    """What the stage gives for one report."""

    report: Report
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]


def run(data: Path, reader: str = "default") -> dict[str, float]:
    """Print and give the scores of both halves; `data` is not needed, the reports are our own."""
    reports = read_reports()
    scores: dict[str, float] = {}
    for half in ("dev", "test"):
        pairs = [(one, find(one, reader)) for one in reports if (one.purpose or one.half) == half]
        measured = score(pairs) | {"ms_for_850_words": time_article([one for one, _ in pairs], reader)}
        print(f"{half}, {len(pairs)} reports, {sum(len(one.said) for one, _ in pairs)} attributions")
        for name, value in measured.items():
            print(f"  {name:24} {value if name.startswith('ms') else 100 * value:6.1f}")
        scores |= {f"said_{half}_{name}": round(value, 4) for name, value in measured.items()}
    return scores


def find(drawn: DrawnReport, reader: str) -> Found:
    """What the program makes of a report, opened as a file of its outlet would be."""
    source = Source(drawn.name, "text", drawn.name, content=drawn.text.encode())
    report = open_source(source, drawn.published, drawn.outlet)[0].report
    if report is None or report.text != drawn.text:
        raise ValueError(f"{drawn.name} was not opened as it stands")
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    attributions, _ = find_attributions(report, sentences, mentions)
    return Found(report, attributions, mentions)


def time_article(reports: list[DrawnReport], reader: str, repeats: int = 3) -> float:
    """Milliseconds of the stage for 850 words, in articles of about that length; the best of some runs."""
    articles, texts = list[str](), list[str]()
    for one in reports:
        texts.append(one.text)
        if sum(len(text.split()) for text in texts) >= WORDS:
            articles.append("\n".join(texts))
            texts = []
    return time_articles(articles, reader, repeats)


def score(pairs: list[tuple[DrawnReport, Found]]) -> dict[str, float]:
    """Scores over some reports."""
    links, matched, chains = [], list[tuple[Said, Attribution]](), [0, 0, 0, 0, 0]
    answers = [0, 0, 0]
    for drawn, found in pairs:
        gold, mine, cued = links_of(drawn, found)
        links.append((gold, mine))
        numbers = dict(match_links(gold, mine))
        pairing = [(drawn.said[left], cued[right]) for left, right in numbers.items()]
        matched += pairing
        for place, said in enumerate(drawn.said):
            one = cued[numbers[place]] if place in numbers else None
            add_chain(chains, drawn, said, one, found)
        add_answers(answers, drawn, found, pairing)
    exact, right, ours, theirs, of_found = chains
    total = sum(len(drawn.said) for drawn, _ in pairs)
    return {
        **score_links(links),
        "stance_of_matched": sum(a.stance == b.stance for a, b in matched) / max(len(matched), 1),
        "chain_exact": exact / max(total, 1),
        "chain_exact_of_matched": exact / max(of_found, 1),
        "chain_link_f1": 2 * right / max(ours + theirs, 1),
        "answers_precision": answers[0] / max(answers[1], 1),
        "answers_recall": answers[0] / max(answers[2], 1),
        "answers_f1": 2 * answers[0] / max(answers[1] + answers[2], 1),
    }


def links_of(drawn: DrawnReport, found: Found) -> tuple[list[Link], list[Link], list[Attribution]]:
    """Drawn and found attributions as token numbers; found ones with a cue alone, and which they are."""
    tokens = [match.span() for match in _TOKEN.finditer(drawn.text)]
    cued = [one for one in found.attributions if one.cue]
    return (
        [Link(*(token_numbers(tokens, one) for one in (s.source, s.cue, s.content))) for s in drawn.said],
        [Link(*(token_numbers(tokens, one) for one in (a.source, a.cue, a.content))) for a in cued],
        cued,
    )


def add_chain(
    counts: list[int], drawn: DrawnReport, said: Said, one: Attribution | None, found: Found
) -> None:
    """Adds whether the chain is exact, right links, links found, links drawn, whether it was found at all."""
    gold = merged([gold_words(name, drawn) for name in said.chain])
    if one is None:
        counts[3] += len(gold)
        return
    full = chain_of(one, found)
    plain = [link for link in full if not is_outlet(link, drawn)]
    choices = [merged([words for words, _ in links]) for links in (full, plain)]
    results = [(sum(map(fits, gold, mine)), -len(mine), mine) for mine in choices]
    right, length, mine = max(results, key=lambda result: (result[0], result[1]))
    counts[0] += right == len(gold) == len(mine)
    counts[1], counts[2], counts[3] = counts[1] + right, counts[2] - length, counts[3] + len(gold)
    counts[4] += 1


def chain_of(one: Attribution, found: Found) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Every link from the outside inward: all words that are known for its source, and the words drawn on."""
    by_id = {attribution.id: attribution for attribution in found.attributions}
    links: list[tuple[frozenset[str], frozenset[str]]] = []
    current: Attribution | None = one
    while current is not None and len(links) < len(by_id):
        own = words_of(" ".join(span.of(found.report.text) for span in current.source))
        links.append((own | entity_words(current.source_entity, found.mentions) or _NOBODY, own))
        current = by_id.get(current.within) if current.within else None
    return links[::-1]


def entity_words(entity: str | None, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """The words of every mention of an entity, and of its name in the tables."""
    if entity is None:
        return frozenset()
    row = row_of(entity) or {}
    told = " ".join([name_of(entity), row.get("also", "").replace("|", " ")])
    return words_of(" ".join([told, *(one.text for one in mentions if one.entity == entity)]))


def gold_words(name: str, drawn: DrawnReport) -> frozenset[str]:
    """The words of a drawn name and of the other names that the report's settings give for it."""
    return words_of(" ".join([name, *drawn.names.get(name, ())]))


def is_outlet(link: tuple[frozenset[str], frozenset[str]], drawn: DrawnReport) -> bool:
    """Whether a link is the outlet speaking of itself: by its name, or in the first person."""
    own = link[1]
    return bool(own) and (own <= words_of(drawn.outlet) or own <= _SELF)


def fits(gold: frozenset[str], mine: frozenset[str]) -> bool:
    """Whether two links name the same source."""
    return bool(gold & mine)


def add_answers(
    counts: list[int], drawn: DrawnReport, found: Found, pairing: list[tuple[Said, Attribution]]
) -> None:
    """Adds right, found and drawn answers; one is right when both of its ends are matched."""
    number_of = {one.id: said.number for said, one in pairing}
    wanted = {said.number: said.answers for said in drawn.said if said.answers}
    given = [(number_of.get(one.id), number_of.get(one.answers)) for one in found.attributions if one.answers]
    counts[0] += sum(mine in wanted.get(number or 0, ()) for number, mine in given)
    counts[1], counts[2] = counts[1] + len(given), counts[2] + len(wanted)
