"""Feeds, sound and damaged -> a report an entry, with its day as the publisher writes it."""

from xml.sax.saxutils import escape

import pytest

from secondsource.intake import Opened, Source, open_source
from secondsource.intake.checking import passage_holds

BODY = "The minister opened a shipyard in the north on Monday & left."
HTML = f"<p>{escape(BODY)}</p><p>She said little.</p><script>alert(1)</script>"
ITEM = (
    "<item><title>Yard opened in north</title><link>https://news.example/1</link><guid>n1</guid>"
    "<pubDate>Sun, 06 Aug 2023 00:12:00 +0900</pubDate>{}</item>"
)
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>The Example</title><language>en</language>{}</channel></rss>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title>'
    "<entry><id>n1</id><title>Yard opened in north</title><link href='https://news.example/1'/>"
    "<published>2023-08-06T00:12:00+09:00</published><content type='html'>{}</content></entry></feed>"
)
EVIL = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def opened(content: str, kind: str = "feed") -> tuple[Opened, ...]:
    return open_source(Source("feed", kind, "feed", content=content.encode()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (RSS.format(ITEM.format(f"<description>{escape(HTML)}</description>")), False),
        (RSS.format(ITEM.format(f"<content:encoded><![CDATA[{HTML}]]></content:encoded>")), True),
        (ATOM.format(escape(HTML)), True),
    ],
    ids=["summary", "content", "atom"],
)
@pytest.mark.parametrize("kind", ["feed", "unknown"])
def test_an_entry_becomes_a_report(content: str, whole: bool, kind: str) -> None:
    (one,) = opened(content, kind)
    assert one.report is not None
    assert one.original is not None
    report = one.report
    assert report.text == f"Yard opened in north\n{BODY}\nShe said little."
    assert (report.name, report.title, report.url, report.outlet, report.published.value) == (
        "n1",
        "Yard opened in north",
        "https://news.example/1",
        "The Example",
        "2023-08-06",
    )
    assert bool(one.notes) is not whole
    assert report.passages
    assert all(passage_holds(one.original, report.text, passage) for passage in report.passages)


def test_entries_stand_in_order_and_empty_ones_are_left_out() -> None:
    items = "".join(f"<item><title>Report {n} of the day</title></item>" for n in range(3)) + "<item/>"
    assert [one.report.title for one in opened(RSS.format(items)) if one.report] == [
        f"Report {n} of the day" for n in range(3)
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<html><body>no feed", "neither a feed nor a page"),
        (RSS.format(""), "feed without entries"),
        (EVIL + "]><rss version='2.0'><channel><item><title>&i;</title></item></channel></rss>", "feed"),
    ],
    ids=["no feed", "no entries", "entities in entities"],
)
def test_bad_feeds_are_notes(content: str, message: str) -> None:
    outcomes = opened(content)
    assert all(len(one.report.text) < 10_000 for one in outcomes if one.report)
    assert any(message in note.message for one in outcomes for note in one.notes)


def test_a_feed_that_was_cut_gives_what_is_whole_and_says_so() -> None:
    content = RSS.format(ITEM.format(f"<description>{escape(HTML)}</description>") * 3)
    outcomes = opened(content[: content.rindex("<item>") + 60])
    assert len(outcomes) >= 2
    assert any("damaged feed" in note.message for one in outcomes for note in one.notes)
