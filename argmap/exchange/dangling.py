"""Names that lead nowhere, told once for every format that has to do without them."""

from collections.abc import Iterator

from argmap.exchange.loss import LossReport
from argmap.model.errors import shown
from argmap.model.project import Project, Reference


def dangling(project: Project) -> Iterator[Reference]:
    """Give every place where a record names another that is not there."""
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for reference in project.references():
        if reference.kinds not in known:
            known[reference.kinds] = frozenset(project.ids(*reference.kinds))
        if reference.target not in known[reference.kinds]:
            yield reference


def tell_dangling(project: Project, loss: LossReport, what: str) -> None:
    """Report names that lead nowhere.

    Args:
        project: The map.
        loss: The report.
        what: What becomes of them, for a person.
    """
    for reference in dangling(project):
        path = ".".join(str(step) for step in reference.spot.path[2:])
        loss.change("reference", reference.subject, f"{path} names '{shown(reference.target)}': {what}")
