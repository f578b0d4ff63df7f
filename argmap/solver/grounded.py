"""The grounded labelling, in time linear in arguments and attacks."""

from argmap.solver.framework import Framework

UNDECIDED, IN, OUT = 0, 1, 2


def grounded_labelling(framework: Framework) -> bytearray:
    """Label every argument under the grounded semantics (Dung 1995, definition 20; Caminada 2006).

    The least fixpoint of the characteristic function, by a worklist: an argument is in when its last
    attacker went out, and what it attacks goes out.

    Returns:
        ``IN``, ``OUT`` or ``UNDECIDED`` for each argument.

    Examples:
        >>> from argmap.solver.framework import make_framework
        >>> list(grounded_labelling(make_framework(["a", "b", "c"], [0, 1], [1, 2])))
        [1, 2, 1]
    """
    starts, targets = framework.starts, framework.targets
    waiting = [0] * framework.size
    for target in targets:
        waiting[target] += 1
    labels = bytearray(framework.size)
    work = [argument for argument, count in enumerate(waiting) if not count]
    while work:
        argument = work.pop()
        labels[argument] = IN
        for attacked in targets[starts[argument] : starts[argument + 1]]:
            if labels[attacked]:
                continue
            labels[attacked] = OUT
            for freed in targets[starts[attacked] : starts[attacked + 1]]:
                waiting[freed] -= 1
                if not waiting[freed] and not labels[freed]:
                    work.append(freed)
    return labels
