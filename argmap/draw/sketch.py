"""A figure in the making: turns records into cards and arguments into links."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.draw.chips import Chips
from argmap.draw.figure import Cluster, Edge, EdgeKind, Figure, FigureKind, Node, Ruling, Side
from argmap.draw.reach import arguments_for, below
from argmap.draw.wrap import plain, shorten
from argmap.graph.arguments import FOR, MISSING
from argmap.model.project import Project
from argmap.model.records import Argument, Evidence
from argmap.model.stances import positions
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.reading import Grader

WARRANT = 110
"""Most characters of a warrant that a figure shows."""
CAP = 300
"""Importance is counted up to here: beyond it, all claims are important."""
NOTES = 4
"""Most notes that an evidence card names."""


class Material:
    """What all figures of one judgement share, worked out once."""

    def __init__(self, judgement: Judgement) -> None:
        """Take a judgement."""
        self.judgement = judgement
        self.project: Project = judgement.project
        self.graph = judgement.reading.graph
        self.stances = positions(self.project)
        self.chips = Chips(self.project, self.stances)
        self.grader = Grader(self.project)
        self._sizes: dict[int, int] = {}

    def by_importance(self, claims: Iterable[int]) -> list[int]:
        """Sort claims by how much bears on them, most first; ties in order of id."""
        return sorted(claims, key=lambda claim: (-self._size(claim), claim))

    def _size(self, claim: int) -> int:
        if claim not in self._sizes:
            self._sizes[claim] = len(below(self.graph, claim, CAP))
        return self._sizes[claim]


class Sketch:
    """Collects what one figure shows; every record stands in it at most once."""

    def __init__(
        self,
        material: Material,
        others: Sequence[tuple[str, Judgement]] = (),
        school: str | None = None,
    ) -> None:
        """Start empty.

        Args:
            material: The argument and its verdicts.
            others: Further verdicts, each under the name of its audience; shown where they differ.
            school: A school whose chips go without saying, because the figure is about it.
        """
        self.material = material
        self.others = others
        self.school = school
        self.judgement, self.project = material.judgement, material.project
        self.graph, self.stances = material.graph, material.stances
        self._nodes: dict[str, Node] = {}
        self._keys: dict[int, str] = {}
        self._edges: dict[Edge, None] = {}
        self._grades: dict[str, set[int]] = {}
        self._drawn: set[int] = set()
        self._challenges: set[tuple[int, int]] = set()
        self.clusters: list[Cluster] = []

    @property
    def cards(self) -> int:
        """How many records the figure shows."""
        return len(self._keys)

    @property
    def shown(self) -> Sequence[int]:
        """Graph nodes of the records shown, in order of appearance."""
        return list(self._keys)

    def has(self, node: int) -> bool:
        """Tell whether a record is shown."""
        return node in self._keys

    def card(self, node: int, *, cluster: str = "", focus: bool = False) -> str:
        """Show a claim or evidence, and give its name inside the figure."""
        if node not in self._keys:
            ref = self.graph.ids[node]
            make = self._claim if node < self.graph.claims else self._evidence
            made = replace(make(self._fresh(), ref), cluster=cluster, focus=focus)
            self._keys[node] = made.key
            self._nodes[made.key] = made
        return self._keys[node]

    def stub(self, text: str, *, facts: Sequence[str] = (), cluster: str = "") -> str:
        """Show something that is left out, or missing."""
        key = self._fresh()
        self._nodes[key] = Node(key, "stub", text=plain(text), facts=tuple(facts), cluster=cluster)
        return key

    def tails(self) -> set[str]:
        """Names of the nodes from which a link starts."""
        return {edge.tail for edge in self._edges}

    def add(self, edge: Edge) -> None:
        """Draw a link between two nodes already there."""
        self._edges[edge] = None

    def link(self, tail: int, head: int, kind: EdgeKind) -> None:
        """Draw a plain link between two records."""
        self._edges[Edge(self.card(tail), self.card(head), kind)] = None

    def challenge(self, claim: int, evidence: int) -> None:
        """Draw a claim that undermines evidence."""
        if (claim, evidence) not in self._challenges:
            self._challenges.add((claim, evidence))
            tail, head = self.card(claim), self.card(evidence)
            key = self._fresh()
            self._nodes[key] = Node(key, "reason", side="against")
            self._edges[Edge(key, head, "challenge")] = None
            self._edges[Edge(tail, key, "joint", "against", arrow=False)] = None

    def record(self, a: int) -> Argument:
        """Find the record of an argument."""
        claim = self.project.claims[self.graph.ids[self.graph.owner[a]]]
        side = claim.pro if self.graph.side[a] == FOR else claim.con
        return side[self.graph.position[a]]

    def new_cards(self, a: int) -> list[int]:
        """Give the records of an argument that are not shown yet."""
        parts = (*self.graph.premises[a], *self.graph.undercutters[a])
        return [p for p in dict.fromkeys(parts) if p != MISSING and p not in self._keys]

    def argument(self, a: int) -> None:
        """Draw an argument with all its premises, its warrant and what undercuts it."""
        if a in self._drawn:
            return
        self._drawn.add(a)
        record, graph = self.record(a), self.graph
        premises = [self.card(p) for p in graph.premises[a] if p != MISSING]
        known = self.project.claims.keys() | self.project.evidence.keys()
        premises += [self.stub(f"no record “{name}”") for name in record.premises if name not in known]
        self._join(a, premises, record)
        self._grade(a, record)

    def overview(self) -> None:
        """Link the claims shown as their arguments do, without warrants.

        Several premises of one argument still meet before they reach the claim.
        """
        for node in self.shown:
            if node >= self.graph.claims:
                continue
            for a in arguments_for(self.graph, node):
                premises = [self._keys[p] for p in self.graph.premises[a] if p in self._keys]
                if premises and a not in self._drawn:
                    self._drawn.add(a)
                    self._join(a, premises, None)
                for u in self.graph.undercutters[a]:
                    if u in self._keys and not premises:
                        self.add(Edge(self._keys[u], self._keys[node], "through"))

    def close(self) -> None:
        """Draw the arguments and challenges whose records are all shown already."""
        for node in self.shown:
            if node >= self.graph.claims:
                for challenger in self.graph.challengers[node]:
                    if challenger in self._keys:
                        self.challenge(challenger, node)
                continue
            for a in arguments_for(self.graph, node):
                if not self.new_cards(a) and MISSING not in self.graph.premises[a]:
                    self.argument(a)

    def cluster(self, title: str, subtitle: str = "") -> str:
        """Open a group of nodes, and give its name."""
        key = f"c{len(self.clusters) + 1}"
        self.clusters.append(Cluster(key, plain(title), plain(subtitle)))
        return key

    def figure(self, kind: FigureKind, title: str, subtitle: str) -> Figure:
        """Give what was drawn, with what was left out counted on each card."""
        nodes = {key: self._graded(node) for key, node in self._nodes.items()}
        for number, key in self._keys.items():
            nodes[key] = replace(nodes[key], more=self._left_out(number))
        return Figure(
            kind,
            plain(title),
            plain(subtitle),
            tuple(nodes.values()),
            tuple(self._edges),
            tuple(self.clusters),
        )

    def _fresh(self) -> str:
        return f"n{len(self._nodes) + 1}"

    def _join(self, a: int, premises: Sequence[str], record: Argument | None) -> None:
        """Lead the premises of an argument through its reason to its claim."""
        side: Side = "for" if self.graph.side[a] == FOR else "against"
        claim = self._keys[self.graph.owner[a]]
        blockers = self._blockers(a, record is not None)
        text = shorten(plain(record.because), WARRANT) if record and record.because else ""
        head = _manner(record) if record else ""
        key = self._fresh()
        cluster = self._nodes[claim].cluster
        reason = Node(key, "reason", text=text, head=head, side=side, cluster=cluster)
        self._nodes[key] = reason
        self._edges[Edge(key, claim, side)] = None
        for premise in premises:
            self._edges[Edge(premise, key, "joint", side, arrow=False)] = None
        for blocker, kind in blockers:
            self._edges[Edge(self.card(blocker), key, kind)] = None

    def _blockers(self, a: int, full: bool) -> list[tuple[int, EdgeKind]]:
        """Give what undercuts an argument: all of it, or what is shown already."""
        record, index = self.record(a), self.graph.index
        found: list[tuple[int, EdgeKind]] = []
        found += [(index[u], "undercut") for u in record.unless if u in index]
        found += [(index[u], "answer") for u in record.answer if u in index]
        return [(node, kind) for node, kind in found if full or node in self._keys]

    def _grade(self, a: int, record: Argument) -> None:
        claim = self.project.claims[self.graph.ids[self.graph.owner[a]]]
        for p in self.graph.premises[a]:
            if p >= self.graph.claims:
                key = self.graph.ids[p]
                value = self.material.grader.grading(key, claim, record).value
                self._grades.setdefault(self._keys[p], set()).add(value)

    def _graded(self, node: Node) -> Node:
        values = self._grades.get(node.key)
        if not values or node.kind != "evidence":
            return node
        note = node.rulings[0].note if node.rulings else ""
        rulings = tuple(Ruling("", value, note=note) for value in sorted(values, reverse=True))
        return replace(node, rulings=rulings)

    def _left_out(self, node: int) -> int:
        """Count the records bearing directly on one shown that are not shown."""
        if node >= self.graph.claims:
            return sum(c not in self._keys for c in self.graph.challengers[node])
        hidden: set[int] = set()
        for a in arguments_for(self.graph, node):
            hidden.update(self.new_cards(a))
        return len(hidden)

    def _claim(self, key: str, ref: str) -> Node:
        claim = self.project.claims[ref]
        first = _ruling(self.judgement.verdicts[ref], "")
        rulings = [first]
        for name, other in self.others:
            second = _ruling(other.verdicts[ref], name)
            if replace(second, before="") != first:
                rulings.append(second)
        facts = (f"“{plain(claim.hedge)}”",) if claim.hedge else ()
        return Node(
            key,
            "claim",
            ref,
            plain(claim.text),
            rulings=tuple(rulings),
            facts=facts,
            chips=self.material.chips.of(ref, but=self.school),
        )

    def _evidence(self, key: str, ref: str) -> Node:
        item = self.project.evidence[ref]
        withheld = self.judgement.reading.withheld[self.graph.index[ref]]
        rulings = (Ruling("", note="withheld"),) if withheld else ()
        return Node(key, "evidence", ref, plain(item.shows), rulings=rulings, facts=self._facts(item))

    def _facts(self, item: Evidence) -> tuple[str, ...]:
        source = self.project.sources.get(item.source) if item.source else None
        name = source.short if source else item.source
        made = f"made {item.made}" if item.made else ""
        where = shorten(plain(name or ""), 44)
        return tuple(part for part in (where, made, cited(item.cited)) if part)


def cited(notes: Sequence[str]) -> str:
    """Name the notes that cite something, the first few by number.

    Examples:
        >>> cited(["IV.12", "IV.13"]), cited([f"I.{n}" for n in range(1, 8)])
        ('notes IV.12, IV.13', 'notes I.1, I.2, I.3, I.4 +3')
    """
    if not notes:
        return ""
    rest = f" +{len(notes) - NOTES}" if len(notes) > NOTES else ""
    return f"{'note' if len(notes) == 1 else 'notes'} {', '.join(notes[:NOTES])}{rest}"


def tally(verdicts: Iterable[Verdict]) -> str:
    """Count verdicts by word.

    Examples:
        >>> tally([])
        ''
    """
    counts: dict[str, int] = {}
    for verdict in verdicts:
        counts[verdict.verdict] = counts.get(verdict.verdict, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {word}" for word, count in ordered)


def _ruling(verdict: Verdict, before: str) -> Ruling:
    grade = verdict.lo if verdict.verdict == "supported" else None
    return Ruling(verdict.verdict, grade, before, verdict.granted or "")


def _manner(argument: Argument) -> str:
    """Say by which scheme, and how far, an argument carries, where it is not the plain case."""
    said = [argument.scheme.replace("-", " ") if argument.scheme else ""]
    if argument.strength not in (None, "firm"):
        said.append(f"{argument.strength} step")
    if argument.bearing not in (None, "direct"):
        said.append(argument.bearing or "")
    if argument.tendency not in (None, "neutral"):
        said.append((argument.tendency or "").replace("-", " "))
    return " · ".join(part for part in said if part)
