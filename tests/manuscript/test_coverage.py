"""What of a text a map covers."""

from argmap.manuscript.coverage import measure_coverage
from makers import a_claim, a_project, some_evidence
from manuscript_makers import a_manuscript

TEXT = a_manuscript(
    "Chapter I. The River\n\nThe river runs.¹ It is cold.²\n\nIt floods.³\n\n"
    "¹ A, p. 1.\n\n² B, p. 2.\n\n³ C, p. 3.\n\n"
    "Chapter II. The Mill\n\nThe mill turns.¹ It is old.²\n\n¹ D, p. 1.\n\n² E, p. 4.\n"
)


def covered(evidence=None, claims=None):
    return measure_coverage(TEXT, a_project(claims or {}, evidence or {}))


def test_a_map_without_evidence_covers_nothing():
    coverage = covered()
    assert (coverage.notes, coverage.covered) == (5, 0)
    assert [note.ref for note in coverage.uncovered] == ["I.1", "I.2", "I.3", "II.1", "II.2"]
    assert all(paragraph.is_bare for paragraph in coverage.paragraphs)


def test_a_note_that_evidence_cites_is_covered():
    coverage = covered({"e": some_evidence(cited=("I.1", "I.3"))})
    assert [note.ref for note in coverage.uncovered] == ["I.2", "II.1", "II.2"]
    assert [(p.anchor, p.covered, p.is_bare) for p in coverage.paragraphs] == [
        ("I.2", ("I.1",), False),
        ("I.3", ("I.3",), False),
        ("II.2", (), True),
    ]
    assert [(s.part, s.title, s.notes, s.covered) for s in coverage.sections] == [
        ("I", "Chapter I. The River", 3, 2),
        ("II", "Chapter II. The Mill", 2, 0),
    ]


def test_one_note_that_two_records_cite_counts_once():
    assert covered({"e": some_evidence(cited=("I.1",)), "f": some_evidence(cited=("I.1",))}).covered == 1


def test_a_record_of_a_note_that_is_not_there_is_told():
    (unknown,) = covered({"e": some_evidence(cited=("I.1", "III.7"))}).unknown
    assert (unknown.record, unknown.ref) == ("e", "III.7")


def test_claims_count_under_the_section_that_they_name():
    claims = {
        "a": a_claim(part="I"),
        "b": a_claim(part="II", section="The Mill"),
        "c": a_claim(part="II", section="Nowhere"),
        "d": a_claim(),
    }
    assert [section.claims for section in covered(claims=claims).sections] == [1, 2]
