"""How many sources are done, of how many known -> a bar on stderr, once there are more than a few."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

FEW = 5  # sources that are done before a bar would have been of use
OnProgress = Callable[[int, int], None]


@contextmanager
def progress_on_terminal(quiet: bool) -> Iterator[OnProgress | None]:
    """What to call with (done, known); None when nobody looks at stderr."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.show
    finally:
        bar.close()


class _Bar:
    """A bar that comes into being with the first call about more than a few sources."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def show(self, done: int, known: int) -> None:
        if self._progress is None:
            if known <= FEW:
                return
            self._progress = _begin()
        self._progress.update(self._progress.task_ids[0], completed=done, total=known)

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()


def _begin() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("reading", total=None)
    progress.start()
    return progress
