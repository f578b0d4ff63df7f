"""SVG to PNG and PDF, with the font that comes with argmap."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape

from argmap.draw.engine import TIME_LIMIT
from argmap.draw.font import FILES, HANGUL_FILES, is_drawn
from argmap.draw.pdf import pdf_document
from argmap.model.errors import DrawingError


def png(svg: str, scale: float = 2.0) -> bytes:
    """Rasterise a figure.

    Args:
        svg: The figure.
        scale: Pixels per CSS pixel; 2 is sharp on screens, 3 about 300 dpi in print.

    Raises:
        DrawingError: If the rasteriser is missing or fails.
    """
    try:
        import resvg_py
    except ImportError:
        raise DrawingError("a PNG needs the rasteriser: pip install resvg-py") from None
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                dpi=96,
                font_files=[str(path) for path in (*FILES.values(), *HANGUL_FILES.values())],
                skip_system_fonts=not missing_characters(svg),
                font_family="Arimo",
                sans_serif_family="Arimo",
            )
        )
    except (ValueError, RuntimeError) as error:
        raise DrawingError(f"the PNG could not be made: {error}") from error


def pdf(svg: str, dot: Callable[[], str]) -> bytes:
    """Make a PDF: by ourselves where our fonts have every character, else with the system's Graphviz.

    Args:
        svg: The figure.
        dot: Gives the figure in the language of Graphviz.

    Raises:
        DrawingError: If a character is missing and there is no Graphviz, or it fails.
    """
    missing = missing_characters(svg)
    if not missing:
        return pdf_document(svg)
    program = shutil.which("dot")
    if program is None:
        some = "".join(missing[:5])
        raise DrawingError(
            f"our fonts for PDF lack {len(missing)} of the figure's characters ({some}); "
            "install Graphviz (the program 'dot'), or draw an SVG or a PNG instead"
        )
    return _system_pdf(program, dot())


def missing_characters(svg: str) -> list[str]:
    """List the characters in the lines of a figure that our fonts have not."""
    lines = re.findall(r">([^<]+)</t(?:ext|span)>", svg)
    return sorted({c for line in lines for c in unescape(line) if not is_drawn(c)})


def _system_pdf(program: str, dot: str) -> bytes:
    try:
        done = subprocess.run(
            [program, "-Tpdf"],
            input=dot.encode("utf-8"),
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
            env=os.environ | {"SOURCE_DATE_EPOCH": "0"},  # no time of day in the file
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DrawingError(f"Graphviz could not make the PDF: {error}") from error
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DrawingError(f"Graphviz could not make the PDF: {said[-1] if said else 'no reason'}")
    return done.stdout
