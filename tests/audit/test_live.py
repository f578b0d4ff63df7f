"""An audit that follows a project's edits says what an audit from scratch says."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from argmap.audit.live import LiveAudit, read_again
from argmap.audit.run import Choice, check_folder
from argmap.files.project import read_parts
from random_records import (
    A_CLAIM,
    A_SOURCE,
    AN_EVENT,
    BESIDE,
    BOOKS,
    CLAIMS,
    EVIDENCE,
    PEOPLE,
    SOME_EVIDENCE,
    some,
)

EVERY_RULE = Choice(select=("all",))
FILES = ["claims/a.yaml", "claims/b.yaml", "evidence/a.yaml"]
SELDOM = st.integers(0, 9).map(lambda number: number == 0)


def a_forest():
    """Records around those that change: a tree of claims with evidence, which leans on them in places."""
    claims = {
        f"f{n}": {
            "text": f"Field {n} was green in {1900 + n}.",
            "held_by": ["k"],
            "part": "I",
            "for": [f"g{n}", *(f"f{m}" for m in (2 * n + 1, 2 * n + 2) if m < 30)],
        }
        for n in range(30)
    }
    for n, key in enumerate(CLAIMS):
        claims[f"f{3 * n + 10}"]["for"].append(key)
    evidence = {
        f"g{n}": {"shows": f"Field {n} is green.", "source": "n" if n % 3 else "m", "form": "record"}
        for n in range(30)
    }
    evidence["g7"]["cited"] = ["I.1"]
    return {"claims": claims, "evidence": evidence}


class Editing(RuleBasedStateMachine):
    """Somebody writes files of a project, and the audit follows."""

    audits = followed = 0

    @initialize()
    def begin(self):
        self.folder = TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.content = {file: {"claims": {}, "evidence": {}, "events": {}} for file in FILES}
        self.books = dict(BOOKS)
        for file, text in BESIDE.items():
            self.put(file, text)
        self.put("claims/forest.yaml", json.dumps(a_forest()))
        self.put_books()
        for file in FILES:
            self.write(file)
        parts = read_parts(self.root)
        self.live = LiveAudit(self.root, EVERY_RULE, parts)
        self.saved = set()

    def put(self, file, text):
        (self.root / file).parent.mkdir(exist_ok=True)
        (self.root / file).write_text(text, encoding="utf-8")

    def write(self, file):
        self.put(file, json.dumps(self.content[file]))
        getattr(self, "saved", set()).add(file)

    def write_a_record(self, file, kind, key, record, *, twice):
        """Write a record, and take it out of the other files unless it is to stand twice."""
        for other in FILES:
            records = self.content[other][kind]
            if other == file:
                records[key] = record
            elif twice or records.pop(key, None) is None:
                continue
            self.write(other)

    @rule(file=st.sampled_from(FILES), key=st.sampled_from(CLAIMS), claim=A_CLAIM, twice=SELDOM)
    def write_a_claim(self, file, key, claim, twice):
        self.write_a_record(file, "claims", key, claim, twice=twice)

    @rule(file=st.sampled_from(FILES), key=st.sampled_from(EVIDENCE), item=SOME_EVIDENCE, twice=SELDOM)
    def write_evidence(self, file, key, item, twice):
        self.write_a_record(file, "evidence", key, item, twice=twice)

    def put_books(self):
        self.put("evidence/books.json", json.dumps([{"id": key, **book} for key, book in self.books.items()]))

    @rule(key=st.sampled_from(["m", "n", "o"]), book=some(A_SOURCE))
    def write_a_source(self, key, book):
        self.books.pop(key, None)
        if book is not None:
            self.books[key] = book
        self.put_books()
        self.saved.add("evidence/books.json")

    @rule(file=st.sampled_from(FILES), event=AN_EVENT, twice=SELDOM)
    def write_an_event(self, file, event, twice):
        self.write_a_record(file, "events", "c5" if twice else "v0", event, twice=twice)

    @rule(text=PEOPLE)
    def write_the_people(self, text):
        self.put("claims/people.yaml", text)
        self.saved.add("claims/people.yaml")

    @rule(
        file=st.sampled_from(FILES),
        key=st.sampled_from(CLAIMS),
        field=st.sampled_from(["text", "kind", "for", "hedge", "contradicts", "held_by"]),
        claim=A_CLAIM,
    )
    def change_a_field(self, file, key, field, claim):
        before = self.content[file]["claims"].get(key)
        if before is not None:
            self.content[file]["claims"][key] = {**before, field: claim.get(field, before["text"])}
            self.write(file)

    @rule(file=st.sampled_from(FILES), key=st.sampled_from([*CLAIMS, *EVIDENCE]))
    def take_a_record_away(self, file, key):
        for records in self.content[file].values():
            records.pop(key, None)
        self.write(file)

    @rule()
    def put_everything_right(self):
        """Leave no record that stands twice or cannot be read, after which all is read from scratch."""
        known = set()
        for file in FILES:
            for kind, records in self.content[file].items():
                if kind != "expect":
                    for key in [key for key in records if key in known or "rumour" in str(records[key])]:
                        del records[key]
                    known |= records.keys()
            self.write(file)

    @rule(one=st.sampled_from(FILES), other=st.sampled_from(FILES), key=st.sampled_from(CLAIMS))
    def move_a_claim(self, one, other, key):
        claim = self.content[one]["claims"].pop(key, None)
        if claim is not None:
            self.content[other]["claims"][key] = claim
        self.write(one)
        self.write(other)

    @rule(
        key=st.sampled_from(CLAIMS),
        word=st.sampled_from(["supported", "unsupported"]),
        before=st.sampled_from([{}, {"school": "s"}, {"as_of": "1950"}]),
    )
    def expect_a_verdict(self, key, word, before):
        self.content[FILES[0]]["expect"] = {key: {"verdict": word, **before}}
        self.write(FILES[0])

    @rule(file=st.sampled_from(FILES), text=st.sampled_from(["claims: [", "- 1\n", "", "\x00"]))
    def break_a_file(self, file, text):
        self.put(file, text)
        self.saved.add(file)

    @rule(file=st.sampled_from(FILES))
    def touch_a_file(self, file):
        self.put(file, json.dumps(self.content[file], indent=1) + "\n")
        self.saved.add(file)

    @rule(file=st.sampled_from(FILES))
    def take_a_file_away(self, file):
        (self.root / file).unlink(missing_ok=True)
        self.saved.add(file)

    @rule(standard=st.sampled_from(["preponderance", "clear and convincing", "scintilla"]))
    def write_the_settings(self, standard):
        self.put("argmap.toml", BESIDE["argmap.toml"] + f'[verdicts]\nstandard = "{standard}"\n')
        self.saved.add("argmap.toml")

    @invariant()
    def the_audit_is_that_from_scratch(self):
        if not getattr(self, "saved", None):
            return
        self.live = self.live.after(read_again(self.root, self.live.parts, self.saved))
        self.saved = set()
        fresh, audit = check_folder(self.root, EVERY_RULE), self.live.audit
        Editing.audits += 1
        Editing.followed += self.live.is_followed
        assert audit.findings == fresh.findings
        assert (audit.held, audit.not_checked, audit.rules) == (fresh.held, fresh.not_checked, fresh.rules)
        assert audit.project == fresh.project

    def teardown(self):
        if hasattr(self, "folder"):
            self.folder.cleanup()


Editing.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


class TestEditing(Editing.TestCase):
    def runTest(self):  # noqa: N802  # as unittest calls it
        super().runTest()
        assert Editing.followed > Editing.audits / 4, "many of these audits are made from those before"


@pytest.fixture
def mill(project):
    records = {"claims": {"c0": {"text": "It burnt.", "for": ["e0"]}}, "evidence": {"e0": {"shows": "Ash."}}}
    return project({**BESIDE, "claims/a.yaml": json.dumps(records)})


def test_files_that_were_not_saved_are_not_read_again(mill, monkeypatch):
    from argmap.audit import live

    seen = []
    first = LiveAudit(mill, Choice(), read_parts(mill))
    real = live.read_file
    monkeypatch.setattr(live, "read_file", lambda root, file: (seen.append(file), real(root, file))[1])
    (mill / "claims/a.yaml").write_text('{"claims": {"c0": {"text": "It burnt again."}}}')
    after = first.after(read_again(mill, first.parts, ["claims/a.yaml"]))
    assert seen == ["claims/a.yaml"]
    assert [f.rule for f in after.audit.findings if f.subjects[:1] == ("c0",)] != []
    assert first.audit.project.claims["c0"].text == "It burnt."


def test_a_manuscript_is_read_again_only_when_it_was_written(mill, monkeypatch):
    from argmap.manuscript import read

    settings_text = BESIDE["argmap.toml"].replace("\nauthor", '\nmanuscripts = ["book.md"]\nauthor')
    (mill / "argmap.toml").write_text(settings_text)
    (mill / "book.md").write_text("# Fire\n\nIt burnt.[^1]\n\n[^1]: Moor, *Mills*, p. 1.\n")
    seen, real = [], read.read_manuscript
    monkeypatch.setattr(
        read, "read_manuscript", lambda path, **given: (seen.append(path), real(path, **given))[1]
    )
    live = LiveAudit(mill, Choice(), read_parts(mill))
    for text in ("It burnt down.", "It burnt again."):
        assert live.audit.findings
        (mill / "claims/a.yaml").write_text(json.dumps({"claims": {"c0": {"text": text}}}))
        live = live.after(read_again(mill, live.parts, ["claims/a.yaml"]))
    assert live.audit.findings == check_folder(mill, Choice()).findings
    assert len(seen) == 2  # once here, once from scratch
    (mill / "book.md").write_text("# Fire\n\nIt burnt.[^1]\n\n[^1]: Moor, *Mills*, p. 2; Kim, *Ash*, p. 3.\n")
    live = live.after(read_again(mill, live.parts, ["claims/a.yaml"]))
    assert live.audit.findings == check_folder(mill, Choice()).findings
    assert len(seen) == 4
