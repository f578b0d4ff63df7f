from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.files.csl_items import source_of
from argmap.files.dump import MOST, project_files, write_project
from argmap.files.project import parse_file, read_project
from argmap.files.settings_file import parse_settings
from argmap.files.settings_write import settings_text
from argmap.files.yaml_text import parse_yaml
from argmap.files.yaml_write import Loose, entry, scalar
from argmap.model.errors import ExistsError, UnreadableError
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import (
    Argument,
    Claim,
    Event,
    Evidence,
    Expectation,
    Scholar,
    School,
    Source,
    Stance,
)
from argmap.model.settings import Part, Settings, VerdictSettings
from argmap.model.vocabulary import RECORD_KINDS
from makers import a_claim, a_project, some_evidence

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
lines = words.map(lambda t: " ".join(t.split())).filter(bool)
odd = st.sampled_from(
    "no|1950|0430|null|~|- a|a: b|a #b|'|\"|{a}|[a]|1950-07-02|0x1f|1e3|yes|1_000|12:30:45|@a|`a|%a|& a"
    "|*a|!a|>|? a|a:|\\|..|<<|=|||".split("|")[:-1]
).filter(bool)
names = st.one_of(lines, odd)
ids = st.one_of(
    st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True),
    st.sampled_from(["1950", "no", "null", "1e3", "0x1f", "on", "true", "1950-07-02", "007"]),
)
dates = st.sampled_from(
    [None, "1950", "0430", "1950-07", "1950-07-02", "1950/1951", "../1951", "1950?", "[1949,1952]"]
)
locators = st.sampled_from(
    [
        None,
        "pp. 5-8",
        "12",
        "007",
        "no",
        {"fond": "45", "list": "076-77"},
        {"page": "3"},
        {"scheme": "cia", "page": "2"},
    ]
)


def records(cls: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(fields).map(
        lambda f: cls(**{key: value for key, value in f.items() if value is not None})
    )


lists = st.lists(names, max_size=3).map(tuple)
remarks = st.one_of(st.none(), names, st.text("abc ", min_size=150, max_size=300).filter(str.strip))
arguments = records(
    Argument,
    premises=st.lists(names, min_size=1, max_size=3).map(tuple),
    because=remarks,
    scheme=st.sampled_from([None, "sign"]),
    weight=st.one_of(st.none(), st.floats(0, 1)),
    unless=lists,
    answer=lists,
)
stances = records(
    Stance, stance=st.sampled_from(["holds", "rejects"]), cite=lists, locator=locators, remark=remarks
)
sides = st.lists(arguments, max_size=3).map(tuple)
claims = records(
    Claim,
    text=names,
    kind=st.sampled_from(["causal", "interpretive"]),
    part=st.one_of(st.none(), names),
    section=remarks,
    when=dates,
    held_by=lists,
    scholars=st.dictionaries(names, stances, max_size=2),
    hedge=st.one_of(st.none(), names),
    contradicts=lists,
    defines=st.dictionaries(names, names, max_size=2),
    pro=sides,
    con=sides,
    remark=remarks,
)
quotes = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {"exact": st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"))}
    ),
)
evidence = records(
    Evidence,
    shows=names,
    source=st.one_of(st.none(), names),
    locator=locators,
    made=dates,
    by=lists,
    chain=st.sampled_from([(), ("original", "translation(ko)")]),
    cited=st.sampled_from([(), ("V.12", "1.7")]),
    rests_on=lists,
    searched=remarks,
    quote=quotes,
)
expectations = st.lists(
    records(Expectation, verdict=st.just("supported"), school=st.one_of(st.none(), names), as_of=dates),
    min_size=1,
    max_size=2,
).map(tuple)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    keys = draw(st.lists(ids, max_size=8, unique=True))
    kinds = {
        "claims": claims,
        "evidence": evidence,
        "schools": records(School, name=names, text=remarks, cite=lists),
        "scholars": records(Scholar, name=names, schools=lists),
        "events": records(Event, text=names, when=dates, claims=lists),
        "expectations": expectations,
    }
    tables: dict[str, dict[str, Any]] = {kind: {} for kind in kinds}
    for key in keys:
        kind = draw(st.sampled_from(sorted(kinds)))
        tables[kind][key] = draw(kinds[kind])
    item = {
        "id": "kim-1950",
        "type": "book",
        "title": draw(lines),
        "author": [{"family": "Kim", "given": "A."}],
    }
    sources = {"kim-1950": source_of(item)[0]} if draw(st.booleans()) else {}
    return merge([FileRecords("", **tables, sources=sources)], draw(settings_))  # type: ignore[arg-type]


settings_ = records(
    Settings,
    title=names,
    author=st.one_of(st.none(), names),
    manuscripts=lists,
    parts=st.dictionaries(
        names, records(Part, title=names, notes=st.one_of(st.none(), st.just(3))), max_size=3
    ),
    verdicts=records(VerdictSettings, setting=st.sampled_from(["grades", "carneades"])),
)


def read_back(files: dict[str, str]) -> Project:
    settings, faults = parse_settings("argmap.toml", files["argmap.toml"].encode())
    parts = [parse_file(name, text.encode()) for name, text in files.items() if name != "argmap.toml"]
    assert not faults
    assert [f.message for part in parts for f in part.faults] == []
    return merge(parts, settings)


def same(first: Project, second: Project) -> bool:
    kinds = (*RECORD_KINDS, "expectations")
    return all(dict(getattr(first, kind)) == dict(getattr(second, kind)) for kind in kinds)


