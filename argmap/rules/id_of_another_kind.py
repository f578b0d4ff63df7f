"""Ids that name another kind of record."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.rules.case import Case
from argmap.rules.phrases import a_kind
from argmap.rules.registry import project_rule

_WORDS = {SINGULAR[kind]: kind for kind in RECORD_KINDS}
_NUMBER = pattern(r"[-_.]?\d")
_NUMBERED = pattern(rf"({'|'.join(_WORDS)})[-_.]?\d+[a-z]?")


@project_rule("id-of-another-kind", family="files", severity=Severity.NOTE)
def id_of_another_kind(case: Case) -> Iterator[Finding]:
    """The id of a record is that of another kind.

    Who meets ``claim-7`` among the premises takes it for a claim; here it is evidence. Looked at are ids
    made of the name of a kind and a number. Give the record an id that says what it is about.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [claim-7]}
        evidence:
          claim-7: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    for kind in RECORD_KINDS:
        ids = project.of_kind(kind)
        whole = "\n".join(("", *ids))
        words = [f"\n{word}" for word, meant in _WORDS.items() if meant != kind]
        if not any(word in whole and any(map(_NUMBER.match, whole.split(word)[1:])) for word in words):
            continue
        for key in ids:
            told = _NUMBERED.fullmatch(key)
            if told and _WORDS[told[1]] != kind:
                yield Finding(
                    f"'{shown(key)}' is {a_kind(kind)}, and its id is that of {a_kind(_WORDS[told[1]])}",
                    project.spot(kind, key),
                    (key,),
                    "give it an id that says what it is about",
                )
