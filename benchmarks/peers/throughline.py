"""throughline: one YAML file an item, in registers."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer

_SETTINGS = """\
[project]
name = "Made up"
format_version = 4

[grounding]
root_types = ["thesis"]
delivery_roots = ["thesis"]
ground_link_types = ["supports", "attacks"]
ai_origins = ["ai"]

[types.thesis]
normative = false

[types.claim]
normative = false

[types.evidence]
normative = false

[links]
types = ["supports", "attacks"]

[status]
values = ["draft", "approved"]
"""
_REGISTERS = {"thesis": "THE", "claims": "CLM", "evidence": "EVI"}


def write(argument: Argument, folder: Path) -> None:
    """Write each record as an item that links to what it speaks for or against."""
    folder.mkdir(parents=True)
    (folder / "throughline.toml").write_text(_SETTINGS, "utf-8")
    for name, prefix in _REGISTERS.items():
        (folder / name).mkdir()
        kind = name.removesuffix("s") if name == "claims" else name
        text = f"prefix: {prefix}\ndigits: 7\ntitle: {name}\ntype: {kind}\n"
        (folder / name / ".register.yml").write_text(text, "utf-8")
    upwards: dict[int, dict[tuple[int, str], None]] = {}
    for premise, claim, against in argument.links():
        upwards.setdefault(premise, {})[(claim, "attacks" if against else "supports")] = None
    for number in range(argument.size):
        place = "thesis" if number == 0 else "claims" if number < argument.claims else "evidence"
        lines = "".join(_item(argument, number, upwards.get(number, {})))
        (folder / place / f"{_uid(argument, number)}.yml").write_text(lines, "utf-8")


def _uid(argument: Argument, number: int) -> str:
    prefix = "THE" if number == 0 else "CLM" if number < argument.claims else "EVI"
    return f"{prefix}-{number:07}"


def _item(argument: Argument, number: int, upwards: dict[tuple[int, str], None]) -> Iterator[str]:
    kind = "thesis" if number == 0 else "claim" if number < argument.claims else "evidence"
    text = argument.text(number)
    yield f"uid: {_uid(argument, number)}\ntype: {kind}\nstatus: approved\n"
    yield f"title: {' '.join(text.split()[:5])}\ntext: {text}\nnormative: false\n"
    if upwards:
        yield "links:\n"
    for claim, relation in upwards:
        yield f"- target: {_uid(argument, claim)}\n  type: {relation}\n"


THROUGHLINE = Peer(
    "throughline",
    "throughline",
    "tl check",
    single=True,
    write=write,
    command=lambda program, folder: [program, "-C", str(folder), "check"],
)
