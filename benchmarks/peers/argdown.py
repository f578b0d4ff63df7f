"""Argdown: statements and relations as plain text."""

from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer


def write(argument: Argument, folder: Path) -> None:
    """Write each statement once with the statements that support or attack it below."""
    folder.mkdir(parents=True)
    told: set[int] = set()

    def name(number: int) -> str:
        if number in told:
            return f"[{argument.key(number)}]"
        told.add(number)
        return f"[{argument.key(number)}]: {argument.text(number)}"

    with (folder / "map.argdown").open("w", encoding="utf-8") as stream:
        for claim in range(argument.claims):
            stream.write(f"{name(claim)}\n")
            for step in argument.steps.get(claim, ()):
                for premise in step.premises:
                    stream.write(f"  {'-' if step.against else '+'} {name(premise)}\n")
            stream.write("\n")


ARGDOWN = Peer(
    "@argdown/cli",
    "argdown",
    "argdown json",
    single=False,
    write=write,
    command=lambda program, folder: [program, "json", str(folder / "map.argdown"), str(folder / "out")],
    leaves=("out",),
    codes=(0,),
)
