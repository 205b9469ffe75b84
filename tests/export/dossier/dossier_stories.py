"""Readings drawn by hand for the page's tests: a report's text, and what stands in it named by its words."""

import re

from secondsource.model import (
    Attribution,
    Claim,
    Collation,
    Comparison,
    Derivation,
    Event,
    Finding,
    Ledger,
    Link,
    Mention,
    Note,
    Part,
    Published,
    Quantity,
    Reading,
    Reason,
    Report,
    Role,
    SharedPassage,
    Side,
    Span,
    Story,
    Time,
    Voice,
    Voices,
)

_SENTENCE = re.compile(r"[^\n.]+[.]?”?")


class Draft:
    """A report and what is found in it; every word given must stand in the text."""

    def __init__(self, id: str, text: str, **fields: object) -> None:
        self.report = Report(id=id, text=text, sha256="0" * 64, **fields)  # type: ignore[arg-type]
        self.mentions: list[Mention] = []
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []
        self.notes: list[Note] = []
        self.background: tuple[str, ...] = ()
        self.not_understood: tuple[str, ...] = ()

    def span(self, words: str) -> Span:
        """Where these words stand first."""
        start = self.report.text.index(words)
        return Span(start, start + len(words))

    def mention(
        self,
        words: str,
        kind: str = "thing",
        value: Time | Quantity | str | None = None,
        entity: str | None = None,
    ) -> str:
        """A mention of these words; its id."""
        id = f"{self.report.id}:m{len(self.mentions) + 1}"
        self.mentions.append(Mention(id, self.span(words), words, kind, value, entity))  # type: ignore[arg-type]
        return id

    def says(
        self,
        source: str,
        cue: str,
        content: str,
        stance: str = "asserts",
        entity: str | None = None,
        **fields: object,
    ) -> str:
        """An attribution; its id. An empty source names nobody."""
        id = f"{self.report.id}:a{len(self.attributions) + 1}"
        said_by, verb, said = ((self.span(words),) if words else () for words in (source, cue, content))
        self.attributions.append(Attribution(id, said_by, verb, said, stance, entity, **fields))  # type: ignore[arg-type]
        return id

    def claim(self, type: str, action: str, roles: tuple[tuple[str, str], ...] = (), **fields: object) -> str:
        """A claim around a mention; its id. Roles are (name, mention) pairs."""
        id = f"{self.report.id}:c{len(self.claims) + 1}"
        place = next(one for one in self.mentions if one.id == action).span.start
        sentence = next(name for name, span in self.sentences() if span.start <= place < span.end)
        filled = tuple(Role(name, mention) for name, mention in roles)  # type: ignore[arg-type]
        self.claims.append(Claim(id, type, action, filled, sentence, **fields))  # type: ignore[arg-type]
        return id

    def sentences(self) -> list[tuple[str, Span]]:
        """Ids and spans of the sentences."""
        found = enumerate(_SENTENCE.finditer(self.report.text), 1)
        return [(f"{self.report.id}:s{number}", Span(*match.span())) for number, match in found]

    def reading(self) -> Reading:
        """All of it, with a fate for every sentence."""
        return Reading(
            self.report,
            tuple(self._ledger(id, span) for id, span in self.sentences()),
            tuple(self.mentions),
            tuple(self.attributions),
            tuple(self.claims),
            tuple(self.notes),
        )

    def _ledger(self, id: str, span: Span) -> Ledger:
        claims = tuple(one.id for one in self.claims if one.sentence == id)
        words = span.of(self.report.text)
        if self.report.part_at(span) == "furniture":
            return Ledger(id, span, "furniture", "the page's own")
        if any(one in words for one in self.background):
            return Ledger(id, span, "background", "no event")
        if any(one in words for one in self.not_understood):
            return Ledger(id, span, "not understood", "no action found")
        return Ledger(id, span, "used", "claims", claims)


