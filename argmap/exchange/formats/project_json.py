"""argmap's own JSON: every record with the fields of the files, and the verdicts."""

import json

from argmap.exchange.flatten import tell_settings
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import project_object
from argmap.exchange.registry import Exported, exporter
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.verdict.judgement import Judgement


@exporter("json", "argmap JSON: all records and verdicts", ".json")
def write_project_json(judgement: Judgement) -> Exported:
    """Write a whole project with its verdicts."""
    project, loss = judgement.project, LossReport()
    for kind in RECORD_KINDS:
        if records := project.of_kind(kind):
            loss.keep(SINGULAR[kind], len(records))
    for key in project.expectations:
        loss.drop("expectation", key, "what an author expects is not part of the result")
    tell_settings(project, loss, ("title",))
    text = json.dumps(project_object(judgement), ensure_ascii=False, indent=2) + "\n"
    return Exported({"": text.encode()}, loss)
