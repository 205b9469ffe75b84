"""Works -> answers in the same order, found in child processes: a dead child costs one work, not the run."""

import multiprocessing
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any

import msgspec

from secondsource.run.allowance import USUAL, Allowance
from secondsource.run.child import Child

TICK = 0.1
FEW = 4
PARTS = ("secondsource.run.documents", "secondsource.reading")


class Failure(msgspec.Struct, frozen=True):
    """Why a work has no value, in words that end a sentence about the document."""

    because: str


class Answer(msgspec.Struct, frozen=True):
    """A work and its value, or the Failure in its stead."""

    work: Any
    value: Any


def supervise(
    works: Iterable[Any],
    read: Callable[[Any], Any],
    processes: int | None = None,
    allowance: Allowance = USUAL,
    on_progress: Callable[[int, int], None] | None = None,
) -> Iterator[Answer]:
    """An Answer for each work, in order; an Answer among the works is passed through as it is.

    `read` and the works go to another process: a function of a module, or a partial of one. A second child
    is begun only when several works wait. `on_progress` is called with (answered, known so far).
    """
    run = _Run(read, processes or available_cores(), allowance)
    try:
        waiting = iter(works)
        answered = known = 0
        more = True
        while True:
            while more and run.has_room():
                work = next(waiting, None)
                if work is None:
                    more = False
                    break
                run.take(known, work)
                known += 1
            while answered in run.answers:
                answer = run.answers.pop(answered)
                answered += 1
                if on_progress is not None:
                    on_progress(answered, known)
                yield answer
            if not more and answered == known:
                return
            run.step()
    finally:
        run.end()


def available_cores() -> int:
    """The cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def context_for_children() -> BaseContext:
    """A fork server, which loads the parts once for all children, where there is one; else new processes."""
    # The server listens at a path below the folder for temporary files, and a path there may be too long.
    short = len(tempfile.gettempdir()) < 60
    if not short or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PARTS))
    return context


class _Run:
    """The children of one run, the works that wait for them, and the answers not yet asked for."""

    def __init__(self, read: Callable[[Any], Any], processes: int, allowance: Allowance) -> None:
        self.read = read
        self.processes = processes
        self.allowance = allowance
        self.context = context_for_children()
        self.children: list[Child] = []
        self.queue: deque[tuple[int, Any]] = deque()
        self.retried: set[int] = set()
        self.answers: dict[int, Answer] = {}

    def has_room(self) -> bool:
        """False once enough works wait, so that memory stays bounded however long the input is."""
        return len(self.queue) < FEW * (self.processes + 1) and len(self.answers) < 64 * self.processes

    def take(self, index: int, work: Any) -> None:
        if isinstance(work, Answer):
            self.answers[index] = work
        else:
            self.queue.append((index, work))

    def step(self) -> None:
        """Gives works to idle children, waits a moment, and takes in what they answer."""
        self._assign()
        busy = [child for child in self.children if child.work is not None]
        ready = wait([child.connection for child in busy], timeout=TICK) if busy else []
        for child in busy:
            if child.connection in ready:
                self._receive(child)
            elif reason := child.overrun():
                self._lose(child, reason)

    def _assign(self) -> None:
        while self.queue:
            child = next((child for child in self.children if child.work is None), None)
            if child is None:
                if len(self.children) >= self.processes or len(self.queue) <= FEW * len(self.children):
                    return
                child = Child(self.context, self.read, self.allowance)
                self.children.append(child)
            index, work = self.queue.popleft()
            if not child.give(index, work):
                self._receive(child)

    def _receive(self, child: Child) -> None:
        assert child.work is not None
        index, work = child.work
        try:
            succeeded, value = child.connection.recv()
        except (EOFError, OSError):
            self._died(child)
            return
        self.answers[index] = Answer(work, value if succeeded else Failure(value))
        child.work = None
        child.served += 1
        if child.is_swollen():
            self._drop(child)

    def _died(self, child: Child) -> None:
        """A child that was ended from outside may have been ended for an earlier work: one fresh try."""
        assert child.work is not None
        index, work = child.work
        if index in self.retried:
            self._lose(child, "ended the process that read it")
            return
        self.retried.add(index)
        self._drop(child)
        self.queue.appendleft((index, work))

    def _lose(self, child: Child, reason: str) -> None:
        assert child.work is not None
        index, work = child.work
        self.answers[index] = Answer(work, Failure(reason))
        self._drop(child)

    def _drop(self, child: Child) -> None:
        self.children.remove(child)
        child.end()

    def end(self) -> None:
        """Ends every child at once."""
        for child in list(self.children):
            self._drop(child)
