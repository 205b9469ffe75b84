"""Works that hang, die, swell and fail among sound ones -> every sound one answered, in order."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.run import Allowance, Answer, Failure, supervise
from tests.run.works import behave

SHORT = Allowance(seconds=1, start=2, patience=2, memory=400 << 20)


def values(works: list[object], processes: int = 2) -> list[object]:
    answers = list(supervise(works, behave, processes, SHORT))
    assert [answer.work for answer in answers if not isinstance(answer, str)] == [
        work.work if isinstance(work, Answer) else work for work in works
    ]
    return [one.value.because if isinstance(one.value, Failure) else one.value for one in answers]


@pytest.mark.parametrize(
    ("work", "because"),
    [
        ("hang", "took longer than 1 seconds"),
        ("sleep", "took longer than 1 seconds"),
        ("die", "ended the process that read it"),
        ("swell", "needed more than 400 MiB of memory"),
        ("fail", "failed inside: ValueError: no such word"),
    ],
)
def test_a_bad_work_costs_itself_alone(work: str, because: str) -> None:
    assert values(["a", work, "b", "c"]) == ["A", because, "B", "C"]


def test_answers_stand_in_order_whatever_their_pace() -> None:
    words = ["hang", *(f"w{number}" for number in range(30)), "die", "x"]
    assert values(list(words))[1:31] == [f"W{number}" for number in range(30)]


def test_what_is_answered_already_goes_through_in_place() -> None:
    assert values(["a", Answer("n", "note"), "b"]) == ["A", "note", "B"]
    assert values([Answer("n", "note")]) == ["note"]
    assert values([]) == []


def test_few_works_need_one_child() -> None:
    assert len(set(values(["pid"] * 4))) == 1


def test_children_are_gone_when_the_caller_stops_early() -> None:
    answers = supervise(["pid", *["sleep"] * 20], behave, 2, SHORT)
    child = int(next(answers).value)
    answers.close()  # type: ignore[attr-defined]
    for _ in range(50):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the child is still there")


def test_an_interrupt_ends_the_run_and_its_children_at_once() -> None:
    code = (
        # a shell's background job is started deaf to interrupts
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from tests.run.works import behave\n"
        "from secondsource.run import supervise\n"
        "for answer in supervise(['pid', *['sleep'] * 9], behave, 1):\n"
        "    print(answer.value, flush=True)\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stdout is not None
    child = int(run.stdout.readline())
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=30)
    assert run.returncode != 0
    assert told.rstrip().endswith("KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_works_are_taken_as_they_are_needed() -> None:
    taken = []

    def works():  # type: ignore[no-untyped-def]
        for number in range(1000):
            taken.append(number)
            yield "a"

    answers = supervise(works(), behave, 1, SHORT)
    next(answers)
    assert len(taken) < 100
    answers.close()  # type: ignore[attr-defined]


def test_progress_is_told() -> None:
    told = []
    list(supervise(["a", "b", "c"], behave, 1, SHORT, lambda done, known: told.append((done, known))))
    assert told == [(1, 3), (2, 3), (3, 3)]
