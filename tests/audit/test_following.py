"""Rules that run after an edit only where they see it find what they find when they all run."""

import json
import random
from pathlib import Path

import pytest

from argmap.audit import following
from argmap.audit.following import Followed
from argmap.audit.live import LiveAudit, read_again
from argmap.audit.run import Choice, check_folder
from argmap.files.project import read_parts, read_project
from argmap.files.yaml_tree import parse_yaml
from argmap.rules.reach import REACHES, Sight

PROJECTS = Path(__file__).parents[1] / "projects"
KINDS = ("claims", "evidence", "schools", "scholars", "events")
EVERY_RULE = ("all",)
SETTINGS = 'title = "Many"\nauthor = "writer"\n[parts]\nI = {title = "One", notes = 9}\nII = "Two"\n'
IGNORES = (
    '[[ignore]]\nrule = "single-source"\nreason = "known"\n'
    '[[ignore]]\nrule = "wording"\nfiles = ["claims/1*"]\nreason = "known"\n'
)


def plain(value):
    return json.loads(json.dumps(value, default=str))


def renamed(value, names, prefix):
    """Put a prefix before every id of a project, so that several can stand side by side."""
    if isinstance(value, dict):
        return {prefix * (k in names) + k: renamed(v, names, prefix) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(each, names, prefix) for each in value]
    return prefix + value if isinstance(value, str) and value in names else value


def many_projects(step, start):
    """Records of every so many of the projects that the rules are tested with, file by file."""
    found = {}
    for number, folder in enumerate(sorted(PROJECTS.glob("*/*"))[start::step]):
        whole = read_project(folder)
        if whole.dropped or whole.duplicates:
            continue  # such a project is read anew after every edit
        contents = {}
        for file in sorted([*folder.glob("claims/**/*.yaml"), *folder.glob("evidence/**/*.yaml")]):
            try:
                content = plain(parse_yaml(file.read_text(encoding="utf-8")))
            except Exception:  # some are there to be broken
                continue
            if isinstance(content, dict) and all(isinstance(content.get(k, {}), dict) for k in KINDS):
                content.pop("expect", None)
                contents[f"{file.parent.name}/{number}-{file.name}"] = content
        ids = [key for content in contents.values() for kind in KINDS for key in content.get(kind, ())]
        if len(ids) == len(set(ids)):
            for name, content in contents.items():
                found[f"claims/{name.replace('/', '-')}"] = renamed(content, set(ids), f"p{number}-")
    return found


class Writer:
    """Somebody who changes records at random, much as people do."""

    def __init__(self, contents, seed):
        self.contents, self.random = contents, random.Random(seed)

    def some(self, *kinds):
        places = [
            (file, kind, key)
            for file, c in self.contents.items()
            for kind in kinds
            for key in c.get(kind, ())
        ]
        return self.random.choice(places)

    def edit(self):
        """Change something; gives the file."""
        kind = self.random.choice(["claims", "evidence"])
        file, _, key = self.some(kind)
        records = self.contents[file][kind]
        record = records[key]
        if not isinstance(record, dict):
            return file
        what = self.random.randrange(8)
        other_file, _, other_key = self.some(kind)
        other = self.contents[other_file][kind][other_key]
        if what == 0:
            records[f"{key}-{self.random.randrange(100)}"] = plain(record)
        elif what == 1:
            records[f"{key}-{self.random.randrange(100)}"] = records.pop(key)
        elif what == 2:
            del records[key]
        elif what == 3 and record.keys() - {"text", "shows"}:
            del record[self.random.choice(sorted(record.keys() - {"text", "shows"}))]
        elif what < 6 and isinstance(other, dict) and other:
            field = self.random.choice(sorted(other))
            record[field] = plain(other[field])
        elif kind == "claims":
            field = self.random.choice(["for", "against", "contradicts"])
            given = record.get(field, [])
            target = self.some(
                "claims" if field == "contradicts" else self.random.choice(["claims", "evidence"])
            )
            record[field] = [*(given if isinstance(given, list) else [given]), target[2]]
        return file


def write(root, file, content):
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(json.dumps(content), encoding="utf-8")


def same(live, root, choice):
    audit, fresh = live.audit, check_folder(root, choice)
    assert audit.findings == fresh.findings
    assert (audit.held, audit.not_checked, audit.rules) == (fresh.held, fresh.not_checked, fresh.rules)


