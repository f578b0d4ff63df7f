"""What a project rule looks at: the project, and what is worked out from it once for all rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from argmap.graph.arguments import ArgumentGraph
from argmap.graph.documents import root_documents
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.finding import Spot
from argmap.model.project import Project, Reference, arguments_of
from argmap.model.records import Claim
from argmap.model.stances import Position, positions
from argmap.model.vocabulary import RECORD_KINDS
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, judge


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
        self._judgements: dict[Audience, Judgement] = {}

    @cached_property
    def graph(self) -> ArgumentGraph:
        """The arguments as a graph."""
        return self.judgement.reading.graph

    @cached_property
    def judgement(self) -> Judgement:
        """The verdicts of the map as it is."""
        return self.before(Audience())

    def before(self, audience: Audience) -> Judgement:
        """Give the verdicts before an audience, each audience judged once."""
        if audience not in self._judgements:
            known = next(iter(self._judgements.values()), None)
            self._judgements[audience] = judge(self.project, audience, known)
        return self._judgements[audience]

    @cached_property
    def documents(self) -> dict[str, str]:
        """Root document of every piece of evidence, by id."""
        return root_documents(self.project)

    @cached_property
    def positions(self) -> dict[tuple[str, str], Position]:
        """Schools' stances, by school and claim."""
        return positions(self.project)

    @cached_property
    def named_in_arguments(self) -> frozenset[str]:
        """Ids that some claim names as premise, undercutter or answer."""
        names: set[str] = set()
        for claim in self.project.claims.values():
            for _, _, argument in arguments_of(claim):
                names.update(argument.premises, argument.unless, argument.answer)
        return frozenset(names)

    @cached_property
    def misses(self) -> tuple[Miss, ...]:
        """References that find no record of a kind they may name.

        One to a record that was there and could not be kept does not miss: that is reported
        where the record stands.
        """
        project = self.project
        taken = {(str(spot.path[0]), str(spot.path[1])) for spot, _ in project.duplicates}
        lost = {(kind, key) for kind, key in project.dropped | taken if kind in RECORD_KINDS}
        lost_kind = {key: kind for kind, key in sorted(lost)}
        found = []
        for reference in chain(project.references(), self._settings_references()):
            key = reference.target
            if any(key in project.of_kind(kind) for kind in reference.kinds):
                continue
            if not any((kind, key) in lost for kind in reference.kinds):
                here = (kind for kind in RECORD_KINDS if key in project.of_kind(kind))
                found.append(Miss(reference, next(here, lost_kind.get(key))))
        return tuple(found)

    @cached_property
    def broken_claims(self) -> frozenset[str]:
        """Claims of which something could not be read, or that name a premise that is not there.

        What they lack may be what is broken, so rules on support leave them to the rules on files.
        """
        project = self.project
        found = {key for fault in project.faults for key in fault.subjects if key in project.claims}
        for key, claim in project.claims.items():
            names = (name for argument in claim.pro for name in argument.premises)
            if any(name not in project.claims and name not in project.evidence for name in names):
                found.add(key)
        return frozenset(found)

    def setting(self, *path: str) -> Spot:
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

    @cached_property
    def citations(self) -> dict[str, list[Reference]]:
        """Every place where a record names a source, by the source's id."""
        found: dict[str, list[Reference]] = {}
        for reference in self.project.references():
            if reference.kinds == ("sources",):
                found.setdefault(reference.target, []).append(reference)
        return found

    def is_authors(self, claim: Claim) -> bool:
        """Tell whether the project's author holds a claim; without a named author, any counts."""
        author = self.project.settings.author
        return author is None or author in claim.holders
