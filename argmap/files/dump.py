"""Writes a project as files, the way a person would write them; what comes back is equal to it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from argmap.files.atomic import make_folder, write_text
from argmap.files.record_values import expectations_value, record_value
from argmap.files.settings_write import settings_text
from argmap.files.yaml_write import entry, scalar
from argmap.model.edtf import Edtf
from argmap.model.errors import ArgmapError, ExistsError, shown
from argmap.model.project import Project, arguments_of
from argmap.model.records import Source

SMALL = 150
"""Claims, or pieces of evidence, up to which one file holds them all."""

MOST = 1_000
"""Records of one kind in a file of a large project."""

_SIMPLE_DATE = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?")
Groups = dict[str, dict[str, dict[str, Any]]]


def project_files(project: Project, stem: str | None = None) -> dict[str, str]:
    """Write a project as the texts of its files.

    Args:
        project: The project; faults of the files it came from are not written.
        stem: Name for its files where they join those of another project, whose settings stay;
            when None, the whole project with ``argmap.toml``.

    Returns:
        File name from the root to text.
    """
    files = {} if stem is not None else {"argmap.toml": settings_text(project.settings)}
    for name, sections in _groups(project, stem).items():
        files[name] = _yaml(sections)
    if project.sources:
        items = [_item(key, source) for key, source in project.sources.items()]
        files[f"evidence/{stem or 'bibliography'}.json"] = (
            json.dumps(items, ensure_ascii=False, indent=2) + "\n"
        )
    return files


def write_project(project: Project, root: Path, stem: str | None = None) -> list[str]:
    """Write a project into a folder: every file, or none.

    Args:
        project: The project.
        root: The folder; it is made if need be.
        stem: As for `project_files`.

    Returns:
        The files made, as named from the folder.

    Raises:
        ExistsError: If one of them is there already.
        UnreadableError: If they cannot be written.
    """
    files = project_files(project, stem)
    for name in files:
        if (root / name).exists():
            raise ExistsError(f"'{shown(str(root / name))}' is there already; nothing was written")
    new = [folder for folder in (root, root / "claims", root / "evidence") if not folder.exists()]
    made: list[Path] = []
    try:
        for name, text in files.items():
            make_folder((root / name).parent)
            write_text(root / name, text)
            made.append(root / name)
    except ArgmapError:
        for path in made:
            path.unlink(missing_ok=True)
        for folder in reversed(new):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise
    return list(files)


def _groups(project: Project, stem: str | None) -> Groups:
    """Sort the records into files: file to section to id to value."""
    large = len(project.claims) > SMALL or len(project.evidence) > SMALL
    place = _Places(stem, large)
    used_in: dict[str, str | None] = {}
    for key, claim in project.claims.items():
        place.put("claims", claim.part, key, record_value(claim))
        for _, _, argument in arguments_of(claim):
            for premise in argument.premises:
                used_in.setdefault(premise, claim.part)
    for key, item in project.evidence.items():
        place.put("evidence", used_in.get(key), key, record_value(item))
    for section in ("schools", "scholars", "events"):
        for key, record in project.of_kind(section).items():
            place.beside(section, key, record_value(record))
    for key, expected in project.expectations.items():
        place.beside("expect", key, expectations_value(expected))
    return place.groups


class _Places:
    """Chooses the file of each record."""

    def __init__(self, stem: str | None, large: bool) -> None:
        self.groups: Groups = {}
        self._stem = stem
        self._large = large
        self._slugs: dict[str, str] = {}
        self._files: dict[str, str] = {}

    def put(self, section: str, part: str | None, key: str, value: Any) -> None:
        """Place a claim or a piece of evidence with others of its part."""
        slug = self._slug(part) if part is not None and self._large and self._stem is None else ""
        stem = f"{section}/{slug or self._stem or section}"
        name = self._files.setdefault(stem, f"{stem}.yaml")
        if len(self.groups.get(name, {}).get(section, ())) >= MOST:
            number = 2 + sum(other.startswith(f"{stem}--") for other in self.groups)
            name = self._files[stem] = f"{stem}--{number}.yaml"
        self._add(name, section, key, value)

    def beside(self, section: str, key: str, value: Any) -> None:
        """Place a record of another kind: with the claims, or in a file of its own."""
        name = self._stem or "claims"
        if self._large:
            name = f"{self._stem}--{section}" if self._stem else section
        self._add(f"claims/{name}.yaml", section, key, value)

    def _add(self, name: str, section: str, key: str, value: Any) -> None:
        self.groups.setdefault(name, {}).setdefault(section, {})[key] = value

    def _slug(self, part: str) -> str:
        """Give a part its own file name, never one that other files use."""
        if part not in self._slugs:
            made = re.sub(r"[^\w]+", "-", part.casefold())[:60].strip("-_") or "part"
            taken = {*self._slugs.values(), "claims", "evidence", "schools", "scholars", "events", "expect"}
            name, number = made, 2
            while name in taken:
                name, number = f"{made}-{number}", number + 1
            self._slugs[part] = name
        return self._slugs[part]


def _yaml(sections: Mapping[str, Mapping[str, Any]]) -> str:
    return "\n".join(line for name, records in sections.items() for line in _section(name, records)) + "\n"


def _section(name: str, records: Mapping[str, Any]) -> Iterator[str]:
    yield f"{name}:"
    for key, value in records.items():
        if isinstance(value, Mapping) and name != "expect":
            yield from _block(key, value)
        else:
            yield from entry(key, value, "  ")


def _block(key: str, value: Mapping[str, Any]) -> Iterator[str]:
    yield f"  {scalar(key)}:"
    for name, inner in value.items():
        yield from entry(name, inner, "    ")


def _item(key: str, source: Source) -> dict[str, Any]:
    """Give the CSL item of a source, its id first."""
    if source.csl is not None:
        return {"id": key, **{name: value for name, value in source.csl.items() if name != "id"}}
    item: dict[str, Any] = {"id": key, "type": source.type, "title": source.title}
    if source.authors:
        item["author"] = [_name(author) for author in source.authors]
    if source.issued is not None:
        item["issued"] = _issued(source.issued)
    if source.container is not None:
        item["container-title"] = source.container
    if source.archive is not None:
        item["archive"] = source.archive
    ours: dict[str, Any] = {} if source.listed else {"listed": False}
    if source.edition_of is not None:
        ours["edition_of"] = source.edition_of
    if ours:
        item["custom"] = {"argmap": ours}
    return item


def _name(author: str) -> dict[str, str]:
    pieces = author.split(", ")
    return {"family": pieces[0], "given": pieces[1]} if len(pieces) == 2 else {"literal": author}


def _issued(date: Edtf) -> dict[str, Any]:
    if not _SIMPLE_DATE.fullmatch(date.text):
        return {"raw": date.text}
    ends: Iterable[str] = date.text.split("/")
    return {"date-parts": [[int(number) for number in end.split("-")] for end in ends]}
