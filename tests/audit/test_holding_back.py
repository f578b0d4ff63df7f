"""Ignores with reasons, the baseline, and findings that others say already."""

import json

BARE = "claims:\n  a: {text: It is so.}\n  b: {text: It was otherwise before.}\n"
IGNORE = '[[ignore]]\nrule = "unsupported-claim"\nrecords = ["a"]\nreason = "It is granted."\n'


def findings(command, root, *words):
    whole = json.loads(
        command("check", root, "--format", "json", "--select", "unsupported-claim", *words).out
    )
    return [f["subjects"][0] for f in whole["findings"]], whole["suppressed"]


def test_an_ignore_holds_back_what_it_names_and_says_why(command, project):
    root = project({"claims/a.yaml": BARE, "argmap.toml": IGNORE})
    shown, held = findings(command, root)
    assert shown == ["b"]
    assert [(h["subjects"], h["why"], h["told"]) for h in held] == [(["a"], "ignore", "It is granted.")]
    told = command("check", root, "--format", "concise").out
    assert "1 held back: ignored with a reason in the settings\n" in told


def test_an_ignore_without_a_reason_is_a_finding_and_holds_nothing_back(command, project):
    settings = '[[ignore]]\nrule = "unsupported-claim"\n'
    root = project({"claims/a.yaml": BARE, "argmap.toml": settings})
    printed = command("check", root, "--format", "concise")
    assert "bad-settings: 'ignore.0' has no 'reason'" in printed.out
    assert "held back" not in printed.out


def test_an_ignore_fits_files_and_families(command, project):
    settings = '[[ignore]]\nrule = "support"\nfiles = ["claims/drafts/*"]\nreason = "Drafts."\n'
    root = project({"claims/drafts/a.yaml": BARE, "argmap.toml": settings})
    assert findings(command, root)[0] == []


def test_an_unused_ignore_is_told_and_removed(command, project):
    supported = "claims:\n  a: {text: It is so., for: [e]}\nevidence:\n  e: {shows: It., form: record}\n"
    root = project({"claims/a.yaml": supported, "argmap.toml": f'title = "x"\n\n{IGNORE}'})
    assert "warning unused-ignore: [*] nothing needs" in command("check", root, "--format", "concise").out
    command("check", root, "--fix")
    assert (root / "argmap.toml").read_text() == 'title = "x"\n\n'


def test_of_rules_that_did_not_run_no_ignore_is_called_unused(command, project):
    root = project({"claims/a.yaml": "claims: {}\n", "argmap.toml": IGNORE})
    words = ("--select", "unused-ignore", "--format", "concise")
    assert "unused-ignore" not in command("check", root, *words).out


def test_a_baseline_holds_back_what_was_there_and_shows_what_is_more(command, project):
    root = project({"claims/a.yaml": BARE})
    assert "allowed in 1 file" in command("baseline", "write", root).out
    assert findings(command, root)[0] == []
    assert findings(command, root, "--no-baseline")[0] == ["a", "b"]
    (root / "claims/a.yaml").write_text(BARE + "  c: {text: More is so.}\n")
    assert findings(command, root)[0] == ["a", "b", "c"]


def test_a_baseline_that_allows_too_much_fails_until_it_is_pruned(command, project):
    root = project({"claims/a.yaml": BARE})
    command("baseline", "write", root)
    (root / "claims/a.yaml").write_text("claims:\n  a: {text: It is so.}\n")
    printed = command("check", root, "--format", "concise")
    assert printed.code == 1
    assert (
        "unused-baseline: the baseline allows 2 of 'unsupported-claim' in claims/a.yaml, and 1 are left"
        in printed.out
    )
    command("baseline", "prune", root)
    assert command("check", root).code == 0
    counts = json.loads((root / "argmap.baseline.json").read_text())["counts"]
    assert counts["claims/a.yaml"]["unsupported-claim"] == 1


def test_pruning_never_allows_more(command, project):
    root = project({"claims/a.yaml": BARE, "argmap.baseline.json": '{"counts": {}}'})
    command("baseline", "prune", root)
    assert json.loads((root / "argmap.baseline.json").read_text()) == {"counts": {}}


def test_a_file_that_is_no_baseline_is_refused(command, project):
    for text in ("[]", "{", '{"counts": {"a": 1}}', '{"counts": {"a": {"r": -1}}}'):
        root = project({"claims/a.yaml": BARE, "argmap.baseline.json": text})
        printed = command("check", root)
        assert (printed.code, printed.out) == (2, "")
        assert printed.err.startswith("argmap: ")


def test_unreadable_files_are_never_held_back(command, project):
    settings = '[[ignore]]\nrule = "files"\nreason = "no"\n'
    root = project({"claims/a.yaml": "claims: [\n", "argmap.toml": settings})
    command("baseline", "write", root)
    assert command("check", root).code == 2


def test_sarif_tells_what_is_ignored_as_suppressed(command, project):
    root = project({"claims/a.yaml": BARE, "argmap.toml": IGNORE})
    (run,) = json.loads(command("check", root, "--format", "sarif").out)["runs"]
    held = [r for r in run["results"] if "suppressions" in r]
    assert [r["suppressions"] for r in held] == [[{"kind": "external", "justification": "It is granted."}]]
