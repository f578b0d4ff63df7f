"""Gives findings their places: line and column, looked up only when about to be shown."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from argmap.files.decoding import decode
from argmap.model.finding import Finding, Place, Spot

Finder = Callable[[Spot], Place]


def locate(findings: Iterable[Finding], read: Callable[[str], bytes | None]) -> list[Finding]:
    r"""Fill in the places of findings and of what they are related to.

    Args:
        findings: The findings, in any order.
        read: Gives the bytes of a file, or None where there is no such file; called once for
            each file with a finding whose line is not yet known.

    Returns:
        The findings in the same order.

    Examples:
        >>> spot = Spot("a.yaml", ("claims", "c1", "text"))
        >>> locate([Finding("dull", spot)], lambda _: b"claims:\n  c1: {text: x}")[0].place
        Place(file='a.yaml', line=2, column=14, end_line=2, end_column=15)
    """
    finders: dict[str, Finder] = {}

    def place(spot: Spot) -> Place | None:
        if spot.at is not None:
            return _given(spot, spot.at)
        if spot.file in ("", ".") or spot.file.endswith("/"):
            return None
        if spot.file not in finders:
            finders[spot.file] = _finder(spot.file, read(spot.file))
        return finders[spot.file](spot)

    return [
        replace(
            finding,
            place=finding.place or place(finding.spot),
            related=tuple(replace(r, place=r.place or place(r.spot)) for r in finding.related),
        )
        for finding in findings
    ]


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
    if suffix in ("bib", "toml"):
        from argmap.files.line_places import bibtex_place, toml_place

        find = bibtex_place if suffix == "bib" else toml_place
        return lambda spot: find(file, text, spot)
    from argmap.files.yaml_places import YamlPlaces

    return YamlPlaces(file, text).place
