"""GeoNames rows -> places and divisions by id and by name, with what each lies in."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class Place(NamedTuple):
    """A populated place of GeoNames (CC BY 4.0), or a division; coordinates in degrees, people counted.

    `division` is the code of the first-order division it lies in (`KP.12`), "" for a division itself.
    """

    id: str
    name: str
    state: str
    division: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


class _Index(NamedTuple):
    rows: dict[str, str]
    names: dict[str, list[str]]


@lru_cache(maxsize=4096)
def find_place(id: str) -> Place | None:
    """The place or division with this GeoNames id, or None."""
    row = _places().rows.get(id)
    if row is not None:
        _, name, _, state, division, latitude, longitude, population = row.split("\t")
        where = (float(latitude), float(longitude), int(population))
        return Place(id, name, state, f"{state}.{division}", *where)
    row = _divisions().rows.get(id)
    if row is not None:
        _, name, _, code, population = row.split("\t")
        return Place(id, name, code.partition(".")[0], "", population=int(population))
    return None


def division_with(code: str) -> str | None:
    """GeoNames id of the division with this code (`KP.12`), or None."""
    return _division_codes().get(code)


def code_of(id: str) -> str:
    """Code of the division with this GeoNames id (`KP.12`); raises KeyError when there is none."""
    return _divisions().rows[id].split("\t")[3]


def place_names() -> dict[str, list[str]]:
    """Every name of a populated place, with the GeoNames ids it may stand for."""
    return _places().names


def division_names() -> dict[str, list[str]]:
    """Every name of a division, with the GeoNames ids it may stand for."""
    return _divisions().names


@cache
def _places() -> _Index:
    return _index("places")


@cache
def _divisions() -> _Index:
    return _index("divisions")


@cache
def _division_codes() -> dict[str, str]:
    return {row.split("\t")[3]: id for id, row in _divisions().rows.items()}


def _index(table: str) -> _Index:
    # Tens of thousands of rows: they stay text until one is asked for; a test reads them strictly.
    text = files("secondsource.knowledge").joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    rows: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for row in (line for line in text.splitlines() if not line.startswith(("# ", "id\t"))):
        id, name, also, _ = row.split("\t", 3)
        rows[id] = row
        for one in (name, *also.split("|")) if also else (name,):
            if one in names:
                names[one].append(id)
            else:
                names[one] = [id]
    return _Index(rows, names)
