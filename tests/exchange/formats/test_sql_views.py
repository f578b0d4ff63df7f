"""The questions that the documentation asks of a map, asked of both databases."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from argmap.exchange.registry import write
from argmap.exchange.relational_views import VIEWS
from argmap.model.project import Project
from argmap.model.records import School, Source
from exchange_whole_map import judged
from makers import a_claim, a_project, some_evidence

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
QUESTIONS = re.findall(r"```sql\n(.*?);\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def a_small_map() -> Project:
    """Two documents of one archive, one of none; a claim that rests on nothing is held by a school."""
    return a_project(
        {
            "fell": a_claim(pro=["warden", "miller"], schools={"old": "holds"}),
            "lost": a_claim(schools={"old": "holds"}),
            "ferry": a_claim(pro=["fell"]),
            "told": a_claim(pro=["song"], con=["warden"]),
        },
        {
            "warden": some_evidence(source="book"),
            "miller": some_evidence(source="letters"),
            "song": some_evidence(form=None),
        },
        sources={
            "book": Source("book", "Book", archive="Town archive"),
            "letters": Source("letter", "Letters", archive="Town archive"),
        },
        schools={"old": School(name="The old school")},
    )


def asked(project: Project, query: str, folder: Path) -> list[tuple[Any, ...]]:
    """Ask both databases, which must agree."""
    duckdb = pytest.importorskip("duckdb")
    for name in ("sqlite", "duckdb"):
        (folder / f"a.{name}").write_bytes(write(judged(project), name).files[""])
    with (
        closing(sqlite3.connect(folder / "a.sqlite")) as one,
        duckdb.connect(str(folder / "a.duckdb")) as other,
    ):
        rows = one.execute(query).fetchall()
        assert rows == other.execute(query).fetchall()
    return rows


def test_three_questions_stand_in_the_documentation() -> None:
    assert len(QUESTIONS) == 3


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (0, []),
        (1, [("The old school", "unsupported", 1)]),
        (2, [("Town archive", 2, 2, 1, 0), ("no archive named", 0, 1, 1, 1)]),
    ],
)
def test_each_question_has_its_answer(question: int, answer: list[Any], tmp_path: Path) -> None:
    assert asked(a_small_map(), QUESTIONS[question], tmp_path) == answer


def test_what_rests_on_one_document_is_counted_by_it(tmp_path: Path) -> None:
    project = a_project(
        {"fell": a_claim(pro=["warden"]), "lost": a_claim(pro=["warden"])},
        {"warden": some_evidence(source="book")},
        sources={"book": Source("book", "Book")},
    )
    assert [row[::2] for row in asked(project, QUESTIONS[0], tmp_path)] == [("book", 2)]


def test_claims_without_support_are_listed_with_what_there_is(tmp_path: Path) -> None:
    query = (
        "SELECT claim, verdict, arguments_for, arguments_against, pieces FROM unsupported_claims ORDER BY 1"
    )
    rows = asked(a_small_map(), query, tmp_path)
    assert rows[0] == ("lost", "unsupported", 0, 0, 0)
    assert [row[2:] for row in rows[1:]] == [(1, 1, 1)]


def test_a_source_that_nothing_uses_counts_nothing(tmp_path: Path) -> None:
    project = a_project({"a": a_claim()}, sources={"book": Source("book", "Book")})
    rows = asked(project, "SELECT pieces, claims, supported_claims FROM evidence_by_source", tmp_path)
    assert rows == [(0, 0, 0)]


def test_every_view_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in VIEWS if f"`{name}`" not in page] == []
