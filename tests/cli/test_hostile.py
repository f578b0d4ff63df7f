"""Bad input ends in one clear message and the right exit code, never in a traceback."""

import json

import pytest

BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
)

INPUTS = {
    "a wrong id": ("claims:\n  mill: {text: It burnt., for: [mil]}\n", "dangling-reference", 1),
    "a tab": ("claims:\n  a:\n\t  text: x\n  b: {text: Fine., for: [a]}\n", "unreadable-record", 2),
    "a duplicate id": (
        "claims:\n  a: {text: x, for: [b]}\n  a: {text: y}\n  b: {text: z}\n",
        "duplicate-id",
        1,
    ),
    "a duplicate field": ("claims:\n  a: {text: x, text: y}\n", "duplicate-field", 1),
    "a line of 10 MB": (f"claims:\n  a: {{text: {'x' * 10_000_000}, nope: 1}}\n", "unknown-field", 1),
    "Latin-1": ("claims:\n  a: {text: caf\xe9}\n".encode("latin-1"), "unreadable-file", 2),
    "UTF-16": ("claims:\n  a: {text: x}\n".encode("utf-16"), "unreadable-file", 2),
    "a NUL byte": (b"claims:\n  a: {text: x\x00}\n", "unreadable-file", 2),
    "an alias bomb": (BOMB, "unreadable-file", 2),
    "a path for an id": ("claims:\n  ../../etc/passwd: {text: x}\n  b: {text: y}\n", "bad-id", 1),
    "a list": ("- claims\n", "unreadable-file", 2),
    "a deep nesting": ("claims: " + "[" * 100_000 + "]" * 100_000, "unreadable-file", 2),
    "an open bracket": ("claims: {a: {text: x", "unreadable-file", 2),
    "a date that is none": ("claims:\n  a: {text: x, when: 1950-02-30}\n", "bad-date", 1),
}


@pytest.mark.parametrize("name", INPUTS)
def test_it_is_told_once_with_its_place(command, project, name):
    content, rule, code = INPUTS[name]
    root = project({"claims/a.yaml": content})
    result = command("check", root, "--format", "json")
    assert result.code == code
    found = [f for f in json.loads(result.out)["findings"] if f["severity"] == "error"]
    assert [f["rule"] for f in found] == [rule]
    assert found[0]["file"] == "claims/a.yaml"
    assert found[0]["line"] is not None
    assert max(map(len, command("check", root).out.splitlines())) < 400


def test_a_script_in_a_text_stays_text(command, project, tmp_path):
    text = '"<script>alert(1)</script> ]]> & \\u001b[31m"'
    root = project(
        {"claims/a.yaml": f"claims:\n  a: {{text: {text}, for: [e]}}\nevidence:\n  e: {{shows: {text}}}\n"}
    )
    assert command("build", "-p", root, "--out", tmp_path / "pages").code == 0
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "pages").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)" in page for page in pages)
    assert not any("<script>alert" in page for page in pages)
    assert "<script" not in command("draw", "a", "-p", root, "--out", tmp_path / "a.svg").out
    assert "<script" not in (tmp_path / "a.svg").read_text(encoding="utf-8")
    for words in (("check", root), ("why", "a", "-p", root), ("show", "a", "-p", root)):
        assert "\x1b" not in command(*words).out


def test_an_empty_folder_is_no_project(command, tmp_path):
    result = command("check", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "no argmap project" in result.err


def test_an_empty_project_does_not_pass(command, project):
    root = project({"argmap.toml": 'title = "x"\n'})
    result = command("check", root)
    assert result.code == 1
    assert "empty-project" in result.out


def test_a_folder_that_may_not_be_read(command, project, monkeypatch):
    root = project({"claims/a.yaml": "claims:\n  a: {text: x}\n"})
    import os

    real = os.scandir

    def refuse(path):
        if str(path).endswith("claims"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = command("check", root, "--format", "concise")
    assert result.code == 2
    assert "claims/: error unreadable-file: the folder cannot be read: Permission denied" in result.out


def test_an_unreadable_file_stops_what_would_mislead(command, project):
    root = project({"claims/a.yaml": "claims: {", "claims/b.yaml": "claims:\n  b: {text: x}\n"})
    for words in (("why", "b"), ("what-if", "--reject", "b"), ("draw",), ("stats",), ("export", "json")):
        result = command(*words, "-p", root)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("argmap: claims/a.yaml:")


def test_a_broken_record_is_told_and_the_rest_is_judged(command, project):
    root = project(
        {"claims/a.yaml": "claims:\n  a: {txt: x}\n  b: {text: y, for: [e]}\nevidence:\n  e: {shows: z}\n"}
    )
    result = command("why", "b", "-p", root)
    assert result.code == 0
    assert "supported" in result.out
    assert result.err == "argmap: 1 fault in the files; 'argmap check' shows all\n"


def test_a_picture_that_cannot_be_written_leaves_the_old_one(command, project, tmp_path):
    root = project({"claims/a.yaml": "claims:\n  a: {text: x}\n"})
    target = tmp_path / "missing" / "a.svg"
    result = command("draw", "-p", root, "--out", target)
    assert result.code == 2
    assert result.err.startswith("argmap: cannot write")
    assert result.err.count("\n") == 1


def test_settings_that_do_not_fit(command, project):
    root = project({"argmap.toml": "title = [", "claims/a.yaml": "claims:\n  a: {text: x}\n"})
    result = command("check", root, "--format", "concise")
    assert result.code == 2
    assert "argmap.toml:" in result.out
    assert "bad-settings" in result.out


def test_grade_tables_that_do_not_fit_are_one_message(command, project):
    root = project(
        {
            "argmap.toml": "[verdicts.steps.form]\nrecrod = 3\n",
            "claims/a.yaml": "claims:\n  a: {text: x, for: [e]}\nevidence:\n  e: {shows: y}\n",
        }
    )
    for words in (("why", "a", "-p", root), ("check", root)):
        result = command(*words)
        assert result.code == 2
        assert "did you mean 'record'?" in result.err + result.out
