"""StrictDoc: documents with a grammar of their own."""

from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer

A_FILE = 100
_FIELDS = """\
  FIELDS:
  - TITLE: UID
    TYPE: String
    REQUIRED: True
  - TITLE: STATEMENT
    TYPE: String
    REQUIRED: True
  RELATIONS:
  - TYPE: Parent
  - TYPE: Parent
    ROLE: Attacks
"""
_GRAMMAR = f"\n[GRAMMAR]\nELEMENTS:\n- TAG: CLAIM\n{_FIELDS}- TAG: EVIDENCE\n{_FIELDS}"


def write(argument: Argument, folder: Path) -> None:
    """Write documents of a hundred nodes, each with the nodes that it speaks for or against as parents."""
    source = folder / "source"
    source.mkdir(parents=True)
    upwards: dict[int, dict[tuple[int, bool], None]] = {}
    for premise, claim, against in argument.links():
        upwards.setdefault(premise, {})[(claim, against)] = None
    for begin in range(0, argument.size, A_FILE):
        numbers = range(begin, min(argument.size, begin + A_FILE))
        text = "".join(_node(argument, n, upwards.get(n, {})) for n in numbers)
        head = f"[DOCUMENT]\nTITLE: Part {begin // A_FILE}\n{_GRAMMAR}"
        (source / f"part{begin // A_FILE:06}.sdoc").write_text(head + text, "utf-8")


def _node(argument: Argument, number: int, upwards: dict[tuple[int, bool], None]) -> str:
    kind = "CLAIM" if number < argument.claims else "EVIDENCE"
    text = f"\n[{kind}]\nUID: {argument.key(number)}\nSTATEMENT: >>>\n{argument.text(number)}\n<<<\n"
    if upwards:
        text += "RELATIONS:\n"
    for claim, against in upwards:
        text += f"- TYPE: Parent\n  VALUE: {argument.key(claim)}\n" + "  ROLE: Attacks\n" * against
    return text


STRICTDOC = Peer(
    "strictdoc",
    "strictdoc",
    "strictdoc export --formats json",
    single=False,
    write=write,
    command=lambda program, folder: [
        *(program, "export", "--formats", "json"),
        *("--output-dir", str(folder / "out"), str(folder / "source")),
    ],
    leaves=("out",),
)
