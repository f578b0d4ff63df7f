"""The shape of a map as tables: one place for SQLite, DuckDB and Parquet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Row = tuple[Any, ...]

SCHEMA = """
map (title): title text!, author text -> scholars, thesis text -> claims, manuscripts text, setting text!,
  standard text!

parts (id): id text!, position integer!, title text!, notes integer

sources (id): id text!, type text! *, title text!, authors text, issued date, container text,
  archive text *, listed integer!, edition_of text -> sources, short text!, printed text!, csl text

schools (id): id text!, name text!, text text, letter text, remark text
school_sources (school position): school text! -> schools, position integer!, source text! -> sources

scholars (id): id text!, name text!, remark text
scholar_schools (scholar position): scholar text! -> scholars, position integer!, school text! -> schools
scholar_works (scholar position): scholar text! -> scholars, position integer!, source text! -> sources

claims (id): id text!, text text!, kind text! *, part text -> parts, section text, time date, hedge text,
  standard text, remark text
contradictions (claim position): claim text! -> claims, position integer!, contradicted text! -> claims
definitions (claim term): claim text! -> claims, term text!, sense text!

evidence (id): id text!, shows text!, source text -> sources, locator text, locator_scheme text,
  locator_parts text, kind text *, document text *, made date, published date, available date, form text,
  authenticity text, chain text, witness text, grade text, quote_exact text, quote_prefix text,
  quote_suffix text, quote_digest text, quote_length integer, quote_near text, searched text, remark text
evidence_makers (evidence position): evidence text! -> evidence, position integer!, name text!,
  scholar text -> scholars
challenges (evidence position): evidence text! -> evidence, position integer!, claim text! -> claims
evidence_bases (evidence position): evidence text! -> evidence, position integer!, source text! -> sources

notes (id): id text!, part text! -> parts, number text!
evidence_notes (evidence position): evidence text! -> evidence, position integer!, note text! -> notes

arguments (id): id text!, claim text! -> claims, side text!, position integer!, because text,
  scheme text *, strength text, weight real, bearing text, tendency text, remark text
premises (argument position): argument text! -> arguments, position integer!, claim text -> claims,
  evidence text -> evidence
undercutters (argument position): argument text! -> arguments, position integer!, claim text -> claims,
  evidence text -> evidence
answers (argument position): argument text! -> arguments, position integer!, claim text -> claims,
  evidence text -> evidence

stances (id): id integer!, claim text! -> claims, school text -> schools, scholar text -> scholars,
  stance text!, locator text, remark text
stance_sources (stance position): stance integer! -> stances, position integer!, source text! -> sources
positions (claim school): claim text! -> claims, school text! -> schools, stance text!, stated integer!

events (id): id text!, text text!, time date, part text -> parts, remark text
event_claims (event position): event text! -> events, position integer!, claim text! -> claims
event_evidence (event position): event text! -> events, position integer!, evidence text! -> evidence

verdicts (claim): claim text! -> claims, verdict text! *, grade text, lends_least integer!,
  lends_most integer!, for_least real!, for_most real!, against_least real!, against_most real!,
  standard text!, granted text
expectations (claim position): claim text! -> claims, position integer!, verdict text!, grade text,
  school text -> schools, as_of text

dangling (id): id integer!, record text!, field text!, target text!, kinds text!
texts (id): id integer!, kind text!, record text! *, field text!, text text!
"""
"""Tables with their keys and columns: ``!`` never null, ``->`` the table whose id it holds, ``*`` indexed.

A ``date`` stands for three columns of text: as written, its first and its last day.
"""

_CHECKS = {
    "arguments": "side IN ('for', 'against')",
    "premises": "(claim IS NULL) <> (evidence IS NULL)",
    "undercutters": "(claim IS NULL) <> (evidence IS NULL)",
    "answers": "(claim IS NULL) <> (evidence IS NULL)",
    "stances": "(school IS NULL) <> (scholar IS NULL)",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    type: str
    """``text``, ``integer`` or ``real``."""
    refers: str = ""
    """Table whose ``id`` it holds; empty for none."""
    needed: bool = False
    """Whether it is never null."""
    indexed: bool = False
    """Whether it is often asked for."""


@dataclass(slots=True)
class Table:
    """A table with its rows."""

    name: str
    key: tuple[str, ...]
    """Columns of the primary key."""
    columns: tuple[Column, ...]
    check: str = ""
    """A condition that every row meets, in SQL."""
    rows: list[Row] = field(default_factory=list)


def empty_tables() -> dict[str, Table]:
    """Give every table of a map without rows.

    Examples:
        >>> [column.refers for column in empty_tables()["challenges"].columns]
        ['evidence', '', 'claims']
    """
    found = {}
    for block in SCHEMA.strip().replace("\n  ", " ").splitlines():
        head, _, body = block.partition(": ")
        if body:
            name, _, key = head.rstrip(")").partition(" (")
            columns = tuple(c for spec in body.split(", ") for c in _columns(spec))
            found[name] = Table(name, tuple(key.split()), columns, _CHECKS.get(name, ""))
    return found


def _columns(spec: str) -> Iterator[Column]:
    name, type, *rest = spec.split()
    if type == "date":
        yield Column(name, "text")
        yield Column(f"{name}_first", "text", indexed=True)
        yield Column(f"{name}_last", "text")
        return
    refers = rest[-1] if "->" in rest else ""
    yield Column(name, type.rstrip("!"), refers, type.endswith("!"), "*" in rest)


def indexes(table: Table) -> Iterator[tuple[str, str]]:
    """Give name and column of every index that a table needs beside its key."""
    for column in table.columns:
        if (column.refers or column.indexed) and table.key[:1] != (column.name,):
            yield f"{table.name}_{column.name}", column.name
