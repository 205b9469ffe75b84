"""Markup is made in one place: text is escaped by default, code has no way in."""

import pytest

from secondsource.export.dossier.element import Markup, address, element, escape, join, listed, shortened


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("\"quoted\" 'so'", "&quot;quoted&quot; &#39;so&#39;"),
        ("&amp;", "&amp;amp;"),
        ("nul \x00 escape \x1b", "nul ␀ escape ␛"),
        ("line\nbreak\ttab", "line\nbreak\ttab"),
    ],
)
def test_text_is_escaped(text: str, written: str) -> None:
    assert escape(text) == written


def test_markup_is_not_escaped_twice() -> None:
    assert element("p", element("b", "a & b")) == "<p><b>a &amp; b</b></p>"


def test_joining_markup_and_text_gives_text() -> None:
    assert join(Markup("<b>") + "<i>") == "&lt;b&gt;&lt;i&gt;"


def test_attributes() -> None:
    written = element("td", class_="a", data_to='x"y', hidden=True, id=None, tabindex=-1)
    assert written == '<td class="a" data-to="x&quot;y" hidden tabindex="-1"></td>'


@pytest.mark.parametrize(
    "attributes",
    [{"onclick": "x"}, {"style": "x"}, {"href": "javascript:x"}, {"href": "//x"}, {"href": " #x"}],
)
def test_code_is_refused(attributes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="code|address"):
        element("a", "x", **attributes)


@pytest.mark.parametrize(
    "url", ["javascript:x", "data:text/html,x", "JAVASCRIPT:x", "/etc/passwd", "#top", "file:///x"]
)
def test_other_addresses_stay_text(url: str) -> None:
    assert "href" not in address(url)


def test_long_text_is_folded_not_cut() -> None:
    folded = shortened("word " * 1000)
    assert folded.startswith("<details")
    assert "word " * 1000 in folded


def test_long_lists_are_folded_not_cut() -> None:
    written = listed([escape(str(number)) for number in range(20)], most=8, name="rows")
    assert "12 more rows" in written
    assert written.count("<li>") == 20