@pytest.mark.parametrize(
    ("seed", "settings", "baseline"),
    [
        (1, SETTINGS, {}),
        (2, SETTINGS, {}),
        (3, SETTINGS + IGNORES, {"claims/claims-1-tower.yaml": {"unsupported-claim": 1, "flat-but-weak": 2}}),
        (4, SETTINGS + '[rules.severity]\nsingle-source = "error"\n', {}),
    ],
)
def test_random_edits_of_many_projects_leave_nothing_behind(tmp_path, seed, settings, baseline):
    writer = Writer(many_projects(4, seed % 4), seed)
    (tmp_path / "argmap.toml").write_text(settings)
    for file, content in writer.contents.items():
        write(tmp_path, file, content)
    choice = Choice(select=EVERY_RULE, baseline=baseline)
    live = LiveAudit(tmp_path, choice, read_parts(tmp_path))
    assert len(live.audit.findings) > 100
    followed = 0
    for _ in range(40):
        before = plain(writer.contents)
        saved = {writer.edit() for _ in range(writer.random.choice([1, 1, 3]))}
        for file in saved:
            write(tmp_path, file, writer.contents[file])
        live = live.after(read_again(tmp_path, live.parts, saved))
        if writer.random.random() < 0.2:
            continue  # nobody asks for the findings
        same(live, tmp_path, choice)
        followed += live.is_followed
        if live.project.dropped or live.project.duplicates:
            writer.contents = before  # else all is read from scratch from here on
            for file in saved:
                write(tmp_path, file, before[file])
            live = live.after(read_again(tmp_path, live.parts, saved))
    assert followed > 15


@pytest.fixture
def long_chain(project):
    """A claim rests on the next and on evidence of its own, forty times over."""
    claims = {f"c{n}": {"text": f"Door {n} was shut.", "for": [f"c{n + 1}", f"e{n}"]} for n in range(40)}
    claims["c40"] = {"text": "The last door was shut.", "for": ["e40"]}
    evidence = {f"e{n}": {"shows": "A door.", "form": "record", "document": f"d{n}"} for n in range(41)}
    files = {
        "claims/all.yaml": json.dumps({"claims": claims}),
        "evidence/all.yaml": json.dumps({"evidence": evidence}),
    }
    root = project({"argmap.toml": 'title = "Doors"\nthesis = "c0"\n', **files})
    return LiveAudit(root, Choice(), read_parts(root)), claims


def edited(live, claims):
    write(live.root, "claims/all.yaml", {"claims": claims})
    return live.after(read_again(live.root, live.parts, ["claims/all.yaml"]))


def test_a_new_link_runs_hardly_a_rule_on_the_whole_project(long_chain, monkeypatch):
    live, claims = long_chain
    assert live.audit.findings
    whole, real = [], Followed._run_whole
    monkeypatch.setattr(
        Followed, "_run_whole", lambda self, rule: (whole.append(rule.name), real(self, rule))
    )
    claims["c20"]["for"].append("e5")
    after = edited(live, claims)
    same(after, live.root, Choice())
    assert after.is_followed
    assert {REACHES[name] for name in whole} == {Sight.ALWAYS}


def test_a_rule_that_does_not_say_how_far_it_sees_runs_on_everything(long_chain, monkeypatch):
    live, claims = long_chain
    monkeypatch.delitem(REACHES, "isolated-claim")
    assert live.audit.findings
    seen, real = [], Followed._run_whole
    monkeypatch.setattr(Followed, "_run_whole", lambda self, rule: (seen.append(rule.name), real(self, rule)))
    claims["c20"]["for"] = []
    claims["alone"] = {"text": "Nobody came."}
    after = edited(live, claims)
    same(after, live.root, Choice())
    assert after.is_followed
    assert "isolated-claim" in seen


def test_what_is_seen_too_far_is_looked_at_whole(long_chain, monkeypatch):
    live, claims = long_chain
    monkeypatch.setattr(following, "LEAST_ROOM", 10)
    assert live.audit.findings
    claims["c20"]["for"] = []
    after = edited(live, claims)
    same(after, live.root, Choice())
    assert not after.is_followed


@pytest.mark.parametrize(("many", "followed"), [(20, True), (21, False)])
def test_an_edit_of_very_much_is_looked_at_whole(long_chain, monkeypatch, many, followed):
    live, claims = long_chain
    monkeypatch.setattr(following, "LEAST_ROOM", 20)
    monkeypatch.setattr(following, "SHARE", 0.0)
    assert live.audit.findings
    seen = []
    monkeypatch.setattr(Followed, "_follow", lambda *told: seen.append(told) or ["claims/all.yaml"])
    for number in range(many):
        claims[f"c{number}"]["text"] = f"Stone {number} lay on the road."
    after = edited(live, claims)
    assert after.audit
    assert (after.is_followed, len(seen)) == (followed, int(followed))


