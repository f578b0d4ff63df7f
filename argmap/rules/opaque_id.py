"""Ids that tell a reader nothing."""

import re
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.vocabulary import SINGULAR
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_OPAQUE = re.compile(r"[a-z]{0,3}[-_.]?\d+[a-z]?|(?:claim|evidence|event)[-_.]?\d+[a-z]?|[0-9a-f]{8,}")


@project_rule("opaque-id", family="wording", severity=Severity.NOTE, on=False)
def opaque_id(case: Case) -> Iterator[Finding]:
    """The id of a record says nothing of what it is about.

    Ids are what an author reads under ``for:`` and an auditor in every message; ``c12`` sends both back
    to the record. Give it an id of two to five words that say what it is about. Looked at are claims,
    evidence and events.

    Found in::

        claims:
          c12: {text: The North attacked first.}

    Not in::

        claims:
          north-attacked-first: {text: The North attacked first.}
    """
    for kind in ("claims", "evidence", "events"):
        for key in filter(_OPAQUE.fullmatch, case.project.of_kind(kind)):
            yield Finding(
                f"the id '{shown(key)}' says nothing of what the {SINGULAR[kind]} is about",
                case.project.spot(kind, key),
                (key,),
                "give it an id of two to five words that say what it is about",
            )
