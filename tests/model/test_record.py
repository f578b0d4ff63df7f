"""Records without pydantic are the same records: what is read plainly is what pydantic makes of it."""

import subprocess
import sys
from typing import Annotated, Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BeforeValidator, Field, StringConstraints, TypeAdapter, ValidationError

from argmap.model import records, requirement, settings, vocabulary
from argmap.model.dataclass import shape_of
from argmap.model.marks import Before, Limits, names_in_files
from argmap.model.plain_values import UNUSUAL, read_plainly, record_reader
from argmap.model.short_forms import listed

KINDS: tuple[Any, ...] = (
    *(records.Claim, records.Argument, records.Stance, records.Evidence, records.Quote, records.School),
    *(records.Scholar, records.Event, records.Expectation, settings.Settings, settings.Part, settings.Ignore),
    *(settings.RuleSettings, settings.Thresholds, settings.CarneadesThresholds, settings.VerdictSettings),
    requirement.Requirement,
)
WORDS = sorted(
    {
        word
        for name in vars(vocabulary)
        for word in get_args(getattr(vocabulary, name))
        if isinstance(word, str)
    }
)
TEXTS = st.text(max_size=6) | st.sampled_from(
    [*WORDS, "IV.12", "1950-06", "1950~", "translation(ko)", "sha256:" + "0" * 64, "a\n b", "", " ", "\ud800"]
)
SCALARS = (
    TEXTS
    | st.none()
    | st.booleans()
    | st.integers(-3, 2000)
    | st.floats()
    | st.just(10**20)
    | st.binary(max_size=3)
)
KEYS = st.sampled_from(sorted({name for kind in KINDS for name in names_in_files(kind).values()})) | TEXTS
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(KEYS | st.integers(0, 3), inner, max_size=3)
    ),
    max_leaves=6,
)


