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

SHADES = {
    "#D3E4F2": "#20384E",
    "#BBD5EA": "#254460",
    "#9CC1E0": "#2B5073",
    "#F0C8AE": "#5A3620",
    "#6B5D38": "#C9B98C",
    "#EFE7CF": "#3A3423",
    "#E2DCEC": "#352D48",
    "#E3E6EA": "#2B323C",
    "#D5DAE1": "#39424E",
}
"""Further colours of heat maps, strips and timelines, each with its counterpart on a dark ground."""

DARK_SCHOOLS = ("#6CC58A", "#E58BB9", "#A9A0F0", "#D9B85C", "#5CC4CB", "#F0969E", "#A9B8CC", "#BC9BE8")
"""What stands for the colour of each school where it is ink on a dark ground; filled chips keep theirs."""

_GROUNDS = ("rect", "polygon", "path", "circle")
"""Shapes whose white is the ground they stand on."""


def style_sheet(own: str) -> str:
    """Put the colours before the rules of our own file, and what figures carry as attributes after them.

    Args:
        own: Text of the style sheet that comes with argmap.
    """
    light = {
        field.name: getattr(COLOUR, field.name)
        for field in fields(COLOUR)
        if isinstance(getattr(COLOUR, field.name), str)
    }
    chips = "\n".join(f".chip.n{i} {{ background: {c}; }}" for i, c in enumerate(COLOUR.schools))
    both = {name: f"light-dark({value}, {DARK[name]})" for name, value in light.items()}
    return (
        f"{_variables(light)}\n"
        f"@supports (color: light-dark(#000, #fff)) {{\n{_variables(both)}\n}}\n\n"
        f"{own}\n{chips}\n{_recoloured(light)}\n"
    )


def _variables(colours: dict[str, str]) -> str:
    said = " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in colours.items())
    return f":root {{ {said} }}"


def _recoloured(light: dict[str, str]) -> str:
    """Let the colours that figures carry as attributes follow the page's."""
    rules = [
        f'[{attribute}="{value}"] {{ {attribute}: var(--{name.replace("_", "-")}); }}'
        for name, value in light.items()
        if value != "#FFFFFF"
        for attribute in ("fill", "stroke")
    ]
    rules += [
        f'[{attribute}="{value}"] {{ {attribute}: light-dark({value}, {dark}); }}'
        for value, dark in SHADES.items()
        for attribute in ("fill", "stroke")
    ]
    for colour, dark in zip(COLOUR.schools, DARK_SCHOOLS, strict=True):
        for attribute in ("fill", "stroke"):
            rules.append(
                f'.chip:not(.holds) [{attribute}="{colour}"] {{ {attribute}: light-dark({colour}, {dark}); }}'
            )
    # white is the ground of cards and pips, but ink in marks and on chips
    rules += [f'{shape}[fill="#FFFFFF"] {{ fill: var(--claim); }}' for shape in _GROUNDS]
    rules.append('polyline[stroke="#FFFFFF"] { stroke: var(--claim); }')
    rules.append("rect.paper[fill] { fill: transparent; }")
    return "\n".join(dict.fromkeys(rules))
