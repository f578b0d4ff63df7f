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
    """List the claims whose verdict or grade differs, those that turned first, then by id."""
    found = [
        Change(key, old, after.verdicts[key])
        for key, old in before.verdicts.items()
        if (old.verdict, old.grade) != (after.verdicts[key].verdict, after.verdicts[key].grade)
    ]
    return sorted(found, key=lambda c: (not c.turned, c.claim))
