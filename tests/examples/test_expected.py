"""The two example stories and what is expected of them: every quote stands in its report, word for word."""

import json
from pathlib import Path
from typing import Any

import lxml.html
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("launch", "minsk")


def visible_text(folder: Path, report: Any) -> str:
    """The words of one example report as a reader of its file sees them."""
    content: str = (folder / report["file"]).read_text(encoding="utf-8")
    if report["file"].endswith(".html"):
        page: Any = lxml.html.fromstring(content.encode())
        for element in page.xpath("//script | //style"):
            element.drop_tree()
        return str(page.text_content())
    if report["file"].endswith(".jsonl"):
        lines = [json.loads(line) for line in content.splitlines()]
        (line,) = [line for line in lines if line["id"] == report["name"]]
        return str(line["text"])
    return content


@pytest.mark.parametrize("story", STORIES)
def test_every_quote_stands_in_its_report(story: str) -> None:
    folder = EXAMPLES / story
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    texts = {key: visible_text(folder, report) for key, report in expected["reports"].items()}
    quotes = [
        (key, quote)
        for event in expected["events"]
        for values in event["fields"].values()
        for value in values
        for key, quote in value["in"].items()
    ]
    quotes += [pair for claim in expected["claims_not_events"] for pair in claim["in"].items()]
    quotes += [(key, words) for key, report in expected["reports"].items() for words in report["not_body"]]
    quotes += [(key, report["headline"]) for key, report in expected["reports"].items()]
    assert len(quotes) > 50
    assert [(key, quote) for key, quote in quotes if quote not in texts[key]] == []


@pytest.mark.parametrize("story", STORIES)
def test_every_file_of_a_story_is_expected(story: str) -> None:
    folder = EXAMPLES / story
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    files = {path.name for path in folder.iterdir()} - {"expected.json"}
    assert files == {report["file"] for report in expected["reports"].values()}


@pytest.mark.parametrize("story", STORIES)
def test_reports_have_the_length_of_news(story: str) -> None:
    folder = EXAMPLES / story
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for key, report in expected["reports"].items():
        assert 120 <= len(visible_text(folder, report).split()) <= 330, key
