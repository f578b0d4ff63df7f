"""Makes records of what an importer collected: ids of ours, fields that fit, arguments on their claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.exchange.loss import LossReport
from argmap.exchange.texts import clean, one_line
from argmap.model.errors import shown
from argmap.model.records import Argument, Claim, Event, Evidence, Scholar, School
from argmap.model.vocabulary import SINGULAR

_RECORDS: Mapping[str, Any] = {
    "claims": Claim,
    "evidence": Evidence,
    "schools": School,
    "scholars": Scholar,
    "events": Event,
}
_NEEDED = {"claims": "text", "evidence": "shows", "events": "text", "schools": "name", "scholars": "name"}
NO_WORDS = "(no words)"
"""Text of what has neither text nor id."""

_LINKS: Mapping[str, tuple[str, ...]] = {
    "claims": ("contradicts", "held_by", "scholars", "schools"),
    "evidence": ("source", "challenged_by", "rests_on"),
    "schools": ("cite",),
    "scholars": ("schools", "works"),
    "events": ("claims", "evidence"),
}
"""Fields that name other records."""

Fields = dict[str, Any]
Sides = tuple[list[Argument], list[Argument]]


@dataclass(slots=True)
class Step:
    """An argument on its way in; every name in it is a foreign id."""

    key: str
    """Foreign id of the step; what undercuts it names it by this."""
    conclusion: str
    premises: list[str]
    against: bool = False
    type: str = "argument"
    """What the format calls it, for the loss report."""
    unless: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)
    fields: Fields = field(default_factory=dict)
    """Other fields of `Argument`: because, scheme, strength, weight, remark …"""


class Finisher:
    """Makes the records of one import."""

    def __init__(
        self,
        collected: Mapping[str, Mapping[str, Fields]],
        kinds: Mapping[str, str],
        ours: Mapping[str, str],
        loss: LossReport,
    ) -> None:
        """Take what was collected.

        Args:
            collected: Kind to foreign id to fields.
            kinds: Foreign id to kind, sources too.
            ours: Foreign id to ours.
            loss: The report to write to.
        """
        self._collected = collected
        self._kinds = kinds
        self._given = ours
        self._loss = loss

    def records(self, steps: Iterable[Step]) -> dict[str, dict[str, Any]]:
        """Make every record but sources: kind to id of ours to record."""
        challenges: dict[str, list[str]] = {}
        sides = self._sides(steps, challenges)
        made: dict[str, dict[str, Any]] = {kind: {} for kind in _RECORDS}
        for kind in _RECORDS:
            for id, fields in self._collected[kind].items():
                if id in sides:
                    fields = {**fields, "pro": sides[id][0], "con": sides[id][1]}
                elif id in challenges:
                    fields = {**fields, "challenged_by": (*fields.get("challenged_by", ()), *challenges[id])}
                made[kind][self._given[id]] = self._record(kind, id, self._linked(kind, id, fields))
                self._loss.keep(SINGULAR[kind])
        return made

    def _record(self, kind: str, id: str, fields: Fields) -> Any:
        """Make one record; leave out, and report, what does not fit."""
        from pydantic import ValidationError

        while True:
            try:
                return _RECORDS[kind](**fields)
            except ValidationError as error:
                broken = {str(e["loc"][0]): e["msg"] for e in error.errors()}
                if not broken.keys() & fields.keys():
                    raise
            for name, why in broken.items():
                value = fields.pop(name, "")
                told = shown(one_line(value) or str(value))
                self._loss.drop(f"{SINGULAR[kind]}.{name}", id, f"'{told}' does not fit: {shown(why)}")
            if _NEEDED[kind] not in fields:
                fields[_NEEDED[kind]] = one_line(id) or NO_WORDS

    def _linked(self, kind: str, id: str, fields: Fields) -> Fields:
        """Put our ids for the foreign ones, and clean the texts."""
        made = {key: clean(value) if isinstance(value, str) else value for key, value in fields.items()}
        for name in _LINKS[kind]:
            value = made.get(name)
            if isinstance(value, str):
                made[name] = next(iter(self._ours(f"{SINGULAR[kind]}.{name}", id, [value])), None)
            elif isinstance(value, Mapping):
                pairs = [(self._ours(f"{SINGULAR[kind]}.{name}", id, [key]), at) for key, at in value.items()]
                made[name] = {key[0]: at for key, at in pairs if key}
            elif value:
                made[name] = self._ours(f"{SINGULAR[kind]}.{name}", id, value)
        return made

    def _ours(
        self, what: str, id: str, foreign: Iterable[str], kinds: tuple[str, ...] = tuple(SINGULAR)
    ) -> tuple[str, ...]:
        """Give our ids for foreign ones; report those that lead nowhere."""
        found: dict[str, None] = {}
        for key in foreign:
            if self._kinds.get(key) in kinds:
                found[self._given[key]] = None
            else:
                self._loss.drop(what, id, f"there is no '{shown(key)}'")
        return tuple(found)

    def _sides(self, steps: Iterable[Step], challenges: dict[str, list[str]]) -> dict[str, Sides]:
        sides: dict[str, Sides] = {}
        for step in steps:
            kind = self._kinds.get(step.conclusion)
            if kind == "claims":
                argument = self._argument(step)
                if argument is not None:
                    sides.setdefault(step.conclusion, ([], []))[step.against].append(argument)
                    self._loss.keep(step.type)
            elif kind == "evidence" and step.against:
                challenges.setdefault(step.conclusion, []).extend(self._challengers(step))
            else:
                why = "is no claim" if kind else "is not there"
                self._loss.drop(step.type, step.key, f"what it leads to, '{shown(step.conclusion)}', {why}")
        return sides

    def _challengers(self, step: Step) -> list[str]:
        """An attack on evidence is a challenge to it, by each claim alone."""
        claims = [key for key in step.premises if self._kinds.get(key) == "claims"]
        if claims:
            self._loss.change(step.type, step.key, "an attack on evidence: its claims challenge it")
        else:
            self._loss.drop(step.type, step.key, "only a claim can challenge evidence")
        return claims

    def _argument(self, step: Step) -> Argument | None:
        both = ("claims", "evidence")
        premises = self._ours(f"{step.type}.premise", step.key, step.premises, both)
        if not premises:
            self._loss.drop(step.type, step.key, "it has no premise")
            return None
        fields: Fields = {"premises": premises}
        if step.unless:
            fields["unless"] = self._ours(f"{step.type}.undercutter", step.key, step.unless, both)
        if step.answer:
            fields["answer"] = self._ours(f"{step.type}.answer", step.key, step.answer, both)
        for key, value in step.fields.items():
            if value not in (None, ""):
                fields[key] = clean(value) if isinstance(value, str) else value
        try:
            return Argument(**fields)
        except ValueError:
            return self._mended(step, fields)

    def _mended(self, step: Step, fields: Fields) -> Argument:
        fit: Fields = {"premises": fields.pop("premises")}
        for name, value in fields.items():
            try:
                Argument(**{**fit, name: value})
                fit[name] = value
            except ValueError:
                self._loss.drop(f"{step.type}.{name}", step.key, f"'{shown(str(value))}' does not fit")
        return Argument(**fit)
