"""A small collation made by hand: two reports on one launch, for store, export and cli."""

import hashlib

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
    Original,
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

LEFT = (
    "Army fires two rockets\n\nThe army fired two rockets from Port Lyne on Monday, the ministry said.\n\n"
    "Leave a reply"
)
RIGHT = "The army fired a pair of rockets from a coastal base, the ministry said."


def original(text: str) -> Original:
    """The bytes of a plain text."""
    content = text.encode()
    return Original(hashlib.sha256(content).hexdigest(), "text/plain", "utf-8", content)


def reading(id: str, text: str, name: str, **fields: object) -> Reading:
    """A report with a claim that fires rockets, by the words of its text."""
    report = Report(id=id, text=text, sha256=original(text).sha256, name=name, file=f"{name}.txt", **fields)  # type: ignore[arg-type]
    body = text.find("The army")
    value = Quantity(2, 2, "rocket")
    named = [("actor", "The army", "organization", "army"), ("object", "rockets", "weapon", "rocket")]
    named += [
        ("quantity", "two rockets" if "two rockets from" in text else "a pair of rockets", "quantity", value)
    ]
    named += [("time", "Monday", "time", Time(expression="weekday(1)"))] if "Monday" in text else []
    words = [
        ("action", "fired", "action", "launch"),
        *named,
        ("source", "the ministry", "organization", None),
    ]
    mentions = tuple(
        mention(id, number, text, text.index(word, body), word, kind, value)
        for number, (_, word, kind, value) in enumerate(words)
    )
    roles = tuple(
        Role(role, f"{id}:m{number}", "roles.by_hand") for number, (role, *_) in enumerate(named, start=1)
    )  # type: ignore[arg-type]
    end = text.index("said.", body) + 5
    source = mentions[-1].span
    return Reading(
        report,
        (
            Ledger(f"{id}:s0", Span(body, end), "used", "", (f"{id}:c0",)),
            *(
                (Ledger(f"{id}:s1", Span(end + 2, len(text)), "furniture", "comment form"),)
                if end < len(text)
                else ()
            ),
        ),
        mentions,
        (
            Attribution(
                f"{id}:a0",
                (source,),
                (Span(end - 5, end - 1),),
                (Span(body, source.start - 2),),
                "asserts",
                "organization/ministry",
                said="open weekday(1)",
                made_by="attribution.by_hand",
            ),
        ),
        (
            Claim(
                f"{id}:c0",
                "launch",
                f"{id}:m0",
                roles,
                f"{id}:s0",
                None,
                (f"{id}:a0",),
                made_by="claims.by_hand",
            ),
        ),
        (
            Note(
                id,
                mentions[0].span,
                "'Monday' cannot be dated",
                "give the day with --published",
                "times.weekday",
            ),
        ),
    )


def mention(id: str, number: int, text: str, at: int, word: str, kind: str, value: object) -> Mention:
    """A mention of these words at this place."""
    return Mention(f"{id}:m{number}", Span(at, at + len(word)), word, kind, value, None, "by hand")  # type: ignore[arg-type]


def collation() -> Collation:
    """Everything a collation can hold, once."""
    left = reading(
        "aaaaaaaaaaaa",
        LEFT,
        "001",
        outlet="The Lyne Herald",
        title="Army fires two rockets",
        parts=(
            Part(Span(0, 22), "title", "first line", "parts.title"),
            Part(Span(95, 108), "furniture", "form", "p"),
        ),
        published=Published("2024-03-05", "given", "2024-03-05", "2024-03-05", ("given by the reader",)),
    )
    right = reading("bbbbbbbbbbbb", RIGHT, "002")
    sides = (Side("2 rocket", ("aaaaaaaaaaaa:m3", "bbbbbbbbbbbb:m3"), ("aaaaaaaaaaaa", "bbbbbbbbbbbb")),)
    monday = (Side("open weekday(1)", ("aaaaaaaaaaaa:m4",), ("aaaaaaaaaaaa",)),)
    army = (Side("army", ("aaaaaaaaaaaa:m1", "bbbbbbbbbbbb:m1"), ("aaaaaaaaaaaa", "bbbbbbbbbbbb")),)
    return Collation(
        (left, right),
        (Story("story1", "The army fires rockets", ("aaaaaaaaaaaa", "bbbbbbbbbbbb")),),
        (
            Derivation(
                "bbbbbbbbbbbb",
                "aaaaaaaaaaaa",
                "edited copy",
                (SharedPassage(Span(0, 14), Span(24, 38)),),
                0.5,
                ("14 characters shared",),
            ),
        ),
        (
            Event(
                "event1",
                "launch",
                "The army fires rockets",
                ("aaaaaaaaaaaa:c0", "bbbbbbbbbbbb:c0"),
                "happened (as claimed)",
                Voices(
                    1,
                    1,
                    (Voice("organization/ministry", "asserts", True, ("aaaaaaaaaaaa", "bbbbbbbbbbbb")),),
                    ("both name the ministry",),
                ),
                "story1",
                "open weekday(1)",
                "Port Lyne (site/port-lyne)",
                (Link("aaaaaaaaaaaa:c0", "bbbbbbbbbbbb:c0", (Reason("same type", 2.5, "launch, launch"),)),),
            ),
        ),
        (
            Comparison("event1", "actor", "agree", army),
            Comparison("event1", "quantity", "agree", sides),
            Comparison("event1", "time", "only one", monday, ("bbbbbbbbbbbb",)),
        ),
        (Finding("single voice", "event1", (), "only the ministry stands behind it", ("aaaaaaaaaaaa",)),),
        (Note("aaaaaaaaaaaa", None, "two reports, one voice", "look for another", "voices"),),
    )
