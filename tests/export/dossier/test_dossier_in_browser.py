"""The page in a real browser: no report's script runs, nothing is fetched, links and keys work."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.export.dossier import write_dossier
from tests.export.dossier.dossier_stories import small_story

browser_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ATTACKS = (
    "<script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "</style></script><svg onload=\"document.title='owned'\">",
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is not installed: apt-get install chromium"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[browser_api.Browser]:
    with browser_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


class Seen:
    """A page opened in the browser, with what it asked for and what it complained of."""

    def __init__(
        self, browser: browser_api.Browser, folder: Path, hostile: str = "", width: int = 1280
    ) -> None:
        file = folder / "dossier.html"
        file.write_text(write_dossier(small_story(hostile)), encoding="utf-8")
        self.address = file.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.complaints.append(one.text))
        self.page.on("pageerror", lambda one: self.complaints.append(str(one)))
        self.page.on("dialog", lambda one: self.complaints.append(one.message))
        self.page.goto(self.address)


@pytest.mark.parametrize("hostile", ATTACKS)
def test_no_script_of_a_report_runs(browser: browser_api.Browser, tmp_path: Path, hostile: str) -> None:
    seen = Seen(browser, tmp_path, hostile)
    assert "owned" not in seen.page.title().split(" · ")[0].split("<")[0]
    assert seen.page.locator("img").count() == 0
    assert seen.complaints == []
    assert seen.requests == [seen.address]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_never_wider_than_the_window(
    browser: browser_api.Browser, tmp_path: Path, width: int
) -> None:
    seen = Seen(browser, tmp_path, "x" * 400, width)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_value_leads_to_its_words_and_back_by_keyboard(
    browser: browser_api.Browser, tmp_path: Path
) -> None:
    seen = Seen(browser, tmp_path)
    value = seen.page.locator("td a.value", has_text="two rockets").first
    value.focus()
    seen.page.keyboard.press("Enter")
    flashed = seen.page.locator(".text .flash")
    assert flashed.inner_text() == "two rockets"
    assert seen.page.evaluate("document.activeElement.textContent") == "two rockets"
    seen.page.keyboard.press("Escape")
    assert seen.page.evaluate("document.activeElement.closest('td').innerText").startswith("two rockets")


def test_words_in_the_text_lead_to_their_cell(browser: browser_api.Browser, tmp_path: Path) -> None:
    seen = Seen(browser, tmp_path)
    mark = seen.page.locator(".text [data-to]", has_text="three rockets").first
    mark.focus()
    seen.page.keyboard.press("Enter")
    assert "three rockets" in seen.page.evaluate("document.activeElement.innerText")
    assert seen.page.evaluate("document.activeElement.tagName") == "TD"


def test_a_deep_link_opens_what_is_folded(browser: browser_api.Browser, tmp_path: Path) -> None:
    seen = Seen(browser, tmp_path, " word" * 3000)
    assert not seen.page.locator(".text", has_text="three rockets").is_visible()
    anchor = seen.page.locator(".text [data-to]", has_text="three rockets").first.get_attribute("id")
    seen.page.goto("about:blank")
    seen.page.goto(f"{seen.address}#{anchor}")
    assert seen.page.locator(f"#{anchor}").is_visible()
    box = seen.page.locator(f"#{anchor}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900


def test_links_work_without_script(browser: browser_api.Browser, tmp_path: Path) -> None:
    seen = Seen(browser, tmp_path)
    page = browser.new_page(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False, reduced_motion="reduce"
    )
    page.goto(seen.address)
    value = page.locator("td a.value", has_text="two rockets").first
    place = value.get_attribute("href")
    value.click()
    assert page.url.endswith(place or "?")
    box = page.locator(place or "?").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
