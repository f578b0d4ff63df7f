"""Gives findings their places: line and column, looked up only when about to be shown."""

from collections.abc import Callable, Iterable

from argmap.files.decoding import decode
from argmap.model.finding import Finding, Path, Place, Related, Spot

Finder = Callable[[Spot], Place]

Known = dict[str, dict[tuple[Path, bool], Place | None]]
"""Places that were found before, by file and spot; whoever keeps them forgets a file that changes."""


def locate(
    findings: Iterable[Finding], read: Callable[[str], bytes | None], known: Known | None = None
) -> list[Finding]:
    r"""Fill in the places of findings and of what they are related to.

    Args:
        findings: The findings, in any order.
        read: Gives the bytes of a file, or None where there is no such file; called once for
            each file with a finding whose line is not yet known.
        known: Places that were found before; those found now are added.

    Returns:
        The findings in the same order.

    Examples:
        >>> spot = Spot("a.yaml", ("claims", "c1", "text"))
        >>> locate([Finding("dull", spot)], lambda _: b"claims:\n  c1: {text: x}")[0].place
        Place(file='a.yaml', line=2, column=14, end_line=2, end_column=15)
    """
    found = list(findings)
    spots: dict[str, list[Spot]] = {}
    for finding in found:
        if finding.place is None:
            spots.setdefault(finding.spot.file, []).append(finding.spot)
        for other in finding.related:
            if other.place is None:
                spots.setdefault(other.spot.file, []).append(other.spot)
    places: dict[int, Place | None] = {}
    for file, asked in spots.items():  # one file at a time, so that only its text is held
        _find(file, asked, read, {} if known is None else known.setdefault(file, {}), places)
    return [_placed(finding, places) for finding in found]


def _placed(finding: Finding, places: dict[int, Place | None]) -> Finding:
    place, related = finding.place, finding.related
    if place is not None and not any(each.place is None for each in related):
        return finding
    if related:
        told = [Related(each.spot, each.message, each.place or places[id(each.spot)]) for each in related]
        related = tuple(told)
    return finding.placed(place or places[id(finding.spot)], related)


def _find(
    file: str,
    spots: list[Spot],
    read: Callable[[str], bytes | None],
    known: dict[tuple[Path, bool], Place | None],
    places: dict[int, Place | None],
) -> None:
    """Find the places of spots of one file, and put them under the identity of the spot."""
    finder: Finder | None = None
    no_file = file in ("", ".") or file.endswith("/")
    for spot in spots:
        if spot.at is not None:
            places[id(spot)] = _given(spot, spot.at)
            continue
        name = spot.path, spot.on_key
        if no_file:
            places[id(spot)] = None
        elif name in known:
            places[id(spot)] = known[name]
        else:
            finder = finder or _finder(file, read(file))
            places[id(spot)] = known[name] = finder(spot)


def _given(spot: Spot, at: tuple[int, int]) -> Place:
    line, column = at
    length = len(str(spot.path[-1])) if spot.on_key and spot.path else 1
    return Place(spot.file, line, column, line, column + length)


def _finder(file: str, data: bytes | None) -> Finder:
    """Choose how places are found in a file, by its suffix."""
    text = decode(file, data) if data is not None else None
    if not isinstance(text, str):
        return lambda spot: Place(spot.file, 1, 1, 1, 1)
    suffix = file.rpartition(".")[2].lower()
    if suffix == "json":
        from argmap.files.json_places import JsonPlaces

        return JsonPlaces(file, text).place
    if suffix == "toml":
        from argmap.files.line_places import TomlPlaces

        return TomlPlaces(file, text).place
    if suffix == "bib":
        from argmap.files.line_places import bibtex_place

        return lambda spot: bibtex_place(file, text, spot)
    from argmap.files.yaml_places import YamlPlaces

    return YamlPlaces(file, text).place
