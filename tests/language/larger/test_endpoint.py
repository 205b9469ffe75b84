"""A loopback server that answers as told -> what is kept, what is noted, when it is asked again."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

pytest.importorskip("httpx2")

from secondsource.language import UNANSWERED, analyse, check_reader
from secondsource.language.larger import ReaderUnavailable, endpoint, open_reader
from secondsource.model import Report

TEXT = "Ruritania denied arming rebels in Lyne. “We sold nothing,” Lyne's mayor said of the rebels."


class Server(HTTPServer):
    """Gives its answers one after another, the last one again and again; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[tuple[int, bytes, dict[str, str]]] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def reader(self) -> str:
        return f"openai:http://127.0.0.1:{self.server_port}/v1#small"

    def says(self, content: Any, finish: str = "stop") -> None:
        text = content if isinstance(content, str) else json.dumps(content)
        body = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}]}
        self.answers.append((200, json.dumps(body).encode(), {}))


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked.append(json.loads(body) | {"path": self.path})
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        status, content, more = self.server.answers[0]
        if len(self.server.answers) > 1:
            self.server.answers.pop(0)
        self.send_response(status)
        for name, value in {**more, "content-length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(endpoint, "PAUSE", 0.01)
    monkeypatch.delenv(endpoint.KEY, raising=False)
    open_reader.cache_clear()
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield found
        found.shutdown()


def quote(words: str, by: int = 0, start: int | None = None) -> dict[str, Any]:
    start = TEXT.index(words) + by if start is None else start
    return {"text": words, "start": start, "end": start + len(words)}


def kept(server: Server, layer: str) -> list[tuple[str, str, str | None]]:
    sentences, _ = analyse(Report("r", TEXT, ""), server.reader)
    return [
        (one.label, one.span.of(TEXT), one.of and one.of.of(TEXT))
        for sentence in sentences
        for one in sentence.proposals
        if one.layer == layer and one.made_by == "openai/small"
    ]


def test_what_stands_in_the_text_is_kept(server: Server) -> None:
    server.says(
        {
            "entities": [
                quote("Ruritania") | {"kind": "place"},
                quote("rebels", 0) | {"kind": "organization"},
            ],
            "attributions": [
                {
                    "cue": quote("denied"),
                    "source": quote("Ruritania"),
                    "content": quote("arming rebels in Lyne"),
                },
                {"cue": quote("said"), "source": None, "content": quote("We sold nothing", by=-9)},
            ],
        }
    )
    assert kept(server, "entity") == [("place", "Ruritania", None), ("organization", "rebels", None)]
    assert kept(server, "attribution") == [
        ("source", "Ruritania", "denied"),
        ("cue", "denied", "denied"),
        ("content", "arming rebels in Lyne", "denied"),
        ("content", "We sold nothing", "said"),  # miscounted, but it stands there once only
        ("cue", "said", "said"),
    ]
    asked = server.asked[0]
    assert (asked["path"], asked["model"], asked["temperature"]) == ("/v1/chat/completions", "small", 0)
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert asked["messages"][1]["content"] == TEXT


@pytest.mark.parametrize(
    ("entity", "why"),
    [
        (quote("Ruritanians", start=0) | {"kind": "place"}, "does not stand there"),
        (quote("rebels", start=70) | {"kind": "organization"}, "does not stand there"),  # there are two
        (quote("uritania") | {"kind": "place"}, "does not begin and end with words"),
        (quote("Lyne. “We") | {"kind": "place"}, "runs over the end of a sentence"),
        (quote("Lyne") | {"kind": "castle"}, "is of no kind that is known"),
        ({"text": "Lyne", "start": -40, "end": 99999, "kind": "place"}, "does not stand there"),
        ({"text": "", "start": 3, "end": 3, "kind": "place"}, "does not stand there"),
    ],
)
def test_what_does_not_is_dropped_and_noted(server: Server, entity: dict[str, Any], why: str) -> None:
    server.says({"entities": [entity], "attributions": []})
    _, notes = analyse(Report("r", TEXT, ""), server.reader)
    assert [note.message.endswith(why) for note in notes] == [True]
    assert (notes[0].made_by, notes[0].advice[:14]) == ("language/openai/small", "it was dropped")
    assert kept(server, "entity") == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([(500, b"", {})], "answers 500"),
        ([(401, b"secret details", {})], "answers 401"),
        ([(302, b"", {"location": "http://127.0.0.1:9/"})], "answers 302"),
        ([(200, b"<html>", {})], "the answer is no chat completion"),
        ([(200, b'{"choices": []}', {})], "the answer is no chat completion"),
        ([(200, b" " * (2 << 20), {})], "the answer is longer than 1 MiB"),
        ("not JSON", "the answer is not by the schema that was asked for"),
        ({"entities": [{"text": "Lyne"}]}, "the answer is not by the schema that was asked for"),
        ("cut", "the answer was cut short by the endpoint's own limit"),
    ],
)
def test_what_cannot_be_used_leaves_the_default_readers_word(server: Server, answers: Any, told: str) -> None:
    if isinstance(answers, list):
        server.answers = answers
    else:
        server.says(answers, "length" if answers == "cut" else "stop")
    sentences, notes = analyse(Report("r", TEXT, ""), server.reader)
    assert [note.made_by for note in notes] == [UNANSWERED]
    assert told in notes[0].message
    assert "secret" not in str(notes)
    assert sentences == analyse(Report("r", TEXT, ""))[0]
    assert len(server.asked) == (3 if told == "answers 500" else 1)


