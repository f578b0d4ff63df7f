"""Sections of a project file as hypothesis draws them: usual, unusual and broken values side by side."""

from typing import Any

from hypothesis import strategies as st

from argmap.files.record_kinds import RECORDS

TEXTS = [
    *("a", "It rained.", " two  blanks ", "line\nbreak", "", " ", "a\u00a0b", "\u3000", "한국", "\x1d", "|"),
    *("holds", "rejects", "supported", "causal", "telegram", "record", "firm", "A", "AB", "ABC", "sign"),
    *("1950", "1950-06-25", "1950-6", "195X", "1950/1951", "IV.12", "IV.12a", "edition", "translation(ko)"),
    *("translation of", "sha256:" + "0" * 64, "sha256:0", "preponderance", "pp. 5-8", "original"),
]
SCALARS = st.one_of(
    st.sampled_from(TEXTS),
    st.sampled_from([None, True, False, 0, 1, 4, -1, 1950, 10**30, 0.5, 1.0, 2.0]),
)
PARTS = st.sampled_from(["page", "fond", "opis", "date", "scheme", "x"])
LOCATORS = st.dictionaries(PARTS, SCALARS, max_size=3)
INNER = st.one_of(SCALARS, LOCATORS, st.lists(SCALARS, max_size=3))
FIELDS = {
    "from", "because", "scheme", "strength", "weight", "unless", "answer", "stance", "cite", "locator",
    "exact", "digest", "length", "near", "verdict", "grade", "as_of", "premises",
}  # fmt: skip
NESTED = st.dictionaries(st.sampled_from(sorted(FIELDS)), INNER, max_size=3)
VALUES = st.one_of(INNER, NESTED, st.lists(st.one_of(SCALARS, NESTED), max_size=3))


def names(kind: str) -> list[str]:
    """The fields of a kind of record as they are in the files, and two that it does not have."""
    record: Any = RECORDS[kind]
    called = {"pro": "for", "con": "against", "premises": "from"}
    return [*(called.get(slot, slot) for slot in record.__slots__), "pro", "colour"]


@st.composite
def sections(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A kind, and a section of that kind."""
    kind = draw(st.sampled_from(sorted(RECORDS)))
    fields = names(kind)
    record = st.dictionaries(st.sampled_from(fields), VALUES, max_size=4)
    usual = st.fixed_dictionaries({fields[0]: st.sampled_from(TEXTS)})
    records = st.one_of(record, st.builds(lambda a, b: {**a, **b}, usual, record), INNER)
    return kind, draw(st.dictionaries(st.from_regex("[a-c]-[0-9]", fullmatch=True), records, max_size=12))
