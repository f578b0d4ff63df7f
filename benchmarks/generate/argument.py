"""An argument without a format: numbered claims and evidence, and the steps between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.generate.words import first_words, sentence


@dataclass(frozen=True, slots=True)
class Step:
    """Premises that together speak for or against a claim."""

    premises: tuple[int, ...]
    """Numbers of claims or evidence."""
    against: bool = False
    answer: int | None = None
    """The claim that meets this objection."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Claims ``0 … claims-1``, then evidence up to ``size-1``; claim 0 is the thesis."""

    shape: str
    size: int
    """Claims and evidence together."""
    claims: int
    steps: dict[int, list[Step]] = field(default_factory=dict)
    """Claim to the steps to it."""
    seed: int = 0

    @property
    def evidence(self) -> range:
        """Numbers of the evidence."""
        return range(self.claims, self.size)

    def key(self, number: int) -> str:
        """Give the id of a claim or of evidence: its first words and its number."""
        return f"{'-'.join(first_words(number, self.seed))}-{number}"

    def text(self, number: int) -> str:
        """Give the sentence of a claim or of evidence."""
        return sentence(number, self.seed)

    def links(self) -> Iterator[tuple[int, int, bool]]:
        """Give every link: premise, claim, and whether it speaks against."""
        for claim, steps in self.steps.items():
            for step in steps:
                for premise in step.premises:
                    yield premise, claim, step.against

    def add(self, claim: int, *premises: int, against: bool = False, answer: int | None = None) -> None:
        """Add a step to a claim."""
        self.steps.setdefault(claim, []).append(Step(premises, against, answer))
