"""The tables of names hold together, and what is asked of an entity's id is answered from them."""

import re
from collections import Counter

import pytest

from secondsource.knowledge import is_finer, load, name_of, parents, states_of
from secondsource.knowledge.gazetteer import division_with, find_place
from secondsource.knowledge.names import senses_of
from secondsource.knowledge.taxonomy import refine, weapon_path

BY_ID = ("persons", "organizations", "outlets", "groups", "regions", "sites", "occasions", "offices")
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}$")


@pytest.mark.parametrize("table", BY_ID)
def test_no_id_stands_twice(table: str) -> None:
    counted = Counter(row["id"] for row in load(table))
    assert not [id for id, times in counted.items() if times > 1]


@pytest.mark.parametrize("table", ["organizations", "outlets", "groups", "regions", "sites"])
def test_every_state_of_a_row_is_a_state(table: str) -> None:
    codes = {row["code"] for row in load("states")}
    assert not [
        row["id"] for row in load(table) for code in row["states"].split("|") if code and code not in codes
    ]


def test_terms_of_office_are_dates_in_order_of_known_offices() -> None:
    offices = {row["id"] for row in load("offices")}
    for row in load("persons"):
        assert row["sex"] in ("f", "m"), row["id"]
        for term in filter(None, row["offices"].split("|")):
            office, since, until = term.split(":")
            assert office in offices, (row["id"], office)
            assert all(DAY.match(day) for day in (since, until) if day), (row["id"], term)
            assert not until or since <= until, (row["id"], term)


def test_every_step_of_a_weapons_path_has_a_row() -> None:
    paths = {row["path"] for row in load("weapons")}
    tops = {"component", "space"}
    above = {path.rpartition("/")[0] for path in paths} - {""}
    assert above - tops <= paths


def test_an_organizations_parent_is_an_organization() -> None:
    ids = {row["id"] for row in load("organizations")}
    assert {row["parent"] for row in load("organizations")} - {""} <= ids


def test_places_lie_in_states_and_have_coordinates() -> None:
    codes = {row["code"] for row in load("states")}
    unknown = Counter[str]()
    for row in load("places"):
        assert -90 <= float(row["latitude"]) <= 90, row["id"]
        assert -180 <= float(row["longitude"]) <= 180, row["id"]
        unknown[row["state"]] += row["state"] not in codes
    # Dependent territories have towns and no row among the states.
    assert sum(unknown.values()) < 0.01 * len(load("places"))


@pytest.mark.parametrize(
    ("entity", "name", "states", "above"),
    [
        ("state/KP", "North Korea", ("state/KP",), ()),
        ("person/sergei-shoigu", "Sergei Shoigu", ("state/RU",), ("state/RU",)),
        ("organization/kcna", "KCNA", ("state/KP",), ("state/KP",)),
        ("organization/reuters", "Reuters", (), ()),
        ("organization/romanian-foreign-ministry", "Romanian Foreign Ministry", ("state/RO",), ("state/RO",)),
        ("organization/iranian-state-media", "Iranian State Media", ("state/IR",), ("state/IR",)),
        ("organization/russian-news-agency", "Russian News Agency", (), ()),
        (
            "organization/quds-force",
            "Quds Force",
            ("state/IR",),
            ("organization/islamic-revolutionary-guard-corps", "state/IR"),
        ),
        ("office/RU/defence-minister", "defence minister of Russia", ("state/RU",), ("state/RU",)),
        ("group/RU/soldier", "soldier of Russia", ("state/RU",), ("state/RU",)),
        ("place/1871859", "Pyongyang", ("state/KP",), ("place/1871856", "state/KP")),
        ("place/korean-peninsula", "Korean Peninsula", ("state/KP", "state/KR"), ()),
        ("weapon/missile/ballistic", "ballistic missile", (), ("weapon/missile",)),
        ("person/nobody-known", "Nobody Known", (), ()),
    ],
)
def test_what_the_tables_know_of_an_entity(
    entity: str, name: str, states: tuple[str, ...], above: tuple[str, ...]
) -> None:
    assert (name_of(entity), states_of(entity), parents(entity)) == (name, states, above)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("weapon/missile/ballistic/icbm/solid-fuel/hwasong-18", "weapon/missile/ballistic/icbm", True),
        ("weapon/missile/ballistic", "weapon/missile/ballistic/icbm", False),
        ("weapon/missile/cruise", "weapon/missile/ballistic", False),
        ("place/1871859", "state/KP", True),
        ("state/KP", "state/KP", False),
    ],
)
def test_finer_is_within_or_a_kind_of(one: str, other: str, expected: bool) -> None:
    assert is_finer(one, other) is expected


@pytest.mark.parametrize(
    ("name", "entities"),
    [
        ("Pyongyang", {"state/KP", "place/1871859"}),
        ("Houthis", {"group/houthis"}),
        ("Putin", {"person/vladimir-putin"}),
        ("W.Va.", {"place/4826850"}),
    ],
)
def test_a_name_may_stand_for_each_of_its_entities(name: str, entities: set[str]) -> None:
    assert entities <= {sense.entity for sense in senses_of(name)}


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("missile/ballistic", "two short-range", "missile/ballistic/srbm"),
        ("missile/ballistic/icbm", "new solid-fueled", "missile/ballistic/icbm/solid-fuel"),
        ("missile/ballistic", "intercontinental solid-propellant", "missile/ballistic/icbm/solid-fuel"),
        ("drone", "explosive-laden", "drone/loitering"),
        ("drone", "new", "drone"),
    ],
)
def test_the_words_before_a_weapon_make_it_finer(path: str, words: str, expected: str) -> None:
    assert refine(path, words) == expected


def test_weapons_are_known_in_both_spellings_and_in_the_plural() -> None:
    assert weapon_path("large-caliber MLRS") == weapon_path("large-calibre MLRS") is not None
    assert weapon_path("ICBMs") == weapon_path("ICBM") == "missile/ballistic/icbm"
    assert weapon_path("batteries") is None


def test_a_division_is_found_by_its_code() -> None:
    assert find_place(division_with("US.TX") or "") is not None
    assert division_with("XX.99") is None
