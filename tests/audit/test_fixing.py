"""``argmap check --fix``, ``--unsafe-fixes`` and ``--diff``."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.amend import FileText
from argmap.files.yaml_text import parse_yaml
from argmap.model.finding import Spot
from argmap.model.fix import Change, Fix, take_away, write_instead

BROKEN = """\
# the mill
claims:
  mill-burned:
    text: The mill burned.   # a remark
    kind: factul
    when: 25 June 1950
    for:
      - fire-bok  # the book
    schools: {ortodox: holds}
evidence:
  fire-book: {shows: "The watch rang.", 'form': recrd}
schools:
  orthodox: {name: Orthodox}
"""
MENDED = (
    BROKEN.replace("factul", "factual")
    .replace("25 June 1950", "1950-06-25")
    .replace("fire-bok", "fire-book")
    .replace("ortodox", "orthodox")
    .replace("recrd", "record")
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_only_the_words_concerned_change(command, project, newline, mark):
    root = project({"claims/a.yaml": mark + BROKEN.replace("\n", newline).encode()})
    printed = command("check", root, "--fix", "--format", "json")
    assert (root / "claims/a.yaml").read_bytes() == mark + MENDED.replace("\n", newline).encode()
    assert "fixed claims/a.yaml:5:11: bad-value: write 'factual'\n" in printed.err
    assert printed.err.endswith("5 fixed in 1 file\n")
    assert json.loads(printed.out)["summary"]["error"] == 0


def test_check_alone_and_diff_write_nothing(command, project):
    root = project({"claims/a.yaml": BROKEN})
    plain = command("check", root, "--format", "concise")
    assert "error bad-value: [*] 'factul'" in plain.out
    assert "5 fixable with --fix\n" in plain.out
    shown = command("check", root, "--diff")
    assert shown.code == 1
    assert {"-    kind: factul", "+    kind: factual"} <= set(shown.out.splitlines())
    assert (root / "claims/a.yaml").read_text() == BROKEN
    assert sorted(path.name for path in root.rglob("*")) == ["a.yaml", "claims"]


def test_what_may_be_meant_otherwise_is_left_until_asked_for(command, project):
    claim = "claims:\n  a: {text: It is so., for: [telegram-3], for: [x]}\n"
    text = claim + "evidence:\n  telegram-2: {shows: It., form: record}\n"
    root = project({"claims/a.yaml": text})
    assert "nothing to fix" in command("check", root, "--fix").err
    assert (root / "claims/a.yaml").read_text() == text
    command("check", root, "--unsafe-fixes")
    fixed = parse_yaml((root / "claims/a.yaml").read_text())
    assert fixed["claims"] == {"a": {"text": "It is so.", "for": ["telegram-2"]}}


def test_a_clean_project_has_nothing_to_change(command, project):
    root = project({"claims/a.yaml": "claims: {a: {text: It is so.}}\n"})
    printed = command("check", root, "--diff")
    assert (printed.code, printed.out) == (0, "")


def test_settings_are_mended_around_their_remarks(command, project):
    settings = '# mine\ntitel = "x" # the title\n\n[[ignore]]\nrule = "self-support"\nreason = "none"\n'
    root = project({"argmap.toml": settings, "claims/a.yaml": "claims: {a: {text: It is so.}}\n"})
    command("check", root, "--fix")
    assert (root / "argmap.toml").read_text() == '# mine\ntitle = "x" # the title\n\n'


def test_a_premise_given_twice_is_taken_out_once(command, project):
    text = "claims:\n  a: {text: It is so., for: [{from: [e, f, e]}]}\n"
    root = project({"claims/a.yaml": text + "evidence:\n  e: {shows: It.}\n  f: {shows: It too.}\n"})
    command("check", root, "--fix")
    assert (root / "claims/a.yaml").read_text().startswith(text.replace("[e, f, e]", "[e, f]"))


@pytest.mark.parametrize(
    ("old", "path", "new"),
    [
        ("c:\n  a:\n    - x # one\n    # two\n    - y\n", ("c", "a", 0), "c:\n  a:\n    # two\n    - y\n"),
        ("c:\n  a: [x, y, z]\n", ("c", "a", 2), "c:\n  a: [x, y]\n"),
        ("c:\n  a:\n    - p: 1\n      q: 2\n", ("c", "a", 0, "p"), "c:\n  a:\n    - q: 2\n"),
        ("c:\n  a: {p: 1, q: [2]}\n", ("c", "a", "p"), "c:\n  a: {q: [2]}\n"),
        ("c:\n  a:\n    p: |\n      x\n\n    q: 2", ("c", "a", "q"), "c:\n  a:\n    p: |\n      x\n"),
        ("c:\n  a: {p: [x], q: 1}\n", ("c", "a", "p", 0), "c:\n  a: {q: 1}\n"),
    ],
)
def test_an_entry_is_removed_with_its_line_or_its_comma(old, path, new):
    amended = FileText("a.yaml", old.encode()).amend([take_away(Spot("a.yaml", path), "it", safe=True)])
    assert amended.data.decode() == new


@pytest.mark.parametrize(
    "old",
    ["c:\n  a: {p: &x 1, q: *x}\n", "c:\n  a: {p: 1\n", "- 1\n", "c:\n  a: {r: 1}\n", "\x00", ""],
)
def test_what_cannot_be_done_cleanly_is_refused(old):
    fix = write_instead(Spot("a.yaml", ("c", "a", "p")), "new", safe=True)
    amended = FileText("a.yaml", old.encode()).amend([fix])
    assert (amended.data, amended.done) == (old.encode(), ())


def test_a_key_is_not_renamed_to_one_that_is_there():
    text = b"c:\n  a: {p: 1, q: 2}\n"
    fix = write_instead(Spot("a.yaml", ("c", "a", "p"), on_key=True), "q", safe=True)
    assert FileText("a.yaml", text).amend([fix]).data == text
    assert FileText("a.yaml", text).edits(fix) == ()


def test_a_fix_that_cannot_be_made_is_not_offered(command, project):
    settings = 'title = "A"\ntitel = "B"\n'
    root = project({"argmap.toml": settings, "claims/a.yaml": "claims: {a: {text: A.}}\n"})
    printed = command("check", root, "--select", "bad-settings").out
    assert "'titel' is not a field" in printed
    assert "--fix" not in printed


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("a.yaml", "c:\n  a:\n    p: x # r\n", "c:\n  a:\n    p: x # r\n    k: v: w\n"),
        ("a.yaml", "c:\n  a: {p: x}", "c:\n  a: {p: x, k: v}"),
        ("a.json", '{"c": {"a": {"p": 1}}}', '{"c": {"a": {"p": 1, "k": "v"}}}'),
        ("a.toml", "[c.a]\np = 1 # r\n", '[c.a]\np = 1 # r\nk = "v"\n'),
    ],
)
def test_a_key_is_added_behind_the_others(file, old, new):
    value = "v: w" if "v: w" in new else "v"
    new = new.replace("v: w", '"v: w"')
    fix = Fix("add", (Change("insert", Spot(file, ("c", "a", "k")), value),))
    assert FileText(file, old.encode()).amend([fix]).data.decode() == new


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(words, st.sampled_from(["x", "'x'", '"x"', "[x]", "{q: x}"]), st.booleans())
def test_whatever_is_written_reads_back(word, form, flow):
    text = f"c:\n  a: {{p: {form}, r: 1}}\n" if flow else f"c:\n  a:\n    p: {form}\n    r: 1\n"
    inner = {"[x]": (0,), "{q: x}": ("q",)}.get(form, ())
    fix = write_instead(Spot("a.yaml", ("c", "a", "p", *inner)), word, safe=True)
    amended = FileText("a.yaml", text.encode()).amend([fix])
    if amended.done:
        value = parse_yaml(amended.data.decode())["c"]["a"]["p"]
        assert (value[inner[0]] if inner else value) == word
    else:
        assert amended.data == text.encode()
    assert amended.done or not word.isalnum()


@given(st.binary(max_size=60), st.sampled_from(["a.yaml", "a.json", "a.toml"]))
def test_no_bytes_break_it(data, file):
    fixes = [
        take_away(Spot(file, ("c", 0)), "it", safe=True),
        write_instead(Spot(file, ("c",)), "x", safe=True),
    ]
    FileText(file, data).amend(fixes)