def small_story(hostile: str = "") -> Collation:
    """Two reports of one launch, and a disputed sale; `hostile` is added to every text from a report."""
    h = hostile
    left = Draft(
        "a" * 12,
        f"Rockets over the bay\n\nThe navy of Ruritania fired two rockets on Monday, its agency said.{h}\n\n"
        f"Borduria accused Ruritania of selling engines. Ruritania denied it.\n\nRead more on our page{h}",
        title=f"Rockets over the bay{h}",
        outlet=f"Bay Herald{h}",
        url=f"https://herald.example/{h}",
        name=f"bay.txt{h}",
        file=f"reports/bay.txt{h}",
        published=Published(f"2023-08-08{h}" if h else "2023-08-08", "found", because=(f"JSON-LD{h}",)),
        parts=(),
    )
    text = left.report.text
    left.report = Report(
        **{name: getattr(left.report, name) for name in left.report.__struct_fields__ if name != "parts"},
        parts=(
            Part(Span(0, 20), "title", "first line", "by hand"),
            Part(Span(text.index("Read more"), len(text)), "furniture", f"link list{h}", "by hand"),
        ),
    )
    right = Draft(
        "b" * 12,
        f"A fleet of Ruritania launched three rockets this week. The bay is calm. Xyzzy plugh.{h}",
        name="second.txt",
        url=f"javascript:alert(1){h}",
        language=f"en{h}",
        published=Published(None, "inferred", "2023-08-07", "2023-08-13", (f"weekdays{h}",)),
    )
    right.background, right.not_understood = ("The bay is calm",), ("Xyzzy",)
    entity = f"state/ruritania{h}"
    agency = left.says(
        "its agency",
        "said",
        "The navy of Ruritania fired two rockets on Monday",
        entity=f"organization/rna{h}",
    )
    fired = left.mention("fired", "action", "launch", "event/launch")
    navy = left.mention(
        "The navy of Ruritania", "organization", f"Ruritanian Navy{h}", f"organization/navy{h}"
    )
    two = left.mention("two rockets", "quantity", Quantity(2, 2, f"rocket{h}"))
    monday = left.mention("Monday", "time", Time("2023-08-07", "2023-08-07", "2023-08-07", "2023-08-07"))
    first = left.claim(
        "launch", fired, (("actor", navy), ("quantity", two), ("time", monday)), attribution=(agency,)
    )
    accuses = left.says(
        "Borduria", "accused", "Ruritania of selling engines", "accuses", f"state/borduria{h}"
    )
    left.says("Ruritania", "denied", "it.", "denies", entity, answers=accuses)
    selling = left.mention("selling", "action", "transfer", "event/transfer")
    engines = left.mention("engines", "thing", f"engine{h}")
    sale = left.claim(
        "transfer", selling, (("object", engines),), attribution=(accuses,), factuality="possible"
    )
    left.notes.append(
        Note("a" * 12, left.span("it."), f"'it' may mean the sale{h}", f"say which{h}", "by hand")
    )
    launched = right.mention("launched", "action", "launch", "event/launch")
    fleet = right.mention(
        "A fleet of Ruritania", "organization", f"Ruritanian fleet{h}", f"organization/fleet{h}"
    )
    three = right.mention("three rockets", "quantity", Quantity(3, 3, "rocket"))
    week = right.mention("this week", "time", Time("2023-08-07", "2023-08-07", "2023-08-13", "2023-08-13"))
    second = right.claim("launch", launched, (("actor", fleet), ("quantity", three), ("time", week)))
    bay = right.mention("calm", "action", f"calm{h}")
    right.claim("state", bay, factuality="background")
    a, b = left.report.id, right.report.id
    rockets = Event(
        "event-1",
        "launch",
        f"Ruritania fires rockets{h}",
        (first, second),
        "happened (as claimed)",
        Voices(
            1,
            2,
            (
                Voice(f"organization/rna{h}", "asserts", True, (a,)),
                Voice(f"unnamed in {b}", "asserts", False, (b,)),
            ),
            (f"second.txt names nobody{h}",),
        ),
        "story-1",
        "2023-08-07",
        f"the bay{h}",
        (
            Link(
                first,
                second,
                (Reason("same type", 2.0, f"launch{h}"), Reason("times overlap", 1.5, "Monday, this week")),
            ),
        ),
    )
    engine_sale = Event(
        "event-2",
        "transfer",
        f"Ruritania sells engines{h}",
        (sale,),
        "disputed",
        Voices(
            1, 1, (Voice(f"state/borduria{h}", "accuses", False, (a,)), Voice(entity, "denies", True, (a,)))
        ),
        "story-1",
        foreground=False,
    )
    return Collation(
        readings=(left.reading(), right.reading()),
        stories=(Story("story-1", f"Rockets over the bay{h}", (a, b)),),
        derivations=(
            Derivation(
                b,
                a,
                "quotes",
                (SharedPassage(right.span("rockets"), left.span("rockets")),),
                0.12,
                (f"credit{h}",),
            ),
        ),
        events=(engine_sale, rockets),
        comparisons=(
            Comparison(
                "event-1",
                "actor",
                "finer",
                (Side(f"Ruritania{h}", (fleet,), (b,)), Side(f"navy{h}", (navy,), (a,))),
            ),
            Comparison(
                "event-1",
                "quantity",
                "differ",
                (Side("2 rocket", (two,), (a,)), Side("3 rocket", (three,), (b,))),
                detail=f"2, 3{h}",
            ),
            Comparison(
                "event-1",
                "time",
                "finer",
                (Side("2023-08-07/2023-08-13", (week,), (b,)), Side("2023-08-07", (monday,), (a,))),
            ),
            Comparison("event-1", "place", "silent", (), (a, b)),
            Comparison("event-2", "object", "only one", (Side(f"engine{h}", (engines,), (a,)),)),
        ),
        findings=(
            Finding("figures differ", "event-1", (two, three), f"two or three rockets{h}"),
            Finding("headline not borne out", None, (), f"no bay in the body{h}", (a,)),
        ),
        notes=(Note(f"broken.html{h}", None, f"not a page{h}", f"save it again{h}", "by hand"),),
    )
