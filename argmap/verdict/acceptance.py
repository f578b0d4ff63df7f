"""Which claims stand in some and in all coherent positions, beside argmap's own verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.solver.deadline import Deadline, OutOfTimeError
from argmap.solver.extensions import Extensions, acceptance
from argmap.solver.semantics import BY_NAME, SEMANTICS
from argmap.verdict.framework import claim_framework
from argmap.verdict.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Accepted:
    """How one claim fares."""

    verdict: Verdict
    """Argmap's own."""
    sceptical: bool
    """Whether it stands in every position; so it does where there is no position at all."""
    credulous: bool
    """Whether it stands in some position."""


@dataclass(frozen=True, slots=True)
class Positions:
    """A map under one semantics: its positions are the extensions of its framework."""

    semantics: str
    claims: Mapping[str, Accepted]
    """By id, in the order of the map."""
    disputes: tuple[tuple[str, ...], ...]
    """Claims that are open together, one tuple for each dispute that touches no other."""
    exist: bool
    """Whether there is any position."""


def positions_of(judgement: Judgement, semantics: str, timeout: float | None = None) -> Positions:
    """Tell how every claim fares under a semantics of abstract frameworks.

    Args:
        judgement: The map as judged.
        semantics: By name, ``preferred``, or by code, ``PR``.
        timeout: Seconds after which to give up.

    Raises:
        UnknownNameError: If there is no such semantics.
        ArgmapError: If the time is up.
    """
    chosen = BY_NAME.get(semantics.lower()) or SEMANTICS.get(semantics.upper())
    if chosen is None:
        raise UnknownNameError("semantics", semantics, BY_NAME)
    viewed = claim_framework(judgement)
    deadline = Deadline(timeout)
    extensions = Extensions(viewed.framework, chosen, deadline)
    try:
        some, every = acceptance(extensions)
        exist = any(some) or not any(every)
    except OutOfTimeError:
        raise ArgmapError(f"the {chosen.name} positions were not worked out within {timeout:g} s") from None
    claims = {
        key: Accepted(verdict, bool(every[viewed.claims[key]]), bool(some[viewed.claims[key]]))
        for key, verdict in judgement.verdicts.items()
    }
    key_of = {node: key for key, node in viewed.claims.items()}
    together = (tuple(key_of[a] for a in part.members if a in key_of) for part in extensions.parts)
    return Positions(chosen.name, claims, tuple(each for each in together if each), exist)
