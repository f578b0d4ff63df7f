from argmap.draw.chips import Chips, school_letters
from argmap.model.project import FileRecords, merge
from argmap.model.records import School
from argmap.model.stances import Position


def letters(*schools: School) -> list[str]:
    named = {f"s{i}": school for i, school in enumerate(schools)}
    return list(school_letters(merge([FileRecords("f", schools=named)])).values())


def test_a_school_has_its_own_letter_or_its_first():
    assert letters(School(name="Orthodox", letter="X"), School(name="Revisionist")) == ["X", "R"]


def test_no_two_schools_share_a_letter():
    names = ["Post-orthodox", "Post-revisionist", "Popular", "P", "P"]
    found = letters(*(School(name=name) for name in names))
    assert len(set(found)) == len(names)
    assert found[0] == "P"
    assert all(len(letter) <= 2 for letter in found)


def test_a_school_without_letters_in_its_name_gets_a_number():
    assert letters(School(name="—")) == ["1"]


def test_who_holds_a_claim_comes_before_who_rejects_it():
    schools = {"a": School(name="Alpha"), "b": School(name="Beta")}
    project = merge([FileRecords("f", schools=schools)])
    stances = {
        ("a", "c"): Position("a", "c", "rejects"),
        ("b", "c"): Position("b", "c", "holds"),
        ("x", "c"): Position("x", "c", "holds"),
    }
    chips = Chips(project, stances)
    assert [chip.letter for chip in chips.of("c")] == ["B", "A"]
    assert [chip.letter for chip in chips.of("c", but="b")] == ["A"]
    assert chips.of("unknown") == ()
