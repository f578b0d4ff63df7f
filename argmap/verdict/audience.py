"""Audiences: what one reader grants, withholds and demands."""

from collections.abc import Iterable
from typing import Literal

from argmap.model.dataclass import dataclass
from argmap.model.edtf import Edtf, parse_edtf
from argmap.model.errors import UnknownNameError
from argmap.model.project import Project
from argmap.model.records import Evidence
from argmap.model.stances import positions
from argmap.model.vocabulary import STANDARDS


@dataclass(frozen=True, slots=True)
class Audience:
    """What one reader grants; the empty audience takes the map as it is."""

    assumed: frozenset[str] = frozenset()
    """Claims taken for granted: they lend 4."""
    rejected: frozenset[str] = frozenset()
    """Claims ruled out: they lend 0."""
    without: frozenset[str] = frozenset()
    """Evidence, or sources or archives with all their evidence, that are withheld; claims: as rejected."""
    school: str | None = None
    """A school: below the claim asked about, what it holds is granted and what it rejects is not."""
    as_of: Edtf | None = None
    """A date: evidence that scholars could not read by then is withheld."""
    standard: str | None = None
    """A proof standard for every claim, in place of the claims' own."""
    grades: Literal["then", "now"] = "then"
    """Whose source criticism holds as of a date: that of the date, by which evidence counts until what
    challenges it could be read, or that of today, by which evidence found worthless since counts for
    nothing then either. What is recorded of a document without a date (form, chain, authenticity) is the
    same for both."""

    def __str__(self) -> str:
        """Say it in words.

        Examples:
            >>> str(Audience(school="orthodox", without=frozenset({"telegram-1"})))
            'school orthodox, without telegram-1'
        """
        parts = []
        if self.school:
            parts.append(f"school {self.school}")
        if self.as_of:
            today = " with the grades of today" if self.grades == "now" else ""
            parts.append(f"as of {self.as_of}{today}")
        for word, ids in (
            ("assuming", self.assumed),
            ("rejecting", self.rejected),
            ("without", self.without),
        ):
            if ids:
                parts.append(f"{word} {', '.join(sorted(ids))}")
        if self.standard:
            parts.append(f"by {self.standard}")
        return ", ".join(parts) or "the map as it is"


def audience(
    *,
    school: str | None = None,
    as_of: str | int | None = None,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
    reject: Iterable[str] = (),
    standard: str | None = None,
    grades: Literal["then", "now"] = "then",
) -> Audience:
    """Make an audience from plain words.

    Args:
        school: A school: below the claim asked about, its stances are granted.
        as_of: An EDTF date: evidence not readable by then is withheld.
        without: Evidence, sources, archives or claims to do without.
        assume: Claims taken for granted.
        reject: Claims ruled out.
        standard: A proof standard for every claim.
        grades: Whose source criticism holds as of a date, that of the date or that of today.

    Raises:
        EdtfError: If ``as_of`` is not a date.
    """
    return Audience(
        assumed=frozenset(assume),
        rejected=frozenset(reject),
        without=frozenset(without),
        school=school,
        as_of=parse_edtf(as_of) if as_of is not None else None,
        standard=standard,
        grades=grades,
    )


@dataclass(frozen=True, slots=True)
class Grants:
    """An audience worked out for one project, by id."""

    assumed: frozenset[str]
    rejected: frozenset[str]
    held: frozenset[str]
    """Assumed below other claims only, because the school holds it."""
    denied: frozenset[str]
    """Rejected below other claims only, because the school rejects it."""
    withheld: frozenset[str]
    """Evidence."""


def grants(project: Project, audience: Audience) -> Grants:
    """Work out what an audience grants of a project.

    Raises:
        UnknownIdError: If the audience names a claim, evidence, source, archive or school that is not there.
        UnknownNameError: If it names a proof standard that there is not.
    """
    if audience.standard is not None and audience.standard not in STANDARDS:
        raise UnknownNameError("proof standard", audience.standard, STANDARDS)
    for key in sorted(audience.assumed | audience.rejected):
        project.record(key, "claims")
    rejected = set(audience.rejected)
    withheld: set[str] = set()
    for key in sorted(audience.without):
        held_there = _in_archive(project, key)
        if held_there:
            withheld.update(k for k, item in project.evidence.items() if item.source in held_there)
            continue
        project.record(key, "claims", "evidence", "sources")
        if key in project.claims:
            rejected.add(key)
        elif key in project.evidence:
            withheld.add(key)
        else:
            withheld.update(k for k, item in project.evidence.items() if item.source == key)
    if audience.as_of is not None:
        withheld.update(_too_late(project, project.evidence.items(), audience.as_of))
    held, denied = _school_grants(project, audience.school)
    hard = audience.assumed | rejected
    return Grants(
        audience.assumed,
        frozenset(rejected),
        frozenset(held - hard),
        frozenset(denied - hard),
        frozenset(withheld),
    )


def _in_archive(project: Project, name: str) -> frozenset[str]:
    """Give the sources that an archive holds; nothing where no source names such an archive."""
    wanted = name.casefold()
    return frozenset(
        key
        for key, source in project.sources.items()
        if source.archive and source.archive.casefold() == wanted
    )


def _school_grants(project: Project, school: str | None) -> tuple[set[str], set[str]]:
    held: set[str] = set()
    denied: set[str] = set()
    if school is not None:
        project.record(school, "schools")
        for (name, claim), position in positions(project).items():
            if name == school and position.stance == "holds":
                held.add(claim)
            elif name == school and position.stance == "rejects":
                denied.add(claim)
    return held, denied


def readable_since(project: Project, evidence: Evidence) -> tuple[Edtf | None, str]:
    """Tell since when scholars could read evidence, and how that is known.

    Returns:
        The date and the field it comes from: ``available``, else ``published``, else (for
        scholarship and press, public when made) ``made``, else ``issued`` of the source; None if
        nothing is recorded.
    """
    if evidence.available is not None:
        return evidence.available, "available"
    if evidence.published is not None:
        return evidence.published, "published"
    if evidence.form == "scholarship" and evidence.made is not None:
        return evidence.made, "made"
    source = project.sources.get(evidence.source) if evidence.source else None
    if source is not None and source.issued is not None:
        return source.issued, "issued"
    return None, ""


def _too_late(project: Project, items: Iterable[tuple[str, Evidence]], as_of: Edtf) -> Iterable[str]:
    for key, item in items:
        since, _ = readable_since(project, item)
        if since is None or as_of.latest is None:
            continue
        # "since 1990, and on" (1990/..) is known by its start
        surely = since.earliest if since.latest is None else since.latest
        if surely is None or surely > as_of.latest:
            yield key
