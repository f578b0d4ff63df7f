"""What is fuzzed: the readers of single files, and whole projects through the real command.

Each target takes bytes and returns nothing; whatever it raises is a fault of argmap.
"""

import contextlib
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import whole_project as whole
from mutations import wrecked

from argmap.cli.app import run
from argmap.cli.quick import quick_check
from argmap.exchange.registry import importers, read
from argmap.files.project import parse_file
from argmap.files.review_file import parse_reviews
from argmap.files.settings_file import parse_settings
from argmap.manuscript.assemble import assemble
from argmap.manuscript.citations.matching import match_citations
from argmap.manuscript.receipt_file import parse_receipts
from argmap.manuscript.registry import read_bytes
from argmap.model.errors import ArgmapError, UnreadableError
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

LETTERS = dict(zip(b"TLACJBRQMOX", sorted(whole.files()), strict=True))
"""First byte of an input to the file that it stands in for."""

COMMANDS = tuple(
    line.split()
    for line in """why a --tree
why a --depth 4 --format json
why c --as-of 1961 --grades now
fragile --all
fragile a --by source --grade
impact m
what-if --school s --standard scintilla
as-of
verdicts --semantics preferred
report
brief a
show e
find mill
stats
compare
compare --format csv --table agreement
ach a c
draw a --out OUT/a.svg
timeline --format svg
build --out OUT/site
cite --all
cite m e --note
export json
export aif
export argdown
export ris
manuscript coverage ROOT/text.md
manuscript quotes
check --unsafe-fixes --diff --select all
check --format sarif
check --statistics""".splitlines()
)
"""Commands that change nothing in a project."""


def call(words: list[str]) -> tuple[int, str, str]:
    """Run a command as ``main`` does, and give its exit code and what it printed."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        quick = quick_check(words)
        code = run(words) if quick is None else quick
    printed = []
    for stream in (out, err):
        stream.flush()
        printed.append(stream.buffer.getvalue().decode("utf-8", "replace"))  # type: ignore[attr-defined]
    assert code in (0, 1, 2), (code, printed)
    return code, printed[0], printed[1]


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Write a project that has been at rest for long, so that what is printed is kept."""
    root = folder / "p"
    for name, content in files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        os.utime(target, (1e9, 1e9))
    return root


@contextlib.contextmanager
def fresh_folder() -> Iterator[Path]:
    """Give a folder, in which things are kept as well."""
    before = os.environ.get("ARGMAP_CACHE_DIR")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ARGMAP_CACHE_DIR"] = str(Path(folder, "kept"))
        try:
            yield Path(folder)
        finally:
            del os.environ["ARGMAP_CACHE_DIR"]
            if before is not None:
                os.environ["ARGMAP_CACHE_DIR"] = before


def check_files(files: dict[str, bytes], *options: str) -> tuple[int, str]:
    """Write a project, check it with every rule, and give the exit code and what was printed."""
    with fresh_folder() as folder:
        code, out, err = call(["check", str(put(folder, files)), *(options or OPTIONS)])
    return code, out + err


def yaml_reader(data: bytes) -> None:
    """Read a file of records."""
    parse_file("claims/a.yaml", data)


def bibliography_reader(data: bytes) -> None:
    """Read a bibliography: CSL-JSON where the bytes look like it, else BibTeX."""
    parse_file("evidence/a.json" if data[:1] in (b"[", b"{") else "evidence/a.bib", data)


def bibtex_reader(data: bytes) -> None:
    """Read a bibliography in BibTeX."""
    parse_file("evidence/a.bib", data)


def settings_reader(data: bytes) -> None:
    """Read ``argmap.toml``."""
    parse_settings("argmap.toml", data)


def reviews_reader(data: bytes) -> None:
    """Read reviews, and receipts of quotations."""
    parse_reviews(data)
    with contextlib.suppress(UnreadableError):
        parse_receipts(data)


def manuscript_reader(data: bytes) -> None:
    """Read a text under audit: the first byte tells its format, or the container that it is put into."""
    name, packed = document(data[:1], data[1:])
    with contextlib.suppress(UnreadableError):
        match_citations(assemble(read_bytes(packed, name), {"I": "Fire"}), None)


def document(kind: bytes, content: bytes) -> tuple[str, bytes]:
    """Give the name and the bytes of a document with this content."""
    if kind == b"D":
        return "a.docx", whole.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": content})
    if kind == b"N":
        body = {"[Content_Types].xml": b"<Types/>", "word/document.xml": WORD, "word/footnotes.xml": content}
        return "a.docx", whole.zipped(body)
    if kind == b"O":
        head = b"application/vnd.oasis.opendocument.text"
        return "a.odt", whole.zipped({"mimetype": head, "content.xml": content})
    if kind == b"E":
        return "a.epub", whole.zipped({**EPUB, "a.xhtml": content})
    if kind == b"P":
        return "a.epub", whole.zipped({**EPUB, "a.opf": content, "a.xhtml": HTML})
    suffix = {b"H": "html", b"M": "md", b"L": "tex", b"Z": "docx", b"F": "pdf"}.get(kind, "txt")
    return f"a.{suffix}", content


def map_reader(data: bytes) -> None:
    """Read a map of another program: the first byte tells the format, or that the content shall."""
    names = [None, *sorted(importers())]
    with contextlib.suppress(ArgmapError):
        read(data[1:], "a.txt", names[data[0] % len(names)] if data else None)


