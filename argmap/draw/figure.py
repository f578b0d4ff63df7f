"""A figure as plain values: what is drawn, before anyone knows where or how."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from argmap.model.vocabulary import GRADE_WORDS

NodeKind = Literal["claim", "evidence", "reason", "stub"]
EdgeKind = Literal["for", "against", "undercut", "answer", "challenge", "joint", "through"]
FigureKind = Literal["claim", "part", "map", "school", "schools", "document"]
Side = Literal["for", "against"]
Href = Callable[[str, str], str | None]
"""Kind of record (``claims``, ``evidence``) and id to an address, or None."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A school's letter on a claim."""

    letter: str
    name: str
    number: int
    """Place of the school among the schools: chooses the colour."""
    stance: str
    """``holds``, ``rejects`` or ``qualifies``."""

    def __str__(self) -> str:
        return f"{self.name} {self.stance}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, or the grade of evidence, as a card shows it."""

    word: str
    """Verdict word; empty on evidence."""
    grade: int | None = None
    """Step 0 … 4, shown as pips and a word."""
    before: str = ""
    """Before whom; empty for the map as it is."""
    note: str = ""
    """``assumed`` or ``rejected``."""

    def __str__(self) -> str:
        """Say it in words.

        Examples:
            >>> str(Ruling("supported", 3, before="Orthodox"))
            'Orthodox: supported, good'
        """
        said = [self.word, GRADE_WORDS[self.grade] if self.grade is not None else "", self.note]
        told = ", ".join(part for part in said if part)
        return f"{self.before}: {told}" if self.before else told


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a figure."""

    key: str
    """Name inside the figure (``n1``, ``n2`` …), safe in any format."""
    kind: NodeKind
    ref: str = ""
    """Id of the record."""
    text: str = ""
    head: str = ""
    """A word above the text: the scheme of a reason."""
    rulings: tuple[Ruling, ...] = ()
    facts: tuple[str, ...] = ()
    """Small print: hedge, source, date, notes."""
    chips: tuple[Chip, ...] = ()
    side: Side = "for"
    """Of a reason."""
    cluster: str = ""
    focus: bool = False
    """The claim that the figure is about."""
    more: int = 0
    """Records bearing on it directly that the figure leaves out."""
    told: str = ""
    """What those are: how many speak for it, against it, undercut."""
    hides: tuple[str, ...] = ()
    """Ids of what is left out here: of a stub, all that it stands for."""
    sheets: tuple[int, ...] = ()
    """Other sheets, by number, that show what is left out here."""
    href: str = ""
    onward: str = ""
    """Address of the first of those sheets."""

    @property
    def stands(self) -> bool:
        """Whether nothing says that it does not stand."""
        return not self.rulings or self.rulings[0].word in ("", "supported")


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from a premise (or undercutter) to what it bears on."""

    tail: str
    head: str
    kind: EdgeKind
    side: Side = "for"
    """Of a ``joint``: the side of the reason it leads to."""
    arrow: bool = True


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of nodes with a heading."""

    key: str
    title: str
    subtitle: str = ""
    column: int = -1
    """Column it stands in, from 0; chosen by the layout where it is negative."""


@dataclass(frozen=True, slots=True)
class Figure:
    """All that one picture shows."""

    kind: FigureKind
    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...] = ()
    arguments: frozenset[int] = frozenset()
    """Numbers, in the graph, of the arguments that are drawn whole."""

    def node(self, key: str) -> Node:
        """Find a node by its name inside the figure."""
        return next(node for node in self.nodes if node.key == key)

    def cards(self) -> Iterator[Node]:
        """Give the nodes that stand for records."""
        return (node for node in self.nodes if node.kind in ("claim", "evidence"))

    def linked(self, href: Href | None) -> "Figure":
        """Give the same figure with addresses on its records."""
        if href is None:
            return self
        kinds = {"claim": "claims", "evidence": "evidence"}
        nodes = tuple(
            replace(n, href=href(kinds[n.kind], n.ref) or "") if n.kind in kinds and n.ref else n
            for n in self.nodes
        )
        return replace(self, nodes=nodes)
