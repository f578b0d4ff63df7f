"""Sources that no bibliography has."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.hints import Hints
from argmap.rules.phrases import naming_place, subjects
from argmap.rules.registry import project_rule


@project_rule("source-not-in-bibliography", family="citations", severity=Severity.ERROR)
def source_not_in_bibliography(case: Case) -> Iterator[Finding]:
    """A source is named that no bibliography has.

    Nobody can look up what is only an id. Mend the id, or add the entry to a bibliography under
    ``evidence/`` (CSL-JSON as Zotero exports it, or BibTeX). Where there is no bibliography at
    all, that is reported once.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archive-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    project = case.project
    lost = [m.reference for m in case.misses if m.reference.kinds == ("sources",) and not m.kind]
    if lost and not case.known.sources:
        count = len({reference.target for reference in lost})
        named = "1 source is named" if count == 1 else f"{count} sources are named"
        message = f"{named}, and the project has no bibliography"
        yield Finding(message, lost[0].spot, help="add CSL-JSON or BibTeX under evidence/")
        return
    hints = Hints(case.known)
    for reference in lost:
        target = reference.target
        cure = hints.did_you_mean(target, ("sources",), "add it to a bibliography under evidence/")
        yield Finding(
            f"no bibliography has the source '{shown(target)}', named under {naming_place(reference)}",
            reference.spot,
            subjects(reference),
            cure,
            fix=hints.fix(reference),
        )
    for key, source in project.sources.items():
        work = source.edition_of
        if work and work not in case.known.sources and ("sources", work) not in project.dropped:
            yield Finding(
                f"no bibliography has the source '{shown(work)}', of which '{shown(key)}' is an edition",
                project.spot("sources", key),
                (key, work),
                hints.did_you_mean(work, ("sources",), "add the work, or mend its id"),
            )
