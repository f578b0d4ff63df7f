"""What ``argmap.toml`` may say."""

from typing import Annotated, Literal

from argmap.model.finding import Severity
from argmap.model.marks import Before, Limits
from argmap.model.record import Field, record
from argmap.model.requirement import Requirement
from argmap.model.short_forms import Name, Names, Text
from argmap.model.vocabulary import Standard

Step = Annotated[int, Limits(ge=0, le=4)]
Share = Annotated[float, Limits(ge=0, le=1)]


@record
class Part:
    """A part of the manuscript."""

    title: Text
    notes: Annotated[int, Limits(ge=0)] | None = None
    """How many notes it has."""


def expand_parts(value: object) -> object:
    """Expand ``IV = "Title"`` to ``IV = {title = "Title"}``."""
    if not isinstance(value, dict):
        return value
    return {k: {"title": v} if isinstance(v, str) else v for k, v in value.items()}


@record
class Thresholds:
    """Thresholds of the proof standards, in steps of the grades (0 nothing to 4 firm)."""

    scintilla: Step = 1
    clear_and_convincing: Step = Field(default=3, alias="clear-and-convincing")
    clear_and_convincing_lead: Step = Field(default=2, alias="clear-and-convincing-lead")
    beyond_reasonable_doubt: Step = Field(default=4, alias="beyond-reasonable-doubt")
    reasonable_doubt: Step = Field(default=1, alias="reasonable-doubt")
    """The most that may stand against a claim beyond reasonable doubt."""


@record
class CarneadesThresholds:
    """Thresholds of the plain Carneades setting, weights in [0, 1]."""

    alpha: Share = 0.4
    """Least weight for clear and convincing."""
    beta: Share = 0.3
    """Least lead for clear and convincing."""
    gamma: Share = 0.2
    """Weight below which contrary arguments leave no reasonable doubt."""


@record
class VerdictSettings:
    """How verdicts are reached."""

    setting: Literal["grades", "carneades"] = "grades"
    standard: Standard = "preponderance"
    """Proof standard of a claim that names none."""
    thresholds: Thresholds = Field(default_factory=Thresholds)
    carneades: CarneadesThresholds = Field(default_factory=CarneadesThresholds)
    steps: dict[str, dict[str, int]] = Field(default_factory=dict)
    """Changes to the grade tables: table to word to steps (``argmap explain grades``)."""


@record
class RuleSettings:
    """Which rules run."""

    select: Names | None = None
    """Names or families that run; all that are on by default when left out."""
    extend_select: Names = Field(default=(), alias="extend-select")
    ignore: Names = ()
    severity: dict[str, Severity] = Field(default_factory=dict)
    """Rule name to another severity."""
    require: tuple[Requirement, ...] = ()
    """What the project asks of its own records."""


@record
class Ignore:
    """Findings that are not to be shown, and why. What it names must all fit."""

    rule: Name
    """A rule or a family."""
    reason: Text
    """Why what it finds here does not matter."""
    files: Names = ()
    """Files, as ``claims/drafts/*``; every file when left out."""
    records: Names = ()
    """Ids of records; every record when left out."""


@record
class Settings:
    """The settings of a project."""

    title: Text = "Untitled argument"
    author: Name | None = None
    """Scholar whose argument this is."""
    thesis: Name | None = None
    """The root claim."""
    iri_base: Annotated[str, Limits(pattern=r"^(https?://\S+[/#]|urn:\S+:)$")] | None = Field(
        default=None, alias="iri-base"
    )
    """Under which records get IRIs in linked data; a URN of the title when left out."""
    manuscripts: Names = ()
    """Titles or files of the texts under audit."""
    parts: Annotated[dict[str, Part], Before(expand_parts)] = Field(default_factory=dict)
    """Parts of the manuscript in their order, with titles."""
    verdicts: VerdictSettings = Field(default_factory=VerdictSettings)
    rules: RuleSettings = Field(default_factory=RuleSettings)
    ignores: tuple[Ignore, ...] = Field(default=(), alias="ignore")
    """Findings that are not to be shown, each with its reason."""
