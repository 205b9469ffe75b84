"""Pages -> text, headline, date and outlet, and every passage back in the bytes it came from."""

import json

import pytest

from secondsource.intake import Limits, Opened, Source, open_source
from secondsource.intake.checking import passage_holds
from secondsource.model import Span

FIRST = (
    "The defence minister opened a shipyard in the north on Monday & said that it would build six frigates."
)
SECOND = (
    "“We need them,” she told the workers’ council, and named no price – nor a date – for the first of them."
)
THIRD = (
    "The opposition called the plan too dear, and asked for a vote in parliament before the end of the year."
)


def page(head: str = "", before: str = "", after: str = "") -> str:
    second = (
        SECOND.replace("“", "&ldquo;").replace("workers’", "workers&#8217;").replace("price", "<b>pr</b>ice")
    )
    return (
        "<!doctype html><html lang='en'><head><title>Yard opened in north | The Example</title>"
        f"{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>Yard opened in north</h1>{before}<p>{FIRST.replace('&', '&amp;')}</p>\n"
        f"<p>{second}</p><!-- <p>hidden</p> --><script>var a = '<p>{FIRST}</p>';</script>"
        f"<p>{THIRD}</p>{after}"
        "</article><footer>© 2023 The Example</footer></body></html>"
    )


def opened(content: bytes, kind: str = "page") -> Opened:
    (one,) = open_source(Source("page", kind, "page", content=content))  # type: ignore[arg-type]
    return one


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_and_passages_in_every_encoding(encoding: str) -> None:
    head = f"<meta charset='{encoding}'>" if encoding == "cp1252" else ""
    one = opened(page(head).encode(encoding))
    assert one.report is not None
    assert one.original is not None
    assert one.report.text == "\n".join(("Yard opened in north", FIRST, SECOND, THIRD))
    assert one.report.passages[0].span == Span(0, 20)
    assert sum(len(passage.span) for passage in one.report.passages) >= len(one.report.text) - 3
    assert all(passage_holds(one.original, one.report.text, passage) for passage in one.report.passages)


def test_a_passage_that_was_moved_no_longer_holds() -> None:
    one = opened(page().encode())
    assert one.report is not None
    assert one.original is not None
    import msgspec

    for passage in one.report.passages:
        moved = msgspec.structs.replace(passage, first_byte=passage.first_byte + 1)
        assert not passage_holds(one.original, one.report.text, moved)


def test_broken_bytes_do_not_move_what_follows() -> None:
    content = page("<meta charset='utf-8'>").encode().replace(b"frigates", b"frig\xe4tes")
    one = opened(content)
    assert one.report is not None
    assert one.original is not None
    assert "frig\ufffdtes" in one.report.text
    assert all(passage_holds(one.original, one.report.text, passage) for passage in one.report.passages)


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


@pytest.mark.parametrize(
    ("head", "day", "method"),
    [
        (linked(datePublished="2023-08-05T23:30:00+09:00"), "2023-08-05", "linked data (datePublished)"),
        ("<meta property='article:published_time' content='2023-08-06T01:00:00Z'>", "2023-08-06", "article:"),
        ("<meta name='date' content='6 August 2023'>", "2023-08-06", "meta element date"),
        (linked(datePublished="soon") + "<meta name='date' content='2023-02-31'>", None, ""),
    ],
    ids=["linked data", "meta", "meta in words", "no such day"],
)
def test_the_day_a_page_states(head: str, day: str | None, method: str) -> None:
    report = opened(page(head).encode()).report
    assert report is not None
    assert report.published.value == day
    assert report.published.status == ("found" if day else "unknown")
    assert method in "".join(report.published.because)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (linked(publisher={"@type": "Organization", "name": "The Example"}), "The Example"),
        ("<meta property='og:site_name' content='Example Online'>", "Example Online"),
        ("<link rel='canonical' href='https://www.news.example/a'>", "news.example"),
        (linked(publisher="Korean Central News Agency"), "KCNA"),
    ],
)
def test_the_outlet_a_page_states(head: str, outlet: str) -> None:
    report = opened(page(head).encode()).report
    assert report is not None
    assert report.outlet == outlet


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (linked(headline="A yard - and more", publisher="The Example"), "", "A yard - and more"),
        (
            "<meta property='og:title' content='A yard | The Example'>" + linked(publisher="The Example"),
            "",
            "A yard",
        ),
        ("<title>A yard — The Example</title>", "", "A yard"),
        ("<title>x</title>", "<h1>A yard</h1>", "A yard"),
        ("<title>A yard: more - Example</title>", "<h1>Example</h1><h1>A yard: more</h1>", "A yard: more"),
    ],
)
def test_the_headline_a_page_states(head: str, body: str, title: str) -> None:
    content = f"<html><head>{head}</head><body>{body}<p>{FIRST}</p><p>{THIRD}</p></body></html>"
    report = opened(content.encode()).report
    assert report is not None
    assert report.title == title
    assert report.text.startswith(title)


def test_what_remains_of_the_site_is_marked() -> None:
    after = "<p>Also read: Ten bridges to see</p><p>Sign up for our newsletter to get the best of it.</p>"
    report = opened(page(after=after).encode()).report
    assert report is not None
    kinds = {part.span.of(report.text)[:7]: part.kind for part in report.parts}
    assert kinds["Yard op"] == "title"
    assert {kinds.get("Also re", "furniture"), kinds.get("Sign up", "furniture")} == {"furniture"}


def test_the_pages_own_marks_are_believed() -> None:
    before = (
        "<p class='article-standfirst'>The navy gets six frigates, and the north gets work for nine years</p>"
        "<figure><img src='a.png'><figcaption>The minister walks along the quay</figcaption></figure>"
    )
    report = opened(page(before=before).encode()).report
    assert report is not None
    kinds = {part.span.of(report.text).split()[1]: part.kind for part in report.parts}
    assert kinds == {"opened": "title"} | {
        word: kind
        for word, kind in (("navy", "subtitle"), ("minister", "caption"))
        if f"The {word}" in report.text
    }
    assert len(kinds) > 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<html><body><img src='a.png'></body></html>", "no text of a report"),
        ("<html><body>" + "<div>" * 400 + "a", "inside each other"),
        ("<html><body>" + "<i>a</i>" * 60_000, "elements"),
        ("<html><body>" + "x" * (5 << 20), "too large"),
        ("<html><head></head></html>", "no text of a report"),
    ],
    ids=["no text", "deep", "many elements", "large", "empty body"],
)
def test_pages_that_are_refused(content: str, message: str) -> None:
    one = opened(content.encode())
    assert one.report is None
    assert message in one.notes[0].message


@pytest.mark.parametrize(
    "words", ["[" * 9000, '{"@type": "NewsArticle", "headline": "a' + "a" * 400_000, "nothing"]
)
def test_hostile_linked_data_cost_nothing_but_a_note(words: str) -> None:
    one = opened(page(f"<script type='application/ld+json'>{words}</script>").encode())
    assert one.report is not None
    assert any("linked data" in note.message for note in one.notes)


def test_limits_are_the_callers() -> None:
    (one,) = open_source(Source("page", "page", "page", content=page().encode()), limits=Limits(elements=5))
    assert "at most 5" in one.notes[0].message
