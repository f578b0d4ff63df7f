"""Ids made of a statement's words, where the foreign id says nothing to a reader."""

import re

from argmap.exchange.building import MapBuilder
from argmap.exchange.ids import slug

_PLACE = re.compile(r"[a-z]{0,4}\d+(?:[:._-]+[a-z]{0,4}\d+)*[:.]*", re.IGNORECASE)


def says_nothing(id: str) -> bool:
    """Whether an id is only a number or place in a foreign file.

    Examples:
        >>> says_nothing("n0::n12"), says_nothing("1.2."), says_nothing("mao-offer")
        (True, True, False)
    """
    return _PLACE.fullmatch(id) is not None


def name_by_words(builder: MapBuilder, id: str, words: str) -> None:
    """Give a foreign id a slug of words; must come before the record is added.

    Args:
        builder: What the map is built with.
        id: The foreign id.
        words: The statement, or a name.
    """
    if id not in builder.ids.given:
        builder.ids.given[id] = builder.ids.free(slug(words, 48) or slug(id) or "record")
