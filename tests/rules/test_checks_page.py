"""The page that says what is checked names the rules that there are."""

import re
from pathlib import Path

from argmap.rules.registry import all_rules

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
SETTINGS = {"at-least", "at-most"}


def test_every_kind_of_fault_has_its_row():
    assert re.findall(r"^\| (\d+) \| [^|]+ \| [^|]+ \|$", PAGE, re.MULTILINE) == [
        str(n) for n in range(1, 79)
    ]


def test_every_rule_that_is_named_exists():
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE))
    assert named - set(all_rules()) == SETTINGS


def test_rules_that_are_off_are_in_italics_and_no_others():
    italic = set(re.findall(r"\*`([a-z-]+)`\*", PAGE))
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE))
    assert italic == {name for name, rule in all_rules().items() if name in named and not rule.on}
