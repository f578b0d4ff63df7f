"""The records of a project, one by one, as the files of a project."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.files.settings_file import SETTINGS_FILE
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR

SECTIONS = {**{kind: kind for kind in RECORD_KINDS}, **{one: kind for kind, one in SINGULAR.items()}}
SECTIONS |= {"expect": "expect", "expectation": "expect", "expectations": "expect"}
"""What a row may call its kind, and the section of a file that it goes into."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record: its kind, its id and its fields in JSON or YAML, as a file has them."""

    kind: str
    id: str
    record: bytes


def files_of(records: Iterable[RecordRow]) -> dict[str, bytes]:
    r"""Write records as files; those in JSON share files, others have one each.

    A second record under an id goes into a second file, so that the audit sees both.

    Examples:
        >>> files_of([RecordRow("claim", "c", b'{"text": "It burnt."}')])
        {'claims/claims.yaml': b'claims:\n  "c": {"text": "It burnt."}\n'}
    """
    files: dict[str, bytes] = {}
    tables: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(records, 1):
        section = SECTIONS.get(row.kind.strip().lower(), row.kind)
        if section == "settings":
            files.setdefault(SETTINGS_FILE, row.record)
            continue
        value = _flow(row, section)
        if value is None:
            name, content = _alone(section, row, number)
            files[name] = content
            continue
        there = tables.setdefault(section, [])
        table = next((table for table in there if row.id not in table), None)
        if table is None:
            table = {}
            there.append(table)
        table[row.id] = value
    for section, each in tables.items():
        for i, table in enumerate(each, 1):
            stem = section if i == 1 else f"{section}--{i}"
            files |= _file(section, stem, table)
    return files


def _file(section: str, stem: str, table: dict[str, str]) -> dict[str, bytes]:
    if section == "sources":
        return {f"evidence/{stem}.json": ("[" + ",\n".join(table.values()) + "]\n").encode()}
    lines = [f"  {json.dumps(key, ensure_ascii=False)}: {value}\n" for key, value in table.items()]
    return {f"{_folder(section)}/{stem}.yaml": f"{section}:\n{''.join(lines)}".encode()}


def _flow(row: RecordRow, section: str) -> str | None:
    """Give a record in JSON as one line; None if it is no JSON that can be put so."""
    if section not in SECTIONS.values() or len(row.id) > 500:
        return None
    try:
        value = json.loads(row.record)
        if section == "sources":
            value = {**value, "id": row.id}
        line = json.dumps(value, ensure_ascii=False)
        (line + row.id).encode()
    except (ValueError, TypeError, RecursionError):
        return None
    return line


def _alone(section: str, row: RecordRow, number: int) -> tuple[str, bytes]:
    """Give a record a file of its own: what is wrong with it stays there."""
    if section == "sources":
        return f"evidence/source-{number}.json", row.record
    name = SINGULAR.get(section, "record")
    key = json.dumps(row.id).encode()
    head = json.dumps(section).encode() if section not in SECTIONS.values() else section.encode()
    body = b"\n".join(b"    " + line for line in row.record.splitlines())
    return f"{_folder(section)}/{name}-{number}.yaml", head + b":\n  " + key + b":\n" + body + b"\n"


def _folder(section: str) -> str:
    return "evidence" if section == "evidence" else "claims"
