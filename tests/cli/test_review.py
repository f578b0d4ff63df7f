"""``argmap review``: who looked at which claim, and what has changed since."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.review_file import parse_reviews, reviews_text
from argmap.model.reviewing import record_reviews, review_statuses
from argmap.model.reviews import Review, Reviews
from argmap.model.versions import Versions, version_name
from makers import a_claim, a_project, some_evidence

CLAIMS = """
claims:
  fire-was-set: {text: Somebody set the fire., hedge: seems, for: [oil-was-bought], against: [lightning]}
  oil-was-bought:
    text: Oil was bought.
    for:
      - from: day-book
        because: The book names the buyer.
scholars:
  brunn: {name: Edda Brunn}
"""
EVIDENCE = """
evidence:
  day-book: {shows: Four jars were sold., made: 1712-03-01, cited: [I.1]}
  lightning: {shows: A storm was seen., form: testimony}
"""


@pytest.fixture
def root(project):
    return project({"claims/a.yaml": CLAIMS, "evidence/b.yaml": EVIDENCE, "argmap.toml": 'author = "brunn"'})


def change(root, file, old, new):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def listed(command, root, *words):
    return json.loads(command("review", "--list", "-p", root, "--format", "json", *words).out)


def found(command, root, rule="suspect-review"):
    printed = command("check", root, "--select", rule, "--format", "json").out
    return json.loads(printed)["findings"]


def test_a_review_is_stored_without_a_word_of_the_records(root, command):
    done = command("review", "fire-was-set", "--by", "lund", "-p", root)
    assert (done.code, done.out) == (0, "")
    text = (root / "reviews.yaml").read_text(encoding="utf-8")
    assert "fire-was-set" in text
    assert "day-book" in text
    assert not any(word in text for word in ("Somebody", "seems", "jars", "buyer", "1712"))


def test_the_same_review_twice_gives_the_same_bytes(root, command):
    words = ("review", "oil-was-bought", "fire-was-set", "--by", "lund", "-p", root)
    command(*words)
    once = (root / "reviews.yaml").read_bytes()
    command(*words)
    assert (root / "reviews.yaml").read_bytes() == once


def test_a_fresh_review_holds_and_other_claims_are_not_reviewed(root, command):
    command("review", "oil-was-bought", "--by", "lund", "--note", "Seen.", "--when", "2026-11", "-p", root)
    told = listed(command, root)
    assert told["counts"] == {"reviewed": 1, "suspect": 0, "not reviewed": 1}
    assert told["claims"][1]["reviews"] == [
        {"by": "lund", "author": False, "when": "2026-11", "note": "Seen.", "changes": []}
    ]
    assert found(command, root) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("claims/a.yaml", "text: Oil was bought.", "text: >-\n      Oil was\n      bought."),
        ("claims/a.yaml", "- from: day-book", "- from: [day-book]"),
        ("claims/a.yaml", "because: The book", "strength: firm\n        because: The book"),
        ("evidence/b.yaml", "day-book:", "# a remark\n  day-book:"),
        ("evidence/b.yaml", "cited: [I.1]", "cited: [I.2], remark: See the other note."),
        ("claims/a.yaml", "text: Oil was bought.", "text: Oil was bought.\n    part: II"),
    ],
)
def test_layout_remarks_and_notes_make_no_review_suspect(root, command, file, old, new):
    command("review", "oil-was-bought", "fire-was-set", "--by", "lund", "-p", root)
    change(root, file, old, new)
    assert found(command, root) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("claims/a.yaml", "Somebody set", "Somebody may have set", "its text changed"),
        ("claims/a.yaml", "hedge: seems, ", "", "its hedge changed"),
        ("claims/a.yaml", "against: [lightning]", "", "the argument against it from 'lightning' is gone"),
        (
            "claims/a.yaml",
            "for: [oil-was-bought]",
            "for: [oil-was-bought, day-book]",
            "the argument for it from 'day-book' is new",
        ),
        ("claims/a.yaml", "Oil was bought", "Tar was bought", "'text' of claim 'oil-was-bought' changed"),
        ("evidence/b.yaml", "A storm was", "No storm was", "'shows' of evidence 'lightning' changed"),
        ("evidence/b.yaml", "form: testimony", "form: record", "'form' of evidence 'lightning' changed"),
    ],
)
def test_what_changed_is_said(root, command, file, old, new, said):
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    change(root, file, old, new)
    (one,) = found(command, root)
    assert one["message"] == f"claim 'fire-was-set' is not as lund reviewed it: {said}"
    assert one["severity"] == "warning"
    assert listed(command, root)["counts"]["suspect"] == 1


def test_a_change_further_down_is_a_note(root, command):
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    change(root, "evidence/b.yaml", "1712-03-01", "1712-03-02")
    (one,) = found(command, root)
    assert one["severity"] == "note"
    assert "'made' of evidence 'day-book' changed" in one["message"]


def test_a_suspect_review_is_a_note_where_another_still_holds(root, command):
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    change(root, "claims/a.yaml", "Somebody set", "Somebody may have set")
    command("review", "fire-was-set", "--by", "Ansgar Hole", "-p", root)
    assert [(each["severity"], "lund" in each["message"]) for each in found(command, root)] == [
        ("note", True)
    ]
    assert listed(command, root, "fire-was-set")["counts"]["reviewed"] == 1


def test_reviewing_again_takes_the_place_of_the_earlier_review(root, command):
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    change(root, "claims/a.yaml", "Somebody set", "Somebody may have set")
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    assert found(command, root) == []
    assert (root / "reviews.yaml").read_text(encoding="utf-8").count("lund:") == 1


def test_evidence_that_is_gone_is_told(root, command):
    command("review", "oil-was-bought", "--by", "lund", "-p", root)
    change(root, "evidence/b.yaml", "day-book:", "day-book-of-1712:")
    (one,) = found(command, root)
    assert "'day-book' is gone" in one["message"]


def test_digests_written_by_hand_do_not_vouch_for_anything(root, command):
    command("review", "oil-was-bought", "--by", "lund", "-p", root)
    change(root, "reviews.yaml", "kind: yvnxkml2", "kind: aaaaaaaa")
    change(root, "claims/a.yaml", "Oil was bought", "Tar was bought")
    (one,) = found(command, root)
    assert "what was reviewed is not recorded" in one["message"]


def test_the_author_is_no_reviewer(root, command):
    done = command("review", "oil-was-bought", "--by", "edda brunn", "-p", root)
    assert "the author of an argument is no reviewer" in done.err
    (one,) = found(command, root, "self-review")
    assert one["file"] == "reviews.yaml"
    assert listed(command, root)["counts"]["not reviewed"] == 2


def test_a_review_of_nothing_is_found_and_pruned(root, command):
    command("review", "oil-was-bought", "fire-was-set", "--by", "lund", "-p", root)
    change(root, "claims/a.yaml", "oil-was-bought", "oil-was-sold")
    (one,) = found(command, root, "review-of-nothing")
    line = (root / "reviews.yaml").read_text(encoding="utf-8").splitlines()[one["line"] - 1]
    assert one["file"] == "reviews.yaml"
    assert line.startswith("    lund:")
    assert command("review", "--prune", "-p", root).err == "argmap: dropped reviews of oil-was-bought\n"
    assert found(command, root, "review-of-nothing") == []
    assert command("review", "--prune", "-p", root).err == "argmap: nothing to drop\n"


def test_check_writes_nothing(root, command):
    command("review", "fire-was-set", "--by", "lund", "-p", root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    command("check", root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--by", "lund"),
        ("fire-was-set",),
        ("fire-was-set", "--by", " "),
        ("fire-was-set", "--by", "a\x1bb"),
        ("fire-was-set", "no-such-claim", "--by", "lund"),
        ("--list", "no-such-claim"),
        ("--list", "--note", "x"),
        ("--prune", "fire-was-set"),
        ("--prune", "--list"),
        ("fire-was-set", "--by", "lund", "--when", "soon"),
    ],
)
def test_misuse_is_told_in_one_line_and_writes_nothing(root, command, words):
    done = command("review", *words, "-p", root)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert not (root / "reviews.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "reviews: [1]",
        "reviews: {c: {park: {}}}",
        "reviews: {c: {park: {seen: {a: [1]}}}}",
        "reviews: {c: {park: {seen: {}, when: soon}}}",
        "reviewz: {}",
        "- a",
        "reviews: {a: {b",
        "\x00",
        b"\xff\xfe",
        "reviews: {c: {park: {seen: {}}, park: {seen: {}}}}",
    ],
)
def test_a_broken_file_of_reviews_is_reported_and_never_written_over(root, command, text):
    data = text if isinstance(text, bytes) else text.encode()
    (root / "reviews.yaml").write_bytes(data)
    printed = json.loads(command("check", root, "--format", "json").out)
    assert any(each["file"] == "reviews.yaml" for each in printed["findings"])
    not_checked = {each["rule"] for each in printed["not_checked"]}
    assert {"suspect-review", "self-review", "review-of-nothing"} <= not_checked
    done = command("review", "fire-was-set", "--by", "lund", "-p", root)
    assert done.code == 2
    assert (root / "reviews.yaml").read_bytes() == data


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)


@given(st.dictionaries(st.tuples(names, names), st.tuples(st.none() | names, st.dictionaries(names, names))))
def test_what_is_written_is_read_back(told):
    versions = {version_name({key: "aaaaaaaa"}): {key: "aaaaaaaa"} for key, _ in told}
    entries = tuple(
        Review(claim, by, {claim: name, **seen}, note)
        for ((claim, by), (note, seen)), name in zip(sorted(told.items()), versions, strict=False)
    )
    used = {name for review in entries for name in review.seen.values()}
    reviews = Reviews(entries, {name: version for name, version in versions.items() if name in used})
    text = reviews_text(reviews)
    read, faults = parse_reviews(text.encode())
    assert faults == ()
    assert read.entries == entries
    assert {name: dict(read.versions.get(name, {})) for name in reviews.versions} == reviews.versions
    assert reviews_text(read) == text


def test_a_claim_in_a_circle_has_a_review_like_any_other():
    project = a_project({"a": a_claim(pro=["b"]), "b": a_claim(pro=["a", "e"])}, {"e": some_evidence()})
    assert list(Versions(project).seen("a")) == ["a", "b", "e"]


def test_a_chain_of_a_hundred_thousand_claims_is_followed_to_its_end():
    claims = {f"c{i}": a_claim(pro=[f"c{i + 1}"]) for i in range(100_000)}
    project = a_project({**claims, "c100000": a_claim()})
    made = record_reviews(project, ["c0"], "lund")
    assert len(made.entries[0].seen) == 100_001


def test_statuses_of_a_map_without_reviews_are_all_alike():
    project = a_project({"a": a_claim(), "b": a_claim()})
    assert {status.word for status in review_statuses(project).values()} == {"not reviewed"}


def test_the_schemas_of_review_and_brief_are_those_of_what_is_printed(root, command):
    import jsonschema

    command("review", "fire-was-set", "--by", "lund", "-p", root)
    change(root, "claims/a.yaml", "Somebody set", "Somebody may have set")
    for words in (("review", "--list"), ("brief", "fire-was-set"), ("why", "fire-was-set")):
        schema = json.loads(command("schema", words[0]).out)
        jsonschema.validate(json.loads(command(*words, "-p", root, "--format", "json").out), schema)