@pytest.mark.parametrize("new", ["a-b-c-d-e-f", "a-b-c-d-e-g", "nothing-like-it"])
def test_a_new_id_is_held_against_every_name_that_leads_nowhere(project, new):
    claims = {"c0": {"text": "It burnt.", "for": ["a_b_c_d_e_f"]}, "c1": {"text": "It rained."}}
    books = '[{"id": "m", "type": "book", "title": "Mills"}]'
    root = project({"claims/all.yaml": json.dumps({"claims": claims}), "evidence/books.json": books})
    live = LiveAudit(root, Choice(), read_parts(root))
    assert [f.help for f in live.audit.findings if f.rule == "dangling-reference"]
    for content in ({**claims, new: {"text": "It was dry."}}, claims):
        live = edited(live, content)
        same(live, root, Choice())
        assert live.is_followed


def test_several_edits_may_pass_before_anybody_asks(long_chain):
    live, claims = long_chain
    assert live.audit.findings
    for number in (3, 17, 30):
        claims[f"c{number}"]["for"] = ["nothing-there"]
        live = edited(live, claims)
    same(live, live.root, Choice())
    assert live.is_followed


def test_of_two_edits_of_one_moment_only_the_first_is_followed(long_chain):
    live, claims = long_chain
    assert live.audit.findings
    first = {**claims, "c3": {"text": "Door 3 was shut."}}
    second = {**claims, "c9": {"text": "Door 9 was shut."}}
    one, other = edited(live, first), edited(live, second)
    same(other, live.root, Choice())
    third = edited(other, {**second, "c11": {"text": "Door 11 was shut."}})
    same(third, live.root, Choice())
    write(live.root, "claims/all.yaml", {"claims": first})
    same(one, live.root, Choice())
    assert (one.is_followed, other.is_followed, third.is_followed) == (True, False, True)


def test_a_moment_is_audited_after_a_later_one(long_chain):
    live, claims = long_chain
    assert live.audit.findings
    early = {**claims, "c3": {"text": "Door 3 was shut."}}
    late = {**early, "c9": {"text": "Door 9 was shut."}}
    one = edited(live, early)
    other = edited(one, late)
    same(other, live.root, Choice())
    write(live.root, "claims/all.yaml", {"claims": early})
    same(one, live.root, Choice())
    last = edited(other, {**late, "c11": {"text": "Door 11 was shut."}})
    same(last, live.root, Choice())
    assert (one.is_followed, other.is_followed, last.is_followed) == (False, True, True)


def test_an_audit_that_a_save_overtakes_is_followed_all_the_same(long_chain):
    live, claims = long_chain
    early = {**claims, "c3": {"text": "Door 3 was shut."}}
    one = edited(live, early)
    assert live.audit.findings
    other = edited(one, {**early, "c9": {"text": "Door 9 was shut."}})
    live.prepare()
    same(other, live.root, Choice())
    assert other.is_followed


def test_a_verdict_expected_before_an_audience_follows_the_evidence_that_it_has(project):
    claims = {"c0": {"text": "It burnt.", "for": ["e0"]}, "c1": {"text": "It rained."}}
    evidence = {"shows": "Ash.", "form": "record", "available": "1940"}
    expected = {"c0": {"verdict": "supported", "as_of": "1950"}}
    content = {"claims": claims, "evidence": {"e0": evidence}, "expect": expected}
    root = project({"claims/all.yaml": json.dumps(content)})
    live = LiveAudit(root, Choice(), read_parts(root))
    assert not [f for f in live.audit.findings if f.rule == "expected-verdict-not-met"]
    for changes in ({"shows": "Ash and soot."}, {"available": "1990"}):
        evidence.update(changes)
        write(root, "claims/all.yaml", content)
        live = live.after(read_again(root, live.parts, ["claims/all.yaml"]))
        same(live, root, Choice())
        assert live.is_followed
    assert [f for f in live.audit.findings if f.rule == "expected-verdict-not-met"]


def test_without_a_bibliography_a_source_that_is_no_longer_named_is_counted_no_more(project):
    evidence = {key: {"shows": "Ash.", "source": "m"} for key in ("e0", "e1")}
    claims = {"c0": {"text": "It burnt.", "for": ["e0", "e1"]}, "c1": {"text": "It rained."}}
    content = {"claims": claims, "evidence": evidence}
    root = project({"claims/all.yaml": json.dumps(content)})
    live = LiveAudit(root, Choice(), read_parts(root))
    assert [f.spot.path[1] for f in live.audit.findings if f.rule == "source-not-in-bibliography"] == ["e0"]
    del evidence["e0"]["source"]
    write(root, "claims/all.yaml", content)
    live = live.after(read_again(root, live.parts, ["claims/all.yaml"]))
    same(live, root, Choice())
    assert [f.spot.path[1] for f in live.audit.findings if f.rule == "source-not-in-bibliography"] == ["e1"]
