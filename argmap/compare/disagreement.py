"""What kind of disagreement a claim is on which schools part."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from argmap.graph.arguments import AGAINST, FOR, MISSING
from argmap.graph.documents import root_documents
from argmap.model.edtf import Answer
from argmap.model.project import arguments_of
from argmap.model.records import Argument, Claim
from argmap.model.vocabulary import GRADE_WORDS
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Grader

Schools = tuple[tuple[str, ...], tuple[str, ...]]
"""Those that hold a claim, and those that reject it."""
Documents = tuple[Mapping[str, int], Mapping[str, int]]
"""Root documents under the arguments for a claim and against it, each with its grade there."""
KindWord = Literal["evidence", "grading", "inference", "question", "untold"]

KIND_WORDS: Mapping[str, str] = {
    "evidence": "different evidence",
    "grading": "different grading",
    "inference": "different inference",
    "question": "different question",
    "untold": "the map does not tell",
}

_ABOUT: Mapping[str, str] = {
    "evaluative": "how to judge it",
    "historiographical": "what scholars say",
}
"""Kind of claim to the question it answers; all others say what happened, and why."""
_HAPPENED = "what happened"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How the two sides of a claim differ, as far as the map tells."""

    kinds: tuple[KindWord, ...]
    """At least one, in the order of ``KIND_WORDS``; ``untold`` stands alone."""
    documents: tuple[int, int]
    """Root documents under the arguments for the claim and under those against it."""
    shared: int
    """Documents under both."""
    because: tuple[str, ...]
    """A plain reason for each kind."""

    def __str__(self) -> str:
        return ", ".join(KIND_WORDS[kind] for kind in self.kinds)


