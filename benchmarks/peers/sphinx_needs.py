"""sphinx-needs: needs in reStructuredText, a hundred a page."""

from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer

A_PAGE = 100
_SETTINGS = """\
extensions = ["sphinx_needs"]
needs_id_regex = "^[a-z0-9-]+$"
needs_types = [
    {"directive": "claim", "title": "Claim", "prefix": "C_", "color": "#ffffff", "style": "node"},
    {"directive": "evidence", "title": "Evidence", "prefix": "E_", "color": "#eeeeee", "style": "node"},
]
needs_links = {
    "rests_on": {"incoming": "supports", "outgoing": "rests on"},
    "attacked_by": {"incoming": "attacks", "outgoing": "attacked by"},
}
"""


def write(argument: Argument, folder: Path) -> None:
    """Write pages of needs, and the page that lists them."""
    source = folder / "source"
    source.mkdir(parents=True)
    (source / "conf.py").write_text(_SETTINGS, "utf-8")
    pages = []
    for begin in range(0, argument.size, A_PAGE):
        name = f"page{begin // A_PAGE:06}"
        pages.append(name)
        needs = [_need(argument, n) for n in range(begin, min(argument.size, begin + A_PAGE))]
        title = f"Part {begin // A_PAGE}"
        (source / f"{name}.rst").write_text(f"{title}\n{'=' * len(title)}\n\n{''.join(needs)}", "utf-8")
    listed = "".join(f"   {name}\n" for name in pages)
    (source / "index.rst").write_text(f"Argument\n========\n\n.. toctree::\n\n{listed}", "utf-8")


def _need(argument: Argument, number: int) -> str:
    text = argument.text(number)
    kind = "claim" if number < argument.claims else "evidence"
    lines = [f".. {kind}:: {' '.join(text.split()[:5])}\n   :id: {argument.key(number)}\n"]
    steps = argument.steps.get(number, ())
    for field, against in (("rests_on", False), ("attacked_by", True)):
        premises = dict.fromkeys(p for step in steps if step.against is against for p in step.premises)
        if premises:
            lines.append(f"   :{field}: {', '.join(argument.key(p) for p in premises)}\n")
    return "".join([*lines, f"\n   {text}\n\n"])


SPHINX_NEEDS = Peer(
    "sphinx-needs",
    "sphinx-build",
    "sphinx-build -b needs",
    single=False,
    write=write,
    command=lambda program, folder: [
        *(program, "-b", "needs", "-q", "-E"),
        *(str(folder / "source"), str(folder / "out")),
    ],
    leaves=("out",),
)
