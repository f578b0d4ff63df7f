"""What a project rule looks at: the project, and what is worked out from it once for all rules."""

from collections.abc import Callable, Iterator, Set
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar, cast

from argmap.graph.arguments import ArgumentGraph
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.dataclass import dataclass
from argmap.model.finding import Spot
from argmap.model.project import PREMISE, SOURCE, Kinds, Project, Reference
from argmap.model.records import Claim
from argmap.model.stances import Position, positions
from argmap.model.versions import Versions
from argmap.model.vocabulary import RECORD_KINDS
from argmap.rules.lists import Lists
from argmap.rules.shares import Shares, shares_of
from argmap.rules.uses import Uses, find_uses
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, judge

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Miss:
    """A reference that finds no record of a kind it may name."""

    reference: Reference
    kind: str | None
    """Kind of the record that has the id; None if no record has it."""


class Case:
    """A project under audit; everything derived is worked out when first asked for."""

    def __init__(self, project: Project, texts: TextsAtHand | None = None) -> None:
        self.project = project
        self.texts = texts or TextsAtHand({}, {}, project)
        self.known = project
        """The project whose ids there are; what is on the table may be a part of it."""
        self._judgements: dict[Audience, Judgement] = {}
        self._kept: dict[Callable[[Case], Any], Any] = {}

    def once(self, work: "Callable[[Case], T]") -> T:
        """Work something out of the case that several rules ask for, and keep it."""
        if work not in self._kept:
            self._kept[work] = work(self)
        return cast(T, self._kept[work])

    def keep(self, work: "Callable[[Case], T]", found: T) -> None:
        """Take what would else be worked out."""
        self._kept[work] = found

    @cached_property
    def lists(self) -> Lists:
        """The records and arguments by what is written in them."""
        return Lists(self.project)

    @cached_property
    def shares(self) -> Shares:
        """Of how many records something is told."""
        return shares_of(self.project, self.lists)

    def counted(self, shares: Shares) -> None:
        """Take the shares from somewhere else."""
        vars(self)["shares"] = shares

    def within(self, whole: Project, shares: Shares) -> None:
        """Take what is on the table for a part of a project: ids and shares are those of the whole."""
        self.known = whole
        self.counted(shares)

    @cached_property
    def graph(self) -> ArgumentGraph:
        """The arguments as a graph."""
        return self.judgement.reading.graph

    @cached_property
    def judgement(self) -> Judgement:
        """The verdicts of the map as it is."""
        return self.before(Audience())

    def judged(self, judgement: Judgement) -> None:
        """Take the verdicts before an audience from somewhere else."""
        self._judgements[judgement.audience] = judgement

    def before(self, audience: Audience) -> Judgement:
        """Give the verdicts before an audience, each audience judged once."""
        if audience not in self._judgements:
            known = next(iter(self._judgements.values()), None)
            self._judgements[audience] = judge(self.project, audience, known)
        return self._judgements[audience]

    @cached_property
    def documents(self) -> dict[str, str]:
        """Root document of every piece of evidence, by id."""
        return self.judgement.reading.weighing.roots

    @cached_property
    def versions(self) -> Versions:
        """The records by digests, as reviews keep them."""
        return Versions(self.project)

    @cached_property
    def positions(self) -> dict[tuple[str, str], Position]:
        """Schools' stances, by school and claim."""
        return positions(self.project)

    @cached_property
    def uses(self) -> Uses:
        """How arguments use claims and evidence."""
        return find_uses(self.graph)

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Claims and evidence that no argument names, as premise, undercutter or answer."""
        return frozenset(map(self.graph.ids.__getitem__, self.uses.unnamed))

    @cached_property
    def unnamed_claims(self) -> list[str]:
        """Claims that no argument names, by id."""
        ids, claims = self.graph.ids, self.graph.claims
        return [ids[node] for node in self.uses.unnamed if node < claims]

    @cached_property
    def misses(self) -> tuple[Miss, ...]:
        """References that find no record of a kind they may name, in order of what names them.

        One to a record that was there and could not be kept does not miss: that is reported
        where the record stands.
        """
        project, known = self.project, self.known
        taken = {(str(spot.path[0]), str(spot.path[1])) for spot, _ in project.duplicates}
        lost = {(kind, key) for kind, key in project.dropped | taken if kind in RECORD_KINDS}
        lost_kind = {key: kind for kind, key in sorted(lost)}
        found = []
        unmatched = sorted(self._unmatched(), key=_naming)
        for reference in chain(unmatched, self._settings_references()):
            key = reference.target
            if any(key in known.of_kind(kind) for kind in reference.kinds):
                continue
            if not any((kind, key) in lost for kind in reference.kinds):
                here = (kind for kind in RECORD_KINDS if key in known.of_kind(kind))
                found.append(Miss(reference, next(here, lost_kind.get(key))))
        return tuple(found)

    def _unmatched(self) -> Iterator[Reference]:
        """Give the references of records whose id no record has under which they may stand."""
        project = self.project
        if not any(self._unknown.values()):
            return
        for mention in project.mentions():
            if mention[1] in self._unknown[mention[2]]:
                yield project.reference(mention)

    @cached_property
    def _unknown(self) -> dict[Kinds, set[str]]:
        """Ids that records name and no record has of a kind for which they may stand."""
        unknown = {PREMISE: self._unknown_premises()}
        for kinds, names in self.lists.named.items():
            for kind in kinds:
                table = self.known.of_kind(kind)
                names = {name for name in names if name not in table}
            unknown[kinds] = names
        return unknown

    def _unknown_premises(self) -> set[str]:
        """Give the ids that arguments name and neither a claim nor evidence has."""
        known, names = self.known, set[str]()
        if self.uses.has_missing:
            names.update(*(argument.premises for argument in self.lists.arguments))
        for field in ("unless", "answer"):
            names.update(*(getattr(step.argument, field) for step in self.lists.steps_with(field)))
        return {name for name in names if name not in known.claims and name not in known.evidence}

    @cached_property
    def broken_claims(self) -> frozenset[str]:
        """Claims of which something could not be read, or that name a premise that is not there.

        What they lack may be what is broken, so rules on support leave them to the rules on files.
        """
        project = self.project
        found = {key for fault in project.faults for key in fault.subjects if key in project.claims}
        unknown = self._unknown[PREMISE]
        for key, claim in project.claims.items() if unknown else ():
            if any(name in unknown for argument in claim.pro for name in argument.premises):
                found.add(key)
        return frozenset(found)

    def setting(self, *path: str | int) -> Spot:
        """Name a place in the settings."""
        file = self.project.files.get(("settings", ""), "argmap.toml")
        top = ("tool", "argmap") if file == "pyproject.toml" else ()
        return Spot(file, (*top, *path))

    def _settings_references(self) -> Iterator[Reference]:
        settings = self.project.settings
        for name, key, kind in (
            ("author", settings.author, "scholars"),
            ("thesis", settings.thesis, "claims"),
        ):
            if key is not None:
                yield Reference(self.setting(name), key, key, (kind,))

    @property
    def named_sources(self) -> Set[str]:
        """Ids that some record names as a source."""
        return self.lists.named[SOURCE]

    @cached_property
    def citations(self) -> dict[str, list[Reference]]:
        """Every place where a record names a source, by the source's id, in order of what names it."""
        found: dict[str, list[Reference]] = {}
        for mention in self.project.mentions():
            if mention[2] == SOURCE:
                found.setdefault(mention[1], []).append(self.project.reference(mention))
        return {key: sorted(places, key=_naming) for key, places in found.items()}

    @cached_property
    def own(self) -> frozenset[str]:
        """Claims that the project's author holds; without a named author, all."""
        author, claims = self.project.settings.author, self.project.claims
        if author is None:
            return frozenset(claims)
        holders = zip(claims, self.lists.claims.held_by, strict=True)
        held = {key for key, held_by in holders if author in held_by}
        held.difference_update(
            key for key, claim in self.lists.claims_with("scholars") if author in claim.scholars
        )
        stated = (key for key, claim in self.lists.claims_with("scholars") if self.is_authors(claim))
        return frozenset(held.union(stated))

    @cached_property
    def lent(self) -> dict[str, int]:
        """What each claim that the map supports lends at least to what rests on it."""
        verdicts = self.judgement.verdicts.items()
        return {key: verdict.lo for key, verdict in verdicts if verdict.verdict == "supported"}

    @property
    def supported(self) -> Set[str]:
        """Claims that the map supports."""
        return self.lent.keys()

    def is_authors(self, claim: Claim) -> bool:
        """Tell whether the project's author holds a claim; without a named author, any counts.

        A claim that the author only qualifies is somebody else's.
        """
        author = self.project.settings.author
        if author is None:
            return True
        stance = claim.scholars.get(author)
        return stance.stance == "holds" if stance is not None else author in claim.held_by


def _naming(reference: Reference) -> tuple[int, str]:
    """Sorting key of a reference: kind and id of the record that names; places in it keep their order."""
    kind = str(reference.spot.path[0])
    return (RECORD_KINDS.index(kind) if kind in RECORD_KINDS else len(RECORD_KINDS)), reference.subject
