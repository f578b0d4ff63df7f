"""Puts drafted records into files: new text behind what stands there, which stays byte for byte."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.files.atomic import make_folder, write_text
from argmap.manuscript.citations.csl import slug
from argmap.manuscript.draft import Draft
from argmap.model.errors import UnreadableError, shown

FOLDER = "evidence"
BIBLIOGRAPHY = f"{FOLDER}/draft-bibliography.json"
_SCHEMA = "# yaml-language-server: $schema=../schema/argmap.schema.json"
_HEAD = "# Drafted from the notes: write what each document shows, then move the record where it belongs."
_TOP_KEY = re.compile(r"^(\w[\w-]*):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DraftedFile:
    """A file to be written, whole."""

    path: str
    """From the project's root."""
    text: str
    added: int
    """Records that are new in it."""


def drafted_files(draft: Draft, root: Path) -> list[DraftedFile]:
    """Work out the files of a draft; nothing is written.

    Args:
        draft: The proposed records.
        root: The project's folder.

    Raises:
        UnreadableError: If a draft file that is there cannot be read or gone on with.
    """
    files = []
    for part, records in draft.by_part().items():
        path = f"{FOLDER}/draft-{slug(part)}.yaml"
        files.append(DraftedFile(path, _with_records(root, path, records), len(records)))
    if draft.sources:
        files.append(DraftedFile(BIBLIOGRAPHY, _with_items(root, draft), len(draft.sources)))
    return files


def write_files(files: list[DraftedFile], root: Path) -> None:
    """Write the files of a draft, each whole or not at all.

    Raises:
        UnreadableError: If one cannot be written.
    """
    if files:
        make_folder(root / FOLDER)
    for file in files:
        write_text(root / file.path, file.text)


def _standing(root: Path, path: str) -> str | None:
    try:
        return (root / path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"cannot read '{shown(path)}': {error}") from error


def _with_records(root: Path, path: str, records: Mapping[str, Mapping[str, Any]]) -> str:
    body = "\n".join(_record_yaml(key, record) for key, record in records.items())
    before = _standing(root, path)
    if before is None:
        head = _SCHEMA if (root / "schema" / "argmap.schema.json").exists() else None
        return "\n".join([*([head] if head else []), _HEAD, "evidence:", body])
    kinds = _TOP_KEY.findall(before)
    if not kinds or kinds[-1] != "evidence":
        raise UnreadableError(f"'{path}' does not end with evidence: drafts cannot be added to it")
    return f"{before.rstrip()}\n\n{body}"


def _record_yaml(key: str, record: Mapping[str, Any]) -> str:
    import yaml

    text = yaml.dump(
        {key: dict(record)}, Dumper=_flow_dumper(), sort_keys=False, allow_unicode=True, width=106
    )
    return "".join(f"  {line}\n" for line in text.splitlines())


def _flow_dumper() -> Any:  # a PyYAML class made on the fly
    """Give a dumper that writes locators and lists in one line, as people do."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes inner collections in flow style."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

    def mapping(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.Node:
        inner = all(not isinstance(v, dict | list) for v in value.values()) and "shows" not in value
        return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=inner)

    def sequence(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    Dumper.add_representer(dict, mapping)
    Dumper.add_representer(list, sequence)
    return Dumper


def _with_items(root: Path, draft: Draft) -> str:
    items = ",\n".join(_indented(item) for item in draft.sources)
    before = _standing(root, BIBLIOGRAPHY)
    if before is None:
        return f"[\n{items}\n]\n"
    try:
        known = json.loads(before)
    except ValueError as error:
        raise UnreadableError(f"'{BIBLIOGRAPHY}' is not JSON: {error}") from error
    end = before.rstrip()
    if not isinstance(known, list) or not end.endswith("]"):
        raise UnreadableError(f"'{BIBLIOGRAPHY}' is no list of CSL items: drafts cannot be added to it")
    return f"{end[:-1].rstrip()}{',' if known else ''}\n{items}\n]\n"


def _indented(item: Mapping[str, Any]) -> str:
    return "\n".join(_lines(item))


def _lines(item: Mapping[str, Any]) -> Iterator[str]:
    for line in json.dumps(item, ensure_ascii=False, indent=2).splitlines():
        yield f"  {line}"
