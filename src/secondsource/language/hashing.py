"""Words and tags -> rows of a weight table, the same on every machine (multiplicative hashing, numpy)."""

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Codes = NDArray[np.uint64]

_MIX = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)
_SEED = 0x2545F4914F6CDD1D
_FINAL = np.uint64(0xFF51AFD7ED558CCD)


def code_of(text: str) -> int:
    """A 32-bit number for a text; 0 only for the empty one."""
    return crc32(text.encode("utf-8", "replace")) or 1 if text else 0


@lru_cache(maxsize=100_000)
def codes_of_word(word: str) -> tuple[int, int, int, int, int, int]:
    """Numbers for the lower-case form, shape, endings of one to three letters, and the first two letters."""
    lower = word.lower() if not any(letter.isdigit() for letter in word) else _digits_away(word.lower())
    return (
        code_of(lower),
        code_of("shape " + shape_of(word)),
        code_of("1 " + lower[-1:]),
        code_of("2 " + lower[-2:]),
        code_of("3 " + lower[-3:]),
        code_of("0 " + lower[:2]),
    )


def shape_of(word: str) -> str:
    """Xxxx-dd and the like, runs cut at two."""
    shape = "".join(
        "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        for letter in word[:20]
    )
    short = ""
    for letter in shape:
        if short[-2:] != letter * 2:
            short += letter
    return short


def _digits_away(word: str) -> str:
    return "".join("0" if letter.isdigit() else letter for letter in word)


class Templates:
    """Which columns are hashed together: `"s0 t0 / n0"` over the columns `s0 t0 n0` makes two features."""

    def __init__(self, columns: str, features: str) -> None:
        place = {name: number for number, name in enumerate(columns.split())}
        chosen = [[place[name] for name in feature.split()] for feature in features.split("/")]
        seeds = [(number + 1) * _SEED & 0xFFFFFFFFFFFFFFFF for number in range(len(chosen))]
        order = sorted(range(len(chosen)), key=lambda number: -len(chosen[number]))
        self.seeds: Codes = np.array([seeds[number] for number in order], dtype=np.uint64)
        self.columns = [
            np.array([chosen[number][depth] for number in order if len(chosen[number]) > depth])
            for depth in range(len(chosen[order[0]]))
        ]

    def rows(self, codes: Codes, bits: int) -> Rows:
        """A row number below 2**bits for each line of codes and each feature."""
        mixed = np.repeat(self.seeds[np.newaxis, :], len(codes), axis=0)
        for depth, columns in enumerate(self.columns):
            part = mixed[:, : len(columns)]
            part ^= codes[:, columns] * _MIX[depth]
            part *= _FINAL
            part ^= part >> np.uint64(31)
        rows: Rows = ((mixed * _MIX[4]) >> np.uint64(64 - bits)).astype(np.int64)
        return rows
