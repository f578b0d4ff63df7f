"""Losses of formats that hold some records of a map and leave others out."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from argmap.exchange.flatten import tell_losses
from argmap.exchange.loss import LossReport
from argmap.model.project import Project
from argmap.model.vocabulary import SINGULAR


def tell_partly(
    project: Project,
    loss: LossReport,
    holds: Mapping[str, Collection[str]],
    left_out: Mapping[str, Mapping[str, str]],
) -> None:
    """Report what a format keeps of the records it holds, and those that it leaves out.

    Args:
        project: The map.
        loss: The report.
        holds: As for `tell_losses`.
        left_out: Kind of record to the ids that are left out, with the reason for each.
    """
    held: dict[str, Any] = {}
    for kind, gone in left_out.items():
        held[kind] = {key: record for key, record in project.of_kind(kind).items() if key not in gone}
        for key, why in gone.items():
            loss.drop(SINGULAR[kind], key, why)
    tell_losses(replace(project, **held), loss, holds)
