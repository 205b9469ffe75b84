"""The whole page: what stands on it, that its links lead somewhere, that nothing on it comes from outside."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from secondsource.export.dossier import write_dossier
from secondsource.model import Collation, Story
from tests.export.dossier.dossier_stories import small_story
from tests.export.dossier.page_reader import PageReader

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "' autofocus onfocus=alert(1) x='",
    "</style></title></script><svg onload=alert(1)>",
    "<!-- --><a href=javascript:alert(1)>x</a>",
    "&lt;b&gt; &#60;i&#62; \x00\x1b[2J \u202e gnirts",
    "]]> {{7*7}} ${alert(1)}",
)


def test_the_question_and_the_answer_stand_first() -> None:
    text = PageReader(write_dossier(small_story())).text
    assert "who says so, and is there a second source?" in text
    assert "2 reports · 1 outlet · 1 story · 2 events · 1 disputed" in text
    assert "A second source is possible, not sure, for the one event told here." in text


@pytest.mark.parametrize(
    "words",
    [
        "“".join(("", "two rockets")),
        "≠ differ",
        "(=) finer",
        "1 only one",
        "· silent",
        "party to the event",
        "2 reports · 1 to 2 voices",
        "says so itself, naming nobody",
        "second quotes A Bay Herald",
        "used 64 %",
    ],
)
def test_marks_have_words(words: str) -> None:
    page = write_dossier(small_story())
    assert words.strip("“") in PageReader(page).text


def test_every_link_leads_to_one_place() -> None:
    page = PageReader(write_dossier(small_story()))
    assert len(page.jumps) > 40
    assert sorted(set(page.jumps) - set(page.ids)) == []
    assert len(page.ids) == len(set(page.ids))


def test_a_value_leads_to_its_words_and_the_words_lead_back() -> None:
    page = write_dossier(small_story())
    (anchor,) = set(re.findall(r'<a class="value" href="#(\w+)"><bdi>two rockets', page))
    (cell,) = re.findall(rf'id="{anchor}" data-to="(\w+)">two ', page)
    assert re.search(rf'<td id="{cell}"[^>]*>.*?href="#{anchor}"', page)


def test_the_whole_text_of_every_report_is_there() -> None:
    story = small_story()
    text = PageReader(write_dossier(story)).text
    for reading in story.readings:
        for line in filter(None, reading.report.text.split("\n")):
            for sentence in line.split(". "):
                assert sentence.strip(". ") in text


def test_same_collation_same_bytes() -> None:
    assert write_dossier(small_story()) == write_dossier(small_story())


def test_an_empty_collation_is_a_page() -> None:
    page = PageReader(write_dossier(Collation()))
    assert "No report was read" in page.text
    assert set(page.jumps) <= set(page.ids)


def test_several_stories_have_their_own_headings() -> None:
    one = small_story()
    stories = (*one.stories, Story("story-2", "Engines for sale", ()), Story("story-3", "Nothing told", ()))
    events = tuple(
        replace(event, story="story-2") if event.id == "event-2" else event for event in one.events
    )
    page = PageReader(write_dossier(replace(one, stories=stories, events=events)))
    assert "3 stories" in page.text
    assert {"s1", "s2"} <= set(page.ids)
    assert set(page.jumps) <= set(page.ids)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_markup(hostile: str) -> None:
    """The same elements with the same attributes as on the harmless page, apart from what is quoted."""
    harmless, page = PageReader(write_dossier(small_story())), PageReader(write_dossier(small_story(hostile)))
    assert page.names() == harmless.names()
    assert page.comments == []
    assert sum(name == "script" for name, _ in page.elements) == 1
    for name, attributes in page.elements:
        assert [one for one in attributes if one.startswith("on") or one in ("style", "src", "srcdoc")] == []
        if "href" in attributes:
            assert (attributes["href"] or "").startswith(("#", "https://herald.example/")), name


def test_hostile_text_is_shown() -> None:
    text = PageReader(write_dossier(small_story("<script>alert(1)</script>"))).text
    assert text.count("<script>alert(1)</script>") > 20


def test_nothing_is_asked_of_the_network() -> None:
    page = write_dossier(small_story())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy
    names = PageReader(page).names()
    assert names.isdisjoint({"link", "img", "iframe", "object", "embed", "form", "base", "video", "audio"})
    own = Path(__file__).parents[3] / "src/secondsource/export/dossier"
    for file in sorted(own.glob("*.css")) + sorted(own.glob("*.js")):
        assert re.search(r"https?:|@import|fetch\(|XMLHttp|url\((?!#)|</", file.read_text()) is None, (
            file.name
        )


def test_only_web_addresses_become_links() -> None:
    page = write_dossier(small_story())
    assert '<a class="address" href="https://herald.example/" rel="noreferrer noopener nofollow">' in page
    assert '<bdi class="address">javascript:alert(1)</bdi>' in page
