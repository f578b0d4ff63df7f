"""Links that open a file in an editor, at its line and column."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from argmap.model.errors import ArgmapError, UnknownNameError, shown
from argmap.model.finding import Finding

EDITORS: Mapping[str, str] = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "windsurf": "windsurf://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "none": "",
}
"""Editor to its addresses; the path is absolute and begins with a slash."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://")
_PLACES = re.compile(r"\{(\w*)\}")
_FORBIDDEN = ("javascript:", "data:", "vbscript:", "http:", "https:", "blob:")

EditorLink = Callable[[Finding], str]
"""Gives the address that opens the place of a finding; empty where there is none."""


def editor_link(root: Path, editor: str) -> EditorLink:
    """Make links for an editor.

    Args:
        root: The project's folder.
        editor: Name of an editor, or a template with ``{path}``, ``{line}`` and ``{column}``.

    Raises:
        UnknownNameError: If there is no such editor.
        ArgmapError: If a template is none.
    """
    template = EDITORS.get(editor)
    if template is None:
        template = _checked(editor)
    folder = Path(root).absolute().as_posix()

    def link(finding: Finding) -> str:
        file = finding.place.file if finding.place else finding.spot.file
        if not template or not file:
            return ""
        line, column = (finding.place.line, finding.place.column) if finding.place else (1, 1)
        path = quote(f"/{folder.lstrip('/')}/{file}", safe="/:", errors="surrogateescape")
        given = {"path": path, "line": str(line), "column": str(column)}
        return _PLACES.sub(lambda place: given[place[1]], template)

    return link


def _checked(template: str) -> str:
    """Check a template that was given in place of an editor's name."""
    if "{" not in template:
        raise UnknownNameError("editor", template, EDITORS)
    places = set(_PLACES.findall(template))
    scheme = _SCHEME.match(template)
    if scheme is None or template.lower().startswith(_FORBIDDEN):
        raise ArgmapError(f"'{shown(template)}' is no address of an editor, such as {EDITORS['vscode']}")
    if "path" not in places or places - {"path", "line", "column"}:
        raise ArgmapError("an editor's address has {path}, and may have {line} and {column}")
    return template
