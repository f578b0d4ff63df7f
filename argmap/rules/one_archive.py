"""Important claims all of whose evidence lies in one archive."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import SEVERAL, documents, gathered, key_claims


@project_rule("one-archive", family="support", severity=Severity.WARNING)
def one_archive(case: Case) -> Iterator[Finding]:
    """All that supports an important claim lies in one archive.

    What an archive keeps, opens and hands out has been chosen; several documents out of one hand may
    err, or be selected, together. Look for a document kept elsewhere, or say why one archive will do.
    Important are the thesis, the claims it rests on directly, and those under ``expect:``.

    Found in::

        settings: |
          thesis = "attack-first"
        claims:
          attack-first: {text: The North attacked first., for: [order, report]}
        evidence:
          order: {shows: The army is to cross the line., source: army-order, form: record}
          report: {shows: The line was crossed at dawn., source: army-report, form: record}
        sources:
          army-order: {type: document, title: Order, archive: Army Archives}
          army-report: {type: document, title: Report, archive: Army Archives}

    Not in::

        settings: |
          thesis = "attack-first"
        claims:
          attack-first: {text: The North attacked first., for: [order, report]}
        evidence:
          order: {shows: The army is to cross the line., source: army-order, form: record}
          report: {shows: The line was crossed at dawn., source: embassy-report, form: record}
        sources:
          army-order: {type: document, title: Order, archive: Army Archives}
          embassy-report: {type: document, title: Report, archive: State Archives}
    """
    project, keys = case.project, key_claims(case)
    kept = {key: source.archive for key, source in project.sources.items() if source.archive}
    if not keys or not kept:
        return
    archives = gathered(
        case, [kept.get(source or "", SEVERAL) for source in case.lists.evidence.source], keys
    )
    for key in keys:
        where = archives.get(key)
        if where and key not in documents(case) and key in case.supported:
            yield Finding(
                f"all that supports claim '{key}' lies in one archive ({shown(where)})",
                project.spot("claims", key, "for"),
                (key,),
                "look for a document kept elsewhere, or say why one archive will do",
            )