def test_a_busy_endpoint_is_asked_again(server: Server) -> None:
    server.answers = [(429, b"", {"retry-after": "0"}), (503, b"", {})]
    server.says({"entities": [quote("Ruritania") | {"kind": "place"}], "attributions": []})
    assert kept(server, "entity") == [("place", "Ruritania", None)]
    assert len(server.asked) == 3


def test_an_endpoint_that_says_nothing_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "SECONDS", 0.2)
    halted = threading.Event()
    monkeypatch.setattr(Handler, "do_POST", lambda self: halted.wait(2) and None)
    _, notes = analyse(Report("r", TEXT, ""), server.reader)
    halted.set()
    assert "gives no answer in 0.2 seconds" in notes[0].message


def test_long_texts_are_asked_in_passages_of_whole_sentences(server: Server) -> None:
    server.says({"entities": [], "attributions": []})
    text = "The army fired rockets at the town of Lyne again on that day. " * 90
    analyse(Report("r", text, ""), server.reader)
    passages = [asked["messages"][1]["content"] for asked in server.asked]
    assert all(len(one) <= endpoint.PASSAGE and one.endswith(".") for one in passages)
    assert "".join(passages).replace(" ", "") == text.replace(" ", "")
    _, notes = analyse(Report("r", "so " * 300 + "x" * 8000, ""), server.reader)
    assert "is not sent" in notes[0].message


def test_the_key_is_sent_and_never_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(endpoint.KEY, "k-1234")
    server.answers = [(403, b"", {})]
    with pytest.raises(ReaderUnavailable) as fault:
        check_reader(server.reader)
    assert server.headers[0]["authorization"] == "Bearer k-1234"
    assert "k-1234" not in str(fault.value)
    with pytest.raises(ReaderUnavailable, match="is not sent over http"):
        check_reader("openai:http://example.org/v1#small")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("openai:localhost:80", "say which"),
        ("openai:http://localhost:80/v1", "say which"),
        ("openai:ftp://localhost/v1#m", "say which"),
        ("openai:http://me:pass@localhost/v1#m", "leave passwords and keys out"),
        (
            "openai:http://127.0.0.1:9/v1#m",
            r"^http://127.0.0.1:9/v1/chat/completions cannot be reached \(ConnectError\)$",
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.setattr(endpoint, "PAUSE", 0.01)
    open_reader.cache_clear()
    with pytest.raises(ReaderUnavailable, match=told) as fault:
        check_reader(name)
    assert "\n" not in str(fault.value)
    assert "pass@" not in str(fault.value)
