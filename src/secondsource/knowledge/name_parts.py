"""What names are made of: first names, titles, last words that tell a kind, ordinary words; ids of names."""

import re
import unicodedata
from functools import cache
from typing import Literal

from secondsource.knowledge.tables import load

EndingKind = Literal["organization", "place", "facility", "document", "thing"]


@cache
def given_names() -> frozenset[str]:
    """First names, as written."""
    return frozenset(row["name"] for row in load("given_names"))


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are names too, in small letters: Nice, Reading, Hope."""
    return frozenset(row["word"] for row in load("ordinary_words"))


@cache
def endings() -> dict[str, EndingKind]:
    """Last words of names that tell what is named: `Ministry` -> organization."""
    kinds: dict[str, EndingKind] = {
        "organization": "organization", "place": "place", "facility": "facility", "document": "document",
        "thing": "thing",
    }  # fmt: skip
    return {row["word"]: kinds[row["kind"]] for row in load("name_endings")}


@cache
def titles() -> dict[str, str]:
    """Words before a person's name, with the sex they tell ("" for none)."""
    return {row["title"]: row["sex"] for row in load("titles")}


def slug_of(name: str) -> str:
    """`Olha Stefanishyna` -> `olha-stefanishyna`: the id of a name that no table knows."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("ø", "o").replace("’", "").replace("'", "")
    )
    return re.sub(r"[^\w]+", "-", "".join(m for m in plain if not unicodedata.combining(m)).lower()).strip(
        "-"
    )
