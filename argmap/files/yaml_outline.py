"""The way to a place in a YAML text, as positions."""

from argmap.files.outline import Entry, Level, Span, Syntax, Trail
from argmap.files.yaml_nodes import SHORT, Node
from argmap.files.yaml_places import YamlPlaces
from argmap.files.yaml_write import Loose, flow, scalar
from argmap.model.finding import Spot
from argmap.model.fix import Value


class YamlOutline:
    """Finds ways in one YAML text; only the record asked for is read with its marks."""

    def __init__(self, file: str, text: str) -> None:
        self._text = text
        self._places = YamlPlaces(file, text)
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def trail(self, spot: Spot) -> Trail | None:
        """Follow a spot's path to its end; None where it does not lead there, or by way of an alias.

        A spot that knows its line means the entry with its key there: of a field that stands twice,
        the second.
        """
        path = spot.path
        root, offset = self._places.root(spot)
        above: tuple[str | int, ...] = ()
        if root is None:
            return None
        if offset:
            above, path = path[:1], path[1:]
        levels: list[Level] = []
        node = root
        for depth, part in enumerate(path):
            if self._is_alias(node, offset):
                return None
            if node.kind == "scalar" or (node.kind == "map" and part == 0):
                if part != 0 and part not in SHORT:
                    return None
                continue  # a short form leaves this out
            level = self._level(node, offset)
            last = depth == len(path) - 1
            chosen = self._choose(level, part, spot.at if last else None)
            if chosen is None:
                return None
            levels.append(Level(level.is_map, level.flow, level.span, level.entries, chosen))
            items = node.items or []
            node = items[2 * chosen + 1] if level.is_map else items[chosen]
        return Trail(tuple(levels), above)

    def inside(self, trail: Trail, spot: Spot) -> Level | None:
        """Give the list or mapping that stands at the end of a trail."""
        root, offset = self._places.root(spot)
        node = root
        for level in trail.levels:
            if node is None:
                return None
            items = node.items or []
            node = items[2 * level.chosen + 1] if level.is_map else items[level.chosen]
        if node is None or node.kind == "scalar" or self._is_alias(node, offset):
            return None
        return self._level(node, offset)

    def _choose(self, level: Level, part: str | int, at: tuple[int, int] | None) -> int | None:
        for i, entry in enumerate(level.entries):
            if at is not None and level.is_map:
                if entry.start == self._starts[min(at[0], len(self._starts)) - 1] + at[1] - 1:
                    return i
            elif entry.key == (str(part) if level.is_map else part):
                return i
        return None

    def _level(self, node: Node, offset: int) -> Level:
        entries: list[Entry] = []
        if node.kind == "list":
            for i, item in enumerate(node.items or []):
                value = self._span(item, offset)
                start = value[0] if node.flow else self._text.rfind("-", 0, value[0])
                entries.append(Entry(i, start, value))
        else:
            seen: set[str] = set()
            for key, item in node.pairs():
                span = self._span(key, offset)
                entries.append(Entry(key.text, span[0], self._span(item, offset), span, key.text in seen))
                seen.add(key.text)
        return Level(node.kind == "map", node.flow, self._span(node, offset), tuple(entries))

    def _span(self, node: Node, offset: int) -> Span:
        start = self._at(node.line + offset, node.column)
        last = node
        while last.kind != "scalar" and not last.flow and last.items and not self._is_alias(last, offset):
            last = last.items[-1]
        end = self._at(last.end_line + offset, last.end_column)
        return start, start + len(self._text[start:end].rstrip())

    def _at(self, line: int, column: int) -> int:
        return min(self._starts[line - 1] + column - 1, len(self._text))

    def _is_alias(self, node: Node, offset: int) -> bool:
        return self._text.startswith("*", self._at(node.line + offset, node.column)) and not (
            node.kind == "scalar" and not node.plain
        )


def yaml_value(value: Value, in_brackets: bool) -> str:
    """Write a value as it may stand behind a key or in brackets."""
    if not isinstance(value, str):
        return str(flow(value))
    bare = Loose(value) if "-" in value or "/" in value else value
    return scalar(bare, inside=in_brackets)


YAML = Syntax(yaml_value, yaml_value, ": ")
