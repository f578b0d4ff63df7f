"""The index in SQLite: every word with its records, every record with what is shown of it."""

import json
from array import array
from collections.abc import Iterable, Sequence

from argmap.search.entry import KINDS, Entry
from argmap.search.ranking import postings
from argmap.search.words import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3 as sqlite3
else:
    try:  # what sqlite3 adds is for dates, and takes longer than a search
        import _sqlite3 as sqlite3
    except ImportError:
        import sqlite3

LAYOUT = 3
"""Changes with the tables below, so that an index of another layout is made anew."""

_FIELD_END = "\ue000"
"""A sign that the index takes for a word: it keeps a phrase from reaching over two fields."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE records (number INTEGER PRIMARY KEY, told TEXT NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5(words, content='', columnsize=0,
                                      tokenize="unicode61 remove_diacritics 0");
CREATE TABLE terms (word TEXT PRIMARY KEY, rarity INTEGER NOT NULL, records BLOB NOT NULL,
                    weights BLOB NOT NULL) WITHOUT ROWID;
"""


def write_index(
    database: "sqlite3.Connection",
    entries: Iterable[Entry],
    content: str = "",
    texts: Sequence[str] = (),
    marks: str = "",
) -> None:
    """Write an index into an empty database.

    Args:
        database: Where to.
        entries: The records, each address once.
        content: Names the bytes that the records come from.
        texts: Files beside the project's own that belong to these.
        marks: Names the times at which these files were written.
    """
    ordered = sorted(entries, key=lambda entry: entry.address)
    database.executescript(_TABLES)
    with database:
        database.executemany("INSERT INTO records VALUES (?, ?)", enumerate(map(_told, ordered)))
        database.executemany(
            "INSERT INTO texts (rowid, words) VALUES (?, ?)", enumerate(map(_words, ordered))
        )
        database.executemany(
            "INSERT INTO terms VALUES (?, ?, ?, ?)",
            ((p.word, p.rarity, p.records.tobytes(), p.weights.tobytes()) for p in postings(ordered)),
        )
        about = {
            "content": content,
            "marks": marks,
            "texts": json.dumps(list(texts)),
            "kinds": bytes(KINDS.index(entry.kind) for entry in ordered),
        }
        database.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def read_origin(database: "sqlite3.Connection") -> tuple[str, list[str], str]:
    """Tell what an index was made from: the name of the bytes, files beside the project, their times."""
    rows = dict(
        database.execute(
            "SELECT name, value FROM about WHERE name IN ('content', 'texts', 'marks')"
        ).fetchall()
    )
    return str(rows["content"]), [str(text) for text in json.loads(rows["texts"])], str(rows["marks"])


def write_marks(database: "sqlite3.Connection", marks: str) -> None:
    """Note other times of the same files."""
    with database:
        database.execute("UPDATE about SET value = ? WHERE name = 'marks'", (marks,))


def read_kinds(database: "sqlite3.Connection") -> bytes:
    """Give the kind of every record, as its place among the kinds."""
    row = database.execute("SELECT value FROM about WHERE name = 'kinds'").fetchone()
    return bytes(row[0])


def read_term(
    database: "sqlite3.Connection", word: str, *, is_beginning: bool
) -> Iterable[tuple[str, int, "array[int]", "array[int]"]]:
    """Give a word, or all words that begin so: rarity, records and weights of each."""
    if is_beginning:
        sql, given = "SELECT * FROM terms WHERE word >= ? AND word < ?", (word, word + "\U0010ffff")
    else:
        sql, given = "SELECT * FROM terms WHERE word = ?", (word,)  # type: ignore[assignment]  # one word
    for found, rarity, records, weights in database.execute(sql, given):
        yield found, rarity, array("I", records), array("B", weights)


def read_holders(database: "sqlite3.Connection", words: Sequence[str]) -> frozenset[int]:
    """Find the records in which words stand next to each other."""
    rows = database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (f'"{" ".join(words)}"',))
    return frozenset(number for (number,) in rows)


def read_entries(database: "sqlite3.Connection", numbers: Iterable[int]) -> list[Entry]:
    """Give records by their numbers."""
    found = []
    for number in numbers:
        (told,) = database.execute("SELECT told FROM records WHERE number = ?", (number,)).fetchone()
        address, kind, title, verdict, grade, note, part, key, fields = json.loads(told)
        texts = tuple((weight, text) for weight, text in fields)
        found.append(Entry(address, kind, title, verdict, grade, note, part, texts, key=key))
    return found


def _told(e: Entry) -> str:
    row = (e.address, e.kind, e.title, e.verdict, e.grade, e.note, e.part, e.key, e.fields)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()


def _words(entry: Entry) -> str:
    """Give the words of a record in a row."""
    texts = (entry.title, *(text for _, text in entry.fields))
    return f" {_FIELD_END} ".join(" ".join(words_of(text)) for text in texts)
