"""Settings that do not fit."""

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import faults_named, project_rule


@project_rule("bad-settings", family="files", severity=Severity.ERROR)
def bad_settings(case: Case) -> list[Finding]:
    """A setting is unknown or does not fit.

    The default holds in its place, so that verdicts and findings may be other than you meant.
    Mend ``argmap.toml``, or ``[tool.argmap]`` in ``pyproject.toml``.

    Found in::

        settings: |
          [verdicts]
          standard = "preponderence"

    Not in::

        settings: |
          [verdicts]
          standard = "preponderance"
    """
    return faults_named(case.project, "bad-settings")
