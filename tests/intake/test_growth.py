"""Text made to be slow -> time that grows no faster than its length."""

import time

import pytest

from secondsource.intake import Source, open_source
from secondsource.intake.passages import locate

SEEDS = {
    "capitals": "AA-" * 60 + "\n",
    "byline": "By " + "A" * 240 + "!\n",
    "dateline": "A-A-a-A " * 19 + "\n",
    "names": "Kim Jong Un\n",
    "separators": " | a" * 70 + "\n",
    "brackets": "(photo " * 40 + "\n",
    "days": "may 1 2 2023 " * 20 + "\n",
    "one line": "The minister said on Monday that, ",
    "headings": "Related stories\nA B C\n",
    "comments": "Leave a Reply\nThe minister spoke at length about it to us all on Monday night.\n",
}


def seconds(content: bytes, kind: str) -> float:
    begun = time.process_time()
    open_source(Source("a", kind, "a", content=content))  # type: ignore[arg-type]
    return time.process_time() - begun


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_plain_text_takes_linear_time(seed: str) -> None:
    small = seed * (60_000 // len(seed))
    once, fourfold = (min(seconds((small * n).encode(), "text") for _ in range(2)) for n in (1, 4))
    assert fourfold < 8 * once + 0.2, f"{once:.2f} s, and {fourfold:.2f} s for four times as much"


@pytest.mark.parametrize("seed", ["<p>a b</p>", "&amp;", "<a ", "<!--", "a<b>c</b>", "<script>", "<p>&#x41;"])
def test_mapping_back_takes_linear_time(seed: str) -> None:
    def of(size: int) -> float:
        source = seed * (size // len(seed))
        begun = time.process_time()
        locate("a b\n" * (size // 100), source)
        return time.process_time() - begun

    once, fourfold = of(40_000), of(160_000)
    assert fourfold < 8 * once + 0.2, f"{once:.2f} s, and {fourfold:.2f} s for four times as much"
