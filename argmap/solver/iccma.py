"""Answers as the solvers of the competitions (ICCMA) print them.

DC, DS and SE follow the rules of 2023: ``YES`` or ``NO``, and a line ``w 1 3`` with the extension that shows
it (one with the argument for DC, one without it for DS); SE prints that line alone, or ``NO`` where there is
no extension. EE is a list of lists as in 2015 to 2019, CE a number.
"""

from argmap.solver.tasks import Answer


def answer_text(answer: Answer) -> str:
    r"""Print an answer; empty if there is none in the time given.

    Examples:
        >>> answer_text(Answer("DC-PR", answer="YES", extensions=[["a", "c"]], count=1))
        'YES\nw a c\n'
        >>> answer_text(Answer("EE-ST", extensions=[["a"], ["b"]], count=2))
        '[[a],[b]]\n'
    """
    task = answer.task[:2]
    if task == "CE":
        return f"{answer.count}\n"
    if task == "EE":
        return f"[{','.join('[' + ','.join(extension) + ']' for extension in answer.extensions)}]\n"
    decided = "" if answer.answer is None else f"{answer.answer}\n"
    return decided + "".join(f"{' '.join(('w', *extension))}\n" for extension in answer.extensions)
