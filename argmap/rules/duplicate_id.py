"""Ids given to two records."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.vocabulary import SINGULAR
from argmap.rules.case import Case
from argmap.rules.phrases import a_kind
from argmap.rules.registry import project_rule


@project_rule("duplicate-id", family="files", severity=Severity.ERROR)
def duplicate_id(case: Case) -> Iterator[Finding]:
    """Two records have one id.

    Ids are unique over all kinds of record and all files. The first record is kept, in order of
    file name, and every link to the id goes there; the other is left out. Rename one of them.

    Found in::

        claims:
          approval: {text: Moscow approved the attack.}
        evidence:
          approval: {shows: A telegram gives Moscow's consent., form: record}

    Not in::

        claims:
          approval: {text: Moscow approved the attack., for: [approval-telegram]}
        evidence:
          approval-telegram: {shows: A telegram gives Moscow's consent., form: record}
    """
    yield from (fault for fault in case.project.faults if fault.rule == "duplicate-id")
    for second, first in case.project.duplicates:
        key = str(second.path[1])
        where = "in this file" if first.file == second.file else f"in {shown(first.file)}"
        if second.path[0] == "expect":
            message = f"'{key}' stands under 'expect' twice, first {where}"
            cure = "keep one; several expectations of a claim make one list"
        else:
            message = f"'{key}' is already the id of {a_kind(str(first.path[0]))} {where}"
            cure = f"rename this {SINGULAR[str(second.path[0])]}; ids are unique in the project"
        related = Related(first, "the first is here")
        yield Finding(message, second, (key,), cure, (related,))
