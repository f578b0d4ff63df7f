"""The one style sheet: colours from the figures' palette, for light and dark, then our own file."""

from dataclasses import fields

from argmap.draw.palette import COLOUR

DARK = {
    "ink": "#E6EAF0",
    "muted": "#A5AFBD",
    "hairline": "#6C7686",
    "support": "#74B6F2",
    "support_tint": "#1B2E40",
    "contrary": "#F2A070",
    "contrary_tint": "#3B2A20",
    "undercut": "#BFADE4",
    "claim": "#1D232C",
    "focus": "#243142",
    "fallen": "#22262C",
    "evidence": "#2A271E",
    "evidence_line": "#857B61",
    "cluster": "#171C23",
}
"""What stands for each colour of the palette on a dark ground."""


def style_sheet(own: str) -> str:
    """Put the colours before the rules of our own file, and the figures' dark colours after them.

    Args:
        own: Text of the style sheet that comes with argmap.
    """
    light = {
        field.name: getattr(COLOUR, field.name)
        for field in fields(COLOUR)
        if isinstance(getattr(COLOUR, field.name), str)
    }
    dark = {name: DARK.get(name, value) for name, value in light.items()}
    chips = "\n".join(f".chip.n{i} {{ background: {c}; }}" for i, c in enumerate(COLOUR.schools))
    return (
        f"{_variables(':root', light)}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{_variables(':root', dark)}\n}}\n\n"
        f"{own}\n{chips}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{_recoloured(light, dark)}\n}}\n"
    )


def _variables(selector: str, colours: dict[str, str]) -> str:
    said = " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in colours.items())
    return f"{selector} {{ {said} }}"


def _recoloured(light: dict[str, str], dark: dict[str, str]) -> str:
    """Give the colours that figures carry as attributes their dark counterparts."""
    rules = []
    for name, value in light.items():
        if value == "#FFFFFF" or value == dark[name]:
            continue
        for attribute in ("fill", "stroke"):
            rules.append(f'  svg [{attribute}="{value}"] {{ {attribute}: {dark[name]}; }}')
    # white is the ground of cards and pips, but ink in marks and on chips
    for shape in ("rect", "polygon", "path", "circle"):
        rules.append(f'  svg {shape}[fill="#FFFFFF"] {{ fill: {dark["claim"]}; }}')
    rules.append(f'  svg polyline[stroke="#FFFFFF"] {{ stroke: {dark["claim"]}; }}')
    rules.append("  svg rect.paper[fill] { fill: transparent; }")
    return "\n".join(dict.fromkeys(rules))
