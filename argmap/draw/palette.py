"""Colours, each with a shape, dash or mark that says the same without it.

Support and attack are a pair that colour-blind eyes tell apart and that stands out on white; school
colours are dark enough for a white letter (4.5 : 1).
"""

from dataclasses import dataclass

from argmap.model.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one manner of drawing."""

    ink: str
    muted: str
    hairline: str
    support: str
    support_tint: str
    contrary: str
    contrary_tint: str
    undercut: str
    claim: str
    focus: str
    fallen: str
    """Fill of a claim that does not stand."""
    evidence: str
    evidence_line: str
    cluster: str
    schools: tuple[str, ...]


COLOUR = Palette(
    ink="#1B2430",
    muted="#566170",
    hairline="#8A94A3",
    support="#0060A8",
    support_tint="#EAF2F9",
    contrary="#B84300",
    contrary_tint="#FBEFE7",
    undercut="#5A4A78",
    claim="#FFFFFF",
    focus="#F2F6FA",
    fallen="#F4F4F3",
    evidence="#FCF9EF",
    evidence_line="#A3977A",
    cluster="#F7F8FA",
    schools=("#117733", "#882255", "#332288", "#7A5C00", "#00696F", "#8C2F39", "#44546A", "#6A3D9A"),
)

MONO = Palette(
    ink="#000000",
    muted="#444444",
    hairline="#777777",
    support="#000000",
    support_tint="#FFFFFF",
    contrary="#000000",
    contrary_tint="#FFFFFF",
    undercut="#000000",
    claim="#FFFFFF",
    focus="#FFFFFF",
    fallen="#F0F0F0",
    evidence="#FFFFFF",
    evidence_line="#555555",
    cluster="#FAFAFA",
    schools=("#000000",),
)

PALETTES = {"colour": COLOUR, "mono": MONO}


def palette(name: str) -> Palette:
    """Find a palette.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    try:
        return PALETTES[name]
    except KeyError:
        raise UnknownNameError("palette", name, PALETTES) from None
