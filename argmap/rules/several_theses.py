"""Maps with more than one thesis."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("several-theses", family="support", severity=Severity.WARNING)
def several_theses(case: Case) -> Iterator[Finding]:
    """The author has more than one thesis.

    A reader cannot tell which claim the whole argument is for. Leave ``kind: thesis`` to one claim, name it
    as ``thesis`` in ``argmap.toml``, and rest it on the others. Looks at the claims that the ``author`` of
    ``argmap.toml`` holds, at all claims if none is named.

    Found in::

        claims:
          attack-first: {text: The North attacked first., kind: thesis}
          war-was-planned: {text: The war had been planned for months., kind: thesis}

    Not in::

        claims:
          attack-first: {text: The North attacked first., kind: thesis, for: [war-was-planned]}
          war-was-planned: {text: The war had been planned for months., kind: causal}
    """
    project = case.project
    theses = [key for key, claim in case.lists.claims_of("thesis") if case.is_authors(claim)]
    named = project.settings.thesis
    root = named if named in project.claims else min(theses, default=None)
    for key in theses:
        if key != root and root is not None:
            yield Finding(
                f"claim '{shown(key)}' is a thesis beside '{shown(root)}'",
                project.spot("claims", key, "kind"),
                (key, root),
                "give one of them another kind, and rest the thesis on it",
                (Related(project.spot("claims", root), "the other thesis"),),
            )
