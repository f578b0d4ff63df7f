"""Carries fixes out in the text of one file, and sees that it then says what was meant.

Everything but the characters concerned stays as it was: comments, layout, line ends, byte order mark.
"""

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from typing import Any, Protocol

from argmap.files.decoding import decode, place_at
from argmap.files.outline import Cut, Level, Syntax, Trail, insertion, removal
from argmap.files.yaml_fault import YamlFault
from argmap.model.dataclass import dataclass
from argmap.model.finding import Place, Spot
from argmap.model.fix import Change, Edit, Fix

_BOM = b"\xef\xbb\xbf"
_FAILURES = (YamlFault, ValueError, TypeError, KeyError, IndexError, RecursionError)


class _Outline(Protocol):
    def trail(self, spot: Spot) -> Trail | None: ...

    def inside(self, trail: Trail, spot: Spot) -> Level | None: ...


@dataclass(frozen=True, slots=True)
class _Step:
    """One change, as characters and as what it means for the value that the text stands for."""

    cut: Cut
    action: str
    keys: tuple[str | int, ...]
    """Where, from the top: of the entry replaced, renamed, removed or added."""
    value: Any = None
    is_repeated: bool = False
    """Whether an entry is concerned that was not read, since its key stood there before."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A file after some fixes."""

    data: bytes
    done: tuple[int, ...]
    """Positions of the fixes that were carried out."""
    refused: tuple[int, ...]
    """Positions of those that cannot be; the others must wait, as they overlap with one that was."""


