"""argmap.toml: what fits holds, what does not is told."""

import pytest

from argmap.files.settings_file import parse_settings, read_settings
from argmap.model.settings import Settings


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path) == (Settings(), ())


def test_settings_are_read_from_argmap_toml(tmp_path):
    (tmp_path / "argmap.toml").write_text(
        'title = "T"\n[parts]\nI = "One"\n'
        '[rules]\nextend-select = "x"\n[verdicts.thresholds]\nclear-and-convincing = 2\n'
    )
    found, faults = read_settings(tmp_path)
    assert faults == ()
    assert (found.title, found.parts["I"].title, found.rules.extend_select) == ("T", "One", ("x",))
    assert found.verdicts.thresholds.clear_and_convincing == 2


def test_settings_are_read_from_pyproject(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.argmap]\ntitle = "T"\ntitel = "x"\n')
    found, (fault,) = read_settings(tmp_path)
    assert found.title == "T"
    assert (fault.spot.file, fault.spot.path) == ("pyproject.toml", ("tool", "argmap", "titel"))
    (tmp_path / "argmap.toml").write_text('title = "first"')
    assert read_settings(tmp_path)[0].title == "first"


@pytest.mark.parametrize(
    ("text", "path", "message", "help_"),
    [
        ("titel = 'x'", ("titel",), "'titel' is not a field of the settings", "did you mean 'title'?"),
        ("title = 4", ("title",), "'title' is 4, not a text", "quotation marks"),
        ("rules = 3", ("rules",), "'rules' is 3, not a table", "[rules]"),
        ("[rules]\nfoo = 1", ("rules", "foo"), "'foo' is not a field of table 'rules'", "select"),
        (
            "[rules]\nextend_select = 1",
            ("rules", "extend_select"),
            "'extend_select' is not",
            "'extend-select'",
        ),
        ("[rules.severity]\na = 'errr'", ("rules", "severity", "a"), "'errr' is not a word", "'error'"),
        (
            "[verdicts]\nstandard = 'x'",
            ("verdicts", "standard"),
            "'x' is not a word for 'standard'",
            "scintilla",
        ),
        (
            "[verdicts.thresholds]\nscintilla = 9",
            ("verdicts", "thresholds", "scintilla"),
            "is 9, more than 4",
            "",
        ),
        ("[parts]\nI = {notes = 3}", ("parts", "I"), "'parts.I' has no 'title'", "add 'title ='"),
    ],
)
def test_what_does_not_fit_is_told_and_the_rest_holds(text, path, message, help_):
    found, (fault,) = parse_settings("argmap.toml", f"author = 'kim'\n{text}".encode())
    assert found.author == "kim"
    assert (fault.rule, fault.spot.path) == ("bad-settings", path)
    assert message in fault.message
    assert help_ in fault.help


@pytest.mark.parametrize(
    ("data", "at"),
    [(b"a = 1\nb =\n", (2, 4)), (b"a = 1\na = 2", (2, 1)), (b"\xff", (1, 1)), (b"a = '\n", (2, 1))],
)
def test_toml_that_cannot_be_read_leaves_the_defaults(data, at):
    found, (fault,) = parse_settings("argmap.toml", data)
    assert found == Settings()
    assert (fault.rule, fault.spot.at) == ("bad-settings", at)


def test_deep_or_odd_toml_does_not_crash():
    for data in (b"a = " + b"[" * 100_000, b"[tool]\nargmap = 3"):
        for file in ("argmap.toml", "pyproject.toml"):
            assert parse_settings(file, data)[0] == Settings()
