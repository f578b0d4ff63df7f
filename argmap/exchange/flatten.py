"""Walks a map for writers, and tells what a format cannot hold."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from argmap.exchange.loss import LossReport
from argmap.model.project import Project, arguments_of
from argmap.model.records import Argument
from argmap.model.settings import Settings
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR

NO_PLACE = "the format has no place for it"


@dataclass(frozen=True, slots=True)
class FlatStep:
    """An argument as a thing of its own, with an id."""

    id: str
    """Conclusion, side and number: ``fire-began-in-the-bakery.for.1``."""
    conclusion: str
    side: str
    """``for`` or ``against``."""
    argument: Argument


def flat_steps(project: Project) -> Iterator[FlatStep]:
    """Give every argument of a project, conclusions in order of id."""
    for key, claim in project.claims.items():
        for side, i, argument in arguments_of(claim):
            yield FlatStep(f"{key}.{side}.{i + 1}", key, side, argument)


def words_of(project: Project, key: str) -> str:
    """Give the text of a claim or what a piece of evidence shows; the id where there is neither."""
    claim = project.claims.get(key)
    if claim is not None:
        return claim.text
    item = project.evidence.get(key)
    return item.shows if item is not None else key


def statements(project: Project) -> Iterator[tuple[str, str]]:
    """Give id and words of every claim and piece of evidence, for formats that know no difference."""
    for key, claim in project.claims.items():
        yield key, claim.text
    for key, item in project.evidence.items():
        yield key, item.shows


def tell_losses(project: Project, loss: LossReport, holds: Mapping[str, Collection[str]]) -> None:
    """Count what a format keeps of a map, and report every field and record that it has no place for.

    Args:
        project: The map.
        loss: The report.
        holds: Kind of record (``claims`` …, and ``arguments``, ``settings``, ``expect``) to the
            fields of it that the format holds, under their names in Python. A kind left out is
            dropped whole, settings field by field. What a writer reports itself counts as held.
    """
    for kind in RECORD_KINDS:
        held = holds.get(kind)
        for key, record in project.of_kind(kind).items():
            if held is None:
                loss.drop(SINGULAR[kind], key, NO_PLACE)
                continue
            missing = _filled(record, held, ("pro", "con", "csl") if kind != "sources" else ())
            for name in missing:
                loss.drop(f"{SINGULAR[kind]}.{_alias(name)}", key, NO_PLACE)
            if not missing:
                loss.keep(SINGULAR[kind])
    _tell_arguments(project, loss, holds.get("arguments"))
    tell_settings(project, loss, holds.get("settings", ()))
    if "expect" not in holds:
        for key in project.expectations:
            loss.drop("expectation", key, NO_PLACE)


def _tell_arguments(project: Project, loss: LossReport, held: Collection[str] | None) -> None:
    for step in flat_steps(project):
        if held is None:
            loss.drop("argument", step.id, NO_PLACE)
            continue
        missing = _filled(step.argument, held, ("premises",))
        for name in missing:
            loss.drop(f"argument.{name}", step.id, NO_PLACE)
        if not missing:
            loss.keep("argument")


def tell_settings(project: Project, loss: LossReport, held: Collection[str]) -> None:
    """Report every setting that is not at its default and that a format has no place for."""
    plain = Settings()
    for field in fields(plain):
        if field.name not in held and getattr(project.settings, field.name) != getattr(plain, field.name):
            loss.drop("setting", field.name, NO_PLACE)


def _filled(record: Any, held: Collection[str], always: Collection[str]) -> list[str]:
    """Name the fields of a record that hold something and are not held."""
    return [
        field.name
        for field in fields(record)
        if field.name not in held
        and field.name not in always
        and getattr(record, field.name) not in (None, (), {}, "", _PLAIN.get(field.name))
    ]


def _alias(name: str) -> str:
    return {"pro": "for", "con": "against"}.get(name, name)


_PLAIN = {"kind": "interpretive", "listed": True}
"""Values that say nothing."""
