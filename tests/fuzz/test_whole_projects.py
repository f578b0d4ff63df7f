"""A sample of what is fuzzed by hand at length: bad values everywhere, and wrecked projects."""

from itertools import islice
from typing import Any

import mutations
import pytest
import targets
import whole_project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.files.schema import json_schema, settings_schema


def fields(schema: dict[str, Any], name: str) -> set[str]:
    return set(schema["$defs"][name]["properties"])


def test_the_project_uses_every_field_of_every_record():
    schema = json_schema()
    records = whole_project.RECORDS
    for section, name in (
        ("claims", "Claim"),
        ("evidence", "Evidence"),
        ("schools", "School"),
        ("scholars", "Scholar"),
        ("events", "Event"),
    ):
        assert fields(schema, name) == {key for record in records[section].values() for key in record}
    first = records["claims"]["a"]
    assert fields(schema, "Argument") == set(first["for"][0]) | {"answer"}
    assert fields(schema, "Stance") == set(first["scholars"]["r"])
    assert fields(schema, "Expectation") == set(records["expect"]["a"][0])
    assert set(settings_schema()["properties"]) == set(whole_project.SETTINGS)


def test_nothing_in_it_is_broken(command, project):
    root = project(whole_project.files())
    assert command("check", root, "--select", "files").code == 0
    assert command("check", root, "--select", "all").code == 1


@pytest.mark.parametrize("file", mutations.ROOTS)
def test_no_value_in_any_place_breaks_the_check(file):
    for how, data in islice(mutations.spoilt(file), 3, None, 499):
        code, told = targets.check_files(whole_project.files() | {file: data}, "--select", "all")
        assert told or code == 0, how


def test_no_field_breaks_it_with_the_value_of_another():
    for how, data in islice(mutations.moved("claims/a.yaml"), 5, None, 997):
        code, told = targets.check_files(whole_project.files() | {"claims/a.yaml": data}, "--select", "all")
        assert told or code == 0, how


@pytest.mark.parametrize("number", range(12))
def test_commands_on_a_wrecked_project_say_what_is_wrong_and_change_nothing(number):
    targets.any_command(b"wreck %d" % number)


@pytest.mark.parametrize("number", range(12))
def test_fixing_loses_nothing_and_is_done_at_once(number):
    targets.fixing(b"wreck %d" % number)


@st.composite
def spoilt_seeds(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """Give a good input with a few pieces taken out, put in, or put elsewhere."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(1, max(1, len(data))))
        end = min(len(data), start + draw(st.integers(0, 12)))
        other = draw(st.integers(0, max(0, len(data) - 1)))
        piece = draw(st.binary(max_size=4) | st.sampled_from([b"", data[other : other + 20], *ODD]))
        data = data[:start] + piece + data[end:]
    return data


ODD = (
    b"{",
    b"}",
    b"[" * 200,
    b'"',
    b"\n",
    b": ",
    b"- ",
    b"&a",
    b"*a",
    b"<",
    b">",
    b"\\",
    b"=",
    b"@",
    b"null",
)


@pytest.mark.parametrize("target", sorted(targets.TARGETS.keys() - {"project", "commands", "fixing"}))
def test_no_bytes_make_a_reader_stumble(target):
    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(spoilt_seeds(list(targets.seeds(target))) | st.binary(max_size=40))
    def try_them(data: bytes) -> None:
        targets.TARGETS[target](data)

    try_them()
