"""The manual pages of the rules."""

from pathlib import Path

import pytest

from argmap.report.rule_pages import rule_pages
from argmap.rules.registry import all_rules

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_command_writes_a_page_for_every_rule_and_a_list(command, tmp_path):
    assert command("explain", "--out", tmp_path / "rules").code == 0
    written = {path.name for path in (tmp_path / "rules").iterdir()}
    assert written == {"README.md", *(f"{name}.md" for name in all_rules())}


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the pages are not generated here")
def test_the_pages_in_the_documentation_are_in_step_with_the_rules():
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert stored == rule_pages(), "run: argmap explain --out docs/rules"
