"""Claims -> as they were told: the sentence, who says it, how sure; behind a fold for those of an event."""

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.cell import show_words
from secondsource.export.dossier.chain import show_chain, show_report
from secondsource.export.dossier.element import Markup, element, folded, join, jump, listed, quoted, shortened
from secondsource.model import Attribution, Claim, Event, Link


def show_claims(catalogue: Catalogue, event: Event) -> Markup | None:
    """Every claim of an event and the answers to them, behind a fold; None when it has none on the page."""
    claims = [one for one in map(catalogue.claim, event.claims) if one is not None]
    if not claims:
        return None
    spoken = dict.fromkeys(id for claim in claims for id in claim.attribution)
    answers = (one for id in spoken for one in catalogue.answers.get(id, ()) if one.id not in spoken)
    rows = [show_claim(catalogue, one) for one in claims] + [show_said(catalogue, one) for one in answers]
    label = f"As told: {len(claims)} claim{'' if len(claims) == 1 else 's'}"
    return folded(label, listed(rows, most=20, class_="claims", name="claims"))


def show_links(catalogue: Catalogue, event: Event) -> Markup | None:
    """Why the claims are held to be one event, behind a fold; None when no two were joined."""
    if not event.links:
        return None
    rows = [_joined(catalogue, one) for one in event.links]
    label = f"Why one event: {len(rows)} joined pair{'' if len(rows) == 1 else 's'}"
    return folded(label, listed(rows, class_="joined", name="pairs"))


def show_claim(catalogue: Catalogue, claim: Claim, *, content: bool = False) -> Markup:
    """One claim: its sentence (or what its innermost source says), who says so, how sure it is told."""
    report = catalogue.index.report_of(claim.id)
    text = catalogue.reading(report).report.text
    chain = catalogue.chain(claim)
    sentence = catalogue.index.sentences.get(claim.sentence)
    action = catalogue.mention(claim.action)
    if content and chain and chain[-1].content:
        words, anchor = _content(text, chain[-1]), catalogue.content_anchor(chain[-1].id)
    elif sentence is not None:
        words, anchor = sentence.span.of(text).strip(), catalogue.anchor(claim.sentence)
    else:
        words, anchor = action.text if action else "", catalogue.anchor(claim.action)
    happened = [
        claim.factuality.replace("happened", ""),
        "headline" if claim.headline else "",
        "told again" if claim.same_as else "",
    ]
    factual = element("span", " · ".join(one for one in happened if one), class_="factual")
    return join(
        quoted(words, jump(anchor, shortened(words, 400), class_="value")) if words else None,
        element("div", show_chain(catalogue, report, chain, named=not content), factual, class_="says"),
    )


def show_said(catalogue: Catalogue, said: Attribution) -> Markup:
    """What somebody is said to have said, and through whom."""
    report = catalogue.index.report_of(said.id)
    chain = [said]
    while chain[0].within in catalogue.index.attributions and len(chain) < 9:
        chain.insert(0, catalogue.index.attributions[chain[0].within or ""])
    words = _content(catalogue.reading(report).report.text, said)
    return join(
        quoted(words, jump(catalogue.content_anchor(said.id), shortened(words, 400), class_="value")),
        element("div", show_chain(catalogue, report, chain), class_="says"),
    )


def _content(text: str, said: Attribution) -> str:
    return " … ".join(span.of(text).strip() for span in said.content)


def _joined(catalogue: Catalogue, link: Link) -> Markup:
    reasons = [
        element(
            "li",
            element("span", f"{one.points:+.1f}", class_="points"),
            " ",
            one.name,
            element("span", ": ", shortened(one.detail), class_="aside") if one.detail else None,
        )
        for one in link.reasons
    ]
    total = sum(one.points for one in link.reasons)
    return join(
        element("span", f"{total:+.1f} points ", class_="points"),
        _action(catalogue, link.left),
        " and ",
        _action(catalogue, link.right),
        element("ul", reasons, class_="reasons"),
    )


def _action(catalogue: Catalogue, id: str) -> Markup:
    claim = catalogue.claim(id)
    mention = catalogue.mention(claim.action) if claim else None
    if mention is None:
        return element("span", id, class_="aside")
    return join(show_report(catalogue, catalogue.index.report_of(id)), " ", show_words(catalogue, mention))