class FileText:
    """The text of one file to be fixed."""

    def __init__(self, file: str, data: bytes) -> None:
        self._file = file
        self._data = data
        text = decode(file, data)
        self.text = text if isinstance(text, str) else None

    def edits(self, fix: Fix) -> tuple[Edit, ...]:
        """Tell what a fix does to the characters of the file; nothing where it cannot be carried out."""
        steps = self._steps(fix)
        return tuple(self._edit(step.cut) for step in steps or ())

    def amend(self, fixes: Sequence[Fix]) -> Amended:
        """Carry out as many of some fixes as do not overlap."""
        planned = {i: steps for i, fix in enumerate(fixes) if (steps := self._steps(fix))}
        refused = [i for i in range(len(fixes)) if i not in planned]
        chosen: list[int] = []
        for i, steps in planned.items():
            taken = [step for j in chosen for step in planned[j]]
            if not any(_overlap(one.cut, other.cut) for one in steps for other in taken):
                chosen.append(i)
        text = self._verified([step for i in chosen for step in planned[i]])
        if text is None:  # at least one does not do what was meant: find out which
            good: list[int] = []
            for i in chosen:
                attempt = self._verified([step for j in (*good, i) for step in planned[j]])
                if attempt is None:
                    refused.append(i)
                else:
                    good.append(i)
                    text = attempt
            chosen = good
        data = self._encoded([step.cut for i in chosen for step in planned[i]]) if chosen else self._data
        return Amended(data, tuple(chosen), tuple(refused))

    def _steps(self, fix: Fix) -> list[_Step] | None:
        if self._outline is None or any(change.spot.file != self._file for change in fix.changes):
            return None
        steps = []
        for change in fix.changes:
            try:
                step = self._step(change)
            except _FAILURES:
                step = None
            if step is None:
                return None
            steps.append(step)
        return steps

    def _step(self, change: Change) -> _Step | None:
        assert self.text is not None
        assert self._outline is not None
        spot = change.spot
        if change.action == "insert":
            trail = self._outline.trail(Spot(spot.file, spot.path[:-1]))
            level = self._outline.inside(trail, spot) if trail else None
            name = str(spot.path[-1])
            cut = insertion(self.text, level, name, change.value, self._syntax) if level else None
            if trail is None or cut is None:
                return None
            return _Step(cut, "insert", (*trail.keys(len(trail.levels)), name), change.value)
        trail = self._outline.trail(spot)
        if trail is None or not trail.levels:
            return None
        if change.action == "remove":
            planned = removal(self.text, trail)
            if planned is None:
                return None
            cut, depth = planned
            repeated = any(level.entry.repeated for level in trail.levels[:depth])
            return _Step(cut, "remove", trail.keys(depth), is_repeated=repeated)
        return self._replacement(change, trail)

    def _replacement(self, change: Change, trail: Trail) -> _Step | None:
        assert self.text is not None
        level = trail.levels[-1]
        entry, keys = level.entry, trail.keys(len(trail.levels))
        if any(each.entry.repeated for each in trail.levels):
            return None
        span = entry.key_span if change.spot.on_key else entry.value
        if span is None or span[0] == span[1] or self.text[span[0]] in "&!*?":
            return None
        if change.spot.on_key and self._stands(keys[:-1], change.value):
            return None
        in_brackets = any(each.flow for each in trail.levels)
        new = self._rewritten(self.text[slice(*span)], change, in_brackets)
        action = "rename" if change.spot.on_key else "replace"
        return _Step(Cut(*span, new), action, keys, change.value)

    def _stands(self, above: Sequence[str | int], key: object) -> bool:
        """Whether a mapping has a key already, so that no other can be given that name."""
        value = self._value
        for part in above:
            value = value[_real(value, part)]
        return key in value

    def _rewritten(self, old: str, change: Change, in_brackets: bool) -> str:
        """Write a value or a key, in quotation marks where the old one had some."""
        if change.spot.on_key:
            new = self._syntax.key(str(change.value), in_brackets)
        else:
            new = self._syntax.value(change.value, in_brackets)
        is_bare_text = isinstance(change.value, str) and not {"'", '"', "\\"} & set(new)
        return f"{old[0]}{new}{old[0]}" if is_bare_text and old[0] in "'\"" else new

    def _verified(self, steps: list[_Step]) -> str | None:
        """Give the text after some steps if it then stands for what they mean, else None."""
        if self.text is None or not steps:
            return None
        text = self.text
        meant = deepcopy(self._value)
        try:
            for step in sorted(steps, key=lambda step: step.cut, reverse=True):
                text = text[: step.cut.start] + step.cut.text + text[step.cut.end :]
                _apply(meant, step)
            return text if repr(self._parse(text)) == repr(meant) else None
        except _FAILURES:
            return None

    def _encoded(self, cuts: list[Cut]) -> bytes:
        """Carry cuts out in the bytes, whose line ends may be of another kind."""
        text = self._data.decode("utf-8-sig")
        breaks = [found.start() - i for i, found in enumerate(re.finditer("\r\n", text))]
        newline = "\r\n" if breaks and breaks[0] == text.replace("\r\n", "\n").find("\n") else "\n"
        for cut in sorted(cuts, reverse=True):
            start, end = (at + bisect_left(breaks, at) for at in (cut.start, cut.end))
            text = text[:start] + cut.text.replace("\n", newline) + text[end:]
        return (_BOM if self._data.startswith(_BOM) else b"") + text.encode("utf-8")

    def _edit(self, cut: Cut) -> Edit:
        assert self.text is not None
        start, end = place_at(self.text, cut.start), place_at(self.text, cut.end)
        return Edit(Place(self._file, *start, *end), cut.text)

    @property
    def _is_yaml(self) -> bool:
        return self._file.rpartition(".")[2].lower() in ("yaml", "yml")

    @cached_property
    def _outline(self) -> _Outline | None:
        suffix = self._file.rpartition(".")[2].lower()
        if self.text is None:
            return None
        if suffix == "json":
            from argmap.files.json_outline import JsonOutline

            return JsonOutline(self._file, self.text)
        if suffix == "toml":
            from argmap.files.toml_outline import TomlOutline

            return TomlOutline(self.text)
        if self._is_yaml:
            from argmap.files.yaml_outline import YamlOutline

            return YamlOutline(self._file, self.text)
        return None

    @cached_property
    def _syntax(self) -> Syntax:
        if self._is_yaml:
            from argmap.files.yaml_outline import YAML

            return YAML
        if self._file.endswith(".toml"):
            from argmap.files.toml_outline import TOML

            return TOML
        from argmap.files.json_outline import JSON

        return JSON

    @cached_property
    def _value(self) -> Any:
        assert self.text is not None
        return self._parse(self.text)

    def _parse(self, text: str) -> Any:
        """Read a text as plain values.

        Raises:
            ValueError: If it cannot be read.
        """
        if self._is_yaml:
            from argmap.files.yaml_text import parse_yaml

            return parse_yaml(text, first_wins=True)
        return tomllib.loads(text) if self._file.endswith(".toml") else json.loads(text)


def _apply(value: Any, step: _Step) -> None:
    """Make the change that a step means in the plain value."""
    if step.is_repeated:
        return  # of keys that stand twice the first is read, so nothing changes
    *above, last = step.keys
    for part in above:
        value = value[_real(value, part)]
    if step.action == "insert":
        value[str(last)] = step.value
        return
    key = _real(value, last)
    if step.action == "remove":
        del value[key]
    elif step.action == "replace":
        value[key] = step.value
    elif step.value in value:
        raise KeyError(step.value)
    else:
        items = [(step.value if k == key else k, v) for k, v in value.items()]
        value.clear()
        value.update(items)


def _real(value: Any, part: str | int) -> Any:
    """Find the key that a text stands for: YAML reads ``1950:`` as a number."""
    if isinstance(value, list) or part in value:
        return part
    return next(key for key in value if str(key) == str(part))


def _overlap(one: Cut, other: Cut) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)
