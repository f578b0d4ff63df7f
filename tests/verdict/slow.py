"""An obvious evaluator: every round works out everything anew."""

from itertools import combinations

from argmap.graph.documents import root_document
from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.verdict.grades import TABLES, grade

State = dict[str, tuple[int, int]]


def bottom(project: Project) -> State:
    return dict.fromkeys(project.claims, (0, 4))


def least_fixpoint(project: Project) -> State:
    state = bottom(project)
    while (following := one_round(project, state)) != state:
        state = following
    return state


def one_round(project: Project, state: State) -> State:
    return {key: bounds(project, state, claim) for key, claim in project.claims.items()}


def bounds(project: Project, state: State, claim: Claim) -> tuple[int, int]:
    pro_lo, pro_hi = side(project, state, claim, claim.pro)
    con_lo, con_hi = side(project, state, claim, claim.con)
    standard = claim.standard or "preponderance"
    lo = pro_lo if met(standard, pro_lo, con_hi) else 0
    hi = pro_hi if met(standard, pro_hi, con_lo) else 0
    return lo, hi


def met(standard: str, pro: int, con: int) -> bool:
    return {
        "scintilla": pro >= 1,
        "preponderance": pro > con,
        "clear-and-convincing": pro > con and pro >= 3 and pro - con >= 2,
        "beyond-reasonable-doubt": pro == 4 and con <= 1,
        "dialectical-validity": pro >= 1 and con == 0,
    }[standard]


def side(project: Project, state: State, claim: Claim, arguments: tuple[Argument, ...]) -> tuple[int, int]:
    return tuple(one_bound(project, state, claim, arguments, worst) for worst in (True, False))  # type: ignore[return-value]


def one_bound(
    project: Project, state: State, claim: Claim, arguments: tuple[Argument, ...], worst: bool
) -> int:
    worths = [worth(project, state, claim, argument, worst) for argument in arguments]
    best = max(worths, default=0)
    holding = [documents(project, a) for a, w in zip(arguments, worths, strict=True) if w > 0]
    if 0 < best < 4 and any(a and b and not a & b for a, b in combinations(holding, 2)):
        best += 1
    return best


def documents(project: Project, argument: Argument) -> set[str]:
    items = [(p, project.evidence[p]) for p in argument.premises if p in project.evidence]
    return {root_document(project, key, item) for key, item in items}


def worth(project: Project, state: State, claim: Claim, argument: Argument, worst: bool) -> int:
    for undercutter in (*argument.unless, *argument.answer):
        if stands(project, state, undercutter, worst):
            return 0
    values = [TABLES["strength"][argument.strength or "firm"]]
    for premise in argument.premises:
        if premise in project.claims:
            values.append(state[premise][0 if worst else 1])
        elif premise in project.evidence:
            item = project.evidence[premise]
            alive = evidence_stands(project, state, premise, worst)
            value = grade(item, bearing=argument.bearing, tendency=argument.tendency, event=claim.when)
            values.append(value.value if alive else 0)
        else:
            values.append(0)
    return min(values)


def stands(project: Project, state: State, key: str, generous: bool) -> bool:
    """Whether something stands; generously, whether it may stand."""
    if key in project.claims:
        return state[key][1 if generous else 0] >= 1
    return key in project.evidence and evidence_stands(project, state, key, worst=not generous)


def evidence_stands(project: Project, state: State, key: str, worst: bool) -> bool:
    if project.evidence[key].authenticity == "forged":
        return False
    challengers = [c for c in project.evidence[key].challenged_by if c in project.claims]
    return not any(state[c][1 if worst else 0] >= 1 for c in challengers)
