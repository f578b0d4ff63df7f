"""What ``import argmap`` promises: its names, and that it loads little."""

import subprocess
import sys
from pathlib import Path

import pytest

import argmap

NAMES = [
    "load",
    "ArgumentMap",
    "Project",
    "Claim",
    "Argument",
    "Stance",
    "Evidence",
    "Source",
    "School",
    "Scholar",
    "Event",
    "Expectation",
    "Settings",
    "Audience",
    "Judgement",
    "Verdict",
    "Verdicts",
    "Grading",
    "Explanation",
    "Change",
    "Fragility",
    "Impact",
    "History",
    "Statistics",
    "Comparison",
    "Drawing",
    "Brief",
    "Review",
    "Audit",
    "Finding",
    "NotChecked",
    "Place",
    "Severity",
    "read_manuscript",
    "Manuscript",
    "Citations",
    "Coverage",
    "Edtf",
    "parse_edtf",
    "ArgmapError",
]


def test_the_public_names_are_these():
    assert argmap.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_what_it_says_and_documented(name):
    value = getattr(argmap, name)
    assert value.__name__ == name
    assert value.__module__.startswith("argmap.")
    assert (value.__doc__ or "").strip()
    assert name in dir(argmap)


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'laod'"):
        argmap.laod  # noqa: B018  # the look-up is the test


def loaded(code: str, *words: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after this code."""
    code += "\nimport sys; sys.stdout.flush(); print('', *sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stderr.split())


RUN = "import sys; from argmap.cli.app import run; code = run(sys.argv[1:]); assert code == 0, code"
HEAVY = {
    "numpy",
    "lxml",
    "pypdfium2",
    "graphviz",
    "jinja2",
    "networkx",
    "starlette",
    "uvicorn",
    "resvg_py",
    "pylatexenc",
}


def test_importing_argmap_loads_none_of_what_it_needs_later():
    found = loaded("import argmap")
    assert {name for name in found if name.startswith("argmap")} == {"argmap"}
    assert found.isdisjoint({"pydantic", "yaml_rs", "graphviz", "typer", "yaml", "rapidfuzz"})


def test_help_loads_nothing_heavy():
    found = loaded(RUN, "--help")
    assert found.isdisjoint({*HEAVY, "pydantic", "yaml_rs", "rapidfuzz", "bibtexparser"})


def test_a_check_loads_nothing_heavy(tmp_path: Path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text("claims: {a: {text: It is so.}}", encoding="utf-8")
    found = loaded(RUN, "check", str(tmp_path))
    assert "argmap.rules.unsupported_claim" in found
    assert found.isdisjoint(
        {*HEAVY, "rich.table", "rich.console", "bibtexparser", "argmap.draw", "argmap.site"}
    )
