"""Tables: CSV, TSV and XLSX, in and out."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.tables_in import TableReader, likelihood
from argmap.exchange.tables_out import COLUMNS, guarded, rows_of, unguarded
from argmap.exchange.texts import clean
from argmap.manuscript.containers import Archive, declares_entities
from argmap.model.errors import ArgmapError, UnreadableError, shown
from argmap.verdict.judgement import Judgement

MOST_ROWS = 1_000_000
LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet holds."""

_DELIMITERS = (",", ";", "\t", "|")
_SHEET = "xl/workbook.xml"


def _delimiter(line: str) -> str:
    """Tell what divides the cells of a header."""
    return max(_DELIMITERS, key=lambda d: (likelihood(_split(line, d)), line.count(d)))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _header(content: Content) -> str:
    head = content.head
    if not head or head[0] in "{[<" or "\0" in head:
        return ""
    lines = head.split("\n", 2)
    return lines[1] if lines[0][:4].lower() == "sep=" and len(lines) > 1 else lines[0]


def likely_csv(content: Content) -> float:
    """Tell by a header whose columns have meaning."""
    line = _header(content)
    delimiter = _delimiter(line) if line else "\t"
    return likelihood(_split(line, delimiter)) if line and delimiter != "\t" else 0


def likely_tsv(content: Content) -> float:
    """Tell by a header whose columns have meaning, divided by tabs."""
    line = _header(content)
    return likelihood(_split(line, "\t")) if line and "\t" in line and _delimiter(line) == "\t" else 0


def likely_xlsx(content: Content) -> float:
    """Tell by the parts of the archive."""
    if not content.data.startswith(b"PK\x03\x04"):
        return 0
    try:
        return 1.0 if _SHEET in Archive(content.data, content.name) else 0
    except UnreadableError:
        return 0.5 if b"xl/" in content.data[:4000] else 0


@importer("csv", "CSV table (columns by their headers)", (".csv",), likely_csv)
def read_csv(content: Content) -> Imported:
    """Read a table whose delimiter is told by its header."""
    return _read_text(content, None)


@importer("tsv", "TSV table (columns by their headers)", (".tsv", ".tab"), likely_tsv)
def read_tsv(content: Content) -> Imported:
    """Read a table whose cells are divided by tabs."""
    return _read_text(content, "\t")


def _read_text(content: Content, delimiter: str | None) -> Imported:
    text = content.text.lstrip("\n")
    if text[:4].lower() == "sep=" and "\n" in text:
        delimiter, text = text[4:5], text.split("\n", 1)[1]
    delimiter = delimiter or _delimiter(text.split("\n", 1)[0])
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([unguarded(cell) for cell in row])
            if len(rows) > MOST_ROWS:
                raise UnreadableError(f"'{shown(content.name)}' has more than {MOST_ROWS:,} rows")
    except csv.Error as error:
        raise UnreadableError(f"'{shown(content.name)}' is no table: {shown(str(error))}") from None
    return _map([("", rows)], content.name)


@importer("xlsx", "Excel workbook (columns by their headers)", (".xlsx", ".xlsm"), likely_xlsx, is_text=False)
def read_xlsx(content: Content) -> Imported:
    """Read the sheets of a workbook that have a header."""
    from openpyxl import load_workbook

    archive = Archive(content.data, content.name)
    for path in archive.paths():
        if path.endswith((".xml", ".rels")) and declares_entities(archive.read(path)):
            raise UnreadableError(
                f"'{shown(content.name)}' declares XML entities, which argmap does not read"
            )
    try:
        book = load_workbook(io.BytesIO(content.data), read_only=True, data_only=True)
        sheets = [(str(sheet.title), list(_rows(sheet, content.name))) for sheet in book.worksheets]
        book.close()
    except ArgmapError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part happens to cause
        raise UnreadableError(f"'{shown(content.name)}' is damaged: {shown(str(error))}") from None
    return _map(sheets, content.name)


def _rows(sheet: Any, name: str) -> Iterator[list[str]]:
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > MOST_ROWS:
            raise UnreadableError(f"'{shown(name)}' has more than {MOST_ROWS:,} rows")
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    said = str(value)
    return said.removesuffix(" 00:00:00")


def _map(sheets: Sequence[tuple[str, list[list[str]]]], name: str) -> Imported:
    reader = TableReader()
    understood = 0
    for title, rows in sheets:
        filled = [i for i, row in enumerate(rows) if any(cell.strip() for cell in row)]
        if not filled:
            continue
        header = rows[filled[0]]
        if likelihood(header) <= 0:
            reader.builder.loss.drop(
                "sheet", title or name, "its first row names no column that argmap knows"
            )
            continue
        understood += 1
        reader.read(header, rows[filled[0] + 1 :], title if len(sheets) > 1 else "")
    if not understood:
        wanted = "it wants columns such as id, text, for and against"
        raise UnreadableError(f"'{shown(name)}' has no header that argmap knows; {wanted}")
    reader.statements()
    reader.links()
    return reader.builder.build(name.rpartition("/")[2].rpartition(".")[0].replace("_", " "))


def _text_table(judgement: Judgement, delimiter: str) -> Exported:
    loss = LossReport()
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows_of(judgement, loss):
        writer.writerow([guarded(clean(row.get(column, ""))) for column in COLUMNS])
    return Exported({"": out.getvalue().encode()}, loss)


@exporter("csv", "CSV table", ".csv")
def write_csv(judgement: Judgement) -> Exported:
    """Write a map as one table."""
    return _text_table(judgement, ",")


@exporter("tsv", "TSV table", ".tsv")
def write_tsv(judgement: Judgement) -> Exported:
    """Write a map as one table, cells divided by tabs."""
    return _text_table(judgement, "\t")


@exporter("xlsx", "Excel workbook", ".xlsx")
def write_xlsx(judgement: Judgement) -> Exported:
    """Write a map as one sheet, the same bytes for the same map."""
    from datetime import datetime

    from openpyxl import Workbook

    loss = LossReport()
    book = Workbook(write_only=True)
    book.properties.creator = "argmap"
    book.properties.created = datetime(2000, 1, 1)
    sheet = book.create_sheet("map")
    sheet.freeze_panes = "A2"
    sheet.append(list(COLUMNS))
    for row in rows_of(judgement, loss):
        cells: list[Any] = []
        for column in COLUMNS:
            text = clean(row.get(column, ""))
            if len(text) > LONGEST_CELL:
                loss.change(f"{row['record']}.{column}", row["id"], f"cut after {LONGEST_CELL:,} characters")
            cells.append(
                _plain_cell(sheet, text[:LONGEST_CELL])
                if text[:1] in ("=", "#")
                else text[:LONGEST_CELL] or None
            )
        sheet.append(cells)
    raw = io.BytesIO()
    book.save(raw)
    return Exported({"": _without_clock(raw.getvalue())}, loss)


def _plain_cell(sheet: Any, text: str) -> Any:
    """Make a cell whose text is never taken for a formula or an error."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _without_clock(data: bytes) -> bytes:
    """Pack an archive again without the hour at which it was packed."""
    import re

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", part)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return out.getvalue()
