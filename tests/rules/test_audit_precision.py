"""The page of figures has a row for every rule that finds anything on the argument in this repository."""

import re
from pathlib import Path

import pytest

from argmap.check import check_project
from argmap.rules.registry import FAMILIES, all_rules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "audit-precision.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\*?)`([a-z-]+)`\*? \|((?: [^|]* \|){6})$", re.MULTILINE)


def sections() -> dict[str, str]:
    """The part of the page on each family, by the family's name."""
    parts = re.split(r"^## (\w+)$", PAGE, flags=re.MULTILINE)[1:]
    return {title.lower(): text for title, text in zip(parts[::2], parts[1::2], strict=True)}


def rows(text: str) -> dict[str, list[str]]:
    """The cells after the rule's name, of each rule."""
    return {name: [cell.strip() for cell in cells.split("|")[:-1]] for _, name, cells in ROW.findall(text)}


@pytest.fixture(scope="module")
def found() -> set[str]:
    return {finding.rule for finding in check_project(ROOT, select=["all"])}


@pytest.mark.parametrize("family", sorted(sections().keys() & FAMILIES.keys()))
def test_every_rule_that_finds_something_has_its_row(family: str, found: set[str]):
    firing = {name for name, rule in all_rules().items() if rule.family == family and name in found}
    assert firing - set(rows(sections()[family])) == set()


def test_rules_stand_under_their_family_and_in_italics_if_they_are_off():
    known = all_rules()
    for family in sections().keys() & FAMILIES.keys():
        for italic, name, _ in ROW.findall(sections()[family]):
            assert (known[name].family, not known[name].on) == (family, bool(italic))


def test_what_was_read_adds_up():
    for name, (on_corpus, read, right, arguable, wrong, _) in rows(PAGE).items():
        assert int(read) == int(right) + int(arguable) + int(wrong), name
        assert min(10, int(on_corpus)) <= int(read) <= int(on_corpus), name


def test_rules_that_run_unasked_are_right_nine_times_in_ten_or_named_as_falling_short():
    named = set(re.findall(r"^- `([a-z-]+)`:", PAGE, re.MULTILINE))
    short = {
        name
        for name, (_, read, right, *_) in rows(PAGE).items()
        if all_rules()[name].on and 10 * int(right) < 9 * int(read)
    }
    assert named == short
