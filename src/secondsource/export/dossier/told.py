"""Claims -> as they were told: the sentence, who says it, how sure; those of an event, those beside."""

from collections.abc import Iterable

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.chain import show_chain
from secondsource.export.dossier.element import Markup, element, folded, join, jump, listed, shortened
from secondsource.model import Attribution, Claim, Event, Span, hull


def show_claims(catalogue: Catalogue, event: Event) -> Markup | None:
    """Every claim of an event, behind a fold; None when it has none on the page."""
    claims = [one for one in map(catalogue.claim, event.claims) if one is not None]
    if not claims:
        return None
    label = f"As told: {len(claims)} claim{'' if len(claims) == 1 else 's'}"
    spoken = dict.fromkeys(id for claim in claims for id in claim.attribution)
    answers = [
        _said(catalogue, one)
        for id in spoken
        for one in catalogue.answers.get(id, ())
        if one.id not in spoken
    ]
    return folded(
        label,
        listed(
            [*(show_claim(catalogue, one) for one in claims), *answers],
            most=20,
            class_="claims",
            name="claims",
        ),
    )


def show_links(event: Event) -> Markup | None:
    """Why the claims are held to be one event, behind a fold; None when no two were joined."""
    if not event.links:
        return None
    rows = []
    for link in event.links:
        reasons = [
            element(
                "li",
                element("span", f"{one.points:+.1f}", class_="points"),
                " ",
                one.name,
                element("span", join(": ", shortened(one.detail)), class_="aside") if one.detail else None,
            )
            for one in link.reasons
        ]
        total = sum(one.points for one in link.reasons)
        ids = element("span", f"{link.left} and {link.right}", class_="aside")
        rows.append(
            join(
                element("span", f"{total:+.1f} points ", class_="points"),
                ids,
                element("ul", reasons, class_="reasons"),
            )
        )
    return folded(
        f"Why one event: {len(rows)} joined pair{'' if len(rows) == 1 else 's'}", listed(rows, name="pairs")
    )


def show_claim(catalogue: Catalogue, claim: Claim, *, content: bool = False) -> Markup:
    """One claim: its sentence (or what its innermost source says), who says so, how sure it is told."""
    report = catalogue.index.report_of(claim.id)
    text = catalogue.reading(report).report.text
    chain = catalogue.chain(claim)
    if content and chain and chain[-1].content:
        words, anchor = _content(text, chain[-1]), catalogue.content_anchor(chain[-1].id)
    else:
        span = _span_of(catalogue, claim)
        words, anchor = span.of(text).strip() if span else "", catalogue.anchor(claim.sentence)
    happened = [claim.factuality, "headline" if claim.headline else "", "told again" if claim.same_as else ""]
    factual = element("span", " · ".join(one for one in happened if one), class_="factual")
    return join(
        element("q", jump(anchor, shortened(words, 400), class_="value")) if words else None,
        element("div", show_chain(catalogue, report, chain), factual, class_="says"),
    )


def show_beside(catalogue: Catalogue) -> Markup | None:
    """Claims that make no event, and what is said that no claim holds; None when there is none."""
    claims = [one for one in catalogue.index.claims.values() if one.id not in catalogue.event_of]
    rows = [show_claim(catalogue, one, content=True) for one in claims] + [
        _said(catalogue, one) for one in _loose(catalogue)
    ]
    if not rows:
        return None
    return element(
        "section",
        element("h2", "Said, but no event"),
        element(
            "p",
            "Beliefs, judgements, promises, quotations: what is said that is no happening.",
            class_="lead",
        ),
        listed(rows, most=12, class_="claims beside", name="claims"),
        id="beside",
    )


def count_beside(catalogue: Catalogue) -> int:
    """How many claims make no event, with attributions that no claim holds."""
    claims = sum(one not in catalogue.event_of for one in catalogue.index.claims)
    return claims + sum(1 for _ in _loose(catalogue))


def _loose(catalogue: Catalogue) -> Iterable[Attribution]:
    held = {id for claim in catalogue.index.claims.values() for id in claim.attribution}
    held |= {one.within for one in catalogue.index.attributions.values() if one.within}
    held |= {answer.id for id in frozenset(held) for answer in catalogue.answers.get(id or "", ())}
    return (one for one in catalogue.index.attributions.values() if one.id not in held and one.content)


def _said(catalogue: Catalogue, said: Attribution) -> Markup:
    report = catalogue.index.report_of(said.id)
    text = catalogue.reading(report).report.text
    chain = [said]
    while chain[0].within in catalogue.index.attributions and len(chain) < 9:
        chain.insert(0, catalogue.index.attributions[chain[0].within or ""])
    words = _content(text, said)
    return join(
        element("q", jump(catalogue.content_anchor(said.id), shortened(words, 400), class_="value")),
        element("div", show_chain(catalogue, report, chain), class_="says"),
    )


def _content(text: str, said: Attribution) -> str:
    return " … ".join(span.of(text).strip() for span in said.content)


def _span_of(catalogue: Catalogue, claim: Claim) -> Span | None:
    sentence = catalogue.index.sentences.get(claim.sentence)
    if sentence is not None:
        return sentence.span
    ids = (claim.action, *(one.mention for one in claim.roles))
    spans = [one.span for one in map(catalogue.mention, ids) if one is not None]
    return hull(spans) if spans else None
