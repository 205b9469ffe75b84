"""A Catalogue -> the head of the page: the question, what was read, and the events at a glance."""

from secondsource.export.dossier.beside import count_beside
from secondsource.export.dossier.catalogue import Catalogue, event_anchor
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import Markup, element, join, jump
from secondsource.export.dossier.event_section import show_status
from secondsource.export.dossier.matrix import GLYPHS, count_reports
from secondsource.export.dossier.voices import show_count
from secondsource.model import Event, Story

# More events than this stand closer together.
_MANY = 14
QUESTION = "What is said to have happened, who says so, and is there a second source?"


def title_of(catalogue: Catalogue) -> str:
    """What the page is called: the weightiest event, since a headline may say what its body does not."""
    stories = catalogue.collation.stories
    if len(stories) == 1:
        return catalogue.events[0].title if catalogue.events else stories[0].title or "One story"
    return f"{len(stories)} stories" if stories else "Nothing to compare yet"


def show_masthead(catalogue: Catalogue) -> Markup:
    """The head of the page."""
    stories = catalogue.collation.stories
    titles = [
        element(
            "li",
            _story_title(catalogue, one),
            " ",
            [join(show_report(catalogue, report), " ") for report in one.reports],
        )
        for one in stories
    ]
    return element(
        "header",
        element("p", element("strong", "Second Source"), " dossier", class_="mark"),
        element("h1", element("bdi", title_of(catalogue))),
        element("p", QUESTION, class_="question"),
        element("p", _answer(catalogue), class_="answer") if catalogue.events else None,
        element("p", _counts(catalogue), class_="counts"),
        element("ul", titles, class_="stories") if len(stories) > 1 else None,
        class_="masthead",
    )


def show_glance(catalogue: Catalogue) -> Markup | None:
    """Every event in a line: what, when, status, voices, and where the reports part; None without events."""
    if not catalogue.events:
        return None
    look = "glance many" if len(catalogue.events) > _MANY else "glance"
    return element(
        "section",
        element("h2", "At a glance"),
        element("ol", [_line(catalogue, one) for one in catalogue.events], class_=look),
        id="glance",
    )


def _story_title(catalogue: Catalogue, story: Story) -> Markup:
    title = element("bdi", story.title or story.id)
    told = any(event.story == story.id for event in catalogue.events)
    return jump(catalogue.story_anchor(story), title) if told else title


def _line(catalogue: Catalogue, event: Event) -> Markup:
    number = catalogue.number[event.id]
    rows = catalogue.comparisons.get(event.id, ())
    parted = [
        (verdict, sum(row.verdict == verdict for row in rows)) for verdict in ("differ", "incompatible")
    ]
    doubts = [_doubt(GLYPHS[verdict], f"{count} {verdict}") for verdict, count in parted if count]
    findings = len(catalogue.findings.get(event.id, ()))
    if findings:
        doubts.append(_doubt("!", f"{findings} to look at"))
    story = catalogue.headings.get(event.id)
    line = element(
        "li",
        element("span", number, class_="number"),
        element(
            "span",
            jump(event_anchor(number), element("bdi", event.title), class_="what"),
            element("span", spoken_notation(event.time) or "not dated", class_="date"),
            class_="headline",
        ),
        show_status(event),
        show_count(count_reports(catalogue, event), event.voices),
        element("span", doubts, class_="doubts"),
    )
    return join(
        element("li", element("bdi", story.title or story.id), class_="story") if story else None, line
    )


def _answer(catalogue: Catalogue) -> str:
    """Whether there is a second source, in a sentence."""
    voices = [one.voices for one in catalogue.events if one.foreground]
    voices = voices or [one.voices for one in catalogue.events]
    sure = sum(one.least >= 2 for one in voices)
    possible = sum(one.least < 2 <= one.most for one in voices)
    if len(voices) == 1:
        answer = "is sure" if sure else "is possible, not sure," if possible else "is not named"
        return f"A second source {answer} for the one event told here."
    whole = f"{len(voices)} events"
    if not sure:
        return f"None of the {whole} surely has a second source" + (
            f"; {possible} may have one." if possible else "."
        )
    have = f"{sure} of {whole} surely {'has' if sure == 1 else 'have'} a second source"
    return have + (f"; {possible} more may have one." if possible else ".")


def _doubt(sign: str, words: str) -> Markup:
    return element("span", element("span", sign, class_="sign", aria_hidden="true"), " ", words)


def _counts(catalogue: Catalogue) -> str:
    outlets = {one.report.outlet for one in catalogue.index.readings.values() if one.report.outlet}
    disputed = sum(event.status == "disputed" for event in catalogue.events)
    beside = count_beside(catalogue)
    parts = [
        _counted(len(catalogue.index.readings), "report"),
        _counted(len(outlets), "outlet") if outlets else "outlets not named",
        _counted(len(catalogue.collation.stories), "story", "stories"),
        _counted(len(catalogue.events), "event"),
        f"{disputed} disputed" if disputed else "",
        f"{_counted(beside, 'claim')} beside them" if beside else "",
    ]
    return " · ".join(part for part in parts if part)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
