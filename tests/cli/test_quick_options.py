"""The options of ``argmap check`` are read the short way as typer reads them."""

from dataclasses import fields
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.check import FailOn
from argmap.cli.checking import CheckOptions
from argmap.cli.quick import FLAGS, LEVELS, LISTS, VALUES, quick_check, read_options
from argmap.cli.shelf import loaded

TYPER = loaded("check", "argmap.cli.check")


def test_the_table_holds_every_option_of_typer_and_no_other():
    options = {name: p for p in TYPER.params for name in p.opts if name.startswith("-")}
    assert {*VALUES, *LISTS, *FLAGS} == options.keys()
    for name, parameter in options.items():
        assert parameter.is_flag == (name in FLAGS), name
        assert parameter.multiple == (name in LISTS), name
        assert parameter.nargs == 1
        assert parameter.envvar is None
        assert not parameter.secondary_opts
        assert (VALUES | LISTS | FLAGS)[name] == parameter.name
    assert [p.name for p in TYPER.params if p.opts[0] not in options] == ["folder"]


def test_the_options_that_are_not_given_are_those_of_typer():
    assert CheckOptions() == _as_typer_reads([])
    assert {field.name for field in fields(CheckOptions)} == {p.name for p in TYPER.params}
    assert tuple(FailOn) == LEVELS


def _as_typer_reads(words: list[str]) -> CheckOptions:
    params = TYPER.make_context("check", list(words)).params
    plain = {
        name: tuple(value) if isinstance(value, list) else value.value if isinstance(value, Enum) else value
        for name, value in params.items()
    }
    return CheckOptions(**plain)


WORDS = st.one_of(
    st.sampled_from(
        [*VALUES, *LISTS, *FLAGS, *LEVELS, "--", "-", "-pmaps", "-h", "--sel", "", "a b", "json"]
    ),
    st.builds(
        "{}={}".format, st.sampled_from([*VALUES, *LISTS, *FLAGS]), st.sampled_from(["x", "", "error", "-x"])
    ),
    st.text(max_size=4),
)


@given(st.lists(WORDS, max_size=6))
@settings(max_examples=400, deadline=None)
def test_what_is_read_the_short_way_is_what_typer_reads(words):
    found = read_options(words)
    if found is not None:
        assert CheckOptions.of(found) == _as_typer_reads(words)


@pytest.mark.parametrize(
    "words",
    [
        ["--project", "m", "--format=json", "--select", "a", "--select=b", "--fail-on", "never", "--watch"],
        ["m", "--extend-select", "a", "--ignore", "b", "--statistics", "--fix", "--unsafe-fixes", "--diff"],
        ["-p", "m", "--baseline", "b.json", "--no-baseline", "--changed=HEAD", "--no-cache"],
    ],
)
def test_every_option_can_be_read_the_short_way(words):
    found = read_options(words)
    assert found is not None
    assert CheckOptions.of(found) == _as_typer_reads(words)


@pytest.mark.parametrize(
    "words",
    [["chek"], ["check", "--formt", "json"], ["check", "-h"], ["why", "a"], ["check", "--fail-on", "x"], []],
)
def test_what_is_unusual_is_left_to_typer(words):
    assert quick_check(words) is None
