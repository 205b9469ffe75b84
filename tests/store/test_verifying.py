"""Verify finds every kind of damage that a store can suffer, and nothing in a sound one."""

import sqlite3
from pathlib import Path

import pytest

from secondsource.store import StoreError, open_store, verify
from tests.values import LEFT, RIGHT, collation, original

DAMAGE = {
    "bytes": ("UPDATE original SET content = x'00'", "its bytes have another hash"),
    "no original": ("DELETE FROM original", "its original"),
    "text": (
        "UPDATE report SET text = text || '!' WHERE name = '001'",
        "its text is not what its original says",
    ),
    "words": ("UPDATE mention SET text = 'navy' WHERE number = 1", "says 'navy', there stands 'The army'"),
    "span": ('UPDATE sentence SET "end" = 9999 WHERE number = 0', "past the text"),
    "quantity": (
        "UPDATE mention SET quantity = json_replace(quantity, '$.unit', '~') WHERE kind = 'quantity'",
        "its notation",
    ),
    "mention": ("DELETE FROM mention WHERE number = 2", "m2, which is not there"),
    "attribution": ("DELETE FROM attribution", "a0, which is not there"),
    "index": ("UPDATE report SET title = 'Navy' WHERE name = '001'", "the index of words does not fit"),
    "passage": (
        "UPDATE report SET passages = '[[0,1,0,9999]]' WHERE name = '001'",
        "bytes 0-9999 are not there",
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "a.db") as store:
        for text, reading in zip((LEFT, RIGHT), collation().readings, strict=True):
            store.add(original(text), reading)
    return tmp_path / "a.db"


def test_a_sound_store_has_no_faults(path: Path) -> None:
    with open_store(path) as store:
        checked = verify(store)
    assert checked.faults == ()
    assert (checked.reports, checked.originals, checked.values) == (2, 2, 3)
    assert checked.spans > 15


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_found(path: Path, kind: str) -> None:
    statement, message = DAMAGE[kind]
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    with open_store(path) as store:
        faults = verify(store).faults
    assert any(message in fault for fault in faults), faults


def test_a_file_that_cannot_be_read_is_one_line(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError) as fault, open_store(path) as store:
        verify(store)
    assert "damaged" in str(fault.value)
    assert "\n" not in str(fault.value)
