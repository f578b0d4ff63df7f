"""What changes before another audience."""

from dataclasses import dataclass

from argmap.verdict.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """A claim whose verdict differs between two audiences."""

    claim: str
    before: Verdict
    after: Verdict

    @property
    def turned(self) -> bool:
        """Whether the word itself differs, not only the grade."""
        return self.before.verdict != self.after.verdict


def changes(before: Judgement, after: Judgement) -> list[Change]:
    """List the claims whose verdict or grade differs.

    Those that turned come first, and among them the thesis and then those most argued about.
    """
    project = before.project
    found = [
        Change(key, old, after.verdicts[key])
        for key, old in before.verdicts.items()
        if (old.verdict, old.grade) != (after.verdicts[key].verdict, after.verdicts[key].grade)
    ]

    def weight(change: Change) -> tuple[bool, bool, int, str]:
        claim = project.claims[change.claim]
        is_thesis = change.claim == project.settings.thesis
        return (not change.turned, not is_thesis, -len(claim.pro) - len(claim.con), change.claim)

    return sorted(found, key=weight)
