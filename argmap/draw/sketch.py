"""A figure in the making: turns records into cards and arguments into links."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from argmap.draw.chips import Chips
from argmap.draw.figure import Cluster, Edge, EdgeKind, Figure, FigureKind, Node, Ruling, Side
from argmap.draw.reach import arguments_for, below, nearest_above
from argmap.draw.words import cited, manner, ruling_of, tally
from argmap.draw.wrap import plain, shorten
from argmap.graph.arguments import FOR, MISSING
from argmap.model.project import Project
from argmap.model.records import Argument, Evidence
from argmap.model.stances import positions
from argmap.verdict.cone import parts_of
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Grader

WARRANT = 110
"""Most characters of a warrant that a figure shows."""
CAP = 300
"""Importance is counted up to here: beyond it, all claims are important."""


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
        self._bearing: dict[int, int] = {}

    def count_all(self) -> None:
        """Count what bears on every claim in one go, where figures of many claims follow."""
        self._bearing = dict(enumerate(parts_of(self.judgement.reading).counts_below()))

    def bearing(self, claim: int) -> int:
        """Count the records that bear on a claim at any distance."""
        if claim not in self._bearing:
            self._bearing[claim] = len(below(self.graph, claim))
        return self._bearing[claim]

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
        self._whole: set[int] = set()
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

    def stub(
        self, text: str, *, facts: Sequence[str] = (), cluster: str = "", hides: Iterable[int] = ()
    ) -> str:
        """Show something that is left out, or missing; ``hides`` are the records it stands for."""
        key, ids = self._fresh(), tuple(self.graph.ids[node] for node in hides)
        self._nodes[key] = Node(key, "stub", text=plain(text), facts=tuple(facts), cluster=cluster, hides=ids)
        return key

    def rest(self, claims: Iterable[int], what: str = "", *, cluster: str = "") -> None:
        """Count the claims that are not shown on a stub of their own, with their verdicts."""
        hidden = [claim for claim in claims if claim not in self._keys]
        if hidden:
            verdicts = tally(self.judgement.verdicts[self.graph.ids[c]] for c in hidden)
            text = f"+{len(hidden)} more {'claim' if len(hidden) == 1 else 'claims'}{what}"
            self.stub(text, facts=(verdicts,), cluster=cluster, hides=hidden)

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

    def argument(self, a: int, most: int | None = None) -> None:
        """Draw an argument with its premises, its warrant and what undercuts it.

        Args:
            a: The argument.
            most: Most records to show anew for it; the others are counted on a stub beside them.
        """
        if a in self._drawn:
            return
        self._drawn.add(a)
        self._whole.add(a)
        record, graph = self.record(a), self.graph
        new = [p for p in dict.fromkeys(graph.premises[a]) if p != MISSING and p not in self._keys]
        hidden = set(new[most:]) if most is not None else set()
        premises = [self.card(p) for p in graph.premises[a] if p != MISSING and p not in hidden]
        premises += [self.stub(f"no record “{name}”") for name in record.premises if name not in graph.index]
        if hidden:
            text = f"+{len(hidden)} more premises of the same argument"
            premises.append(self.stub(text, hides=[p for p in new if p in hidden]))
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
                    self._grade(a, self.record(a))
                for u in self.graph.undercutters[a]:
                    if u in self._keys and not premises:
                        self.add(Edge(self._keys[u], self._keys[node], "through"))

    def through(self) -> None:
        """Link a claim that carries nothing shown to the nearest claims that it carries unseen."""
        linked = self.tails()
        for node in self.shown:
            if self.card(node) not in linked:
                for owner in nearest_above(self.graph, node, self._keys):
                    self.link(node, owner, "through")

    def close(self, but: Collection[int] = ()) -> None:
        """Draw the arguments (but for some) and challenges whose records are all shown already."""
        for node in self.shown:
            if node >= self.graph.claims:
                for challenger in self.graph.challengers[node]:
                    if challenger in self._keys:
                        self.challenge(challenger, node)
                continue
            for a in arguments_for(self.graph, node):
                if a not in but and not self.new_cards(a) and MISSING not in self.graph.premises[a]:
                    self.argument(a)

    def cluster(self, title: str, subtitle: str = "", column: int = -1) -> str:
        """Open a group of nodes, in a column of its own choice or the layout's, and give its name."""
        key = f"c{len(self.clusters) + 1}"
        self.clusters.append(Cluster(key, plain(title), plain(subtitle), column))
        return key

    def figure(self, kind: FigureKind, title: str, subtitle: str) -> Figure:
        """Give what was drawn, with what was left out counted on each card."""
        nodes = {key: self._graded(node) for key, node in self._nodes.items()}
        for number, key in self._keys.items():
            hidden, told = self._left_out(number)
            ids = tuple(self.graph.ids[node] for node in hidden)
            nodes[key] = replace(nodes[key], more=len(hidden), told=told, hides=ids)
        return Figure(
            kind,
            plain(title),
            plain(subtitle),
            tuple(nodes.values()),
            tuple(self._edges),
            tuple(self.clusters),
            frozenset(self._whole),
        )

    def _fresh(self) -> str:
        return f"n{len(self._nodes) + 1}"

    def _join(self, a: int, premises: Sequence[str], record: Argument | None) -> None:
        """Lead the premises of an argument through its reason to its claim."""
        side: Side = "for" if self.graph.side[a] == FOR else "against"
        claim = self._keys[self.graph.owner[a]]
        blockers = self._blockers(a, record is not None)
        text = shorten(plain(record.because), WARRANT) if record and record.because else ""
        head = manner(record) if record else ""
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
            if p >= self.graph.claims and p in self._keys:
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

    def _left_out(self, node: int) -> tuple[Collection[int], str]:
        """Find the records bearing directly on one shown that are not shown, and say what they do."""
        if node >= self.graph.claims:
            hidden = [c for c in self.graph.challengers[node] if c not in self._keys]
            return hidden, f"{len(hidden)} against" if hidden else ""
        roles: dict[int, str] = {}
        for a in arguments_for(self.graph, node):
            if a not in self._whole:
                role = "for" if self.graph.side[a] == FOR else "against"
                roles |= {
                    p: role for p in self.new_cards(a) if p in self.graph.premises[a] and p not in roles
                }
                roles |= {u: "unless" for u in self.new_cards(a) if u not in roles}
        counts = [(word, list(roles.values()).count(word)) for word in ("for", "against", "unless")]
        return roles.keys(), ", ".join(f"{count} {word}" for word, count in counts if count)

    def _claim(self, key: str, ref: str) -> Node:
        claim = self.project.claims[ref]
        first = ruling_of(self.judgement.verdicts[ref], "")
        rulings = [first]
        for name, other in self.others:
            second = ruling_of(other.verdicts[ref], name)
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
