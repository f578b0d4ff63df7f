"""Analysis of competing hypotheses: evidence by hypothesis, worked out from the map.

After Heuer 1999, Psychology of Intelligence Analysis, chapter 8: what counts is not how much speaks for a
hypothesis but how little speaks against it, and only evidence that tells hypotheses apart counts at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.compare.hypotheses import competing
from argmap.compare.reached import Reach
from argmap.graph.documents import root_documents
from argmap.model.project import Project
from argmap.model.vocabulary import GRADE_WORDS
from argmap.verdict.judgement import Judgement, Verdict

STRONG = 3
"""From this grade on (good, firm) a rating is doubled: CC, II."""
THIN = 3
"""A hypothesis on which fewer documents bear is told to be one of which the map says little."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How one piece of evidence stands to one hypothesis."""

    pro: int = 0
    """The grade at which it reaches the hypothesis in support, 0 … 4."""
    con: int = 0
    """The grade at which it reaches it in contradiction."""

    @property
    def worth(self) -> int:
        """The grade that counts: of the stronger way, below 0 against; 0 where it does not tell."""
        return 0 if self.pro == self.con else self.pro if self.pro > self.con else -self.con

    @property
    def word(self) -> str:
        """``CC``, ``C`` consistent, ``N`` neutral, ``I``, ``II`` inconsistent, ``B`` both ways alike.

        Examples:
            >>> [Rating(*r).word for r in ((4, 0), (1, 0), (0, 0), (0, 2), (1, 3), (2, 2))]
            ['CC', 'C', 'N', 'I', 'II', 'B']
        """
        if self.worth == 0:
            return "B" if self.pro else "N"
        letter = "C" if self.worth > 0 else "I"
        return letter * 2 if abs(self.worth) >= STRONG else letter


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A claim weighed against its rivals."""

    claim: str
    letter: str
    """``H1``, ``H2`` …"""
    verdict: Verdict
    rank: int
    """1 for the least contradicted; equal scores share a rank."""
    score: int
    """Grades of what is inconsistent with it, added up; every document counts once, at its worst."""
    inconsistent: tuple[int, int, int, int]
    """Documents inconsistent with it, by grade weak … firm."""
    consistent: tuple[int, int, int, int]
    """Documents consistent with it and not inconsistent, by grade weak … firm."""

    @property
    def thin(self) -> bool:
        """Whether so few documents bear on it that its rank says little."""
        return sum(self.inconsistent) + sum(self.consistent) < THIN


@dataclass(frozen=True, slots=True)
class AchRow:
    """One piece of evidence against all hypotheses."""

    evidence: str
    document: str
    """Its root document."""
    ratings: tuple[Rating, ...]

    @property
    def diagnosticity(self) -> int:
        """How far it tells the hypotheses apart, 0 … 8: highest less lowest grade over them."""
        worths = [rating.worth for rating in self.ratings]
        return max(worths) - min(worths)


@dataclass(frozen=True)
class Ach:
    """The whole matrix."""

    project: Project
    hypotheses: tuple[Hypothesis, ...]
    """In the order asked for."""
    found: str
    """How they were found, in a sentence."""
    rows: tuple[AchRow, ...]
    """Evidence that bears on some hypothesis, the most telling first."""
    excluded: tuple[str, ...]
    """Evidence that would bear on one, but is forged or undermined."""
    bears_on_none: int
    """Pieces of evidence that bear on no hypothesis."""

    @cached_property
    def telling(self) -> tuple[AchRow, ...]:
        """Evidence that tells hypotheses apart."""
        return tuple(row for row in self.rows if row.diagnosticity)

    @cached_property
    def indifferent(self) -> tuple[AchRow, ...]:
        """Evidence that does not: it stands to all of them alike."""
        return tuple(row for row in self.rows if not row.diagnosticity)

    @property
    def ranking(self) -> tuple[Hypothesis, ...]:
        """The hypotheses, the least contradicted first."""
        return tuple(sorted(self.hypotheses, key=lambda h: (h.rank, int(h.letter[1:]))))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of the ranking should mind."""
        thin = [h.letter for h in self.hypotheses if h.thin]
        told = []
        if thin:
            few = f"fewer than {THIN} documents of the map bear on"
            told.append(f"{few} {', '.join(thin)}: a low score there is silence, not strength")
        if not self.telling:
            told.append("no evidence of the map tells these hypotheses apart")
        return tuple(told)


