"""Whatever a person types is words to look for: no error, no operator, no second statement."""

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.store.searching import quote_words

INDEX = sqlite3.connect(":memory:", check_same_thread=False)
INDEX.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
INDEX.execute("INSERT INTO words VALUES ('the army fired two rockets and not one more near the port')")


@given(st.text(max_size=40) | st.text(alphabet="\"*:^(){}+-.AND ORNEAR'\\;\x00", max_size=40))
@settings(max_examples=2000, deadline=None)
def test_no_words_are_an_error(words: str) -> None:
    quoted = quote_words(words)
    if quoted:
        INDEX.execute("SELECT count(*) FROM words WHERE words MATCH ?", (quoted,)).fetchone()


def test_operators_are_words() -> None:
    def found(words: str) -> int:
        chosen = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(INDEX.execute(chosen, (quote_words(words),)).fetchone()[0])

    assert found("and NOT one") == 1
    assert found("rockets OR tanks") == 0
    assert found("text:army") == 0
    assert found("NEAR port") == 1
    assert found("rock*") == 0