def whole_project(data: bytes) -> None:
    """Check a project in which these bytes stand in place of one of its files; the first says which."""
    if data[:1] == b"Y":
        check_files({"argmap.toml": SETTINGS, "claims/a.yaml": data[1:], "evidence/m.json": BIBLIOGRAPHY})
        return
    name = LETTERS.get(data[0] if data else 0, "claims/a.yaml")
    check_files(whole.files() | {name: data[1:]}, "--select", "all", "--format", "json")


def any_command(data: bytes) -> None:
    """Wreck a project here and there, and run three commands on it that change nothing."""
    chance = Random(data)
    with fresh_folder() as folder:
        root = put(folder, wrecked(chance))
        before = contents(root)
        for words in chance.sample(COMMANDS, 3):
            run_on(root, words, folder)
        assert contents(root) == before


def run_on(root: Path, words: list[str], folder: Path) -> None:
    """Run a command on a project; where it fails, it says why in a few lines and nothing else."""
    told = [word.replace("ROOT", str(root)).replace("OUT", str(folder)) for word in words]
    at = 2 if words[0] == "manuscript" else 1
    code, out, err = call([*told[:at], "--project", str(root), *told[at:]])
    if code == 2 and words[0] != "check":
        assert out == "", out
        assert 0 < err.count("\n") <= 4, err


def contents(root: Path) -> dict[str, bytes]:
    """Give every file of a project."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()
    }


def fixing(data: bytes) -> None:
    """Fix a wrecked project twice: no file is lost or new, and the second time nothing changes."""
    chance = Random(data)
    how = chance.choice([["--fix"], ["--fix", "--select", "all"], ["--unsafe-fixes", "--select", "all"]])
    with fresh_folder() as folder:
        root = put(folder, wrecked(chance))
        before = contents(root)
        codes, after = [], []
        for _ in range(2):
            codes.append(call(["check", str(root), *how])[0])
            after.append(contents(root))
    assert after[0].keys() == before.keys()
    assert after[1] == after[0], [name for name in after[0] if after[0][name] != after[1][name]]
    assert codes[0] == codes[1]


TARGETS: dict[str, Target] = {
    "yaml": yaml_reader,
    "bibliography": bibliography_reader,
    "bibtex": bibtex_reader,
    "settings": settings_reader,
    "reviews": reviews_reader,
    "manuscript": manuscript_reader,
    "map": map_reader,
    "project": whole_project,
    "commands": any_command,
    "fixing": fixing,
}

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = (
    f'<w:document xmlns:w="{_W}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Fire</w:t>'
    "</w:r></w:p><w:p><w:r><w:t>It burnt.</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    "</w:body></w:document>"
).encode()
NOTES = (
    f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="1"><w:p><w:r><w:t>Moor, Mills, p. 4.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
).encode()
ODT = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text='
    b'"urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level='
    b'"1">Fire</text:h><text:p>It burnt.<text:note text:note-class="footnote"><text:note-citation>1'
    b"</text:note-citation><text:note-body><text:p>Moor.</text:p></text:note-body></text:note></text:p>"
    b"</office:text></office:body></office:document-content>"
)
HTML = (
    b'<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"/></head><body><h1>Fire</h1>'
    b'<p>It burnt.<a href="#n1" id="r1"><sup>1</sup></a></p><p id="n1">1 <a href="#r1">^</a> Moor, p. 4.</p>'
    b"</body></html>"
)
_OPF = (
    b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type='
    b'"application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
EPUB = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    b'<rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    b"</container>",
    "a.opf": _OPF,
}
LATEX = (
    b"\\documentclass{book}\\begin{document}\\chapter{Fire}It burnt.\\footnote{Moor, \\emph{Mills}, p.~4.}"
    b"\\begin{quote}Sparks flew.\\end{quote}\\cite[4]{m}\\end{document}\n"
)


def seeds(target: str) -> Iterator[bytes]:
    """Give inputs to begin with: small files that fit, and the examples of the rules."""
    files = whole.files()
    marks = {"yaml": b"", "project": b"Y"}
    if target in marks:
        yield marks[target] + CLAIMS
        yield marks[target] + files["claims/a.yaml"]
        for rule in all_rules().values():
            for kind in ("Found in", "Not in"):
                yield marks[target] + example_files(rule.example(kind)).get(RECORDS_FILE, b"")
    if target == "project":
        yield from (bytes([letter]) + files[name] for letter, name in LETTERS.items())
    if target == "bibliography":
        yield from (BIBLIOGRAPHY, BIBTEX, files["evidence/m.json"])
    if target in ("bibliography", "bibtex"):
        yield from (BIBTEX, files["evidence/w.bib"])
    if target == "settings":
        yield from (SETTINGS, files["argmap.toml"])
    if target == "reviews":
        yield from (files["reviews.yaml"], files["quotation-receipts.json"])
    if target == "manuscript":
        kinds = {b"D": WORD, b"N": NOTES, b"O": ODT, b"E": HTML, b"P": _OPF, b"H": HTML, b"L": LATEX}
        yield from (kind + content for kind, content in kinds.items())
        yield from (kind + files["text.md"] for kind in (b"M", b"T"))
        yield from (b"Z" + document(kind, kinds[kind])[1] for kind in (b"D", b"O", b"E"))
    if target == "map":
        yield from (b"\0" + sample for sample in maps())
    if target in ("commands", "fixing"):
        yield from (bytes([number]) for number in range(64))


def maps() -> Iterator[bytes]:
    """Give maps in the formats of other programs."""
    import exchange_samples

    for name in sorted(dir(exchange_samples)):
        value = getattr(exchange_samples, name)
        if name.isupper() and isinstance(value, str):
            yield value.encode()


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
