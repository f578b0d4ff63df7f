"""JSON Lines: a record a line, for programs that read one thing at a time."""

import json
from collections.abc import Iterator
from typing import Any

from argmap.exchange.flatten import tell_settings
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import record_object, verdict_object
from argmap.exchange.registry import Exported, exporter
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.verdict.judgement import Judgement


@exporter("jsonl", "JSON Lines: a record a line", ".jsonl")
def write_jsonl(judgement: Judgement) -> Exported:
    """Write every record as one line with its kind and id, claims with their verdicts."""
    loss = LossReport()
    tell_settings(judgement.project, loss, ("title",))
    lines = [json.dumps(row, ensure_ascii=False) for row in _rows(judgement, loss)]
    return Exported({"": ("\n".join(lines) + "\n").encode()}, loss)


def _rows(judgement: Judgement, loss: LossReport) -> Iterator[dict[str, Any]]:
    project = judgement.project
    yield {"record": "project", "title": project.settings.title}
    for kind in RECORD_KINDS:
        for key, record in project.of_kind(kind).items():
            loss.keep(SINGULAR[kind])
            row = {"record": SINGULAR[kind], **record_object(kind, record), "id": key}
            if kind == "claims":
                row["verdict"] = verdict_object(judgement.verdicts[key])
            yield row
    for key in project.expectations:
        loss.drop("expectation", key, "what an author expects is not part of the result")
