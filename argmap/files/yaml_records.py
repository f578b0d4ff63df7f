"""From the bytes of a YAML file to typed records and findings."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.files.decoding import decode, fault, told
from argmap.files.record_kinds import ID, RECORDS
from argmap.files.usual_records import usual_records
from argmap.files.yaml_tree import Tree, read_tree
from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Spot
from argmap.model.fix import write_instead
from argmap.model.pattern import pattern
from argmap.model.project import FileRecords
from argmap.model.records import Expectations
from argmap.model.vocabulary import SINGULAR

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 127])
_ESCAPE = pattern(r"\\[0abefvxuUN]")
_BIBLIOGRAPHY = "sources come from a bibliography: put CSL-JSON or BibTeX under evidence/"


def parse_yaml_file(file: str, data: bytes) -> FileRecords:
    """Read the records of one YAML file: a pure function of its name and bytes.

    What does not fit is reported in ``faults`` and dropped; the rest is kept.

    Args:
        file: Path from the project's root, for the findings.
        data: The file's bytes.

    Examples:
        >>> found = parse_yaml_file("a.yaml", b"claims: {c1: {text: It rained, kind: causl}}")
        >>> found.claims["c1"].text, found.faults[0].help.partition("?")[0]
        ('It rained', "did you mean 'causal'")
    """
    text = decode(file, data)
    if isinstance(text, Finding):
        return FileRecords(file, faults=(text,))
    tree = read_tree(file, text)
    if tree.value is not None and not isinstance(tree.value, Mapping):
        tree.faults.append(_wrong_root(file, tree.value))
        tree.value = None
    if _may_hold_control(data, text):
        tree.faults.extend(_cleaned(file, tree.value))
    found: dict[str, Mapping[str, Any]] = {}
    for key, section in (tree.value or {}).items():
        if key in RECORDS:
            found[key] = _typed(file, key, section, tree)
        else:
            tree.faults.append(_unknown_section(file, key))
    expectations = found.pop("expect", {})
    dropped = tuple(entry for entry in tree.dropped if entry[0] in SINGULAR)
    return FileRecords(file, **found, expectations=expectations, faults=tuple(tree.faults), dropped=dropped)


@cache
def adapter(kind: str) -> "TypeAdapter[dict[str, Any]]":
    """Give what checks and builds all records of a kind at once."""
    from pydantic import TypeAdapter

    record: Any = _shape(kind)
    return TypeAdapter(dict[str, record])


def _typed(file: str, kind: str, section: Any, tree: Tree) -> dict[str, Any]:
    """Build the records of one section; report and drop what does not fit."""
    if section is None:
        return {}
    if not isinstance(section, dict):
        tree.faults.append(_not_a_section(file, kind, section))
        return {}
    for key in _no_ids(section):
        tree.faults.append(_bad_id(file, kind, key))
        tree.dropped.append((kind, str(key)))
        section = {k: v for k, v in section.items() if k is not key}
    records, unusual = usual_records(kind, section)
    if unusual:
        _settle(file, kind, records, {key: section[key] for key in unusual}, tree)
    return records


def _no_ids(section: Mapping[Any, Any]) -> list[Any]:
    """List the keys of a section that are no ids."""
    is_id = ID.fullmatch
    try:
        if all(map(is_id, section)):
            return []
    except TypeError:  # some key is no text
        pass
    return [key for key in section if not (isinstance(key, str) and is_id(key))]


def _settle(file: str, kind: str, records: dict[str, Any], unusual: dict[str, Any], tree: Tree) -> None:
    """Build the records that are not as usual, each in its place; report and drop what does not fit."""
    from pydantic import ValidationError

    checker, broken = adapter(kind), set[str]()
    try:
        records.update(checker.validate_python(unusual, by_alias=True, by_name=False))
        return
    except ValidationError as error:
        broken = {str(e["loc"][0]) for e in error.errors(include_url=False, include_input=False)}
    from argmap.files.mending import mend
    from argmap.files.misfits import misfits

    good = {key: value for key, value in unusual.items() if key not in broken}
    records.update(checker.validate_python(good, by_alias=True, by_name=False))
    for key in (key for key in unusual if key in broken):
        del records[key]
        mended = mend(_single(kind), unusual[key])
        tree.faults.extend(misfits(file, kind, key, mended.misfits))
        if mended.value is None:
            tree.dropped.append((kind, key))
        else:
            records[key] = mended.value


def _shape(kind: str) -> Any:
    return Expectations if kind == "expect" else RECORDS[kind]


@cache
def _single(kind: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(_shape(kind))


def _may_hold_control(data: bytes, text: str) -> bool:
    """Whether a text holds a control character, or an escape that may stand for one."""
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    return ("\\" in text and bool(_ESCAPE.search(text))) or (b"\xc2" in data and bool(_CONTROL.search(text)))


def _cleaned(file: str, root: Any) -> list[Finding]:
    """Replace control characters in the texts of a tree, and report them."""
    faults: list[Finding] = []
    stack: list[tuple[Any, Path]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        entries = node.items() if isinstance(node, dict) else enumerate(node or ())
        for key, value in list(entries):
            inner = (*path, key if isinstance(key, str | int) else str(key))
            if isinstance(value, dict | list):
                stack.append((value, inner))
            elif isinstance(value, str) and (found := _CONTROL.search(value)):
                node[key] = _CONTROL.sub("\ufffd", value)
                faults.append(_control(file, inner, found[0]))
    return faults[::-1]


def _control(file: str, path: Path, character: str) -> Finding:
    return fault(
        "bad-value",
        f"a text holds the control character U+{ord(character):04X}",
        file,
        path,
        help="remove it; it was probably pasted along",
        subjects=(str(path[1]),) if len(path) > 1 else (),
    )


def _wrong_root(file: str, root: object) -> Finding:
    return fault(
        "unreadable-file",
        f"the file is {told(root)}, not a mapping of sections",
        file,
        at=(1, 1),
        help="begin with 'claims:' or 'evidence:' and put each record under its id",
    )


def _unknown_section(file: str, key: object) -> Finding:
    from argmap.files.misfits import unknown_field
    from argmap.model.errors import nearest
    from argmap.model.likeness import is_slip

    name = str(key) if isinstance(key, str | int | float | bool | None) else told(key)
    message, help_ = unknown_field(name, "a project file", list(RECORDS))
    if name.lower() in ("source", "sources", "bibliography", "references"):
        help_ = _BIBLIOGRAPHY
    meant = nearest(name, RECORDS)
    spot = Spot(file, (name,), on_key=True)
    fix = write_instead(spot, meant, safe=is_slip(name, meant, RECORDS)) if meant else None
    return fault("unknown-field", message, file, (name,), on_key=True, help=help_, fix=fix)


def _not_a_section(file: str, kind: str, section: object) -> Finding:
    singular = SINGULAR.get(kind, "expectation")
    example = "claim: supported" if kind == "expect" else "id: {…}"
    return fault(
        "bad-value",
        f"'{kind}' is {told(section)}, not a mapping from ids to records",
        file,
        (kind,),
        help=f"write one line for each {singular}, '{example}'",
    )


def _bad_id(file: str, kind: str, key: object) -> Finding:
    name = str(key) if isinstance(key, str | int | float | bool | None) else told(key)
    slug = re.sub(r"[^a-z0-9]+", "-", name[:80].lower()).strip("-")
    advice = f", perhaps '{slug}'" if slug and isinstance(key, str) else ""
    return fault(
        "bad-id",
        f"'{shown(name)}' is not an id" + ("" if isinstance(key, str) else ": it is not text"),
        file,
        (kind, name),
        on_key=True,
        help=f"ids are lower-case letters, digits and single hyphens{advice}",
        subjects=(shown(name),),
    )
