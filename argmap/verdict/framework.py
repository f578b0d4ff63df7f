"""A claim map viewed as an abstract framework (Dung 1995): arguments, and attacks among them, nothing else.

A plain framework cannot say "unsupported": what nothing attacks stands. Support is therefore turned into
attack by nodes that stand for its absence, as Boella, Gabbay, van der Torre and Villata 2010 ("Support in
abstract argumentation") do with auxiliary arguments. The nodes:

==================  =============================================================
claim               the claim stands
unsupported claim   nothing that stands speaks for the claim
not claim           the claim does not stand (made where it is a premise)
evidence            the evidence stands
not evidence        the evidence does not stand (made where it is a premise)
argument            the step from its premises to its claim carries
==================  =============================================================

and the attacks:

* *unsupported c* attacks *c*; an argument for *c* that meets the claim's proof standard, unless something
  is against it, attacks *unsupported c*: one that stands is enough.
* a premise *p* attacks *not p*, which attacks each argument that rests on *p*: all premises are needed.
* undercutting: what stands under ``unless``, and an ``answer``, attacks the argument.
* undermining: a claim under ``challenged_by`` attacks the evidence.
* rebutting: an argument for and one against the same claim attack each other, unless one of the two
  prevails under the claim's proof standard: then it alone attacks the other. They are compared by their
  worth in argmap's own verdict, corroboration included; one that fell there by what it would be worth.
  An argument against does no more: it says nothing for any other claim.

What cannot carry anything is left out: evidence that the audience does not have or that is forged, and
arguments that rest on it, on what is not in the map, or on evidence worth nothing. A claim that the
audience assumes is attacked by nothing; for one that it rejects no argument is made.

So the grounded labelling agrees with argmap's own verdicts where claims do not depend on themselves in a
circle and no side is as good as the other. In such a stand-off argmap lets the claim lend nothing; the
framework leaves it open, and the other semantics take sides. A circle of support can carry itself under
all but the grounded and the ideal semantics.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.solver.framework import Framework, make_framework
from argmap.verdict.bounds import Bounds
from argmap.verdict.fixpoint import TOP
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Reading
from argmap.verdict.standards import meets

SIDES = {FOR: "for", AGAINST: "against"}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An argument of the map that is no node of the framework."""

    claim: str
    side: str
    """``for`` or ``against``."""
    position: int
    """Place in the claim's list, from 0."""
    why: str


@dataclass(frozen=True, slots=True)
class ClaimFramework:
    """A framework, and where the claims of the map are in it."""

    framework: Framework
    claims: Mapping[str, int]
    """Claim to its node."""
    evidence: Mapping[str, int]
    """Evidence to its node, where it has one."""
    left_out: tuple[LeftOut, ...]


_LETTERS = "".join(c if c.isalnum() else "_" for c in map(chr, range(128)))
"""For every ASCII letter what stands for it in the name of a node."""


def _plain(word: str) -> str:
    return word.translate(_LETTERS) if word.isascii() else re.sub(r"[^A-Za-z0-9]", "_", word)


@dataclass(slots=True)
class _Builder:
    """Nodes and attacks as they are made."""

    names: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)

    def node(self, prefix: str, *words: str) -> int:
        """Make a node; its name is a word that every solver reads, and that no other node has."""
        plain = "_".join((prefix, *map(_plain, words)))
        name, number = plain, 1
        while name in self.taken:
            number += 1
            name = f"{plain}__{number}"
        self.taken.add(name)
        self.names.append(name)
        return len(self.names) - 1

    def attack(self, source: int, target: int) -> None:
        """Add an attack."""
        self.sources.append(source)
        self.targets.append(target)