def given_of(kind: Any, own: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings that come near to being a record: fields, each with a value that may fit."""
    names = names_in_files(kind)
    annotations = {each.name: each.annotation for each in shape_of(kind).fields}
    fields = {(name if own else names[name]): _fitting(annotations[name]) | VALUES for name in names}
    needed = {names[e.name] if not own else e.name for e in shape_of(kind).fields if e.required}
    return st.fixed_dictionaries(
        {name: fields[name] for name in needed},
        optional={name: fields[name] for name in fields if name not in needed} | {"odd": SCALARS},
    )


def _fitting(annotation: Any) -> st.SearchStrategy[Any]:
    """Values that often fit a type."""
    words = [
        word
        for each in (annotation, *get_args(annotation))
        for word in get_args(each)
        if isinstance(word, str)
    ]
    return (
        st.sampled_from(words or ["a", "1950-06-25", 1950]) | TEXTS.filter(bool) | st.lists(TEXTS, max_size=2)
    )


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal, and of the same types all through."""
    return bool(one == other or repr(one) == repr(other)) and repr(one) == repr(other)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_is_read_plainly_is_what_pydantic_makes_of_it(kind, data):
    raw = data.draw(given_of(kind))
    found = read_plainly(kind, raw)
    if found is not None:
        assert same(found, TypeAdapter(kind).validate_python(raw, by_alias=True, by_name=False))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_record_made_by_hand_is_what_pydantic_makes_of_it(kind, data):
    raw = data.draw(given_of(kind, own=True))
    made = object.__new__(kind)
    try:
        record_reader(kind).fill(made, raw, in_files=False)
    except UNUSUAL:
        return
    assert same(made, kind(**raw))


@given(st.dictionaries(TEXTS, VALUES, max_size=2))
@example({"c": {"text": "So.", "for": ["a", {"from": ["b", "c"], "strength": "good"}], "when": "1950"}})
def test_sections_are_read_alike(raw):
    for kind in (dict[str, records.Claim], dict[str, records.Expectations]):
        found = read_plainly(kind, raw)
        if found is not None:
            assert same(found, TypeAdapter(kind).validate_python(raw, by_alias=True, by_name=False))


USUAL = [
    (
        records.Claim,
        {"text": "So.", "part": 4, "for": ["a", {"from": "b", "unless": "c"}], "schools": {"x": "holds"}},
    ),
    (
        records.Evidence,
        {"shows": "It.", "locator": {"fond": 45}, "made": 1950, "cited": "IV.12", "chain": "original"},
    ),
    (records.School, {"name": "Old", "letter": "O", "cite": ["a", "b"]}),
    (settings.Settings, {"title": "T", "parts": {"I": "One", "II": {"title": "Two", "notes": 3}}}),
    (
        settings.Settings,
        {"verdicts": {"thresholds": {"clear-and-convincing": 2}}, "rules": {"ignore": "wording"}},
    ),
    (settings.RuleSettings, {"severity": {"self-support": "note"}, "extend-select": ["all"]}),
]


@pytest.mark.parametrize(("kind", "raw"), USUAL, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_usual_is_read_without_pydantic(kind, raw):
    assert same(read_plainly(kind, raw), TypeAdapter(kind).validate_python(raw))


def test_the_marks_say_to_pydantic_what_its_own_say():
    number = Annotated[int, Limits(ge=0, le=4)]
    pairs: list[tuple[Any, Any]] = [
        (number, Annotated[int, Field(ge=0, le=4)]),
        (Annotated[float, Limits(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]),
        (Annotated[str, Limits(pattern="^a$")], Annotated[str, StringConstraints(pattern="^a$")]),
        (
            Annotated[str, Limits(min_length=1, max_length=2)],
            Annotated[str, Field(min_length=1, max_length=2)],
        ),
        (
            Annotated[tuple[str, ...], Before(listed)],
            Annotated[tuple[str, ...], BeforeValidator(listed)],
        ),
    ]
    for ours, theirs in pairs:
        mine, its = TypeAdapter(ours), TypeAdapter(theirs)
        assert mine.json_schema() == its.json_schema()
        for value in (-1, 0, 4, 5, 0.5, "", "a", "ab", "abc", "a\n", ["a"], None):
            told = []
            for adapter in (mine, its):
                try:
                    told.append(repr(adapter.validate_python(value)))
                except ValidationError as error:
                    told.append(str(error.errors(include_url=False)))
            assert told[0] == told[1]


def test_calling_a_record_checks_what_it_is_given():
    with pytest.raises(ValidationError) as caught:
        records.Claim(text="", kindd="causal")  # type: ignore[call-arg]
    assert [(e["type"], e["loc"]) for e in caught.value.errors()] == [
        ("string_too_short", ("text",)),
        ("unexpected_keyword_argument", ("kindd",)),
    ]
    with pytest.raises(ValidationError):
        records.Claim()  # type: ignore[call-arg]
    stance = records.Stance(stance="holds")
    assert records.Claim(text="So.", schools={"x": stance}).schools["x"] is stance


def run(code: str) -> None:
    head = "import sys; from argmap.model.records import Argument, Claim\n"
    subprocess.run([sys.executable, "-W", "error", "-c", head + code], check=True)


def test_records_are_made_and_compared_without_pydantic():
    run(
        "from argmap.model.settings import Settings\n"
        "last = Argument(premises='c')\n"
        "claim = Claim(text='So.', pro=['a', {'from': ['b'], 'because': 'x'}, last], when=1950)\n"
        "assert claim.pro[2].premises == ('c',) and claim == claim and Settings().verdicts.standard\n"
        "from argmap.model.dataclass import replace\n"
        "assert replace(claim, text='Or.').pro == claim.pro\n"
        "assert 'pydantic' not in sys.modules and 'dataclasses' not in sys.modules"
    )


def test_records_made_before_and_after_pydantic_came_are_equal():
    run(
        "make = lambda: Claim(text='So.', pro=['a', {'from': ['b'], 'because': 'x'}], defines={'x': 'y'})\n"
        "first = make(); import pydantic; assert make() == first and repr(make()) == repr(first)\n"
        "try: Claim(text=3)\n"
        "except pydantic.ValidationError: pass\n"
        "else: raise SystemExit(1)"
    )


def test_what_does_not_fit_is_told_by_pydantic():
    run(
        "try: Claim(text='', schools={'x': 'hols'})\n"
        "except Exception as error: told = f'{type(error).__name__}: {error}'\n"
        "assert told.startswith('ValidationError: 2 validation errors for Claim'), told"
    )
