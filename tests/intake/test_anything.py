"""Any bytes under any name -> no exception, and everything said of a report holds."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from secondsource.intake import Opened, Source, open_source, passage_holds
from secondsource.intake.parts import mark_parts

PIECES = some.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='byline'>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&amp;",
            "&#x1F642;",
            "<",
            ">",
        ),
        *("\r\n", "\n\n", "\u2028", "\x00", "\ud800", "e\u0301", "한국", "🙂", '"', "\\", "{", "}"),
        *(
            "Also read: ",
            "By Ann Hale",
            "SEOUL (Reuters) - ",
            "Leave a Reply",
            "© 2023 ",
            "Aug. 6, 2023",
            "Kim Jong Un",
        ),
        *(
            "The minister opened a yard in the north on Monday and said that it would build six ships. ",
            "word ",
        ),
    ]
)
TEXTS = some.lists(PIECES, max_size=40).map("".join)
CALM = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def check(outcomes: tuple[Opened, ...]) -> None:
    assert outcomes
    for one in outcomes:
        if one.report is None or one.original is None:
            assert one.notes
            continue
        report = one.report
        report.text.encode()
        assert report.parts == tuple(sorted(report.parts, key=lambda part: part.span))
        ends = [0, *(part.span.end for part in report.parts)]
        assert all(part.span.start >= end for part, end in zip(report.parts, ends, strict=False))
        assert all(part.span.of(report.text).strip() for part in report.parts)
        assert all(passage_holds(one.original, report.text, passage) for passage in report.passages)


@CALM
@given(some.sampled_from(["text", "page", "record", "feed", "archive", "unknown"]), some.binary(max_size=400))
def test_any_bytes(kind: str, content: bytes) -> None:
    check(open_source(Source("a", kind, "a", content=content)))  # type: ignore[arg-type]


@CALM
@given(
    some.sampled_from(["text", "page", "unknown"]), TEXTS, some.sampled_from(["utf-8", "utf-16", "cp1252"])
)
def test_any_text(kind: str, text: str, encoding: str) -> None:
    content = text.encode(encoding, "replace")
    check(open_source(Source("a", kind, "a", content=content)))  # type: ignore[arg-type]


@CALM
@given(some.sampled_from(["text", "html"]), TEXTS, some.booleans())
def test_any_record(field: str, text: str, ascii_only: bool) -> None:
    line = json.dumps({"title": "a", field: text, "published": text[:20]}, ensure_ascii=ascii_only)
    check(open_source(Source("a", "record", "a", content=line.encode("utf-8", "replace"))))


@CALM
@given(TEXTS, TEXTS)
def test_parts_are_the_same_every_time(text: str, title: str) -> None:
    assert mark_parts(text, title) == mark_parts(text, title)