def claim_framework(judgement: Judgement) -> ClaimFramework:
    """View a map as a framework, before the audience of a judgement; linear but for rebuttals.

    Args:
        judgement: The map as judged; what a school grants below the claim asked about is not taken over.
    """
    reading = judgement.reading
    graph = reading.graph
    build = _Builder()
    nodes = {n: build.node("c" if n < graph.claims else "e", graph.ids[n]) for n in _present(reading)}
    left_out = tuple(_left_out(reading))
    gone = {(entry.claim, entry.side, entry.position) for entry in left_out}
    arguments = {
        a: build.node("a", graph.ids[graph.owner[a]], SIDES[graph.side[a]], str(graph.position[a] + 1))
        for a in graph.numbers()
        if _key(graph, a) not in gone
    }
    worth = {a: _worth(judgement.fixpoint, a) for a in arguments}
    _add_support(build, reading, nodes, arguments, worth)
    _add_premises(build, graph, nodes, arguments)
    for a, node in arguments.items():
        for undercutter in graph.undercutters[a]:
            if undercutter in nodes:
                build.attack(nodes[undercutter], node)
    for evidence in range(graph.claims, len(graph.ids)):
        for challenger in graph.challengers[evidence]:
            if evidence in nodes:
                build.attack(nodes[challenger], nodes[evidence])
    for winner, loser in _rebuttals(reading, worth):
        build.attack(arguments[winner], arguments[loser])
    return ClaimFramework(
        make_framework(build.names, build.sources, build.targets),
        {graph.ids[n]: node for n, node in nodes.items() if n < graph.claims},
        {graph.ids[n]: node for n, node in nodes.items() if n >= graph.claims},
        left_out,
    )


def _present(reading: Reading) -> Iterator[int]:
    return (n for n in range(len(reading.graph.ids)) if not reading.absent[n])


def _key(graph: ArgumentGraph, argument: int) -> tuple[str, str, int]:
    claim, side = graph.ids[graph.owner[argument]], SIDES[graph.side[argument]]
    return claim, side, graph.position[argument]


def _left_out(reading: Reading) -> Iterator[LeftOut]:
    graph = reading.graph
    for a in graph.numbers():
        premises = graph.premises[a]
        granted = reading.granted[graph.owner[a]]
        if MISSING in premises:
            why = "it rests on something that is not in the map"
        elif any(reading.absent[p] for p in premises):
            why = "it rests on evidence that is withheld or forged"
        elif reading.limit[a] <= 0:
            why = "its strength or its evidence is worth nothing"
        elif granted is not None:
            why = "the audience has settled its claim"
        else:
            continue
        yield LeftOut(*_key(graph, a), why)


def _worth(done: Bounds, argument: int) -> float:
    """Tell what an argument is worth at most, a step more where others corroborate it."""
    graph = done.graph
    worth = done.worth_hi[argument]
    if worth <= 0:
        return done.reading.limit[argument]
    lifted = done.worth_lo[argument] > 0 and done.corroborated(graph.owner[argument], graph.side[argument])
    return min(TOP, worth + 1) if lifted else worth


def _add_support(
    build: _Builder,
    reading: Reading,
    nodes: Mapping[int, int],
    arguments: Mapping[int, int],
    worth: Mapping[int, float],
) -> None:
    graph = reading.graph
    for claim in range(graph.claims):
        if reading.granted[claim]:
            continue
        unsupported = build.node("unsupported_c", graph.ids[claim])
        build.attack(unsupported, nodes[claim])
        for a in graph.arguments[2 * claim + FOR]:
            if a in arguments and meets(reading.standards[claim], worth[a], 0, reading.settings):
                build.attack(arguments[a], unsupported)


def _add_premises(
    build: _Builder, graph: ArgumentGraph, nodes: Mapping[int, int], arguments: Mapping[int, int]
) -> None:
    for premise, node in nodes.items():
        resting = [arguments[a] for a in graph.premise_of[premise] if a in arguments]
        if resting:
            absence = build.node("not_c" if premise < graph.claims else "not_e", graph.ids[premise])
            build.attack(node, absence)
            for argument in resting:
                build.attack(absence, argument)


def _rebuttals(reading: Reading, worth: Mapping[int, float]) -> Iterator[tuple[int, int]]:
    """Give each rebuttal: the argument that attacks, and the one that it attacks."""
    graph, settings = reading.graph, reading.settings
    for claim in range(graph.claims):
        standard = reading.standards[claim]
        sides = ([a for a in graph.arguments[2 * claim + side] if a in worth] for side in (FOR, AGAINST))
        for pro, con in product(*sides):
            prevails = meets(standard, worth[pro], worth[con], settings)
            yields = not prevails and meets(standard, worth[con], worth[pro], settings)
            if not yields:
                yield pro, con
            if not prevails:
                yield con, pro
