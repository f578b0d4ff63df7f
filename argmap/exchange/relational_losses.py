"""What of a map tables do not hold: next to nothing, for every field of a record has its column."""

from collections.abc import Mapping

from argmap.exchange.flatten import tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.relational import Table
from argmap.model.errors import shown
from argmap.model.project import Project
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR

_SETTINGS = ("title", "author", "thesis", "manuscripts", "parts")


def relational_loss(project: Project, tables: Mapping[str, Table]) -> LossReport:
    """Tell what a map loses in tables.

    Args:
        project: The map.
        tables: Its tables; names that lead nowhere stand in ``dangling``.
    """
    loss = LossReport()
    for kind in RECORD_KINDS:
        if records := project.of_kind(kind):
            loss.keep(SINGULAR[kind], len(records))
    for kind in ("argument", "expectation"):
        if rows := tables[f"{kind}s"].rows:
            loss.keep(kind, len(rows))
    tell_losses(Project(settings=project.settings), loss, {"settings": _SETTINGS})
    for _, record, path, target, _ in tables["dangling"].rows:
        loss.change("reference", record, f"{path} names '{shown(target)}': it stands in the table 'dangling'")
    return loss
