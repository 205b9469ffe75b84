"""A child process that reads one work after another, and the parent's handle on it."""

import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from secondsource.run.allowance import Allowance
from secondsource.run.usage import processor_seconds, resident_bytes


def serve(connection: Connection, read: Callable[[Any], Any], allowance: Allowance) -> None:
    """What the child does: receive a work, send (True, its value) or (False, what went wrong), until the end.

    An interrupt is left to the parent, which ends its children itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(allowance.memory * allowance.address)
    while True:
        try:
            work = connection.recv()
        except (EOFError, OSError):
            return
        _bound_time(allowance)
        try:
            answer = (True, read(work))
        except MemoryError:
            answer = (False, "needed more memory than it may have")
        except Exception as error:
            answer = (False, f"failed inside: {type(error).__name__}: {str(error)[:200]}")
        try:
            connection.send(answer)
        except (BrokenPipeError, ConnectionResetError):
            return
        del work, answer


def _bound_memory(address: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (address, address))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return


def _bound_time(allowance: Allowance) -> None:
    """Ends the child by itself, should the parent be gone when a document keeps it busy for ever."""
    try:
        import resource

        most = allowance.seconds * (allowance.patience + 1) + allowance.start
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + most) + 1, hard))
    except (ImportError, ValueError, OSError):
        return


class Child:
    """The parent's handle: what the child is reading, since when, and whether it goes too far."""

    def __init__(self, context: BaseContext, read: Callable[[Any], Any], allowance: Allowance) -> None:
        self.connection, theirs = context.Pipe()
        self.process = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, read, allowance), daemon=True
        )
        self.process.start()
        theirs.close()
        self.allowance = allowance
        self.work: tuple[int, Any] | None = None
        self.served = 0
        self._since = 0.0
        self._spent = 0.0

    def give(self, index: int, work: Any) -> bool:
        """Hands it a work; False when it is dead already."""
        self.work = (index, work)
        self._since = time.monotonic()
        self._spent = processor_seconds(self.process.pid) or 0.0
        try:
            self.connection.send(work)
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def overrun(self) -> str | None:
        """Why it must be ended now, in words; None while it keeps within its allowance."""
        memory = resident_bytes(self.process.pid)
        if memory is not None and memory > self.allowance.memory:
            return f"needed more than {self.allowance.memory >> 20} MiB of memory"
        bound = self.allowance.seconds + (self.allowance.start if not self.served else 0)
        elapsed = time.monotonic() - self._since
        if elapsed < bound:
            return None
        spent = processor_seconds(self.process.pid)
        if spent is None or spent - self._spent >= bound or elapsed >= bound * self.allowance.patience:
            return f"took longer than {self.allowance.seconds:g} seconds"
        return None

    def is_swollen(self) -> bool:
        """True when it kept so much memory that the next document should find a fresh child."""
        memory = resident_bytes(self.process.pid)
        return memory is not None and memory * 2 > self.allowance.memory

    def end(self) -> None:
        """Ends the process at once, and waits until it is gone."""
        self.process.kill()
        self.process.join()
        self.connection.close()
        self.process.close()
