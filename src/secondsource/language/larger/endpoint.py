"""A report's sentences -> the same with names and sayings by a model behind an OpenAI-compatible endpoint."""

import os
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from secondsource.language.larger.asking import answer_of, request_of, told_of
from secondsource.language.larger.placing import Told, place, put
from secondsource.language.larger.unavailable import UNANSWERED, ReaderUnavailable
from secondsource.model import Note, Report, Sentence, Span

KEY = "SECONDSOURCE_LLM_KEY"
PASSAGE, LONGEST = (
    2000,
    8000,
)  # characters: sentences are joined up to the first, none longer than the second is sent
TRIES, PAUSE, LONGEST_PAUSE = 3, 0.5, 10.0
SECONDS, MOST_BYTES = 60.0, 1 << 20
_LOCAL = {"localhost", "127.0.0.1", "::1"}
LAYERS = frozenset({"entity", "attribution"})


class Endpoint:
    """Sends passages of whole sentences, one after another. A key is read from the environment only."""

    def __init__(self, which: str) -> None:
        try:
            import httpx2
        except ImportError:
            raise ReaderUnavailable("httpx2 is not installed: pip install 'secondsource[llm]'") from None
        address, _, self._model = which.partition("#")
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or not self._model:
            raise ReaderUnavailable(
                "say which: openai:BASE_URL#MODEL, as openai:http://localhost:8080/v1#name"
            )
        if parts.username or parts.password or parts.query:
            raise ReaderUnavailable(f"leave passwords and keys out of the address; a key is read from {KEY}")
        local = parts.hostname in _LOCAL
        key = os.environ.get(KEY, "")
        if key and parts.scheme == "http" and not local:
            raise ReaderUnavailable(f"{KEY} is not sent over http: name an address that begins with https")
        self._http = httpx2
        self._client: Any = httpx2.Client(
            timeout=httpx2.Timeout(SECONDS, connect=10.0),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            trust_env=not local,  # what is on this machine needs no proxy
            follow_redirects=False,  # a key goes where it was sent and nowhere else
        )
        self._address = address.rstrip("/") + "/chat/completions"
        self.made_by = f"openai/{self._model}"

    def check(self) -> None:
        """Raises ReaderUnavailable when a first sentence is not answered."""
        try:
            answer_of(self._ask("It rained."))
        except ReaderUnavailable:
            raise
        except ValueError as fault:
            raise ReaderUnavailable(f"the answer of {self._address} {fault}") from None

    def read(
        self, report: Report, sentences: tuple[Sentence, ...]
    ) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
        told: list[Told] = []
        read: list[Span] = []
        notes: list[Note] = []
        for span in _passages(sentences):
            if len(span) > LONGEST:
                notes.append(self._unread(report, span, f"a sentence of {len(span)} characters is not sent"))
                continue
            passage = span.of(report.text)
            try:
                answer = answer_of(self._ask(passage))
            except ReaderUnavailable as fault:
                notes.append(self._unread(report, Span(span.start, len(report.text)), str(fault)))
                break
            except ValueError as fault:
                notes.append(self._unread(report, span, f"the answer {fault}"))
                continue
            told += told_of(answer, passage, span.start)
            read.append(span)
        kept, dropped = place(report, sentences, told, self.made_by)
        cues = {one.span for one in kept if one.label == "cue"}
        kept = [one for one in kept if one.layer != "attribution" or one.of in cues]
        return put(sentences, LAYERS, read, kept), (*notes, *dropped)

    def _ask(self, passage: str) -> bytes:
        """The answer's bytes. Raises ReaderUnavailable when none comes, ValueError when it is too long."""
        why = "gives no answer"
        for attempt in range(TRIES):
            pause = PAUSE * 2**attempt
            try:
                with self._client.stream("POST", self._address, json=request_of(self._model, passage)) as got:
                    if got.status_code == 200:
                        return _body(got.iter_bytes())
                    why = f"answers {got.status_code}"
                    if got.status_code != 429 and got.status_code < 500:
                        break
                    told = got.headers.get("retry-after", "")
                    pause = min(float(told), LONGEST_PAUSE) if told.isdigit() else pause
            except self._http.TimeoutException:
                why = f"gives no answer in {SECONDS:g} seconds"
            except self._http.HTTPError as fault:
                why = f"cannot be reached ({type(fault).__name__})"
            if attempt + 1 < TRIES:
                time.sleep(pause)
        raise ReaderUnavailable(f"{self._address} {why}")

    def _unread(self, report: Report, span: Span, why: str) -> Note:
        advice = "read it again when the endpoint answers; until then the default reader's word stands here"
        return Note(report.id, span, f"not read by {self._model}: {why}", advice, UNANSWERED)


def _body(pieces: Iterator[bytes]) -> bytes:
    found = b""
    for piece in pieces:
        found += piece
        if len(found) > MOST_BYTES:
            raise ValueError(f"is longer than {MOST_BYTES >> 20} MiB")
    return found


def _passages(sentences: tuple[Sentence, ...]) -> list[Span]:
    """Stretches of whole sentences up to PASSAGE characters, without what is furniture of a page."""
    found: list[Span] = []
    joined = False
    for sentence in sentences:
        if sentence.part == "furniture" or not sentence.tokens:
            joined = False
            continue
        if joined and sentence.span.end - found[-1].start <= PASSAGE:
            found[-1] = Span(found[-1].start, sentence.span.end)
        else:
            found.append(sentence.span)
        joined = True
    return found
