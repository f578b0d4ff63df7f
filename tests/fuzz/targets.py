"""What is fuzzed: the readers of single files, and a whole project through ``argmap check``.

Each target takes bytes and returns nothing; whatever it raises is a fault of argmap.
"""

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from argmap.cli.app import run
from argmap.files.project import parse_file
from argmap.files.settings_file import parse_settings
from argmap.rules.example import RECORDS_FILE, example_files
from argmap.rules.registry import all_rules

Target = Callable[[bytes], None]

SETTINGS = b'title = "Mill"\nauthor = "k"\nthesis = "a"\n[parts]\nI = {title = "Fire", notes = 3}\n'
CLAIMS = b"""claims:
  a: {text: The mill burnt in May 1950., kind: factual, when: 1950-05, part: I, for: [e, {from: b}]}
  b: {text: It was old., against: [{from: e, answer: a, unless: c}], schools: {s: {stance: holds, cite: m}}}
evidence:
  e: {shows: A guard saw 40 sparks., source: m, locator: p. 4, made: 1950-05-03, form: testimony, cited: I.1}
schools: {s: {name: S, cite: m}}
scholars: {k: {name: Anna Moor, schools: s, works: m}}
"""
BIBLIOGRAPHY = (
    b'[{"id": "m", "type": "book", "title": "Mills", "author": [{"family": "Moor", "given": "Anna"}],'
    b' "issued": {"date-parts": [[1961]]}, "custom": {"listed": false, "edition_of": "n"}}]'
)
BIBTEX = b"@book{m, author = {Moor, Anna and {Fjord Press}}, title = {Mills}, year = 1961, pages = {4--5}}\n"
OPTIONS = ("--select", "all", "--format", "json", "--no-baseline")


def yaml_reader(data: bytes) -> None:
    """Read a file of records."""
    parse_file("claims/a.yaml", data)


def bibliography_reader(data: bytes) -> None:
    """Read a bibliography: CSL-JSON where the bytes look like it, else BibTeX."""
    parse_file("evidence/a.json" if data[:1] in (b"[", b"{") else "evidence/a.bib", data)


def settings_reader(data: bytes) -> None:
    """Read ``argmap.toml``."""
    parse_settings("argmap.toml", data)


def whole_project(data: bytes) -> None:
    """Check a project in which these bytes stand in place of one of its files; the first says which."""
    which, content = data[:1], data[1:]
    files = {"argmap.toml": SETTINGS, "claims/a.yaml": CLAIMS, "evidence/m.json": BIBLIOGRAPHY}
    name = {b"J": "evidence/m.json", b"B": "evidence/b.bib", b"T": "argmap.toml"}.get(which, "claims/a.yaml")
    check_files(files | {name: content})


def check_files(files: dict[str, bytes], *options: str) -> tuple[int, str]:
    """Write a project, check it with every rule, and give the exit code and what was printed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            target = Path(folder, "p", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["check", str(Path(folder, "p")), *(options or OPTIONS)])
    told = out.getvalue() + err.getvalue()
    assert code in (0, 1, 2), (code, told)
    assert "Traceback" not in told, told
    return code, told


TARGETS: dict[str, Target] = {
    "yaml": yaml_reader,
    "bibliography": bibliography_reader,
    "settings": settings_reader,
    "project": whole_project,
}


def seeds(target: str) -> Iterator[bytes]:
    """Give inputs to begin with: small files that fit, and the examples of the rules."""
    marks = {"yaml": b"", "project": b"Y"}
    if target in marks:
        yield marks[target] + CLAIMS
        for rule in all_rules().values():
            for kind in ("Found in", "Not in"):
                yield marks[target] + example_files(rule.example(kind)).get(RECORDS_FILE, b"")
    if target in ("bibliography", "project"):
        mark = b"J" if target == "project" else b""
        yield mark + BIBLIOGRAPHY
        yield (b"B" if mark else b"") + BIBTEX
    if target in ("settings", "project"):
        yield (b"T" if target == "project" else b"") + SETTINGS


def words() -> list[str]:
    """Give the words that records are made of: names of fields and values of vocabularies."""
    import json

    from argmap.files.schema import json_schema

    found: set[str] = set()
    queue: list[object] = [json_schema()]
    while queue:
        item = queue.pop()
        if isinstance(item, dict):
            found.update(key for key in item.get("properties", {}) if isinstance(key, str))
            found.update(word for word in item.get("enum", ()) if isinstance(word, str))
            queue += item.values()
        elif isinstance(item, list):
            queue += item
    return sorted(word for word in found if json.dumps(word).isascii() and len(word) < 40)
