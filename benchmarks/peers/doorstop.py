"""doorstop: one YAML file an item, in a repository under version control."""

import subprocess
from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer

_SETTINGS = "settings:\n  digits: 7\n  itemformat: yaml\n{parent}  prefix: {prefix}\n  sep: '-'\n"


def write(argument: Argument, folder: Path) -> None:
    """Write each record as an item that links to what it speaks for; links have no sides here."""
    upwards: dict[int, dict[int, None]] = {}
    for premise, claim, _ in argument.links():
        upwards.setdefault(premise, {})[claim] = None
    for name, prefix, parent in (("claims", "CLM", ""), ("evidence", "EVI", "  parent: CLM\n")):
        (folder / name).mkdir(parents=True)
        (folder / name / ".doorstop.yml").write_text(_SETTINGS.format(parent=parent, prefix=prefix), "utf-8")
    for number in range(argument.size):
        place = "claims" if number < argument.claims else "evidence"
        (folder / place / f"{_uid(argument, number)}.yml").write_text(
            _item(argument, number, upwards.get(number, {})), "utf-8"
        )
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True, capture_output=True)


def _uid(argument: Argument, number: int) -> str:
    return f"{'CLM' if number < argument.claims else 'EVI'}-{number:07}"


def _item(argument: Argument, number: int, upwards: dict[int, None]) -> str:
    links = "".join(f"- {_uid(argument, claim)}: null\n" for claim in upwards)
    listed = f"links:\n{links}" if links else "links: []\n"
    return (
        f"active: true\nderived: false\nheader: ''\nlevel: {1 + number}.0\n{listed}"
        f"normative: true\nref: ''\nreviewed: null\ntext: |\n  {argument.text(number)}\n"
    )


DOORSTOP = Peer(
    "doorstop",
    "doorstop",
    "doorstop -F",
    single=True,
    write=write,
    command=lambda program, folder: [program, "-F", "--project", str(folder)],
)