class Disagreements:
    """Tells the kind of disagreement of the claims of one map."""

    def __init__(self, judgement: Judgement, stances: Mapping[str, Mapping[str, str]]) -> None:
        """Take a map.

        Args:
            judgement: The map as it is.
            stances: School to claim to stance.
        """
        self.project = judgement.project
        self.graph = judgement.reading.graph
        self.roots = root_documents(self.project)
        self.stances = stances
        self.grader = Grader(self.project)
        self.effort = 0
        """How many claims were looked through so far."""
        self._arguments = [
            (claim, argument)
            for claim in self.project.claims.values()
            for _, _, argument in arguments_of(claim)
        ]

    def of(self, key: str, holding: tuple[str, ...], rejecting: tuple[str, ...]) -> Disagreement:
        """Tell what kind of disagreement a claim is on which schools part.

        The side *for* the claim is all evidence under its arguments for it, through claims; the side
        *against* it all evidence under its arguments against it. Documents are root documents: editions
        and translations of one are one.

        - **Different evidence**: fewer than half of the documents of the side that has fewer also stand
          on the other side.
        - **Different grading**: a document on both sides is read at another grade by each; or evidence
          for the claim is challenged by a claim that a rejecting school holds, or evidence against it by
          one that a holding school holds.
        - **Different inference**: a document on both sides is read at one grade by both and yet put to
          opposite ends; or a step for the claim is undercut by what a rejecting school holds, or a step
          against it by what a holding school holds.
        - **Different question**: all that speaks directly against the claim is claims about another time
          (``when`` does not overlap) or of a kind that answers another question: how to judge it
          (evaluative), what scholars say (historiographical), or what happened and why (all others).
        - The map **does not tell** where it has no argument on one side, or where both sides rest on no
          evidence and none of the above holds.

        Args:
            key: The claim.
            holding: Schools that hold it.
            rejecting: Schools that reject it.
        """
        claim = self.graph.index[key]
        pro, con = self._side(claim, FOR), self._side(claim, AGAINST)
        sizes, common = (len(pro), len(con)), sorted(pro.keys() & con.keys())
        missing = [
            word
            for word, side in (("for", FOR), ("against", AGAINST))
            if not self.graph.arguments[2 * claim + side]
        ]
        if missing:
            reason = f"the map has no argument {' and none '.join(missing)} it"
            return Disagreement(("untold",), sizes, len(common), (reason,))
        smaller = min(sizes)
        told: dict[KindWord, str] = {
            "evidence": _apart(sizes, len(common)) if 2 * len(common) < smaller else "",
            "grading": self._weigh(claim, (pro, con), (holding, rejecting)),
            "inference": self._infer(claim, (pro, con), (holding, rejecting)),
            "question": self._question(claim),
        }
        reasons = {kind: reason for kind, reason in told.items() if reason}
        if not reasons:
            reasons["untold"] = "a side rests on no document"
        return Disagreement(tuple(reasons), sizes, len(common), tuple(reasons.values()))

    def _side(self, claim: int, side: int) -> dict[str, int]:
        """Give the root documents of a side, with the best grade at which each is read there."""
        graph, found = self.graph, dict[str, int]()
        queue = deque(graph.arguments[2 * claim + side])
        seen = {claim}
        while queue:
            a = queue.popleft()
            owner, argument = self._arguments[a]
            for premise in graph.premises[a]:
                if premise == MISSING:
                    continue
                if premise >= graph.claims:
                    self._read(graph.ids[premise], owner, argument, found)
                elif premise not in seen:
                    seen.add(premise)
                    queue.extend(graph.arguments[2 * premise + FOR])
        self.effort += len(seen)
        return found

    def _read(self, key: str, claim: Claim, argument: Argument, found: dict[str, int]) -> None:
        grade = self.grader.grading(key, claim, argument).value
        root = self.roots[key]
        found[root] = max(grade, found.get(root, 0))

    def _weigh(self, claim: int, sides: Documents, schools: Schools) -> str:
        """Tell why the two sides weigh evidence differently, if they do."""
        pro, con = sides
        for root in sorted(pro.keys() & con.keys()):
            if pro[root] != con[root]:
                words = f"{GRADE_WORDS[pro[root]]} for it and {GRADE_WORDS[con[root]]} against it"
                return f"{root} is read as {words}"
        for side in (FOR, AGAINST):
            for a in self.graph.arguments[2 * claim + side]:
                for premise in self.graph.premises[a]:
                    if premise < self.graph.claims:
                        continue
                    for challenger in self.graph.challengers[premise]:
                        who = self._holder(challenger, schools[1 - side])
                        if who:
                            name, what = self.graph.ids[challenger], self.graph.ids[premise]
                            return f"{who} holds {name}, which challenges {what}"
        return ""

    def _infer(self, claim: int, sides: Documents, schools: Schools) -> str:
        """Tell where the two sides draw different conclusions, if they do."""
        pro, con = sides
        alike = sum(pro[root] == con[root] for root in pro.keys() & con.keys())
        if alike:
            number = "1 document is" if alike == 1 else f"{alike} documents are"
            return f"{number} read at one grade by both and put to opposite ends"
        for side in (FOR, AGAINST):
            for a in self.graph.arguments[2 * claim + side]:
                for blocker in self.graph.undercutters[a]:
                    who = self._holder(blocker, schools[1 - side])
                    if who:
                        word = "for" if side == FOR else "against"
                        return f"{who} holds {self.graph.ids[blocker]}, which undercuts a step {word} it"
        return ""

    def _question(self, claim: int) -> str:
        """Tell why what speaks against a claim answers another question, if all of it does."""
        graph, record = self.graph, self.project.claims[self.graph.ids[claim]]
        reasons = []
        for a in graph.arguments[2 * claim + AGAINST]:
            for premise in graph.premises[a]:
                if premise == MISSING or premise >= graph.claims:
                    return ""
                other = self.project.claims[graph.ids[premise]]
                reason = _elsewhere(record, other)
                if not reason:
                    return ""
                reasons.append(f"{graph.ids[premise]} {reason}")
        return reasons[0] if reasons else ""

    def _holder(self, node: int, schools: tuple[str, ...]) -> str:
        """Name a school that holds a claim; nothing where none does or it is evidence."""
        key = self.graph.ids[node]
        return next((school for school in schools if self.stances[school].get(key) == "holds"), "")


def _apart(sizes: tuple[int, int], shared: int) -> str:
    return f"documents: {sizes[0]} for it, {sizes[1]} against it, {shared or 'none'} on both sides"


def _elsewhere(claim: Claim, other: Claim) -> str:
    """Tell how another claim answers another question, if it does."""
    if claim.when is not None and other.when is not None and claim.when.overlaps(other.when) is Answer.NO:
        return f"is about another time ({other.when}, not {claim.when})"
    mine, its = _ABOUT.get(claim.kind, _HAPPENED), _ABOUT.get(other.kind, _HAPPENED)
    return f"says {its}, not {mine}" if mine != its else ""
