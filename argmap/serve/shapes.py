"""The shapes of answers that no command gives."""

from typing import Any

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.exchange.why_shapes import VerdictData


class RecordData(TypedDict):
    """A record under the field names of the files; a claim with its verdict, evidence with its grade."""

    id: str
    kind: str
    file: str
    record: dict[str, Any]
    named_by: list[str]
    verdict: VerdictData | None
    grade: str | None


class TroubleData(TypedDict):
    """Why a question was not answered."""

    error: str