@given(projects())
def test_a_project_comes_back_from_its_files_as_it_was(project: Project) -> None:
    found = read_back(project_files(project))
    assert same(found, project)
    assert found.settings == project.settings


@given(st.dictionaries(names, st.one_of(names, st.lists(names, max_size=4)), min_size=1, max_size=3))
@example({"a": "word " * 60})
@example({"a": "x" * 300})
@example({"a": ["long word " * 20]})
@example({"\u2028": "a\u2028b\ufeff"})
def test_whatever_is_written_as_yaml_reads_back(value: dict[str, Any]) -> None:
    text = "\n".join(line for key, inner in value.items() for line in entry(key, inner)) + "\n"
    assert parse_yaml(text) == value


@pytest.mark.parametrize("value", ["1950", "1950-07/1951", "0430", "12", "007", "1950?", "no"])
def test_a_loose_text_reads_back_as_text_or_as_its_number(value: str) -> None:
    found = parse_yaml("\n".join(entry("when", Loose(value))))
    assert isinstance(found, dict)
    assert str(found["when"]) == value


def test_files_read_as_a_person_would_write_them() -> None:
    argument = Argument(
        **{"from": ["oven", "first"], "because": "A house that burns first is where it began."}
    )
    claim = a_claim(
        text="The fire began in the bakery.", held_by="author", pro=["watch", argument], con=["baker"]
    )
    item = some_evidence(
        shows="word " * 40, locator={"volume": 3, "page": 41}, made="1862-06-22", cited=["I.1"]
    )
    files = project_files(a_project({"fire": claim}, {"watch": item}, settings=Settings(title="The fire")))
    assert files["argmap.toml"] == 'title = "The fire"\n'
    assert files["claims/claims.yaml"] == (
        "claims:\n"
        "  fire:\n"
        "    text: The fire began in the bakery.\n"
        "    held_by: [author]\n"
        "    for:\n"
        "      - watch\n"
        "      - from: [oven, first]\n"
        "        because: A house that burns first is where it began.\n"
        "    against: [baker]\n"
    )
    assert "    shows: >-\n      word word" in files["evidence/evidence.yaml"]
    assert "    locator: {volume: 3, page: 41}\n" in files["evidence/evidence.yaml"]
    assert "    made: 1862-06-22\n" in files["evidence/evidence.yaml"]


def test_a_large_project_has_a_file_for_each_part() -> None:
    claims = {f"c{i}": a_claim(part="IV" if i % 2 else "Part: two!", pro=[f"e{i}"]) for i in range(200)}
    evidence = {f"e{i}": some_evidence() for i in range(200)}
    files = project_files(a_project(claims, evidence))
    assert sorted(files) == [
        "argmap.toml",
        "claims/iv.yaml",
        "claims/part-two.yaml",
        "evidence/iv.yaml",
        "evidence/part-two.yaml",
    ]
    assert same(read_back(files), a_project(claims, evidence))


def test_a_part_of_many_claims_is_cut_into_files() -> None:
    project = a_project({f"c{i}": a_claim() for i in range(2 * MOST + 1)})
    files = project_files(project)
    assert sorted(files)[1:] == ["claims/claims--2.yaml", "claims/claims--3.yaml", "claims/claims.yaml"]
    assert same(read_back(files), project)


def test_a_source_without_its_item_is_written_as_one() -> None:
    source = Source(
        "book", "The Fire", ("Kim, Anna", "The Guild"), container="Town", listed=False, edition_of="a"
    )
    files = project_files(a_project(sources={"b": source}))
    found = read_back(files).sources["b"]
    assert (found.title, found.authors, found.container) == ("The Fire", ("Kim, Anna", "The Guild"), "Town")
    assert (found.listed, found.edition_of) == (False, "a")


def test_writing_touches_nothing_where_a_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/claims.yaml").write_text("mine")
    with pytest.raises(ExistsError):
        write_project(a_project({"a": a_claim()}), tmp_path)
    assert [p.name for p in tmp_path.rglob("*")] == ["claims", "claims.yaml"]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("in the way")
    with pytest.raises(UnreadableError):
        write_project(a_project({"a": a_claim()}, {"e": some_evidence()}), tmp_path)
    assert [p.name for p in tmp_path.rglob("*")] == ["evidence"]


def test_what_was_written_is_a_project(tmp_path: Path) -> None:
    project = a_project({"a": a_claim(pro="e")}, {"e": some_evidence()})
    made = write_project(project, tmp_path / "new")
    found = read_project(tmp_path / "new")
    assert made == ["argmap.toml", "claims/claims.yaml", "evidence/evidence.yaml"]
    assert same(found, project)
    assert not found.faults


@given(settings_)
def test_settings_come_back_from_toml(settings: Settings) -> None:
    found, faults = parse_settings("argmap.toml", settings_text(settings).encode())
    assert not faults
    assert found == settings


def test_premises_that_belong_together_stay_together() -> None:
    argument = Argument(**{"from": ["b", "c"]})
    project = a_project({"a": a_claim(pro=[argument, "b"]), "b": a_claim(), "c": a_claim()})
    files = project_files(project)
    assert "    for:\n      - from: [b, c]\n      - b\n" in files["claims/claims.yaml"]
    assert same(read_back(files), project)


def test_a_text_that_could_be_taken_for_something_else_reads_back() -> None:
    marks = "_01.xe+-:a~"
    for text in map("".join, chain.from_iterable(product(marks, repeat=length) for length in (1, 2, 3))):
        assert parse_yaml(f"{scalar(text)}: {scalar(text)}\n") == {text: text}
