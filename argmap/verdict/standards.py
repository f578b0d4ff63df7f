"""The five proof standards, in steps of the grades or in weights.

Gordon, Prakken and Walton 2007 ("The Carneades model of argument and burden of proof"), section 5,
name them; the weights and thresholds of the plain setting are those of Gordon and Walton's later
model (alpha, beta, gamma), which implementations set differently, so they are always printed.
"""

from argmap.model.settings import CarneadesThresholds, Thresholds, VerdictSettings
from argmap.model.vocabulary import STANDARDS


def meets(standard: str, pro: float, con: float, settings: VerdictSettings) -> bool:
    """Tell whether a claim with these two sides meets a standard.

    Args:
        standard: One of the five names.
        pro: Worth of the side for it: a grade step 0 … 4, or a weight in [0, 1].
        con: Worth of the side against it.
        settings: Which setting, and its thresholds.
    """
    if pro <= 0:
        return False
    if settings.setting == "carneades":
        return _meets_weights(standard, pro, con, settings.carneades)
    return _meets_grades(standard, pro, con, settings.thresholds)


def worths(settings: VerdictSettings) -> dict[str, dict[tuple[float, float], int]]:
    """Tell what a claim lends, where grades count: by its standard, and by its sides for and against."""
    sides = [(pro, con) for pro in range(5) for con in range(5)]
    return {
        name: {(pro, con): pro if meets(name, pro, con, settings) else 0 for pro, con in sides}
        for name in (STANDARDS if settings.setting == "grades" else ())
    }


def _meets_grades(standard: str, pro: float, con: float, t: Thresholds) -> bool:
    match standard:
        case "scintilla":
            return pro >= t.scintilla
        case "preponderance":
            return pro > con
        case "clear-and-convincing":
            lead = t.clear_and_convincing_lead
            return pro > con and pro >= t.clear_and_convincing and pro - con >= lead
        case "beyond-reasonable-doubt":
            return pro >= t.beyond_reasonable_doubt and con <= t.reasonable_doubt
        case "dialectical-validity":
            return pro >= 1 and con == 0
        case _:
            raise ValueError(f"no proof standard '{standard}'")


def _meets_weights(standard: str, pro: float, con: float, t: CarneadesThresholds) -> bool:
    convincing = pro > t.alpha and pro - con > t.beta
    match standard:
        case "scintilla":
            return True
        case "preponderance":
            return pro > con
        case "clear-and-convincing":
            return convincing
        case "beyond-reasonable-doubt":
            return convincing and con < t.gamma
        case "dialectical-validity":
            return con == 0
        case _:
            raise ValueError(f"no proof standard '{standard}'")


def told(standard: str, settings: VerdictSettings) -> str:
    """Say a standard with its thresholds, to be printed with a verdict.

    Examples:
        >>> told("preponderance", VerdictSettings())
        'preponderance (for > against)'
    """
    weights, steps = settings.carneades, settings.thresholds
    if settings.setting == "carneades":
        convincing = f"for > {weights.alpha:g}, for - against > {weights.beta:g}"
        rules = {
            "scintilla": "any argument for",
            "preponderance": "for > against",
            "clear-and-convincing": convincing,
            "beyond-reasonable-doubt": f"{convincing}, against < {weights.gamma:g}",
            "dialectical-validity": "for, and nothing against",
        }
    else:
        lead = max(1, steps.clear_and_convincing_lead)  # whatever the threshold, for > against
        rules = {
            "scintilla": f"for >= {max(1, steps.scintilla)}",
            "preponderance": "for > against",
            "clear-and-convincing": (f"for >= {max(1, steps.clear_and_convincing)}, for - against >= {lead}"),
            "beyond-reasonable-doubt": (
                f"for >= {max(1, steps.beyond_reasonable_doubt)}, against <= {steps.reasonable_doubt}"
            ),
            "dialectical-validity": "for >= 1, against = 0",
        }
    return f"{standard} ({rules[standard]})"
