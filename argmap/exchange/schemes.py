"""Argumentation schemes by the names that other programs give them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from argmap.model.vocabulary import Scheme

_NAMES: Mapping[Scheme, str] = {
    "abduction": "best explanation|abductive|abductive argumentation scheme|inference to best explanation",
    "analogy": "analogy",
    "cause": "cause to effect|cause|causal|causes",
    "circumstantial": "circumstantial|circumstantial evidence",
    "classification": "verbal classification|classification|definition to verbal classification",
    "commitment": "commitment",
    "consequences": "consequences|positive consequences|negative consequences|consequence",
    "correlation": "correlation to cause|correlation",
    "example": "example",
    "expert-opinion": "expert opinion|expert",
    "ignorance": "ignorance|argumentum ad ignorantiam|lack of evidence",
    "position-to-know": "position to know",
    "practical-reasoning": "practical reasoning|practical inference",
    "precedent": "precedent",
    "sign": "sign",
    "witness-testimony": "witness testimony|testimony",
}
"""Scheme to its names, the one that we write first."""

_BY_NAME: dict[str, Scheme] = {
    name: scheme for scheme, names in _NAMES.items() for name in (scheme.replace("-", " "), *names.split("|"))
}
_NOISE = re.compile(r"\b(?:arguments?|argumentation|inference|schemes?|from|an?|the|to the|by)\b|[^a-z ]+")
_PLAIN = frozenset(
    "|default|default inference|default conflict|default rephrase|ra|ca|ma|pa|support|attack|conflict"
    "|inference|rule application|logical conflict|null".split("|")
)
"""Names that say only that there is a step."""


def is_plain(name: str) -> bool:
    """Whether a scheme's name says only that there is a step.

    Examples:
        >>> is_plain("Default Inference"), is_plain("Expert Opinion")
        (True, False)
    """
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split()) in _PLAIN


@lru_cache(maxsize=1024)
def scheme_named(name: str) -> Scheme | None:
    """Find the scheme that a foreign name means, or None.

    Examples:
        >>> scheme_named("Argument_From_ExpertOpinion"), scheme_named("Argument from Waste")
        ('expert-opinion', None)
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().replace("_", " ").replace("-", " ")
    return _BY_NAME.get(" ".join(_NOISE.sub(" ", spaced).split())) or _BY_NAME.get(" ".join(spaced.split()))


def scheme_title(scheme: str) -> str:
    """Name a scheme of ours as AIF corpora do.

    Examples:
        >>> scheme_title("expert-opinion"), scheme_named(scheme_title("cause"))
        ('Expert Opinion', 'cause')
    """
    names = _NAMES.get(scheme)  # type: ignore[call-overload]  # any text may be asked for
    return str(names or scheme).split("|")[0].title()
