"""The way to a place in a JSON text, as positions."""

import json

from argmap.files.json_places import JsonPlaces, members
from argmap.files.outline import Entry, Level, Syntax, Trail
from argmap.model.finding import Spot
from argmap.model.fix import Value


class JsonOutline:
    """Finds ways in one JSON text; ``("sources", id)`` finds an entry of a bibliography by its id."""

    def __init__(self, file: str, text: str) -> None:
        self._text = text
        self._places = JsonPlaces(file, text)

    def trail(self, spot: Spot) -> Trail | None:
        """Follow a spot's path to its end, or give None."""
        path = self._places.as_written(spot.path)
        levels: list[Level] = []
        start = len(self._text) - len(self._text.lstrip())
        for part in path or ():
            level = self._level(start)
            chosen = next((i for i, e in enumerate(level.entries) if e.key == part), None) if level else None
            if level is None or chosen is None:
                return None
            levels.append(Level(level.is_map, True, level.span, level.entries, chosen))
            start = level.entries[chosen].value[0]
        return Trail(tuple(levels)) if path is not None else None

    def inside(self, trail: Trail, spot: Spot) -> Level | None:
        """Give the list or mapping that stands at the end of a trail."""
        return self._level(trail.levels[-1].entry.value[0]) if trail.levels else None

    def _level(self, start: int) -> Level | None:
        try:
            found = list(members(self._text, start))
        except (ValueError, RecursionError):
            return None
        seen: set[str | int] = set()
        entries = []
        for member in found:
            begin = member.key_span[0] if member.key_span else member.start
            span = (member.start, member.end)
            entries.append(Entry(member.key, begin, span, member.key_span, member.key in seen))
            seen.add(member.key)
        end = found[-1].end if found else start
        is_map = self._text.startswith("{", start)
        return Level(is_map, True, (start, end), tuple(entries))


def json_value(value: Value, in_brackets: bool = True) -> str:
    """Write a value, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)


JSON = Syntax(json_value, json_value, ": ")
