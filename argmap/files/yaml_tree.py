"""The sections of a YAML file as plain values; what cannot be read is reported, the rest kept."""

from typing import TYPE_CHECKING, Any

from argmap.files.decoding import fault
from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_text import parse_yaml
from argmap.model.dataclass import dataclass, field
from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Related, Spot
from argmap.model.fix import take_away
from argmap.model.vocabulary import SINGULAR

if TYPE_CHECKING:
    from argmap.files.yaml_chunks import Chunk
    from argmap.files.yaml_nodes import Node


@dataclass(slots=True)
class Tree:
    """What a file says, before it is typed."""

    value: Any = None
    """The root: a mapping of sections, or None for an empty file."""
    faults: list[Finding] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of records that cannot be read."""


def read_tree(file: str, text: str) -> Tree:
    """Read the sections of a file.

    Args:
        file: The file's name, for the findings.
        text: Its text.
    """
    try:
        return Tree(parse_yaml(text))
    except YamlFault as whole:
        if whole.kind == "duplicate":
            return _read_with_duplicates(file, text)
        if whole.kind == "syntax":
            return _salvage(file, text, whole)
        return Tree(faults=[_unreadable_file(file, whole)])


def duplicate_keys(file: str, text: str, top: Path = (), line: int = 1) -> list[Finding]:
    """Find every key that stands twice in one mapping, both places shown.

    Args:
        file: The file's name.
        text: The file's text, or a part of it.
        top: Path of that part in the file.
        line: Line of the file at which the part begins.
    """
    from argmap.files.yaml_nodes import Node, compose

    found: list[Finding] = []
    try:
        root = compose(text)
    except YamlFault:
        return [_duplicate(file, top, "a key", None, None)]
    stack: list[tuple[Node, Path]] = [(root, top)] if root else []
    while stack:
        node, path = stack.pop()
        if node.kind == "list":
            stack.extend((item, (*path, i)) for i, item in enumerate(node.items or ()))
        if node.kind != "map":
            continue
        first: dict[str, tuple[Node, Node]] = {}
        for key, value in node.pairs():
            if key.text in first and key.kind == "scalar":
                before, kept = first[key.text]
                places = ((k.line + line - 1, k.column) for k in (key, before))
                found.append(
                    _duplicate(file, (*path, key.text), key.text, *places, same=_says_same(value, kept))
                )
            else:
                first[key.text] = key, value
            stack.append((value, (*path, key.text)))
    return found or [_duplicate(file, top, "a key", None, None)]


def _read_with_duplicates(file: str, text: str) -> Tree:
    faults = duplicate_keys(file, text)
    if any(len(found.spot.path) < 2 for found in faults):
        # A section stands twice: read by record, so that none of the second is lost.
        tree = _salvage(file, text, None)
        known = {f.spot for f in tree.faults}
        tree.faults.extend(f for f in faults if f.spot not in known)
        return tree
    try:
        return Tree(parse_yaml(text, first_wins=True), faults)
    except YamlFault as other:
        return Tree(faults=[*faults, _unreadable_file(file, other)])


def _says_same(one: "Node", other: "Node") -> bool:
    """Whether two nodes are one word each, and the same."""
    return one.kind == other.kind == "scalar" and (one.text, one.plain) == (other.text, other.plain)


def _duplicate(
    file: str,
    path: Path,
    key: str,
    at: tuple[int, int] | None,
    first: tuple[int, int] | None,
    *,
    same: bool = False,
) -> Finding:
    where = f" in line {first[0]}" if first else ""
    related = (Related(Spot(file, path, True, first), "first here"),) if first else ()
    if len(path) == 2:
        kind = SINGULAR.get(str(path[0]), "record")
        rule, message = "duplicate-id", f"'{shown(key)}' is already the id of a {kind}{where}"
        message = message.replace(" a e", " an e") if kind == "event" else message
        help_ = "rename one; ids are unique in the project"
    else:
        rule, message = "duplicate-field", f"'{shown(key)}' stands twice, first{where}"
        message = message if where else "a key stands twice in one mapping"
        help_ = "keep one; the first was read"
    subjects = (str(path[1]),) if len(path) > 1 else ()
    spot = Spot(file, path, True, at)
    fix = take_away(spot, f"the second '{shown(key)}'", safe=same) if at and len(path) > 2 else None
    return fault(
        rule, message, file, path, at=at, on_key=True, help=help_, subjects=subjects, related=related, fix=fix
    )


def _salvage(file: str, text: str, whole: YamlFault | None) -> Tree:
    """Read each record alone and keep the good ones."""
    from argmap.files.yaml_chunks import split_records

    tree = Tree({})
    first: dict[tuple[str, str], Chunk] = {}
    for chunk in split_records(text):
        _take_chunk(file, chunk, tree, first)
    if whole is None:
        return tree
    if not any(tree.value.values()):
        return Tree(faults=[_unreadable_file(file, whole)])
    if not any(found.rule == "unreadable-record" for found in tree.faults):
        tree.faults.append(_unreadable_file(file, whole))
    return tree


def _take_chunk(file: str, chunk: "Chunk", tree: Tree, first: "dict[tuple[str, str], Chunk]") -> None:
    section: dict[Any, Any] = tree.value.setdefault(chunk.section, {})
    try:
        value = _chunk_value(file, chunk, tree)
    except YamlFault as wrong:
        tree.faults.append(_unreadable_record(file, chunk, wrong))
        if chunk.key is not None:
            tree.dropped.append((chunk.section, chunk.key))
        return
    if chunk.key is None and isinstance(value, dict):
        value = value.get(chunk.section)
    if not isinstance(value, dict):
        return
    for key, record in value.items():
        path = (chunk.section, str(key))
        if key in section:
            before = first[path]
            places = (chunk.line, chunk.column), (before.line, before.column)
            tree.faults.append(_duplicate(file, path, str(key), *places))
        else:
            first[path] = chunk
            section[key] = record


def _chunk_value(file: str, chunk: "Chunk", tree: Tree) -> object:
    """Read one record; of a key that stands twice the first counts, and the second is a fault of the tree.

    Raises:
        YamlFault: If its text breaks, be it behind such a key.
    """
    try:
        return parse_yaml(chunk.text)
    except YamlFault as wrong:
        if wrong.kind != "duplicate":
            raise
    value = parse_yaml(chunk.text, first_wins=True)
    top: Path = () if chunk.key is None else (chunk.section,)
    tree.faults.extend(duplicate_keys(file, chunk.text, top, chunk.line))
    return value


def _unreadable_file(file: str, wrong: YamlFault) -> Finding:
    at = (wrong.line, wrong.column)
    return fault("unreadable-file", wrong.message, file, at=at, help=wrong.help)


def _unreadable_record(file: str, chunk: "Chunk", wrong: YamlFault) -> Finding:
    """Report one record, at the place in the file where its text breaks."""
    last = chunk.text.rstrip().count("\n")
    at = (chunk.line + min(wrong.line - 1, last), wrong.column)
    what = f"section '{shown(chunk.section)}'"
    path: Path = (chunk.section,)
    if chunk.key is not None:
        what = f"{SINGULAR.get(chunk.section, 'record')} '{shown(chunk.key)}'"
        path = (chunk.section, chunk.key)
    return fault(
        "unreadable-record",
        f"{what} cannot be read: {wrong.message}",
        file,
        path,
        at=at,
        help=wrong.help,
        subjects=() if chunk.key is None else (chunk.key,),
    )