def competing_hypotheses(judgement: Judgement, claims: Sequence[str] = ()) -> Ach:
    """Weigh rival claims by what contradicts them.

    How a cell is derived: evidence is **consistent** with a hypothesis where it stands in an argument for
    it, or for a claim that stands in an argument for it, and so on down; **inconsistent** where the last
    of these arguments is one against the hypothesis; **neutral** where no such way leads there. What
    speaks against a premise of a hypothesis, or undercuts a step, takes support away and contradicts
    nothing: it is neutral. A step that something standing undercuts or answers carries nothing.
    Its grade there is that of the best way: the weakest of the grade at which the first link reads the
    evidence and the strengths of the steps. Where it reaches a hypothesis both ways, the stronger counts;
    at one grade it is **both** and counts for nothing. Good and firm evidence is rated double (CC, II).

    The score of a hypothesis adds up the grades (1 weak … 4 firm) of what is inconsistent with it, every
    root document once at its worst; the lowest score ranks first. The figure only orders hypotheses: it
    is no probability, and twice the score is not twice as bad.

    Args:
        judgement: The map before its audience; evidence that is worth nothing to it is left out.
        claims: Ids of hypotheses; see ``competing`` for what is found with fewer than two.

    Raises:
        UnknownIdError: If there is no such claim.
        ArgmapError: If there are not two hypotheses.
    """
    project, graph = judgement.project, judgement.reading.graph
    chosen, found = competing(project, graph, claims)
    reach = Reach(judgement)
    columns = [reach.ratings(graph.index[claim]) for claim in chosen]
    bearing = sorted({node for pro, con in columns for node in (*pro, *con)})
    roots = root_documents(project)
    rows = [
        AchRow(
            graph.ids[node],
            roots[graph.ids[node]],
            tuple(Rating(pro.get(node, 0), con.get(node, 0)) for pro, con in columns),
        )
        for node in bearing
        if not reach.is_excluded(node)
    ]
    rows.sort(key=lambda row: (-row.diagnosticity, -sum(bool(r.worth) for r in row.ratings), row.evidence))
    excluded = tuple(graph.ids[node] for node in bearing if reach.is_excluded(node))
    none = len(project.evidence) - len(bearing)
    return Ach(project, _ranked(judgement, chosen, rows), found, tuple(rows), excluded, none)


def _ranked(judgement: Judgement, chosen: Sequence[str], rows: Sequence[AchRow]) -> tuple[Hypothesis, ...]:
    counted = [_documents(rows, i) for i in range(len(chosen))]
    scores = [sum(grade * count for grade, count in enumerate(con, 1)) for con, _ in counted]
    return tuple(
        Hypothesis(
            claim,
            f"H{i + 1}",
            judgement[claim],
            1 + sum(s < scores[i] for s in scores),
            scores[i],
            *counted[i],
        )
        for i, claim in enumerate(chosen)
    )


Counts = tuple[int, int, int, int]


def _documents(rows: Sequence[AchRow], hypothesis: int) -> tuple[Counts, Counts]:
    """Count the documents inconsistent and consistent with a hypothesis, by grade."""
    worst: dict[str, int] = {}
    best: dict[str, int] = {}
    for row in rows:
        worth = row.ratings[hypothesis].worth
        if worth < 0:
            worst[row.document] = max(worst.get(row.document, 0), -worth)
        elif worth > 0:
            best[row.document] = max(best.get(row.document, 0), worth)
    con = [0] * 4
    for grade in worst.values():
        con[grade - 1] += 1
    pro = [0] * 4
    for document, grade in best.items():
        if document not in worst:
            pro[grade - 1] += 1
    return (con[0], con[1], con[2], con[3]), (pro[0], pro[1], pro[2], pro[3])


def told_counts(counts: Counts) -> str:
    """Say how many documents of which grade.

    Examples:
        >>> told_counts((0, 2, 0, 1)), told_counts((0, 0, 0, 0))
        ('1 firm, 2 limited', 'none')
    """
    said = [f"{n} {GRADE_WORDS[i + 1]}" for i, n in enumerate(counts) if n]
    return ", ".join(reversed(said)) or "none"
